"""The days on which nobody in Sweden is reminded of anything. Pure."""

from datetime import date
from functools import cache

import holidays

from minutes.formatting import WEEKDAYS

SATURDAY = 5


def quiet_day(day: date) -> str | None:
    """What kind of quiet day it is (Midsommarafton, lördag); None on a working day.

    Public holidays, and the eves that everybody has off.
    """
    name = _swedish().get(day)
    if name is not None:
        return name
    return WEEKDAYS[day.weekday()] if day.weekday() >= SATURDAY else None


@cache
def _swedish() -> holidays.HolidayBase:
    # Without the language the names would follow the locale of the process.
    return holidays.country_holidays(
        "SE", categories=("public", "de_facto"), language="sv", include_sundays=False
    )
