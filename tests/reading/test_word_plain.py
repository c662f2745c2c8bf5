"""The quick pass over a plain paragraph sees what the thorough walk sees, or leaves it alone."""

import pytest
from lxml import etree

from minutes.reading.word_names import TRANSITIONAL
from minutes.reading.word_plain import read_plain
from minutes.reading.word_styles import Style, Styles
from minutes.reading.word_text import VisibleText

STYLES = Styles.read(
    etree.fromstring(
        f'<w:styles xmlns:w="{TRANSITIONAL}"><w:style w:type="paragraph" w:styleId="Fet">'
        '<w:name w:val="Fet"/><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    )
)
PLAIN = [
    "<w:r><w:t>Nämnden </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>beslutar</w:t></w:r>",
    "<w:r><w:rPr><w:b/></w:rPr><w:t>Beslut</w:t></w:r><w:r><w:t> </w:t></w:r>",
    '<w:pPr><w:pStyle w:val="Fet"/></w:pPr><w:r><w:t>Beslut</w:t></w:r>',
    '<w:pPr><w:pStyle w:val="Fet"/></w:pPr><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>x</w:t></w:r>',
    "<w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>bara styckemärket är fett</w:t></w:r>",
    "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>",
    "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/></w:r>",
    "<w:hyperlink><w:r><w:t>länk</w:t></w:r></w:hyperlink><w:r><w:t>A\u030akesson</w:t></w:r>",
    "",
]
NOT_PLAIN = [
    "<w:ins><w:r><w:t>x</w:t></w:r></w:ins>",
    "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>",
    '<w:r><w:rPr><w:rStyle w:val="Stark"/></w:rPr><w:t>x</w:t></w:r>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>',
    "<w:sdt><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>",
    "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    '<w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Fet"/></w:pPr></w:pPrChange></w:pPr>',
    "<w:r><w:t>mjukt\u00adbindestreck</w:t></w:r>",
]


def paragraph(content: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{TRANSITIONAL}">{content}</w:p>')


@pytest.mark.parametrize("content", PLAIN)
def test_the_quick_pass_and_the_thorough_walk_agree(content: str) -> None:
    element = paragraph(content)
    plain = read_plain(element, STYLES)
    assert plain is not None
    walked = VisibleText(STYLES)
    walked.read(element, STYLES.get("Fet" if "pStyle" in content else None))
    assert (plain.text, plain.all_bold) == (walked.text(), walked.bold)


@pytest.mark.parametrize("content", NOT_PLAIN)
def test_what_hides_or_changes_text_is_left_to_the_thorough_walk(content: str) -> None:
    assert read_plain(paragraph(content), STYLES) is None


def test_a_hidden_style_is_left_to_the_thorough_walk() -> None:
    styles = Styles(_resolved={None: Style(hidden=True)})
    assert read_plain(paragraph("<w:r><w:t>x</w:t></w:r>"), styles) is None
