"""Names with bullets under them whose line ends are lost: "Eva: - Ringer banken. - Bokar. Bo: - …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.people.names import is_given_name

_UNDER = ": - "
_NAMED = regex(r"(?:^|(?<=\s))(?P<who>[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ]\w*)?):(?= - [A-ZÅÄÖ])")
_BULLET = regex(r"\s-\s(?=[A-ZÅÄÖ])")
_FEWEST = 3  # names; fewer may be what somebody said
_EVERYBODY = frozenset({"Alla", "Samtliga", "Övriga"})


def with_named_bullets(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with each such name as a line of its own and its bullets below it."""
    found: list[Block] = []
    for block in blocks:
        places = [] if block.cells or _UNDER not in block.text else _names(block.text)
        found += _parted(block, places) if len(places) >= _FEWEST else [block]
    return found


def _names(text: str) -> list[re.Match[str]]:
    return [
        match
        for match in _NAMED.finditer(text)
        if match["who"] in _EVERYBODY or is_given_name(match["who"].split()[0])
    ]


def _parted(block: Block, places: Sequence[re.Match[str]]) -> Iterator[Block]:
    first = places[0].start()
    if block.text[:first].strip():
        yield block.part(0, first)
    ends = [*(match.start() for match in places[1:]), len(block.text)]
    for match, end in zip(places, ends, strict=True):
        yield block.part(match.start(), match.end())
        bullets = list(_BULLET.finditer(block.text, match.end(), end))
        for start, stop in pairwise([*(bullet.end() for bullet in bullets), end]):
            # The next bullet's sign and spaces stand before its first word.
            line = block.part(start, stop if stop == end else stop - len(" - "))
            yield replace(line, kind=BlockKind.LIST_ITEM, marker="-")
