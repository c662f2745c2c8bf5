"""The numbers of paragraphs: gaps, doubles, the beginning, and numbering anew."""

from datetime import date

import pytest

from minutes.people.tables import Numbering
from minutes.writing.numbering import (
    faults,
    first_number,
    numbered,
    renumbered,
    written_number,
)
from minutes.writing.tables import NumberStyle

DAY = date(2026, 12, 2)


def text(*numbers: int) -> str:
    return "\n\n".join(f"## § {number} Punkt\n\nText." for number in numbers)


def said(source: str, first: int = 1, rule: Numbering = Numbering.PER_MEETING) -> list[str]:
    return [f"rad {each.line}: {each.message}" for each in faults(source, first, rule)]


def test_numbers_in_order_are_right() -> None:
    assert said(text(1, 2, 3)) == []


def test_a_gap_is_said_where_it_is() -> None:
    assert said(text(1, 2, 4, 5)) == ["rad 9: Numret hoppar: efter 2 väntas 3, men här står 4."]


def test_a_double_is_said_with_the_line_of_the_first() -> None:
    assert said(text(1, 2, 2, 3)) == ["rad 9: Nummer 2 står två gånger, också på rad 5."]


def test_the_year_goes_on_from_the_minutes_before() -> None:
    assert said(text(12, 13), 12, Numbering.PER_YEAR) == []
    assert said(text(10), 12, Numbering.PER_YEAR) == [
        "rad 1: Första paragrafen har nummer 10. Årets förra protokoll slutade på 11, så här "
        "väntas 12."
    ]


def test_a_heading_in_a_block_of_code_is_no_paragraph() -> None:
    assert numbered("```\n## § 7 Exempel\n```\n\n## § 1 Riktig")[0].number == 1


@pytest.mark.parametrize(
    "rule, earlier, first",
    [
        (Numbering.PER_MEETING, ["§ 9"], 1),
        (Numbering.PER_YEAR, [], 1),
        (Numbering.PER_YEAR, ["§ 9", "§ 12/26", "11."], 13),
        (Numbering.PER_YEAR, ["A", "x"], 1),
    ],
)
def test_the_first_number_follows_the_rule(rule: Numbering, earlier: list[str], first: int) -> None:
    assert first_number(rule, earlier) == first


def test_numbering_anew_gives_every_paragraph_its_number_and_leaves_the_lists_of_people() -> None:
    source = "## Närvaro\n\n- Bo\n\n## § 4 Öppnande\n\n## Ny punkt\n\n## 9. Slut\n"
    assert renumbered(source, 3, NumberStyle.SECTION, DAY) == (
        "## Närvaro\n\n- Bo\n\n## § 3 Öppnande\n\n## § 4 Ny punkt\n\n## § 5 Slut\n"
    )


def test_a_body_may_write_its_numbers_in_other_ways() -> None:
    assert written_number(NumberStyle.SECTION_OF_YEAR, 7, DAY) == "§ 7/26"
    assert written_number(NumberStyle.POINT, 7, DAY) == "7."
    assert renumbered("## A", 1, NumberStyle.POINT, DAY) == "## 1. A"
    assert faults("## § 7/26 A\n\n## § 8/26 B", 7, Numbering.PER_YEAR) == []
