"""What stands under a heading in downloaded minutes: tables as tables, and nothing twice."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document

from minutes.justering.minutes_text import Clause, ClauseKind, Minutes, Paragraph, TextKind
from minutes.register.grids import Grid
from minutes.writing.markdown_minutes import markdown_of
from minutes.writing.readable import ACTION_COLUMNS, Decided, divided, parts_of
from minutes.writing.word_minutes import word_of

COSTS = "Post | Utfall | Budget\n\nGrus | 41 000 | 50 000\n\nBelysning | 8 200 |"
WRITTEN = datetime(2026, 11, 20, tzinfo=UTC)


def tasks(*rows: str, head: str = "Vad | Vem | När") -> Paragraph:
    boka = Clause(ClauseKind.ACTION, "Boka lokalen", "Boka lokalen", ("Siv Öman",), "5 mars")
    return Paragraph("§ 4", "Att göra", 0, "\n\n".join((head, *rows)), (boka,))


def minutes_with(*paragraphs: Paragraph) -> Minutes:
    return Minutes(
        "Styrelsen", "", TextKind.PROTOKOLL, "Protokoll", WRITTEN.date(), paragraphs=paragraphs
    )


def test_a_table_stays_a_table_in_word() -> None:
    made = word_of(minutes_with(Paragraph("§ 2", "Ekonomi", 0, COSTS)), WRITTEN)
    (table,) = Document(BytesIO(made)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Post", "Utfall", "Budget"],
        ["Grus", "41 000", "50 000"],
        ["Belysning", "8 200", ""],
    ]


def test_a_table_stays_a_table_in_markdown() -> None:
    assert "| Post | Utfall | Budget |\n| --- | --- | --- |\n| Grus | 41 000 | 50 000 |" in (
        markdown_of(minutes_with(Paragraph("§ 2", "Ekonomi", 0, COSTS)))
    )


def test_a_row_that_is_an_action_item_stands_only_among_them() -> None:
    parts = parts_of(tasks("Boka lokalen | Siv | 5 mars", "Köpa kaffe | |"))
    assert parts.said == (Grid((("Vad", "Vem", "När"), ("Köpa kaffe", "", ""))),)
    assert [row[0] for row in parts.promised] == ["Boka lokalen"]


def test_of_a_table_of_action_items_no_headings_are_left() -> None:
    assert parts_of(tasks("Boka lokalen | Siv | 5 mars")).said == ()


def test_a_row_that_says_more_than_its_action_item_stays_whole() -> None:
    row = ("Boka lokalen", "Siv", "nycklarna finns hos Bo")
    assert parts_of(tasks(" | ".join(row))).said == (Grid((("Vad", "Vem", "När"), row)),)


def test_a_table_that_would_be_read_as_action_items_is_text() -> None:
    parts = parts_of(tasks("Köpa kaffe | Bo | |", head=" | ".join(ACTION_COLUMNS)))
    assert parts.said == ("Åtgärd | Ansvarig | Klart senast | Status", "Köpa kaffe | Bo")


@pytest.mark.parametrize(
    "due, written",
    [("2026-11-20 (2026-11-20)", "2026-11-20"), ("2026-11-20", "(2026-11-20)"), ("i maj", "i maj")],
)
def test_a_day_of_the_minutes_is_written_otherwise_than_one_that_was_set(
    due: str, written: str
) -> None:
    task = Clause(ClauseKind.ACTION, "Boka", "Boka", ("Siv Öman",), due)
    (row,) = parts_of(Paragraph("§ 4", "Att göra", 0, "", (task,))).promised
    assert row[2] == written


def test_decisions_stand_where_they_were_made() -> None:
    quotes = ("att köpa en pump", "att hyra ut båten")
    said = "Pumpen läcker.\n\natt köpa en pump\n\natt hyra ut båten\n\nBo reserverar sig."
    clauses = tuple(Clause(ClauseKind.DECISION, quote, quote) for quote in quotes)
    assert parts_of(Paragraph("§ 1", "Pumpen", 0, said, clauses)).said == (
        "Pumpen läcker.", Decided(quotes), "Bo reserverar sig.",
    )  # fmt: skip


def test_an_item_after_the_decisions_goes_before_them() -> None:
    said = "att köpa en pump\n\na) Frågan väcktes i våras."
    clause = Clause(ClauseKind.DECISION, "att köpa en pump", "att köpa en pump")
    parts = parts_of(Paragraph("§ 1", "Pumpen", 0, said, (clause,)))
    assert parts.said == ("a) Frågan väcktes i våras.", Decided((clause.quote,)))


def test_notes_without_points_keep_their_text() -> None:
    quote = "Vi bestämde att stången reses kl. 14."
    notes = Paragraph(text=f"Protokoll\n\nDet gick bra i fjol.\n\n{quote}\n\nSiv sjunger.")
    decided = Paragraph(clauses=(Clause(ClauseKind.DECISION, quote, quote),))
    (alone,), points = divided(minutes_with(notes, decided))
    assert points == []
    assert parts_of(alone).said == ("Det gick bra i fjol.", Decided((quote,)), "Siv sjunger.")


def test_the_text_before_the_first_point_stands_in_the_head() -> None:
    (before,), points = divided(minutes_with(Paragraph(text="Datum: i dag"), tasks("Ett | Två")))
    assert (before.text, [each.title for each in points]) == ("", ["Att göra"])
