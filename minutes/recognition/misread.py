"""Section signs that a scanner misread: "& 2.", "$ 1.", "8 4." are § 2, § 1 and § 4."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.reading.blocks import Block, BlockKind

_SIGN = re.compile(r"^[$&§5S8]{1,2}\s?(?P<number>\d{1,3})\.?\s+(?=[A-ZÅÄÖ])")
_CERTAIN = re.compile(r"^(?:[$&]|[$&§]{2})\s?\d{1,3}\.?\s+[A-ZÅÄÖ]")


def mended(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with such signs as markers, where two or more of them are beyond doubt."""
    if sum(bool(_CERTAIN.match(block.text)) for block in blocks) < 2:
        return list(blocks)
    return [_mended(block) for block in blocks]


def _mended(block: Block) -> Block:
    match = _SIGN.match(block.text)
    if match is None or block.marker or block.kind is BlockKind.TABLE_ROW:
        return block
    offset = match.end()
    return replace(
        block,
        kind=BlockKind.LIST_ITEM,
        marker=f"§ {match['number']}",
        text=block.text[offset:],
        breaks=tuple((place - offset, line) for place, line in block.breaks if place > offset),
    )
