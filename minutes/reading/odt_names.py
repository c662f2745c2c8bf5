"""The names of OpenDocument as short words."""

from lxml import etree

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{_BASE}office:1.0"
TEXT = f"{_BASE}text:1.0"
TABLE = f"{_BASE}table:1.0"
STYLE = f"{_BASE}style:1.0"
DRAW = f"{_BASE}drawing:1.0"
FO = f"{_BASE}xsl-fo-compatible:1.0"
XML = "http://www.w3.org/XML/1998/namespace"
_KNOWN = tuple(f"{{{namespace}}}" for namespace in (OFFICE, TEXT, TABLE, STYLE, DRAW))


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace; "" for a comment and for foreign elements."""
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(_KNOWN):
        return ""
    return tag.rpartition("}")[2]


def is_drawing(element: etree._Element) -> bool:
    """Whether it is a frame or shape, which may hold text of its own."""
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{DRAW}}}")


def attribute(element: etree._Element, namespace: str, name: str) -> str:
    """The value of an attribute, "" where it is not there."""
    return element.get(f"{{{namespace}}}{name}") or ""


def number(element: etree._Element, namespace: str, name: str) -> int | None:
    """The attribute as a number, or None where it is none."""
    value = attribute(element, namespace, name)
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else None
