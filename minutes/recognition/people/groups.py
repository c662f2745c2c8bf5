"""What stands before the names of a line, and is of all of them: a body, a class of pupils."""

import re
from itertools import pairwise

from minutes.expressions import regex
from minutes.recognition.language.vocabulary import ROLE_WORDS
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.people.with_bodies import name_length

# "Skolan: Anna Berg", "Parkrådet (PR) / Bo Ek"
_GROUPED = regex(
    r"^(?P<group>[^:,()]{2,60}?(?: \([A-ZÅÄÖ]{2,5}\))?)(?::|\s/)\s+(?P<rest>\S.*)$", re.DOTALL
)
# "3A - Anna Berg", "F - Bo Ek": the class of whom somebody represents.
CLASS_AHEAD = regex(r"(?:F|\d{1,2}\s?[A-ZÅÄÖa-h]?)\s?[–-]\s(?=[A-ZÅÄÖ])")
# "1A Alma och Vincent", "åk 4 Ida": the class of pupils before their names.
_CLASS = regex(
    r"(?P<group>\d{1,2}[A-ZÅÄÖa-h]|[A-ZÅÄÖ]{2,3}\d{2}[A-Z]?|(?:[Kk]lass|[Åå]k|Årskurs|årskurs)\s\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s?[A-ZÅÄÖa-h]?|(?:F|\d{1,2})(?=\s?[–-]\s)):?\s+(?:[–-]\s)?(?P<rest>[A-ZÅÄÖ][a-zåäöé].*)$"
)

# "… Bo Ek Föräldraföreningen: Eva Gran": what ends with a colon before the name of somebody.
_NEXT_GROUP = regex(r"(?<=[\wåäö])\s?:\s+(?=(?P<first>[A-ZÅÄÖ][\wåäöé-]+))")
_ENDS_BEFORE_GROUP = regex(r"[,;:.)]\s+")
_NEXT_CLASS = regex(
    r",?\s+(?=(?:(?:[Kk]lass|[Åå]k)\s\d{1,2}(?:\s?[-–]\s?\d{1,2})?|\d{1,2}[A-ZÅÄÖa-h]):?\s[A-ZÅÄÖ][a-zåäö])"
)
# After one of these any name may stand, also one that nobody knows.
SURE_GROUPS = frozenset(
    "konsult konsulter personal politiker elever föräldrar lärare gäst gäster övrig övriga".split()
)
_MOST_OF_GROUP = 5  # words


def each_group(text: str) -> list[str]:
    """The text of each group of a line: "Skolan: Bo Ek Byalaget: Eva Gran", "4A Ida 5B Bo"."""
    text = text.strip()
    if _CLASS.match(text) and len(classes := _NEXT_CLASS.split(text)) > 1:
        return classes
    starts = [_start_of_group(text, m) for m in _NEXT_GROUP.finditer(text)] if ":" in text else []
    places = [place for place in starts if place is not None and place]
    ends = [0, *places, len(text)]
    return [text[a:b].strip(" ,;.") for a, b in pairwise(ends) if text[a:b].strip(" ,;.")]


def _start_of_group(text: str, sign: re.Match[str]) -> int | None:
    """Where the group begins whose names come after the colon; None where it is no group."""
    apart = [m.end() for m in _ENDS_BEFORE_GROUP.finditer(text, 0, sign.start())]
    start = apart[-1] if apart else 0
    words = list(re.finditer(r"\S+", text[start : sign.start()]))
    if words and is_given_name(words[0].group()):
        words = words[name_length([word.group() for word in words]) :]
    if not words or len(words) > _MOST_OF_GROUP or not words[0].group()[0].isupper():
        return None
    if not is_given_name(sign["first"]) and words[-1].group().casefold() not in SURE_GROUPS:
        return None
    return start + words[0].start()


def grouped(text: str) -> tuple[str | None, str]:
    """The body that stands before a colon, and the people after it."""
    match = _CLASS.match(text) or _GROUPED.match(text)
    if match is None:
        return None, text
    group, rest = match["group"].strip(), match["rest"]
    if not _is_of_person(group, rest):
        return group, rest
    # "Anna Berg: ordförande"
    return None, f"{group}, {rest}" if ROLE_WORDS.match(rest) else text


def _is_of_person(group: str, rest: str) -> bool:
    """Whether what stands before the colon is a name: "Anna Berg: ordförande", not "Södra Lag: Bo Ek"."""
    if not is_person_name(group):
        return False
    return is_given_name(group.split()[0]) or not is_given_name(rest.split()[0].strip(","))
