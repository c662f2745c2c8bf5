"""Decisions among what stands around them: proposals, motions, votes, reservations, tables."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise

HEAD = """Protokoll från styrelsemöte i Odlarföreningen Rovan den 5 maj 2026
Närvarande: Siv Rask, Ove Lund, Tyra Hall

1. Ekonomi
Siv gick igenom kassan.

2. Växthuset

"""
TAIL = "\n\n3. Avslutning\nSiv tackade för i dag.\n"

AROUND = """{label[Bakgrund]}
Taket läcker.

{label[Förslag till beslut]}
Styrelsen föreslås besluta
att byta glaset i taket.

{label[Yrkanden]}
Tyra Hall yrkar bifall till förslaget.
Ove Lund yrkar att frågan bordläggs.

{label[Beslutsgång]}
Ordföranden ställer proposition på förslagen och finner att styrelsen beslutar enligt förslaget.

{label[Omröstning]}
Ja: 4 röster. Nej: 1 röst.

{label[Beslut]}
Styrelsen beslutar
att byta glaset i taket, samt
att låna en stege av Ove Lund.

{label[Reservation]}
Ove Lund reserverar sig mot beslutet."""


class _Labels:
    def __init__(self, form: str) -> None:
        self._form = form

    def __getitem__(self, label: str) -> str:
        return self._form.format(label.upper() if self._form == "{} " else label)


PLACES = {
    "one after the other, among what is told": (
        "Taket läcker sedan i höstas. Styrelsen beslutade därför att byta glaset."
        " Vidare beslutades att låna en stege. Tyra visade bilder.",
        ["Styrelsen beslutade därför att byta glaset.", "Vidare beslutades att låna en stege."],
    ),
    "clauses that are numbered within the sentence": (
        "Styrelsen beslutade 1) att byta glaset, 2) att låna en stege.",
        ["Styrelsen beslutade 1) att byta glaset", "att låna en stege."],
    ),
    "what for is no clause": (
        "Styrelsen beslutade att låna en stege för att nå taket och för att spara pengar.",
        ["Styrelsen beslutade att låna en stege för att nå taket och för att spara pengar."],
    ),
    "the label within the paragraph": (
        "Vi såg på taket. Beslut: glaset byts. Tyra berättade om resan.",
        ["glaset byts."],
    ),
    "a bullet among others": (
        "- Taket läcker.\n- Beslut: glaset byts.\n- Tyra berättade om resan.",
        ["glaset byts."],
    ),
    "the column of a table": (
        "| Ärende | Samtal | Beslut |\n|---|---|---|\n| Tak | Det läcker | Glaset byts |",
        ["Glaset byts"],
    ),
    "the row of a form": (
        "| Beslut | Styrelsen byter glaset |\n|---|---|\n| Ansvarig | Ove |",
        ["Styrelsen byter glaset"],
    ),
    "proposals that were put off": (
        "Förslag till beslut\natt byta glaset\natt låna en stege\n\nFrågan bordlades.",
        ["Frågan bordlades."],
    ),
    "proposals and nothing else": (
        "Förslag till beslut:\n- att byta glaset\n- att låna en stege",
        [],
    ),
    "a motion and what the board says of it": (
        "Motionären yrkar\natt glaset byts\n\nStyrelsens yttrande\nStyrelsen föreslår att motionen"
        " avslås.\n\nBeslut\nMotionen avslogs.",
        ["Motionen avslogs."],
    ),
    "a decision to come": ("Beslut\nBeslut fattas vid nästa möte.", []),
    "none was taken": ("Beslut: Inget beslut.", []),
}  # fmt: skip


def _decided(text: str, kind: str) -> list[str]:
    if kind == "txt":
        text = text.replace("*", "").replace("### ", "")
    read = read_document(f"m.{kind}", (HEAD + text + TAIL).encode())
    return [each.quote for each in recognise(read, filename=f"m.{kind}").decisions]


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize("form", ["{}", "{}:", "**{}**", "**{}:**", "### {}", "{} "])
def test_of_all_that_leads_to_a_decision_only_its_clauses_are_decisions(
    form: str, kind: str
) -> None:
    found = _decided(AROUND.format(label=_Labels(form)), kind)
    wanted = ["att byta glaset i taket", "att låna en stege av Ove Lund"]
    assert len(found) == 2
    assert all(clause in quote for clause, quote in zip(wanted, found, strict=True))


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize("place", PLACES)
def test_a_decision_is_found_where_it_stands(place: str, kind: str) -> None:
    text, wanted = PLACES[place]
    assert _decided(text, kind) == wanted
