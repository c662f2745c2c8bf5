"""What the checks of a notice prove: on which days it was up, and on which it was not. Pure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes.publication.anslag import DAYS, ONE_DAY, Period, days_up, period
from minutes.swedish_time import day_in_sweden


@dataclass(frozen=True, slots=True)
class Check:
    """That the notice was asked for, and whether it answered."""

    at: dt.datetime
    stood: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with a notice. `up` of `of` days; `may_go` when it may be taken down."""

    period: Period
    interrupted: tuple[dt.date, ...]
    up: int
    of: int
    may_go: bool


def standing(posted_at: dt.datetime, checks: Sequence[Check], now: dt.datetime) -> Standing:
    """How the notice stands at the moment; the checks are in the order of time."""
    posted, today = day_in_sweden(posted_at), day_in_sweden(now)
    interrupted = interrupted_days(posted, checks, today)
    found = period(posted, interrupted)
    up = days_up(posted, today - ONE_DAY, interrupted)
    return Standing(found, interrupted, up, DAYS, today >= found.earliest_down)


def interrupted_days(
    posted: dt.date, checks: Sequence[Check], today: dt.date
) -> tuple[dt.date, ...]:
    """The days before today, and today where it is already so, on which it was not up all day: it
    failed to answer twice in a row, or nobody saw it.
    """
    seen = {day_in_sweden(each.at) for each in checks if each.stood}
    down = {
        day_in_sweden(second.at)
        for first, second in pairwise(checks)
        if not first.stood and not second.stood  # one alone was a slip of the net
    }
    passed = (posted + ONE_DAY * number for number in range(1, (today - posted).days))
    unseen = {day for day in passed if day not in seen}
    return tuple(sorted(day for day in unseen | down if posted < day <= today))
