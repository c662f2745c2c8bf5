"""Tables of people that have lost their cells: "Uppdrag Namn Närvarande", "Kassör Anna Berg Ja"."""

from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, Source
from minutes.recognition.people.names import is_given_name, is_person_name

_OF_NAMES = frozenset("namn ledamot ledamöter deltagare person medlem".split())
_OF_OFFICES = frozenset("uppdrag roll funktion titel befattning post".split())
_OF_MARKS = frozenset("närvarande närvaro frånvarande deltog".split())
_MARK = regex(r"[Jj]a|[Nn]ej|[Xx]|[Ff]örhinder|[Ff]rånvarande|[Nn]ärvarande|[-–]")
_NAME = r"[A-ZÅÄÖÉ][\w’'-]+(?: (?:von |af |de )?[A-ZÅÄÖÉ][\w’'-]+){1,2}?"
_OFFICE = r"(?:[A-ZÅÄÖ]?[a-zåäö]+\.?(?: [a-zåäö]+){0,2})"
_OFFICE_FIRST = regex(rf"(?P<office>{_OFFICE}) (?P<name>{_NAME})(?: (?P<mark>{_MARK.pattern}))?")
_NAME_FIRST = regex(rf"(?P<name>{_NAME})(?: (?P<office>{_OFFICE}))?(?: (?P<mark>{_MARK.pattern}))?")
_COLUMNS = 3  # of names, offices and marks; a list of names with marks needs no cells
_FEWEST_ROWS = 2


def with_flat_rows(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the rows below such a head as rows of a table; a mark may stand below its row."""
    found: list[Block] = []
    skip = 0
    for index, block in enumerate(blocks):
        if skip:
            skip -= 1
            continue
        heads = _heads(block)
        rows, taken = _rows(blocks[index + 1 :], heads) if heads else ([], 0)
        if len(rows) >= _FEWEST_ROWS:
            found += [replace(block, kind=BlockKind.TABLE_ROW, cells=heads), *rows]
            skip = taken
        else:
            found.append(block)
    return found


def _heads(block: Block) -> tuple[str, ...]:
    """The heads of the columns: of names and of offices in either order, and of marks."""
    words = tuple(block.text.split(None, _COLUMNS)) if not block.cells else ()
    if len(words) != _COLUMNS:
        return ()
    *first, last = (word.casefold() for word in words)
    whole = _OF_NAMES & set(first) and _OF_OFFICES & set(first) and last in _OF_MARKS
    return words if whole else ()


def _rows(blocks: Sequence[Block], heads: Sequence[str]) -> tuple[list[Block], int]:
    """The rows with which the blocks begin, and of how many blocks they are."""
    office_first = heads[0].casefold() in _OF_OFFICES
    pattern = _OFFICE_FIRST if office_first else _NAME_FIRST
    rows: list[Block] = []
    taken = 0
    for block in blocks:
        text = block.text.strip()
        if block.marker or block.cells:
            break
        if rows and not rows[-1].cells[-1] and _MARK.fullmatch(text):
            source = Source(rows[-1].source.first_line, block.source.last_line)
            cells = (*rows[-1].cells[:-1], text)
            joined = f"{rows[-1].text} {text}"
            rows[-1] = replace(rows[-1], text=joined, cells=cells, source=source)
        elif (row := pattern.fullmatch(text)) and _is_person(row["name"]):
            name, office, mark = row["name"], row["office"] or "", row["mark"] or ""
            cells = (office, name, mark) if office_first else (name, office, mark)
            rows.append(replace(block, kind=BlockKind.TABLE_ROW, cells=cells))
        else:
            break
        taken += 1
    return rows, taken


def _is_person(name: str) -> bool:
    return is_person_name(name) and is_given_name(name.split()[0])
