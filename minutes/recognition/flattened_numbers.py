"""Points in two levels whose line ends are lost: "1. Formalia 1.1 Öppnande … 1.2 Justering …"."""

import re
from collections.abc import Sequence

from minutes.reading.blocks import Block

_NUMBER = re.compile(
    r"(?<![\w§.,/-])(?P<number>\d{1,2})(?:\.(?P<part>\d{1,2})\.?|\.)\s+(?=[A-ZÅÄÖ][\wåäö]+)"
)
_FEWEST = 3  # parts, "1.1" to "1.3"


def dotted(blocks: Sequence[Block], shortest: int) -> dict[int, list[re.Match[str]]]:
    """The points of each long line, where "1.", "1.1", "1.2", "2." … run on from page to page."""
    found: dict[int, list[re.Match[str]]] = {}
    if not any("1.1" in block.text for block in blocks):
        return found
    last: tuple[int, int] | None = None
    for index, block in enumerate(blocks):
        if len(block.text) < shortest and last is None:
            continue
        for match in () if block.cells or block.marker else _NUMBER.finditer(block.text):
            value = int(match["number"]), int(match["part"] or 0)
            if _comes_next(value, last):
                found.setdefault(index, []).append(match)
                last = value
    parts = sum(bool(match["part"]) for matches in found.values() for match in matches)
    return found if parts >= _FEWEST else {}


def _comes_next(value: tuple[int, int], last: tuple[int, int] | None) -> bool:
    if last is None:
        return value == (1, 0)
    return value in {(last[0], last[1] + 1), (last[0] + 1, 0)}
