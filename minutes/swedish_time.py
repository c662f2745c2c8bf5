"""The time and the day in Sweden. Pure: it asks no clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def day_in_sweden(moment: datetime) -> date:
    """The day it is in Sweden at a moment, which in UTC can be the day before."""
    return moment.astimezone(STOCKHOLM).date()
