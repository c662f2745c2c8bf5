"""Makes a PDF of a page of HTML: tagged (PDF/UA-1), and without fetching anything."""

from typing import Any


def pdf_of(html: str, style: str, *, variant: str = "pdf/ua-1", forms: bool = False) -> bytes:
    """The PDF of an HTML document with a style sheet; its title and language are kept.

    forms: whether the fields of the document become fields of the PDF.
    """
    # Imported here, since it takes half a second that only who prints should wait.
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher

    nothing = URLFetcher(allowed_protocols=())
    document = HTML(string=html, url_fetcher=nothing)
    made: Any = document.write_pdf(
        stylesheets=[CSS(string=style, url_fetcher=nothing)],
        pdf_variant=variant,
        pdf_forms=forms,
    )
    return bytes(made)
