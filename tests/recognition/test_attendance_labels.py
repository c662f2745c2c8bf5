"""Labels of those present that say more: when and where they met, and how the names stand behind."""

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
        "Närvarande 2013-05-29 på Kajutan Norra hamnen",
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
    "title", ["Deltagare i Kajloppet 4 mars", "Närvarande i nuet", "Närvarande lärare i klassrummet"]
)
def test_a_title_that_begins_so_lists_nobody(title: str) -> None:
    said = _read(f"Närvarande: {', '.join(_NAMES)}\n\n3. {title}\nBrita Lind\nSven Alm\nBåda kom.")
    assert _listed(said) == _NAMES
