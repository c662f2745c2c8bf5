"""Which paragraphs of a running text are the rows of one table. Pure.

Reading writes a row as its cells with "|" between them, empty ones too, so that a cross in the
column of those who voted no stays there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TypeVar

Thing = TypeVar("Thing")

_LEAST_ROWS = 2
_LONGEST_HEADING = 40
_SIGNED = re.compile(r"(?:^|\|) *(?:vid protokollet|justeras|underskrifter)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table, each with as many cells; the first may be its headings."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def head(self) -> tuple[str, ...]:
        """The headings of the columns: a first row of short words, none empty; else nothing."""
        first = self.rows[0]
        short = all(cell and len(cell) <= _LONGEST_HEADING for cell in first)
        return first if short and not any(map(_FIGURE.search, first)) else ()

    @property
    def body(self) -> tuple[tuple[str, ...], ...]:
        """The rows under the headings."""
        return self.rows[1:] if self.head else self.rows


def with_grids(parts: Sequence[str | Thing]) -> list[str | Grid | Thing]:
    """The parts, with paragraphs that are rows one after the other made into a table."""
    found: list[str | Grid | Thing] = []
    tables = accumulate(map(_begins_another, parts))
    for (is_row, _), run in groupby(zip(parts, tables, strict=True), key=_of_table):
        group = [part for part, _ in run]
        rows = [_cells(each) for each in group if isinstance(each, str)]
        if is_row and len(rows) >= _LEAST_ROWS:
            widest = max(map(len, rows))
            padded = (row + ("",) * (widest - len(row)) for row in rows)
            found.append(Grid(tuple(padded)))
        else:  # a row by itself needs no columns
            found += [_filled(each) if isinstance(each, str) and is_row else each for each in group]
    return found


def _of_table(part: tuple[object, int]) -> tuple[bool, int]:
    """What the parts of one table share, and those that are no rows."""
    is_row = _is_row(part[0])
    return is_row, part[1] if is_row else 0


def _begins_another(part: object) -> bool:
    """Whether signatures follow, in columns of their own: Vid protokollet | Justeras."""
    return _is_row(part) and _SIGNED.search(str(part)) is not None


def _is_row(part: object) -> bool:
    return isinstance(part, str) and " |" in part and "\n" not in part


def _filled(row: str) -> str:
    return " | ".join(filter(None, _cells(row)))


def _cells(row: str) -> tuple[str, ...]:
    """The row Bo Ek | X | | has four cells: the last sign stands between the last two."""
    return tuple(cell.strip() for cell in row.split("|"))
