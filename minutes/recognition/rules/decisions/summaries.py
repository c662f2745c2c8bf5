"""Published summaries of meetings, which tell in the perfect tense: "Styrelsen har beslutat att …"."""

import re
from collections.abc import Iterable

from minutes.expressions import regex
from minutes.recognition.language.vocabulary import OWN_BODY
from minutes.recognition.language.words import holds_any

_FEWEST = 2  # decisions that are told so; in other minutes one may be told of an earlier meeting
_SETTLED = r"(?:beslutat|bestämt|godkänt|antagit|fastställt|utsett|enats|beviljat)"
_PERFECT = regex(
    rf"^\W*{OWN_BODY}\s+har\s+(?:(?:även|också|nu|därför|vidare|dessutom)\s+)?{_SETTLED}\b(?!.*\b(?:tidigare|redan|förra|föregående)\b)",
    re.VERBOSE | re.IGNORECASE,
)
_HINTS = (" har beslut", " har bestäm", " har godkän", " har antagit", " har enats")
_HINTS_OTHERWISE = ("eslutade", "eslutar", "eslöt")
_OTHERWISE = regex(r"\b(?:beslutade|beslutar|beslöt|beslutades|beslöts)\b", re.IGNORECASE)


def tells_in_perfect(text: str) -> bool:
    """Whether the sentence says of the body that it has decided, and of no earlier time."""
    return " har " in text and bool(_PERFECT.match(text))


def is_summary(texts: Iterable[str]) -> bool:
    """Whether paragraphs tell their decisions so, and more of them than in the usual words."""
    perfect = usual = 0
    for text in texts:
        if " har " in text and holds_any(text, _HINTS) and tells_in_perfect(text):
            perfect += 1
        elif holds_any(text, _HINTS_OTHERWISE) and _OTHERWISE.search(text):
            usual += 1
    return perfect >= _FEWEST and perfect > usual
