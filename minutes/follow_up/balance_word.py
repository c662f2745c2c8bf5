"""Writes a balanslista as a Word file: headings, tables with repeated heads, page numbers."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from minutes.follow_up.balance import Section

MARGIN = Cm(2)
INK = RGBColor(0x1C, 0x24, 0x2B)


def word_file(title: str, subtitle: str, sections: Sequence[Section]) -> bytes:
    """The bytes of a .docx, A4 on its side."""
    document = Document()
    document.core_properties.title = title
    document.core_properties.language = "sv-SE"
    width = _lay_out(document)
    document.add_heading(title, level=0)
    document.add_paragraph(subtitle)
    for section in sections:
        document.add_heading(section.title, level=1)
        if section.note:
            document.add_paragraph(section.note)
        if section.rows:
            _table(document, section, width)
        else:
            document.add_paragraph(section.nothing)
    _number_the_pages(document)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _lay_out(document: Any) -> int:
    """Set paper, margins and letters; the width that is left for text."""
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    normal.element.rPr.append(_element("w:lang", {"w:val": "sv-SE"}))
    for name, size in (("Title", 22), ("Heading 1", 14)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), INK
    return int(page.page_width - 2 * MARGIN)


def _table(document: Any, section: Section, width: int) -> None:
    table = document.add_table(rows=1, cols=len(section.columns), style="Table Grid")
    table.autofit = False
    _fill(table.rows[0], section.columns, bold=True)
    # Word repeats the head on each page, and reads it aloud as a head.
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", {"w:val": "true"}))
    for row in section.rows:
        added = table.add_row()
        _fill(added, row)
        added._tr.get_or_add_trPr().append(_element("w:cantSplit", {}))
    for column, share in zip(table.columns, section.widths, strict=True):
        column.width = width * share // 100  # for LibreOffice; Word looks at the cells
        for cell in column.cells:
            cell.width = width * share // 100


def _fill(row: Any, texts: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(_printable(text)).bold = bold


def _printable(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")


def _number_the_pages(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run("Sida ")
    for kind in ("begin", None, "end"):
        if kind is None:
            text = _element("w:instrText", {"xml:space": "preserve"})
            text.text = "PAGE"
            run._r.append(text)
        else:
            run._r.append(_element("w:fldChar", {"w:fldCharType": kind}))


def _element(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element
