"""Markdown as authors of minutes write it, which is not always as the parsers want it."""

import pytest

from minutes.reading.blocks import Block, BlockKind, Source
from minutes.reading.markdown_reader import read_markdown


def blocks(text: str) -> tuple[Block, ...]:
    return read_markdown(text.encode()).blocks


def texts(text: str) -> list[str]:
    return [f"{block.marker} {block.text}".strip() for block in blocks(text)]


def test_the_transcript_is_the_lines_of_the_file() -> None:
    lines = ("---", "title: Möte", "---", "", "# Protokoll", "<!-- mall -->", "")
    assert read_markdown("\r\n".join(lines).encode()).transcript == lines


@pytest.mark.parametrize(
    "source,level",
    [
        ("# Ekonomi", 1),
        ("##Ekonomi", 2),
        ("#Ekonomi", 1),
        ("### Ekonomi ###", 3),
        ("Ekonomi\n=======", 1),
        ("Ekonomi\n---", 2),
        ("<h3>Ekonomi</h3>", 3),
        ("## **Ekonomi**", 2),
    ],
)
def test_a_heading_is_read_with_or_without_the_space_it_should_have(
    source: str, level: int
) -> None:
    block = blocks(source)[0]
    assert (block.kind, block.text, block.level) == (BlockKind.HEADING, "Ekonomi", level)


@pytest.mark.parametrize("source", ["#5 återkommer", "#skärgård", "```\n##kod\n```"])
def test_a_hash_is_not_always_a_heading(source: str) -> None:
    assert BlockKind.HEADING not in [block.kind for block in blocks(source)]


def test_list_items_keep_their_markers_and_levels() -> None:
    found = blocks("3. Ekonomi\n   - Budget\n     * Kostnader\n4) Val\n")
    assert [(b.marker, b.text, b.level) for b in found] == [
        ("3.", "Ekonomi", 0),
        ("-", "Budget", 1),
        ("*", "Kostnader", 2),
        ("4)", "Val", 0),
    ]
    assert {block.kind for block in found} == {BlockKind.LIST_ITEM}


def test_tasks_show_whether_they_are_ticked() -> None:
    assert texts("- [ ] Siv ringer\n- [x] Tor mejlar") == ["☐ Siv ringer", "☑ Tor mejlar"]


def test_a_number_typed_after_a_bullet_is_the_marker() -> None:
    assert [block.marker for block in blocks("* § 4 Ekonomi\n* 3.1 Budget")] == ["§ 4", "3.1"]
    assert blocks("## § 14 Val av justerare")[0].marker == "§ 14"
    assert blocks(r"1\. Öppnande")[0].marker == "1."


def test_the_second_paragraph_of_a_list_item_has_no_marker() -> None:
    assert [block.marker for block in blocks("1. Ekonomi\n\n   Siv redogör.\n")] == ["1.", ""]


def test_indented_lines_are_text_and_no_program() -> None:
    assert texts("Beslut\n\n    att köpa båten\n") == ["Beslut", "att köpa båten"]


def test_facts_on_a_line_each_are_blocks_of_their_own() -> None:
    found = blocks("Ordförande: Siv Ek\nSekreterare: Tor Al\nPlats: Bryggan\n")
    assert [block.text for block in found] == [
        "Ordförande: Siv Ek", "Sekreterare: Tor Al", "Plats: Bryggan",
    ]  # fmt: skip
    assert [block.source for block in found] == [Source(1, 1), Source(2, 2), Source(3, 3)]


def test_names_on_a_line_each_are_blocks_of_their_own() -> None:
    assert texts("Siv Ek\nTor Al\nMy Lind") == ["Siv Ek", "Tor Al", "My Lind"]


WRAPPED = (
    "Föreningen diskuterade länge om bryggan skulle lagas före midsommar eller\n"
    "Valborg, och Siv lovade att fråga kommunen om det finns bidrag att söka för\n"
    "en sådan lagning.\n"
)


def test_wrapped_lines_are_one_block_that_knows_where_its_lines_were() -> None:
    block = blocks(WRAPPED)[0]
    assert len(blocks(WRAPPED)) == 1
    assert block.source == Source(1, 3)
    start = block.text.index("Siv lovade")
    assert block.lines(start, start + 10) == Source(2, 2)
    start = block.text.index("en sådan")
    assert block.lines(start - 4, start + 3) == Source(2, 3)


def test_the_parts_of_a_block_know_where_their_lines_were() -> None:
    (block,) = blocks(f"3. {WRAPPED}")
    start = block.text.index("Valborg")
    first, second = block.part(0, start), block.part(start, len(block.text))
    assert (first.kind, first.marker, first.source) == (block.kind, "3.", Source(1, 1))
    assert (second.kind, second.marker, second.source) == (BlockKind.PARAGRAPH, "", Source(2, 3))
    assert f"{first.text} {second.text}" == block.text
    start = second.text.index("en sådan")
    assert second.lines(start, start + 1) == Source(3, 3)


def test_a_number_that_was_not_known_is_taken_from_the_text() -> None:
    (block,) = blocks(f"Punkt tre {WRAPPED}")
    known = block.numbered("3.", len("Punkt tre "))
    assert (known.kind, known.marker, known.source) == (BlockKind.LIST_ITEM, "3.", block.source)
    start = known.text.index("Valborg")
    assert known.lines(start, start + 1) == Source(2, 2)


@pytest.mark.parametrize("end", ["  ", "\\", "<br>"])
def test_a_forced_line_end_separates(end: str) -> None:
    assert texts(f"vid bryggan{end}\nsent på kvällen") == ["vid bryggan", "sent på kvällen"]


def test_a_backslash_that_forces_nothing_is_dropped() -> None:
    assert texts("Närvarande:\\\n\n- Siv") == ["Närvarande:", "- Siv"]


def test_markup_within_the_line_is_taken_away() -> None:
    source = (
        "*Siv* och [Tor](https://exempel.se) ~~köper~~ `båt` ![karta](k.png) <b>nu</b> &amp; då"
    )
    assert texts(source) == ["Siv och Tor köper båt karta nu & då"]


@pytest.mark.parametrize(
    "source,bold",
    [("**Beslut**", True), ("**Beslut** att", False), ("<strong>Beslut</strong>", True)],
)
def test_a_block_is_bold_where_all_of_it_is(source: str, bold: bool) -> None:
    assert blocks(source)[0].bold is bold


TABLE = "| Namn | **Roll** |\n|---|:--|\n| Siv Ek | ordförande<br>kassör | x |\n| Tor |\n"


def test_table_rows_keep_every_cell_even_beyond_the_head() -> None:
    found = blocks(TABLE)
    assert [block.cells for block in found] == [
        ("Namn", "Roll"),
        ("Siv Ek", "ordförande\nkassör", "x"),
        ("Tor",),
    ]
    assert [block.source.first_line for block in found] == [1, 3, 4]
    assert found[1].text == "Siv Ek | ordförande kassör | x"


def test_a_table_may_lack_its_outer_bars_or_its_rule() -> None:
    assert [b.cells for b in blocks("Namn | Roll\n--- | ---\nSiv | chef")] == [
        ("Namn", "Roll"), ("Siv", "chef"),
    ]  # fmt: skip
    assert blocks("| Siv | chef |")[0].cells == ("Siv", "chef")


def test_front_matter_gives_the_title_and_is_not_running_text() -> None:
    document = read_markdown('---\ntitle: "Årsmöte"\ndate: 2024-03-02\n---\nText'.encode())
    assert document.title == "Årsmöte"
    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.NOTE, "title: Årsmöte"),
        (BlockKind.NOTE, "date: 2024-03-02"),
        (BlockKind.PARAGRAPH, "Text"),
    ]


def test_other_front_matter_is_known_too() -> None:
    assert read_markdown('+++\ntitle = "Höstmöte"\n+++\n'.encode()).title == "Höstmöte"
    assert read_markdown("<!--\n.. title: Höstmöte\n-->\n".encode()).title == "Höstmöte"


def test_a_line_across_the_page_is_no_front_matter() -> None:
    assert texts("---\nProtokoll från mötet\n---\nText") == ["Protokoll från mötet", "Text"]


def test_comments_are_not_read_and_lines_keep_their_numbers() -> None:
    found = blocks("Närvarande\n\n<!--\n* Siv\n\n* Tor\n-->\n\nText <!-- utkast -->klar\n")
    assert [(b.text, b.source.first_line) for b in found] == [("Närvarande", 1), ("Text klar", 9)]


def test_html_is_read_without_its_tags() -> None:
    found = blocks("<ul>\n<li>Siv Ek, <em>ordförande</em></li>\n</ul>")
    assert [(b.marker, b.text) for b in found] == [("-", "Siv Ek, ordförande")]


def test_what_looks_like_a_link_definition_is_not_lost() -> None:
    assert "[Siv]: tar" in " ".join(texts("[Siv]: tar\n\nText"))


def test_page_breaks_of_printing_programs_are_dropped() -> None:
    assert texts("Text\n\n\\pagebreak\n\nMer") == ["Text", "Mer"]


def test_a_long_document_is_parsed_in_pieces_that_know_their_lines() -> None:
    section = "## Punkt\n\n- Siv tar frågan vidare med kommunen innan nästa möte hålls\n\n"
    found = blocks(section * 3_000)
    assert [block.source.first_line for block in found] == [
        line for n in range(3_000) for line in (4 * n + 1, 4 * n + 3)
    ]


@pytest.mark.parametrize(
    "row, cells",
    [
        (
            "| **1. Vägen** Gruset är slut. | Bo ringer. |",
            ("1. Vägen\nGruset är slut.", "Bo ringer."),
        ),
        ("| **1. Vägen** | Bo ringer. |", ("1. Vägen", "Bo ringer.")),
        ("| Bo | **2)** Vägen |", ("Bo", "2) Vägen")),
        ("| **Siv Ek** Kassör | x |", ("Siv Ek Kassör", "x")),
    ],
)
def test_a_bold_numbered_title_ends_its_line_of_a_cell(row: str, cells: tuple[str, ...]) -> None:
    assert [block.cells for block in blocks(f"| A | B |\n|---|---|\n{row}\n")][1:] == [cells]
