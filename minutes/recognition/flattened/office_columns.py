"""Offices one after the other and then the names: "Sekreterare Ordförande 2026-04-03 Eva Gran Bo Ek"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.people.rows_of_names import names_in_row

_OFFICES = frozenset(
    "Sekreterare Ordförande Ordföranden Justerande Justerare Protokollförare".split()
)
_FEWEST = 2  # labels
# When it was adjusted stands there too, and the lines on which somebody signs.
_BEFORE_NAMES = regex(
    r"[\s:._…–-]*(?:\d{4}-\d\d-\d\d[\s,]*)?(?:kl\.?\s?\d{1,2}[.:]\d\d)?[\s._…–-]*"
)


def of_offices(block: Block, column: Sequence[re.Match[str]], stop: int) -> Iterator[Block]:
    """Each name under its office, in their order; nothing where they are not so many."""
    labels = [match.group() for match in column]
    if len(labels) < _FEWEST or not _OFFICES.issuperset(labels):
        return
    before = _BEFORE_NAMES.match(block.text, column[-1].end(), stop)
    start = before.end() if before else column[-1].end()
    names = names_in_row(block.text[start:stop])
    if len(names) < len(labels):
        return
    if "justera" in block.text[: column[0].start()]:
        labels += ["Justerande"] * (len(names) - len(labels))  # who was chosen signs below them
    yield block.part(column[0].start(), start)
    for label, name in zip(labels, names, strict=False):
        place = block.text.index(name, start, stop)
        yield replace(block.part(place, place + len(name)), cells=(label, name))
        start = place + len(name)
    if block.text[start:stop].strip():
        yield block.part(start, stop)
