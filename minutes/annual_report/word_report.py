"""A report as a Word file: real headings, a table of contents, footnotes, charts with tables."""

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from minutes.annual_report.charts import Chart
from minutes.annual_report.document import (
    Bullets,
    ChartBlock,
    Document,
    Heading,
    Paragraph,
    Run,
)
from minutes.annual_report.drawing import png
from minutes.annual_report.word_footnotes import Footnotes

FONT = "Liberation Serif"
TEXT_WIDTH = Cm(16)
FIRST_BOOKMARK = 10_000  # above those of the footnotes
_INK = RGBColor(0x1B, 0x23, 0x28)


def word_of(document: Document, organisation: str, at: dt.datetime) -> bytes:
    """The bytes of a .docx."""
    word = docx.Document()
    _set_styles(word)
    _set_page(word, document, organisation, at)
    notes = Footnotes(word, [note.label for note in document.notes])
    word.add_paragraph(document.title, style="Title")
    if organisation:
        word.add_paragraph(printable(organisation), style="Subtitle")
    headings = [part for part in document.parts if isinstance(part, Heading)]
    _contents(word, headings)
    begun = iter(range(len(headings)))
    for part in document.parts:
        match part:
            case Heading():
                paragraph = word.add_heading(level=part.level - 1)
                _write(paragraph, part.runs, notes)
                _bookmark(paragraph, next(begun))
            case Paragraph():
                _write(word.add_paragraph(), part.runs, notes)
            case Bullets():
                for row in part.rows:
                    style = "List Number" if part.ordered else "List Bullet"
                    _write(word.add_paragraph(style=style), row, notes)
            case ChartBlock():
                _chart(word, part)
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _set_styles(word: WordDocument) -> None:
    language = word.styles.element.find(f".//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "sv-SE")
    for name, size, before, after in (
        ("Normal", 11, 0, 6),
        ("Title", 24, 0, 4),
        ("Subtitle", 13, 0, 18),
        ("Heading 1", 15, 18, 6),
        ("Heading 2", 12.5, 12, 4),
        ("Heading 3", 11.5, 10, 4),
        ("List Bullet", 11, 0, 3),
        ("List Number", 11, 0, 3),
        ("Caption", 10, 4, 6),
    ):
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)  # the theme would win over our font
        fonts.set(qn("w:hAnsi"), FONT)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)


def _set_page(word: WordDocument, document: Document, organisation: str, at: dt.datetime) -> None:
    properties = word.core_properties
    properties.title, properties.language = document.title, "sv-SE"
    properties.author = properties.last_modified_by = organisation
    properties.comments = ""
    properties.created = properties.modified = at.replace(tzinfo=None)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    foot = section.footer.paragraphs[0]
    foot.style = "Normal"
    foot.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{document.title}\t")
    for code, after in (("PAGE", "("), ("NUMPAGES", ")")):
        field = _element("w:fldSimple", **{"w:instr": code})
        field.append(foot.add_run("1")._r)
        foot._p.append(field)
        foot.add_run(after)


def _contents(word: WordDocument, headings: Sequence[Heading]) -> None:
    """A table of contents that Word can bring up to date; its entries lead to the headings."""
    shown = [(place, each) for place, each in enumerate(headings) if each.level <= 3]
    if not shown:
        return
    word.add_paragraph("Innehåll", style="Subtitle").paragraph_format.space_after = Pt(4)
    for order, (place, heading) in enumerate(shown):
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(0.6 * (heading.level - 2))
        paragraph.paragraph_format.space_after = Pt(2)
        if order == 0:
            _field_begins(paragraph)
        link = _element("w:hyperlink", **{"w:anchor": _toc_name(place), "w:history": "1"})
        link.append(paragraph.add_run(heading.text)._r)
        paragraph._p.append(link)
        if order == len(shown) - 1:
            paragraph.add_run()._r.append(_element("w:fldChar", **{"w:fldCharType": "end"}))


def _field_begins(paragraph: WordParagraph) -> None:
    code = _element("w:instrText", **{"xml:space": "preserve"})
    code.text = ' TOC \\o "1-2" \\n \\h \\z \\u '
    for element in (
        _element("w:fldChar", **{"w:fldCharType": "begin"}),
        code,
        _element("w:fldChar", **{"w:fldCharType": "separate"}),
    ):
        paragraph.add_run()._r.append(element)


def _bookmark(paragraph: WordParagraph, place: int) -> None:
    key = str(FIRST_BOOKMARK + place)
    start = _element("w:bookmarkStart", **{"w:id": key, "w:name": _toc_name(place)})
    first = paragraph._p.find(qn("w:r"))
    if first is not None:
        first.addprevious(start)
        paragraph._p.append(_element("w:bookmarkEnd", **{"w:id": key}))


def _toc_name(place: int) -> str:
    return f"_Toc{place:08d}"


def _write(paragraph: WordParagraph, runs: Sequence[Run], notes: Footnotes) -> None:
    before: Run | None = None
    for run in runs:
        if run.note:
            if before and before.note:
                paragraph.add_run(" ").font.superscript = True
            notes.cite(paragraph, run.note)
        else:
            added = paragraph.add_run(printable(run.text))
            added.bold, added.italic = run.bold or None, run.italic or None
        before = run


def _chart(word: WordDocument, block: ChartBlock) -> None:
    chart = block.chart
    if chart.is_empty:
        return
    title = word.add_paragraph(chart.title, style="Caption")
    title.paragraph_format.keep_with_next = True
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    picture = paragraph.add_run().add_picture(BytesIO(png(chart, block.name)), width=TEXT_WIDTH)
    properties = picture._inline.docPr
    properties.set("title", chart.title)
    properties.set("descr", chart.description)
    _numbers(word, chart)


def _numbers(word: WordDocument, chart: Chart) -> None:
    table = word.add_table(rows=1, cols=1 + len(chart.series), style="Table Grid")
    _fill(table.rows[0], ["", *(each.name for each in chart.series)], bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", **{"w:val": "true"}))
    for place, label in enumerate(chart.labels):
        values = [each.values[place] for each in chart.series]
        _fill(table.add_row(), [label, *map(str, values)])
    word.add_paragraph()


def _fill(row: Any, texts: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.add_run(printable(text)).bold = bold or None


def printable(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")


def _element(name: str, **attributes: str) -> Any:
    made: Any = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
