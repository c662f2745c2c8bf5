"""The document as a tagged PDF (PDF/A-2a and PDF/UA-1) with an empty field for each signature."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from minutes import installed_folder, printing
from minutes.justering.pdf_finish import finish
from minutes.justering.sheet import (
    POSTED,
    POSTED_DIGITALLY,
    PRESENCE_WORDS,
    Sheet,
    words_of_action,
)


def pdf_of(sheet: Sheet) -> bytes:
    """The file."""
    templates = _templates()
    page = templates.get_template("justering/sheet.html").render(
        sheet=sheet,
        presence_words=PRESENCE_WORDS,
        words_of_action=words_of_action,
        posted=POSTED,
        posted_digitally=POSTED_DIGITALLY,
    )
    style = templates.get_template("justering/sheet.css").render()
    return finish(printing.pdf_of(page, style, variant="pdf/a-2a", forms=True))


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(installed_folder("templates")),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
