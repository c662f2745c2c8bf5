"""The paragraphs that nearly all are: runs of text and nothing that hides, changes or computes.

They are read in one flat pass, which takes a third of the time of the thorough walk in
`word_text`. Whatever this pass does not know for harmless it leaves to that walk.
"""

import unicodedata
from dataclasses import dataclass

from lxml import etree

from minutes.reading.word_names import NAMES, attribute, is_on, number
from minutes.reading.word_styles import Style, Styles

_HARMLESS = frozenset(("p", "pPr", "rPr", "numPr", "hyperlink", "smartTag"))
_KNOWN = {tag: name for tag, name in NAMES.items() if name not in _HARMLESS}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n"}


@dataclass(slots=True)
class PlainParagraph:
    """The text as `VisibleText` gives it, and what the paragraph says of its own shape."""

    style: Style
    text: str = ""
    all_bold: bool | None = None
    outline: int | None = None
    num_id: int | None = None
    list_level: int | None = None


def read_plain(paragraph: etree._Element, styles: Styles) -> PlainParagraph | None:
    """The paragraph, or None where it must be walked thoroughly."""
    plain = PlainParagraph(styles.get(None))
    if plain.style.hidden:
        return None
    known, pieces = _KNOWN.get, []
    all_bold: bool | None = None
    bold = in_run = False
    # The order is that of frequency: each element of a long document passes here.
    for element in paragraph.iter():
        name = known(element.tag)
        if name is None:
            continue
        if name == "t":
            text = element.text
            if text:
                pieces.append(text)
                if all_bold is not False and not text.isspace():
                    all_bold = bold
        elif name == "r":
            bold, in_run = plain.style.bold, True
        elif name == "b":
            bold = bool(is_on(element))
        elif in_run and name in _SIGNS:  # before the runs, w:tab is a tab stop
            pieces.append(_SIGNS[name])
        elif in_run or not _read_property(plain, name, element, styles):
            return None
    plain.all_bold = all_bold
    return plain if _finish(plain, "".join(pieces)) else None


def _finish(plain: PlainParagraph, text: str) -> bool:
    if not text.isascii():
        if any(sign in text for sign in "\u00ad\u2010\u2011\u2028"):
            return False  # signs of Word's own
        text = unicodedata.normalize("NFC", text)
    plain.text = text
    return True


def _read_property(
    plain: PlainParagraph, name: str, element: etree._Element, styles: Styles
) -> bool:
    """Take over a property of the paragraph; False where it is none that is known here."""
    if name == "pStyle":
        plain.style = styles.get(attribute(element))
    elif name == "numId":
        plain.num_id = number(element)
    elif name == "ilvl":
        plain.list_level = number(element)
    elif name == "outlineLvl":
        plain.outline = number(element)
    else:
        return name == "tab"  # a tab stop
    return not plain.style.hidden
