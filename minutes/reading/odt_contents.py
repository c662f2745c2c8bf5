"""The paragraphs and table rows of an OpenDocument text, in the order in which they stand.

Tracked changes count as accepted: what was deleted is kept apart from the text in the file,
and what was inserted stands in its place.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from minutes.reading.odt_names import TABLE, TEXT, XML, attribute, is_drawing, name_of, number
from minutes.reading.odt_styles import Counts, Level, Style, Styles
from minutes.reading.symbols import as_seen
from minutes.reading.word_contents import Cell, Paragraph, Row

_SILENT = frozenset(
    "sequence-decls variable-decls user-field-decls dde-connection-decls forms hidden-text "
    "hidden-paragraph script ruby-text event-listeners alphabetical-index-auto-mark-file "
    "placeholder meta bibliography-mark index-title-template table-column".split()
)
_INDEXES = ("table-of-content", "illustration-index", "alphabetical-index", "user-index")
_NOTES = ("note", "annotation")
_PAGE_NUMBERS = ("page-number", "page-count", "page-continuation")
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_COLUMNS = 63
_MOST_SPACES = 40


@dataclass(slots=True)
class _List:
    """The list that a paragraph stands in: where it counts, how it prints, how deep it is."""

    key: str
    levels: dict[int, Level]
    level: int
    start: int | None = None
    printed: bool = False  # the number of the item has been given to its first paragraph


class OdtContents:
    """Reads the parts of one document; numbers are counted from one call to the next."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts = Counts()
        self._last_of_style: dict[str, str] = {}
        self._roots: dict[str, str] = {}
        self._made = 0
        self.tracked = False  # a change was met that nobody has accepted
        self.notes: list[etree._Element] = []

    def of(self, elements: Iterable[etree._Element]) -> Iterator[Paragraph | Row]:
        """The paragraphs and rows among the elements and within them."""
        return self._of(elements, None, False)

    def _of(
        self, elements: Iterable[etree._Element], item: _List | None, index: bool
    ) -> Iterator[Paragraph | Row]:
        for element in elements:
            name = name_of(element)
            if name in ("p", "h"):
                yield self._paragraph(element, name == "h", item, index)
            elif name == "list":
                yield from self._list(element, item, index)
            elif name == "table":
                yield from self._rows(element)
            elif name == "tracked-changes":
                self.tracked = self.tracked or len(element) > 0
            elif name in _NOTES:
                self.notes.append(element)
            elif name not in _SILENT and not _is_hidden(element):
                yield from self._of(element, item, index or name in _INDEXES)

    def _paragraph(
        self, element: etree._Element, heading: bool, item: _List | None, index: bool
    ) -> Paragraph:
        style = self._styles.get(attribute(element, TEXT, "style-name"))
        text = _Text(self._styles, self.notes)
        text.read(element, style)
        level = (number(element, TEXT, "outline-level") or 1) if heading else style.heading
        marker = ""
        if item is not None and not item.printed:
            # The styles of a list may be those of its paragraphs.
            levels = item.levels or self._styles.lists.get(style.list, {})
            marker = self._counts.next(item.key, levels, item.level, item.start)
            item.printed = True
        elif heading and item is None and attribute(element, TEXT, "is-list-header") != "true":
            marker = self._counts.next("outline", self._styles.outline, level, None)
        return Paragraph(
            text=text.text(),
            marker=marker,
            level=level or (item.level - 1 if item is not None else 0),
            heading=level > 0,
            bold=bool(text.bold),
            contents=index,
            numbered_page=text.had_page_number,
            boxes=text.boxes,
        )

    def _list(
        self, element: etree._Element, outer: _List | None, index: bool
    ) -> Iterator[Paragraph | Row]:
        style = attribute(element, TEXT, "style-name")
        if outer is None:
            key, level = self._key(element, style), 1
            levels = self._styles.lists.get(style, {})
        else:
            key, level = outer.key, outer.level + 1
            levels = self._styles.lists.get(style, outer.levels)
        for child in element:
            item = _List(key, levels, level, number(child, TEXT, "start-value"))
            item.printed = name_of(child) == "list-header"
            yield from self._of(child, item, index)

    def _key(self, element: etree._Element, style: str) -> str:
        """The list that the numbers go on in: an earlier one, or a new one."""
        own = attribute(element, XML, "id") or f"#{self._made}"
        self._made += 1
        goes_on = attribute(element, TEXT, "continue-list")
        key = self._roots.get(goes_on, own)
        if not goes_on and attribute(element, TEXT, "continue-numbering") == "true":
            key = self._last_of_style.get(style, own)
        self._roots[own] = key
        self._last_of_style[style] = key
        return key

    def _rows(self, table: etree._Element) -> Iterator[Row]:
        for element in table:
            name = name_of(element)
            if name == "table-row":
                yield Row(tuple(self._cells(element)))
            elif name.startswith("table-") and name not in _SILENT:
                yield from self._rows(element)

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        for element in row:
            name = name_of(element)
            if name in ("table-cell", "covered-table-cell"):
                hidden = name == "covered-table-cell"
                contents = () if hidden else tuple(self._of(element, None, False))
                repeated = number(element, TABLE, "number-columns-repeated") or 1
                yield Cell(contents, max(1, min(repeated, _MOST_COLUMNS)))


def _is_hidden(element: etree._Element) -> bool:
    """A section that its author has hidden."""
    return name_of(element) == "section" and attribute(element, TEXT, "display") == "none"


class _Text:
    """Collects what one paragraph shows."""

    def __init__(self, styles: Styles, notes: list[etree._Element]) -> None:
        self._styles = styles
        self._notes = notes
        self._pieces: list[str] = []
        self.bold: bool | None = None
        self.boxes: list[etree._Element] = []
        self.had_page_number = False

    def read(self, element: etree._Element, style: Style) -> None:
        """Add the text of an element and of what stands within it."""
        self._add(element.text, style)
        for child in element:
            self._child(child, style)
            self._add(child.tail, style)

    def text(self) -> str:
        r"""All of it; "\n" is a line break and "\t" a tab."""
        text = "".join(self._pieces)
        if text.isascii():
            return text
        return unicodedata.normalize("NFC", as_seen(text.replace("\u00ad", "")))

    def _child(self, element: etree._Element, style: Style) -> None:
        name = name_of(element)
        if name == "span":
            own = self._styles.get(attribute(element, TEXT, "style-name"))
            self.read(element, Style(own.bold or style.bold, own.hidden or style.hidden))
        elif name == "s":
            self._pieces.append(" " * min(number(element, TEXT, "c") or 1, _MOST_SPACES))
        elif name == "tab":
            self._pieces.append("\t")
        elif name == "line-break":
            self._pieces.append("\n")
        elif name in _NOTES:
            self._notes.append(element)
        elif name in _PAGE_NUMBERS:
            self.had_page_number = True
        elif is_drawing(element):
            self.boxes.append(element)
        elif name and name not in _SILENT:
            self.read(element, style)

    def _add(self, text: str | None, style: Style) -> None:
        if not text or style.hidden:
            return
        self._pieces.append(_SPACE.sub(" ", text))
        if self.bold is not False and not text.isspace():
            self.bold = style.bold
