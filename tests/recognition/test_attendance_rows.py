"""A list below its label is a list of people, however its rows are marked and whatever follows."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Presence, Recognition

_HERE = ("Elin Rask", "Xhevat Nyholm", "Per-Olof Toll", "Ulla Brandt", "Hugo Kvarn")
_AWAY = ("Tove Hjort", "Rune Snäll")
_ROWS = {
    "numbers": lambda place, name: f"{place}. {name}",
    "numbers, offices": lambda place, name: f"{place}. {name} – ledamot",
    "numbers, bodies": lambda place, name: f"{place}. {name}, Granviks kommun",
    "parties": lambda place, name: f"{place}. {name} {'SMCVL'[place % 5]}",
    "classes": lambda place, name: f"{('F', '1', '2B', '3A', '4')[place % 5]} - {name}",
    "bodies ahead": lambda place, name: f"{('Skolan', 'Bygdens väl')[place % 2]}: {name}, lärare",
    "bodies and slashes": lambda place, name: f"{('Skolan', 'Bygdens väl')[place % 2]} / {name}",
    "heads and slashes": lambda place, name: (
        f"Grupp nummer {'ett' if place % 2 else 'två'} /\n{name}"
    ),
    "how they took part": lambda place, name: name + (" via Teams" if place % 2 else " (på länk)"),
    "bodies behind a slash": lambda _, name: f"{name}/Granviks kommun",
    "addresses": lambda place, name: f"{name} {place}a@exempel.se",
    "paragraphs": lambda place, name: name + (" §§ 1-4" if place % 2 else ""),
    "surname first": lambda _, name: " ".join(reversed(name.split())),
    "surname, comma": lambda _, name: ", ".join(reversed(name.split())),
    "surname, body": lambda _, name: " ".join([*reversed(name.split()), "Bygdenämnden"]),
}
_FOLLOWS = {
    "points": "1. Öppnande\nMötet öppnades.\n2. Lekplatsen\nGungan är lagad.\n",
    "paragraphs": "§ 1 Öppnande\nMötet öppnades.\n§ 2 Lekplatsen\nGungan är lagad.\n",
    "bullets": "• Lekplatsen: gungan är lagad.\n• Mötet beslutade att köpa sand.\n",
    "text": "Vi gick igenom läget på lekplatsen.\nMötet beslutade att köpa sand.\n",
}


def _read(text: str, name: str = "x.txt") -> Recognition:
    return recognise(read_document(name, text.encode()), are_minutes=True)


def _listed(said: Recognition, presence: Presence) -> set[str]:
    return {person.name for person in said.attendance if person.presence is presence}


@pytest.mark.parametrize("follows", _FOLLOWS)
@pytest.mark.parametrize("row", _ROWS)
@pytest.mark.parametrize("label", ["Närvarande:", "Deltagarlista", "Vi som träffades:"])
def test_everybody_of_the_rows_is_there(label: str, row: str, follows: str) -> None:
    """And no row of the list is a point of the agenda."""
    written = _ROWS[row]
    # Whose given name nobody knows is not told from a surname that stands first.
    here, away = (_HERE[:1] + _HERE[2:], _AWAY[:1]) if "surname" in row else (_HERE, _AWAY)
    rows = "\n".join(written(place, name) for place, name in enumerate(here, 1))
    text = f"Möte i Lekplatsrådet 4 maj 2026\n\n{label}\n{rows}\n\nFrånvarande: {', '.join(away)}"
    said = _read(f"{text}\n\n{_FOLLOWS[follows]}")
    assert _listed(said, Presence.PRESENT) == set(here)
    assert _listed(said, Presence.ABSENT) == set(away)
    assert not any(name in item.title for item in said.items for name in here)


def test_a_row_of_names_is_no_title() -> None:
    """Where nothing else could head the text."""
    said = _read(
        f"Möte i rådet 4 maj 2026\n\nDeltagare:\nBo Ek Lisa Alm Per Lo\n\n{_FOLLOWS['bullets']}"
    )
    assert _listed(said, Presence.PRESENT) == {"Bo Ek", "Lisa Alm", "Per Lo"}


def test_surnames_first_in_one_row_with_bodies() -> None:
    """Of text taken out of a table of two columns."""
    said = _read(
        "Möte i rådet 4 maj 2026\n\nNärvarande: Rask Elin HSO Toll Per-Olof Byanämnden Brandt Ulla "
        f"SRF Kvarnby Kvarn Hugo Tekniska nämnden\n\n{_FOLLOWS['points']}"
    )
    here = {"Elin Rask", "Per-Olof Toll", "Ulla Brandt", "Hugo Kvarn"}
    assert _listed(said, Presence.PRESENT) == here


def test_points_right_below_a_list_stay_points() -> None:
    """Also where the list has numbers of its own."""
    said = _read(
        "Möte i rådet 4 maj 2026\n\nNärvarande:\n1. Bo Ek\n2. Lisa Alm\n1. Öppnande\n"
        "Mötet öppnades.\n2. Gungan\nDen är lagad.\n3. Avslut\nMötet slöt.\n"
    )
    assert [item.title for item in said.items] == ["Öppnande", "Gungan", "Avslut"]
    assert _listed(said, Presence.PRESENT) == {"Bo Ek", "Lisa Alm"}


@pytest.mark.parametrize("title", ["Fler gungor", "Gungor (forts.)", "Nya regler - utkast"])
def test_a_title_below_a_line_of_names_is_nobody(title: str) -> None:
    """However like a name it is written, above its text."""
    said = _read(
        f"Möte i rådet 4 maj 2026\n\nNärvarande: Bo Ek, Lisa Alm\n\n{title}\n"
        "Gungan är lagad sedan i går.\n"
    )
    assert _listed(said, Presence.PRESENT) == {"Bo Ek", "Lisa Alm"}


def test_an_office_in_a_bullet_stays_one() -> None:
    """A group may list who was there by office only."""
    said = _read(
        "Möte 4 maj 2026\n\nNärvarande:\n- Kassör\n- Lek Park-ansvarig\n- Ordförande\n\nVi åt.\n"
    )
    assert not {"Lek Park", "Kassör Lek"} & _listed(said, Presence.PRESENT)


_BODIES_BEHIND = [
    (
        "Närvarande: Elin Rask Granit Per Toll Granit Ulla Brandt Stenlyft Hugo Kvarn Stenlyft\n"
        "Förhinder: Tove Hjort Granit Rune Snäll Stenlyft",
        {"Tove Hjort", "Rune Snäll"},
    ),
    (
        "Närvarande:\nElin Rask Granit Per Toll Granit Ulla Brandt Stenlyft Hugo Kvarn Stenlyft\n"
        "Förhinder:\nTove Hjort Granit",
        {"Tove Hjort"},
    ),
    (
        "Närvarande: Elin Rask HSO, Per Toll Södra Dammen, Ulla Brandt Kvarnby IF, Hugo Kvarn SRF\n"
        "Förhinder: Tove Hjort Södra Dammen, Rune Snäll Kvarnby IF",
        {"Tove Hjort", "Rune Snäll"},
    ),
    (
        "Närvarande:\tElin Rask/HSO\n\t\tXhevat Toll/SRF\n\t\tUlla Brandt - HSO\n"
        "\t\tZeynab Ek § 2\n"
        "Förhinder:\tTove Hjort/Södra Dammen\n\t\tRune Snäll",
        {"Tove Hjort", "Rune Snäll"},
    ),
    (
        "Närvarande: Elin Rask Lund, Per Toll Lund, Ulla Brandt, Hugo Kvarn\n"
        "Förhinder: Tove Hjort Lund",
        {"Tove Hjort Lund"},  # there it may be a second surname
    ),
]


@pytest.mark.parametrize("people, away", _BODIES_BEHIND)
def test_bodies_are_no_surnames_in_any_list(people: str, away: set[str]) -> None:
    """What is a body among those present is one among those who stayed away."""
    said = _read(f"Möte i Lekplatsrådet 4 maj 2026\n\n{people}\n\n{_FOLLOWS['points']}")
    assert _listed(said, Presence.ABSENT) == away
