"""A column of labels and below it the column of their values: "Tid: Plats: Närvarande:", "kl. 18 Aulan Bo Ek".

Text that is taken out of a page in columns comes so. Each value goes back behind its label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import FIELD_LABELS, SIGNERS
from minutes.recognition.layout.labels import label_of
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.presence_labels import presence_of

_FEWEST = 2  # labels
_HEAD = 60  # blocks
_LONGEST = 120  # characters of a value that is no list


def with_values_beside(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, such a column of labels in the head with the values behind them."""
    for start, block in enumerate(blocks[:_HEAD]):
        if block.text[-1:] != ":":
            continue
        labels = list(takewhile(_is_bare, blocks[start:_HEAD]))
        if len(labels) < _FEWEST:
            continue
        first = start + len(labels)
        values = list(takewhile(_may_be_value, blocks[first:_HEAD]))
        if _fit(labels, values):
            return [*blocks[:start], *_paired(labels, values), *blocks[first + len(values) :]]
        return list(blocks)
    return list(blocks)


def _is_bare(block: Block) -> bool:
    """Whether it is a label without a value."""
    plain = block.kind is BlockKind.PARAGRAPH and not block.cells and block.text[-1:] == ":"
    return plain and _meant(block) is not None


def _meant(block: Block) -> str | None:
    """What the label asks for: a field of the head, or who was there or away."""
    label = label_of(block.text)
    return "people" if presence_of(label) else FIELD_LABELS.get(label)


def _may_be_value(block: Block) -> bool:
    plain = block.kind is BlockKind.PARAGRAPH and not block.marker and not block.cells
    label = label_of(block.text) if ":" in block.text else ""
    return plain and not presence_of(label) and label not in FIELD_LABELS and not tells(block.text)


def _fit(labels: Sequence[Block], values: Sequence[Block]) -> bool:
    """Whether there is a value of its kind for each; of people, only the last may have more lines."""
    meant = [_meant(label) for label in labels]
    if len(values) < len(labels):
        return False
    if not all(_is_of(kind, value.text) for kind, value in zip(meant, values, strict=False)):
        return False
    several = meant[-1] == "people" and meant.count("people") == 1
    return several or (len(values) == len(labels) and len(set(meant)) == len(meant))


def _is_of(kind: str | None, text: str) -> bool:
    named = is_given_name(text.split()[0].strip(",")) and bool(split_people(text))
    if kind == "people" or kind in SIGNERS:
        return named
    if kind in {"date", "time"}:
        return any(map(str.isdigit, text)) and len(text) <= _LONGEST
    return not named and len(text) <= _LONGEST


def _paired(labels: Sequence[Block], values: Sequence[Block]) -> Iterator[Block]:
    """Each value behind its label; names that stand one on each line below theirs."""
    *others, last = labels
    for label, value in zip(others, values, strict=False):
        yield _joined([label, value])
    rest = values[len(others) :]
    if len(rest) == 1 or any("," in value.text for value in rest):
        yield _joined([last, *rest])
    else:
        yield from (last, *rest)


def _joined(blocks: Sequence[Block]) -> Block:
    """The blocks as one, which knows of each part in which lines it stood."""
    text, breaks = "", list[tuple[int, int]]()
    for block in blocks:
        start = len(text) + 1 if text else 0
        breaks += [(start, block.source.first_line)] if start else []
        breaks += [(start + at, line) for at, line in block.breaks]
        text = f"{text} {block.text}".lstrip()
    source = replace(blocks[0].source, last_line=blocks[-1].source.last_line)
    return replace(blocks[0], text=text, source=source, breaks=tuple(breaks))
