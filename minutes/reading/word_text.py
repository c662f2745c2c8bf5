"""The visible text of one Word paragraph: what the reader of the printed page would see.

Tracked changes count as accepted, fields as their result, hidden text as absent.
"""

import re
import unicodedata

from lxml import etree

from minutes.reading.symbols import symbol
from minutes.reading.word_names import NAMES, attribute, child, is_on, name_of, number
from minutes.reading.word_styles import Style, Styles

_DROPPED = frozenset(
    ("pPr", "rPr", "del", "moveFrom", "sdtPr", "delText", "Fallback", "tcPr", "trPr")
)
_PAGE_NUMBER = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_UNUSUAL = (("\u00ad", ""), ("\u2010", "-"), ("\u2011", "-"), ("\u2028", "\n"))


class _Field:
    """A complex field: its instruction until it is separated, then its result."""

    __slots__ = ("instruction", "separated")

    def __init__(self) -> None:
        self.instruction = ""
        self.separated = False

    def is_silent(self) -> bool:
        return not self.separated or bool(_PAGE_NUMBER.match(self.instruction))


class VisibleText:
    """Collects the text of a paragraph, or of two that a deleted paragraph mark makes one."""

    __slots__ = (
        "_bold_style", "_fields", "_hidden_style", "_pieces", "_silent", "_styles",
        "bold", "boxes", "had_page_number", "tracked",
    )  # fmt: skip

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._pieces: list[str] = []
        self._fields: list[_Field] = []
        self._silent = False
        self._bold_style = self._hidden_style = False
        self.bold: bool | None = None  # whether all that is visible is bold
        self.boxes: list[etree._Element] = []  # the text boxes that hang on the paragraph
        self.tracked = False
        self.had_page_number = False

    def read(self, paragraph: etree._Element, style: Style) -> None:
        """Add what the paragraph shows."""
        self._bold_style, self._hidden_style = style.bold, style.hidden
        self._walk(paragraph)
        if self._fields:
            # A field that a later paragraph ends does not silence what stands between.
            self._fields.clear()
            self._silent = False

    def text(self) -> str:
        r"""All of it; "\n" is a line break and "\t" a tab."""
        text = "".join(self._pieces)
        if text.isascii():
            return text
        for sign, plain in _UNUSUAL:
            text = text.replace(sign, plain)
        return unicodedata.normalize("NFC", text)

    def _walk(self, element: etree._Element) -> None:
        for found in element:
            name = NAMES.get(found.tag)
            if name == "r":
                self._run(found)
            elif name is None:
                if len(found):
                    self._walk(found)
            elif name == "txbxContent":
                self.boxes.append(found)
            elif name in _DROPPED:
                self.tracked = self.tracked or name in ("del", "moveFrom")
            else:
                self._container(found, name)

    def _container(self, element: etree._Element, name: str) -> None:
        if name == "sdt":
            if not is_placeholder(element):
                self._walk(element)
        elif name == "fldSimple":
            if _PAGE_NUMBER.match(attribute(element, "instr") or ""):
                self.had_page_number = True
            else:
                self._walk(element)
        elif name == "AlternateContent":
            self._walk(alternative(element))
        elif name == "t":
            self._add(element.text, self._bold_style)
        else:
            self.tracked = self.tracked or name in ("ins", "moveTo")
            self._walk(element)

    def _run(self, run: etree._Element) -> None:
        bold, hidden = self._bold_style, self._hidden_style
        for found in run:
            name = NAMES.get(found.tag)
            if name == "t":
                if not hidden:
                    self._add(found.text, bold)
            elif name == "rPr":
                bold, hidden = self._look(found, bold, hidden)
            elif name == "fldChar":
                self._field(found)
            elif name == "instrText":
                if self._fields:
                    self._fields[-1].instruction += found.text or ""
            elif not hidden:
                self._other(found, name, bold)

    def _other(self, element: etree._Element, name: str | None, bold: bool) -> None:
        if name == "tab":
            self._add("\t", None)
        elif name in ("br", "cr"):
            self._add("\n", None)
        elif name == "noBreakHyphen":
            self._add("-", bold)
        elif name == "sym":
            self._add(_symbol(element), None)
        elif name == "txbxContent":
            self.boxes.append(element)
        elif name == "AlternateContent":
            self._walk(alternative(element))
        elif name is None and len(element):
            self._walk(element)

    def _look(self, properties: etree._Element, bold: bool, hidden: bool) -> tuple[bool, bool]:
        own_bold = None
        for found in properties:
            name = NAMES.get(found.tag)
            if name is None:
                continue
            if name == "b":
                own_bold = is_on(found)
            elif name == "vanish":
                hidden = bool(is_on(found))
            elif name == "rStyle":
                style = self._styles.get(attribute(found))
                bold, hidden = bold or style.bold, hidden or style.hidden
        return (bold if own_bold is None else own_bold), hidden

    def _add(self, text: str | None, bold: bool | None) -> None:
        if not text or self._silent:
            return
        self._pieces.append(text)
        if self.bold is not False and bold is not None and not text.isspace():
            self.bold = bold

    def _field(self, element: etree._Element) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._add(_form_field(element), None)
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].separated = True
        elif self._fields and kind == "end":
            ended = self._fields.pop()
            self.had_page_number |= bool(_PAGE_NUMBER.match(ended.instruction))
        self._silent = any(field.is_silent() for field in self._fields)


def is_placeholder(control: etree._Element) -> bool:
    """Whether a content control shows only its prompt ("Klicka här för att ange text")."""
    properties = child(control, "sdtPr")
    return properties is not None and bool(is_on(child(properties, "showingPlcHdr")))


def alternative(element: etree._Element) -> etree._Element:
    """The one branch of mc:AlternateContent that is shown."""
    for name in ("Choice", "Fallback"):
        if (branch := child(element, name)) is not None:
            return branch
    return element


def _symbol(element: etree._Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return symbol(code)


def _form_field(begin: etree._Element) -> str:
    """The old form fields keep their state beside the text: a ticked box, a chosen entry."""
    data = child(begin, "ffData")
    if data is None:
        return ""
    if (box := child(data, "checkBox")) is not None:
        state = child(box, "checked")
        return "☒" if is_on(state if state is not None else child(box, "default")) else "☐"
    if (choice := child(data, "ddList")) is not None:
        entries = [attribute(entry) or "" for entry in choice if name_of(entry) == "listEntry"]
        chosen = number(child(choice, "result")) or 0
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""
