"""The document as a Word file, with real styles, so that Word and our own import read it again."""

import datetime as dt
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from minutes.justering.minutes_text import Paragraph
from minutes.justering.sheet import (
    PRESENCE_WORDS,
    Layout,
    Sheet,
    SignatureLine,
    words_of_action,
)

FONT = "Liberation Serif"
TEXT_WIDTH = Cm(16)
DECISION, ACTION, LABEL, SIGN = "Beslut", "Åtgärd", "Etikett", "Underskrift"
_INK = RGBColor(0x1B, 0x23, 0x28)


def word_of(sheet: Sheet, written: dt.datetime) -> bytes:
    """The file."""
    document = Document()
    _set_styles(document)
    _set_properties(document, sheet, written)
    _set_header(document, sheet)
    _set_footer(document, sheet)
    document.add_paragraph(sheet.minutes.title, style="Title")
    _facts(document, sheet.facts)
    if sheet.layout is Layout.FRONT:
        _front(document, sheet)
    _attendance(document, sheet)
    for paragraph in sheet.minutes.paragraphs:
        _paragraph(document, paragraph)
    _corrections(document, sheet)
    _lists(document, sheet)
    if sheet.layout is Layout.END:
        _end(document, sheet)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_styles(document: WordDocument) -> None:
    language = document.styles.element.find(f".//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "sv-SE")
    for name, size, before, after in (
        ("Normal", 11, 0, 6),
        ("Title", 22, 0, 10),
        ("Heading 1", 14, 16, 4),
        ("Heading 2", 12, 12, 4),
    ):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)  # the theme would win over our font
        fonts.set(qn("w:hAnsi"), FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(before),
            Pt(after),
        )
    for name, indent, bold in ((DECISION, 0.75, False), (ACTION, 0.75, False), (LABEL, 0, True)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.base_style = document.styles["Normal"]
        style.paragraph_format.left_indent = Cm(indent)
        style.paragraph_format.keep_with_next = bold
        style.font.bold = bold
    sign = document.styles.add_style(SIGN, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(sign, ParagraphStyle)
    sign.base_style = document.styles["Normal"]
    sign.paragraph_format.space_before = Pt(30)
    sign.paragraph_format.space_after = Pt(0)
    sign.paragraph_format.keep_with_next = True
    sign.paragraph_format.tab_stops.add_tab_stop(Cm(8), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)


def _set_properties(document: WordDocument, sheet: Sheet, written: dt.datetime) -> None:
    properties = document.core_properties
    properties.title, properties.language = sheet.title, "sv-SE"
    properties.author = properties.last_modified_by = sheet.minutes.body
    properties.comments = ""
    properties.created = properties.modified = written.replace(tzinfo=None)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)


def _set_header(document: WordDocument, sheet: Sheet) -> None:
    head = document.sections[0].header.paragraphs[0]
    head.style = "Normal"  # that of headers has tab stops of its own
    head.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    head.add_run(f"{sheet.running_head}\t")
    _field(head, "PAGE")
    head.add_run("(")
    _field(head, "NUMPAGES")
    head.add_run(")")


def _set_footer(document: WordDocument, sheet: Sheet) -> None:
    foot = document.sections[0].footer.paragraphs[0]
    foot.style = "Normal"
    if sheet.initials:
        foot.paragraph_format.tab_stops.add_tab_stop(
            TEXT_WIDTH, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES
        )
        foot.add_run("Justerarnas signaturer \t")
        foot = document.sections[0].footer.add_paragraph(style="Normal")
    run = foot.add_run(sheet.foot)
    run.font.size = Pt(7.5)


def _field(paragraph: WordParagraph, code: str) -> None:
    """A number that Word works out itself."""
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(paragraph.add_run("1")._r)  # until it is worked out
    paragraph._p.append(field)


def _facts(document: WordDocument, facts: list[tuple[str, str]]) -> None:
    for label, value in facts:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(3.5))
        paragraph.paragraph_format.left_indent = Cm(3.5)
        paragraph.paragraph_format.first_line_indent = Cm(-3.5)
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(f"{label}:").bold = True
        paragraph.add_run(f"\t{value}")


def _table(document: WordDocument, headings: list[str], widths: list[float]) -> Table:
    table: Table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    repeat: Any = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    return table


def _row(table: Table) -> tuple[_Cell, ...]:
    """The cells of a new row."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row.cells


def _attendance(document: WordDocument, sheet: Sheet) -> None:
    people = sheet.minutes.attendees
    if not people:
        return
    document.add_paragraph("Närvaro", style="Heading 1")
    table = _table(document, ["Namn", "Roll", "Organisation", "Närvaro"], [5, 3.5, 4.5, 3])
    for person in people:
        said = PRESENCE_WORDS[person.presence]
        words = (person.name, person.role, person.organisation, said)
        cells = _row(table)
        for cell, text, width in zip(cells, words, (5, 3.5, 4.5, 3), strict=True):
            cell.text, cell.width = text, Cm(width)
        if person.note:
            cells[3].text = f"{said} ({person.note})"
    document.add_paragraph()


def _paragraph(document: WordDocument, paragraph: Paragraph) -> None:
    if paragraph.number or paragraph.title:
        level = "Heading 2" if paragraph.depth else "Heading 1"
        document.add_paragraph(paragraph.label, style=level)
    decided = False
    for part in paragraph.parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            decided = False
            continue
        if not decided:
            document.add_paragraph("Beslut", style=LABEL)
        decided = True
        document.add_paragraph(part.quote, style=DECISION)
    if paragraph.actions:
        label = "Åtgärd" if len(paragraph.actions) == 1 else "Åtgärder"
        document.add_paragraph(label, style=LABEL)
    for action in paragraph.actions:
        document.add_paragraph(words_of_action(action), style=ACTION)


def _corrections(document: WordDocument, sheet: Sheet) -> None:
    for each in sheet.minutes.corrections:
        document.add_paragraph(each.place, style="Heading 1")
        for label, text in (
            ("Löd", each.before),
            ("Ska lyda", each.after),
            ("Skäl", each.reason),
        ):
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(text)


def _lists(document: WordDocument, sheet: Sheet) -> None:
    if sheet.minutes.ahead:
        document.add_paragraph("Kommande möten", style="Heading 1")
        for each in sheet.minutes.ahead:
            said = ", ".join(filter(None, (each.when, each.place, each.note)))
            document.add_paragraph(said, style="List Bullet")
    if sheet.minutes.attachments:
        document.add_paragraph("Bilagor", style="Heading 1")
        for name in sheet.minutes.attachments:
            document.add_paragraph(name, style="List Bullet")


def _front(document: WordDocument, sheet: Sheet) -> None:
    """The table of signatures, and the proof of anslag, as kommuner print them first."""
    document.add_paragraph("Underskrifter", style="Heading 1")
    table = _table(document, ["Som", "Underskrift"], [4.5, 11.5])
    for line in sheet.signatures:
        cells = _row(table)
        cells[0].text = line.role + (f", paragraf {line.paragraphs}" if line.paragraphs else "")
        cells[1].text = f"Underskrivet {line.signed}\n{line.name}" if line.signed else ""
        if not line.signed:
            cells[1].paragraphs[0].paragraph_format.space_before = Pt(26)
            cells[1].add_paragraph(line.name)
        cells[0].width, cells[1].width = Cm(4.5), Cm(11.5)
    if sheet.numbers:
        cells = _row(table)
        cells[0].text, cells[1].text = "Paragrafer", sheet.numbers
    document.add_paragraph("Anslag och bevis", style="Heading 1")
    document.add_paragraph("Protokollet är justerat. Justeringen har tillkännagivits genom anslag.")
    proof = document.add_table(rows=0, cols=2, style="Table Grid")
    for label, value in (
        ("Organ", sheet.minutes.body),
        ("Sammanträdesdatum", sheet.minutes.date.isoformat()),
        ("Anslaget sätts upp", ""),
        ("Anslaget tas ned", ""),
        ("Sista dag för överklagande", ""),
        ("Förvaringsplats för protokollet", ""),
        ("Underskrift", ""),
    ):
        cells = _row(proof)
        cells[0].text, cells[1].text = label, value
        cells[0].width, cells[1].width = Cm(6), Cm(10)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _end(document: WordDocument, sheet: Sheet) -> None:
    for line in sheet.signatures:
        _signature(document, line)


def _signature(document: WordDocument, line: SignatureLine) -> None:
    document.add_paragraph(line.above, style=LABEL).paragraph_format.space_before = Pt(22)
    if line.signed:
        document.add_paragraph(f"Underskrivet {line.signed}").paragraph_format.keep_with_next = True
    else:
        document.add_paragraph("\t", style=SIGN)
    said = line.name + (f", paragraf {line.paragraphs}" if line.paragraphs else "")
    document.add_paragraph(said)
