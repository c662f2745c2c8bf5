"""Rows of a running text become tables again, with every cell in its column."""

import pytest

from minutes.reading.bounds import Limits
from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.register.grids import Grid, with_grids

VOTES = """# Nämnden 2026-03-04

Närvarande: Bo Ek (S), Eva Alm (M)

## § 1 Budget

Omröstning genomförs.

| Ledamot | Ja | Nej |
|---|---|---|
| Bo Ek (S) | X |  |
| Eva Alm (M) |  | X |

Kaffe serverades efteråt.
"""


def test_a_vote_keeps_its_column() -> None:
    said = recognise(read_document("m.md", VOTES.encode(), Limits()), filename="m.md").running_text
    *_, before, votes, after = with_grids([each.text for each in said])
    assert before == "Omröstning genomförs."
    assert isinstance(votes, Grid)
    assert votes.head == ("Ledamot", "Ja", "Nej")
    assert votes.body == (("Bo Ek (S)", "X", ""), ("Eva Alm (M)", "", "X"))
    assert after == "Kaffe serverades efteråt."


def test_a_row_with_one_filled_cell_stays_in_its_table() -> None:
    parts = with_grids(["Ärende | Ansvarig", "Boka lokal | Bo Ek", "Köpa kaffe |"])
    assert parts == [Grid((("Ärende", "Ansvarig"), ("Boka lokal", "Bo Ek"), ("Köpa kaffe", "")))]


def test_shorter_rows_are_filled_up() -> None:
    assert with_grids(["A | B | C", "D | E"]) == [Grid((("A", "B", "C"), ("D", "E", "")))]


@pytest.mark.parametrize(
    "parts, shown",
    [
        (["Till vice ordförande | | väljs Bo Ek |"], ["Till vice ordförande | väljs Bo Ek"]),
        (["A | B", "Mellan raderna.", "C | D"], ["A | B", "Mellan raderna.", "C | D"]),
        (["Skriv A|B i rutan.", "Eller C|D."], ["Skriv A|B i rutan.", "Eller C|D."]),
        ([], []),
    ],
)
def test_what_is_no_table_stays_text(parts: list[str], shown: list[str]) -> None:
    assert with_grids(parts) == shown


@pytest.mark.parametrize(
    "first", [("1", "Lokaler"), ("2026", "Avgift"), ("", "Ja"), ("Ord " * 20, "x")]
)
def test_a_first_row_of_facts_is_no_heading(first: tuple[str, str]) -> None:
    grid = Grid((first, ("Bo Ek", "x")))
    assert grid.head == ()
    assert grid.body == grid.rows


def test_signatures_in_columns_are_a_table_of_their_own() -> None:
    rows = ["Namn | Närvaro", "Bo Ek | X", "Vid protokollet | Justeras", "Bo Ek | Eva Al"]
    assert with_grids(rows) == [
        Grid((("Namn", "Närvaro"), ("Bo Ek", "X"))),
        Grid((("Vid protokollet", "Justeras"), ("Bo Ek", "Eva Al"))),
    ]
