"""Whether words are a sentence or only a title: a sentence has a verb that tells."""

import re

from minutes.expressions import regex
from minutes.recognition.verbs import PRESENT

_COMMON = frozenset(
    """är har hade blev blir var vore ska skall kommer kan kunde vill ville måste fick får finns fanns gick gicks
    gjorde lästes gäller utses väljs fastställs godkänns bordläggs lades läggs beslöt beslöts utsågs höll tog
    togs gav gavs såg stod kom lät bad sade sa skrev drog la antogs bifölls avslogs föreslogs uppdrogs sitter satt står ligger tackar tackade avvaktar inväntar väntar""".split()
)
_PAST = regex(r"\w{2,}(?:ade|ades|ldes|ndes|gdes|rdes|ktes|ttes|stes|eras)")


def tells(text: str) -> bool:
    """Whether a word of the text is such a verb: "Bo valdes till kassör", not "Val av kassör"."""
    return any(map(is_finite, re.findall(r"\w+", text.casefold())))


def is_finite(word: str) -> bool:
    """Whether the word, in lower case, is a verb in the present or the past tense."""
    return word in _COMMON or (word in PRESENT and word != "för") or bool(_PAST.fullmatch(word))
