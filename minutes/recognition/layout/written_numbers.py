"""Numbers of points that no list has: "Ärende 3 – Skyltar", "2026:3 Skyltar", "III. Skyltar", "C Skyltar"."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
_FEWEST = 3  # that run on; two may stand so in any text
_LONGEST_TITLE = 110  # characters
_SPACE = r"[.:)]{0,2}(?:\s+[–—-])?\s+(?=[A-ZÅÄÖ])"
# The word before a number, or the year, and what is kept of it as the number.
_FORMS = (
    regex(
        r"(?:Punkt|Dagordningspunkt|Ärende|Paragraf|Fråga|Moment|Nr|(?:Agenda )?[Ii]tem|(?:AGENDA )?ITEM|Topic|TOPIC|Point|P|p\.|#)\s?(?P<marker>(?P<n>\d{1,3}))"
        + _SPACE
    ),
    regex(r"(?P<marker>(?:\d\d[:-]|20\d\d[:/-])(?P<n>\d{1,3}))" + _SPACE),
    regex(r"(?P<marker>(?P<n>\d{1,2})\.0)" + _SPACE),
    regex(r"(?P<marker>(?P<n>[IVX]{1,4}))" + _SPACE),
    regex(r"(?P<marker>(?P<n>[A-HJ-N]))\s+(?=[A-ZÅÄÖ][a-zåäö])"),
    regex(r"(?P<marker>[1-4]\d\.(?P<n>\d{1,3}))(?:\.\s|\s)\s*(?=[A-ZÅÄÖ])"),
)
_OF_POINT = regex(r"(?P<point>\d\d)\.\d{1,3}")


def with_written_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such a number as their marker where at least three run on."""
    lines = [(at, line) for at, block in enumerate(blocks) if (line := _short_line(block))]
    for form in _FORMS:
        run: dict[int, re.Match[str]] = {}
        following: tuple[str, int] | None = None
        for index, line in lines:
            match = form.match(line)
            if match and following in {None, _counted(match)}:
                run[index] = match
                before, value = _counted(match)
                following = before, value + 1
        if len(run) >= _FEWEST and not _are_others(run, blocks):
            return [_with_marker(b, run[i]) if i in run else b for i, b in enumerate(blocks)]
    return list(blocks)


def _are_others(run: Mapping[int, re.Match[str]], blocks: Sequence[Block]) -> bool:
    """Whether "26.1" and on are the parts of point 26, or "A Berg", "B Ek" a list of names."""
    first = next(iter(run.values()))["marker"]
    if first.isalpha() and first not in ROMANS:
        return any(after == before + 1 for before, after in pairwise(run))
    part = _OF_POINT.fullmatch(first)
    point = part["point"] if part else ""
    return bool(point) and any(block.marker.strip("§ .):") == point for block in blocks)


def _short_line(block: Block) -> str:
    """A line that may be a title, with the number of a list, "I." or "26:3"; "" of others."""
    if block.cells or (block.kind is BlockKind.HEADING and block.marker):
        return ""
    line = f"{block.marker} {block.text}" if block.marker else block.text
    return line if len(line) < _LONGEST_TITLE else ""


def _counted(match: re.Match[str]) -> tuple[str, int]:
    """What stands before the number, the same in a run ("10-11", "11-12" are hours); its value."""
    number = match["n"]
    if number.isdecimal():
        value = int(number)
    else:
        value = ROMANS.index(number) + 1 if number in ROMANS else ord(number)
    return match.string[: match.start("n")], value


def _with_marker(block: Block, match: re.Match[str]) -> Block:
    end = ")" if _OF_POINT.fullmatch(match["marker"]) else "."  # so that it is no part of a point
    in_text = len(block.text) - (len(match.string) - match.end())
    return block.numbered(match["marker"] + end, in_text)
