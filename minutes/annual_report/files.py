"""A report as a file: Word, PDF or Markdown."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from flask import Response, current_app, get_template_attribute, render_template

from minutes.annual_report import snapshot
from minutes.annual_report.document import Document
from minutes.annual_report.length import is_brief
from minutes.annual_report.markdown_report import markdown_of
from minutes.annual_report.word_report import Cover, word_of
from minutes.people.slugs import slug_of
from minutes.printing import pdf_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What the button says, and the type of the file.
FILES: Mapping[str, tuple[str, str]] = {
    "docx": ("Word", WORD),
    "pdf": ("PDF", "application/pdf"),
    "md": ("Markdown", "text/markdown; charset=utf-8"),
    "html": ("HTML", "text/html; charset=utf-8"),
}


def drawn_of(document: Document) -> str:
    """The report below its title as HTML, for the PDF in which it is signed."""
    return str(get_template_attribute("annual_report/printed.html", "printed")(document))


@lru_cache(maxsize=16)  # one that many ask for is drawn once
def public_file(kind: str, fixed: str, cover: Cover) -> bytes:
    """A published report as a file; `fixed` as snapshot.written() gives it."""
    return file_of(kind, snapshot.read(fixed), cover)


def saved(content: bytes, kind: str, title: str) -> Response:
    """The file, to be kept under the title."""
    response = Response(content, mimetype=FILES[kind][1])
    name = f"{slug_of(title)}.{kind}"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def file_of(kind: str, document: Document, cover: Cover, template: bytes | None = None) -> bytes:
    """The bytes of the file. Inside an application, whose templates the PDF is made of."""
    if kind == "docx":
        return word_of(document, cover, template)
    if kind == "md":
        return markdown_of(document).encode()
    style = (Path(str(current_app.static_folder)) / "annual_report_print.css").read_text("utf-8")
    html = render_template(
        "annual_report/print.html",
        document=document,
        brief=is_brief(document),
        organisation=cover.organisation,
        style=style if kind == "html" else "",
    )
    return html.encode() if kind == "html" else pdf_of(html, style)
