"""Files with the minutes of several meetings, and those of one that speak of others."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise

_HEADS_OF_MEETINGS = (
    "Protokoll styrelsemöte {0}",
    "Protokoll\nStyrelsemöte\nDatum: {0}",
    "Mötesanteckningar {0}",
    "Möte {1}",
    "## {0}",
    "{0}",
)
_SEPARATORS = ("", "\n\n", "\n---\n\n", "\nVid protokollet\nKarin Ström\n\n")
_PRESENT = ("Närvarande: Bo Ekdal, Lena Ahl\n\n", "Närvarande: Bo Ekdal, Karin Ström\n\n")
_SAID = (
    "1. Bryggan\nIsen tog två flytblock.\nMötet beslutade att köpa flytblock.\n2. Post\nIngen.\n",
    "1. Båthuset\nLåset kärvar.\nMötet beslutade att köpa ett lås.\n2. Post\nIngen.\n",
)


@pytest.mark.parametrize("reverse", [False, True], ids=["forwards", "backwards"])
@pytest.mark.parametrize("listed", [True, False], ids=["people", "nobody"])
@pytest.mark.parametrize("separator", _SEPARATORS)
@pytest.mark.parametrize("head", _HEADS_OF_MEETINGS)
def test_each_of_several_meetings_is_one_of_its_own(
    head: str, separator: str, listed: bool, reverse: bool
) -> None:
    heads = [head.format("2026-01-14", "14/1"), head.format("2026-02-11", "11/2")]
    parts = [
        f"{each}\n{people if listed else ''}{said}"
        for each, people, said in zip(heads, _PRESENT, _SAID, strict=True)
    ]
    text = separator.join(parts[::-1] if reverse else parts)
    name = "a.md" if "#" in head else "a.txt"
    meetings = recognise(read_document(name, text.encode()), filename=name).meetings
    found = {
        each.items[0].title: [
            str(each.header.date),
            *(person.name for person in each.attendance),
        ]
        for each in meetings
    }
    dates = ["None", "None"] if "{1}" in head else ["2026-01-14", "2026-02-11"]
    assert found == {
        "Bryggan": [dates[0], *(["Bo Ekdal", "Lena Ahl"] if listed else [])],
        "Båthuset": [dates[1], *(["Bo Ekdal", "Karin Ström"] if listed else [])],
    }


_ONE_MEETING = {
    "meetings that were held": "Styrelsemöte 2026-01-14\nStyrelsemöte 2026-02-11\n",
    "meetings that were told of": "Styrelsemöte 2026-01-14\nVi beslutade att såga.\n"
    "Styrelsemöte 2026-02-11\nVi beslutade att elda.\n",
    "minutes that are quoted": "Protokoll styrelsemöte 2026-02-11\n1. Taket\nMötet beslutade"
    " att laga taket.\n2. Golvet\nGolvet byts.\n",
    "two minutes that are quoted": "Protokoll styrelsemöte 2026-01-14\n1. Taket\nMötet beslutade"
    " att laga taket.\nProtokoll styrelsemöte 2026-02-11\n1. Golvet\nMötet beslutade att byta.\n",
    "days to come": "18 april 2026\nMötet beslutade att ha vårfest.\n25 april 2026\nStäddag.\n",
    "minutes in an appendix": "Inget mer.\nBilaga 1\nProtokoll styrelsemöte 2026-01-14\n"
    "Närvarande: Bo Ekdal\n1. Taket\nMötet beslutade att laga taket.\n",
}


@pytest.mark.parametrize("people", ["", "Närvarande: Bo Ekdal, Lena Ahl\n"], ids=["no", "people"])
@pytest.mark.parametrize("told", _ONE_MEETING)
def test_days_in_the_minutes_of_one_meeting_begin_no_other(told: str, people: str) -> None:
    text = (
        f"Protokoll styrelsemöte 2026-03-04\n{people}\n1. Öppnande\n"
        f"Bo hälsade alla välkomna och öppnade mötet.\n\n2. Rapporter\n{_ONE_MEETING[told]}\n"
        "3. Avslutning\nBo avslutade mötet.\n"
    )
    said = recognise(read_document("a.txt", text.encode()))
    assert said.meetings == ()
    assert str(said.header.date) == "2026-03-04"
