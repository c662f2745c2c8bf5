"""Clock times as minutes write them: "kl. 9.00-11:30", "5.30 p.m."."""

import datetime as dt
import re

from minutes.expressions import regex

_CLOCK = r"(?P<{0}h>[01]?\d|2[0-4])(?:[.:](?P<{0}m>[0-5]\d))?"
_SPAN = regex(
    r"(?:(?<![\d.,/-])|(?<=\bkl\.))" + _CLOCK.format("a") + r"(?:\s*(?:[-–—]|till|och)\s*(?:kl\.?\s*)?|(?<=[.:]\d\d)\s+(?=\d{1,2}[.:]\d\d))" + _CLOCK.format("b")
    + r"(?![\d/]|\.\d|\s*(?:personer|st\b|%|kr))"
)  # fmt: skip
_SINGLE = regex(
    r"(?:\bkl(?:ockan|\.)?\s*|(?<![\d.,/-])(?=\d{1,2}[.:]\d\d\b))"
    + _CLOCK.format("a")
    + r"(?![\d/]|[.:]\d)",
    re.IGNORECASE,
)
_FOUR_FIGURES = regex(r"(\bkl(?:ockan|\.)?\s*)([01]\d|2[0-3])([0-5]\d)(?!\d)", re.IGNORECASE)


# "kl 18,30-20,00"
_COMMA = regex(
    r"(\bkl(?:ockan|\.)?\s*(?:\d{1,2}(?:[.:,]\d\d)?\s*[-–]\s*)?\d{1,2}),(?=[0-5]\d(?!\d))",
    re.IGNORECASE,
)
# "12 mars 18,30" where the day is blanked, "Tid: 18,30": a round time, and no amount.
_COMMA_ALONE = regex(
    r"((?:\btid:?|\s{4}),?\s*\(?(?:[6-9]|1\d|2[0-3])),(?=(?:00|15|30|45)(?!\d|\s*(?:kr|tkr|%|m\b|kg\b|ha\b|poäng|procent|miljon|tusen)))",
    re.IGNORECASE,
)
# "5.30 p.m.", "5-6 pm": the hours of the first are of the same half of the day, unless it says more.
_MERIDIEM = regex(
    r"\b(?:(?P<ah>1[0-2]|0?[1-9])(?:[.:](?P<am>[0-5]\d))?(?P<to>\s?[-–—]\s?))?(?P<bh>1[0-2]|0?[1-9])(?:[.:](?P<bm>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
# "8/6 18,30", "8 juni 18-20": right behind a day no "kl" is missed.
_BEHIND_DAY = regex(
    r"\W{0,3}(?=(?:[6-9]|1\d|2[0-3])(?:,[0-5]\d|\s?[-–]\s?(?:1\d|2[0-3]))(?![\d/%]|\s*(?:personer|st\b|kr|\w+dag)))"
)


def clock_behind_day(text: str) -> tuple[dt.time | None, dt.time | None]:
    """`clock_span` of what stands behind a day, where an hour needs no "kl"."""
    bare = _BEHIND_DAY.match(text)
    return clock_span(f"kl {text[bare.end() :]}" if bare else text)


def _of_whole_day(match: re.Match[str]) -> str:
    """The hours by which the day has twenty-four: "17:30", "17:00-18:00"."""
    later = 12 if match["half"] in "pP" else 0
    end = int(match["bh"]) % 12 + later
    start = int(match["ah"] or 0) % 12 + later
    first = f"{start if start <= end else start - 12}:{match['am'] or '00'}{match['to']}"
    return f"{first if match['ah'] else ''}{end}:{match['bm'] or '00'}"


def clock_span(text: str) -> tuple[dt.time | None, dt.time | None]:
    """(start, end) of "kl. 9.00-11:30"; (start, None) of "kl. 18"; (None, None) without any."""
    if "," in text:
        text = _COMMA.sub(r"\1.", _COMMA.sub(r"\1.", text))  # of the end, then of the beginning
        text = _COMMA_ALONE.sub(r"\1.", text)
    text = _FOUR_FIGURES.sub(r"\1\2:\3", _MERIDIEM.sub(_of_whole_day, text))
    for match in _SPAN.finditer(text):
        if match["am"] or match["bm"] or _said_clock(text, match):
            start, end = _time(match["ah"], match["am"]), _time(match["bh"], match["bm"])
            if start is not None and end is not None and start < end:
                return start, end
    single = _SINGLE.search(text)
    if single is None:
        return None, None
    return _time(single["ah"], single["am"]), None


def _said_clock(text: str, match: re.Match[str]) -> bool:
    return bool(re.search(r"\b(?:kl\.?|klockan|tid:?)\s*$", text[: match.start()], re.IGNORECASE))


def _time(hour: str, minute: str | None) -> dt.time | None:
    try:
        return dt.time(int(hour) % 24, int(minute or 0))
    except ValueError:
        return None
