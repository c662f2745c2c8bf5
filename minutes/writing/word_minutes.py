"""Registered minutes as a Word file that reads back to the same facts; in the body's template."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from io import BytesIO

from docx.document import Document as WordDocument

from minutes.justering import word_template
from minutes.justering.minutes_text import Minutes, Paragraph
from minutes.justering.sheet import PRESENCE_WORDS
from minutes.recognition.rules.marked import MARK
from minutes.register.grids import Grid
from minutes.word.styles import LABEL
from minutes.word.tables import add_table
from minutes.word.templates import filled
from minutes.writing.markdown_minutes import head_of
from minutes.writing.readable import (
    ACTION_COLUMNS,
    ATTENDANCE_COLUMNS,
    Decided,
    ahead_lines,
    attendance_rows,
    divided,
    label_of,
    parts_of,
)
from minutes.writing.skeleton import head_lines


def word_of(minutes: Minutes, written: dt.datetime, template: bytes | None = None) -> bytes:
    """The file, made from the body's template, or from the default one."""
    writers: dict[str, Callable[[WordDocument], None]] = {
        word_template.FACTS: partial(_facts, minutes=minutes),
        word_template.FRONT: _nothing,
        word_template.ATTENDANCE: partial(_attendance, minutes=minutes),
        word_template.POINTS: partial(_points, minutes=minutes),
        word_template.END: _nothing,
    }
    words = {"rubrik": minutes.title, "dokument": minutes.body, "organ": minutes.body}
    document = filled(template or word_template.default_template(), words, writers)
    properties = document.core_properties
    properties.title, properties.language = minutes.title, "sv-SE"
    properties.author = properties.last_modified_by = minutes.body
    properties.comments = ""
    properties.created = properties.modified = written.replace(tzinfo=None)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _nothing(_document: WordDocument) -> None:
    """A part that these minutes do not have."""


def _facts(document: WordDocument, minutes: Minutes) -> None:
    _title, *facts = head_lines(head_of(minutes))
    for line in (*facts, *ahead_lines(minutes), MARK):
        label, _, value = line.partition(": ")
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value)
    for loose in divided(minutes)[0]:
        _paragraph(document, loose)


def _attendance(document: WordDocument, minutes: Minutes) -> None:
    words = {presence.value: said for presence, said in PRESENCE_WORDS.items()}
    people = list(attendance_rows(minutes, words))
    if people:
        document.add_paragraph("Närvaro", style="Heading 1")
        add_table(document, ATTENDANCE_COLUMNS, people, (4.1, 3.7, 2.9, 2.3, 3))


def _points(document: WordDocument, minutes: Minutes) -> None:
    for paragraph in divided(minutes)[1]:
        _paragraph(document, paragraph)
    if minutes.attachments:
        document.add_paragraph("Bilagor", style="Heading 1")
        for name in minutes.attachments:
            document.add_paragraph(name, style="List Bullet")


def _paragraph(document: WordDocument, paragraph: Paragraph) -> None:
    if paragraph.is_point:
        level = "Heading 2" if paragraph.depth else "Heading 1"
        document.add_paragraph(label_of(paragraph), style=level)
    parts = parts_of(paragraph)
    for said in parts.said:
        if isinstance(said, Grid):
            add_table(document, said.head, said.body)
        elif isinstance(said, Decided):
            document.add_paragraph("Beslut", style=LABEL)
            for quote in said.quotes:
                document.add_paragraph(quote, style="List Bullet")
        else:
            document.add_paragraph(said)
    if parts.promised:
        document.add_paragraph("Åtgärder", style=LABEL)
        add_table(document, ACTION_COLUMNS, parts.promised, (7.2, 3.6, 3.5, 1.7))
