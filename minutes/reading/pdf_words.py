"""What stands on a page of a PDF file, as plain data; and what may be said of a whole file.

The origin is the upper left corner of the page as it is seen; the unit is the point.
"""

from minutes.records import record

DIVIDED = "\u00ad"  # the hyphen of a word that is divided at the end of a line
# What the process that reads the file says instead of its lines.
LOCKED, BROKEN, TOO_LONG, TOO_LARGE = "locked", "broken", "too-long", "too-large"


@record
class Word:
    """Letters without space between; `y` is the line that they stand on, `size` in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False


@record
class Rule:
    """A straight line drawn on the page, along or across."""

    x0: float
    y0: float
    x1: float
    y1: float


@record
class Page:
    """A page with its words in the order of the file; `sideways` is text that stands on end."""

    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    sideways: str = ""
    pictures: bool = False
