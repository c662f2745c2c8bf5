"""The numbers that Word prints before paragraphs, as the paper shows them."""

from collections.abc import Callable

import pytest

from minutes.reading.blocks import BlockKind, ReadDocument
from minutes.reading.word_numbering import as_number

Read = Callable[..., ReadDocument]


def p(text: str, num: int | None = None, level: int | None = None, style: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
        properties += f'<w:numPr>{at}<w:numId w:val="{num}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def lvl(level: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


def restart(level: int, at: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


OUTLINE = (lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2"), lvl(2, "lowerLetter", "%3)"))


@pytest.fixture
def printed(read_body: Read) -> Callable[..., list[str]]:
    """The markers of the paragraphs."""

    def read(body: str, numbering: str, **parts: str) -> list[str]:
        document = read_body(body, numbering=numbering, **parts)
        return [block.marker for block in document.blocks]

    return read


Printed = Callable[..., list[str]]


def test_paragraphs_are_counted_and_levels_are_nested(printed: Printed) -> None:
    levels = [0, 1, 1, 2, 2, 1, 0, 1]
    body = "".join(p("Punkt", 1, level) for level in levels)
    assert printed(body, abstract(0, *OUTLINE) + num(1, 0)) == [
        "1.", "1.1", "1.2", "a)", "b)", "1.3", "2.", "2.1",
    ]  # fmt: skip


def test_a_paragraph_sign_is_printed_with_its_number(read_body: Read) -> None:
    numbering = abstract(0, lvl(0, "decimal", "§ %1", start=14)) + num(1, 0)
    document = read_body(p("Öppnande", 1, 0) + p("Val av justerare", 1, 0), numbering=numbering)
    assert document.transcript == ("§ 14 Öppnande", "§ 15 Val av justerare")
    assert document.blocks[1].kind is BlockKind.LIST_ITEM
    assert (document.blocks[1].marker, document.blocks[1].text) == ("§ 15", "Val av justerare")


def test_two_uses_of_a_list_go_on_counting(printed: Printed) -> None:
    numbering = abstract(0, *OUTLINE) + num(1, 0) + num(2, 0)
    assert printed(p("a", 1) + p("b", 2) + p("c", 1), numbering) == ["1.", "2.", "3."]


def test_a_use_with_its_own_start_begins_anew(printed: Printed) -> None:
    numbering = abstract(0, *OUTLINE) + num(1, 0) + num(2, 0, restart(0, 5))
    assert printed(p("a", 1) + p("b", 2) + p("c", 2), numbering) == ["1.", "5.", "6."]


def test_a_level_may_be_declared_never_to_restart(printed: Printed) -> None:
    levels = (lvl(0, "decimal", "%1."), lvl(1, "decimal", "§ %2", '<w:lvlRestart w:val="0"/>'))
    body = p("a", 1, 0) + p("b", 1, 1) + p("c", 1, 0) + p("d", 1, 1)
    assert printed(body, abstract(0, *levels) + num(1, 0)) == ["1.", "§ 1", "2.", "§ 2"]


def test_an_unused_outer_level_is_printed_as_its_start(printed: Printed) -> None:
    assert printed(p("a", 1, 1), abstract(0, *OUTLINE) + num(1, 0)) == ["1.1"]


def test_legal_numbering_prints_roman_parents_as_digits(printed: Printed) -> None:
    levels = (lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = p("a", 1, 0) + p("b", 1, 1)
    assert printed(body, abstract(0, *levels) + num(1, 0)) == ["I.", "1.1"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Paragraf"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Underparagraf"><w:name w:val="Underparagraf"/>'
    '<w:basedOn w:val="Paragraf"/></w:style>'
)


def test_a_style_brings_its_number_and_its_level(read_body: Read) -> None:
    tied = '<w:pStyle w:val="Underparagraf"/>'
    levels = (lvl(0, "decimal", "§ %1"), lvl(1, "decimal", "§ %1.%2", tied))
    document = read_body(
        p("Ekonomi", style="Paragraf") + p("Budget", style="Underparagraf"),
        numbering=abstract(0, *levels) + num(1, 0),
        styles=STYLES,
    )
    assert [block.marker for block in document.blocks] == ["§ 1", "§ 1.1"]
    assert document.blocks[0].kind is BlockKind.HEADING


def test_the_paragraph_may_refuse_the_number_of_its_style(printed: Printed) -> None:
    body = p("Ekonomi", num=0, style="Paragraf") + p("Budget", style="Paragraf")
    numbering = abstract(0, *OUTLINE) + num(1, 0)
    assert printed(body, numbering, styles=STYLES) == ["", "1."]


def test_a_list_may_be_defined_through_a_list_style(printed: Printed) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Lista"/>'
        f'{lvl(0, "upperLetter", "%1.")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Lista"/></w:abstractNum>'
    )  # fmt: skip
    assert printed(p("a", 1) + p("b", 1), numbering + num(1, 1)) == ["A.", "B."]


@pytest.mark.parametrize(
    "text,shown", [("\uf0b7", "•"), ("o", "○"), ("-", "-"), ("–", "–"), ("\uf0a7", "▪")]
)
def test_bullets_look_as_they_are_printed(text: str, shown: str, printed: Printed) -> None:
    assert printed(p("a", 1), abstract(0, lvl(0, "bullet", text)) + num(1, 0)) == [shown]


def test_a_deleted_paragraph_is_not_counted(printed: Printed) -> None:
    mark = '<w:rPr><w:del/></w:rPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    deleted = f"<w:p><w:pPr>{mark}</w:pPr><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>"
    body = p("a", 1) + deleted + p("c", 1)
    assert printed(body, abstract(0, *OUTLINE) + num(1, 0)) == ["1.", "2."]


def test_the_list_level_is_the_level_of_the_block(read_body: Read) -> None:
    numbering = abstract(0, *OUTLINE) + num(1, 0)
    document = read_body(p("a", 1, 0) + p("b", 1, 2), numbering=numbering)
    assert [block.level for block in document.blocks] == [0, 2]


def test_a_number_that_no_list_declares_prints_nothing(printed: Printed) -> None:
    assert printed(p("a", 9) + p("b", 1, 12), abstract(0, *OUTLINE) + num(1, 0)) == ["", ""]


@pytest.mark.parametrize(
    "value,form,text",
    [
        (4, "lowerRoman", "iv"),
        (1998, "upperRoman", "MCMXCVIII"),
        (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),
        (7, "decimalZero", "07"),
        (7, "none", ""),
        (12, "ordinal", "12"),
        (0, "upperRoman", "0"),
    ],
)
def test_numbers_are_written_in_the_forms_of_word(value: int, form: str, text: str) -> None:
    assert as_number(value, form) == text
