"""Lists in which a place stands behind each name without a comma: "Bo Ek Granstad, Eva Alm Solby"."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.people.names import CAPITAL, SURNAME_ENDS, is_given_name, is_person_name

_WORD = rf"{CAPITAL}[a-zß-öø-ÿ]+(?:-{CAPITAL}[a-zß-öø-ÿ]+)?"
_NAME_AND_PLACE = regex(
    rf"(?<!\S)(?P<name>{_WORD} {_WORD}) (?P<place>{CAPITAL}[a-zåäö]+)(?=\s*(?:[,;]|$)|\s(?:och|samt)\s|\s(?P<next>{_WORD}) {_WORD}\b)"
)
# "Anna Berg Ledamot, Hamnen Bo Ek Ledamot, Bryggan": for what somebody answers.
_OFFICE_AND_PLACE = regex(
    rf"(?P<office>\b(?:[Ll]edamot|[Ss]uppleant|[Ee]rsättare)), (?P<place>[A-ZÅÄÖ][\wåäö/]+) (?P<first>{_WORD})(?= [A-ZÅÄÖ(])"
)
_PLACE_ENDS = tuple(
    """stad köping by ås borg hamn sund vik hult torp sta ryd red arp fors krona boda
    löv hed rike gård valla sjö näs""".split()
)
_PART = regex(r"[,;]\s*")
_FEWEST = 3  # persons; of fewer it may be a surname
_SHARE = 0.6  # of those who are listed


def with_places_in_brackets(text: str) -> str:
    """The line with the places in brackets, where most who are listed have one."""
    if len(_PART.split(text)) < _FEWEST:
        return text
    text = _OFFICE_AND_PLACE.sub(_in_brackets, text)
    found = [m for m in _NAME_AND_PLACE.finditer(text) if is_person_name(m["name"])]
    # Behind the last of them others may stand who have none.
    parts = _PART.split(text[: found[-1].end()]) if found else []
    if not _are_places([m["place"] for m in found if is_given_name(m["name"].split()[0])], parts):
        return text
    for match in reversed(found):
        after = "" if match["next"] is None else ","
        text = f"{text[: match.end('name')]} ({match['place']}){after}{text[match.end('place') :]}"
    return text


def _are_places(words: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether so many of those listed have one that it is no second surname."""
    listed = sum(is_given_name(part.partition(" ")[0]) for part in parts)
    sure = [word for word in words if not word.endswith(SURNAME_ENDS) and not is_given_name(word)]
    alike = sum(word.endswith(_PLACE_ENDS) for word in sure)
    return len(sure) >= _FEWEST and len(words) >= _SHARE * listed and 2 * alike >= len(sure)


def _in_brackets(match: re.Match[str]) -> str:
    if is_given_name(match["place"]) or not is_given_name(match["first"]):
        return match.group()
    return f"{match['office']} ({match['place']}), {match['first']}"
