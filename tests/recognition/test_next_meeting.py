"""What the next meeting shares with this one, and the head that is not about the next."""

import datetime as dt

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Recognition


def recognised(*lines: str) -> Recognition:
    text = "\n\n".join(lines)
    return recognise(read_document("x.md", text.encode()), filename="x.md")


def test_the_same_place_is_where_this_meeting_was() -> None:
    found = recognised(
        "# Styrelsemöte 2026-11-12",
        "Plats: Lilla salen, Tingshuset",
        "Närvarande: Bo Ekdal, Karin Ström",
        "## 1. Nästa möte",
        "Nästa möte är den 3 december kl. 19, samma lokal.",
    )
    assert [each.place for each in found.meetings_ahead] == ["Lilla salen, Tingshuset"]


def test_a_day_of_the_head_is_no_meeting_to_come_though_another_is_taken() -> None:
    found = recognised(
        "# Protokoll",
        "Sammanträdesdatum: 2026-12-17",
        "Tid och plats: Biblioteket, torsdagen den 12 november 2026",
        "Närvarande: Bo Ekdal, Karin Ström",
        "## 1. Budget",
        "Styrelsen beslutar att köpa en gräsklippare.",
    )
    assert found.header.date == dt.date(2026, 11, 12)
    assert found.meetings_ahead == ()


def test_a_day_that_its_weekday_contradicts_yields_to_the_one_of_the_label() -> None:
    found = recognised(
        "# Protokoll",
        "Sammanträdesdatum: 2026-11-12",
        "Tid: kl. 9 torsdagen den 12 oktober 2026",
        "Närvarande: Bo Ekdal, Karin Ström",
        "## 1. Budget",
        "Styrelsen beslutar att köpa en gräsklippare.",
    )
    assert found.header.date == dt.date(2026, 11, 12)
    assert found.meetings_ahead == ()


def test_a_verdict_in_a_table_says_what_it_is_about() -> None:
    found = recognised(
        "# Protokoll 2026-11-12",
        "Närvarande: Bo Ekdal, Karin Ström",
        "## 1. Ärenden",
        "| Ärende | Beslut |\n|---|---|\n"
        "| Ny brygga | Bifalls. |\n| Bodarna | Att måla dem i vår. |",
    )
    assert [(each.text, each.quote) for each in found.decisions] == [
        ("Ny brygga: bifalls.", "Bifalls."),
        ("Att måla dem i vår.", "Att måla dem i vår."),
    ]


_ANNOUNCED = (
    "Nästa möte {day}{hour}.", "Nytt möte {day}{hour}.", "Vi ses {day}{hour} hos Karin!",
    "- Nästa möte {day}{hour}, båthuset", "## Nästa möte {day}{hour}\n\nMötet avslutades.",
)  # fmt: skip
_HOURS = {
    " 18,30": dt.time(18, 30), " 18-20": dt.time(18), " 18.30": dt.time(18, 30),
    " kl 18,30": dt.time(18, 30), ", kl. 18.30–20": dt.time(18, 30),
}  # fmt: skip


@pytest.mark.parametrize("announced", _ANNOUNCED)
@pytest.mark.parametrize("day", ["8/6", "den 8/6", "8 juni", "mån 8/6", "8/6-26", "2026-06-08"])
def test_the_hour_behind_the_day_needs_no_kl(announced: str, day: str) -> None:
    for hour, wanted in _HOURS.items():
        ahead = recognised(
            "# Protokoll 2026-04-13",
            "Närvarande: Bo Ekdal, Karin Ström",
            "## 1. Grinden",
            "Bo oljar grinden.",
            announced.format(day=day, hour=hour),
        ).meetings_ahead
        assert [each.date for each in ahead] == [dt.date(2026, 6, 8)]
        assert [each.start for each in ahead] == [wanted], hour


@pytest.mark.parametrize(
    "other",
    ["Vi ses den 8/6 och städar båthuset.", "Vi ses 8 juni för städdag.", "Vi sågs den 8/6."],
)
def test_to_meet_for_something_else_is_no_meeting(other: str) -> None:
    found = recognised(
        "# Protokoll 2026-04-13", "Närvarande: Bo Ekdal, Karin Ström", "## 1. Grinden", other
    )
    assert found.meetings_ahead == ()


def test_two_figures_behind_a_day_are_no_hours_where_people_are_counted() -> None:
    found = recognised(
        "# Protokoll 2026-04-13",
        "Närvarande: Bo Ekdal, Karin Ström",
        "## 1. Nästa möte",
        "Nästa möte är den 8 juni, 15-20 personer får plats.",
    )
    assert [each.start for each in found.meetings_ahead] == [None]
