"""A Word file (.docx, .docm) as transcript and blocks.

The running text comes first; then headers and footers, each text once; then footnotes,
endnotes and comments. python-docx loses content controls, text boxes, tracked changes and
automatic numbers, and takes ten times as long, so the XML is walked here.
"""

import posixpath
from collections.abc import Iterator

from minutes.reading.blocks import BlockKind, ReadDocument, Remark
from minutes.reading.bounds import USUAL, Limits, Unreadable
from minutes.reading.word_contents import Contents, Paragraph, Row
from minutes.reading.word_lines import Lines, boxes_of
from minutes.reading.word_names import attribute, both, name_of
from minutes.reading.word_numbering import Numbering
from minutes.reading.word_package import DAMAGED, Package, Relation, children_of, main_part
from minutes.reading.word_styles import Styles

_NO_TEXT = (
    "Word-filen innehåller ingen text. Är sidorna inskannade bilder behöver protokollet "
    "skrivas av eller texttolkas först."
)
_TRACKED = Remark(
    "tracked-changes",
    "Filen har spårade ändringar som ingen har godkänt eller avvisat. Texten har lästs som om "
    "alla vore godkända.",
)
_EMBEDDED = Remark(
    "embedded-file",
    "Filen visar en annan fil som är infogad i den. Den infogade filens text har inte lästs.",
)
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# Nine tenths of the styles in Word's own template, and of no meaning here.
_TABLE_STYLES = (b'<w:style w:type="table"', b"</w:style>")
_MARGINS = ("header", "footer")
_NOTES = ("footnotes", "endnotes", "comments")


def read_word(data: bytes, limits: Limits = USUAL) -> ReadDocument:
    """The document; its transcript has a line for each paragraph or table row.

    Raises Unreadable where the file is damaged, empty, protected, or too large.
    """
    return read_package(Package(data, limits), limits)


def read_package(package: Package, limits: Limits) -> ReadDocument:
    """The same for a package that is already open."""
    main = main_part(package)
    if main is None:
        raise Unreadable(DAMAGED)
    relations = package.relations(main)
    styles = Styles.read(package.tree(_target(relations, "styles", main), _TABLE_STYLES))
    numbering = Numbering(package.tree(_target(relations, "numbering", main)))
    contents = Contents(styles, numbering)
    lines = Lines(contents, limits)
    lines.add(contents.of(children_of(package, main, both("body"))))
    lines.add(contents.left_over())
    _add_margins(package, relations, contents, lines)
    for kind in _NOTES:
        lines.add_apart(_notes(package, relations, kind, contents), BlockKind.NOTE)
    if not lines.blocks:
        raise Unreadable(_NO_TEXT)
    remarks = [
        remark
        for remark, met in ((_TRACKED, contents.tracked), (_EMBEDDED, contents.embedded))
        if met
    ]
    return ReadDocument(
        tuple(lines.transcript), tuple(lines.blocks), tuple(remarks), _title(package)
    )


def _add_margins(
    package: Package, relations: tuple[Relation, ...], contents: Contents, lines: Lines
) -> None:
    for kind in _MARGINS:
        for target in sorted({r.target for r in relations if r.kind == kind}):
            root = package.tree(target)
            items = [] if root is None else list(contents.of(root))
            lines.add_apart(items, BlockKind.PAGE_MARGIN)
            for box in boxes_of(items):
                lines.add_apart(contents.of(box), BlockKind.PAGE_MARGIN)


def _notes(
    package: Package, relations: tuple[Relation, ...], kind: str, contents: Contents
) -> Iterator[Paragraph | Row]:
    for relation in relations:
        root = package.tree(relation.target) if relation.kind == kind else None
        for note in () if root is None else root:
            # The line that separates footnotes from the text is stored as a footnote.
            if name_of(note) and attribute(note, "type") in (None, "normal"):
                yield from contents.of(note)


def _target(relations: tuple[Relation, ...], kind: str, main: str) -> str:
    """The part of that kind; where the relations lack it, the name that Word gives it."""
    beside = posixpath.join(posixpath.dirname(main), f"{kind}.xml")
    return next((r.target for r in relations if r.kind == kind), beside)


def _title(package: Package) -> str:
    properties = (r.target for r in package.relations("") if r.kind == "core-properties")
    root = package.tree(next(properties, "docProps/core.xml"))
    title = None if root is None else root.findtext(_TITLE)
    return " ".join((title or "").split())
