"""Lists of people below heads that are no labels, and on the roll of who may vote."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Presence

_POINTS = "1. Öppnande\nMötet öppnades.\n2. Dammen\nVattnet är rent.\n3. Avslut\nMötet slöt.\n"
_THREE = "Siri Hallin, Norra skolan\nFrans Roos, Norra skolan\nElin Ström, Södra skolan"


def _there(text: str, name: str = "x.txt") -> set[str]:
    said = recognise(read_document(name, text.encode()), are_minutes=True)
    return {person.name for person in said.attendance if person.presence is Presence.PRESENT}


@pytest.mark.parametrize("head", ["Ungdomar", "Rådets representanter", "Elever:", "Damm och park"])
def test_those_below_a_head_were_there(head: str) -> None:
    """Where nothing else says who was."""
    text = f"Minnesanteckningar Dammrådet 4 maj 2026\n\n{head}\n{_THREE}\n\n{_POINTS}"
    assert _there(text) == {"Siri Hallin", "Frans Roos", "Elin Ström"}


def test_those_above_the_others_were_there() -> None:
    """The label of the others tells that they are not the only ones."""
    text = (
        f"Minnesanteckningar Dammrådet 4 maj 2026\n\nUngdomar\n{_THREE}\n\nPolitiker\n"
        f"Lisa Palm, nämnden (C)\nErik Kvist (M)\n\nÖvriga deltagande\nStefan Lund, vd\n\n{_POINTS}"
    )
    young, others = {"Siri Hallin", "Frans Roos", "Elin Ström"}, {"Lisa Palm", "Erik Kvist"}
    assert _there(text) == young | others | {"Stefan Lund"}


@pytest.mark.parametrize(
    "head", ["Utses att justera", "Sändlista", "Kopia till", "Valda", "Justerare"]
)
def test_those_below_other_heads_are_not_told_to_have_been_there(head: str) -> None:
    """They were elected, or are written to."""
    text = f"Minnesanteckningar Dammrådet 4 maj 2026\n\n{head}\n{_THREE}\n\n{_POINTS}"
    assert not _there(text)


def test_a_head_beside_a_list_of_those_present_adds_nobody() -> None:
    """A list that begins with those present is whole."""
    text = (
        f"Minnesanteckningar Dammrådet 4 maj 2026\n\nKommande vakter\n{_THREE}\n\n"
        f"Närvarande: Bo Ek, Lisa Alm\n\n{_POINTS}"
    )
    assert _there(text) == {"Bo Ek", "Lisa Alm"}


_NETS = {"tuva7", "nsx", "zog", "prx", "bgw"}
_ROLL = (
    "Årsmöte i Dammklubben 4 maj 2026\n\n1. Öppnande\nMötet öppnades.\n2. Val av ordförande\n"
    "Bo Ek\n3. Val av sekreterare\nEva Alm\n4. Val av justerare\nIda Lo\n5. {title}\n{roll}\n"
    "6. Dammen\nVattnet är rent.\n"
)


@pytest.mark.parametrize(
    "roll, there",
    [
        ("* Bo Ek\n* Eva Alm\n* Ida Lo", {"Bo Ek", "Eva Alm", "Ida Lo"}),
        ("Bo Ek, Eva Alm, Ida Lo", {"Bo Ek", "Eva Alm", "Ida Lo"}),
        ("5 närvarande, alla har betalt: tuva7, nsx, zog, prx, bgw", _NETS),
        ("Fem mer eller mindre vakna personer:\n\ntuva7, nsx, zog, prx, bgw", _NETS),
        ("Röstlängden, 14 personer, godkändes.", set()),
        ("Bo Ek, Eva Alm och Ida Lo valdes att räkna röster.", set()),
        ("Röstlängden upprättas vid behov, godkände mötet.", set()),
    ],
)  # fmt: skip
@pytest.mark.parametrize("title", ["Fastställande av röstlängd", "Röstlängd"])
def test_who_is_on_the_roll_is_there(title: str, roll: str, there: set[str]) -> None:
    """Where no other list says who came."""
    assert _there(_ROLL.format(title=title, roll=roll)) == there


def test_the_roll_adds_nobody_to_a_list_of_those_present() -> None:
    """It may hold those who had a vote by proxy."""
    roll = _ROLL.format(title="Röstlängd", roll="* Bo Ek\n* Eva Alm\n* Ida Lo")
    head, points = roll.split("\n\n", 1)
    assert _there(f"{head}\n\nNärvarande: Bo Ek, Lisa Alm\n\n{points}") == {"Bo Ek", "Lisa Alm"}
