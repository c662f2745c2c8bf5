"""Which points tell of the meetings that minutes announce. Pure."""

import re
from collections.abc import Iterable

from minutes.justering.minutes_text import Announced, Minutes, Paragraph

_ABOUT_THEM = re.compile(
    r"\b(?:(?:kommande|nästa|nästkommande|höstens|vårens|årets|framtida)\s+"
    r"(?:\w+\s+)?[\w-]*(?:möte|sammanträde|träff|stämma)\w*"
    r"|(?:mötes|sammanträdes)(?:datum|dagar|tider|plan)\w*|möten\s+framåt)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}-\d{2}-(\d{2})")
_NUMBERS = re.compile(r"\d+")


def told_apart(minutes: Minutes) -> tuple[Announced, ...]:
    """Those that are to be listed after the points.

    A point headed by them ("Kommande möten") in which the number of the day stands tells of the
    meeting, and a reader would find it twice.
    """
    told = [each for each in minutes.paragraphs if _ABOUT_THEM.search(each.title)]
    return not_told_in(told, minutes.ahead)


def not_told_in(
    paragraphs: Iterable[Paragraph], meetings: Iterable[Announced]
) -> tuple[Announced, ...]:
    """The meetings of whose day none of the paragraphs has the number."""
    texts = [f"{each.title}\n{each.text}" for each in paragraphs]
    return tuple(each for each in meetings if not any(_tells(text, each) for text in texts))


def _tells(text: str, meeting: Announced) -> bool:
    day = _DAY.match(meeting.when)
    if day is None:
        return meeting.when in text
    return int(day[1]) in map(int, _NUMBERS.findall(text))
