"""Lists of people that have lost their columns: a cell on each line, or all rows on one."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Attendee, Presence

_NAMES = "Anna Ek, Bo Alm, Karin Sandelius, Olle Lindberg, Mats Krook".split(", ")
_BODIES = "Malmkraft, Södra Bergverken, Norrvik Energi, Högskolan i Fallby, Grön Framtid".split(
    ", "
)
_OFFICES = "Ordförande, Sekreterare, Kassör, Ledamot, Suppleant".split(", ")
_HEAD = "Protokoll från samråd i Norrviks vattenråd den 4 mars 2026\n\n"


def _present(people: str) -> list[Attendee]:
    text = f"{_HEAD}{people}\n\n1. Ekonomi\nKassan är god.\n\n2. Pumpen\nDen läcker.\n"
    said = recognise(read_document("x.txt", text.encode()), are_minutes=True)
    return [person for person in said.attendance if person.presence is Presence.PRESENT]


@pytest.mark.parametrize("label", ["Närvarande", "Deltagare:"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("cells", ["{0}|{1}", "{0}|{2}", "{2}|{0}", "{0}|{1}|{2}"])
def test_a_line_for_each_cell(cells: str, between: str, label: str) -> None:
    rows = [cells.format(*row) for row in zip(_NAMES, _BODIES, _OFFICES, strict=True)]
    listed = between.join("|".join(rows).split("|"))
    assert [person.name for person in _present(f"{label}{between}{listed}")] == _NAMES


def test_the_heads_of_the_columns_are_nobody() -> None:
    cells = [cell for row in zip(_NAMES, _OFFICES, strict=True) for cell in row]
    people = _present("\n".join(["Närvarande", "Namn", "Funktion", *cells]))
    assert [(person.name, person.role) for person in people] == list(
        zip(_NAMES, _OFFICES, strict=True)
    )


def test_names_that_nobody_knows_among_the_others_stay() -> None:
    names = [*_NAMES[:2], "Xiba Tran", *_NAMES[2:], "Yeshi Tolka"]
    assert [person.name for person in _present("\n".join(["Närvarande", *names]))] == names


@pytest.mark.parametrize("row", ["{0}, {1}", "{0}, {1}, {2}", "{0}, {1} ({2})"])
def test_all_rows_on_one_line_with_commas_before_the_bodies(row: str) -> None:
    offices = [office.lower() for office in _OFFICES]
    rows = [row.format(*cells) for cells in zip(_NAMES, _BODIES, offices, strict=True)]
    assert [person.name for person in _present(f"Närvarande: {' '.join(rows)}")] == _NAMES


def test_surnames_alone() -> None:
    people = _present("Närvarande: Ek, Alm och Ask")
    assert [person.name for person in people] == ["Ek", "Alm", "Ask"]


def test_surnames_among_full_names() -> None:
    people = _present("Närvarande: Aronsson, Anna Ek, Friis, Bo Alm, Hallberg")
    assert [person.name for person in people] == [
        "Aronsson",
        "Anna Ek",
        "Friis",
        "Bo Alm",
        "Hallberg",
    ]


@pytest.mark.parametrize("below", ["Mål", "Idéer & uppgifter", "Nästa steg i arbetet"])
@pytest.mark.parametrize("first, between", [("\n", "\n"), (" ", ", ")])
def test_a_title_that_a_gap_parts_from_the_names_is_nobody(
    first: str, between: str, below: str
) -> None:
    people = _present(f"Närvarande:{first}{between.join(_NAMES)}\n\n{below}")
    assert [person.name for person in people] == _NAMES


def test_names_go_on_below_a_gap() -> None:
    lines = ["Närvarande:", *_NAMES[:3], "", "Politiker", _NAMES[3], "Xiba Tran", "Bosse"]
    people = _present("\n".join(lines))
    assert [person.name for person in people] == [*_NAMES[:4], "Xiba Tran", "Bosse"]
