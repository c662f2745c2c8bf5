"""Whoever the minutes are of: by the word for such a body, or by the name in their title."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise

DECISIONS = (
    "{} beslutar att köpa en ny kopiator.",
    "{} beslutade att köpa en ny kopiator.",
    "{} godkände den föreslagna budgeten.",
    "{} enades om att köpa en ny kopiator.",
    "{} biföll förslaget.",
    "{} tackar för informationen och lägger den till handlingarna.",
)
BODIES = {
    "Protokoll LAG Norrbygden": "LAG",
    "Protokoll från LAG-möte": "LAG",
    "Protokoll fört vid möte med Fjällfiskarna": "Fjällfiskarna",
    "Protokoll VRU-gruppen": "VRU",
    "Protokoll från konventet": "Konventet",
    "Protokoll lokala partnerskapet": "Partnerskapet",
    "Protokoll delägarna i Sandnäs": "Delägarna",
    "Protokoll projektledningen": "Projektledningen",
}
OTHERS = ("KS", "Banken", "Skolverket", "Entreprenören", "Fjällfiskarna")


def decided(title: str, line: str) -> list[str]:
    text = (
        f"{title}\n2026-03-04\nNärvarande: Karin Ström, Bo Ekdal, Siv Ask, Ulla Berg\n\n"
        f"1. Öppnande\nKarin öppnade mötet.\n\n2. Kontoret\nBo berättade om läget.\n{line}\n"
    )
    found = recognise(read_document("möte.txt", text.encode()), filename="möte.txt")
    return [decision.quote for decision in found.decisions]


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("title", BODIES)
def test_a_body_decides_under_the_name_that_its_title_has(title: str, decision: str) -> None:
    line = decision.format(BODIES[title])

    assert decided(title, line) == [line]


@pytest.mark.parametrize("other", OTHERS)
def test_what_somebody_else_decided_is_no_decision(other: str) -> None:
    assert decided("Protokoll LAG Norrbygden", f"{other} beslutade att köpa en ny kopiator.") == []
