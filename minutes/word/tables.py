"""A plain table in a Word file: bold headings that stand on every page it goes on to, and rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Row

from minutes.word.styles import TEXT_WIDTH

LONGEST = 40  # characters of a cell that its column is made as wide as
TOGETHER = 16  # rows that are not divided between pages; of more none stands alone


def add_table(
    document: WordDocument,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float] = (),
) -> None:
    """Add the table, with room below it. Without `head` it has only the rows.

    widths: of the columns in cm; without them each is as wide as its texts ask for.
    """
    lines = ([head] if head else []) + [*rows]
    widths = widths or _widths(lines)
    table: Table = document.add_table(rows=len(lines), cols=len(lines[0]), style="Table Grid")
    for column, width in zip(table.columns, widths, strict=False):
        column.width = Cm(width)
    for place, (row, line) in enumerate(zip(table.rows, lines, strict=True)):
        _mark(row, "w:cantSplit")
        for cell, text in zip(row.cells, line, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.keep_with_next = _stays_with_next(place, len(lines))
            paragraph.add_run(text).bold = True if head and place == 0 else None
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Cm(width)
    if head:
        repeat_on_each_page(table.rows[0])
    below = document.add_paragraph()  # or the next table would be one with this
    below.paragraph_format.space_after = Pt(0)
    below.paragraph_format.line_spacing = Pt(8)


def _stays_with_next(place: int, rows: int) -> bool:
    """Whether a row stands on the page of the next: the head and the first, and the last two."""
    return place < rows - 1 and (rows <= TOGETHER or place < 2 or place == rows - 2)


def _widths(lines: Sequence[Sequence[str]]) -> list[float]:
    """The columns in cm: a long text gets more room, but leaves some for the others."""
    asked = [4 + min(max(map(len, column)), LONGEST) for column in zip(*lines, strict=True)]
    return [TEXT_WIDTH.cm * each / sum(asked) for each in asked]


def repeat_on_each_page(row: _Row) -> None:
    """The row of headings stands on each page that the table goes on to."""
    _mark(row, "w:tblHeader")


def _mark(row: _Row, name: str) -> None:
    mark: Any = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
