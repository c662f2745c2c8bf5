"""Minutes written as a table, a row for each point: "Punkt | Anteckning", "1. Ekonomi … | Beslut", or no head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, split_marker
from minutes.recognition.language.finite import tells
from minutes.recognition.language.sentences import sentences
from minutes.recognition.layout.labels import is_head_label, is_section_label
from minutes.recognition.layout.lone_lines import AGENDA
from minutes.recognition.people.names import is_person_name

_MATTERS = regex(
    r"(?i:(?:fråga|ärende|punkt|rubrik|ämne|agenda)\w*|dagordning|frågor|vad)(?:\s(?:och|/)\s\w+)*"
)
_NOTES = regex(
    r"(?i:\w*anteckning(?:ar)?|notering(?:ar)?|diskussion(?:er)?|text|referat|protokoll|kommentar(?:er)?|innehåll|sammanfattning|beslut)"
    r"(?:\s?(?:/|och|&|,)\s?\w+)*"
)
_OWNER = regex(r"(?i:ansvarig(?:a|e|t)?|vem|ansv\.?|ansvar)")
_LABEL = regex(r"(?i:beslut|åtgärd(?:er)?)")
_NUMBERS_HEAD = regex(r"(?i:nr|nummer|punkt|§|#)?\.?")
_BARE = regex(r"(?P<number>\d{1,3})\s+(?=[A-ZÅÄÖ])")
_LONGEST_TITLE = 90  # characters
_FEWEST = 3  # rows
_FEWEST_NUMBERED = 2
_FEWEST_OF_AGENDA = 2
_FEWEST_COLUMNS = 2
_SHARE = 0.4  # of the text; a table that holds less is a list of something in the minutes
_LONG_LINE = 50  # characters


def unfolded(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the rows of such tables as headings, labels and paragraphs."""
    lengths = [(block.kind is BlockKind.TABLE_ROW, len(block.text)) for block in blocks]
    most = sum(size for is_row, size in lengths if is_row) >= _SHARE * sum(n for _, n in lengths)
    result: list[Block] = []
    for is_row, group in groupby(blocks, key=lambda b: b.kind is BlockKind.TABLE_ROW):
        if is_row:
            rows = _without_number_column(list(group))
            points = _points(rows) if most else rows
            result += [part for row in points for part in _lines_of(row)]
        else:
            result += group
    return result


def _lines_of(block: Block) -> list[Block]:
    """The lines of a row in whose cells whole minutes are written, each as a block."""
    cells = [cell.split("\n") for cell in block.cells]
    long = [cell for cell in cells if sum(len(line) > _LONG_LINE for line in cell) > 1]
    if block.kind is not BlockKind.TABLE_ROW or not long:
        return [block]
    return [_block(block, line) for cell in long for line in cell if line.strip()]


def _without_number_column(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows, with the numbers of a column "Nr" before the titles in the next one."""
    head = next((row.cells for row in rows if len(row.cells) > _FEWEST_COLUMNS), ())
    named = head and _NUMBERS_HEAD.fullmatch(head[0]) and _MATTERS.fullmatch(head[1])
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


def _points(rows: Sequence[Block]) -> Sequence[Block]:
    """Each row that is a point as a heading with its text; the rows as they are in other tables."""
    at = _numbered_from(rows)
    head = at - 1 if at is not None else _head(rows)
    body, columns = rows[head + 1 :], _labels(rows[head]) if head >= 0 else []
    points = [row for row in body if (_number(row) if at is not None else _title(row))]
    owned = any(map(_OWNER.fullmatch, columns))
    if owned and not _MATTERS.fullmatch(columns[0]):
        return rows  # of tasks, which have numbers too
    if at is None and not _are_points(points, headed=head >= 0):
        return rows
    noted = any(map(_NOTES.fullmatch, columns[1:]))
    tasks = owned and (not noted or any(each.casefold().startswith("åtgärd") for each in columns))
    found = list(rows[: max(head, 0)])
    for row in body:
        if row not in points:
            found.append(row)
        elif tasks:
            found += [_heading(row), rows[head], row]  # and a table of its own
        else:
            found += _opened(row, columns)
    return found


def _labels(row: Block) -> list[str]:
    return [cell.strip(" :") for cell in row.cells]


def _numbered_from(rows: Sequence[Block]) -> int | None:
    """The first of the rows whose titles have numbers, where these go up."""
    numbers = {at: number for at, row in enumerate(rows) if (number := _number(row))}
    up = all(before < after for before, after in pairwise(numbers.values()))
    return min(numbers) if up and len(numbers) >= _FEWEST_NUMBERED else None


def _number(row: Block) -> int:
    marker, title = split_marker(row.cells[0]) if len(row.cells) > 1 else ("", "")
    digits = re.search(r"\d+", marker)
    return int(digits.group()) if digits and title else 0


def _head(rows: Sequence[Block]) -> int:
    """The row that names a column of matters, and right of it one of what was said about them; or -1."""
    for at, row in enumerate(rows):
        first, *others = _labels(row) or [""]
        if _MATTERS.fullmatch(first) and any(map(_NOTES.fullmatch, others)):
            return at
    return -1


def _title(row: Block) -> str:
    """The first cell, where it may be the title of a point; else ""."""
    title = row.cells[0].strip() if len(row.cells) > 1 else ""
    first = title.partition("\n")[0]
    if not 3 <= len(title) <= _LONGEST_TITLE or title.endswith((".", ":")) or is_person_name(first):
        return ""
    label = is_section_label(title) or is_head_label(replace(row, text=title, cells=()))
    return "" if label or (not title[0].isalnum() and title[0] != "§") else title


def _are_points(rows: Sequence[Block], *, headed: bool) -> bool:
    """Whether rows with titles are points: most tell something; without a head, titles of any agenda."""
    of_agenda = sum(bool(AGENDA.match(_numbered(row.cells[0])[1])) for row in rows)
    telling = sum(any(tells(cell) for cell in row.cells[1:]) for row in rows)
    enough = len(rows) >= _FEWEST and 2 * telling >= len(rows)
    return enough and (headed or of_agenda >= _FEWEST_OF_AGENDA)


def _opened(row: Block, columns: Sequence[str]) -> Iterator[Block]:
    yield _heading(row)
    labels = [*columns, *[""] * len(row.cells)]
    owner = next((at for at, label in enumerate(labels) if at and _OWNER.fullmatch(label)), 0)
    cells = [_told(row)[1], *row.cells[1:]]
    lines = [
        (at, line)
        for at, cell in enumerate(cells)
        if not owner or at != owner
        for line in cell.split("\n")
        if line.strip(" -–")
    ]
    task = _task(row, owner, lines)
    # In a column that holds all that was said, the label is not that of each sentence.
    all_in_one = len({at for at, _ in lines}) == 1 and len(_sentences(row, lines)) > 1
    last = 0
    for at, line in lines:
        if at != last and _LABEL.fullmatch(labels[at]) and not all_in_one:
            yield _block(row, f"{labels[at]}:")
        last = at
        said = line.removesuffix(task) if (at, line) == lines[-1] else line
        if said.strip():
            yield _block(row, said)
    if task:
        head = ("Beslut" if "beslut" in task.casefold() else "Åtgärd", labels[owner])
        yield replace(row, cells=head, text=" | ".join(head))
        yield replace(row, cells=(task, row.cells[owner]), text=f"{task} | {row.cells[owner]}")


def _told(row: Block) -> tuple[str, str]:
    """(title, what is told in the same cell below it or behind it)."""
    cell = row.cells[0].strip()
    if _title(row):
        return cell, ""
    marker, text = split_marker(cell)
    title, _, told = text.partition("\n")
    if not told:
        first = next(iter(sentences(replace(row, text=text))), None)
        end = first.end if first else len(text)
        title, told = text[:end], text[end:]
    return f"{marker} {title}", told


def _task(row: Block, owner: int, lines: Sequence[tuple[int, str]]) -> str:
    """The last sentence of the text, where a column of its own says whose it is and it does not; else ""."""
    names = row.cells[owner].split() if 0 < owner < len(row.cells) else []
    if not names or not lines or any(names[0] in line for _, line in lines):
        return ""
    return _sentences(row, lines[-1:])[-1]


def _sentences(row: Block, lines: Sequence[tuple[int, str]]) -> list[str]:
    texts = [line.strip() for _, line in lines]
    return [each.text for text in texts for each in sentences(replace(row, text=text))]


def _heading(row: Block) -> Block:
    marker, title = _numbered(_told(row)[0])
    return Block(BlockKind.HEADING, " ".join(title.split()), row.source, 2, marker)


def _numbered(title: str) -> tuple[str, str]:
    """(marker, title), also of "3 Kassan"."""
    marker, rest = split_marker(title)
    bare = None if marker else _BARE.match(rest)
    return (bare["number"], rest[bare.end() :]) if bare else (marker, rest)


def _block(row: Block, line: str) -> Block:
    marker, text = split_marker(line)
    kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
    return Block(kind, " ".join(text.split()), row.source, marker=marker)
