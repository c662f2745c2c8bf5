"""How dates, times and numbers are written in Swedish. Pure: the day it is, is an argument."""

from datetime import date, datetime, time

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"


def long_date(day: date) -> str:
    """12 april 2023."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_with_weekday(day: date) -> str:
    """The weekday first: onsdag 12 april 2023."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def short_date(day: date, today: date) -> str:
    """12 april, with the year where it is not this one."""
    month = f"{day.day} {MONTHS[day.month - 1]}"
    return month if day.year == today.year else f"{month} {day.year}"


def iso_date(day: date) -> str:
    """2023-04-12, for tables."""
    return day.isoformat()


def distance(day: date, today: date) -> str:
    """How far away a day is: om 3 dagar, i morgon, 4 dagar sen, om 5 veckor."""
    days = (day - today).days
    near = {0: "i dag", 1: "i morgon", -1: "i går"}
    if days in near:
        return near[days]
    span = _span(abs(days))
    return f"om {span}" if days > 0 else f"{span} sen"


def _span(days: int) -> str:
    if days < 21:
        return f"{days} dagar"
    if days < 60:
        return f"{round(days / 7)} veckor"
    if days < 365:
        return f"{round(days / 30.4)} månader"
    years = round(days / 365.25)
    return "1 år" if years == 1 else f"{years} år"


def clock_time(moment: time) -> str:
    """13.30."""
    return f"{moment.hour}.{moment.minute:02d}"


def clock_times(start: time | None, end: time | None) -> str:
    """13.30–16.00; what is not known is left out."""
    if start is None:
        return f"till {clock_time(end)}" if end else ""
    return f"{clock_time(start)}–{clock_time(end)}" if end else clock_time(start)


def date_and_time(moment: datetime) -> str:
    """2023-04-12 kl. 13.30, in the zone that the moment carries."""
    return f"{moment.date().isoformat()} kl.{NO_BREAK_SPACE}{clock_time(moment.time())}"


def number(value: int) -> str:
    """12 345, with narrow spaces that do not break."""
    return f"{value:,}".replace(",", NARROW_NO_BREAK_SPACE)


def counted(value: int, one: str, many: str) -> str:
    """1 beslut, 3 åtgärder: the number with the right form of the word."""
    return f"{number(value)} {one if value == 1 else many}"


def file_size(size: int) -> str:
    """840 byte, 12 kB, 3,4 MB."""
    if size < 1000:
        return f"{size} byte"
    if size < 1_000_000:
        return f"{round(size / 1000)} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def initials(name: str) -> str:
    """AB for Anna Berg: the first letters of the first and the last name."""
    parts = name.split()
    return "".join(part[0].upper() for part in (parts[:1] + parts[1:][-1:]))
