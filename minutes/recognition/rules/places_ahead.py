"""Where an announced meeting is held, by the words behind its day."""

import re

from minutes.expressions import regex
from minutes.recognition.language.clock import clock_span
from minutes.recognition.language.houses import is_house
from minutes.recognition.people.names import is_given_name

_NAMED = regex(
    r"\((?P<paren>[^()]{3,80})\)|\b(?:i|på|(?P<host>hos)|via)\s+(?P<place>[A-ZÅÄÖ][\wåäöéÅÄÖ'’-]*(?:\s+(?:[A-ZÅÄÖ\d][\wåäö-]*|i|på))*)"
)
_HOUR = r"\d{1,2}(?:[.:]\d\d)?"
# What stands right behind the day and its hours: "kl. 19.00–21.00 i bystugan", ", Folkets hus".
_BEHIND = regex(
    rf"[\s.]*(?:\d{{4}}\b)?[\s,.]*(?:(?:kl(?:ockan)?\b\.?\s*)?{_HOUR}(?:\s?(?:[-–]|till)\s?(?:kl\.?\s?)?{_HOUR})?)?"
    r"(?:[\s,.]+(?:i|på)\s+|\s*,\s*)(?P<place>[^\W\d_][^,.;:()?\n]{2,60})"
)
# "… blir i klubbhuset den 7 december"
_BEFORE = regex(
    r"\b(?:i|på)\s(?P<place>[^\W\d_][\wåäöÅÄÖ -]{2,50}?)\s+(?:(?:på\s+)?\w+dag(?:en)?\s+)?(?:den\s+)?$"
)
_ENDS = regex(r"\s(?:kl|klockan|och|samt|då|där|dit|med|för|efter|före|innan|som|om|vid)\s.*$")
_IN = regex(r"\s(?:i|på)\s")
_SAME = regex(r"\bsamma\s+(?:plats|ställe|lokal)\b|\bsamma\s+tid\s+och\s+(?:plats|ställe)\b")


def place_ahead(before: str, after: str, own: str | None) -> str | None:
    """The place told `before` or `after` the day of a meeting; `own` is where this meeting was."""
    if own and _SAME.search(after):
        return own
    behind = _BEHIND.match(after)
    house = _ENDS.sub("", behind["place"]).strip() if behind else ""
    if house and _is_place(house):
        return house
    ahead = _BEFORE.search(before)
    return ahead["place"] if ahead and _is_place(ahead["place"]) else _named(after)


def _is_place(text: str) -> bool:
    return all(is_house(part) for part in _IN.split(text))


def _named(after: str) -> str | None:
    place = _NAMED.search(after)
    if place is None or (place["paren"] and clock_span(place["paren"])[0]):
        return None
    where = re.sub(r"\s(?:i|på)$", "", (place["paren"] or place["place"]).strip())
    return f"hos {where}" if place["host"] and is_given_name(where.split()[0]) else where
