"""Days as the head of minutes writes them, in a form that every rule reads: of several, the first."""

import re
from collections.abc import Callable

from minutes.expressions import regex
from minutes.recognition.language.dates import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_FRACTIONS = {"¼": "1/4", "½": "1/2", "¾": "3/4"}  # what a typewriter makes of days
_Form = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_FORMS: tuple[_Form, ...] = (
    # "3–4 april", "den 3 och 4 april", "3-4/4"
    (
        regex(
            rf"(?<![\d.,:/-])(?<!kl )(?<!kl\. )(\d{{1,2}})(?:\s?[-–—]\s?|\s(?:och|till|&)\s)\d{{1,2}}(?:\s+(?=(?:{_MONTH})\b)|(?=/\d{{1,2}}\b))",
            re.IGNORECASE,
        ),
        lambda found: found[1] + ("" if found.string[found.end() : found.end() + 1] == "/" else " "),
    ),
    # "3 april 26", "3 april’26"; "3 april 19.00" is an hour
    (
        regex(
            rf"\b(\d{{1,2}}\s+(?:{_MONTH}))(?:\s(?=0\d|2[4-9])|\s?[’'´`])(\d\d)\b(?![.:]\d|\s?[-–]\s?\d|\s?(?:personer|st\b|%|medlem))",
            re.IGNORECASE,
        ),
        r"\1 20\2",
    ),
    (regex(r"([¼½¾])\s?[-–]\s?(?=(?:20)?\d\d(?!\d))"), lambda found: f"{_FRACTIONS[found[1]]}-"),
    (regex(rf"\b(\d{{1,2}}):?d(?:e|je)\s+(?=(?:{_MONTH})\b)", re.IGNORECASE), r"\1 "),
    (regex(rf"\b({_MONTH})\s(\d{{1,2}}),\s((?:19|20)\d\d)\b", re.IGNORECASE), r"\2 \1 \3"),
)  # fmt: skip
_DIGIT = regex(r"\d")


def one_day(text: str) -> str:
    """The text with its days written as "3 april 2026"."""
    if not _DIGIT.search(text):
        return text
    for form, plain in _FORMS:
        text = form.sub(plain, text)
    return text
