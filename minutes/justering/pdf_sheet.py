"""The document as a tagged PDF (PDF/A-2a and PDF/UA-1) with an empty field for each signature."""

from minutes import printing
from minutes.filling import filled
from minutes.justering.pdf_finish import finish
from minutes.justering.sheet import (
    PRESENCE_WORDS,
    Sheet,
    printed,
    words_of_action,
)
from minutes.register.section_labels import is_section_label
from minutes.word.tables import TOGETHER


def pdf_of(sheet: Sheet) -> bytes:
    """The file."""
    page, style = page_of(sheet)
    return finish(printing.pdf_of(page, style, variant="pdf/a-2a", forms=True))


def page_of(sheet: Sheet) -> tuple[str, str]:
    """The document as HTML, and its style sheet."""
    page = filled(
        "justering/sheet.html",
        sheet=sheet,
        presence_words=PRESENCE_WORDS,
        printed=printed,
        is_section_label=is_section_label,
        words_of_action=words_of_action,
        together=TOGETHER,
    )
    return page, filled("justering/sheet.css")
