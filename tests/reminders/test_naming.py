"""Which action items of a mail a reply names, by number or by words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.reminders.naming import Meant, Named, Statement, statements

NAMED = [
    Named(11, 1, "Skicka listan till rektorerna"),
    Named(12, 2, "Boka lokal till höstmötet"),
    Named(13, 3, "Fråga regionen om avtalet"),
    Named(14, 4, "Boka föreläsare"),
]
CASES = (Path(__file__).parent / "cases" / "naming.md").read_text(encoding="utf-8")
PARTS = [part.partition("\n") for part in CASES.split("\n## ")[1:]]


def expected(lines: str) -> list[Statement]:
    found = []
    for line in filter(None, lines.splitlines()):
        number, meant, note = (*line.split(" ", 2), "")[:3]
        found.append(Statement(10 + int(number), Meant(meant), note))
    return found


@pytest.mark.parametrize("name, case", [(name, case) for name, _, case in PARTS])
def test_a_reply_names(name: str, case: str) -> None:
    text, arrow, lines = case.partition("\n=>")
    assert arrow
    assert statements(text, NAMED) == expected(lines.strip()), name


@given(st.text(alphabet="123 klarpågåi:.,–och\n", max_size=60))
def test_whatever_is_written_names_only_what_is_in_the_mail(text: str) -> None:
    said = statements(text, NAMED)
    assert {each.action_id for each in said} <= {11, 12, 13, 14}
    assert len({each.action_id for each in said}) == len(said)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    statements(text, NAMED)


def test_what_has_no_number_is_named_by_its_words_only() -> None:
    named = [Named(11, 0, "Skicka listan"), Named(12, 0, "Boka lokal")]
    assert statements("1 klar", named) == []
    assert [each.action_id for each in statements("Listan är skickad", named)] == [11]
