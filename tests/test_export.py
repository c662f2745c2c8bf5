"""Lists as files."""

import datetime as dt

import pytest

from minutes import export
from minutes.errors import Refused
from tests.spreadsheets import rows_of_csv, rows_of_excel

HEADINGS = ("Vad", "Antal", "Dag")
HOSTILE = (
    "=1+1",
    "+46 70 123 45 67",
    "-2",
    "@SUM(A1)",
    "\tflik",
    "\r=2",
    "  =1+1",
    "＝1",
    "https://example.se",
    "{=A1}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    rows = [(text, 3, dt.date(2026, 3, 1))]
    in_csv = rows_of_csv(export.write_csv(HEADINGS, rows))[1][0]
    assert in_csv in (text, f"'{text}")
    assert not in_csv.lstrip(" ").startswith(export.FORMULA_BEGINS)
    content = export.write_excel("Lista", HEADINGS, rows)
    assert rows_of_excel(content)[1][1:] == ["3", "2026-03-01"]


def test_what_is_harmless_stays_as_it_is() -> None:
    rows = [("Åsa säger ”nej”; inte ja\nrad två", None, None)]
    assert rows_of_csv(export.write_csv(HEADINGS, rows))[1] == [rows[0][0], "", ""]
    assert rows_of_excel(export.write_excel("Lista", HEADINGS, rows))[1][0] == rows[0][0]


def test_more_than_excel_takes_is_refused_with_advice() -> None:
    rows = [("x", 1, None)] * (export.MOST_ROWS_IN_EXCEL + 1)
    with pytest.raises(Refused, match="ta CSV"):
        export.write_excel("Lista", HEADINGS, rows)
    assert export.write_csv(HEADINGS, rows)


def test_a_cell_longer_than_excel_takes_is_cut() -> None:
    content = export.write_excel("Lista", HEADINGS, [("x" * 40_000, 1, None)])
    assert len(rows_of_excel(content)[1][0]) == export.LONGEST_CELL
