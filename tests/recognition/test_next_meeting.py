"""What the next meeting shares with this one, and the head that is not about the next."""

import datetime as dt

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
