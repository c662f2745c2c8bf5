"""The Swedish words for roles and rules."""

from collections.abc import Mapping

from minutes.people.tables import BodyKind, Numbering, Regime, Role

ROLE_WORDS: Mapping[Role, str] = {
    Role.CHAIR: "ordförande",
    Role.VICE_CHAIR: "vice ordförande",
    Role.SECRETARY: "sekreterare",
    Role.MEMBER: "ledamot",
    Role.SUBSTITUTE: "ersättare",
    Role.READER: "läsare",
}

REGIME_WORDS: Mapping[Regime, str] = {
    Regime.KOMMUNALLAGEN: "Kommunallagen",
    Regime.ASSOCIATION: "Förening, enligt stadgarna",
    Regime.NONE: "Inga särskilda",
}

KIND_WORDS: Mapping[BodyKind, str] = {
    BodyKind.NAMND: "Nämnd",
    BodyKind.UTSKOTT: "Utskott",
    BodyKind.COUNCIL: "Råd",
    BodyKind.BOARD: "Styrelse",
    BodyKind.GROUP: "Arbetsgrupp eller projektgrupp",
    BodyKind.ASSEMBLY: "Årsmöte eller stämma",
    BodyKind.OTHER: "Annat",
}

NUMBERING_WORDS: Mapping[Numbering, str] = {
    Numbering.PER_MEETING: "Från ett i varje möte",
    Numbering.PER_YEAR: "Löpande över året",
}

# What is written down of an act, as the administrator reads it; other stages' acts too,
# since only this page shows them. One without a word here is shown by its code.
ACT_WORDS: Mapping[str, str] = {
    "account.closed": "stängde ett konto",
    "account.created": "skapade ett konto",
    "account.password": "bytte lösenord",
    "account.rights": "ändrade rätten att administrera",
    "action.assigned": "gav en åtgärd en ansvarig",
    "action.commented": "kommenterade en åtgärd",
    "action.done": "markerade en åtgärd som klar",
    "action.dropped": "avförde en åtgärd",
    "action.handed_over": "lämnade över en åtgärd",
    "action.more_time": "gav en åtgärd mer tid",
    "action.part_done": "markerade sin del av en åtgärd som klar",
    "action.reopened": "öppnade en åtgärd igen",
    "action.started": "markerade en åtgärd som pågående",
    "action.waiting": "markerade en åtgärd som väntande",
    "alias.added": "lade till ett skrivsätt",
    "alias.removed": "tog bort ett skrivsätt",
    "body.changed": "ändrade ett organs inställningar",
    "body.created": "lade till ett organ",
    "decision.commented": "kommenterade ett beslut",
    "decision.executed": "markerade ett beslut som verkställt",
    "decision.in_force": "markerade ett beslut som gällande",
    "decision.not_executed": "markerade ett beslut som ej verkställt",
    "decision.replaced": "markerade ett beslut som ersatt",
    "decision.revoked": "markerade ett beslut som upphävt",
    "attachment.added": "lade till en handling till ett möte",
    "attachment.removed": "tog bort en handling från ett möte",
    "document.imported": "läste in ett dokument",
    "draft.discarded": "kastade ett utkast",
    "draft.registered": "registrerade ett möte",
    "draft.wanted": "ville granska ett dokument ändå",
    "job.requested": "bad om att ett jobb skulle köras",
    "justering.agreed": "höll med om en paragraf",
    "justering.completed": "justerade en text, som den sista",
    "justering.declined": "avstod från att justera",
    "justering.objected": "invände mot en paragraf",
    "justering.rules": "ändrade hur protokoll justeras",
    "justering.sent": "skickade en text för justering",
    "justering.signed": "skrev under en text",
    "justering.withdrawn": "tog tillbaka en text från justering",
    "mail.resent": "skickade ett brev igen",
    "mandate.ended": "avslutade ett uppdrag",
    "mandate.given": "gav ett uppdrag",
    "meeting.taken_back": "tog tillbaka ett möte till granskningen",
    "person.changed": "ändrade en persons uppgifter",
    "person.created": "lade till en person",
    "person.merged": "slog ihop två personer",
    "referral.answered": "besvarade en fråga från ett annat organ",
    "referral.closed": "avslutade en fråga till ett annat organ",
    "referral.sent": "skickade en fråga till ett annat organ",
    "referral.withdrawn": "tog tillbaka en fråga till ett annat organ",
    "reminders.chosen": "valde hur ofta påminnelser kommer",
    "watch.came": "noterade att ett bevakat beslut har kommit",
    "watch.dropped": "slutade bevaka ett beslut",
    "watch.later": "flyttade dagen för en bevakning",
    "watch.made": "började bevaka ett beslut",
    "reminders.renewed": "gav sina kalendrar nya adresser",
    "reminders.revoked": "gjorde länkarna i breven ogiltiga",
    "reminders.paced": "ställde in ett organs påminnelser",
}

# What an act is about ("meeting:12"), and what is said of it.
_THINGS: Mapping[str, str] = {
    "account": "konto",
    "action": "åtgärd",
    "actions": "åtgärder",
    "body": "organ",
    "decision": "beslut",
    "decisions": "beslut",
    "document": "dokument",
    "kind": "vad det är",
    "meeting_word": "mötena kallas",
    "name": "namn",
    "numbering": "numrering",
    "organisation": "organisation",
    "regime": "regler",
    "draft": "utkast",
    "due": "ny dag",
    "filename": "fil",
    "mail": "brev",
    "meeting": "möte",
    "note": "anmärkning",
    "person": "person",
    "reference": "hänvisning",
    "referral": "fråga",
    "rhythm": "hur ofta",
    "sha256": "kontrollsumma",
    "via": "från",
    "watch": "bevakning",
}


def subject_words(subject: str) -> str:
    """The thing with its number: "meeting:12" is möte 12."""
    kind, _, number = subject.partition(":")
    return f"{_THINGS.get(kind, kind)} {number}".strip()


def detail_words(details: Mapping[str, str | int | bool | None]) -> list[str]:
    """What is said of an act: fil: protokoll.docx."""
    return [
        f"{_THINGS.get(name, name).replace('_', ' ')}: {_value(value)}"
        for name, value in details.items()
        if value is not None
    ]


def _value(value: str | int | bool | None) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    text = str(value)
    # A hash is known by its beginning.
    return f"{text[:12]}…" if len(text) == 64 and set(text) <= set("0123456789abcdef") else text
