"""What somebody is to do with minutes on their way, and when they are told of it. Pure.

A further kind needs its row here and in the table's words, and a query in bodies.py that
finds what waits.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from minutes.reminders.tables import DutyKind

WAITS = {DutyKind.REVIEW: timedelta(days=3)}  # so long before anybody is told
AGAIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that waits for somebody, and since when. `told`: the last day they were told."""

    kind: DutyKind
    thing_id: int
    since: date
    told: date | None = None


def is_time(duty: Duty, today: date) -> bool:
    """Whether it is told of today: after a few days, and then every week."""
    if today - duty.since < WAITS[duty.kind]:
        return False
    return duty.told is None or today - duty.told >= AGAIN
