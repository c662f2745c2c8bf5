"""Two lists of people beside each other on the same lines, told apart before they are read."""

from collections.abc import Sequence
from dataclasses import replace

from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.finite import tells
from minutes.recognition.layout.labels import label_of
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.glued import unglued
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.presence_labels import presence_of

_TWO = 2  # columns; of more nobody could tell whose a lone name is
_LONGEST = 90  # characters of a row of labels
_OF_LABELS = ("ärvar", "rånvar", "örhind", "eltag")  # one stands in every such label
_RIGHT = 4  # levels: so far in stands what is of the right column only


def side_by_side(passages: Sequence[Passage]) -> list[Passage]:
    """The passages, the columns "Närvarande   Förhinder" as one list below the other.

    They end with the first line of which no cell names anybody.
    """
    found: list[Passage] = []
    columns: list[list[Passage]] = []
    for passage in passages:
        if _heads_columns(passage.block):
            found += [each for column in columns for each in column]
            labels = [f"{cell.rstrip(':')}:" for cell in _heads(passage.block)]
            columns = [[replace(passage, block=_one(passage.block, label))] for label in labels]
            continue
        if not columns:
            found.append(passage)
            continue
        cells = _in_columns(passage.block, len(columns))
        if not any(map(split_people, cells)) or tells(passage.block.text):
            found += [each for column in columns for each in column]
            columns = []
            found.append(passage)
            continue
        for column, cell in zip(columns, cells, strict=False):
            if cell:
                column.append(replace(column[0], block=_one(passage.block, cell)))
    return found + [each for column in columns for each in column]


def _heads_columns(block: Block) -> bool:
    """Whether every cell is a label of people, and they do not all mean the same."""
    heads = _heads(block)
    if len(heads) < _TWO or block.kind is BlockKind.TABLE_ROW:
        return False
    meant = [presence_of(label_of(cell)) for cell in heads]
    return None not in meant and len(set(meant)) > 1


def _heads(block: Block) -> Sequence[str]:
    """The cells, or the labels of a line whose columns are lost: "Närvarande: Frånvarande:"."""
    if block.cells:
        return block.cells
    text = block.text
    if ":" in text and len(labels := text.rstrip(" :").split(":")) == _TWO:
        return [label.strip() for label in labels]
    if len(text) > _LONGEST or sum(map(text.count, _OF_LABELS)) < _TWO:
        return ()
    return _labels_in_row(text.split())


def _labels_in_row(words: Sequence[str]) -> list[str]:
    """The labels of which the words consist, "Närvarande Ej närvarande"; none where they do not."""
    for end in range(1, len(words) + 1):
        label = " ".join(words[:end])
        if words[0][:1].isupper() and presence_of(label.rstrip(":").casefold()) is not None:
            rest = _labels_in_row(words[end:])
            if len(words) == end or rest:
                return [label, *rest]
    return []


def _in_columns(block: Block, count: int) -> tuple[str, ...]:
    """The cells of the line, each in its column; a line far in is of the last column."""
    if block.marker or block.kind is not BlockKind.PARAGRAPH or ":" in block.text:
        return ()
    if not block.cells and len(names := unglued(block.text)) == count == _TWO:
        return tuple(names)
    if len(block.cells) > 1:
        return block.cells if len(block.cells) <= count else ()
    return ("",) * (count - 1) + (block.text,) if block.level >= _RIGHT else (block.text,)


def _one(block: Block, text: str) -> Block:
    return replace(block, text=text, cells=(), breaks=())
