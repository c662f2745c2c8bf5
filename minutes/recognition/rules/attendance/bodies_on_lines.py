"""Lists of people, a person on each line, with a body behind the names and no sign between."""

from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import BlockKind
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.bodies_behind import on_lines
from minutes.recognition.rules.attendance.attendees import without_bodies
from minutes.recognition.rules.attendance.cells_on_lines import with_cells_together
from minutes.recognition.rules.attendance.surname_first import with_names_turned

# No longer line is one of a list.
_ROW = regex(r"[A-ZÅÄÖ][\wåäöéü-]* (?:[a-z]{2,3} )*[A-ZÅÄÖ](?!.{100}).*[\w).]$")
_FEWEST = 3  # rows


def with_people_apart(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages; in their lists of people each stands on one line, the body in brackets."""
    turned = with_names_turned(passages)
    return _with_bodies_apart(without_bodies(with_cells_together(turned)))


def _with_bodies_apart(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages; where rows of a list have bodies behind the names, these are in brackets."""
    rows = [
        place
        for place, passage in enumerate(passages)
        if _ROW.match(passage.block.text) and passage.block.kind is not BlockKind.TABLE_ROW
    ]
    if len(rows) < _FEWEST:
        return passages
    found = list(passages)
    lines = on_lines([passages[place].block.text for place in rows])
    for place, line in zip(rows, lines, strict=True):
        block = passages[place].block
        found[place] = replace(passages[place], block=replace(block, text=line))
    return found
