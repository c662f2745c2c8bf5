"""Bodies behind the names of a list, with no sign between; and second surnames, which stay."""

from itertools import product

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Presence

_NAMES = "Anna Ek, Bo Alm, Lars-Erik Hallin, Karin Sandelius, Olle Lindberg, Mats Krook".split(", ")
_BODIES = {
    "come again": "Malmkraft, Stenia, Malmkraft, Grusta, Stenia Norrvik, Malmkraft",
    "of several words": "IF Plåt, Malmkraft, Högskolan i Fallby, Grön Framtid, Stenia, Grusta",
    "of some": ", , Malmkraft, Stenia, Malmkraft, Malmkraft",
    "each its own": "Vattenverket, Malmkraft, Husarna, Skogsfacket, Stenia, Kajbolaget",
    "only new words": "Malmkraft, Stenia, Grusta, Almgårda, Forsia, Solvio",
}
_SURNAMES = {
    "of none": ", , , , , ",
    "of some": ", Palm, , Moberg, , Rydell",
    "of most": "Palm, Bergman, Wiklander, Moberg, Rydell, Brodin",
    "of most, one with two more": "Palm, Bergman, Wiklander, Moberg, Rydell, Brodin Lans",
}
_HEAD = "Protokoll från samråd i Norrviks vattenråd den 4 mars 2026"
_LAYOUTS = {
    "lines": "Närvarande\n{}",
    "bullets": "Närvarande:\n- {}",
    "one row": "Närvarande: {}",
}
_BETWEEN = {"lines": "\n", "bullets": "\n- ", "one row": " "}


def _present(layout: str, rows: list[str]) -> list[str]:
    people = _LAYOUTS[layout].format(_BETWEEN[layout].join(rows))
    text = f"{_HEAD}\n\n{people}\n\n1. Ekonomi\nKassan är god.\n"
    said = recognise(read_document("x.txt", text.encode()), are_minutes=True)
    return [p.name for p in said.attendance if p.presence is Presence.PRESENT]


@pytest.mark.parametrize("bodies, layout", list(product(_BODIES, _LAYOUTS)))
def test_a_body_behind_the_name_is_no_surname(bodies: str, layout: str) -> None:
    behind = _BODIES[bodies].split(", ")
    rows = [f"{name} {body}".strip() for name, body in zip(_NAMES, behind, strict=True)]
    assert _present(layout, rows) == _NAMES


@pytest.mark.parametrize("layout", _LAYOUTS)
def test_an_office_or_a_point_may_stand_beside_the_body(layout: str) -> None:
    behind = ", ordf Stenia| Malmkraft| IF Plåt (punkt 4)|, sekr IF Plåt| Stenia| Fallby Energi"
    rows = [f"{name}{rest}" for name, rest in zip(_NAMES, behind.split("|"), strict=True)]
    assert _present(layout, rows) == _NAMES


@pytest.mark.parametrize("surnames, layout", list(product(_SURNAMES, ("lines", "bullets"))))
def test_a_second_surname_belongs_to_the_name(surnames: str, layout: str) -> None:
    second = _SURNAMES[surnames].split(", ")
    rows = [f"{name} {more}".strip() for name, more in zip(_NAMES, second, strict=True)]
    assert _present(layout, rows) == rows


def test_a_family_with_two_surnames_has_no_body() -> None:
    rows = ["Anna Ek Palm", "Bo Ek Palm", "Karin Ek Palm", "Olle Lindberg", "Mats Krook"]
    assert _present("lines", rows) == rows


def test_a_column_of_bodies_behind_all_the_names_names_nobody() -> None:
    assert _present("one row", [*_NAMES, "Stenia Malmkraft Grusta Malmkraft Malmkraft"]) == _NAMES


@pytest.mark.parametrize("body", ["Grön Framtid (tidigare Solbo)", "Norrvikarnas Forum för Vatten"])
def test_a_body_of_two_words_and_more_is_nobody(body: str) -> None:
    assert _present("lines", [f"Anna Ek, {body}", *_NAMES[1:]]) == _NAMES


@pytest.mark.parametrize("said", ["(adjungerad)", "(punkt 3)", "(S)"])
def test_a_name_that_nobody_knows_beside_another_one_stays(said: str) -> None:
    assert _present("lines", [f"Anna Ek, Xiba Tran {said}", "Bo Alm"]) == [
        "Anna Ek",
        "Xiba Tran",
        "Bo Alm",
    ]
