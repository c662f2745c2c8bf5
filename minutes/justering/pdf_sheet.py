"""The document as a tagged PDF (PDF/A-2a and PDF/UA-1) with an empty field for each signature."""

from functools import cache
from typing import NoReturn

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from weasyprint import HTML

from minutes import installed_folder
from minutes.justering.pdf_finish import finish
from minutes.justering.sheet import PRESENCE_WORDS, Sheet, words_of_action


def pdf_of(sheet: Sheet) -> bytes:
    """The file."""
    page = (
        _templates()
        .get_template("justering/sheet.html")
        .render(sheet=sheet, presence_words=PRESENCE_WORDS, words_of_action=words_of_action)
    )
    drawn = HTML(string=page, url_fetcher=_refuse).write_pdf(pdf_variant="pdf/a-2a", pdf_forms=True)
    assert drawn is not None
    return finish(drawn)


def _refuse(url: str, *_rest: object, **_more: object) -> NoReturn:
    """The document has all it needs; whatever it names, nothing is fetched."""
    raise ValueError(f"not fetched: {url[:40]}")


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(installed_folder("templates")),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
