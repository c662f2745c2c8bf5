"""The rows of tables, told from the lines that are drawn on a page. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from minutes.reading.pdf_words import Rule
from minutes.records import record

_NEAR = 2.5  # points between two drawn lines that are meant as one
_LOWEST_ROW = 5.0
_MOST_RULES = 4_000  # on a page; more are a drawing, and its lines no tables


@record
class Band:
    """A row: from `y0` down to `y1`, from `x0` to `x1`, with upright lines at `between`."""

    x0: float
    y0: float
    x1: float
    y1: float
    between: tuple[float, ...]


def bands(rules: Sequence[Rule]) -> list[Band]:
    """The rows of all tables on the page, from the top. A row has at least two cells."""
    if len(rules) > _MOST_RULES:
        return []
    upright = [rule for rule in rules if rule.y1 - rule.y0 > rule.x1 - rule.x0]
    across = [rule for rule in rules if rule.y1 - rule.y0 <= rule.x1 - rule.x0]
    found: list[Band] = []
    levels = _merged([(rule.y0 + rule.y1) / 2 for rule in across])
    for y0, y1 in pairwise(levels):
        if y1 - y0 < _LOWEST_ROW:
            continue
        middle = (y0 + y1) / 2
        through = [(rule.x0 + rule.x1) / 2 for rule in upright if rule.y0 < middle < rule.y1]
        between = _merged(through)
        if len(between) >= 2:
            beside = [r for r in across if min(abs(r.y0 - y0), abs(r.y0 - y1)) <= 2 * _NEAR]
            x0 = min([between[0], *(rule.x0 for rule in beside)])
            x1 = max([between[-1], *(rule.x1 for rule in beside)])
            found.append(Band(x0, y0, x1, y1, tuple(between)))
    return found


def _merged(values: Sequence[float]) -> list[float]:
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > _NEAR:
            merged.append(value)
    return merged
