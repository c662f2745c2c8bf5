"""The document as a Word file, with real styles, so that Word and our own import read it again."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import partial
from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt
from docx.table import Table, _Cell, _Row

from minutes.justering import word_template
from minutes.justering.minutes_text import Paragraph
from minutes.justering.sheet import (
    PRESENCE_WORDS,
    Layout,
    Sheet,
    SignatureLine,
    printed,
    words_of_action,
)
from minutes.register.grids import Grid
from minutes.register.section_labels import is_section_label
from minutes.word.styles import (
    ACTION,
    DECISION,
    LABEL,
    add_numbering,
    number_by,
    signature_line,
)
from minutes.word.tables import add_table, repeat_on_each_page
from minutes.word.templates import filled

_NUMBER = re.compile(r"(?P<before>\D*)(?P<number>\d+)(?P<after>\D*)")


def word_of(sheet: Sheet, written: dt.datetime, template: bytes | None = None) -> bytes:
    """The file, made from the body's template, or from the default one."""
    writers = {
        word_template.FACTS: partial(_facts, facts=sheet.facts),
        word_template.FRONT: partial(_front, sheet=sheet),
        word_template.ATTENDANCE: partial(_attendance, sheet=sheet),
        word_template.POINTS: partial(_points, sheet=sheet),
        word_template.END: partial(_end, sheet=sheet),
    }
    document = filled(template or word_template.default_template(), _words(sheet), writers)
    _set_properties(document, sheet, written)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _words(sheet: Sheet) -> dict[str, str]:
    minutes = sheet.minutes
    return {
        "rubrik": minutes.title,
        "dokument": sheet.running_head,
        "organ": minutes.body,
        "organisation": minutes.organisation,
        "datum": minutes.date.isoformat(),
        "tid": sheet.times,
        "plats": minutes.place,
        "ordförande": minutes.chair,
        "sekreterare": minutes.secretary,
        "justerare": ", ".join(minutes.adjusters),
        "initialer": sheet.initials_line,
        "sidfot": sheet.foot,
        "fingeravtryck": sheet.fingerprint,
    }


def _set_properties(document: WordDocument, sheet: Sheet, written: dt.datetime) -> None:
    properties = document.core_properties
    properties.title, properties.language = sheet.title, "sv-SE"
    properties.author = properties.last_modified_by = sheet.minutes.body
    properties.comments = ""
    properties.created = properties.modified = written.replace(tzinfo=None)


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
    repeat_on_each_page(table.rows[0])
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


def _points(document: WordDocument, sheet: Sheet) -> None:
    numbering = _numbering(document, sheet.points)
    for paragraph in sheet.points:
        _paragraph(document, paragraph, numbering)
    _corrections(document, sheet)
    _lists(document, sheet)
    if sheet.beside:
        document.add_paragraph("Text utanför punkterna", style="Heading 1")
    for paragraph in sheet.beside:
        _paragraph(document, paragraph, None)


def _numbering(document: WordDocument, paragraphs: Sequence[Paragraph]) -> int | None:
    """Word's own numbering, where it gives exactly the numbers that the text has."""
    numbered = [each for each in paragraphs if each.number and not each.depth]
    first = _NUMBER.fullmatch(numbered[0].number) if numbered else None
    if first is None:
        return None
    before, start, after = first["before"], int(first["number"]), first["after"]
    wanted = [f"{before}{start + place}{after}" for place in range(len(numbered))]
    if [each.number for each in numbered] != wanted:
        return None
    return add_numbering(document, before, after, start)


def _paragraph(document: WordDocument, paragraph: Paragraph, numbering: int | None) -> None:
    if numbering is not None and paragraph.number and not paragraph.depth:
        number_by(document.add_paragraph(paragraph.title, style="Heading 1"), numbering)
    elif paragraph.number or paragraph.title:
        level = "Heading 2" if paragraph.depth else "Heading 1"
        document.add_paragraph(paragraph.label, style=level)
    decided = False
    for part in paragraph.parts:
        if isinstance(part, str):
            _said(document, part)
            decided = False
            continue
        if isinstance(part, Grid):
            add_table(document, part.head, part.body)
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


def _said(document: WordDocument, text: str) -> None:
    for said, is_listed in printed(text):
        is_label = is_section_label(said)
        paragraph = document.add_paragraph(said, style=LABEL if is_label else None)
        if is_listed:
            paragraph.paragraph_format.left_indent = Cm(0.35)
            paragraph.paragraph_format.first_line_indent = Cm(-0.35)
            paragraph.paragraph_format.space_after = Pt(1)


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
    if sheet.layout is not Layout.FRONT:
        return
    heading = "Digital justering" if sheet.is_digital else "Justering"
    document.add_paragraph(heading, style="Heading 1")
    table = _labelled(document, sheet.front, (5, 11))
    for line in sheet.signatures:
        cells = _row(table)
        cells[0].text = line.capacity
        if line.signed:
            cells[1].text = f"Underskrivet {line.signed}"
        else:
            signature_line(cells[1].paragraphs[0], line.name, line.role)
        cells[1].add_paragraph(line.name)
        cells[0].width, cells[1].width = Cm(5), Cm(11)
    if sheet.numbers:
        _label(table, "Paragrafer", sheet.numbers, (5, 11))
    document.add_paragraph("Anslag och bevis", style="Heading 1")
    document.add_paragraph(sheet.posted)
    _labelled(document, sheet.proof, (6, 10))
    last = document.add_paragraph()  # small, or it would need a page of its own
    last.paragraph_format.space_after = Pt(0)
    run = last.add_run()
    run.font.size = Pt(1)
    run.add_break(WD_BREAK.PAGE)


def _labelled(
    document: WordDocument, rows: Sequence[tuple[str, str]], widths: tuple[float, float]
) -> Table:
    table: Table = document.add_table(rows=0, cols=2, style="Table Grid")
    for label, value in rows:
        _label(table, label, value, widths)
    return table


def _label(table: Table, label: str, value: str, widths: tuple[float, float]) -> None:
    cells = _row(table)
    for cell, text, width in zip(cells, (label, value), widths, strict=True):
        cell.text, cell.width = text, Cm(width)
        cell.paragraphs[0].paragraph_format.space_after = Pt(2)


def _end(document: WordDocument, sheet: Sheet) -> None:
    if sheet.layout is not Layout.END:
        return
    for line in sheet.signatures:
        write_signature(document, line)


def write_signature(document: WordDocument, line: SignatureLine) -> None:
    """The place where somebody signs, at the end of a document."""
    document.add_paragraph(line.above, style=LABEL).paragraph_format.space_before = Pt(22)
    if line.signed:
        document.add_paragraph(f"Underskrivet {line.signed}").paragraph_format.keep_with_next = True
    else:
        signature_line(document.add_paragraph(), line.name, line.role)
    said = line.name + (f", paragraf {line.paragraphs}" if line.paragraphs else "")
    document.add_paragraph(said)
