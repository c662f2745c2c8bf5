"""Minutes written as a table whose titles have no numbers: "Punkt | Anteckning", or no head at all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, split_marker
from minutes.recognition.language.finite import tells
from minutes.recognition.language.sentences import sentences
from minutes.recognition.layout.labels import is_head_label, is_section_label
from minutes.recognition.layout.lone_lines import AGENDA
from minutes.recognition.people.names import is_person_name

_MATTERS = regex(
    r"(?i:fråga|ärende|punkt|rubrik|ämne|agenda|dagordning|ärenden|frågor|punkter|vad)"
)
_NOTES = regex(
    r"(?i:\w*anteckning(?:ar)?|notering(?:ar)?|diskussion(?:er)?|text|referat|protokoll|kommentar(?:er)?|innehåll|sammanfattning|beslut)"
    r"(?:\s?(?:/|och|&|,)\s?\w+)*"
)
_OWNER = regex(r"(?i:ansvarig(?:a|e|t)?|vem|ansv\.?|ansvar)")
_LABEL = regex(r"(?i:beslut|åtgärd(?:er)?)")
_BARE = regex(r"(?P<number>\d{1,3})\s+(?=[A-ZÅÄÖ])")
_LONGEST_TITLE = 90  # characters
_FEWEST = 3  # rows
_FEWEST_OF_AGENDA = 2
_SHARE = 0.4  # of the text; a table that holds less is a list of something in the minutes


def matter_rows(rows: Sequence[Block], around: Sequence[Block]) -> list[Block] | None:
    """Each row as a heading with its text, where the table holds most of what is `around`; else None."""
    head = next((at for at, row in enumerate(rows) if _is_head(row.cells)), None)
    body = list(rows if head is None else rows[head + 1 :])
    titled = [row for row in body if _title(row)]
    if len(titled) < _FEWEST or not (_is_told(titled) if head is None else _has_text(titled)):
        return None
    inside = sum(len(row.text) for row in rows)
    if inside < _SHARE * sum(len(block.text) for block in around):
        return None
    columns = rows[head].cells if head is not None else ()
    found = list(rows[:head]) if head is not None else []
    for row in body:
        if not _title(row):
            found.append(row)
        elif head is not None and _has_tasks(columns):
            found += [_heading(row), rows[head], row]  # and a table of its own
        else:
            found += _opened(row, columns)
    return found


def _has_tasks(columns: Sequence[str]) -> bool:
    """Whether a column has what is to be done, and another by whom."""
    labels = [label.strip(" :").casefold() for label in columns]
    return any(map(_OWNER.fullmatch, labels)) and any(each.startswith("åtgärd") for each in labels)


def _heading(row: Block) -> Block:
    marker, title = _numbered(_title(row))
    return _block(row, title, marker, BlockKind.HEADING)


def _is_head(cells: Sequence[str]) -> bool:
    """Whether it names a column of matters and right of it one of what was said about them."""
    said = [cell.strip(" :") for cell in cells]
    notes = any(map(_NOTES.fullmatch, said[1:]))
    return bool(said) and bool(_MATTERS.fullmatch(said[0])) and notes


def _title(row: Block) -> str:
    """The first cell, where it may be the title of a point; else ""."""
    title = row.cells[0].strip() if len(row.cells) > 1 else ""
    first = title.partition("\n")[0]
    if not 3 <= len(title) <= _LONGEST_TITLE or title.endswith((".", ":")) or is_person_name(first):
        return ""
    label = is_section_label(title) or is_head_label(replace(row, text=title, cells=()))
    return "" if label or (not title[0].isalnum() and title[0] != "§") else title


def _is_told(rows: Sequence[Block]) -> bool:
    """Whether rows without a head are points: titles of any agenda, with sentences beside them."""
    of_agenda = sum(bool(AGENDA.match(_numbered(_title(row))[1])) for row in rows)
    return of_agenda >= _FEWEST_OF_AGENDA and _has_text(rows)


def _has_text(rows: Sequence[Block]) -> bool:
    """Whether most of them tell something beside their title."""
    telling = sum(any(tells(cell) for cell in row.cells[1:]) for row in rows)
    return 2 * telling >= len(rows)


def _opened(row: Block, columns: Sequence[str]) -> Iterator[Block]:
    yield _heading(row)
    labels = [*(label.strip(" :") for label in columns), *[""] * len(row.cells)]
    owner = next((at for at, label in enumerate(labels) if at and _OWNER.fullmatch(label)), 0)
    lines = [
        (at, line)
        for at, cell in enumerate(row.cells)
        if at and at != owner
        for line in cell.split("\n")
    ]
    lines = [(at, line) for at, line in lines if line.strip(" -–")]
    task = _task(row, owner, lines)
    last = 0
    for at, line in lines:
        if at != last and _LABEL.fullmatch(labels[at]) and len({at for at, _ in lines}) > 1:
            yield _block(row, f"{labels[at]}:")
        last = at
        said = line.removesuffix(task) if (at, line) == lines[-1] else line
        if said.strip():
            marker, text = split_marker(said)
            yield _block(row, text, marker)
    if task:
        head = ("Beslut" if "beslut" in task.casefold() else "Åtgärd", labels[owner])
        yield replace(row, cells=head, text=" | ".join(head))
        yield replace(row, cells=(task, row.cells[owner]), text=f"{task} | {row.cells[owner]}")


def _task(row: Block, owner: int, lines: Sequence[tuple[int, str]]) -> str:
    """The last sentence of the text, where a column of its own says whose it is and it does not; else ""."""
    names = row.cells[owner].split() if 0 < owner < len(row.cells) else []
    if not names or not lines or any(names[0] in line for _, line in lines):
        return ""
    text = lines[-1][1].strip()
    *_, last = sentences(_block(row, text))
    return text[last.start :]


def _numbered(title: str) -> tuple[str, str]:
    """(marker, title), also of "3 Kassan"."""
    marker, rest = split_marker(title)
    bare = None if marker else _BARE.match(rest)
    return (bare["number"], rest[bare.end() :]) if bare else (marker, rest)


def _block(row: Block, text: str, marker: str = "", kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    if marker and kind is BlockKind.PARAGRAPH:
        kind = BlockKind.LIST_ITEM
    level = 2 if kind is BlockKind.HEADING else 0
    return Block(kind, " ".join(text.split()), row.source, level, marker)
