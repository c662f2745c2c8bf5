"""What a new body is likely to be, by its name and its organisation; its settings say. Pure."""

import re
from dataclasses import dataclass

from minutes.people.tables import BodyKind, MeetingWord, Numbering, Regime

_KINDS = (
    (re.compile(r"årsmöte|stämma|fullmäktige|medlemsmöte"), BodyKind.ASSEMBLY),
    (re.compile(r"utskott"), BodyKind.UTSKOTT),
    (re.compile(r"nämnd"), BodyKind.NAMND),
    (re.compile(r"styrelse"), BodyKind.BOARD),
    (re.compile(r"råd(?:et)?\b"), BodyKind.COUNCIL),
    (re.compile(r"grupp|projekt|team"), BodyKind.GROUP),
)
_MUNICIPAL = re.compile(r"\bkommuns?\b|\bregion\b|\bkommunalförbund")
_ELECTED = re.compile(r"nämnd|utskott|fullmäktige|kommunstyrelse|regionstyrelse|\bberedning")
_ASSOCIATION = re.compile(
    r"förening|\bbrf\b|klubb|sällskap|\bif\b|\bik\b|\bbk\b|samfällighet|byalag|förbund|\bkår|kör\b"
)


@dataclass(frozen=True, slots=True)
class Guess:
    """What the settings of a new body are to begin with."""

    regime: Regime = Regime.NONE
    kind: BodyKind = BodyKind.OTHER
    numbering: Numbering = Numbering.PER_MEETING
    meeting_word: MeetingWord = MeetingWord.MOTE


def guessed(name: str, organisation: str) -> Guess:
    """By the words in the names; where they say nothing, what binds a body least."""
    said, both = name.casefold(), f"{name} {organisation}".casefold()
    kind = next((kind for word, kind in _KINDS if word.search(said)), BodyKind.OTHER)
    if _MUNICIPAL.search(both) and _ELECTED.search(said):
        sits = MeetingWord.SAMMANTRADE
        return Guess(Regime.KOMMUNALLAGEN, kind, Numbering.PER_YEAR, sits)
    of_members = _ASSOCIATION.search(both) and not _MUNICIPAL.search(both)
    return Guess(Regime.ASSOCIATION if of_members else Regime.NONE, kind)
