"""Titles with a space between all their letters: "P r o t o k o l l" is "Protokoll"."""

from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block

_SPACED = regex(r"[^\W\d_](?: [^\W\d_]){4,}(?![^\s])")
_FEWEST = 9  # characters


def with_letters_together(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such a line, or the beginning of it, as one word."""
    return [
        replace(block, text=match.group().replace(" ", "") + block.text[match.end() :])
        if block.text[1:2] == " "
        and len(block.text) >= _FEWEST
        and not (block.breaks or block.cells or block.marker)
        and (match := _SPACED.match(block.text))
        else block
        for block in blocks
    ]
