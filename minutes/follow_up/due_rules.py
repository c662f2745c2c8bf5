"""When something falls due that is due with an event: a meeting, a decision, another action. Pure.

Comes in: the words of the minutes, or a rule that a person chose, and what is known of
meetings and events. Goes out: the day, or None while the event has no day yet.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from minutes.texts import N_, Text

NEAR = timedelta(days=42)  # a meeting this far from the day that was named may be it, moved
NOT_SAID = timedelta(days=30)  # until one looks in on what has no day at all
SOON = timedelta(days=14)


class Event(StrEnum):
    """What a day hangs on."""

    NEXT_MEETING = "next_meeting"  # of the body, the first after `after`
    SECOND_MEETING = "second_meeting"  # "näst nästa möte"
    MEETING_ON = "meeting_on"  # the one that was to be on `after`
    WATCHED = "watched"  # when a watched decision has come
    ACTION = "action"  # when another action item is done


@dataclass(frozen=True, slots=True)
class DueRule:
    """So many days after an event; before it where `days` is below zero.

    `after` is for the meetings, `subject` the watch item or the action item.
    """

    event: Event
    after: date | None = None
    subject: int | None = None
    days: int = 0

    @property
    def code(self) -> str:
        """The rule as it is stored."""
        anchor = self.after.isoformat() if self.after else str(self.subject)
        return f"{self.event.value} {anchor} {self.days}"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the events: the body's meetings in order, and what has come when."""

    meetings: Sequence[date] = ()
    watched: Mapping[int, date] = field(default_factory=dict)
    done: Mapping[int, date] = field(default_factory=dict)


def read_code(code: str) -> DueRule:
    """The rule that was stored."""
    event, anchor, days = code.split(" ")
    if event in (Event.WATCHED, Event.ACTION):
        return DueRule(Event(event), subject=int(anchor), days=int(days))
    return DueRule(Event(event), after=date.fromisoformat(anchor), days=int(days))


def day_of(rule: DueRule, known: Known) -> date | None:
    """The day that the rule gives now; None while the event has not got one."""
    event = _event_day(rule, known)
    return event + timedelta(days=rule.days) if event is not None else None


def _event_day(rule: DueRule, known: Known) -> date | None:
    if rule.event is Event.WATCHED:
        return known.watched.get(rule.subject or 0)
    if rule.event is Event.ACTION:
        return known.done.get(rule.subject or 0)
    assert rule.after is not None
    if rule.event is Event.MEETING_ON:
        return _moved_to(rule.after, known.meetings)
    place = 0 if rule.event is Event.NEXT_MEETING else 1
    ahead = sorted({day for day in known.meetings if day > rule.after})
    return ahead[place] if len(ahead) > place else None


def _moved_to(day: date, meetings: Sequence[date]) -> date:
    """The meeting that was to be on the day: there still, or the nearest not far away."""
    near = [each for each in meetings if abs(each - day) <= NEAR]
    return min(near, key=lambda each: (abs(each - day), each), default=day)


@dataclass(frozen=True, slots=True)
class Told:
    """What the minutes of one meeting say of the body's meetings: when it was, what is to come."""

    held: date
    ahead: tuple[date, ...] = ()


def meeting_days(told: Iterable[Told]) -> list[date]:
    """The days of a body's meetings, as far as its minutes know.

    A day that earlier minutes announce is moved where later minutes, written before that
    day, do not name it but another that is later.
    """
    minutes = sorted(told, key=lambda each: each.held)
    held = {each.held for each in minutes}
    ahead = {
        day
        for number, each in enumerate(minutes)
        for day in each.ahead
        if day > each.held and not any(_moves(later, day) for later in minutes[number + 1 :])
    }
    return sorted(held | ahead)


def _moves(later: Told, day: date) -> bool:
    return later.held < day and day not in later.ahead and any(new > day for new in later.ahead)


_MEETING = r"(?:\w*(?:möte|sammanträde|träff)(?:t|et|en)?|gång(?:en)?)"
_NEXT = re.compile(
    rf"\b(?P<how>till|inför|före|innan|vid|på|senast)\b[^.,;]*?"
    rf"\b(?P<second>näst-?\s?)?(?:nästa|kommande|nästkommande)\s+(?:ordinarie\s+)?{_MEETING}\b",
    re.IGNORECASE,
)
_THE_MEETING = re.compile(rf"\b(?P<how>före|innan|inför)\s+{_MEETING}$", re.IGNORECASE)
_NAMED = re.compile(rf"\b{_MEETING}\s+(?:den\s+)?\d", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?P<n>en|ett|två|tre|fyra|fem|sex|\d{1,3})\s+(?P<unit>dag|veck|månad)\w*\s+(?:innan|före)\b",
    re.IGNORECASE,
)
_NUMBERS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
_UNITS = {"dag": 1, "veck": 7, "månad": 30}


def rule_of(words: str, held: date, due: date | None) -> DueRule | None:
    """The rule in the words by which something is due; None where a plain day or nothing is.

    `held`: when the meeting was whose minutes say so. `due`: the day that was read from
    the words, where they name one.
    """
    offset = _BEFORE.search(words)
    days = -_length(offset) if offset else 0
    if due is not None:
        if not _NAMED.search(words):
            return None
        return DueRule(Event.MEETING_ON, after=due - timedelta(days=days), days=days)
    following = _NEXT.search(words) or _THE_MEETING.search(words)
    if following is None:
        return None
    if not offset and following["how"].casefold() in ("före", "innan", "inför"):
        days = -1
    second = following.groupdict().get("second")
    return DueRule(Event.SECOND_MEETING if second else Event.NEXT_MEETING, after=held, days=days)


def _length(offset: re.Match[str]) -> int:
    number = offset["n"].casefold()
    count = _NUMBERS.get(number) or int(number)
    return count * _UNITS[offset["unit"].casefold()]


_ENDS = (
    (r"årsskift|årets slut|året är slut|verksamhetsår|under året", (12, 31)),
    (r"\bjul(?:en)?\b", (12, 15)),
    (r"påsk", (4, 1)),
    (r"sommar|semester", (6, 15)),
    (r"höst", (11, 30)),
    (r"vår", (5, 31)),
    (r"vinter", (2, 28)),
    (r"termin", (12, 15)),
)  # fmt: skip
_MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def check_day(words: str, held: date) -> date:
    """When to look in on what is due at no certain day: "snarast", "under hösten".

    Always a day after the meeting was held.
    """
    text = words.casefold()
    if re.search(r"snarast|omgående|inom kort|så (?:snart|fort)", text):
        return held + SOON
    if "nästa vecka" in text:
        return held + timedelta(days=11 - held.weekday())  # its Friday
    if "nästa månad" in text:
        return _month_end(held.year + held.month // 12, held.month % 12 + 1)
    named = next((n for n, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}\b", text)), None)
    year = _YEAR.search(text)
    if named is not None:
        return _coming(
            held, named, 10 if "början" in text else 20 if "mitten" in text else 31, year
        )
    for pattern, (month, day) in _ENDS:
        if re.search(pattern, text):
            return _coming(held, month, day, year)
    return held + NOT_SAID


def _coming(held: date, month: int, day: int, year: re.Match[str] | None) -> date:
    """The first such day after the meeting, or that of the year that is named."""
    for wanted in (int(year.group()) if year else held.year, held.year, held.year + 1):
        found = min(_month_end(wanted, month), date(wanted, month, 1) + timedelta(days=day - 1))
        if found > held:
            return found
    raise AssertionError("next year's day is after any day of this year")


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def rule_words(rule: DueRule) -> Text:
    """What a day follows, as a page says it: 7 dagar före nästa möte."""
    event = {
        Event.NEXT_MEETING: N_("nästa möte"),
        Event.SECOND_MEETING: N_("mötet efter nästa"),
        Event.MEETING_ON: N_("mötet som skulle vara %(day)s", day=rule.after),
        Event.WATCHED: N_("att beslutet som bevakas har kommit"),
        Event.ACTION: N_("att den andra åtgärden är klar"),
    }[rule.event]
    days = abs(rule.days)
    if rule.days < 0:
        return N_("1 dag före %(event)s", "%(num)s dagar före %(event)s", num=days, event=event)
    if rule.days > 0:
        return N_("1 dag efter %(event)s", "%(num)s dagar efter %(event)s", num=days, event=event)
    return event
