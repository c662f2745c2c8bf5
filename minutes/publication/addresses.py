"""The addresses of what is published: of a meeting, of each paragraph, and the days it tells of.

Pure. An address that was given once is never given to anything else.
"""

import datetime as dt
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from minutes.justering.minutes_text import Minutes, Paragraph

ADDRESS = re.compile(r"\d{4}-\d{2}-\d{2}(?:-\d{1,3})?")
_NUMBERS = re.compile(r"\d+")
_WHEN = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?: (?P<start>\d{1,2}\.\d{2})(?:–(?P<end>\d{1,2}\.\d{2}))?)?"
)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting ahead, with its day."""

    date: dt.date
    start: dt.time | None
    end: dt.time | None
    place: str
    note: str


def address_of(day: dt.date, taken: Container[str]) -> str:
    """2022-09-15; with a number behind where the body met twice on the day."""
    address, number = day.isoformat(), 1
    while address in taken:
        number += 1
        address = f"{day.isoformat()}-{number}"
    return address


def anchors(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The part of the address behind #: p4 for § 4, p63-20 for § 63/20, punkt-2 without number."""
    found: list[str] = []
    for place, paragraph in enumerate(paragraphs, 1):
        numbers = "-".join(each.lstrip("0") or "0" for each in _NUMBERS.findall(paragraph.number))
        anchor = f"p{numbers}"[:50] if numbers else f"punkt-{place}"
        found.append(anchor if anchor not in found else f"{anchor}-{place}")
    return found


def coming(minutes: Minutes) -> list[Coming]:
    """The meetings that the minutes announce, where they say the day."""
    found = []
    for each in minutes.ahead:
        match = _WHEN.match(each.when)
        if match:
            day = dt.date.fromisoformat(match["day"])
            start, end = _time(match["start"]), _time(match["end"])
            found.append(Coming(day, start, end, each.place[:_LONGEST], each.note[:_LONGEST]))
    return found


def _time(written: str | None) -> dt.time | None:
    if not written:
        return None
    hour, minute = written.split(".")
    return dt.time(int(hour), int(minute))
