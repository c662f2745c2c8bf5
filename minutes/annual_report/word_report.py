"""A report as a Word file: real headings, a table of contents, footnotes, charts with tables."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
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
from minutes.annual_report.length import is_brief
from minutes.annual_report.word_footnotes import Footnotes
from minutes.justering.sheet import SignatureLine
from minutes.justering.word_sheet import write_signature
from minutes.swedish_time import day_in_sweden
from minutes.word.styles import SMALL, TEXT_WIDTH, page_number, set_own_styles
from minutes.word.templates import Placeholders, filled, saved

CONTENTS, REPORT, SIGNATURES = "innehåll", "berättelse", "underskrifter"
PLACEHOLDERS = Placeholders(
    parts=(CONTENTS, REPORT, SIGNATURES),
    words=("rubrik", "organ", "organisation", "datum", "fingeravtryck", "sidfot"),
    required=(REPORT, SIGNATURES),
)
FIRST_BOOKMARK = 10_000  # above those of the footnotes
LETTER = Cm(0.19)  # the width of one in a table
MOST_CONTENTS = 20  # rows of the table of contents


@dataclass(frozen=True, slots=True)
class Cover:
    """What a report's Word file says besides the report: whose it is, when, and who signs it."""

    body: str
    organisation: str
    at: dt.datetime
    signatures: Sequence[SignatureLine] = ()
    fingerprint: str = ""


def word_of(document: Document, cover: Cover, template: bytes | None = None) -> bytes:
    """The bytes of a .docx, made from the body's template or from the default one."""
    notes: list[Footnotes] = []

    def noted(word: WordDocument) -> Footnotes:
        if not notes:
            notes.append(Footnotes(word, [note.label for note in document.notes]))
        return notes[0]

    headings = [part for part in document.parts if isinstance(part, Heading)]
    writers = {
        CONTENTS: lambda word: _contents(word, () if is_brief(document) else headings),
        REPORT: lambda word: _parts(word, document, noted(word)),
        SIGNATURES: lambda word: _signatures(word, cover.signatures),
    }
    words = {
        "rubrik": document.title,
        "organ": cover.body,
        "organisation": cover.organisation,
        "datum": day_in_sweden(cover.at).isoformat(),
        "fingeravtryck": cover.fingerprint,
        "sidfot": f"Textens fingeravtryck {cover.fingerprint}" if cover.fingerprint else "",
    }
    shown = {name: printable(text) for name, text in words.items()}
    word = filled(template or default_template(), shown, writers)
    _set_properties(word, document, cover)
    return saved(word)


def default_template() -> bytes:
    """The template that bodies without one of their own have for their reports."""
    word = docx.Document()
    set_own_styles(word)
    foot = word.sections[0].footer.paragraphs[0]
    foot.style = "Normal"
    foot.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run("{{rubrik}}\t")
    page_number(foot)
    word.sections[0].footer.add_paragraph("{{sidfot}}", style=SMALL)
    word.add_paragraph("{{rubrik}}", style="Title")
    word.add_paragraph("{{organisation}}", style="Subtitle")
    for part in PLACEHOLDERS.parts:
        word.add_paragraph(f"{{{{{part}}}}}")
    return saved(word)


def _set_properties(word: WordDocument, document: Document, cover: Cover) -> None:
    properties = word.core_properties
    properties.title, properties.language = document.title, "sv-SE"
    properties.author = properties.last_modified_by = cover.body or cover.organisation
    properties.comments = ""
    properties.created = properties.modified = cover.at.replace(tzinfo=None)


def _parts(word: WordDocument, document: Document, notes: Footnotes) -> None:
    begun = 0
    for part in document.parts:
        match part:
            case Heading():
                paragraph = word.add_paragraph(style=f"Heading {part.level - 1}")
                _write(paragraph, part.runs, notes)
                _bookmark(paragraph, begun)
                begun += 1
            case Paragraph():
                _write(word.add_paragraph(), part.runs, notes)
            case Bullets():
                for row in part.rows:
                    style = "List Number" if part.ordered else "List Bullet"
                    _write(word.add_paragraph(style=style), row, notes)
            case ChartBlock():
                _chart(word, part)


def _signatures(word: WordDocument, lines: Sequence[SignatureLine]) -> None:
    if lines:
        word.add_paragraph("Underskrifter", style="Heading 1")
    for line in lines:
        write_signature(word, line)


def _contents(word: WordDocument, headings: Sequence[Heading]) -> None:
    """A table of contents that Word can bring up to date; its entries lead to the headings."""
    shown = [(place, each) for place, each in enumerate(headings) if each.level <= 3]
    deepest = 2
    if len(shown) > MOST_CONTENTS:  # of several bodies, each with the same sections
        deepest = 1
        shown = [(place, each) for place, each in shown if each.level == 2]
    if not shown:
        return
    word.add_paragraph("Innehåll", style="Subtitle").paragraph_format.space_after = Pt(4)
    for order, (place, heading) in enumerate(shown):
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(0.6 * (heading.level - 2))
        paragraph.paragraph_format.space_after = Pt(2)
        if order == 0:
            _field_begins(paragraph, deepest)
        link = _element("w:hyperlink", **{"w:anchor": _toc_name(place), "w:history": "1"})
        link.append(paragraph.add_run(heading.text)._r)
        paragraph._p.append(link)
        if order == len(shown) - 1:
            paragraph.add_run()._r.append(_element("w:fldChar", **{"w:fldCharType": "end"}))


def _field_begins(paragraph: WordParagraph, deepest: int) -> None:
    code = _element("w:instrText", **{"xml:space": "preserve"})
    code.text = f' TOC \\o "1-{deepest}" \\n \\h \\z \\u '
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
    heads, *rows = chart.table
    table = word.add_table(rows=1, cols=len(heads), style="Table Grid")
    _fill(table.rows[0], heads, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", **{"w:val": "true"}))
    for row in rows:
        _fill(table.add_row(), row)
    first = max(map(len, (row[0] for row in chart.table))) * LETTER + Cm(0.5)
    rest = min((TEXT_WIDTH - first) // len(heads[1:]), Cm(3))
    table.autofit = False
    for column, width in zip(table.columns, (first, *(rest for _ in heads[1:])), strict=True):
        for cell in (column, *column.cells):
            cell.width = width
    for row in table.rows[:-1]:  # a table of a few rows stays with its chart
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    word.add_paragraph()


def _fill(row: Any, texts: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        run = paragraph.add_run(printable(text))
        run.bold, run.font.size = bold or None, Pt(9)


def printable(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")


def _element(name: str, **attributes: str) -> Any:
    made: Any = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
