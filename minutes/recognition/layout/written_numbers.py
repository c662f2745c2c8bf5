"""Numbers of points that no list has: "Ärende 3 – Skyltar", "2026:3 Skyltar", "III. Skyltar"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
_FEWEST = 3  # that run on; two may stand so in any text
_LONGEST_TITLE = 110  # characters
_SPACE = r"[.:)]{0,2}(?:\s+[–—-])?\s+(?=[A-ZÅÄÖ])"
# The word before a number, or the year, and what is kept of it as the number.
_FORMS = (
    regex(
        r"(?:Punkt|Dagordningspunkt|Ärende|Paragraf|Fråga|Moment|Nr|P|p\.|#)\s?(?P<marker>(?P<n>\d{1,3}))"
        + _SPACE
    ),
    regex(r"(?P<marker>(?:\d\d[:-]|20\d\d[:/-])(?P<n>\d{1,3}))" + _SPACE),
    regex(r"(?P<marker>(?P<n>\d{1,2})\.0)" + _SPACE),
    regex(r"(?P<marker>(?P<n>[IVX]{1,4}))" + _SPACE),
)


def with_written_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such a number as their marker where at least three run on."""
    for form in _FORMS:
        run: dict[int, re.Match[str]] = {}
        following: tuple[str, int] | None = None
        for index, block in enumerate(blocks):
            match = _numbered(form, block)
            if match and following in {None, _counted(match)}:
                run[index] = match
                before, value = _counted(match)
                following = before, value + 1
        if len(run) >= _FEWEST:
            return [_with_marker(b, run[i]) if i in run else b for i, b in enumerate(blocks)]
    return list(blocks)


def _numbered(form: re.Pattern[str], block: Block) -> re.Match[str] | None:
    """The number of a short line; that of a list, "I." or "26:3", has been taken from its text."""
    if block.cells or (block.kind is BlockKind.HEADING and block.marker):
        return None
    line = f"{block.marker} {block.text}" if block.marker else block.text
    return form.match(line) if len(line) < _LONGEST_TITLE else None


def _counted(match: re.Match[str]) -> tuple[str, int]:
    """What stands before the number, the same in a run ("10-11", "11-12" are hours); its value."""
    number = match["n"]
    roman = ROMANS.index(number) + 1 if number in ROMANS else -1
    value = int(number) if number.isdecimal() else roman
    return match.string[: match.start("n")], value


def _with_marker(block: Block, match: re.Match[str]) -> Block:
    text = match.string[match.end() :]
    offset = len(block.text) - len(text)
    return replace(
        block,
        kind=BlockKind.HEADING if block.kind is BlockKind.HEADING else BlockKind.LIST_ITEM,
        marker=f"{match['marker']}.",
        text=text,
        breaks=tuple((place - offset, line) for place, line in block.breaks if place > offset),
    )
