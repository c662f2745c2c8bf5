"""How a thing stands in the index: by a number, the latest day first, and by its marks. Pure.

Both databases give rows in the order of a number without sorting them, and stop when they have
enough. A word that is everywhere is then as quick as a rare one.
"""

import datetime as dt

from minutes.search.language import Kind
from minutes.search.words import stems

_LAST = dt.date.max.toordinal()
_KIND, _THING = 3, 38  # bits; the day before them has 22, and 63 are positive
_KINDS = tuple(Kind)
EVERY = "_"  # stands among the stems of everything
NOWHERE = "__"  # and this of nothing


def number(date: dt.date, thing_id: int, kind: Kind = Kind.MEETING) -> int:
    """Smaller for later days; on one day meetings, then items, decisions and so on."""
    of_kind = _KINDS.index(kind) << _THING | thing_id
    return (_LAST - date.toordinal()) << (_KIND + _THING) | of_kind


def numbers(first_year: int, last_year: int) -> tuple[int, int]:
    """The numbers that the things of these years are between."""
    after = number(dt.date(first_year, 1, 1), 0) + (1 << (_KIND + _THING)) - 1
    return number(dt.date(last_year, 12, 31), 0), after


def mark(what: str | int) -> str:
    """What stands among the stems of a thing for its kind, or for its body by number.

    No word of a text is like it: words.py takes an underscore for the end of a word.
    """
    return f"{EVERY}{what}"


def stems_and_marks(text: str, kind: str, body_id: int) -> str:
    """What the full text of a thing is made of, with spaces between."""
    return " ".join([EVERY, mark(kind), mark(body_id), *stems(text).split()])
