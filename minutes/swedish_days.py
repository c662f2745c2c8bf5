"""The days on which nobody in Sweden has to do anything, and the working day after. Pure."""

from datetime import date, timedelta
from functools import cache

import holidays

from minutes.formatting import WEEKDAYS

SATURDAY = 5


def day_off(day: date) -> str | None:
    """What kind of free day it is (Midsommarafton, lördag); None on a working day.

    Public holidays, and the eves that everybody has off.
    """
    name = _swedish().get(day)
    if name is not None:
        return name
    return WEEKDAYS[day.weekday()] if day.weekday() >= SATURDAY else None


def working_day_from(day: date) -> date:
    """The day, or the next one on which people work (lag 1930:173, 2 §)."""
    while day_off(day) is not None:
        day += timedelta(days=1)
    return day


@cache
def _swedish() -> holidays.HolidayBase:
    # Without the language the names would follow the locale of the process.
    return holidays.country_holidays(
        "SE", categories=("public", "de_facto"), language="sv", include_sundays=False
    )
