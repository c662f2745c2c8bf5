"""The only reader of the time. Everything below the routes gets its moment as an argument."""

from datetime import UTC, date, datetime

from minutes.swedish_time import STOCKHOLM, day_in_sweden

__all__ = ["STOCKHOLM", "now", "today"]


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is in Sweden."""
    return day_in_sweden(now())
