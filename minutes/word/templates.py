"""A Word template of a body's own: what it must have, and filling it.

A template is a Word file with placeholders such as {{organ}}. Those of one word are replaced
where they stand, also in header and footer; those of a whole part stand alone in a paragraph,
which the part comes instead of.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.text.paragraph import Paragraph

from minutes.errors import Refused
from minutes.reading.bounds import MIB, Limits, Unreadable
from minutes.reading.documents import read_document
from minutes.texts import N_
from minutes.word.styles import ensure_styles

MOST = 2 * MIB
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")

Writers = Mapping[str, Callable[[WordDocument], None]]


@dataclass(frozen=True, slots=True)
class Placeholders:
    """What may stand in a template: whole parts, of which some must, and words."""

    parts: tuple[str, ...]
    words: tuple[str, ...]
    required: tuple[str, ...]


def require_template(filename: str, content: bytes, known: Placeholders) -> str:
    """The file's own name; `known` is what may stand in it.

    Raises Refused, saying what to change, for what is no template.
    """
    is_empty_or_zip = not content or content.startswith(b"PK")
    if not filename.lower().endswith(".docx") or (len(content) <= MOST and not is_empty_or_zip):
        raise Refused("Mallen ska vara ett Word-dokument (.docx).")
    read_document(filename, content, Limits(file_bytes=MOST, unpacked_bytes=24 * MIB))
    try:
        document = Document(BytesIO(content))
        found = [name for each in _paragraphs(document) for name in _names(each)]
        fetches = _fetches(document)
    except (ValueError, KeyError, AttributeError) as error:
        raise Unreadable(
            "Word-filen går inte att använda som mall. Spara den på nytt som .docx utan makron."
        ) from error
    if fetches:
        raise Refused(
            "Mallen hämtar något från en annan plats, till exempel en länkad bild. Infoga det i "
            "dokumentet i stället."
        )
    missing = [name for name in known.required if name not in found]
    if missing:
        raise Refused(
            N_(
                "Mallen saknar %(missing)s. Skriv det i ett eget stycke där det ska stå. Börja "
                "gärna från standardmallen.",
                missing=_listed(missing),
            )
        )
    unknown = sorted({name for name in found if name not in (*known.parts, *known.words)})
    if unknown:
        raise Refused(
            N_(
                "%(unknown)s är ingen platshållare. De som finns är %(known)s.",
                unknown=_listed(unknown),
                known=_listed([*known.parts, *known.words]),
            )
        )
    return filename[-200:]


def filled(template: bytes, words: Mapping[str, str], writers: Writers) -> WordDocument:
    """The template with everything in its place; what no writer writes leaves nothing behind."""
    document = Document(BytesIO(template))
    ensure_styles(document)
    for paragraph in list(_paragraphs(document)):
        names = _names(paragraph)
        part = next((name for name in names if name in writers), None)
        if part is not None:
            _write_in_place(document, paragraph, writers[part])
        elif names:
            _replace(paragraph, words)
            if not paragraph.text.strip():
                _remove(paragraph)
    return document


def _write_in_place(
    document: WordDocument, paragraph: Paragraph, write: Callable[[WordDocument], None]
) -> None:
    """What is written comes to stand where the paragraph stood."""
    there = set(document.element.body)
    write(document)
    for element in [each for each in document.element.body if each not in there]:
        paragraph._p.addprevious(element)
    _remove(paragraph)


def _remove(paragraph: Paragraph) -> None:
    element: Any = paragraph._p
    if len(element.getparent().findall(element.tag)) > 1:  # a cell or a header needs one
        element.getparent().remove(element)


def _replace(paragraph: Paragraph, words: Mapping[str, str]) -> None:
    """Replace the placeholders; Word may have cut one into several runs."""
    while True:
        runs = paragraph.runs
        text = "".join(run.text for run in runs)
        match = _PLACEHOLDER.search(text)
        if match is None:
            return
        at = 0
        value = words.get(match[1], "")
        for run in runs:
            begin, end = match.start() - at, match.end() - at
            at += len(run.text)
            if end <= 0 or begin >= len(run.text):
                continue
            run.text = run.text[: max(begin, 0)] + value + run.text[min(end, len(run.text)) :]
            value = ""


def _names(paragraph: Paragraph) -> list[str]:
    return _PLACEHOLDER.findall("".join(run.text for run in paragraph.runs))


def _paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    """All paragraphs: of the body, of its tables, of headers and footers."""
    places: list[tuple[Any, Any]] = [(document.element.body, document)]
    for section in document.sections:
        for part in (
            section.header, section.footer, section.first_page_header,
            section.first_page_footer, section.even_page_header, section.even_page_footer,
        ):  # fmt: skip
            if not part.is_linked_to_previous:
                places += [(part._element, part)]
    for element, parent in places:
        for each in element.iter(f"{{{element.nsmap['w']}}}p"):
            yield Paragraph(each, parent)


def _fetches(document: WordDocument) -> bool:
    """Whether opening the file would fetch something; a link that one clicks does not."""
    package = document.part.package
    return any(
        rel.is_external and rel.reltype != RELATIONSHIP_TYPE.HYPERLINK
        for part in package.iter_parts()
        for rel in part.rels.values()
    )


def _listed(names: list[str]) -> str:
    return ", ".join(f"{{{{{name}}}}}" for name in names)


def saved(document: WordDocument) -> bytes:
    """The bytes of a .docx."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()
