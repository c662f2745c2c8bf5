"""Lines that are the day of a meeting, with its year or without."""

import datetime as dt

from minutes.recognition.language.dates import DateMention, date_mentions

SOME_YEAR = dt.date(2024, 7, 1)  # only to see that a day without its year is one
_LONGEST = 60  # characters
_BESIDE_DAY = 12  # characters: a weekday, "Möte", "kl. 18"


def days_in(text: str) -> tuple[DateMention, ...]:
    """The days in a line, as of some year where they do not say of which."""
    return date_mentions(text, SOME_YEAR)


def is_day(text: str) -> bool:
    """Whether the line is a day and hardly anything else."""
    days = days_in(text) if len(text) < _LONGEST else ()
    return bool(days) and len(text) - (days[0].end - days[0].start) < _BESIDE_DAY
