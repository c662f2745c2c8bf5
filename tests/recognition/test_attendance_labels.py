"""Labels of those present that say more, as when they met, and how the names stand behind them."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Presence, Recognition

_NAMES = ["Björn Ek", "Lena Alm", "Ali Hassan", "Karin Ström"]
_END = "\n\n1. Ekonomi\nKassan är god.\n\n2. Vandringen\nVi går runt hamnen i juni.\n"


def _read(head: str) -> Recognition:
    text = f"Minnesanteckningar från Kajvandringens grupp\n\n{head}{_END}"
    return recognise(read_document("x.txt", text.encode()), are_minutes=True)


def _listed(said: Recognition, presence: Presence = Presence.PRESENT) -> list[str]:
    return [person.name for person in said.attendance if person.presence is presence]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "label",
    [
        "Närvarande på Kajutans restaurang 2012-01-09:",
        "Närvarande 2025-11-04 på Kajutan Norra hamnen",
        "Närvarande den 3 maj 2016:",
        "Närvarande 3/5 2016",
        "Närvarande i Folkets hus, Solby:",
        "Närvarande måndag 4 mars kl 18.00",
        "Närvarande hos Lena 12/4:",
        "Närvarande vid mötet 14 mars 2018",
        "Deltagare 2019-03-04 via Zoom",
        "Deltagare på mötet i Kajutan 2012-02-03:",
    ],
)
def test_the_day_and_the_place_may_stand_behind_the_label(label: str, between: str) -> None:
    said = _read(f"{label}{between * 2}{between.join(_NAMES)}\n\nFörhinder: Olle, Mia")
    assert _listed(said) == _NAMES
    assert _listed(said, Presence.ABSENT) == ["Olle", "Mia"]


@pytest.mark.parametrize(
    "title",
    ["Deltagare i Kajloppet 4 mars", "Närvarande i nuet", "Närvarande lärare i klassrummet"],
)
def test_a_title_that_begins_so_lists_nobody(title: str) -> None:
    said = _read(f"Närvarande: {', '.join(_NAMES)}\n\n3. {title}\nBrita Lind\nSven Alm\nBåda kom.")
    assert _listed(said) == _NAMES


_VALUES = {
    "Datum:": "2026-03-04 kl. 18",
    "Plats:": "Kajutan, Solby",
    "Ordförande:": "Björn Ek",
    "Sekreterare:": "Lena Alm",
}
_LISTS = {
    "one line": ", ".join(_NAMES),
    "a line each": "\n".join(_NAMES),
    "wrapped": "Björn Ek /åk 4, Lena Alm\n/åk 2, Ali\nHassan /5B samt lärarnas ombud\nKarin Ström.",
}


@pytest.mark.parametrize("listed", _LISTS)
@pytest.mark.parametrize(
    "labels",
    [
        ["Datum:", "Plats:"],
        ["Plats:"],
        ["Datum:", "Plats:", "Ordförande:", "Sekreterare:"],
    ],
)
def test_a_column_of_labels_and_then_their_values(labels: list[str], listed: str) -> None:
    values = [_VALUES[label] for label in labels]
    said = _read("\n".join([*labels, "Närvarande:", *values, _LISTS[listed]]))
    assert _listed(said) == _NAMES
    assert said.header.place == "Kajutan, Solby"
    assert said.header.chair == ("Björn Ek" if "Ordförande:" in labels else None)


@pytest.mark.parametrize("labels", [["Datum:", "Plats:"], ["Plats:"], ["Ordförande:", "Plats:"]])
def test_names_below_labels_without_values_are_no_values(labels: list[str]) -> None:
    said = _read("\n".join([*labels, "Närvarande:", *_NAMES]))
    assert _listed(said) == _NAMES
    assert (said.header.chair, said.header.place) == (None, None)


@pytest.mark.parametrize("names", ["[Siri, Leo och Bo]", "[Björn Ek, Lena Alm]"])
def test_the_brackets_of_a_form_may_stand_around_the_names(names: str) -> None:
    said = _read(f"Närvarande: {names}\n\nSprintens mål:\nVi vill ha en sida som är klar.")
    assert _listed(said) == names.strip("[]").replace(" och", ",").split(", ")
