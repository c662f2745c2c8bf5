"""Word's automatic numbers: they stand in numbering.xml, never in the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

_HANGING = 454  # twentieths of a point: 8 mm


@dataclass(frozen=True)
class Level:
    """How one level is numbered: "%1" in `text` is the number of the first level."""

    text: str
    form: str = "decimal"
    start: int = 1
    indent: int = 0
    hanging: int = _HANGING
    bold: bool = False


POINTS = (Level("%1)", hanging=567, bold=True),)
DOTTED = (Level("%1.", bold=True), Level("%1.%2", hanging=680))
BULLETS = (Level("•", "bullet", indent=397), Level("o", "bullet", indent=851))
DASHES = (Level("–", "bullet", indent=397),)
LETTERS = (Level("%1)", "lowerLetter", indent=397),)


def add_numbering(document: Document, levels: Sequence[Level]) -> int:
    """Define a list of these levels and begin it; the number by which paragraphs name it."""
    root = document.part.numbering_part.element
    abstract_ids = [int(e.get(qn("w:abstractNumId"))) for e in root.findall(qn("w:abstractNum"))]
    abstract_id = max(abstract_ids, default=0) + 1
    abstract = _element("w:abstractNum", abstractNumId=abstract_id)
    abstract.append(_element("w:multiLevelType", val="multilevel"))
    for depth, level in enumerate(levels):
        abstract.append(_level(depth, level))
    root.insert(len(abstract_ids), abstract)  # all definitions stand before the first w:num
    number_id = len(root.findall(qn("w:num"))) + 1
    number = _element("w:num", numId=number_id)
    number.append(_element("w:abstractNumId", val=abstract_id))
    root.append(number)
    return number_id


def number_paragraph(paragraph: Paragraph, number_id: int, depth: int = 0) -> None:
    """Let Word number this paragraph."""
    _number(paragraph._p.get_or_add_pPr(), number_id, depth)


def number_style(style: ParagraphStyle, number_id: int, depth: int = 0) -> None:
    """Let Word number every paragraph of this style, as it does with linked headings."""
    _number(style.element.get_or_add_pPr(), number_id, depth)


def _number(properties: Any, number_id: int, depth: int) -> None:
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = depth
    numbering.get_or_add_numId().val = number_id


def _level(depth: int, level: Level) -> Any:
    element = _element("w:lvl", ilvl=depth)
    element.append(_element("w:start", val=level.start))
    element.append(_element("w:numFmt", val=level.form))
    element.append(_element("w:lvlText", val=level.text))
    element.append(_element("w:lvlJc", val="left"))
    properties = OxmlElement("w:pPr")
    left = level.indent + level.hanging
    properties.append(_element("w:ind", left=left, hanging=level.hanging))
    element.append(properties)
    if level.bold:
        look = OxmlElement("w:rPr")
        look.append(OxmlElement("w:b"))
        element.append(look)
    return element


def _element(tag: str, **attributes: object) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element
