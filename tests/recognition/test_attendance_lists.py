"""Who is listed, in every layout and with every kind of name; nobody who is not."""

from itertools import product

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Presence, Recognition

_NAMES = {
    "plain": "Bo Ek, Lena Ahl, Karin Ström, Ali Hassan, Olle Berg, Mia Lind",
    "double": (
        "Anna-Karin Sjöö, Karl Gustav Ulvfot, Ros-Marie Krus, "
        "Eva Lotta Hed, Per-Olof Alm, Maj Frost"
    ),
    "particles": (
        "Ebba von Stahlen, Jan van den Berg, Maria de la Cruz, "
        "Carl af Ugglehem, Lisa Van Dam, Adam von der Heide"
    ),
    "foreign": (
        "Päivi Kuusilampi, Yousef Al-Najmi, Łukasz Wójcicki, "
        "Çiğdem Yıldız, Dragana Petrović, Žarko Ilić"
    ),
    "two surnames": (
        "Lena Hult Bergman, Sara Wik-Nordlander, Tom Frisk Lindell, "
        "Nora Kvarn Berg, Ivar Ek Holm, Olof Rask Bring"
    ),
}
_LAYOUTS = {
    "line": "Närvarande: {0}, {1}, {2} och {3}.\nFrånvarande: {4} och {5}.",
    "one line": "Närvarande: {0}, {1}, {2} samt {3}. Frånvarande: {4} och {5}.",
    "below": "Deltagare\n{0}\n{1}\n{2}\n{3}\n\nAnmält förhinder\n{4}\n{5}",
    "bullets": "På plats:\n- {0}\n- {1}\n- {2}\n- {3}\n\nÅterbud:\n- {4}\n- {5}",
    "columns": "Närvarande:\t{0}\t{1}\n\t{2}\t{3}\nFrånvarande:\t{4}\t{5}",
    "no colon": "Närvarande {0}, {1}, {2}, {3}\n\nFrånvarande {4}, {5}",
    "offices": (
        "Närvarande:\nOrdförande {0}\nKassör: {1}\n{2}, sekreterare\n{3} (ledamot)\n\n"
        "Frånvarande:\nLedamot {4}\n{5}, suppleant"
    ),
    "times": (
        "Närvarande: {0}, {1} (t.o.m. § 5), {2} på distans, {3} från kl 14\nEj närvarande: {4}, {5}"
    ),
    "degrees": "Närvarande: {0}, dr {1}, prof. {2}, docent {3}\nFrånvarande: {4}, {5}",
    "told": "På mötet deltog {0}, {1}, {2} och {3}. {4} och {5} hade anmält förhinder.",
    "summoned": "Kallade: {0}, {1}, {2}, {3}, {4}, {5}\nFrånvarande: {4}, {5}",
    "board": "Styrelsen: {0}, {1}, {2}, {3}\nFrånvarande: {4}, {5}",
}
_END = "\n\n1. Ekonomi\nKassan är god.\n2. Städdag\nTorget sopas i maj.\n"


def _read(people: str) -> Recognition:
    text = f"Protokoll från möte i Byalaget Solbacken den 4 mars 2026\n\n{people}{_END}"
    return recognise(read_document("x.txt", text.encode()), are_minutes=True)


def _listed(said: Recognition, presence: Presence) -> list[str]:
    return [person.name for person in said.attendance if person.presence is presence]


@pytest.mark.parametrize("names, layout", list(product(_NAMES, _LAYOUTS)))
def test_those_there_and_those_away_are_told_apart(names: str, layout: str) -> None:
    people = _NAMES[names].split(", ")
    said = _read(_LAYOUTS[layout].format(*people))
    assert sorted(_listed(said, Presence.PRESENT)) == sorted(people[:4])
    assert sorted(_listed(said, Presence.ABSENT)) == sorted(people[4:])
    assert [item.title for item in said.items] == ["Ekonomi", "Städdag"]


def test_surnames_first_are_turned() -> None:
    said = _read("Närvarande:\nEk Bo\nAhl Lena\nStröm Karin\nBerg Olle")
    assert _listed(said, Presence.PRESENT) == ["Bo Ek", "Lena Ahl", "Karin Ström", "Olle Berg"]


def test_letters_before_surnames_are_no_numbers() -> None:
    said = _read("Närvarande:\nB. Ekdal\nL. Holmgren\nK. Roos, A. Salim")
    assert _listed(said, Presence.PRESENT) == ["B. Ekdal", "L. Holmgren", "K. Roos", "A. Salim"]


@pytest.mark.parametrize(
    "told, count",
    [
        ("Närvarande: 34 medlemmar enligt bilaga 1", "34 medlemmar enligt bilaga 1"),
        ("Närvarande: ca 40 boende", "ca 40 boende"),
        ("Deltagare: se bilagd närvarolista", "se bilagd närvarolista"),
        ("28 medlemmar var närvarande.", "28 medlemmar"),
    ],
)
def test_a_count_without_names_is_told_to_the_secretary(told: str, count: str) -> None:
    said = _read(told)
    assert said.attendance == ()
    remarks = {remark.code: remark.message for remark in said.remarks}
    assert f"”{count}”" in remarks["attendance-counted"]
    assert "attendance-missing" not in remarks


_FOUR = ("Bo Ek", "Lena Ahl", "Karin Ström", "Ali Hassan")


@pytest.mark.parametrize(
    "line",
    [
        "Bilagor: Budget",
        "Byalaget Solbacken",
        "Stora Salen, Folkets Hus",
        "Solbackens Bygdegård",
        "Övriga: Allmänheten",
        "Gäster: Två elever från Björkskolan",
        "Frånvarande: Ingen anmäld",
        "Vi hälsar vårgruppen välkommen.",
    ],
)
@pytest.mark.parametrize("between", [", ", "\n"])
def test_what_stands_below_a_list_is_nobody(line: str, between: str) -> None:
    said = _read(f"Närvarande:{between[-1]}{between.join(_FOUR)}\n\n{line}")
    assert tuple(_listed(said, Presence.PRESENT)) == _FOUR
    assert not _listed(said, Presence.ABSENT)


def test_a_title_below_a_line_of_names_is_nobody() -> None:
    said = _read("Närvarande: Bo, Lena\n\nMål\nAlla är med på planen.")
    assert _listed(said, Presence.PRESENT) == ["Bo", "Lena"]


@pytest.mark.parametrize(
    "told",
    [
        "Närvarande: Bo Ek, Lena Ahl, Karin Ström, Ali Hassan. Återbud från Olle Berg.",
        "Närvarande: Bo Ek, Lena Ahl, Karin Ström, Ali Hassan, ej Olle Berg",
        "Med: Bo Ek/Norrby, Lena Ahl/Hult, Karin Ström + 4 barn, Ali Hassan\nSjuk: Olle Berg",
        "Deltagande i möte: Bo Ek, Lena Ahl 18-19, Karin Ström, Ali Hassan\nEj: Olle Berg",
        "| Roll | Namn | Närvarande |\n|---|---|---|\n| Ordförande | Bo Ek | ja |\n"
        "| Kassör | Lena Ahl | ja |\n| Ledamot | Karin Ström | ja |\n"
        "| Ledamot | Ali Hassan | ja |\n"
        "| Ledamot | Olle Berg | nej |",
        "| Förnamn | Efternamn | Närvaro |\n|---|---|---|\n| Bo | Ek | x |\n| Lena | Ahl | x |\n"
        "| Karin | Ström | x |\n| Ali | Hassan | x |\n| Olle | Berg | |",
    ],
)
def test_who_was_away_is_none_of_those_there(told: str) -> None:
    said = _read(told)
    assert tuple(_listed(said, Presence.PRESENT)) == _FOUR
    assert _listed(said, Presence.ABSENT) == ["Olle Berg"]
