"""What somebody is to do with minutes on their way, and when they are told of it. Pure.

A further kind needs its row here, its words in duty_wording.py, and a query in waiting.py that
finds what waits.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from minutes.reminders.tables import DutyKind

DAY = timedelta(days=1)
AGAIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Wait:
    """When a duty is told of first: so long after it arose, or before its latest day."""

    after: timedelta | None = None
    before: timedelta | None = None


WAITS = {
    DutyKind.SIGN: Wait(before=4 * DAY),
    DutyKind.REVIEW: Wait(after=3 * DAY),
    DutyKind.SEND: Wait(after=5 * DAY, before=5 * DAY),
    DutyKind.JUSTERING: Wait(before=3 * DAY),
    DutyKind.WATCH: Wait(after=DAY),  # since the day before one is to ask
    DutyKind.APPROVE: Wait(after=DAY),
    DutyKind.PUBLISH: Wait(after=DAY),  # kommunallagen 8:12 wants it posted by the second day
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that waits for somebody, since when, and until when it must be done.

    told: the last day they were told of it.
    """

    kind: DutyKind
    thing_id: int
    since: date
    told: date | None = None
    latest: date | None = None


def is_time(duty: Duty, today: date) -> bool:
    """Whether it is told of today: when it has waited, when its latest day has passed, and every
    week; never on the day it arose, on which other mails have told of it.
    """
    if today <= duty.since or not _has_waited(duty, today):
        return False
    if duty.told is None or today - duty.told >= AGAIN:
        return True
    return duty.latest is not None and duty.told <= duty.latest < today


def _has_waited(duty: Duty, today: date) -> bool:
    wait = WAITS[duty.kind]
    if wait.after is not None and today - duty.since >= wait.after:
        return True
    return wait.before is not None and (
        duty.latest is not None and today >= duty.latest - wait.before
    )
