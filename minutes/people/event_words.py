"""The words for what is written down: what an act was, what it was about, what is said of it."""

from collections.abc import Mapping

from minutes.people.words import ACT_WORDS
from minutes.texts import N_

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

# How a body has its minutes signed and its owners reminded.
_CHOSEN: Mapping[str, str] = {
    "by_chair": N_("ordföranden skriver under"),
    "by_secretary": N_("sekreteraren skriver under"),
    "days": N_("dagar till justering"),
    "in_order": N_("i tur och ordning"),
    "initials": N_("initialer på varje sida"),
    "links": N_("länk till den som saknar konto"),
    "days_before": N_("dagar före"),
    "on_the_day": N_("på dagen"),
    "again_days": N_("igen efter dagar"),
    "meeting_days": N_("dagar före nästa möte"),
    "chair_days": N_("till ordföranden efter dagar"),
    "quiet_weeks": N_("tysta veckor"),
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
    "daily": N_("varje vardag"),
    "weekly": N_("en gång i veckan"),
    "none": N_("aldrig"),
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
    found = (names[name] for names in (_THINGS, _CHOSEN, _NAMES) if name in names)
    return next(found, name.replace("_", " "))


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
