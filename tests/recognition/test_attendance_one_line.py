"""Who was there, where the line ends of a whole page are lost: names and bodies in one row."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Presence

HERE = ("Tove Rydström", "Marianne Ek", "Ulf Bratt", "Karin Gustavi")
BESIDE = ("Siri Alm", "Nils Hjort")
AWAY = ("Rut Lindroth", "Olle Danell")

WRITTEN = {
    "bare": "{}",
    "letters of a body": "{} SPO",
    "letters in brackets": "{} (SÖV)",
    "party": "{} (M)",
    "unit in brackets": "{} (Driftenheten)",
    "office behind a comma": "{}, samordnare",
}
LISTS = (
    "Närvarande: {here}",
    "Närvarande {here}",
    "Närvarande Ledamöter: {here} Övriga {beside}",
    "Närvarande Från föreningarna Ledamöter: {here} Tjänstemän {beside}",
    "Närvarande: {here} Förhinder: {away}",
    "Närvarande {here} Frånvarande {away}",
    "Beslutande {here} Ersättare {beside}",
)


def attendance(line: str) -> dict[str, Presence]:
    text = (
        f"Protokoll från samrådet den 19 september 2026 Plats: Aulan, Norrby {line} "
        "1 Val av justerare Rådet väljer Ulf Bratt att justera protokollet. "
        "2 Läget i länet Karin Gustavi berättade om läget och visade en bild. Rådet beslutar att "
        "tacka för informationen. 3 Avslutning Mötet avslutades."
    )
    found = recognise(read_document("samråd.txt", text.encode()), filename="samråd.txt")
    return {person.name: person.presence for person in found.attendance}


@pytest.mark.parametrize("shape", LISTS)
@pytest.mark.parametrize("written", WRITTEN)
def test_everybody_of_a_row_is_known(written: str, shape: str) -> None:
    rows = {
        name: " ".join(WRITTEN[written].format(person) for person in people)
        for name, people in (("here", HERE), ("beside", BESIDE), ("away", AWAY))
    }
    wanted = dict.fromkeys(HERE, Presence.PRESENT)
    if "{beside}" in shape:
        wanted |= dict.fromkeys(BESIDE, Presence.PRESENT)
    if "{away}" in shape:
        wanted |= dict.fromkeys(AWAY, Presence.ABSENT)

    assert attendance(shape.format(**rows)) == wanted


def test_whom_somebody_stands_in_for_is_not_there() -> None:
    line = "Närvarande: Tove Rydström SPO Marianne Ek SPO ersätter Rolf Modig Ulf Bratt SKO"

    assert list(attendance(line)) == ["Tove Rydström", "Marianne Ek", "Ulf Bratt"]


@pytest.mark.parametrize("comma", [",", ""])
def test_a_nickname_in_brackets_stands_inside_the_name(comma: str) -> None:
    line = f"Närvarande: Tove Rydström{comma} Marianne (Majsan) Ek{comma} Ulf Bratt"

    assert list(attendance(line)) == ["Tove Rydström", "Marianne Ek", "Ulf Bratt"]


def test_a_nickname_is_whose_name_it_stands_in() -> None:
    text = (
        "Minnesanteckningar 2026-09-19\n"
        "Närvarande: Tove Rydström, Marianne (Majsan) Ek, Ulf Bratt\n\n"
        "1. Bryggan\nUlf Bratt berättade om isen. Majsan ringer kommunen om bommen.\n"
    )
    found = recognise(read_document("brygga.txt", text.encode()), filename="brygga.txt")

    assert [action.owners for action in found.actions] == [("Marianne Ek",)]
