"""Makes a PDF of a page of HTML: tagged (PDF/UA-1), and without fetching anything."""

from typing import Any


def pdf_of(html: str, style: str) -> bytes:
    """The PDF of an HTML document with a style sheet; its title and language are kept."""
    # Imported here, since it takes half a second that only who prints should wait.
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher

    nothing = URLFetcher(allowed_protocols=())
    document = HTML(string=html, url_fetcher=nothing)
    made: Any = document.write_pdf(
        stylesheets=[CSS(string=style, url_fetcher=nothing)], pdf_variant="pdf/ua-1"
    )
    return bytes(made)
