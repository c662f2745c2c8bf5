"""When a body has its owners reminded: how long before, how often, and in which weeks not. Pure."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from minutes.errors import Refused
from minutes.reminders.quiet_days import quiet_day
from minutes.texts import N_

MOST_QUIET_WEEKS = 26
_WEEKS = re.compile(r"(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Pace:
    """The days are whole days, those of a meeting working days. None: not at all.

    days_before: the owner is told so long before the day (0: not before).
    again_days: a late one is told of again after so long.
    meeting_days: everything open is told of so long before the body's next meeting.
    chair_days: the chair is told of what has been late for so long.
    quiet_weeks: numbers of ISO weeks in which nothing of the body is told of.
    """

    days_before: int = 7
    on_the_day: bool = True
    again_days: int = 7
    meeting_days: int | None = None
    chair_days: int | None = None
    quiet_weeks: frozenset[int] = frozenset()
    # How long before its day an action item is told of, and until a late one is again.
    ahead: timedelta = field(init=False, repr=False)
    again: timedelta = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Once, since it is asked for each of very many action items.
        object.__setattr__(self, "ahead", timedelta(days=self.days_before))
        object.__setattr__(self, "again", timedelta(days=self.again_days))

    def rests(self, day: date) -> bool:
        """Whether the day is in one of the body's quiet weeks."""
        return bool(self.quiet_weeks) and day.isocalendar().week in self.quiet_weeks

    def tells_before(self, meeting: date) -> date | None:
        """The day from which what is open is told of before the meeting."""
        if self.meeting_days is None:
            return None
        return working_days_before(meeting, self.meeting_days)


USUAL = Pace()


def working_days_before(day: date, number: int) -> date:
    """The day so many working days before."""
    while number:
        day -= timedelta(days=1)
        number -= quiet_day(day) is None
    return day


def read_weeks(text: str) -> frozenset[int]:
    """The weeks of a text such as 28–31, 52. Raises Refused.

    A span may go over the turn of the year (52–1); half the year must be left.
    """
    weeks: set[int] = set()
    for part in filter(None, (each.strip() for each in text.split(","))):
        span = _WEEKS.fullmatch(part)
        if span is None:
            raise Refused(N_("”%(part)s” är ingen vecka. Skriv till exempel 28–31, 52.", part=part))
        first, last = int(span[1]), int(span[2] or span[1])
        if not (1 <= first <= 53 and 1 <= last <= 53):
            raise Refused("Veckor har nummer från 1 till 53.")
        if first <= last:
            weeks.update(range(first, last + 1))
        else:
            weeks.update((*range(first, 54), *range(1, last + 1)))
    if len(weeks) > MOST_QUIET_WEEKS:
        raise Refused(
            N_("Högst %(most)s veckor om året kan vara utan påminnelser.", most=MOST_QUIET_WEEKS)
        )
    return frozenset(weeks)


def weeks_text(weeks: frozenset[int]) -> str:
    """28–31, 52: the weeks as they are read."""
    spans: list[list[int]] = []
    for week in sorted(weeks):
        if spans and spans[-1][1] == week - 1:
            spans[-1][1] = week
        else:
            spans.append([week, week])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spans)
