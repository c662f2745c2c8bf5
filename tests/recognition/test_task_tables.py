"""Tables of tasks under every usual head, as Markdown and as columns of plain text."""

import datetime as dt

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import ActionItem

HEAD = """Protokoll från styrelsemöte i Kvarnvikens båtlag den 4 mars 2027
Närvarande: Bo Ek, Lena Ahl, Karin Ström

1. Bryggan
Isen ligger kvar.

"""
DAYS = {"Hyra släpvagn": "2027-04-15", "Måla om förrådet": "2027-05-01"}
ROWS = [("Hyra släpvagn", "Lena", "15 april"), ("Måla om förrådet", "Bo Ek", "1 maj")]


def actions_of(head: list[str], rows: list[tuple[str, ...]], *, tabs: bool) -> list[ActionItem]:
    """What the table says when it stands in minutes."""
    table = [head, *rows]
    if tabs:
        text, name = "\n".join("\t".join(row) for row in table), "rader.txt"
    else:
        lines = [f"| {' | '.join(row)} |" for row in table]
        text, name = "\n".join([lines[0], "|---" * len(head) + "|", *lines[1:]]), "rader.md"
    document = f"{HEAD}{text}\n\n2. Avslutning\nOrdföranden tackade.\n"
    return list(recognise(read_document(name, document.encode()), filename=name).actions)


@pytest.mark.parametrize("tabs", [False, True])
@pytest.mark.parametrize(
    "head",
    [
        "Uppgift Person Tid",
        "Vad Vem När",
        "Åtgärd Namn Klart",
        "Uppdrag Till Senast",
        "Insats Huvudansvarig Måldatum",
        "Aktivitet Vem? Tidplan",
        "Uppgift Handläggare Slutdatum",
    ],
)
def test_a_table_is_read_by_the_words_in_its_head(head: str, tabs: bool) -> None:
    found = actions_of(head.split(), list(ROWS), tabs=tabs)
    assert [(a.quote, a.owners) for a in found] == [
        ("Hyra släpvagn", ("Lena Ahl",)),
        ("Måla om förrådet", ("Bo Ek",)),
    ]
    assert [a.due for a in found] == [dt.date.fromisoformat(day) for day in DAYS.values()]


@pytest.mark.parametrize("tabs", [False, True])
def test_whose_it_is_may_stand_first(tabs: bool) -> None:
    rows = [(day, who, task) for task, who, day in ROWS]
    found = actions_of(["När", "Vem", "Vad ska göras?"], rows, tabs=tabs)
    assert [a.owners for a in found] == [("Lena Ahl",), ("Bo Ek",)]


@pytest.mark.parametrize("tabs", [False, True])
@pytest.mark.parametrize(
    "head, row",
    [
        ("Namn Uppgift", ("Lena Ahl", "Ordförande")),
        ("Uppgift Person", ("Sekreterare", "Bo Ek")),
        ("Tid Aktivitet Person", ("10.00", "Föredrag om bin", "Bo Ek")),
        ("Vara Antal Till", ("Korv", "40", "Midsommar")),
        ("Post Namn Mandattid", ("Kassör", "Bo Ek", "2 år")),
    ],
)
def test_people_beside_offices_and_programmes_have_no_task(
    head: str, row: tuple[str, ...], tabs: bool
) -> None:
    assert actions_of(head.split(), [row], tabs=tabs) == []
