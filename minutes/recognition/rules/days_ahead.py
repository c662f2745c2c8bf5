"""The days on which announced meetings are held, as their sentence has them, and the hours."""

import datetime as dt
import re
from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.language.clock import clock_span
from minutes.recognition.language.dates import (
    LONG_WEEKDAY,
    NUMBERS,
    WEEKDAYS,
    DateMention,
    date_mentions,
)
from minutes.recognition.language.words import holds_any

Hours = tuple[dt.time | None, dt.time | None]
_A_YEAR, _LONG_PAST = dt.timedelta(days=330), dt.timedelta(days=60)
_NEAR = regex(
    rf"\b(?P<first>{LONG_WEEKDAY})\s+nästa\s+vecka\b|\bnästa\s+(?P<second>{LONG_WEEKDAY})\b|(?<![\d.,/-])(?P<day>[12]?\d|3[01]):[ae]\b"
    r"|\bden\s+(?P<bare>[12]?\d|3[01])(?=\s+kl|\s*[.,]?$)|\bmöte\w*\s+(?:\w+\s+)?om\s+(?P<weeks>en|två|tre|fyra|fem|sex|\d)\s+veck(?:a|or)\b",
    re.IGNORECASE,
)
# "3-4 september": the meeting begins on the first of them.
_FIRST_OF_TWO = regex(r"(?<![\d.,/:-])(?P<first>[0-3]?\d)\s?(?:[-–]|och|,)\s?$")
# "… den 20 april, ändrades senare till 21 april"
_MOVED = regex(
    r"\b(?:ändra\w*|flytta\w*|byttes|senarelades|tidigarelades)\s[^.]{0,25}\b(?:till|från)\s|\bmen\s(?:det\s|den\s|vi\s)?(?:blir|blev|ändra\w+|flytta\w+)\s|\bi\s?stället\s(?:till|den|blir)\s"
)
# "28 maj, 24 september och 3 december, samtliga kl. 14-16": the hours of each of them.
_FOR_ALL = regex(r"\b(?:samtliga|alla)\b(?:\s+\w+){0,3}?\s*(?=\bkl|\d)", re.IGNORECASE)


def days_of(text: str, base: dt.date | None) -> list[DateMention]:
    """The days that the sentence names; of two days on end the first."""
    mentions = [_first_day(text, each) for each in date_mentions(text, base)]
    return mentions or _days_near(text, base)


def _first_day(text: str, mention: DateMention) -> DateMention:
    before = _FIRST_OF_TWO.search(text, max(0, mention.start - 8), mention.start)
    if before is None or not 0 < int(before["first"]) < mention.date.day:
        return mention
    day = mention.date.replace(day=int(before["first"]))
    return replace(mention, start=before.start(), date=day, weekday=None)


def moved_from(after: str) -> bool:
    """Whether a meeting was moved from the day before these words to the one after them."""
    return bool(_MOVED.search(after.casefold()))


def hours_of_all(text: str, base: dt.date | None) -> Hours:
    """The hours that hold for every day of a list: "Vi möts kl. 18 dessa dagar:", "…, alla kl. 9"."""
    told = _FOR_ALL.search(text)
    if told:
        return clock_span(text[told.end() :])
    may_lead = holds_any(text, ("kl", ":")) and not date_mentions(text, base)
    return clock_span(text) if may_lead else (None, None)


def _days_near(text: str, base: dt.date | None) -> list[DateMention]:
    """The day of "tisdag nästa vecka", "nästa torsdag" and "den 31:a", after the meeting."""
    match = _NEAR.search(text)
    if match is None or base is None:
        return []
    named = match["first"] or match["second"]
    if named:
        monday = base + dt.timedelta(days=7 - base.weekday())
        day = monday + dt.timedelta(days=WEEKDAYS[named.casefold()])
    elif match["weeks"]:
        count = NUMBERS.get(match["weeks"].casefold()) or int(match["weeks"])
        day = base + dt.timedelta(weeks=count)
    else:
        wanted = int(match["day"] or match["bare"])
        days = (base + dt.timedelta(days=ahead) for ahead in range(1, 62))
        found = next((each for each in days if each.day == wanted), None)
        if found is None:
            return []
        day = found
    return [DateMention(match.start(), match.end(), day)]


def yet_to_come(
    mention: DateMention, text: str, base: dt.date | None, *, in_list: bool = False
) -> DateMention:
    """A day without a year that is long past is of the year after: "11 januari" told in April.

    in_list: a day after the meeting stands before it in the same list.
    """
    stated = re.search(r"\d{4}", text[mention.start : mention.end])
    if base is None or stated or not base - _A_YEAR < mention.date < base:
        return mention
    try:
        later = replace(mention, date=mention.date.replace(year=mention.date.year + 1))
    except ValueError:  # 29 February
        return mention
    by_weekday = later.weekday is not None and later.weekday_fits
    return later if in_list or by_weekday or mention.date < base - _LONG_PAST else mention
