"""Lists of people whose cells came a line each: "Bo Ek", "Malmkraft", "Eva Alm", "Södra Bergverken"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from minutes.reading.blocks import BlockKind
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import FIELD_LABELS, ROLE_WORDS
from minutes.recognition.layout.labels import bare_presence_labels, is_bare_presence_label, label_of
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.rules.attendance.titles_below import BESIDE, without_titles_below

_LONGEST = 60  # characters of a cell
_FEWEST = 3  # names
_MOST_BESIDE = 2  # cells of a person, besides the name
_SHARE = 0.8  # of the persons, who have as many cells
_HEADS = frozenset("namn organisation förening företag funktion roll titel uppdrag".split())


def with_cells_together(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages, the cells of such a list in brackets behind the name that they belong to."""
    labels = bare_presence_labels([passage.block for passage in passages])
    found = list(passages)
    for place in reversed(labels):
        cells = list(takewhile(_may_be_cell, passages[place + 1 :]))
        found[place + 1 : place + 1 + len(cells)] = _together(without_titles_below(cells))
    return found


def _may_be_cell(passage: Passage) -> bool:
    block = passage.block
    if block.kind is not BlockKind.PARAGRAPH or block.marker or block.text[_LONGEST:]:
        return False
    if block.text.casefold() in _HEADS:
        return True
    if "," in block.text or ":" in block.text:
        return False
    if ROLE_WORDS.fullmatch(block.text):
        return True
    return (
        label_of(block.text) not in FIELD_LABELS
        and not is_bare_presence_label(block)
        and not tells(block.text)
    )


def _is_name(passage: Passage) -> bool:
    text = passage.block.text
    name = BESIDE.split(text, maxsplit=1)[0]
    return is_given_name(text.partition(" ")[0]) and is_person_name(name)


def _together(cells: Sequence[Passage]) -> list[Passage]:
    heads = list(takewhile(lambda cell: cell.block.text.casefold() in _HEADS, cells))
    below = cells[len(heads) :]
    behind = not below or _is_name(below[0])  # else the office stands above each name
    rows = list(_rows(below if behind else below[::-1]))
    beside = [len(row) - 1 for row in rows]
    most = max(beside, key=beside.count, default=0)
    alike = beside.count(most) + (bool(beside) and beside[-1] < most)
    regular = len(rows) >= _FEWEST and alike >= _SHARE * len(rows)
    if not regular or not 1 <= most <= _MOST_BESIDE:
        return list(below if rows else cells)
    found = [_row(row) for row in rows]
    return found if behind else found[::-1]


def _rows(cells: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Each name with the cells behind it; nothing where the list begins with none."""
    row: list[Passage] = []
    for cell in cells:
        if _is_name(cell):
            if row:
                yield row
            row = [cell]
        elif not row:
            return
        else:
            row.append(cell)
    if row:
        yield row


def _row(row: Sequence[Passage]) -> Passage:
    name, *beside = row
    if not beside:
        return name
    said = ") (".join(cell.block.text.strip("()") for cell in beside)
    return replace(name, block=replace(name.block, text=f"{name.block.text} ({said})"))
