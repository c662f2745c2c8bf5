"""An English list of people that says of each how he stood: "Anna - present", "Bo (on leave)"."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import Presence
from minutes.recognition.people.listed import ListedPerson

_NAME = r"(?P<name>@?[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][\w’'-]*(?: (?:(?:von|van|af|de|der|la) )?[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][\w’'-]*\.?){0,3})"
_THERE = (
    r"present|here|there|attend(?:ed|ing|s)|in person|on ?site|online|remote(?:ly)?|(?:via|on|by|over|through) (?:zoom|teams|skype|meet|discord|phone|telephone|video|link)"
    r"|late|joined|yes|participating|participated"
)
_AWAY = (
    r"absent|away|(?:un)?excused|sick|ill|(?:is |was )?not (?:present|here|there|attending|in attendance|able to (?:attend|come))|(?:(?:on )?(?:permitted|parental|sick|maternity|paternity|study) |on )?leave"
    r"|(?:on )?(?:vacation|holiday)|no[ -]show|did(?: not|n['’]t) (?:attend|come|show up)|could(?: not|n['’]t) (?:attend|come|make it)|unable to (?:attend|come|make it)|(?:sent |with )?(?:apologies|regrets)"
    r"|travelling|traveling|missing|cancelled|no"
)
_MORE = r"(?P<more>(?:\s*[,;(]|\s(?:but|from|until|by|with|without|due|since|because|on|for|at|arrived|joined|left|late|and|at)\b).*)?"
_STATUS = regex(
    rf"{_NAME}\s*(?:[-–—:,]|(?=\())\s*(?:\((?:(?P<there_in>(?:{_THERE}))|(?P<away_in>(?:{_AWAY})))(?P<more_in>[ ,;(].*)?\)|(?:(?P<there>{_THERE})|(?P<away>{_AWAY})){_MORE})[.]?",
    re.IGNORECASE | re.UNICODE,
)
_CAPITAL = regex(r"@?[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ]")


def with_status(text: str) -> tuple[ListedPerson, Presence] | None:
    """Whom the line names and how he stood, where it says nothing else."""
    match = _STATUS.fullmatch(text.strip(" *_"))
    if match is None or not all(map(_CAPITAL.match, _names(match["name"]))):
        return None
    name = match["name"]
    away = match["away"] or match["away_in"]
    note = (match["there"] or match["there_in"] or "") + (match["more"] or match["more_in"] or "")
    plain = note.casefold() in {"present", "here", "yes"}
    person = ListedPerson(name, note=None if away or plain or not note else note.strip())
    return person, Presence.ABSENT if away else Presence.PRESENT


def _names(name: str) -> list[str]:
    return [part for part in name.split() if part.casefold() not in _SMALL]


_SMALL = frozenset("von van af de der la".split())
