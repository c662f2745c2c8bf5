"""Titles set off with signs in text that knows no styles: "== Kassan ==", "*1. Kassan*", a drawn line below."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, split_marker

_FEWEST = 3  # that are alike; two may be what somebody stressed
_LONGEST = 100  # characters
_LINE = regex(r"(?:={3,}|-{3,}|~{3,})")
# The signs before the title; behind it the same must stand, where they are not ">" or "#".
_SIGNS = regex(r"(?P<signs>={1,9}|\*{1,3}|_{1,3}|#{1,4}|>)(?P<space>\s*)(?=[\wÅÄÖåäö§(])")
_ONLY_BEFORE = frozenset("#>")


def with_drawn_titles(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such titles as headings where at least three are drawn alike."""
    drawn = {i: title for i, block in enumerate(blocks) if (title := _title(block))}
    for sign in {sign for sign, _ in drawn.values()}:
        alike = {i: title for i, (by, title) in drawn.items() if by == sign}
        if len(alike) >= _FEWEST:
            blocks = [_heading(b, alike[i]) if i in alike else b for i, b in enumerate(blocks)]
    return _underlined(blocks)


def _title(block: Block) -> tuple[str, str] | None:
    """(sign, title) of a short line between such signs."""
    text = block.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or block.cells or len(text) > _LONGEST:
        return None
    signs = _SIGNS.match(text) if text[:1] in "=*_#>" else None
    if signs is None:
        return None
    title, sign = text[signs.end() :], signs["signs"]
    if sign[0] in _ONLY_BEFORE:
        return (sign, title) if signs["space"] else None
    closed = title.rstrip(":")
    if not closed.endswith(sign) or sign in (inner := closed[: -len(sign)].strip()):
        return None
    return sign, inner


def _heading(block: Block, title: str) -> Block:
    marker, rest = split_marker(title)
    return replace(block, kind=BlockKind.HEADING, text=rest, marker=marker, level=2, breaks=())


def _underlined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with lines that are underlined on the next one as headings, without what is drawn."""
    found = {
        i
        for i, (block, below) in enumerate(pairwise(blocks))
        if _is_drawn(below)
        and not _is_drawn(block)
        and 0 < len(block.text) <= _LONGEST
        and block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and not block.cells
    }
    if len(found) < _FEWEST:
        return list(blocks)
    return [
        replace(block, kind=BlockKind.HEADING, level=2) if i in found else block
        for i, block in enumerate(blocks)
        if i - 1 not in found
    ]


def _is_drawn(block: Block) -> bool:
    line = block.marker + block.text
    return line[:1] in "=-~" and bool(_LINE.fullmatch(line))
