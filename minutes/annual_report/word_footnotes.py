"""Footnotes, which python-docx does not write: a part of the package, and references into it."""

from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

TEXT, REFERENCE = "footnote text", "footnote reference"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote>"
)


class Footnotes:
    """The footnotes of a document: each source once, and cited again by its number."""

    def __init__(self, document: WordDocument, labels: list[str]) -> None:
        self._labels = labels
        self._cited: set[int] = set()
        style = document.styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(9)
        style.paragraph_format.space_after = Pt(0)
        document.styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER).font.superscript = True
        self._text_id = style.style_id
        self._reference_id = document.styles[REFERENCE].style_id
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, self._xml(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def cite(self, paragraph: Paragraph, number: int) -> None:
        """Set the mark of a footnote; where it was set before, a reference to that mark."""
        run = paragraph.add_run(style=REFERENCE)
        if number in self._cited:
            self._again(paragraph, run, number)
            return
        self._cited.add(number)
        mark = f"_Ref{number:08d}"
        run._r.addprevious(_element("w:bookmarkStart", **{"w:id": str(number), "w:name": mark}))
        run._r.append(_element("w:footnoteReference", **{"w:id": str(number)}))
        run._r.addnext(_element("w:bookmarkEnd", **{"w:id": str(number)}))

    def _again(self, paragraph: Paragraph, first: Any, number: int) -> None:
        code: Any = _element("w:instrText", **{"xml:space": "preserve"})
        code.text = f" NOTEREF _Ref{number:08d} \\f \\h "
        first._r.append(_element("w:fldChar", **{"w:fldCharType": "begin"}))
        paragraph.add_run(style=REFERENCE)._r.append(code)
        between = paragraph.add_run(style=REFERENCE)
        between._r.append(_element("w:fldChar", **{"w:fldCharType": "separate"}))
        paragraph.add_run(str(number), style=REFERENCE)
        end = paragraph.add_run(style=REFERENCE)
        end._r.append(_element("w:fldChar", **{"w:fldCharType": "end"}))

    def _xml(self) -> bytes:
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self._text_id}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{self._reference_id}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(label)}</w:t></w:r></w:p></w:footnote>'
            for number, label in enumerate(self._labels, start=1)
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f"<w:footnotes {nsdecls('w')}>{_RULES}{notes}</w:footnotes>"
        ).encode()


def _element(name: str, **attributes: str) -> Any:
    made: Any = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
