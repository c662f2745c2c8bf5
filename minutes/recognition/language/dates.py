"""Dates as minutes write them. Pure: the meeting's own date is an argument."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from minutes.expressions import regex
from minutes.recognition.language.words import holds_any
from minutes.records import record

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january januar", "februari feb febr february februar", "mars mar march marts", "april apr", "maj may mai", "juni jun june",
            "juli jul july", "augusti aug august", "september sep sept", "oktober okt october oct", "november nov",
            "december dec desember",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "måndag måndagen mån månd monday", "tisdag tisdagen tis tisd tuesday", "onsdag onsdagen ons onsd wednesday",
            "torsdag torsdagen tors tor torsd thursday", "fredag fredagen fre fred friday", "lördag lördagen lör lörd saturday",
            "söndag söndagen sön sönd sunday",
        )
    )
    for name in names.split()
}  # fmt: skip
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "",
            "en ett",
            "två",
            "tre",
            "fyra",
            "fem",
            "sex",
            "sju",
            "åtta",
            "nio",
            "tio",
            "elva",
            "tolv",
            "tretton",
            "fjorton",
        )
    )
    for word in words.split()
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte".split(),
        1,
    )
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
LONG_MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
LONG_WEEKDAY = "|".join(name for name in WEEKDAYS if "dag" in name)

_DIGIT = regex(r"\d")
_WEEKDAY_BEFORE = regex(rf"\b({_WEEKDAY})\.?,?\s+(?:den\s+|the\s+)?$", re.IGNORECASE)
_WEEKDAY_AFTER = regex(rf"\s*\(?({LONG_WEEKDAY})\b", re.IGNORECASE)
_WEEKDAYS_HOLD = ("da", "mån", "tis", "ons", "tor", "fre", "lör", "sön")
_WIDEST_WEEKDAY = 30  # characters of "torsdagen, den " with room between the words

Reader = Callable[[re.Match[str], dt.date | None], dt.date | None]


@record
class DateMention:
    """A date as it stands at text[start:end]. `weekday` is what the text says it is, 0 = Monday."""

    start: int
    end: int
    date: dt.date
    weekday: int | None = None

    @property
    def weekday_fits(self) -> bool:
        """False where the text names another weekday than the date has."""
        return self.weekday is None or self.weekday == self.date.weekday()


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _full_year(text: str) -> int:
    year = int(text.lstrip("-–"))
    return year if year > 99 else 2000 + year


def _iso(match: re.Match[str], base: dt.date | None) -> dt.date | None:
    return _date(_full_year(match["y"]), int(match["m"]), int(match["d"]))


def _day_month(match: re.Match[str], base: dt.date | None) -> dt.date | None:
    month = match["m"]
    number = int(month) if month.isdigit() else MONTHS[month.casefold()]
    if match["y"]:
        return _date(_full_year(match["y"]), number, int(match["d"]))
    return next_day_of_month(int(match["d"]), number, base)


def next_day_of_month(day: int, month: int, base: dt.date | None) -> dt.date | None:
    """The next such day from `base` on; a month that is little past belongs to this year."""
    if base is None:
        return None
    found = _date(base.year, month, day)
    if found is None:
        return None
    if (base - found).days > 120:
        return _date(base.year + 1, month, day)
    if (found - base).days > 300:
        return _date(base.year - 1, month, day)
    return found


def _ordinal(match: re.Match[str], base: dt.date | None) -> dt.date | None:
    return next_day_of_month(_ORDINALS[match["d"].casefold()], MONTHS[match["m"].casefold()], base)


def _last_of_month(match: re.Match[str], base: dt.date | None) -> dt.date | None:
    number = MONTHS[match["m"].casefold()]
    first = next_day_of_month(1, number, base)
    return first and first.replace(day=calendar.monthrange(first.year, number)[1])


def _weekday_of_week(match: re.Match[str], base: dt.date | None) -> dt.date | None:
    weekday = WEEKDAYS[match["w"].casefold()]
    week = next((friday for _, friday in week_days(match.group(), base)), None)
    return week and week + dt.timedelta(days=weekday - 4)


_IN_FIGURES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (regex(r"(?<![\d-])(?P<y>(?:19|20)\d\d)[-./ ]?(?P<m>0[1-9]|1[0-2])[-./ ]?(?P<d>[0-3]\d)(?!\d)"), _iso),
    (regex(r"(?<![\d/-])(?P<y>\d\d)-?(?P<m>0[1-9]|1[0-2])-?(?P<d>[0-3]\d)(?![\d/-])"), _iso),
    (
        regex(
            rf"(?<![\d.,:])(?P<d>[0-3]?\d)(?::?[ae]|\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_MONTH})\b\.?(?:,?\s+(?:månad\s+)?(?P<y>(?:19|20)\d\d|(?:(?<=\s)[-–](?=\d\d\b(?![:.]\d|\s*(?:{_MONTH})\b))\d\d))\b)?",
            re.IGNORECASE,
        ),
        _day_month,
    ),
    (regex(r"(?<![\d/])(?P<m>1[0-2]|0?[1-9])/(?P<d>1[3-9]|2\d|3[01])/(?P<y>20\d\d)(?![\d/])"), _day_month),
    (
        regex(
            r"(?<![\d.,/-])(?P<d>[0-3]?\d)(?P<sep>[.-])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d-])"
        ),
        _day_month,
    ),
    (
        # "31/03/26", "14-15/04/26"; with the year behind, as the other strokes say.
        regex(
            r"(?:(?<![\d/.,-])|(?<=\d-))(?P<d>[0-3]?\d)/(?P<m>1[0-2]|0?[1-9])/(?P<y>20\d\d|[12]\d)(?![\d/])"
        ),
        _day_month,
    ),
    (
        regex(
            r"(?<![\d/.,-])(?<!\b[Nn][Rr] )(?<!\b[Nn][Rr]\. )(?P<d>[0-3]?\d)\s?/\s?(?P<m>1[0-2]|0?[1-9])(?![\d/])(?:\s?[-/ ]\s?(?P<y>(?:19|20)\d\d|\d\d(?!\d|[:.,]\d|\s?[-–]\s?\d)))?"
        ),
        _day_month,
    ),
)  # fmt: skip
# "March 3, 2024", "by April 1". English writes its months with a capital; but "April 5 stycken" may
# begin a sentence in Swedish, so that where both have the name, more must say that it is a day.
_MONTH_AND_FIGURE = regex(r"[JFMASOND][a-z]{2,8}\.?\s+\d")
_THEN_DAY = r"\.?\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:.]\d|\d)(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?"
_MONTH_FIRST: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (regex(rf"\b(?P<m>January|February|March|May|June|July|August|October|Oct){_THEN_DAY}"), _day_month),
    (
        regex(
            r"(?:(?<=\bby )|(?<=\bon )|(?<=\bdue )|\b(?=\w+\.?\s+\d\d?(?:st|nd|rd|th|,?\s+20\d\d)\b))"
            rf"(?P<m>April|September|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Nov|Dec){_THEN_DAY}"
        ),
        _day_month,
    ),
)  # fmt: skip
_OPENING_WORDS = (*_ORDINALS, "sista", "dag")
_IN_WORDS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (regex(rf"\b(?P<d>{'|'.join(_ORDINALS)})\s+(?P<m>{_MONTH})\b", re.IGNORECASE), _ordinal),
    (regex(rf"\bsista\s+(?P<m>{_MONTH})\b", re.IGNORECASE), _last_of_month),
    (
        regex(rf"\b(?P<w>{LONG_WEEKDAY})\s+(?:i\s+)?(?:vecka|v\.?)\s?\d{{1,2}}\b", re.IGNORECASE),
        _weekday_of_week,
    ),
)  # fmt: skip


@lru_cache(maxsize=4096)  # many rules ask the same short lines
def date_mentions(text: str, base: dt.date | None) -> tuple[DateMention, ...]:
    """The dates in `text`, in its order. Those without a year lie near `base`, or are left out."""
    found: list[DateMention] = []
    digit = _DIGIT.search(text)
    if digit:
        for pattern, read in _IN_FIGURES:
            for match in pattern.finditer(text, digit.start()):
                _add(found, text, match, read(match, base))
        if _MONTH_AND_FIGURE.search(text):
            for pattern, read in _MONTH_FIRST:
                for match in pattern.finditer(text):
                    _add(found, text, match, read(match, base))
    if holds_any(text.casefold(), _OPENING_WORDS):
        for pattern, read in _IN_WORDS:
            for match in pattern.finditer(text):
                _add(found, text, match, read(match, base))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _add(found: list[DateMention], text: str, match: re.Match[str], day: dt.date | None) -> None:
    """Keep the day, unless it is none or an earlier form has read a part of these words."""
    if day is None or not 1900 < day.year < 2100:
        return
    if not any(match.start() < other.end and other.start < match.end() for other in found):
        found.append(_mention(text, match, day))


def _mention(text: str, match: re.Match[str], day: dt.date) -> DateMention:
    start = match.start()
    near = max(0, start - _WIDEST_WEEKDAY)
    named_before = holds_any(text[near:start].casefold(), _WEEKDAYS_HOLD)
    before = _WEEKDAY_BEFORE.search(text, near, start) if named_before else None
    after = _WEEKDAY_AFTER.match(text, match.end())
    named = before or after
    weekday = WEEKDAYS[named.group(1).casefold()] if named else None
    return DateMention(before.start() if before else start, match.end(), day, weekday)


_WEEK = regex(r"[vV](?<!\w.)(?i:ecka|\.)?\s?(\d{1,2})\b(?!\s*[:/])")


def week_days(text: str, base: dt.date | None) -> Iterator[tuple[re.Match[str], dt.date]]:
    """Each "vecka 12", "v. 12" with the Friday of that week."""
    if base is None:
        return
    for match in _WEEK.finditer(text):
        week = int(match.group(1))
        if 1 <= week <= 53:
            try:
                day = dt.date.fromisocalendar(base.year, week, 5)
                if (base - day).days > 120:
                    day = dt.date.fromisocalendar(base.year + 1, week, 5)
            except ValueError:
                continue
            yield match, day
