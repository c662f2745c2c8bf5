"""Numbers with a §, however it is written: "& 2." and "2 §" are § 2, and so is the title "Ekonomi § 2"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind

_LONGEST_TITLE = 110  # characters
_SIGN = regex(r"[$&§8]{1,2}\s?(?P<number>\d{1,3})\.")
_CERTAIN = regex(r"(?:[$&]|[$&§]{2})\s?\d{1,3}\.")
_SIGN_BEHIND = regex(r"(?P<number>\d{1,3})\s?§[.:]?")


def _with_signs_before(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with "3 §" written as "§ 3", the way that all who ask for numbers know."""
    return [
        replace(block, marker=f"§ {match['number']}")
        if block.marker[-1:] in {"§", ".", ":"} and (match := _SIGN_BEHIND.fullmatch(block.marker))
        else block
        for block in blocks
    ]


def with_signs(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with their § restored, where one is beyond doubt and another sign stands by."""
    blocks = _with_signs_before(blocks)
    markers = [block.marker for block in blocks if block.marker]
    certain = sum(bool(_CERTAIN.fullmatch(marker)) for marker in markers)
    signs = sum(marker.startswith("§") for marker in markers)
    if certain == 0 or certain + signs < 2:
        return blocks
    return [
        replace(block, marker=f"§ {match['number']}")
        if (match := _SIGN.fullmatch(block.marker))
        else block
        for block in blocks
    ]


# "KS § 12 Dnr 2026/12 - 041 Taxor", not the reference "KS § 12, 2026-01-14".
_OF_BODY = regex(
    r"[A-ZÅÄÖ]{2,6}\s?(?P<marker>§\s?\d{1,3})\s+(?:Dnr:?\s+[\w./-]*\d(?:\s-\s\d+)?\s+)?(?=[A-ZÅÄÖ])"
)


_OF_BODY_ALONE = regex(r"[A-ZÅÄÖ]{2,6}\s(?P<marker>§\s?\d{1,3})")  # its title comes below


def with_body_signs(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the § that comes after the letters of the body as their number."""
    return [
        block.numbered(match["marker"], match.end())
        if not block.marker
        and not block.cells
        and (match := _OF_BODY.match(block.text) or _OF_BODY_ALONE.fullmatch(block.text))
        else block
        for block in blocks
    ]


# "Val av justerare § 59"
_NUMBER_BEHIND = regex(r"(?P<title>[A-ZÅÄÖ][^.:§]{2,}?)\s+(?P<marker>§\s?(?P<number>\d{1,4}))")
_FEWEST_BEHIND = 3


def with_numbers_behind(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with "Val av justerare § 59" as § 59 where most such numbers run on, none before a title."""
    if any(block.marker.startswith("§") for block in blocks):
        return list(blocks)
    titles = {
        index: match
        for index, block in enumerate(blocks)
        if not block.marker
        and not block.cells
        and len(block.text) < _LONGEST_TITLE
        and not _OF_BODY_ALONE.fullmatch(block.text)
        and block.text.rstrip()[-1:].isdigit()
        and (match := _NUMBER_BEHIND.fullmatch(block.text.rstrip()))
    }
    numbers = [int(match["number"]) for match in titles.values()]
    steps = sum(after == before + 1 for before, after in pairwise(numbers))
    if len(titles) < _FEWEST_BEHIND or 4 * steps < 3 * (len(titles) - 1):
        return list(blocks)
    return [
        replace(
            block, kind=BlockKind.LIST_ITEM, marker=titles[i]["marker"], text=titles[i]["title"]
        )
        if i in titles
        else block
        for i, block in enumerate(blocks)
    ]
