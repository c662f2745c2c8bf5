"""Opens a file of any kind: what may be minutes is read, all others are refused.

Which it is, the content decides; the name tells Markdown from plain text, where its signs are few.
Each reader is imported with the first file of its kind, for what they build on takes long to load.
"""

import re
from dataclasses import replace
from pathlib import PurePath

from minutes.reading.blocks import ReadDocument, Remark, Source
from minutes.reading.bounds import LEAST_PER_LINE, MIB, PAGE, USUAL, Limits, Unreadable, too_long
from minutes.reading.encoding import decode
from minutes.reading.file_kinds import (
    is_open_document,
    is_pdf,
    is_zip,
    refuse_foreign,
    refuse_other_packages,
)
from minutes.reading.text_reader import read_lines
from minutes.reading.word_package import DAMAGED, Package

WORD_SUFFIXES = (".docx", ".docm")
OTHER_SUFFIXES = (".pdf", ".odt", ".ott")
MARKDOWN_SUFFIXES = (".md", ".markdown")
TEXT_SUFFIXES = (".txt",)
# What a file dialog offers; a file with another suffix is read too if it holds text.
ACCEPTED_SUFFIXES = WORD_SUFFIXES + OTHER_SUFFIXES + MARKDOWN_SUFFIXES + TEXT_SUFFIXES

_EMPTY = "Filen är tom. Kontrollera att protokollet är sparat och försök igen."
_ONLY_SPACE = "Filen innehåller ingen text. Kontrollera att det är rätt fil och försök igen."
# Text that was copied out of Markdown: "## Ekonomi" or "**Ekonomi**" on lines of their own,
# or "- **Bo** bokar".
_MARKED = re.compile(
    r"^(?:#{2,4} \S|# [^\W\d_]|\*\*[^*\n]+\*\*:?[ \t]*$|[-*] \*\*[^*\n]+\*\*)", re.MULTILINE
)
_FEWEST_MARKED = 3
_RULED = re.compile(r"^\|(?:\s*:?-{3,}:?\s*\|)+[ \t]*$", re.MULTILINE)  # below a table's head
_LOST_LETTER = "\N{REPLACEMENT CHARACTER}"
_LOST_LETTERS = (
    "Filen har tecken som gick förlorade när den sparades (de visas som \N{REPLACEMENT CHARACTER})."
    " Kontrollera namn och ord på de raderna."
)


def read_document(filename: str, data: bytes, limits: Limits = USUAL) -> ReadDocument:
    """The transcript and blocks of a file.

    Raises Unreadable, whose message says in Swedish what is wrong with the file and what
    to do, where it is too large, empty, damaged, protected, or of a kind that is not read.
    """
    if len(data) > limits.file_bytes:
        raise Unreadable(_too_large(limits))
    if not data:
        raise Unreadable(_EMPTY)
    refuse_foreign(data)
    if is_pdf(data):
        from minutes.reading.pdf_reader import read_pdf

        document = read_pdf(data, limits)
    elif is_zip(data):
        document = _read_zip(data, limits)
    else:
        document = _read_text(PurePath(filename).suffix.casefold(), data, limits)
    return _with_lost_letters(document)


def _read_zip(data: bytes, limits: Limits) -> ReadDocument:
    package = Package(data, limits)
    if is_open_document(package, b"text"):
        from minutes.reading.odt_reader import read_odt_package

        return read_odt_package(package, limits)
    refuse_other_packages(package)
    from minutes.reading.word_reader import read_package

    return read_package(package, limits)


def _read_text(suffix: str, data: bytes, limits: Limits) -> ReadDocument:
    if suffix in WORD_SUFFIXES and b"\0" in data:
        raise Unreadable(DAMAGED)
    if not data.strip():
        raise Unreadable(_ONLY_SPACE)
    text = decode(data)
    if not text.strip():
        raise Unreadable(_ONLY_SPACE)
    if max(len(text), LEAST_PER_LINE * text.count("\n")) > limits.pages * PAGE:
        raise too_long(limits)
    if suffix in MARKDOWN_SUFFIXES or _is_marked(text):
        from minutes.reading.markdown_reader import read_markdown_text

        document = read_markdown_text(text)
    else:
        document = read_lines(text.split("\n"))
    if not document.blocks:
        raise Unreadable(_ONLY_SPACE)
    return document


def _is_marked(text: str) -> bool:
    return len(_MARKED.findall(text)) >= _FEWEST_MARKED or bool(_RULED.search(text))


def _with_lost_letters(document: ReadDocument) -> ReadDocument:
    numbers = [n for n, line in enumerate(document.transcript, 1) if _LOST_LETTER in line]
    if not numbers:
        return document
    remark = Remark("lost-letters", _LOST_LETTERS, Source(numbers[0], numbers[-1]))
    return replace(document, remarks=(*document.remarks, remark))


def _too_large(limits: Limits) -> str:
    size = f"{limits.file_bytes / MIB:g}".replace(".", ",")
    return (
        f"Filen är större än {size} MB. Minska bilderna i den eller dela upp den i flera filer "
        "och försök igen."
    )
