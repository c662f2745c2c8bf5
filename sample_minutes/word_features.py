"""What python-docx cannot write: fields, content controls, tracked changes, notes, boxes.

Each function returns or adds one element, as Word itself writes it.
"""

from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

_SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("v", "urn:schemas-microsoft-com:vml"),
    )
)
_EDITED = 'w:author="Maja Örnfeldt" w:date="2026-11-06T09:12:00Z"'


def element(xml: str) -> Any:
    """The element that this XML says; it may use the prefixes of Word."""
    tag, rest = xml.split(None, 1) if " " in xml.split(">", 1)[0] else (xml.split(">", 1)[0], "")
    if not rest:
        return parse_xml(xml.replace(tag, f"{tag} {_SPACES}", 1))
    return parse_xml(f"{tag} {_SPACES} {rest}")


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field such as PAGE, with the result that Word last computed."""
    for xml in (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        f"<w:r><w:t>{shown}</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ):
        paragraph._p.append(element(xml))


def content_control(paragraph: Paragraph, label: str, text: str) -> None:
    """A box of a template that the secretary has filled in, inside a line."""
    paragraph._p.append(
        element(
            f'<w:sdt><w:sdtPr><w:alias w:val="{label}"/><w:tag w:val="{label}"/>'
            f"<w:text/></w:sdtPr><w:sdtContent>{_run(text)}</w:sdtContent></w:sdt>"
        )
    )


def control_around(paragraph: Paragraph, label: str) -> None:
    """Put a whole paragraph, already written, into a content control."""
    block = element(
        f'<w:sdt><w:sdtPr><w:alias w:val="{label}"/></w:sdtPr><w:sdtContent></w:sdtContent></w:sdt>'
    )
    paragraph._p.addprevious(block)
    block[1].append(paragraph._p)


def inserted(paragraph: Paragraph, number: int, text: str) -> None:
    """Text that somebody has added with changes tracked."""
    paragraph._p.append(element(f'<w:ins w:id="{number}" {_EDITED}>{_run(text)}</w:ins>'))


def deleted(paragraph: Paragraph, number: int, text: str) -> None:
    """Text that somebody has struck out with changes tracked; it is still in the file."""
    run = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    paragraph._p.append(element(f'<w:del w:id="{number}" {_EDITED}>{run}</w:del>'))


def text_box(paragraph: Paragraph, lines: list[str]) -> None:
    """A framed box beside the text; older Word reads the second copy (mc:Fallback)."""
    size = 'cx="2160000" cy="1116000"'
    body = "".join(f"<w:p>{_run(line)}</w:p>" for line in lines)
    content = f"<w:txbxContent>{body}</w:txbxContent>"
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="F2F2EC"/></a:solidFill>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="114300" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>36000</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:wrapSquare wrapText="bothSides"/>'
        '<wp:docPr id="1" name="Textruta 1"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape">{shape}</a:graphicData></a:graphic></wp:anchor>'
    )
    older = (
        f'<w:pict><v:shape type="#_x0000_t202"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    )
    paragraph._p.append(
        element(
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing>'
            f"</mc:Choice><mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def footnote_mark(paragraph: Paragraph, number: int) -> None:
    """The raised number that points to footnote `number`."""
    paragraph._p.append(
        element(
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )
    )


def add_footnotes(document: Document, notes: list[str]) -> None:
    """Give the document its footnotes, numbered from 1."""
    lines = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f"<w:footnoteRef/></w:r>{_run(' ' + note)}</w:p></w:footnote>"
        for number, note in enumerate(notes, 1)
    )
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:footnotes {_SPACES}>{rules}{lines}</w:footnotes>"
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        xml.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
