"""Who was there, where each stands with a title, and no line end or comma parts them."""

from itertools import product

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Presence

_TITLED = (
    ("Tora Blix", "dekan, Ljusets fakultet, ordförande"),
    ("Sven-Åke Holm", "lektor, Granviks högskola"),
    ("Ida Falk Persen", "studentrepresentant"),
    ("Omar Falk", "stf. bibliotekarie, GB"),
    ("Rut Alm", "avdelningschef, protokollförare"),
)
_NAMES = [name for name, _ in _TITLED]
_LISTS = (
    "Närvarande\n\nLedamöter\n\n{}\n",
    "Närvarande: {}\n",
    "Närvarande\n{}\n\nEj närvarande\nLo Hag prefekt, Granviks högskola Siri Ek lektor\n",
)
_TEXT = "\n1. Ekonomi\nKassan är god.\n\n2. Städdag\nTorget sopas i maj.\n"


def _read(people: str) -> tuple[list[str], str | None, str | None]:
    text = f"S k o l s t y r e l s e n\n\nProtokoll 2026-04-03\n\n{people}{_TEXT}"
    found = recognise(read_document("x.txt", text.encode()), are_minutes=True)
    here = [p.name for p in found.attendance if p.presence is Presence.PRESENT]
    assert found.header.body == "Skolstyrelsen"
    return here, found.header.chair, found.header.secretary


@pytest.mark.parametrize("shape, line_end", list(product(_LISTS, (1, 2, 5))))
def test_each_name_begins_at_its_title(shape: str, line_end: int) -> None:
    people = [f"{name} {title}" for name, title in _TITLED]
    lines = [" ".join(people[at : at + line_end]) for at in range(0, len(people), line_end)]
    here, chair, secretary = _read(shape.format("\n\n".join(lines)))
    assert (here, chair, secretary) == (_NAMES, "Tora Blix", "Rut Alm")


@pytest.mark.parametrize(
    "line, names",
    [
        ("Tora Blix ledamot Omar Falk ersättare för Rut Alm", ["Tora Blix", "Omar Falk"]),
        ("Tora Blix, Granby, projektledare, Omar Falk, ekonom", ["Tora Blix", "Omar Falk"]),
        ("Tora Blix lektor, British Library, extern ledamot", ["Tora Blix"]),
    ],
)
def test_whoever_is_named_beside_somebody_is_not_listed(line: str, names: list[str]) -> None:
    assert _read(f"Närvarande: {line}\n")[0] == names


def test_those_of_the_employed_are_there_though_others_were_away() -> None:
    here, _, _ = _read(
        "Ej närvarande ledamöter\n\nLo Hag prefekt, Granviks högskola Siri Ek lektor\n\n"
        "Företrädare för de anställda med närvaro- och yttranderätt\n\nOmar Falk SACO\n"
    )
    assert here == ["Omar Falk"]


_PLACES = "Siri Alm{0}Granstad, Nils Hjort{0}Solby, Rut Lindh{0}Torsås, Siv-Britt Falk{0}Vikstad"
_WITH_PLACES = ["Siri Alm", "Nils Hjort", "Rut Lindh", "Siv-Britt Falk"]


@pytest.mark.parametrize("label", ["Närvarande:", "Närvarande:,", "Närvarande"])
@pytest.mark.parametrize("between", [" ", ", "])
def test_a_place_is_no_part_of_the_name(between: str, label: str) -> None:
    listed = _PLACES.format(between)
    assert _read(f"{label} {listed}\n")[0] == _WITH_PLACES
    more = f"{label} {listed} Ida Ek, Bo Alm Tyra Ahl visade en bild av läget i länet. "
    assert _read(f"{more}{'Det är tidigt på året och mycket kvar att göra. ' * 5}\n")[0] == [
        *_WITH_PLACES,
        "Ida Ek",
        "Bo Alm",
    ]


@pytest.mark.parametrize(
    "names",
    [
        ["Siri Alm Berg", "Nils Hjort Dahl", "Rut Lind Falk"],
        ["Siri Alm Granstad", "Nils Hjort", "Rut Lindh", "Bo Ek"],
        ["Siri Alm Hagborg", "Nils Hjort Solby"],
    ],
)
def test_a_second_surname_stays(names: list[str]) -> None:
    assert _read(f"Närvarande: {', '.join(names)}\n")[0] == names
