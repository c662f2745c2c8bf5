"""Lists that begin anew at each point: "1." before every one, since text stands between them."""

from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.layout.title_ends import MAX_TITLE, title_end

_FIRST = regex(r"1[.)]")
_LATER = regex(r"(?:§\s?)?(?:[2-9]|\d\d+)[.)§]?|§\s?\d+\.?")
_FEWEST = 3


def with_stuck_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the points numbered on where all of them, and nothing else, are "1."."""
    points = [
        i for i, block in enumerate(blocks) if block.marker and _FIRST.fullmatch(block.marker)
    ]
    if len(points) < _FEWEST or any(_LATER.fullmatch(block.marker) for block in blocks):
        return list(blocks)
    level = min(blocks[i].level for i in points)
    points = [i for i in points if blocks[i].level == level]
    titled = [
        i for i in points if blocks[i].text[:1].isupper() and title_end(blocks[i]) <= MAX_TITLE
    ]
    if len(points) < _FEWEST or 4 * len(titled) < 3 * len(points):
        return list(blocks)
    numbers = {index: f"{number}." for number, index in enumerate(points, 1)}
    return [
        replace(block, marker=numbers[i]) if i in numbers else block
        for i, block in enumerate(blocks)
    ]
