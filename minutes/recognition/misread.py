"""Section signs that a scanner misread: "& 2.", "$ 1.", "8 4." are § 2, § 1 and § 4."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.reading.blocks import Block

_SIGN = re.compile(r"[$&§8]{1,2}\s?(?P<number>\d{1,3})\.")
_CERTAIN = re.compile(r"(?:[$&]|[$&§]{2})\s?\d{1,3}\.")


def mended(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with their § restored, where one is beyond doubt and another sign stands by."""
    certain = sum(bool(_CERTAIN.fullmatch(block.marker)) for block in blocks)
    signs = sum(block.marker.startswith("§") for block in blocks)
    if certain == 0 or certain + signs < 2:
        return list(blocks)
    return [
        replace(block, marker=f"§ {match['number']}")
        if (match := _SIGN.fullmatch(block.marker))
        else block
        for block in blocks
    ]
