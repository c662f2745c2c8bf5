"""The Swedish words for roles and rules."""

from collections.abc import Mapping

from minutes.people.tables import BodyKind, Numbering, Regime, Role
from minutes.texts import N_

ROLE_WORDS: Mapping[Role, str] = {
    Role.CHAIR: N_("ordförande"),
    Role.VICE_CHAIR: N_("vice ordförande"),
    Role.SECRETARY: N_("sekreterare"),
    Role.MEMBER: N_("ledamot"),
    Role.SUBSTITUTE: N_("ersättare"),
    Role.READER: N_("läsare"),
}

REGIME_WORDS: Mapping[Regime, str] = {
    Regime.KOMMUNALLAGEN: N_("Kommunallagen"),
    Regime.ASSOCIATION: N_("Förening, enligt stadgarna"),
    Regime.NONE: N_("Inga särskilda"),
}

KIND_WORDS: Mapping[BodyKind, str] = {
    BodyKind.NAMND: N_("Nämnd"),
    BodyKind.UTSKOTT: N_("Utskott"),
    BodyKind.COUNCIL: N_("Råd"),
    BodyKind.BOARD: N_("Styrelse"),
    BodyKind.GROUP: N_("Arbetsgrupp eller projektgrupp"),
    BodyKind.ASSEMBLY: N_("Årsmöte eller stämma"),
    BodyKind.OTHER: N_("Annat"),
}

NUMBERING_WORDS: Mapping[Numbering, str] = {
    Numbering.PER_MEETING: N_("Från ett i varje möte"),
    Numbering.PER_YEAR: N_("Löpande över året"),
}

# What is written down of an act, as the administrator reads it; other stages' acts too,
# since only this page shows them. One without a word here is shown by its code.
ACT_WORDS: Mapping[str, str] = {
    "account.closed": N_("stängde ett konto"),
    "account.created": N_("skapade ett konto"),
    "account.password": N_("bytte lösenord"),
    "account.rights": N_("ändrade rätten att administrera"),
    "action.assigned": N_("gav en åtgärd en ansvarig"),
    "action.commented": N_("kommenterade en åtgärd"),
    "action.done": N_("markerade en åtgärd som klar"),
    "action.dropped": N_("avförde en åtgärd"),
    "action.handed_over": N_("lämnade över en åtgärd"),
    "action.more_time": N_("gav en åtgärd mer tid"),
    "action.part_done": N_("markerade sin del av en åtgärd som klar"),
    "action.reopened": N_("öppnade en åtgärd igen"),
    "action.started": N_("markerade en åtgärd som pågående"),
    "action.waiting": N_("markerade en åtgärd som väntande"),
    "alias.added": N_("lade till ett skrivsätt"),
    "alias.removed": N_("tog bort ett skrivsätt"),
    "api_token.added": N_("gjorde en nyckel för ett annat program"),
    "api_token.removed": N_("tog bort en nyckel för ett annat program"),
    "body.changed": N_("ändrade ett organs inställningar"),
    "body.created": N_("lade till ett organ"),
    "decision.commented": N_("kommenterade ett beslut"),
    "decision.executed": N_("markerade ett beslut som verkställt"),
    "decision.in_force": N_("markerade ett beslut som gällande"),
    "decision.not_executed": N_("markerade ett beslut som ej verkställt"),
    "decision.replaced": N_("markerade ett beslut som ersatt"),
    "decision.revoked": N_("markerade ett beslut som upphävt"),
    "agenda.added": N_("lade till en punkt på en dagordning"),
    "agenda.carried": N_("hämtade det nya till en dagordning"),
    "agenda.changed": N_("ändrade en punkt på en dagordning"),
    "agenda.made": N_("gjorde en dagordning"),
    "agenda.removed": N_("tog bort en punkt från en dagordning"),
    "agenda.reordered": N_("ändrade ordningen på en dagordning"),
    "annual_report.approved": N_("godkände att en årsberättelse publiceras"),
    "annual_report.begun": N_("började på en årsberättelse"),
    "annual_report.changed": N_("ändrade en årsberättelse"),
    "annual_report.finished": N_("färdigställde en årsberättelse"),
    "annual_report.looked": N_("såg över en årsberättelse före publicering"),
    "annual_report.published": N_("publicerade en årsberättelse"),
    "annual_report.reopened": N_("öppnade en årsberättelse igen"),
    "annual_report.sent": N_("skickade en årsberättelse för underskrift"),
    "annual_report.template": N_("bytte Wordmall för årsberättelser"),
    "annual_report.weighed": N_("valde om ett beslut ska stå i årsberättelsen"),
    "annual_report.withdrawn": N_("tog tillbaka en publicerad årsberättelse"),
    "attachment.added": N_("lade till en handling till ett möte"),
    "attachment.removed": N_("tog bort en handling från ett möte"),
    "distribution.recipients": N_("ändrade vilka som får en paragraf"),
    "document.imported": N_("läste in ett dokument"),
    "draft.discarded": N_("kastade ett utkast"),
    "draft.registered": N_("registrerade ett möte"),
    "draft.wanted": N_("ville granska ett dokument ändå"),
    "job.requested": N_("bad om att ett jobb skulle köras"),
    "justering.agreed": N_("höll med om en paragraf"),
    "justering.completed": N_("gjorde en text färdigjusterad"),
    "justering.declined": N_("avstod från att justera"),
    "justering.objected": N_("invände mot en paragraf"),
    "justering.rules": N_("ändrade hur protokoll justeras"),
    "justering.sealed": N_("stämplade ett protokoll"),
    "justering.sent": N_("skickade en text för justering"),
    "justering.signed": N_("skrev under en text"),
    "justering.template": N_("bytte Wordmall för protokoll"),
    "justering.withdrawn": N_("tog tillbaka en text från justering"),
    "mail.resent": N_("skickade ett brev igen"),
    "mandate.ended": N_("avslutade ett uppdrag"),
    "mandate.given": N_("gav ett uppdrag"),
    "members.recognised": N_("kopplade namn i protokollen till ledamöter"),
    "meeting.cancelled": N_("ställde in ett möte"),
    "meeting.restored": N_("ångrade att ett möte ställdes in"),
    "meeting.taken_back": N_("tog tillbaka ett möte till granskningen"),
    "notice.planned": N_("bestämde när en justering anslås"),
    "notice.dropped": N_("ångrade ett anslag som inte var uppsatt"),
    "notice.posted": N_("satte upp ett anslag"),
    "notice.taken_down": N_("tog ned ett anslag"),
    "person.changed": N_("ändrade en persons uppgifter"),
    "person.created": N_("lade till en person"),
    "person.merged": N_("slog ihop två personer"),
    "publication.approved": N_("godkände vad som publiceras"),
    "publication.looked": N_("såg över ett protokoll före publicering"),
    "publication.published": N_("publicerade ett protokoll"),
    "publication.rules": N_("ändrade hur protokoll publiceras"),
    "publication.withdrawn": N_("tog tillbaka en publicering"),
    "referral.answered": N_("besvarade en fråga från ett annat organ"),
    "referral.closed": N_("avslutade en fråga till ett annat organ"),
    "referral.sent": N_("skickade en fråga till ett annat organ"),
    "referral.withdrawn": N_("tog tillbaka en fråga till ett annat organ"),
    "reminders.chosen": N_("valde hur ofta påminnelser kommer"),
    "rule.declined": N_("avböjde en regel vid inläsning"),
    "rule.forgotten": N_("tog bort en regel vid inläsning"),
    "rule.kept": N_("lade till en regel vid inläsning"),
    "sitting.begun": N_("började förbereda ett möte"),
    "sitting.finished": N_("lämnade ett protokoll till granskning"),
    "sitting.moved": N_("ändrade tid eller plats för ett möte"),
    "sitting.removed": N_("tog bort ett förberett möte"),
    "sitting.reopened": N_("öppnade ett protokoll för att skriva vidare"),
    "sitting.restored": N_("tog tillbaka en tidigare version av ett protokoll"),
    "sitting.summoned": N_("skickade en kallelse"),
    "sitting.written": N_("började skriva ett protokoll"),
    "writing.rules": N_("ändrade hur protokoll skrivs"),
    "watch.came": N_("noterade att ett bevakat beslut har kommit"),
    "watch.dropped": N_("slutade bevaka ett beslut"),
    "watch.later": N_("flyttade dagen för en bevakning"),
    "watch.made": N_("började bevaka ett beslut"),
    "reminders.renewed": N_("gav sina kalendrar nya adresser"),
    "reminders.revoked": N_("gjorde länkarna i breven ogiltiga"),
    "reminders.paced": N_("ställde in ett organs påminnelser"),
}

# What an act is about ("meeting:12"), and what is said of it.
_THINGS: Mapping[str, str] = {
    "account": N_("konto"),
    "action": N_("åtgärd"),
    "annual_report": N_("årsberättelse"),
    "actions": N_("åtgärder"),
    "before": N_("förut"),
    "body": N_("organ"),
    "date": N_("dag"),
    "decision": N_("beslut"),
    "decisions": N_("beslut"),
    "document": N_("dokument"),
    "justering": N_("justering"),
    "kind": N_("vad det är"),
    "meeting_word": N_("mötena kallas"),
    "name": N_("namn"),
    "numbering": N_("numrering"),
    "organisation": N_("organisation"),
    "regime": N_("regler"),
    "draft": N_("utkast"),
    "drafts": N_("utkast"),
    "due": N_("ny dag"),
    "filename": N_("fil"),
    "mail": N_("brev"),
    "meeting": N_("möte"),
    "note": N_("anmärkning"),
    "person": N_("person"),
    "place": N_("plats"),
    "points": N_("punkter"),
    "reference": N_("hänvisning"),
    "referral": N_("fråga"),
    "rhythm": N_("hur ofta"),
    "sha256": N_("kontrollsumma"),
    "sitting": N_("förberett möte"),
    "title": N_("rubrik"),
    "version": N_("version"),
    "via": N_("från"),
    "watch": N_("bevakning"),
}

# Names of values that are kept in Swedish.
_NAMES: Mapping[str, str] = {
    str(name): name
    for name in (
        N_("administratör"),
        N_("adress"),
        N_("bevis"),
        N_("fingeravtryck"),
        N_("för vem"),
        N_("invändning"),
        N_("maskerade"),
        N_("möte"),
        N_("namn"),
        N_("när"),
        N_("organ"),
        N_("paragraf"),
        N_("roll"),
        N_("senast"),
        N_("skrivs"),
        N_("skäl"),
        N_("sätt"),
        N_("underskrift"),
        N_("underskrifter"),
        N_("undantagna"),
        N_("vad"),
        N_("vem ser över"),
    )
}
# Values that are kept as a program's word, alone or before a name ("chair Karin Lind").
_CODES: Mapping[str, str] = {
    "all": N_("allt"),
    "by_hand": N_("för hand"),
    "chair": N_("ordförande"),
    "decisions": N_("beslut"),
    "deputy": N_("mötesordförande"),
    "everybody": N_("alla"),
    "link": N_("genom länk"),
    "mail": N_("brev"),
    "members": N_("ledamöter"),
    "nobody": N_("ingen"),
    "nothing": N_("inget"),
    "page": N_("sidan"),
    "paper": N_("på papper"),
    "password": N_("med lösenord"),
    "secretary": N_("sekreterare"),
    "signed-pdf": N_("i PDF-filen"),
    "when_justerat": N_("när det är justerat"),
}


def subject_words(subject: str) -> str:
    """The thing with its number: "meeting:12" is möte 12."""
    kind, _, number = subject.partition(":")
    thing = _THINGS.get(kind, kind)
    return N_("%(thing)s %(number)s", thing=thing, number=number) if number else thing


# How a signature was given that somebody else than the signatory may have noted.
_NOTED: Mapping[object, str] = {
    "paper": N_("antecknade att %(name)s har skrivit under på papper"),
    "signed-pdf": N_("antecknade att %(name)s har skrivit under i PDF-filen"),
}


def act_words(act: str, details: Mapping[str, str | int | bool | None], who: str) -> str:
    """What was done, as it is said after the name of who did it.

    A signature on paper is noted and not given, whoever notes it; one in a file where another
    than the signatory handed in the file.
    """
    name, way = details.get("namn"), details.get("sätt")
    if act == "justering.signed" and name and way in _NOTED and (way == "paper" or name != who):
        return N_(_NOTED[way], name=name)
    return ACT_WORDS.get(act, act)


def detail_words(details: Mapping[str, str | int | bool | None]) -> list[str]:
    """What is said of an act: fil: protokoll.docx."""
    return [
        N_("%(name)s: %(value)s", name=_called(name), value=_value(value))
        for name, value in details.items()
        if value not in (None, "")
    ]


def _called(name: str) -> str:
    return _THINGS.get(name) or _NAMES.get(name) or name.replace("_", " ")


def _value(value: str | int | bool | None) -> str:
    if isinstance(value, bool):
        return N_("ja") if value else N_("nej")
    text = str(value)
    if len(text) == 64 and set(text) <= set("0123456789abcdef"):
        return f"{text[:12]}…"  # a hash is known by its beginning
    if text in _CODES:
        return _CODES[text]
    return "; ".join(_with_word(part) for part in text.split("; "))


def _with_word(part: str) -> str:
    code, space, rest = part.partition(" ")
    return f"{_CODES[code]}{space}{rest}" if code in ("chair", "deputy", "secretary") else part
