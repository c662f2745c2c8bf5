"""In which order the document is printed, and what is said of an action item in it."""

import datetime as dt
from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from minutes.justering.minutes_text import Clause, ClauseKind, Minutes, Paragraph, TextKind
from minutes.justering.pdf_sheet import pdf_of
from minutes.justering.sheet import AT_ONCE, Layout, Sheet, words_of_action

HEAD = Paragraph(text="Protokoll\n\nDatum: 2026-03-04")
POINT = Paragraph("§ 1", "Vägen", 0, "Gruset är slut.")


def sheet(*paragraphs: Paragraph, kind: TextKind = TextKind.PROTOKOLL) -> Sheet:
    minutes = Minutes("Styrelsen", "", kind, "Möte", dt.date(2026, 3, 4), paragraphs=paragraphs)
    return Sheet(minutes, (), Layout.END, False, "", "Protokoll")


def test_what_is_of_no_point_is_printed_after_the_points() -> None:
    made = sheet(HEAD, POINT)
    assert (made.points, made.beside) == ([POINT], [HEAD])


def test_a_text_without_points_is_printed_as_it_is() -> None:
    made = sheet(HEAD)
    assert (made.points, made.beside) == ([HEAD], [])


def test_a_report_keeps_its_order() -> None:
    made = sheet(HEAD, POINT, kind=TextKind.ANNUAL_REPORT)
    assert (made.points, made.beside) == ([HEAD, POINT], [])


@pytest.mark.parametrize(
    "due, said",
    [
        ("", "Boka lokalen före jul."),
        ("före jul", "Boka lokalen före jul."),
        ("före jul (2026-12-18)", "Boka lokalen före jul."),
        ("2026-11-20", "Boka lokalen före jul. Klart senast: 2026-11-20."),
        ("2026-11-20 (2026-11-20)", "Boka lokalen före jul. Klart senast: 2026-11-20."),
    ],
)
def test_the_day_of_an_action_item_is_said_once(due: str, said: str) -> None:
    words = "Boka lokalen före jul."
    assert words_of_action(Clause(ClauseKind.ACTION, words, words, due=due)) == said


def printed(*paragraphs: Paragraph) -> list[str]:
    """The text of each page."""
    with PdfDocument(pdf_of(sheet(*paragraphs))) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_points_without_text_fill_the_page() -> None:
    begun = Paragraph("1.", "Inledning", 0, "\n\n".join(["Grus."] * 20))
    bare = [Paragraph(f"{number}.", "Rapport") for number in range(2, 7)]
    first, second = printed(begun, *bare)
    assert first.count("Rapport") + second.count("Rapport") == 5
    assert first.count("Rapport") >= 2


@pytest.mark.parametrize(
    "numbers, said",
    [
        ("", ""),
        ("§ 7", "§ 7"),
        ("§ 7|§ 8|§ 9", "§ 7–9"),
        ("§ 7|§ 9", "§ 7, 9"),
        ("§ 7|§ 9|§ 10|§ 10 a|§ 11|§ 14", "§ 7, 9–11, 14"),
        ("1.|2.1.|2.2.|3.", "1.–3."),
    ],
)
def test_no_paragraph_is_said_to_be_signed_that_is_not(numbers: str, said: str) -> None:
    assert sheet(*(Paragraph(each, "Väg") for each in numbers.split("|"))).numbers == said


@pytest.mark.parametrize(
    "count, said", [(1, "Paragrafen är omedelbart justerad."), (2, "Paragraferna är omedelbart")]
)
def test_the_proof_of_some_paragraphs_says_that_they_alone_are_justerade(
    count: int, said: str
) -> None:
    made = sheet(HEAD, *[POINT] * count)
    assert replace(made, heading=AT_ONCE).posted.startswith(said)
    assert made.posted.startswith("Protokollet är justerat.")


def test_the_words_that_lead_to_a_decision_stand_on_its_page() -> None:
    decided = Clause(ClauseKind.DECISION, "Köpa grus", "att köpa grus")
    for lines in range(30, 46):
        begun = Paragraph("1.", "Vägen", 0, "\n".join(["Grus."] * lines))
        point = Paragraph("2.", "Grus", 0, "Hos oss\n\nStyrelsen beslutar", (decided,))
        on_page = [text for text in printed(begun, point) if "köpa grus" in text]
        assert "Styrelsen beslutar" in on_page[0]


ROWERS = [f"Roddare {number}" for number in range(1, 46)]


def voting(rows: int, before: int, head: str) -> list[list[str]]:
    """The lines of a voting table on each page, after so many paragraphs."""
    votes = [head, *(f"{name} | X | " for name in ROWERS[:rows])]
    text = "\n\n".join(["Grus."] * before + votes)
    pages = printed(Paragraph("1.", "Val", 0, text))
    return [
        [line for line in page.splitlines() if line.startswith(("Ledamot", "Roddare"))]
        for page in pages
    ]


@pytest.mark.parametrize("head", ["Ledamot | Ja | Nej", "Ledamot | 1 | 2"])
@pytest.mark.parametrize("before", [14, 19, 22, 24, 25, 26])
def test_the_votes_of_a_board_stand_together(before: int, head: str) -> None:
    assert [len(lines) for lines in voting(9, before, head) if lines] == [10]


@pytest.mark.parametrize("before", [1, 21, 22, 23, 24, 25])
def test_no_row_of_a_long_table_stands_alone(before: int) -> None:
    pages = voting(45, before, "Ledamot | Ja | Nej")
    assert sum(len(lines) for lines in pages) > 46  # the head is repeated
    for lines in filter(None, pages):
        assert lines[0].startswith("Ledamot")
        assert len(lines) >= 3
    rows = voting(45, before, "Ledamot | 1 | 2")
    assert all(len(lines) >= 2 for lines in rows if lines)


def test_a_table_that_is_longer_than_a_page_is_printed_whole() -> None:
    long = " ".join(["Vind"] * 400)
    text = "\n\n".join(["Ledamot | Skäl", *(f"{name} | {long}" for name in ROWERS[:9])])
    said = "".join(printed(Paragraph("1.", "Val", 0, text)))
    assert said.count("Vind") == 9 * 400
