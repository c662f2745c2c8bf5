"""Meetings to come that are told in the title of a point, or alone below it."""

import datetime as dt

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise

_HEAD = "Protokoll styrelsemöte Byalaget Solbacken 2026-04-03\nNärvarande: Bo Ek, Lena Ahl\n"
_TEXT = "1. Ekonomi\nKassan är god.\n2. Städdag\nTorget sopas i maj.\n"
_END = "4. Avslutning\nMötet avslutades.\n"
_DAY, _NO_HOUR = dt.date(2026, 4, 21), None
_AT_13, _AT_18, _AT_19 = dt.time(13), dt.time(18), dt.time(19)


def _ahead(point: str) -> list[tuple[dt.date | None, dt.time | None]]:
    text = f"{_HEAD}{_TEXT}3. {point}\n{_END}"
    found = recognise(read_document("x.txt", text.encode()), are_minutes=True).meetings_ahead
    return [(meeting.date, meeting.start) for meeting in found]


@pytest.mark.parametrize(
    "point, start",
    [
        ("Årsmöte 21 april kl 13\nBokslutet gicks igenom.", _AT_13),
        ("Årsmöte den 21 april 2026, kl. 1300, Granby skola.\nBokslutet gicks igenom.", _AT_13),
        ("Vårmöte: tisdagen den 21 april\nBokslutet gicks igenom.", _NO_HOUR),
        ("Årsmötet – dag, mat, inbjudan\nTisdag 21 april kl.18-20\n- Bo berättar om ån", _AT_18),
        ("Årsmötet\n21 april, kl 18 i skolan", _AT_18),
        ("Höstmötet\n- Datum: 21 april kl 18", _AT_18),
        ("Nytt möte\n21 april kl 19.00 i ladan.", _AT_19),
        ("Nytt möte bestämt 21 april kl 19.00 i ladan.", _AT_19),
        ("Övrigt\nNytt möte bokat till 21 april kl 19.", _AT_19),
        ("Nästa möte tisdag 19.00 21-04-2026", _AT_19),
        ("Nästa möte\nKl. 19.00 den 21 april.", _AT_19),
        (
            "Nästa möte\nDagen sattes till 20 april kl 19, den ändrades senare till 21 april.",
            _AT_19,
        ),
        ("Nästa möte\nNästa möte var tänkt den 20 april men blir 21 april kl 19.", _AT_19),
    ],
)
def test_a_point_about_a_meeting_says_when_it_is(point: str, start: dt.time | None) -> None:
    assert _ahead(point) == [(_DAY, start)]


@pytest.mark.parametrize(
    "point",
    [
        "Årsmötet\nTisdag 21 april bakar Lena bullar.",
        "Årsmötet\n21 april: kallelsen går ut",
        "Årsmötet\nMotioner lämnas senast den 21 april.",
        "Årsmötet 2025\nDen 21 april röjs gränsen.",
        "Årsmöte den 3 mars 2026\nMötet gick bra.",
        "Årsmötesprotokoll 21 april\nDet lades till handlingarna.",
        "Föräldramöte 21 april\nBo berättar om tomten.",
        "Städdag 21 april kl 10\nAlla kommer.",
        "Möte med kommunen 21 april kl 10\nBo går dit.",
        "Nytt bygglov bestämt 21 april\nKommunen ger besked.",
    ],
)
def test_a_day_of_something_else_announces_no_meeting(point: str) -> None:
    assert _ahead(point) == []
