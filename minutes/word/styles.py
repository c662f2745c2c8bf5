"""The styles of our Word files, and the parts of Word that python-docx has no words for."""

from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from PIL import Image, ImageDraw

FONT = "Liberation Serif"
TEXT_WIDTH = Cm(16)
DECISION, ACTION, LABEL, SMALL = "Beslut", "Åtgärd", "Etikett", "Fingeravtryck"
_BUILT_IN = (
    "Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "List Bullet",
    "List Number", "Caption",
)  # fmt: skip
_INK = RGBColor(0x1B, 0x23, 0x28)
_LINE = (640, 150)  # of a signature line, in points of the picture
_BLACK = (27, 255)
_LINE_SIZE = (192, 45)  # the same on paper, in pt
_OFFICE = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def set_own_styles(document: WordDocument) -> None:
    """The look of the default template, in Swedish, on A4."""
    language = document.styles.element.find(f".//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "sv-SE")
    for name, size, before, after in (
        ("Normal", 11, 0, 6),
        ("Title", 22, 0, 10),
        ("Heading 1", 14, 16, 4),
        ("Heading 2", 12, 12, 4),
        ("Heading 3", 11.5, 10, 4),
        ("Subtitle", 13, 0, 18),
        ("Caption", 10, 4, 6),
    ):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)  # the theme would win over our font
        fonts.set(qn("w:hAnsi"), FONT)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
    ensure_styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)


def ensure_styles(document: WordDocument) -> None:
    """Add the styles that the writers use and a template lacks; its own stay as they are."""
    styles = document.styles
    there = {style.name for style in styles}
    for name in _BUILT_IN:
        if name not in there:
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    if "Table Grid" not in there:
        styles.add_style("Table Grid", WD_STYLE_TYPE.TABLE, builtin=True)
    for name, indent, bold in ((DECISION, 0.75, False), (ACTION, 0.75, False), (LABEL, 0, True)):
        if name not in there:
            style = _added(document, name)
            style.paragraph_format.left_indent = Cm(indent)
            style.paragraph_format.keep_with_next = bold
            style.font.bold = bold
    if SMALL not in there:
        _added(document, SMALL).font.size = Pt(7.5)


def _added(document: WordDocument, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    return style


def page_number(paragraph: Paragraph) -> None:
    """The page and how many there are: 1(3)."""
    _field(paragraph, "PAGE")
    paragraph.add_run("(")
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(")")


def _field(paragraph: Paragraph, code: str) -> None:
    """A number that Word works out itself."""
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(paragraph.add_run("1")._r)  # until it is worked out
    paragraph._p.append(field)


def add_numbering(document: WordDocument, before: str, after: str, first: int) -> int:
    """An automatic numbering of headings, such as § 26 and so on; the id that numbers."""
    numbering = document.part.numbering_part.element
    abstracts = numbering.findall(qn("w:abstractNum"))
    ids = [int(each.get(qn("w:abstractNumId"))) for each in abstracts]
    new = max(ids, default=0) + 1
    text = quoteattr(f"{before}%1{after}")
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{new}"><w:multiLevelType '
        f'w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="{first}"/><w:numFmt '
        f'w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val={text}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>'
    )
    last = abstracts[-1] if abstracts else None
    if last is not None:
        last.addnext(abstract)
    else:
        numbering.insert(0, abstract)
    return int(numbering.add_num(new).numId)


def number_by(paragraph: Paragraph, numbering: int) -> None:
    """Let the paragraph have the next number."""
    holder: Any = paragraph._p.get_or_add_pPr()
    properties = holder.get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def signature_line(paragraph: Paragraph, name: str, role: str) -> None:
    """A line to sign on, by hand, or in Word with a certificate (Word's own signature line)."""
    paragraph.paragraph_format.keep_with_next = True
    picture, _ = paragraph.part.get_or_add_image(BytesIO(_picture_of_line()))
    own_id = str(uuid5(NAMESPACE_URL, f"{role}:{name}")).upper()
    width, height = _LINE_SIZE
    shape = (
        f"<w:r {nsdecls('w', 'r')} {_OFFICE}><w:pict>"
        f'<v:shape id="signature-{own_id[:8]}" type="#_x0000_t75" '
        f"alt={quoteattr(f'Signaturrad: {name}, {role}')} "
        f'style="width:{width}pt;height:{height}pt">'
        f'<v:imagedata r:id="{picture}" o:title=""/>'
        f'<o:signatureline v:ext="edit" id="{{{own_id}}}" '
        'provid="{00000000-0000-0000-0000-000000000000}" '
        f"o:suggestedsigner={quoteattr(name)} o:suggestedsigner2={quoteattr(role)} "
        'issignatureline="t"/></v:shape></w:pict></w:r>'
    )
    element: Any = paragraph._p
    element.append(parse_xml(shape))


def _picture_of_line() -> bytes:
    width, height = _LINE
    picture = Image.new("LA", _LINE, (255, 0))
    draw = ImageDraw.Draw(picture)
    foot = height - 12
    draw.line((0, foot, width, foot), fill=_BLACK, width=3)
    for x0, x1 in ((4, 30), (30, 4)):  # the cross before it
        draw.line((x0, foot - 38, x1, foot - 10), fill=_BLACK, width=3)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
