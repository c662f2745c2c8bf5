"""Minutes written as a table: "Ärende och noteringar | Beslut", a numbered row for each item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, split_marker
from minutes.recognition.language.sentences import sentences
from minutes.recognition.layout.matter_tables import matter_rows

_FEWEST_COLUMNS = 2


def unfolded(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the rows of such tables as headings, labels and paragraphs."""
    result: list[Block] = []
    for is_row, group in groupby(blocks, key=lambda b: b.kind is BlockKind.TABLE_ROW):
        if is_row:
            rows = _without_number_column(list(group))
            table = matter_rows(rows, blocks) or _table(rows)
            result += [part for row in table for part in _opened(row)]
        else:
            result += group
    return result


def _opened(block: Block) -> list[Block]:
    """The lines of a row in whose cells whole minutes are written, each as a block."""
    if block.kind is not BlockKind.TABLE_ROW:
        return [block]
    long = [cell for cell in block.cells if sum(len(line) > 50 for line in cell.split("\n")) > 1]
    if not long:
        return [block]
    lines = [line for cell in long for line in cell.split("\n") if line.strip()]
    return [_block(block, rest, marker) for marker, rest in map(split_marker, lines)]


_OF_MATTERS = regex(r"(?:fråga|ärende|punkt|rubrik|ämne|agenda)\w*", re.IGNORECASE)
_NUMBERS_HEAD = regex(r"(?:nr|nummer|punkt|§|#)?\.?", re.IGNORECASE)


def _without_number_column(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows, with the numbers of a column "Nr" before the titles in the next one."""
    head = next((row.cells for row in rows if len(row.cells) > _FEWEST_COLUMNS), ())
    named = head and _NUMBERS_HEAD.fullmatch(head[0]) and _OF_MATTERS.fullmatch(head[1])
    if not named and not _are_counted(rows):
        return rows
    return [
        replace(row, cells=(f"{row.cells[0].strip(' .')}. {row.cells[1]}", *row.cells[2:]))
        if len(row.cells) > _FEWEST_COLUMNS and row.cells[0].strip(" .").isdigit()
        else replace(row, cells=row.cells[1:])
        for row in rows
    ]


def _are_counted(rows: Sequence[Block]) -> bool:
    """Whether each row has only its number in the first of its columns, from 1 on."""
    numbers = [row.cells[0].strip(" .§") for row in rows if len(row.cells) > _FEWEST_COLUMNS]
    wanted = [str(number) for number in range(1, len(rows) + 1)]
    return len(rows) > _FEWEST_COLUMNS and numbers == wanted


def _table(rows: Sequence[Block]) -> list[Block]:
    numbers = [_number(row) for row in rows]
    found = [number for number in numbers if number is not None]
    if len(found) < 2 or found != sorted(set(found)):
        return list(rows)
    first = next(position for position, number in enumerate(numbers) if number is not None)
    if first and _has_owner(rows):
        return _of_actions(rows, first - 1)
    labels = rows[first - 1].cells if first else ()
    result = list(rows[: first - 1]) if first else []
    for row, number in zip(rows[first:], numbers[first:], strict=True):
        result += _row(row, labels) if number is not None else [row]
    return result


def _of_actions(rows: Sequence[Block], head: int) -> list[Block]:
    """A table of items that also has owners: each row is a heading, and a table of its own."""
    if not re.match(r"(?:fråga|ärende|punkt|nr\b|§|agenda)", rows[head].cells[0], re.IGNORECASE):
        return list(rows)
    result = list(rows[:head])
    for row in rows[head + 1 :]:
        if _number(row) is not None:
            result += [next(_row(row, ())), rows[head]]
        result.append(row)
    return result


def _number(row: Block) -> int | None:
    marker, rest = split_marker(row.cells[0]) if row.cells else ("", "")
    digits = re.search(r"\d+", marker)
    return int(digits.group()) if digits and rest and len(row.cells) > 1 else None


def _has_owner(rows: Sequence[Block]) -> bool:
    """A column of owners makes it a table of actions, which is read row by row."""
    return any(
        re.match(r"(?:ansvarig|vem|ansv\b)", cell.strip(), re.IGNORECASE)
        for row in rows
        for cell in row.cells
    )


def _row(row: Block, columns: Sequence[str]) -> Iterator[Block]:
    marker, text = split_marker(row.cells[0])
    title, _, rest = text.partition("\n")
    if not rest:
        first = next(iter(sentences(replace(row, text=text))), None)
        end = first.end if first and first.end < len(text) else len(text)
        title, rest = text[:end], text[end:]
    yield _block(row, title, marker)
    if rest.strip():
        yield _block(row, rest)
    for label, cell in zip([*columns[1:], *[""] * len(row.cells)], row.cells[1:], strict=False):
        if cell.strip(" -–"):
            if label.strip():
                yield _block(row, label.strip().rstrip(":") + ":")
            yield _block(row, cell)


def _block(row: Block, text: str, marker: str = "") -> Block:
    kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
    return Block(kind, " ".join(text.split()), row.source, marker=marker)
