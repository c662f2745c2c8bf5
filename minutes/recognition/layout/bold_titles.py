"""Bold lines with a colon that head the points of minutes without other headings: "**Economy:**"."""

from collections.abc import Sequence
from dataclasses import replace

from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.finite import tells
from minutes.recognition.layout.labels import is_head_label, is_section_label
from minutes.recognition.layout.numbering import main_series
from minutes.recognition.people.names import is_person_name

_FEWEST = 3
_LONGEST = 80  # characters
_LEVEL = 6  # of headings; deeper than any that is written as one


def with_bold_titles(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with such lines as headings, where bullets stand right below most of them."""
    found = [at for at, block in enumerate(blocks) if _may_title(block)]
    below = [at for at in found if at + 1 < len(blocks) and _is_bullet(blocks[at + 1])]
    headings = sum(block.kind is BlockKind.HEADING for block in blocks)
    if len(below) < _FEWEST or 2 * len(below) < len(found) or headings > 1 or main_series(blocks):
        return list(blocks)
    first = below[0]
    return [
        replace(block, kind=BlockKind.HEADING, level=_LEVEL)
        if at >= first and at in found
        else block
        for at, block in enumerate(blocks)
    ]


def _is_bullet(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM


def _may_title(block: Block) -> bool:
    text = block.text.strip()
    if not (block.bold and text.endswith(":") and block.kind is BlockKind.PARAGRAPH):
        return False
    label = is_head_label(block) or is_section_label(text) or is_person_name(text.strip(" :"))
    return len(text) <= _LONGEST and not block.cells and not label and not tells(text)
