"""When and where a meeting was held, in the forms and the places in which minutes write it."""

import datetime as dt
from itertools import product

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Recognition

_DAYS = (
    "2026-04-03",
    "fredagen den 3 april 2026",
    "3 april -26",
    "3 april 26",
    "3 april’26",
    "3–4 april 2026",
    "den 3 och 4 april 2026",
    "3-4/4 2026",
    "3:de april 2026",
    "april 3, 2026",
)
_WHERE_DAYS_STAND = (
    "Protokoll styrelsemöte {}\nByalaget Solbacken",
    "Protokoll styrelsemöte\nByalaget Solbacken\n{}",
    "Protokoll styrelsemöte\nTid: {} kl 18.30–20.00\nPlats: Byahuset",
    "Protokoll fört vid styrelsemöte i Byahuset {} kl. 18.30",
    "Protokoll styrelsemöte Byalaget Solbacken\nMötet hölls {} i Byahuset.",
)
_TEXT = "\nNärvarande: Bo Ek, Lena Ahl, Karin Ström\n\n1. Städdag\nTorget sopas i maj.\n"


def _read(head: str, filename: str = "x.txt") -> Recognition:
    return recognise(
        read_document(filename, f"{head}{_TEXT}".encode()), filename=filename, are_minutes=True
    )


@pytest.mark.parametrize("day, head", list(product(_DAYS, _WHERE_DAYS_STAND)))
def test_the_day_is_read_in_every_form(day: str, head: str) -> None:
    header = _read(head.format(day)).header
    assert header.date == dt.date(2026, 4, 3)
    if "18.30" in head:
        assert header.start == dt.time(18, 30)


def test_the_sentence_that_opens_dates_the_meeting() -> None:
    said = _read("Protokoll styrelsemöte\n\n1. Öppnande\nMötet öppnades den 3 april 2026 av Bo Ek.")
    assert (said.header.date, said.header.chair) == (dt.date(2026, 4, 3), "Bo Ek")


@pytest.mark.parametrize("filename", ["Protokoll 161126.txt", "261116 protokoll.txt"])
def test_a_day_first_in_the_file_name_is_no_other_day(filename: str) -> None:
    said = _read("Protokoll styrelsemöte den 16 november 2026", filename)
    assert said.header.date == dt.date(2026, 11, 16)
    assert "date-differs" not in [remark.code for remark in said.remarks]


@pytest.mark.parametrize(
    "head, place",
    [
        ("PLATS Byahuset", "Byahuset"),
        ("Folkets hus, lilla salen, kl. 18.30–20.00", "Folkets hus, lilla salen"),
        ("Mötet hölls i Skolans matsal den 3 april.", "Skolans matsal"),
        ("Skolans matsal 2026-04-03", "Skolans matsal"),
        ("3 april 2026 kl 18.30 hemma hos Rut", "hemma hos Rut"),
        ("Styrelsemöte 2026-04-03 kl. 18.30. Kommunhuset, rum 214", "Kommunhuset, rum 214"),
        ("Protokoll fört vid styrelsemöte på Café Linden 2026-04-03.", "Café Linden"),
        ("Årsmöte den 3 april 2026 på Storgatan 14, Hult.", "Storgatan 14, Hult"),
        ("Tid & plats: 3 april 2026, Zoom", "Zoom"),
        ("Hemma hos Rut Ahl", "Hemma hos Rut Ahl"),
        ("Byns årsmöte, 12 juli 2026. Bygdegården, Storvägen 13", "Bygdegården, Storvägen 13"),
        ("Mötet genomfördes digitalt via Teams", "Teams"),
        ("Kl 18.00, Bygdegården", "Bygdegården"),
        ("Styrelsemöte i Hults sportdykare 2026-04-03", None),
        ("Styrelsemöte Byalaget Solbacken 2026-04-03", None),
        ("Föräldraråd Björkskolan 3 april 2026", None),
        ("3 april hemma hos Rut Alm", "hemma hos Rut Alm"),
        ("Styrelsemöte hos familjen Alm 3/4 2026", "hos familjen Alm"),
        ("3 april 2026 kl 18 hos Rut på Västhagens kontor", "hos Rut på Västhagens kontor"),
        ("Hults kör, styrelsemöte 3 april 2026 på S:t Eriks gård.", "S:t Eriks gård"),
        ("Styrelsemöte 2026-04-03, Solbacken, matsalen", "Solbacken, matsalen"),
        ("Protokoll från klubbträff i Båtstugan ¾-26", "Båtstugan"),
        ("Protokoll, stormöte för gruppen Rädda ån, 3 april 2026, kl 18-21.", None),
        ("Styrelsemöte 3 april hos kommunen tas upp.", None),
        ("Styrelsemöte 3 april 2026\nNästa möte:\n4 maj 2026 kl 17 i matsalen", None),
    ],
)
def test_the_place_is_read_wherever_it_is_said(head: str, place: str | None) -> None:
    assert _read(f"Protokoll styrelsemöte\n{head}").header.place == place


@pytest.mark.parametrize("between", ["\n", " "])
def test_the_head_of_a_letter_says_nothing_of_the_meeting(between: str) -> None:
    letter = between.join(
        ("Från: Lena Ahl", "Skickat: den 4 april 2026 09:12", "Till: Bo Ek", "Ämne: Anteckningar")
    )
    header = _read(f"{letter}\n\nByarådet i Hult, 3 april 2026").header
    assert (header.date, header.start, header.place) == (dt.date(2026, 4, 3), None, None)


@pytest.mark.parametrize("head", ["Styrelsemöte {} 18,30", "Protokoll\nTid: {} 18,30"])
@pytest.mark.parametrize("day", ["12 mars 2026", "12/3 2026", "2026-03-12"])
def test_an_hour_with_a_comma_needs_no_kl_behind_the_day(head: str, day: str) -> None:
    found = _read(head.format(day)).header
    assert (found.date, found.start) == (dt.date(2026, 3, 12), dt.time(18, 30))


def test_an_amount_with_a_comma_is_no_hour() -> None:
    assert _read("Styrelsemöte 12 mars 2026 18,30 kr").header.start is None


@pytest.mark.parametrize(
    "stamp",
    [
        "2026-03-14, 11:53",
        "14/03/2026 12:54",
        "Skrivet av lena skrivet 14 mars, 2026, 16:24:56",
        "Startat av Lena, 14 mars 2026, 14.50",
    ],
)
def test_when_a_page_was_written_is_neither_day_nor_hour_of_the_meeting(stamp: str) -> None:
    found = _read(f"{stamp}\nByalaget Solbacken\nStyrelsemöte 12 mars 2026").header
    assert (found.date, found.start) == (dt.date(2026, 3, 12), None)


def test_a_round_hour_beside_the_day_is_that_of_the_meeting() -> None:
    found = _read("Byalaget Solbacken\nStyrelsemöte\n2026-03-12, 18:30").header
    assert (found.date, found.start) == (dt.date(2026, 3, 12), dt.time(18, 30))
