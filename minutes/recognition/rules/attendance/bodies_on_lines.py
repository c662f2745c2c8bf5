"""Lists of people, a person on each line, with a body behind the names and no sign between."""

from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import BlockKind
from minutes.recognition.layout.labels import labelled, may_be_label
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.bodies_behind import on_lines, with_known_bodies
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.rules.attendance.attendees import without_bodies
from minutes.recognition.rules.attendance.cells_on_lines import with_cells_together
from minutes.recognition.rules.attendance.surname_first import with_names_turned

# No longer line is one of a list.
_ROW = regex(r"[A-ZÅÄÖ][\wåäöéü-]* (?:[a-z]{2,3} )*[A-ZÅÄÖ](?!.{100}).*[\w).]$")
_FEWEST = 3  # rows
_FEWEST_LISTS = 2


def with_people_apart(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages; in their lists of people each stands on one line, the body in brackets."""
    turned = with_names_turned(passages)
    apart = _with_bodies_apart(without_bodies(with_cells_together(turned)))
    return _with_bodies_of_others(apart)


def _with_bodies_of_others(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages; in rows of names behind a label or below it, the bodies of the others are known."""
    rows: list[tuple[int, int]] = []
    for place, passage in enumerate(passages):
        block = passage.block
        if block.kind is BlockKind.TABLE_ROW or not may_be_label(block.text):
            continue
        label, value = labelled(block)
        below = passages[place + 1 : place + 2]
        if presence_of(label) and block.text[value:].strip():
            start = len(block.text) - len(block.text[value:].lstrip(" :"))
            rows.append((place, start))
        elif presence_of(label) and below and not below[0].block.cells:
            rows.append((place + 1, 0))
    if len(rows) < _FEWEST_LISTS:
        return passages
    found = list(passages)
    texts = [passages[place].block.text for place, _ in rows]
    written = with_known_bodies([t[start:] for t, (_, start) in zip(texts, rows, strict=True)])
    for (place, start), text, row in zip(rows, texts, written, strict=True):
        if text[start:] != row:
            block = replace(passages[place].block, text=text[:start] + row)
            found[place] = replace(passages[place], block=block)
    return found


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
