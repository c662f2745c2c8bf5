"""An OpenDocument text (.odt, as LibreOffice writes it) as transcript and blocks.

The running text comes first; then headers and footers, each text once; then notes and
comments. The lines are made as those of a Word file are.
"""

from collections.abc import Iterator

from lxml import etree

from minutes.reading.blocks import BlockKind, ReadDocument, Remark
from minutes.reading.bounds import USUAL, Limits, Unreadable
from minutes.reading.odt_contents import OdtContents
from minutes.reading.odt_names import OFFICE, STYLE, name_of
from minutes.reading.odt_styles import Styles
from minutes.reading.word_contents import Paragraph, Row
from minutes.reading.word_lines import Lines, boxes_of
from minutes.reading.word_package import DAMAGED, Package, children_of

_LOCKED = "Filen är skyddad med lösenord. Ta bort lösenordet i LibreOffice, spara och försök igen."
_NO_TEXT = (
    "ODT-filen innehåller ingen text. Är sidorna inskannade bilder behöver protokollet skrivas av "
    "eller texttolkas först."
)
_TRACKED = Remark(
    "tracked-changes",
    "Filen har spårade ändringar som ingen har godkänt eller avvisat. Texten har lästs som om "
    "alla vore godkända.",
)
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MANIFEST = "META-INF/manifest.xml"
_BODY = (f"{{{OFFICE}}}text",)
_MASTER_PAGES = f"{{{STYLE}}}master-page"
_WORDS = (
    ("Word-filen", "ODT-filen"),
    ("i Word", "i LibreOffice"),
    ("som Word", "som LibreOffice"),
    (".docx", ".odt"),
)


def read_odt(data: bytes, limits: Limits = USUAL) -> ReadDocument:
    """The document; its transcript has a line for each paragraph or table row.

    Raises Unreadable where the file is damaged, empty, protected, or too large.
    """
    return read_odt_package(Package(data, limits), limits)


def read_odt_package(package: Package, limits: Limits) -> ReadDocument:
    """The same for a package that is already open."""
    try:
        return _read(package, limits)
    except Unreadable as refusal:
        raise Unreadable(_in_own_words(refusal.message)) from None
    except RecursionError:  # lists or tables within each other, deeper than anybody writes
        raise Unreadable(_in_own_words(DAMAGED)) from None


def _in_own_words(message: str) -> str:
    """What is said of a Word package, said of this kind of file."""
    for words, ours in _WORDS:
        message = message.replace(words, ours)
    return message


def _read(package: Package, limits: Limits) -> ReadDocument:
    if _MANIFEST in package and b"encryption-data" in b"".join(package.chunks(_MANIFEST)):
        raise Unreadable(_LOCKED)
    if "content.xml" not in package:
        raise Unreadable(DAMAGED)
    styles = Styles()
    paper = package.tree("styles.xml")
    styles.add(paper)
    contents = OdtContents(styles)
    lines = Lines(contents, limits)
    lines.add(contents.of(_body(package, styles)))
    _add_margins(paper, contents, lines)
    lines.add_apart(_notes(contents), BlockKind.NOTE)
    if not lines.blocks:
        raise Unreadable(_NO_TEXT)
    remarks = (_TRACKED,) if contents.tracked else ()
    return ReadDocument(tuple(lines.transcript), tuple(lines.blocks), remarks, _title(package))


def _body(package: Package, styles: Styles) -> Iterator[etree._Element]:
    """What stands in the text; the styles declared before it are taken in on the way."""
    known = False
    for element in children_of(package, "content.xml", _BODY):
        if not known:
            styles.add(element.getroottree().getroot())
            known = True
        yield element


def _add_margins(paper: etree._Element | None, contents: OdtContents, lines: Lines) -> None:
    for page in () if paper is None else paper.iter(_MASTER_PAGES):
        for margin in page:
            if name_of(margin).startswith(("header", "footer")):
                items = list(contents.of(margin))
                lines.add_apart(items, BlockKind.PAGE_MARGIN)
                for box in boxes_of(items):
                    lines.add_apart(contents.of(box), BlockKind.PAGE_MARGIN)


def _notes(contents: OdtContents) -> Iterator[Paragraph | Row]:
    while contents.notes:
        note = contents.notes.pop(0)
        bodies = [child for child in note if name_of(child) == "note-body"]
        yield from contents.of(bodies or note)


def _title(package: Package) -> str:
    root = package.tree("meta.xml")
    title = None if root is None else root.find(f".//{_TITLE}")
    return " ".join((title.text or "").split()) if title is not None else ""
