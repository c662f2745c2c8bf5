"""From paragraphs and table rows of a Word or ODT file to transcript lines and blocks.

A paragraph or row has one line. Where the author broke a paragraph with Shift+Enter and
meant separate lines ("Ordförande: …", "Sekreterare: …"), each of them is a block of its own.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from lxml import etree

from minutes.reading.blocks import Block, BlockKind, Source, split_marker
from minutes.reading.bounds import LEAST_PER_LINE, PAGE, Limits, too_long
from minutes.reading.word_contents import Cell, Paragraph, Row

_LONGEST_ROW = 1_500  # characters; a longer row is a table that only lays out the page
_ROMAN = "ivx"  # the letters that a number may have after its first
_ENDS_LINE = (":", ".", "?", "!")
_GOES_ON = (",", " och", " samt", " eller", "-")
_PAGE_WORDS = re.compile(
    r"\b(?:sida|sidan|sid|page)\b[.:]?(?:\s*\b(?:av|of)\b|\s*/)?", re.IGNORECASE
)
_ONLY_SIGNS = re.compile(r"[\W_]*(?:av|of)?[\W_]*", re.IGNORECASE)


class Contents(Protocol):
    """What reads the elements of a word processor's file."""

    def of(self, elements: Iterable[etree._Element]) -> Iterator[Paragraph | Row]:
        """The paragraphs and rows among the elements and within them."""
        ...


class Lines:
    """The transcript and the blocks, as they grow. Raises Unreadable where there is too much."""

    def __init__(self, contents: Contents, limits: Limits) -> None:
        self._contents = contents
        self._limits = limits
        self._left = limits.pages * PAGE
        self.transcript: list[str] = []
        self.blocks: list[Block] = []

    def add(self, items: Iterable[Paragraph | Row]) -> None:
        """Paragraphs and rows of the running text."""
        for item in items:
            if isinstance(item, Row):
                self._row(item)
            else:
                self._paragraph(item)

    def add_apart(self, items: Iterable[Paragraph | Row], kind: BlockKind) -> None:
        """Text from beside the running text: page margins (each text once) and notes."""
        for text in (_apart(item) for item in items):
            known = kind is BlockKind.PAGE_MARGIN and any(
                block.text == text and block.kind is kind for block in self.blocks
            )
            if text and not known:
                self.blocks.append(Block(kind, text, self._line(text)))

    def _paragraph(self, paragraph: Paragraph) -> None:
        text = paragraph.text.strip()
        lines = _parts(text) if "\n" in text else [text]
        line = " ".join((paragraph.marker, *lines) if paragraph.marker else lines)
        source = self._line(line)
        printed = paragraph.marker
        for part in lines if line else ():
            marker, rest = (printed, part) if printed else _split_marker(part)
            self.blocks.append(_block(paragraph, marker, rest, source))
            printed = ""  # the automatic number stands before the first part only
        for box in paragraph.boxes:
            self.add(self._contents.of(box))

    def _row(self, row: Row) -> None:
        if _only_lays_out(row):
            for cell in row.cells:
                self.add(cell.contents)
            return
        cells: list[str] = []
        for cell in row.cells:
            cells += [_cell_text(cell), *[""] * (cell.columns - 1)]
        text = " | ".join(" ".join(cell.split()) for cell in cells if cell)
        source = self._line(text)
        paragraphs = list(_paragraphs(row))
        if text:
            bold = all(paragraph.bold for paragraph in paragraphs if paragraph.text.strip())
            self.blocks.append(
                Block(BlockKind.TABLE_ROW, text, source, cells=tuple(cells), bold=bold)
            )
        for paragraph in paragraphs:
            for box in paragraph.boxes:
                self.add(self._contents.of(box))

    def _line(self, text: str) -> Source:
        size = len(text)
        self._left -= size if size > LEAST_PER_LINE else LEAST_PER_LINE
        if self._left < 0:
            raise too_long(self._limits)
        self.transcript.append(text)
        return Source(len(self.transcript), len(self.transcript))


def _block(paragraph: Paragraph, marker: str, text: str, source: Source) -> Block:
    columns: tuple[str, ...] = ()
    if "\t" in text:
        columns = tuple(" ".join(part.split()) for part in text.split("\t") if part.strip())
    if paragraph.contents:
        kind = BlockKind.PAGE_MARGIN
    elif paragraph.heading:
        kind = BlockKind.HEADING
    else:
        kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
    level = paragraph.level if paragraph.heading or paragraph.marker else 0
    if not _is_tidy(text):
        text = " ".join(text.split())
    return Block(
        kind, text, source, level, marker, columns if len(columns) > 1 else (), paragraph.bold
    )


def _is_tidy(text: str) -> bool:
    """Whether it is plain that the words have single spaces between them and nothing else."""
    return text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]


def _split_marker(line: str) -> tuple[str, str]:
    """`split_marker`, which most lines need not ask: two letters begin a word."""
    if len(line) > 1 and line[:2].isalpha() and line[1] not in _ROMAN:
        return "", line
    return split_marker(line)


def _parts(text: str) -> list[str]:
    """The lines of a paragraph that its author meant as lines of their own."""
    parts: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if parts and _is_wrapped(parts[-1], line):
            parts[-1] += " " + line
        else:
            parts.append(line)
    return parts


def _is_wrapped(line: str, following: str) -> bool:
    """Whether a line break only wrapped the line, and `following` goes on with it."""
    if line.endswith(_GOES_ON):
        return True
    if line.endswith(_ENDS_LINE) or following.startswith("att "):
        return False
    return following[0].islower() and not split_marker(following)[0]


def _only_lays_out(row: Row) -> bool:
    """Whether the row is no row of data: its paragraphs then stand for themselves."""
    filled = [cell for cell in row.cells if _has_text(cell)]
    if any(isinstance(item, Row) for cell in filled for item in cell.contents):
        return True
    if len(filled) == 1 and (len(row.cells) == 1 or len(filled[0].contents) > 1):
        return True
    if len(filled) == 1 and any(paragraph.heading for paragraph in _paragraphs(row)):
        return True
    return sum(len(paragraph.text) for paragraph in _paragraphs(row)) > _LONGEST_ROW


def _has_text(cell: Cell) -> bool:
    return any(isinstance(item, Row) or item.text.strip() or item.marker for item in cell.contents)


def _paragraphs(row: Row) -> Iterator[Paragraph]:
    for cell in row.cells:
        for item in cell.contents:
            if isinstance(item, Row):
                yield from _paragraphs(item)
            else:
                yield item


def _cell_text(cell: Cell) -> str:
    r"""The paragraphs of a cell, "\n" between them."""
    lines: list[str] = []
    for item in cell.contents:
        if isinstance(item, Paragraph):
            first, *others = item.text.split("\n")
            lines += [f"{item.marker} {first}", *others]
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _apart(item: Paragraph | Row) -> str:
    """One line of a margin or note, without what is left of "Sida 3 av 7" without numbers."""
    if isinstance(item, Row):
        texts = [_apart(paragraph) for paragraph in _paragraphs(item)]
        return " | ".join(text for text in texts if text)
    text = " ".join(f"{item.marker} {item.text}".split())
    if item.numbered_page:
        text = _PAGE_WORDS.sub("", text)
        text = "" if _ONLY_SIGNS.fullmatch(text) else " ".join(text.split())
    return text


def boxes_of(items: Iterable[Paragraph | Row]) -> Iterator[etree._Element]:
    """The text boxes that hang on the items."""
    for item in items:
        for paragraph in _paragraphs(item) if isinstance(item, Row) else (item,):
            yield from paragraph.boxes
