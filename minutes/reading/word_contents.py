"""The paragraphs and table rows of a Word part, in the order in which they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from minutes.reading.word_names import NAMES, attribute, child, is_on, name_of, number
from minutes.reading.word_numbering import Numbering
from minutes.reading.word_plain import read_plain
from minutes.reading.word_styles import Style, Styles
from minutes.reading.word_text import VisibleText, alternative, is_placeholder
from minutes.records import record

_DROPPED = frozenset(("del", "moveFrom", "sdtPr", "pPr", "rPr", "tcPr", "trPr", "Fallback"))
_MOST_COLUMNS = 63  # Word's own limit; a larger span is a lie


@dataclass(slots=True)
class Paragraph:
    r"""A paragraph as printed; in `text`, "\n" is a line break within it and "\t" a tab."""

    text: str
    marker: str = ""
    level: int = 0  # of the heading, from 1, or of the list, from 0
    heading: bool = False
    bold: bool = False
    contents: bool = False  # an entry of the table of contents
    numbered_page: bool = False  # a field for the page number stood in it
    boxes: Sequence[etree._Element] = ()


@record
class Cell:
    """What stands in a cell; it is empty where it only continues the cell above."""

    contents: tuple["Paragraph | Row", ...]
    columns: int = 1


@record
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]


class Contents:
    """Reads the parts of one document; numbers are counted from one call to the next."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._carried: VisibleText | None = None
        self.tracked = False  # a change was met that nobody has accepted
        self.embedded = False  # a whole file was met that Word shows within this one

    def of(self, elements: Iterable[etree._Element]) -> Iterator[Paragraph | Row]:
        """The paragraphs and rows among the elements and within them."""
        for element in elements:
            name = NAMES.get(element.tag)
            if name == "p":
                paragraph = self._paragraph(element)
                if paragraph is not None:
                    yield paragraph
            elif name == "tbl":
                yield from self._rows(element)
            elif name == "AlternateContent":
                yield from self.of(alternative(element))
            elif name == "altChunk":
                self.embedded = True
            elif name in _DROPPED:
                self.tracked = self.tracked or name in ("del", "moveFrom")
            elif len(element) and not (name == "sdt" and is_placeholder(element)):
                yield from self.of(element)

    def left_over(self) -> Iterator[Paragraph]:
        """The text that stood before a deleted paragraph mark with no paragraph after it."""
        if self._carried is not None and (text := self._carried.text()).strip():
            yield Paragraph(text, bold=bool(self._carried.bold), boxes=self._carried.boxes)
        self._carried = None

    def _paragraph(self, element: etree._Element) -> Paragraph | None:
        plain = read_plain(element, self._styles) if self._carried is None else None
        if plain is None:
            return self._walked(element)
        style = plain.style
        marker, level = "", 0
        if plain.num_id or style.numbering:
            marker, level = self._number(plain.num_id, plain.list_level, style)
        heading = style.heading if plain.outline is None else _heading(plain.outline, style)
        bold = bool(plain.all_bold)
        return Paragraph(plain.text, marker, heading or level, heading > 0, bold, style.contents)

    def _walked(self, element: etree._Element) -> Paragraph | None:
        style, outline, numbering, mark = self._properties(child(element, "pPr"))
        text = self._carried or VisibleText(self._styles)
        self._carried = None
        text.read(element, style)
        deleted = mark is not None and _any_child(mark, "del", "moveFrom")
        inserted = mark is not None and _any_child(mark, "ins", "moveTo")
        self.tracked = self.tracked or text.tracked or deleted or inserted
        if deleted:
            self._carried = text  # what stands before a deleted mark goes on in the next
            return None
        hidden = style.hidden or (mark is not None and bool(is_on(child(mark, "vanish"))))
        visible = text.text()
        if hidden and not visible.strip() and not text.boxes:
            return None
        num_id, level = (
            (None, None)
            if numbering is None
            else (number(child(numbering, "numId")), number(child(numbering, "ilvl")))
        )
        marker, level = self._number(num_id, level, style)
        heading = _heading(outline, style)
        return Paragraph(
            text=visible,
            marker=marker,
            level=heading or level,
            heading=heading > 0,
            bold=bool(text.bold),
            contents=style.contents,
            numbered_page=text.had_page_number,
            boxes=text.boxes,
        )

    def _properties(
        self, properties: etree._Element | None
    ) -> tuple[Style, int | None, etree._Element | None, etree._Element | None]:
        """(style, outline level, list, properties of the paragraph mark)."""
        style_id = outline = numbering = mark = None
        for found in () if properties is None else properties:
            name = NAMES.get(found.tag)
            if name == "pStyle":
                style_id = attribute(found)
            elif name == "numPr":
                numbering = found
            elif name == "outlineLvl":
                outline = number(found)
            elif name == "rPr":
                mark = found
        return self._styles.get(style_id), outline, numbering, mark

    def _number(self, num_id: int | None, level: int | None, style: Style) -> tuple[str, int]:
        """(what is printed before the paragraph, level of the list)."""
        if num_id is None:
            num_id = style.numbering
        if not num_id:
            return "", 0
        if level is None:
            level = style.list_level
        if level is None:
            level = self._numbering.level_of_style(num_id, style.id)
        return self._numbering.next(num_id, level) or "", level

    def _rows(self, table: etree._Element) -> Iterator[Row]:
        for row in _within(table, "tr"):
            properties = child(row, "trPr")
            if properties is not None:
                deleted = child(properties, "del") is not None
                self.tracked |= deleted or child(properties, "ins") is not None
                if deleted:
                    continue
            yield Row(tuple(self._cell(cell) for cell in _within(row, "tc")))

    def _cell(self, cell: etree._Element) -> Cell:
        contents = tuple(self.of(cell))
        properties = child(cell, "tcPr")
        if properties is None:
            return Cell(contents)
        columns = min(number(child(properties, "gridSpan")) or 1, _MOST_COLUMNS)
        merged = child(properties, "vMerge")
        if merged is not None and attribute(merged) != "restart":
            contents = ()
        return Cell(contents, max(1, columns))


def _within(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table, or the cells of a row, also those that a content control wraps."""
    for found in element:
        name = name_of(found)
        if name == wanted:
            yield found
        elif name not in _DROPPED and name != "tbl" and len(found):
            yield from _within(found, wanted)


def _any_child(element: etree._Element, *names: str) -> bool:
    return any(name_of(found) in names for found in element)


def _heading(outline: int | None, style: Style) -> int:
    """The level of a heading, from 1; a paragraph's own outline level overrides its style's."""
    if outline is None or not 0 <= outline <= 9:
        return style.heading
    return (outline + 1) % 10
