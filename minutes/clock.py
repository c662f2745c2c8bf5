"""The only reader of the time. Everything below the routes gets its moment as an argument."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is in Sweden."""
    return day_in_sweden(now())


def day_in_sweden(moment: datetime) -> date:
    """The day it is in Sweden at a moment, which in UTC can be the day before."""
    return moment.astimezone(STOCKHOLM).date()
