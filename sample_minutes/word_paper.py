"""A sheet of paper to write Swedish minutes on: marked text in, Word paragraphs out.

The marks are ours and stand only in the scripts of this folder. A paragraph ends at an
empty line; its first word may be a mark that the paper knows ("#", "§", "*"). Inside it:
**bold**, [+added+] and [-struck-] (tracked changes), {Label|filled in} (content control),
[^1] (footnote), → (tab) and ⏎ (a line break inside the paragraph).
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import word_features as features
from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from word_numbering import Level, add_numbering, number_paragraph, number_style

_INLINE = re.compile(
    r"(\*\*.+?\*\*|\[\+.+?\+\]|\[-.+?-\]|\{[^|{}]+\|[^{}]+\}|\[\^\d\]|→|⏎|‹sida›|‹sidor›)"
)
_SWEDISH_IDS = {
    "Normal": "Normal",
    "Heading 1": "Rubrik1",
    "Heading 2": "Rubrik2",
    "Title": "Rubrik",
    "List Paragraph": "Liststycke",
    "Header": "Sidhuvud",
    "Footer": "Sidfot",
}
_KEPT_TABLE_STYLES = {"Normal Table", "Table Grid"}
_LEFT, _ABOVE = "<", "^"  # a table cell that is merged with the one beside or above it


class Paper:
    """One document under way."""

    def __init__(self, title: str, author: str, written: dt.date, font: str = "Arial") -> None:
        self.document = Document()
        self._marks: dict[str, tuple[str, int | None, int]] = {}
        self._changes = 100
        _drop_leftovers(self)
        _name_styles_in_swedish(self)
        _set_type(self, font)
        _set_page(self)
        properties = self.document.core_properties
        properties.title, properties.author, properties.language = title, author, "sv-SE"
        properties.last_modified_by, properties.comments, properties.revision = author, "", 1
        properties.created = properties.modified = dt.datetime.combine(written, dt.time(15, 40))

    def mark(
        self, sign: str, style: str = "Normal", numbering: int | None = None, depth: int = 0
    ) -> None:
        """From now on a paragraph that begins with `sign` has this style and number."""
        self._marks[sign] = (style, numbering, depth)

    def numbering(self, levels: Sequence[Level]) -> int:
        """Define a kind of automatic numbers and begin it at its start."""
        return add_numbering(self.document, levels)

    def number_headings(self, name: str, numbering: int, depth: int = 0) -> None:
        """Let every paragraph of the style be numbered, without a mark in the paragraph."""
        number_style(self.style(name), numbering, depth)

    def style(self, name: str) -> ParagraphStyle:
        """The paragraph style with this (English) name."""
        style = self.document.styles[name]
        assert isinstance(style, ParagraphStyle)
        return style

    def write(self, text: str) -> list[Paragraph]:
        """Write marked text; the paragraphs that it became."""
        return [self._write_one(" ".join(part.split())) for part in re.split(r"\n\s*\n", text)]

    def write_labelled(self, text: str) -> None:
        """Write lines "Label:→text"; the texts stand under each other, 3 cm in."""
        for paragraph in self.write(text):
            layout = paragraph.paragraph_format
            layout.left_indent, layout.first_line_indent = Cm(3), Cm(-3)
            layout.tab_stops.add_tab_stop(Cm(3))
            layout.space_after = Pt(2)

    def _write_one(self, text: str) -> Paragraph:
        sign, _, rest = text.partition(" ")
        style, numbering, depth = "Normal", None, 0
        if sign in self._marks:
            (style, numbering, depth), text = self._marks[sign], rest
        paragraph = self.document.add_paragraph(style=style)
        if numbering is not None:
            number_paragraph(paragraph, numbering, depth)
        self.fill(paragraph, text)
        return paragraph

    def fill(self, paragraph: Paragraph, text: str) -> None:
        """Write one line of marked text into a paragraph."""
        for part in _INLINE.split(text):
            if not part:
                continue
            if part[:2] in ("[+", "[-"):
                self._changes += 1
                write = features.inserted if part[1] == "+" else features.deleted
                write(paragraph, self._changes, part[2:-2])
            else:
                _fill_part(paragraph, part)

    def head(self, text: str, width: float = 16.0) -> None:
        """Write the page header: left → middle → right."""
        _margin(self, self.document.sections[0].header.paragraphs[0], text, width)

    def foot(self, text: str, width: float = 16.0) -> None:
        """Write the page footer: left → middle → right."""
        _margin(self, self.document.sections[0].footer.paragraphs[0], text, width)

    def table(
        self, rows: Sequence[Sequence[str]], widths: Sequence[float], heading: bool = True
    ) -> Table:
        """A table with lines; widths in centimetres; "<" and "^" merge left and upwards."""
        table: Table = self.document.add_table(len(rows), len(widths), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for row_number, texts in enumerate(rows):
            for column_number, text in enumerate(texts):
                cell = table.cell(row_number, column_number)
                cell.width = Cm(widths[column_number])
                if text == _LEFT:
                    table.cell(row_number, column_number - 1).merge(cell)
                elif text == _ABOVE:
                    table.cell(row_number - 1, column_number).merge(cell)
                else:
                    self._fill_cell(cell, text, bold=heading and row_number == 0)
        for row in table.rows[:-1]:
            for cell in row.cells:
                cell.paragraphs[-1].paragraph_format.keep_with_next = True
        for row_number, texts in enumerate(rows):
            if heading and (row_number == 0 or _ABOVE in texts):
                properties: Any = table.rows[row_number]._tr.get_or_add_trPr()
                properties.append(OxmlElement("w:tblHeader"))
        return table

    def _fill_cell(self, cell: _Cell, text: str, bold: bool) -> None:
        for number, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(1)
            self.fill(paragraph, f"**{line}**" if bold and line else line)


def _fill_part(paragraph: Paragraph, part: str) -> None:
    if part.startswith("**"):
        paragraph.add_run(part[2:-2]).bold = True
    elif part.startswith("{"):
        label, _, text = part[1:-1].partition("|")
        features.content_control(paragraph, label, text)
    elif part.startswith("[^"):
        features.footnote_mark(paragraph, int(part[2]))
    elif part == "→":
        paragraph.add_run().add_tab()
    elif part == "⏎":
        paragraph.add_run().add_break()
    elif part == "‹sida›":
        features.field(paragraph, "PAGE", "1")
    elif part == "‹sidor›":
        features.field(paragraph, "NUMPAGES", "3")
    else:
        paragraph.add_run(part)


def _margin(paper: Paper, paragraph: Paragraph, text: str, width: float) -> None:
    stops = paragraph.paragraph_format.tab_stops
    for stop in list(paper.style("Header").paragraph_format.tab_stops):
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(Cm(width / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    paper.fill(paragraph, text)


def _drop_leftovers(paper: Paper) -> None:
    """Leave out the parts of the default template that no office's file has any use for."""
    for owner in (paper.document.part, paper.document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail", "/customXml")):
                del owner.rels[key]


def _name_styles_in_swedish(paper: Paper) -> None:
    """Word in Swedish gives its styles Swedish ids; the names in the file stay English."""
    styles = paper.document.styles
    for style in list(styles):
        if style.style_id.startswith(("Heading", "Title", "Header", "Footer", "ListParagraph")):
            style.element.set(qn("w:styleId"), _SWEDISH_IDS.get(style.name or "", style.style_id))
    root = styles.element
    new_ids = {name.replace(" ", ""): new for name, new in _SWEDISH_IDS.items()}
    for reference in root.xpath("//w:basedOn | //w:next | //w:link"):
        value = reference.get(qn("w:val"))
        reference.set(qn("w:val"), new_ids.get(value, value))
    for element in root.findall(qn("w:style")):
        name = element.find(qn("w:name")).get(qn("w:val"))
        if element.get(qn("w:type")) == "table" and name not in _KEPT_TABLE_STYLES:
            root.remove(element)


def _set_type(paper: Paper, font: str) -> None:
    for name, size in (("Normal", 10.5), ("Heading 1", 12), ("Heading 2", 11), ("Title", 16)):
        style = paper.style(name)
        style.font.size = Pt(size)
        style.font.bold = name != "Normal"
        style.font.color.rgb = RGBColor(0, 0, 0)
        _set_font(style, font)
        style.paragraph_format.space_after = Pt(6 if name == "Normal" else 4)
        style.paragraph_format.line_spacing = 1.1
    for name in ("Header", "Footer"):
        paper.style(name).font.size = Pt(9)
    properties = paper.style("Title").element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)  # the blue line of the default template
    paper.style("Heading 1").paragraph_format.space_before = Pt(14)
    paper.style("Heading 2").paragraph_format.space_before = Pt(8)


def _set_font(style: ParagraphStyle, font: str) -> None:
    style.font.name = font
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "sv-SE")
    style.element.get_or_add_rPr().append(language)


def _set_page(paper: Paper) -> None:
    section = paper.document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.2)
