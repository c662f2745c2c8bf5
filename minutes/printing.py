"""Makes a PDF of a page of HTML: tagged (PDF/UA-1), and without fetching anything."""

from typing import Any

from minutes.errors import MinutesError


class PrintingNotPossible(MinutesError):
    """The machine lacks Pango, which sets the text."""

    status = 503


def pdf_of(html: str, style: str, *, variant: str = "pdf/ua-1", forms: bool = False) -> bytes:
    """The PDF of an HTML document with a style sheet; its title and language are kept.

    forms: whether the fields of the document become fields of the PDF. Raises
    PrintingNotPossible.
    """
    # Imported here, since it takes half a second that only who prints should wait.
    try:
        from weasyprint import CSS, HTML
        from weasyprint.urls import URLFetcher
    except OSError:
        raise PrintingNotPossible(
            "Servern kan inte göra PDF, eftersom programbiblioteket Pango saknas. Be den som "
            "sköter servern att installera libpango-1.0-0 och libpangoft2-1.0-0."
        ) from None

    nothing = URLFetcher(allowed_protocols=("data",))  # what the page holds itself
    document = HTML(string=html, url_fetcher=nothing)
    made: Any = document.write_pdf(
        stylesheets=[CSS(string=style, url_fetcher=nothing)],
        pdf_variant=variant,
        pdf_forms=forms,
    )
    return bytes(made)
