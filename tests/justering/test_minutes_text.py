import datetime as dt
from dataclasses import replace

import pytest

from minutes.justering.minutes_text import Clause, ClauseKind, Minutes, Paragraph, TextKind


@pytest.mark.parametrize(
    "due, said",
    [
        ("2026-11-20 (2026-11-20)", "2026-11-20"),
        ("24 februari 2027 (2027-02-24)", "24 februari 2027"),
        ("24 februari (2027-02-24)", "24 februari (2027-02-24)"),
        ("till nästa möte", "till nästa möte"),
        ("30 februari (2026-02-30)", "30 februari (2026-02-30)"),
        ("", ""),
    ],
)
def test_a_day_is_said_once(due: str, said: str) -> None:
    assert Clause(ClauseKind.ACTION, "Måla staketet.", "", due=due).due_once == said


@pytest.mark.parametrize(
    "quote, more",
    [
        ("2. Måla staketet.", False),
        ("- måla staketet", False),
        ("måla staketet,", False),
        ("måla staketet; samt", True),
        ("2 månader får Eva på sig att måla staketet.", True),
    ],
)
def test_the_number_of_a_clause_makes_no_other_words(quote: str, more: bool) -> None:
    assert Clause(ClauseKind.DECISION, "Måla staketet.", quote).says_more is more


def test_what_stands_before_and_after_the_points_is_called_differently() -> None:
    head, point, end = Paragraph(text="Hej."), Paragraph("1", "Bryggan"), Paragraph(text="Slut.")
    minutes = Minutes("Båtlaget", "", TextKind.PROTOKOLL, "Möte", dt.date(2026, 3, 4))
    both = replace(minutes, paragraphs=(head, point, end))
    assert both.labels == ["Text före första punkten", "1 Bryggan", "Text efter sista punkten"]
    alone = replace(minutes, paragraphs=(point, end))
    assert alone.labels == ["1 Bryggan", "Text utanför punkterna"]
