"""Lists of decisions: every way to lead one in, with every way to set it out, and what ends it."""

from collections.abc import Iterable

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise

HEAD = """Protokoll från styrelsemöte i Cykelklubben Navet den 8 april 2026
Närvarande: Siv Rask, Ove Lund, Tyra Hall
"""
POINT = """
{number}. Verkstaden
Siv gick igenom verktygen.

{lead}
{clauses}

Tyra visade hur pumpen fungerar.
"""

LEADS = (
    "Styrelsen beslutade", "Styrelsen beslutade:", "**Styrelsen beslutar**", "Styrelsen beslöt:",
    "Mötet beslutade följande:", "Beslut", "Beslut:", "BESLUT", "_Beslut:_", "### Beslut",
    "### Styrelsens beslut", "Beslut 2026:7", "Beslut § 2", "Mötets beslut blev:",
    "Följande beslut fattades:", "Styrelsen fattade beslut om:", "Efter rast beslutade styrelsen:",
    "Styrelsen beslutade därför:", "Beslutades:", "Det beslutades:", "Vi bestämde:",
    "Vi enades om:", "Vi kom överens om följande:", "Vi är överens om:", "Överenskommet:",
)  # fmt: skip
NOT_LEADS = (
    "Förslag till beslut:", "Styrelsen föreslås besluta:", "Inget beslut:", "Tidigare beslut:",
    "Kommunens beslut:", "Vi är inte överens om:", "Tyra yrkar:",
)  # fmt: skip
CLAUSES = (
    "att hålla verkstaden öppen på lördagar", "att sälja de tre äldsta cyklarna",
    "att be Ove om en lista på verktygen",
)  # fmt: skip
INFINITIVES = tuple(clause.removeprefix("att ") for clause in CLAUSES)
SENTENCES = ("Verkstaden hålls öppen på lördagar", "De äldsta cyklarna säljs", "Porten hålls låst")
SET_OUT = {
    "bullets": ([f"- {clause}" for clause in CLAUSES], CLAUSES),
    "dashes": ([f"– {clause}" for clause in CLAUSES], CLAUSES),
    "lines": (CLAUSES, CLAUSES),
    "letters": ([f"{'abc'[place]}. {clause}" for place, clause in enumerate(CLAUSES)], CLAUSES),
    "infinitives": ([f"- {clause.capitalize()}" for clause in INFINITIVES], INFINITIVES),
    "sentences": ([f"- {sentence}" for sentence in SENTENCES], SENTENCES),
    "paragraphs": ([f"{sentence}.\n" for sentence in SENTENCES], SENTENCES),
}  # fmt: skip


def _decided(lead: str, set_out: Iterable[str], kind: str) -> list[list[str]]:
    """The decisions under each point of minutes with a point for each way to set out the list."""
    points = [
        POINT.format(number=number, lead=lead, clauses="\n".join(SET_OUT[each][0]))
        for number, each in enumerate(set_out, 1)
    ]
    text = HEAD + "".join(points)
    if kind == "txt":
        text = text.replace("*", "").replace("_", "").replace("### ", "")
    said = recognise(read_document(f"m.{kind}", text.encode()))
    return [
        [_bare(each.quote) for each in said.decisions if each.item == item.id]
        for item in said.items
    ]


def _bare(quote: str) -> str:
    return quote.casefold().rpartition("att ")[2].strip(" .,")


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize("lead", LEADS)
def test_each_of_a_list_is_a_decision_and_the_line_below_it_is_none(lead: str, kind: str) -> None:
    wanted = {
        set_out: [_bare(each) for each in clauses] for set_out, (_, clauses) in SET_OUT.items()
    }
    assert dict(zip(SET_OUT, _decided(lead, SET_OUT, kind), strict=True)) == wanted


@pytest.mark.parametrize("lead", NOT_LEADS)
def test_what_is_only_proposed_or_of_another_time_leads_in_none(lead: str) -> None:
    assert _decided(lead, ("infinitives", "sentences"), "md") == [[], []]
