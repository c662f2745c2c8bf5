"""The names of WordprocessingML, in both namespaces that Word writes, as short words."""

from lxml import etree

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATHEMATICS = "http://schemas.openxmlformats.org/officeDocument/2006/math"

_ELEMENTS = """
    abstractNum abstractNumId altChunk author b basedOn body br checkBox checked comment cr
    customXml ddList default del delText document endnote endnotes end fldChar fldSimple footnote
    footnotes ffData gridSpan hdr hyperlink ilvl ins instrText isLgl listEntry lvl lvlOverride
    lvlRestart lvlText moveFrom moveTo name noBreakHyphen num numFmt numId numPr numStyleLink
    outlineLvl p pPr pPrChange pStyle r rPr rPrChange rStyle result sdt sdtContent sdtPr
    showingPlcHdr smartTag softHyphen start startOverride style styleLink sym t
    tab tbl tc tcPr tr trPr txbxContent vMerge vanish
"""
# Every tag that the reader knows, and the word by which it calls it.
NAMES: dict[object, str] = {
    **{f"{{{TRANSITIONAL}}}{name}": name for name in _ELEMENTS.split()},
    **{f"{{{STRICT}}}{name}": name for name in _ELEMENTS.split()},
    f"{{{_MATHEMATICS}}}t": "t",
    f"{{{_COMPATIBILITY}}}AlternateContent": "AlternateContent",
    f"{{{_COMPATIBILITY}}}Choice": "Choice",
    f"{{{_COMPATIBILITY}}}Fallback": "Fallback",
}
_OFF = frozenset({"0", "false", "off", "none"})


def both(name: str) -> tuple[str, str]:
    """The tag `name` in the two namespaces."""
    return f"{{{TRANSITIONAL}}}{name}", f"{{{STRICT}}}{name}"


def name_of(element: etree._Element) -> str:
    """The word for the element's tag; "" for a comment and for what the reader ignores."""
    return NAMES.get(element.tag, "")


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child with that name."""
    for found in element:
        if NAMES.get(found.tag) == name:
            return found
    return None


def attribute(element: etree._Element, name: str = "val") -> str | None:
    """The value of an attribute, or None where it is not there."""
    value = element.get(f"{{{TRANSITIONAL}}}{name}")
    return value if value is not None else element.get(f"{{{STRICT}}}{name}")


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """The attribute as a number, or None where it is none."""
    value = attribute(element, name) if element is not None else None
    try:
        return int(value) if value is not None and len(value) < 10 else None
    except ValueError:
        return None


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a switch such as w:b is on; None where the switch is not there."""
    if element is None:
        return None
    return (attribute(element) or "on").casefold() not in _OFF
