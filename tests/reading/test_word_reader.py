"""Every construct in which Word keeps text that a reader of the printed page sees."""

from collections.abc import Callable

import pytest

from minutes.reading.blocks import BlockKind, ReadDocument
from minutes.reading.word_names import STRICT
from minutes.reading.word_reader import read_word

Read = Callable[..., ReadDocument]
Texts = Callable[[ReadDocument], list[str]]


def run(text: str, properties: str = "") -> str:
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    inner = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def cell(*paragraphs: str, properties: str = "") -> str:
    inner = "".join(part if part.startswith("<w:") else p(part) for part in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def control(content: str, properties: str = "") -> str:
    marked = f"<w:sdtPr>{properties}</w:sdtPr>" if properties else ""
    return f"<w:sdt>{marked}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


SEEN = {
    "content control around paragraphs": control(p("Justerare")),
    "content control in a line": p(control(run("Justerare"))),
    "inserted text": p(f"<w:ins>{run('Justerare')}</w:ins>"),
    "text moved to here": p(f"<w:moveTo>{run('Justerare')}</w:moveTo>"),
    "link": p(f"<w:hyperlink>{run('Justerare')}</w:hyperlink>"),
    "smart tag": p(f"<w:smartTag>{run('Justerare')}</w:smartTag>"),
    "custom XML": f"<w:customXml>{p('Justerare')}</w:customXml>",
    "simple field": p(f'<w:fldSimple w:instr="AUTHOR">{run("Justerare")}</w:fldSimple>'),
    "field in parts": p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>AUTHOR</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        "Justerare",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    "text box": p(
        "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>"
        f"{p('Justerare')}</w:txbxContent></wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('Justerare')}</w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ),
    "old text box": p(
        f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Justerare')}</w:txbxContent></v:textbox>"
        "</w:pict></w:r>"
    ),
    "hyphenation hint": p("<w:r><w:t>Juste</w:t><w:softHyphen/><w:t>rare</w:t></w:r>"),
    "text broken into runs": p("Just", "erare"),
}  # fmt: skip
UNSEEN = {
    "deleted text": p(f"<w:del>{run('Borta')}</w:del>"),
    "text as Word stores the deleted": p("<w:del><w:r><w:delText>Borta</w:delText></w:r></w:del>"),
    "text moved from here": p(f"<w:moveFrom>{run('Borta')}</w:moveFrom>"),
    "hidden text": p(run("Borta", "<w:vanish/>")),
    "instruction of a field": p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>Borta</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "prompt of an empty content control": p(control(run("Borta"), "<w:showingPlcHdr/>")),
    "deleted table row": f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('Borta')}</w:tr></w:tbl>",
}


@pytest.mark.parametrize("construct", SEEN)
def test_text_that_is_printed_is_read_once(construct: str, read_body: Read, texts: Texts) -> None:
    assert texts(read_body(p("Före") + SEEN[construct] + p("Efter"))) == [
        "Före", "Justerare", "Efter",
    ]  # fmt: skip


@pytest.mark.parametrize("construct", UNSEEN)
def test_text_that_is_not_printed_is_not_read(
    construct: str, read_body: Read, texts: Texts
) -> None:
    assert texts(read_body(p("Före") + UNSEEN[construct] + p("Efter"))) == ["Före", "Efter"]


def test_a_line_of_the_transcript_stands_for_a_paragraph_or_table_row(read_body: Read) -> None:
    table = f"<w:tbl>{row(cell('Namn'), cell('Roll'))}</w:tbl>"
    document = read_body(p("Protokoll") + p() + table + p("Slut"))
    assert document.transcript == ("Protokoll", "", "Namn | Roll", "Slut")
    assert [block.source.first_line for block in document.blocks] == [1, 3, 4]


def test_merged_cells_are_read_once_and_columns_stay_in_place(read_body: Read) -> None:
    table = row(
        cell("Närvaro", properties='<w:gridSpan w:val="2"/>'), cell("Ja")
    ) + row(
        cell("Ledamöter", properties='<w:vMerge w:val="restart"/>'), cell("Siv"), cell("x")
    ) + row(cell("", properties="<w:vMerge/>"), cell("Tor"), cell("x"))  # fmt: skip
    document = read_body(f"<w:tbl>{table}</w:tbl>")
    assert [block.cells for block in document.blocks] == [
        ("Närvaro", "", "Ja"),
        ("Ledamöter", "Siv", "x"),
        ("", "Tor", "x"),
    ]
    assert document.transcript[2] == "Tor | x"
    assert {block.kind for block in document.blocks} == {BlockKind.TABLE_ROW}


def test_the_paragraphs_of_a_cell_stay_apart(read_body: Read) -> None:
    document = read_body(f"<w:tbl>{row(cell('Närvarande'), cell('Siv Ek', 'Tor Al'))}</w:tbl>")
    assert document.blocks[0].cells == ("Närvarande", "Siv Ek\nTor Al")
    assert document.blocks[0].text == "Närvarande | Siv Ek Tor Al"


def test_a_table_within_a_table_has_rows_of_its_own(read_body: Read, texts: Texts) -> None:
    inner = f"<w:tbl>{row(cell('a'), cell('b'))}</w:tbl>"
    document = read_body(f"<w:tbl>{row(cell('Före', inner, p('Efter')))}</w:tbl>")
    assert texts(document) == ["Före", "a | b", "Efter"]


def test_a_frame_around_the_text_does_not_make_it_a_table(read_body: Read) -> None:
    document = read_body(f"<w:tbl>{row(cell('§ 1 Öppnande', 'Mötet öppnas.'))}</w:tbl>")
    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.LIST_ITEM, BlockKind.PARAGRAPH]
    assert document.blocks[0].marker == "§ 1"


def test_rows_and_cells_within_content_controls_are_read(read_body: Read) -> None:
    wrapped = control(row(cell("Ordförande"), control(cell("Siv"))))
    assert read_body(f"<w:tbl>{wrapped}</w:tbl>").blocks[0].cells == ("Ordförande", "Siv")


def test_headers_and_footers_come_last_each_text_once_without_page_numbers(
    read_body: Read,
) -> None:
    numbered = p(
        "Sida ", f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>',
        " av ", f'<w:fldSimple w:instr="NUMPAGES">{run("7")}</w:fldSimple>',
    )  # fmt: skip
    document = read_body(
        p("Text"),
        header1=p("Fiskevårdsnämnden") + numbered,
        header2=p("Fiskevårdsnämnden"),
        footer1=p("Dnr 12"),
    )
    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.PARAGRAPH, "Text"),
        (BlockKind.PAGE_MARGIN, "Fiskevårdsnämnden"),
        (BlockKind.PAGE_MARGIN, "Dnr 12"),
    ]


def test_footnotes_and_comments_are_notes_at_the_end(read_body: Read) -> None:
    document = read_body(
        p("Text"),
        footnotes='<w:footnote w:type="separator">' + p("linje") + "</w:footnote>"
        f"<w:footnote>{p('Siv deltog på distans.')}</w:footnote>",
        comments=f"<w:comment>{p('Stämmer detta?')}</w:comment>",
    )
    notes = [block.text for block in document.blocks if block.kind is BlockKind.NOTE]
    assert notes == ["Siv deltog på distans.", "Stämmer detta?"]


def test_the_secretary_is_told_of_changes_that_nobody_accepted(read_body: Read) -> None:
    deleted, inserted = f"<w:del>{run('avslag')}</w:del>", f"<w:ins>{run('bifall')}</w:ins>"
    document = read_body(p("Beslut: ", deleted, inserted))
    assert document.blocks[0].text == "Beslut: bifall"
    assert [remark.code for remark in document.remarks] == ["tracked-changes"]
    assert read_body(p("Beslut: bifall")).remarks == ()


def test_a_deleted_paragraph_mark_joins_two_paragraphs(read_body: Read, texts: Texts) -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    assert texts(read_body(p("Nämnden ", properties=mark) + p("beslutar"))) == ["Nämnden beslutar"]
    assert texts(read_body(p("Text") + p("sist", properties=mark))) == ["Text", "sist"]


BREAK = "<w:r><w:br/></w:r>"


def test_lines_that_the_author_broke_apart_are_blocks_on_the_same_line(read_body: Read) -> None:
    document = read_body(p("Ordförande: Siv Ek", BREAK, "Sekreterare: Tor Al"))
    assert [block.text for block in document.blocks] == [
        "Ordförande: Siv Ek",
        "Sekreterare: Tor Al",
    ]
    assert [block.source.first_line for block in document.blocks] == [1, 1]


@pytest.mark.parametrize(
    "first,second,blocks",
    [
        ("Föreningen beslöt att köpa", "två nya båtar.", 1),
        ("Närvarande: Siv Ek,", "Tor Al", 1),
        ("Nämnden beslutar", "att köpa båten", 2),
        ("Beslut:", "köp av båt", 2),
        ("Dagordning", "1. Öppnande", 2),
    ],
)
def test_a_break_that_only_wraps_the_line_is_a_space(
    first: str, second: str, blocks: int, read_body: Read
) -> None:
    assert len(read_body(p(first, BREAK, second)).blocks) == blocks


def test_a_tab_separates_columns(read_body: Read) -> None:
    document = read_body(p("Ordförande:", "<w:r><w:tab/></w:r>", "Siv Ek"))
    assert document.blocks[0].text == "Ordförande: Siv Ek"
    assert document.blocks[0].cells == ("Ordförande:", "Siv Ek")
    assert document.transcript == ("Ordförande:\tSiv Ek",)


def test_tab_stops_are_no_tabs(read_body: Read) -> None:
    document = read_body(p("Text", properties='<w:tabs><w:tab w:val="left"/></w:tabs>'))
    assert document.transcript == ("Text",)


HEADING_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Ärende"/>'
    '<w:basedOn w:val="Rubrik2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/>'
    '<w:basedOn w:val="Ring"/></w:style>'
    '<w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)


@pytest.mark.parametrize(
    "properties,level",
    [
        ('<w:pStyle w:val="Rubrik2"/>', 2),
        ('<w:pStyle w:val="Punkt"/>', 2),
        ('<w:pStyle w:val="Egen"/>', 3),
        ('<w:pStyle w:val="Heading3"/>', 3),  # not declared in styles.xml
        ('<w:pStyle w:val="Rubrik"/>', 1),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:pStyle w:val="Rubrik2"/><w:outlineLvl w:val="9"/>', 0),
        ('<w:pStyle w:val="Ring"/>', 0),
        ('<w:pStyle w:val="Brödtext"/>', 0),
    ],
)
def test_a_heading_is_known_by_its_style_or_outline_level(
    properties: str, level: int, read_body: Read
) -> None:
    block = read_body(p("Ekonomi", properties=properties), styles=HEADING_STYLES).blocks[0]
    assert (block.kind is BlockKind.HEADING, block.level) == (level > 0, level)


def test_a_file_without_styles_is_read(read_body: Read, texts: Texts) -> None:
    assert texts(read_body(p("Text", properties='<w:pStyle w:val="Saknas"/>'))) == ["Text"]


@pytest.mark.parametrize(
    "runs,bold",
    [
        ([run("Beslut", "<w:b/>"), run(" ")], True),
        ([run("Beslut", "<w:b/>"), run(" att")], False),
        ([run("Beslut", '<w:b w:val="0"/>')], False),
        ([run("Beslut", '<w:rStyle w:val="Stark"/>')], True),
    ],
)
def test_a_paragraph_is_bold_where_all_that_is_visible_is_bold(
    runs: list[str], bold: bool, read_body: Read
) -> None:
    assert read_body(p(*runs), styles=HEADING_STYLES).blocks[0].bold is bold


def test_ticked_boxes_of_every_age_are_told_apart(read_body: Read, texts: Texts) -> None:
    def old(state: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
            f'<w:default w:val="0"/>{state}</w:checkBox></w:ffData></w:fldChar></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    modern = f"<w:sdt><w:sdtContent>{run('☐')}</w:sdtContent></w:sdt>"
    body = p(old("<w:checked/>"), " Ja ", old(""), " Nej ", symbol, " Ja ", modern, " Nej")
    assert texts(read_body(body)) == ["☒ Ja ☐ Nej ☒ Ja ☐ Nej"]


def test_a_table_of_contents_is_not_running_text(read_body: Read) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>'
    block = read_body(
        p("§ 1 Öppnande 3", properties='<w:pStyle w:val="Innehll1"/>') + p("x"), styles=styles
    ).blocks[0]
    assert block.kind is BlockKind.PAGE_MARGIN


def test_typed_numbers_are_markers(read_body: Read) -> None:
    block = read_body(p("§ 14 Val av justerare")).blocks[0]
    assert (block.kind, block.marker, block.text) == (
        BlockKind.LIST_ITEM, "§ 14", "Val av justerare",
    )  # fmt: skip


def test_the_strict_variant_of_the_format_is_read(
    make_word: Callable[..., bytes], texts: Texts
) -> None:
    data = make_word(p(run("Beslut", "<w:b/>")), namespace=STRICT)
    document = read_word(data)
    assert texts(document) == ["Beslut"]
    assert document.blocks[0].bold


def test_the_title_is_what_the_properties_say(make_word: Callable[..., bytes]) -> None:
    assert read_word(make_word(p("x"), title="Protokoll mars")).title == "Protokoll mars"
