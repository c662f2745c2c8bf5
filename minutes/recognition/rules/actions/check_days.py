"""A day on which to look at what is due at a vague time: "under hösten", "snarast", "v. 24".

Pure: the words, the meeting's day and the next meeting's in, a suggestion out. The words
stay as they are; the day is for the secretary to take or to change.
"""

import calendar
import datetime as dt
import re
from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.findings import ActionItem, ActionStatus, WatchItem, WatchKind
from minutes.recognition.language.dates import LONG_MONTH, MONTHS, week_days

_END_OF_MONTH = regex(r"\bmånad(?:sskiftet|ens\s+slut|en)\b", re.IGNORECASE)
_YEAR = regex(r"\b(?P<year>(?:19|20)\d\d)\b")
_IN_MONTH = regex(
    rf"(?:(?P<part>början|mitten|slutet)\s+av\s+)?\b(?P<month>{LONG_MONTH})\b(?:\s*[/–-]\s*(?P<to>{LONG_MONTH})\b)?",
    re.IGNORECASE,
)
_NEXT_MEETING = regex(
    r"\b(?:nästa|nästkommande|kommande)\s+(?:\w+\s+)?(?:[\w-]*(?:möte|sammanträde|träff|stämma|avstämning|APT)\w*|gång)\b|\b(?:mötet|sammanträdet)\b",
    re.IGNORECASE,
)
_AFTER_NEXT = regex(r"\bnäst-?\s?nästa\b", re.IGNORECASE)
_BEFORE = regex(r"\b(?:före|innan|inför)\b", re.IGNORECASE)
_AFTER = regex(r"\befter\b", re.IGNORECASE)
_EARLY = regex(r"\btidig|\bbörjan", re.IGNORECASE)

# Season: (its first day, a day early in it, its last day), each (month, day).
_SEASONS: tuple[tuple[str, tuple[int, int], tuple[int, int], tuple[int, int]], ...] = (
    (r"vår(?:en|ens)?\b", (3, 1), (3, 31), (5, 31)),
    (r"sommar(?:en|ens)?\b|semester\w*", (6, 15), (6, 30), (8, 31)),
    (r"höst(?:en|ens)?\b", (9, 1), (9, 30), (11, 30)),
    (r"vinter(?:n|ns)?\b", (12, 1), (12, 31), (2, 28)),
    (r"nyår\w*", (12, 31), (12, 31), (12, 31)),
    (r"jul(?:en|afton)?\b", (12, 20), (12, 20), (12, 31)),
    (r"årsskiftet|året\s+är\s+slut|årets\s+slut|verksamhetsåret", (12, 31), (12, 31), (12, 31)),
    (r"midsommar\w*", (6, 19), (6, 19), (6, 26)),
    (r"påsk(?:en)?\b", (3, 20), (3, 31), (4, 20)),
    (r"(?:kvartal\s+1)\b", (1, 1), (3, 31), (3, 31)),
    (r"(?:kvartal\s+2|första\s+halvåret)\b", (4, 1), (6, 30), (6, 30)),
    (r"(?:kvartal\s+3)\b", (7, 1), (9, 30), (9, 30)),
    (r"(?:kvartal\s+4|andra\s+halvåret)\b", (10, 1), (12, 31), (12, 31)),
    (r"terminen", (6, 10), (6, 10), (6, 10)),
)  # fmt: skip
_SOON: tuple[tuple[str, int], ...] = (
    (r"omgående|genast|omedelbart|asap|(?:några|ett\s+par|närmaste)\s+dagar(?:na)?", 7),
    (r"närmaste|i\s+närtid|snarast|så\s+(?:snart|fort)|inom\s+kort", 14),
    (r"nästa\s+vecka", 7),
    (r"nästa\s+månad", 30),
)
_WEEK_OF_MEETING = regex(r"\b(?:under|i|denna|den\s+här)\s+veckan?\b", re.IGNORECASE)
_WITHOUT_ANY = 30  # days until one asks whether the event has come


def suggested_day(
    text: str, meeting: dt.date | None, next_meeting: dt.date | None = None
) -> dt.date | None:
    """The working day on which to look, always after the meeting; None without a meeting day.

    `next_meeting` is the one that the minutes announce, where they do.
    """
    if meeting is None or not text.strip():
        return None
    day = (
        _week(text, meeting)
        or _meeting(text, meeting, next_meeting)
        or _month(text, meeting)
        or _season(text, meeting)
        or _year(text, meeting)
        or _soon(text, meeting)
        or meeting + dt.timedelta(days=_WITHOUT_ANY)
    )
    return _working_day(day, meeting)


def with_suggested_day(
    action: ActionItem, meeting: dt.date | None, following: dt.date | None
) -> ActionItem:
    """The action with a day to look where its due is vague."""
    if action.due is not None or not action.due_text or action.status is ActionStatus.DONE:
        return action
    return replace(action, due_suggested=suggested_day(action.due_text, meeting, following))


def with_check_day(
    watch: WatchItem, meeting: dt.date | None, following: dt.date | None
) -> WatchItem:
    """The watch item with a day to look, where the decision is to come."""
    if watch.kind is not WatchKind.COMING or meeting is None:
        return watch
    if watch.date is not None and watch.date > meeting:
        return replace(watch, check_day=watch.date)
    return replace(watch, check_day=suggested_day(watch.date_text or "senare", meeting, following))


def _week(text: str, meeting: dt.date) -> dt.date | None:
    if _WEEK_OF_MEETING.search(text):
        return meeting + dt.timedelta(days=(4 - meeting.weekday()) % 7)
    return max((day for _, day in week_days(text, meeting)), default=None)


def _meeting(text: str, meeting: dt.date, following: dt.date | None) -> dt.date | None:
    if not _NEXT_MEETING.search(text):
        return None
    month = _IN_MONTH.search(text)  # "till mötet i november"
    if month and (following is None or following.month != MONTHS[month["month"].casefold()]):
        return None
    following = following or meeting + dt.timedelta(days=_WITHOUT_ANY)
    return following + (following - meeting) if _AFTER_NEXT.search(text) else following


def _month(text: str, meeting: dt.date) -> dt.date | None:
    match = _IN_MONTH.search(text)
    if match is None and _END_OF_MONTH.search(text):
        return meeting.replace(day=calendar.monthrange(meeting.year, meeting.month)[1])
    if match is None:
        return None
    month = MONTHS[(match["to"] or match["month"]).casefold()]
    part = (match["part"] or "").casefold()
    before = bool(_BEFORE.search(text[: match.start()]))
    year = _stated_year(text)
    for candidate in (year,) if year else (meeting.year, meeting.year + 1):
        day = dt.date(candidate, month, calendar.monthrange(candidate, month)[1])
        if before:
            day = day.replace(day=1)
        elif part == "mitten":
            day = day.replace(day=20)
        elif part == "början" or _EARLY.search(text):
            day = day.replace(day=10)
        if day > meeting:
            return day
    return None


def _season(text: str, meeting: dt.date) -> dt.date | None:
    for words, first, early, last in _SEASONS:
        if not re.search(rf"\b(?:{words})", text, re.IGNORECASE):
            continue
        wanted, days = last, 0
        if _BEFORE.search(text):
            wanted = first
        elif _AFTER.search(text):
            days = 30
        elif _EARLY.search(text):
            wanted = early
        year = _stated_year(text) or meeting.year
        for candidate in (year, year + 1):
            day = dt.date(candidate, *wanted) + dt.timedelta(days=days)
            if day > meeting:
                return day
    return None


def _year(text: str, meeting: dt.date) -> dt.date | None:
    """Halfway through what is left of the year."""
    year = _stated_year(text) or (meeting.year if re.search(r"\båret\b", text) else None)
    if year is None:
        return None
    first, last = max(dt.date(year, 1, 1), meeting), dt.date(year, 12, 31)
    return first + (last - first) / 2


def _soon(text: str, meeting: dt.date) -> dt.date | None:
    for words, days in _SOON:
        if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE):
            return meeting + dt.timedelta(days=days)
    return None


def _stated_year(text: str) -> int | None:
    match = _YEAR.search(text)
    return int(match["year"]) if match else None


def _working_day(day: dt.date, meeting: dt.date) -> dt.date:
    """The Friday before a weekend, where that is still after the meeting; else the Monday."""
    if day.weekday() < 5 and day > meeting:
        return day
    friday = day - dt.timedelta(days=max(0, day.weekday() - 4))
    if friday > meeting:
        return friday
    day = max(day, meeting + dt.timedelta(days=1))
    return day + dt.timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)
