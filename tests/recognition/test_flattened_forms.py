"""Front pages without line ends, on which labels stand first and then the values of all of them."""

import datetime as dt
from itertools import product

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Header

_HEAD = (
    "Sida 1/4 Plats och tid Rådhuset, Norrby, kl. 09.00 11.30 Beslutande Övriga deltagare "
    "Siri Alm Hjort (S), ordförande Nils Hed (C) Rut Lindh (M) Tove Karm, nämndsekreterare "
    "Ulf Bratt, skolchef Karin Gustavi, ekonomichef Olle Danell, stationschef i Norrby Siv Ek, "
    "verksamhetschef Rolf Modig, projektledare Ida Munter, handläggare"
)
_TEXT = (
    "Sida 3/4 2 Läget i skolan Beslut 1. Informationen noteras. Ulf Bratt berättade om läget och "
    "visade bilder. Sida 4/4 3 Taxor Beslut 1. Taxorna höjs. Ulf Bratt berättade om taxorna."
)
_NOTICE = (
    "Justeringen har tillkännagivits genom anslag Organ Sammanträdesdatum Anslag under tiden "
    "Förvaringsplats för protokollet Underskrift Skolrådet Rådhuset i Norrby, arkivet"
)
_BETWEEN = (" ", " 2026-04-09 kl. 18.30 ", " ______ ", " 2026-04-09 ")
_ORDERS = (
    ("Sekreterare Ordförande", "Tove Karm Siri Alm Hjort Rut Lindh"),
    ("Ordförande Sekreterare", "Siri Alm Hjort Tove Karm Rut Lindh"),
    ("Sekreterare Ordförande Justerande", "Tove Karm Siri Alm Hjort Rut Lindh"),
)


def _header(signed: str) -> Header:
    page = f"Sida 2/4 Utses att justera Rut Lindh Justerade paragrafer 1-3 {signed} ANSLAG/BEVIS"
    text = f"{_HEAD}\n{page} Protokollet är justerat. {_NOTICE}\n{_TEXT}\n"
    return recognise(read_document("x.txt", text.encode()), are_minutes=True).header


@pytest.mark.parametrize("order, between", list(product(_ORDERS, _BETWEEN)))
def test_the_names_stand_in_the_order_of_their_offices(
    order: tuple[str, str], between: str
) -> None:
    header = _header(between.join(order))
    assert (header.chair, header.secretary) == ("Siri Alm Hjort", "Tove Karm")
    assert header.adjusters == ("Rut Lindh",)
    assert (header.date, header.start) == (None, dt.time(9))


def test_an_office_without_a_name_of_its_own_has_none() -> None:
    header = _header("Sekreterare Ordförande Siri Alm Hjort")
    assert header.secretary == "Tove Karm"
