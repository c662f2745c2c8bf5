"""Who is to be reminded of what today. Pure: days in, causes out.

A person has one mail a day at most, and none on a quiet day. Nothing here counts on having
been asked yesterday: what fell on a quiet day, or on one that the machine slept through,
comes on the next day that is asked about.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from minutes.reminders.pace import USUAL, Pace
from minutes.reminders.quiet_days import quiet_day
from minutes.reminders.tables import Cause, Rhythm

WEEK = timedelta(days=7)
ARCHIVE = timedelta(days=120)
CHAIR_AGAIN = timedelta(days=28)
_ORDER = {cause: place for place, cause in enumerate(Cause)}  # in a mail


class Promise(NamedTuple):
    """An open action item of a person; `reminded` is the last day they were reminded of it.

    `pace` is that of its body, and `meeting` the body's next meeting.
    """

    action_id: int
    due: date | None
    reminded: date | None = None
    pace: Pace = USUAL
    meeting: date | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What a person has had: the last day with a mail, and with action items of nobody."""

    mailed: date | None = None
    of_unowned: date | None = None


class DaysMail:
    """What a person's mail of the day is about, gathered from one action item after another.

    So that nothing is kept of all the others: there may be very many.
    """

    __slots__ = ("_causes", "_has_unowned", "_is_written", "_today", "_weekly")

    def __init__(self, rhythm: Rhythm, memory: Memory, today: date) -> None:
        self._today, self._weekly = today, rhythm is Rhythm.WEEKLY
        self._is_written = may_be_written_to(rhythm, memory, today)
        self._has_unowned = self._is_written and not _same_week(memory.of_unowned, today)
        self._causes: dict[int, Cause] = {}

    def add_own(self, promise: Promise) -> None:
        """Tell the person of what they are to do, where it is time."""
        if self._is_written and (cause := cause_today(promise, self._today, weekly=self._weekly)):
            self._causes[promise.action_id] = cause

    def add_lagging(self, promise: Promise) -> None:
        """Tell a chair of what others are late with, where it is time."""
        if self._is_written and is_time_for_chair(promise, self._today):
            self._causes.setdefault(promise.action_id, Cause.LAGGING)

    def add_unowned(self, action_id: int) -> None:
        """Tell a secretary of what is nobody's, once a week."""
        if self._has_unowned:
            self._causes.setdefault(action_id, Cause.UNOWNED)

    def actions(self) -> dict[int, Cause]:
        """The action items that stand in the mail, in its order, and why; empty where there is
        to be none.
        """
        return dict(sorted(self._causes.items(), key=_place))


def _place(said: tuple[int, Cause]) -> int:
    return _ORDER[said[1]]


def may_be_written_to(rhythm: Rhythm, memory: Memory, today: date) -> bool:
    """Whether the person can have a mail today at all."""
    if rhythm is Rhythm.NONE or quiet_day(today) or memory.mailed == today:
        return False
    return rhythm is Rhythm.DAILY or not _same_week(memory.mailed, today)


def from_archive(meeting: date, recorded: date) -> bool:
    """Whether the minutes are old ones, taken in long after their meeting.

    Nobody is reminded of what they hold: years of late promises would come at once.
    """
    return recorded - meeting > ARCHIVE


def cause_today(promise: Promise, today: date, *, weekly: bool) -> Cause | None:
    """Why the promise stands in a mail of today; None where it does not."""
    if promise.pace.rests(today):
        return None
    ahead = max(promise.pace.ahead, WEEK) if weekly else promise.pace.ahead
    cause = cause_of(promise.due, today, ahead)
    if cause is not None:
        asked = belongs_to_week(promise.due, today) if weekly else _asks(promise, cause, today)
        if asked:
            return cause
    return (cause or Cause.MEETING) if is_before_meeting(promise, today, weekly=weekly) else None


def cause_of(due: date | None, today: date, ahead: timedelta = WEEK) -> Cause | None:
    """Why a mail of today might be about an open action item that is due on the day."""
    if due is None or due > today + ahead:
        return None
    if due > today:
        return Cause.SOON
    return Cause.TODAY if due == today else Cause.LATE


def is_time(promise: Promise, today: date) -> bool:
    """Whether who is reminded daily is reminded today.

    By the usual pace once in the seven days before, on the day itself, on the day after,
    then every week.
    """
    cause = cause_of(promise.due, today, promise.pace.ahead)
    return cause is not None and _asks(promise, cause, today)


def _asks(promise: Promise, cause: Cause, today: date) -> bool:
    due, reminded, pace = promise.due, promise.reminded, promise.pace
    if due is None:
        return False
    if cause is Cause.TODAY and not pace.on_the_day:
        return False
    if reminded is None:
        return True
    if cause is Cause.SOON:
        return reminded < due - pace.ahead
    if cause is Cause.TODAY:
        return reminded < today
    return reminded <= due or today - reminded >= pace.again


def is_before_meeting(promise: Promise, today: date, *, weekly: bool) -> bool:
    """Whether the body meets so soon that all that is open is told of, and it has not been."""
    if promise.meeting is None or today >= promise.meeting:
        return False
    first = promise.pace.tells_before(promise.meeting)
    if first is None:
        return False
    if weekly:
        first -= timedelta(days=first.weekday())  # the only mail of that week
    return first <= today and (promise.reminded is None or promise.reminded < first)


def is_time_for_chair(promise: Promise, today: date) -> bool:
    """Whether the chair is told: late for as long as the body has said, then every four weeks."""
    due, told, days = promise.due, promise.reminded, promise.pace.chair_days
    if due is None or days is None or promise.pace.rests(today):
        return False
    if due >= today or today - due < timedelta(days=days):
        return False
    return told is None or told <= due or today - told >= CHAIR_AGAIN


def belongs_to_week(due: date | None, today: date) -> bool:
    """Whether the week's only mail is about it: it is due before the next one comes.

    The same is said on every day of the week, so that the mail comes on the first working
    day, or on the first that the machine was awake.
    """
    monday = today - timedelta(days=today.weekday())
    return due is not None and due <= monday + WEEK


def _same_week(day: date | None, today: date) -> bool:
    return day is not None and day.isocalendar()[:2] == today.isocalendar()[:2]
