"""Tables whose cells have become lines, with the bars between them: "41", "|", "Mötets öppnande", "|"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block

_NUMBER = regex(r"(?P<number>\d{1,2})(?P<bar>\s\|)?")
_BAR = "|"
_FEWEST = 3  # numbers


def with_barred_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without such bars, a number that stands before one as that of the line after it."""
    bars = [block for block in blocks if block.text == _BAR]
    if len(bars) < _FEWEST:
        return list(blocks)
    numbers = {
        index: match["number"]
        for index, (block, below) in enumerate(pairwise(blocks))
        if not block.marker
        and (match := _NUMBER.fullmatch(block.text))
        and (match["bar"] or below.text == _BAR)
    }
    if len(numbers) < _FEWEST:
        return list(blocks)
    return [
        replace(block, marker=f"{numbers[index]}.", text="", cells=())
        if index in numbers
        else _without_bar(block)
        for index, block in enumerate(blocks)
        if block.text != _BAR
    ]


def _without_bar(block: Block) -> Block:
    text = block.text.removesuffix(" |")
    alone = len(list(filter(None, block.cells))) < 2
    return replace(block, text=text, cells=()) if text != block.text and alone else block
