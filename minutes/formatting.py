"""How dates, times and numbers are written. Pure: the day it is, is an argument.

In Swedish, or in the language that is said last: "sv" or "en".
"""

from datetime import date, datetime, time

SWEDISH = "sv"
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
ENGLISH_WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
UNITS = {"dag": "dagar", "vecka": "veckor", "månad": "månader", "år": "år"}
ENGLISH_UNITS = {"dag": "day", "vecka": "week", "månad": "month", "år": "year"}
NEAR = {0: "i dag", 1: "i morgon", -1: "i går"}
ENGLISH_NEAR = {0: "today", 1: "tomorrow", -1: "yesterday"}

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"


def long_date(day: date, language: str = SWEDISH) -> str:
    """12 april 2023; 12 April 2023."""
    return f"{_day_and_month(day, language)} {day.year}"


def _day_and_month(day: date, language: str) -> str:
    months = MONTHS if language == SWEDISH else ENGLISH_MONTHS
    return f"{day.day} {months[day.month - 1]}"


def date_with_weekday(day: date, language: str = SWEDISH) -> str:
    """The weekday first: onsdag 12 april 2023; Wednesday 12 April 2023."""
    weekdays = WEEKDAYS if language == SWEDISH else ENGLISH_WEEKDAYS
    return f"{weekdays[day.weekday()]} {long_date(day, language)}"


def short_date(day: date, today: date, language: str = SWEDISH) -> str:
    """12 april, with the year where it is not this one."""
    same_year = day.year == today.year
    return _day_and_month(day, language) if same_year else long_date(day, language)


def iso_date(day: date) -> str:
    """2023-04-12, for tables."""
    return day.isoformat()


def distance(day: date, today: date, language: str = SWEDISH) -> str:
    """How far away a day is: om 3 dagar, i morgon, 4 dagar sen; in 3 days, 4 days ago."""
    days = (day - today).days
    near = NEAR if language == SWEDISH else ENGLISH_NEAR
    if days in near:
        return near[days]
    number, unit = _span(abs(days))
    if language == SWEDISH:
        span = f"{number} {unit if number == 1 else UNITS[unit]}"
        return f"om {span}" if days > 0 else f"{span} sen"
    span = f"{number} {ENGLISH_UNITS[unit]}{'' if number == 1 else 's'}"
    return f"in {span}" if days > 0 else f"{span} ago"


def _span(days: int) -> tuple[int, str]:
    if days < 21:
        return days, "dag"
    if days < 60:
        return round(days / 7), "vecka"
    if days < 365:
        return round(days / 30.4), "månad"
    return round(days / 365.25), "år"


def clock_time(moment: time, language: str = SWEDISH) -> str:
    """13.30; 13:30."""
    return f"{moment.hour}{'.' if language == SWEDISH else ':'}{moment.minute:02d}"


def clock_times(start: time | None, end: time | None, language: str = SWEDISH) -> str:
    """13.30–16.00; what is not known is left out."""
    if start is None:
        until = "till" if language == SWEDISH else "until"
        return f"{until} {clock_time(end, language)}" if end else ""
    begun = clock_time(start, language)
    return f"{begun}–{clock_time(end, language)}" if end else begun


def date_and_time(moment: datetime, language: str = SWEDISH) -> str:
    """2023-04-12 kl. 13.30, in the zone that the moment carries; 2023-04-12 at 13:30."""
    at = "kl." if language == SWEDISH else "at"
    return f"{moment.date().isoformat()} {at}{NO_BREAK_SPACE}{clock_time(moment.time(), language)}"


def long_date_and_time(moment: datetime, language: str = SWEDISH) -> str:
    """12 april 2023 kl. 13.30, in the zone that the moment carries; 12 April 2023 at 13:30."""
    at = "kl." if language == SWEDISH else "at"
    time = clock_time(moment.time(), language)
    return f"{long_date(moment.date(), language)} {at}{NO_BREAK_SPACE}{time}"


def number(value: int, language: str = SWEDISH) -> str:
    """12 345, with narrow spaces that do not break; 12,345."""
    return f"{value:,}".replace(",", NARROW_NO_BREAK_SPACE if language == SWEDISH else ",")


def counted(value: int, one: str, many: str) -> str:
    """1 beslut, 3 åtgärder: the number with the right form of the word."""
    return f"{number(value)} {one if value == 1 else many}"


def file_size(size: int, language: str = SWEDISH) -> str:
    """840 byte, 12 kB, 3,4 MB, 20 MB; 840 bytes, 3.4 MB. Of 1024, as limits are set and as most
    computers show it.
    """
    if size < 1024:
        return f"{size} byte{'' if language == SWEDISH or size == 1 else 's'}"
    if size < 1024**2:
        return f"{round(size / 1024)} kB"
    said = f"{size / 1024**2:.1f}".removesuffix(".0")
    return f"{said.replace('.', ',') if language == SWEDISH else said} MB"


def initials(name: str) -> str:
    """AB for Anna Berg: the first letters of the first and the last name."""
    parts = name.split()
    return "".join(part[0].upper() for part in (parts[:1] + parts[1:][-1:]))
