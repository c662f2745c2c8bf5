"""English labels of people without a colon: "Present - Anna Berg", "Apologies Eva, Bo"."""

import re

from minutes.expressions import regex
from minutes.recognition.people.english_labels import english_presence_of
from minutes.recognition.people.names import CAPITAL, ENGLISH_TITLES, is_given_name

_BEGINS = frozenset(
    """present attendees attendance attending apologies regrets absent in also members participants those not board committee
    councillors directors trustees commissioners officers staff residents excused unable sent roll""".split()
)
# The first letters of them, as they may be written; asked before anything else.
ENGLISH_BEGINS = frozenset(
    begins for word in _BEGINS for begins in (word[:3], word[:3].title(), word[:3].upper())
) | {"In ", "IN ", "in "}
_LONGEST = 5  # words of a label
_LONGEST_LIST = 600  # characters
_WORD = regex(r"\S+\s*")
_DASH = regex(r"\s*[–—-]+\s+")
_TITLE = rf"(?:{'|'.join(sorted(ENGLISH_TITLES))})\.?"
_NAME = rf"{CAPITAL}[^\W\d_]+(?:['’-]{CAPITAL}?[^\W\d_]+)*"
_PERSON = regex(
    rf"(?:(?P<title>{_TITLE})\s)?(?P<letters>(?:{CAPITAL}\.?\s?){{1,3}}(?<=[.\s]))?(?P<name>{_NAME})(?:\s{_NAME}|\s{CAPITAL}\.?){{0,2}}"
)
_BETWEEN = regex(r"\s*(?:[,;]|\s/\s|,?\s(?:and|&)\s)\s*")
_BESIDE = regex(r"\s*\([^()]{1,40}\)|\s[–-]\s[^,;]{2,40}")  # "(Chair)", "– Treasurer"
_FEWEST_SURNAMES = 2


def english_prefix(text: str) -> tuple[str, int] | None:
    """The label in lower case, and where the names begin; None where no names follow."""
    if text.partition(" ")[0].casefold() not in _BEGINS or len(text) > _LONGEST_LIST:
        return None
    end, best = 0, None
    for word in list(_WORD.finditer(text))[:_LONGEST]:
        end = word.end()
        label = text[:end].rstrip(" –—-").casefold()
        if english_presence_of(label):
            best = label, end
    if best is None:
        return None
    label, end = best
    dash = _DASH.match(text, len(label))
    end = dash.end() if dash else end
    return (label, end) if _are_people(text[end:], sure=bool(dash)) else None


def _are_people(text: str, *, sure: bool) -> bool:
    """Whether the text is nothing but names; behind a dash any capital may be one of two."""
    parts = [part for part in _BETWEEN.split(_BESIDE.sub("", text.strip(" .,"))) if part]
    people = [match for part in parts if (match := _PERSON.fullmatch(part))]
    if not parts or len(people) < len(parts):
        return False
    if any(_is_known(person) for person in people):
        return True
    return len(people) >= _FEWEST_SURNAMES and (sure or all(" " not in part for part in parts))


def _is_known(person: re.Match[str]) -> bool:
    return bool(person["title"] or person["letters"]) or is_given_name(person["name"])
