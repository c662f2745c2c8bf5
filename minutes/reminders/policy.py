"""Who is to be reminded of what today. Pure: days in, causes out.

A person has one mail a day at most, and none on a quiet day. Nothing here counts on having
been asked yesterday: what fell on a quiet day, or on one that the machine slept through,
comes on the next day that is asked about.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from minutes.reminders.quiet_days import quiet_day
from minutes.reminders.tables import Cause, Rhythm

AHEAD = timedelta(days=7)
AGAIN = timedelta(days=7)
ARCHIVE = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Promise:
    """An open action item of a person; `reminded` is the last day they were reminded of it."""

    action_id: int
    due: date | None
    reminded: date | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What a person has had: the last day with a mail, and with action items of nobody."""

    mailed: date | None = None
    of_unowned: date | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """An action item that is to stand in today's mail, and why."""

    action_id: int
    cause: Cause


def mentions(
    promises: Iterable[Promise],
    unowned: Iterable[int],
    rhythm: Rhythm,
    memory: Memory,
    today: date,
) -> list[Mention]:
    """What a person's mail of today is about; empty where there is to be none.

    `unowned` are the action items that the person gets as secretary, once a week.
    """
    if rhythm is Rhythm.NONE or quiet_day(today) or memory.mailed == today:
        return []
    weekly = rhythm is Rhythm.WEEKLY
    if weekly and _same_week(memory.mailed, today):
        return []
    found = [
        Mention(promise.action_id, cause)
        for promise in promises
        if (cause := cause_of(promise.due, today))
        and (
            belongs_to_week(promise.due, today)
            if weekly
            else is_time(promise.due, promise.reminded, today)
        )
    ]
    if not _same_week(memory.of_unowned, today):
        found += [Mention(action_id, Cause.UNOWNED) for action_id in unowned]
    return found


def from_archive(meeting: date, recorded: date) -> bool:
    """Whether the minutes are old ones, taken in long after their meeting.

    Nobody is reminded of what they hold: years of late promises would come at once.
    """
    return recorded - meeting > ARCHIVE


def cause_of(due: date | None, today: date) -> Cause | None:
    """Why a mail of today might be about an open action item that is due on the day."""
    if due is None or due > today + AHEAD:
        return None
    if due > today:
        return Cause.SOON
    return Cause.TODAY if due == today else Cause.LATE


def is_time(due: date | None, reminded: date | None, today: date) -> bool:
    """Whether who is reminded daily is reminded today of what is due on the day.

    Once in the seven days before, on the day itself, on the day after, then every week.
    """
    cause = cause_of(due, today)
    if due is None or cause is None:
        return False
    if reminded is None:
        return True
    if cause is Cause.SOON:
        return reminded < due - AHEAD
    if cause is Cause.TODAY:
        return reminded < today
    return reminded <= due or today - reminded >= AGAIN


def belongs_to_week(due: date | None, today: date) -> bool:
    """Whether the week's only mail is about it: it is due before the next one comes.

    The same is said on every day of the week, so that the mail comes on the first working
    day, or on the first that the machine was awake.
    """
    monday = today - timedelta(days=today.weekday())
    return due is not None and due <= monday + AHEAD


def _same_week(day: date | None, today: date) -> bool:
    return day is not None and day.isocalendar()[:2] == today.isocalendar()[:2]
