"""By which day minutes are to be justerade: kommunallagen 5:69, senast fjorton dagar. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from minutes.swedish_days import day_off, working_day_from


@dataclass(frozen=True, slots=True)
class LatestDay:
    """The latest day in two readings. `strict` is the one that counts in the product.

    strict: the last of the days, whatever day of the week it is.
    lenient: the next working day, if lag (1930:173) om beräkning av lagstadgad tid lets an
    act wait that falls on a Sunday or holiday. Nothing read so far says that it does.
    """

    strict: date
    lenient: date

    @property
    def free(self) -> str | None:
        """Why the readings differ: lördag, Julafton; None where they do not."""
        return day_off(self.strict)


def latest_day(meeting: date, days: int) -> LatestDay:
    """The latest day for a meeting on the day; the day of the meeting is not counted."""
    strict = meeting + timedelta(days=days)
    return LatestDay(strict, working_day_from(strict))


def offered_day(meeting: date, days: int, today: date) -> date:
    """The latest day that is offered: counted from today where that of the meeting has passed."""
    latest = latest_day(meeting, days).strict
    return latest if latest >= today else latest_day(today, days).strict


def offered_at_once(meeting: date, today: date) -> date:
    """The latest day that is offered for what is justerat omedelbart: that of the sending."""
    return max(meeting, today)
