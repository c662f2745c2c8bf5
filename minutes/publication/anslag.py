"""The days of an anslag, the notice that minutes are justerade: when it is put up, until when the
decisions can be appealed, and when it may be taken down. Dates in, dates out. Pure.

Kommunallagen (2017:725) 8 kap. 12 §: the justering is announced at the latest on the second day
after it, and the notice may not be taken down before the time of appeal has passed. 13 kap. 5 §:
that time is three weeks from the day of the announcement, and runs out only if the notice has been
up all of it. Lag (1930:173): what ends on a Sunday, a holiday, a Saturday or an eve ends on the
next working day instead.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from minutes.justering.latest_day import LatestDay, latest_day
from minutes.swedish_days import working_day_from

DAYS = 21  # three weeks: the last of them is the same day of the week
DAYS_TO_POST = 2
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The period of one notice.

    latest_appeal: the last day on which the decisions can be appealed.
    earliest_down: the first day on which the notice may be taken down.
    """

    posted: date
    latest_appeal: date
    earliest_down: date


def latest_posting(justerat: date) -> LatestDay:
    """By which day a justering is to be announced; the strict reading is the one that counts."""
    return latest_day(justerat, DAYS_TO_POST)


def period(posted: date, interrupted: Collection[date] = ()) -> Period:
    """The period of a notice that was put up on the day.

    interrupted: the days on which it was not up all day. They count for nothing: the notice has
    to stand for three whole weeks besides the day on which it was put up.
    """
    last = posted
    standing = 0
    while standing < DAYS:
        last += ONE_DAY
        standing += last not in interrupted
    last = working_day_from(last)
    while last in interrupted:
        last = working_day_from(last + ONE_DAY)
    return Period(posted, last, last + ONE_DAY)


def days_up(posted: date, today: date, interrupted: Collection[date] = ()) -> int:
    """How many of the days the notice has stood by the end of `today`; at most all of them."""
    passed = (posted + ONE_DAY * number for number in range(1, (today - posted).days + 1))
    return min(DAYS, sum(day not in interrupted for day in passed))
