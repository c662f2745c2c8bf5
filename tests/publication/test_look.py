"""What the look before publishing finds, and what it lets be."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.justering.canonical import canonical_text
from minutes.justering.minutes_text import Attendee, Clause, ClauseKind, Minutes, Paragraph
from minutes.publication.look import (
    Choice,
    Finding,
    Kind,
    is_needed,
    look,
    places_of,
    warning_of,
)
from minutes.publication.masking import MASK, public_twin
from minutes.publication.personal_data import personal_numbers
from minutes.recognition.findings import MinutesKind, Presence

INSIDE = ("Signe Almlöf", "Ture Holm", "Vera Ask")


def minutes(text: str = "", **changed: object) -> Minutes:
    made = Minutes(
        body="Lärgruppen",
        organisation="Region Sjöland",
        kind=MinutesKind.PROTOKOLL,
        title="Lärgruppen 6 mars 2026",
        date=dt.date(2026, 3, 6),
        chair="Signe Almlöf",
        secretary="Vera Ask",
        paragraphs=(Paragraph("§ 1", "Öppnande"), Paragraph("§ 2", "Lokaler", text=text)),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def found(text: str) -> list[tuple[Kind, str]]:
    return [(each.kind, each.words) for each in look(minutes(text), INSIDE)]


@pytest.mark.parametrize(
    "text,kind,words",
    [
        ("Ansökan från 640823-3234 avslogs.", Kind.PERSONAL_NUMBER, "640823-3234"),
        ("Ansökan (19640823-3234) avslogs.", Kind.PERSONAL_NUMBER, "19640823-3234"),
        ("Sökande: 196408233234", Kind.PERSONAL_NUMBER, "196408233234"),
        ("Sökande: 6408233234.", Kind.PERSONAL_NUMBER, "6408233234"),
        ("Sökande 640823+3234.", Kind.PERSONAL_NUMBER, "640823+3234"),
        ("Sökande 640823 - 3234.", Kind.PERSONAL_NUMBER, "640823 - 3234"),
        ("Sökande 640823-1111.", Kind.PERSONAL_NUMBER, "640823-1111"),  # a slip in it
        ("Sökande 701063-2391.", Kind.PERSONAL_NUMBER, "701063-2391"),  # samordningsnummer
        ("Sökande 640823-XXXX.", Kind.PERSONAL_NUMBER, "640823-XXXX"),
        ("Nås på 070-123 45 67.", Kind.PHONE, "070-123 45 67"),
        ("Nås på 0701234567 dagtid.", Kind.PHONE, "0701234567"),
        ("Ring +46 70 123 45 67.", Kind.PHONE, "+46 70 123 45 67"),
        ("Växeln har nummer 0455-30 30 00.", Kind.PHONE, "0455-30 30 00"),
        ("Telefon 08-12 34 56.", Kind.PHONE, "08-12 34 56"),
        ("Tel. 12 34 56 78 dagtid.", Kind.PHONE, "12 34 56 78"),
        ("Skriv till signe.almlof@example.se.", Kind.MAIL, "signe.almlof@example.se"),
        ("Hon bor på Storgatan 5 B.", Kind.ADDRESS, "Storgatan 5 B"),
        ("Hans hus, Norra Kvarnvägen 12, brann.", Kind.ADDRESS, "Norra Kvarnvägen 12"),
        ("Post: Björkstigen 3, 123 45 Sjövik.", Kind.ADDRESS, "Björkstigen 3, 123 45 Sjövik"),
        ("Signe är sjukskriven till maj.", Kind.HEALTH, "sjukskriven"),
        ("Han fick sin diagnos i våras.", Kind.HEALTH, "diagnos"),
        ("Ture Holm är medlem i Kommunal.", Kind.UNION, "medlem i Kommunal"),
        ("Hon är fackligt aktiv.", Kind.UNION, "fackligt aktiv"),
        ("Lisa Ekman ansöker om bidrag.", Kind.NAME, "Lisa Ekman"),
        ("Bidrag söks av Lisa\nEkman i år.", Kind.NAME, "Lisa Ekman"),
    ],
)
def test_what_is_somebodys_own_is_found(text: str, kind: Kind, words: str) -> None:
    assert (kind, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Beslutet 2022-09-15 gäller till 2023-01-31.",
        "Ärendet har diarienummer RS 2026-1234 och dnr 2026/00123-45.",
        "Föreningens organisationsnummer är 802456-1234.",
        "Fakturan på 1 234 567 kronor betalades till bankgiro 123-4567.",
        "Mötet pågick kl. 08.30–16.00 och 13.00-15.30.",
        "Läsåret 2025-2026 omfattar 178 dagar.",
        "Paragraferna 26–38 och 101-112 justerades.",
        "Vägen 3 km norrut stängs. Storgatan 5 km.",
        "Regionen ser över diagnosgrupperna. Cancer är en folksjukdom.",
        "Nämnden diskuterade sjukskrivningar och psykisk ohälsa.",
        "Facket har bjudits in till nästa möte. Föreningen är medlem i riksförbundet.",
        "Signe Almlöf och Ture Holms förslag antogs.",
        "Signe Almlöf   Ture Holm\tVera Ask",
        "Signe Almlöf Ture Holm Vera Ask",
        "Region Sjöland och Norra Förvaltningen svarar.",
    ],
)
def test_what_is_nobodys_is_let_be(text: str) -> None:
    assert found(text) == []


def only(text: str) -> Finding:
    (finding,) = look(minutes(text), INSIDE)
    return finding


def test_a_finding_says_where_it_stands_and_why() -> None:
    finding = only("Stugan hyrs ut.\nNyckeln lämnas av Lisa Ekman i maj.")
    (place,) = finding.places
    assert (place.where, place.line, place.paragraph) == ("§ 2 Lokaler", 2, 1)
    assert (place.before, place.words, place.after) == (
        "Nyckeln lämnas av ",
        "Lisa Ekman",
        " i maj.",
    )
    assert finding.reason == "Namn på någon som inte har något uppdrag i organet"


def test_numbers_and_addresses_are_proposed_to_be_masked_and_names_are_not_decided() -> None:
    assert only("Nås på 070-123 45 67.").proposal is Choice.MASK
    assert only("Lisa Ekman tackades.").proposal is None


def test_a_guest_in_the_attendance_list_needs_no_look() -> None:
    guest = Attendee(Presence.PRESENT, "Lisa Ekman", "föredragande")
    (finding,) = look(minutes("Lisa Ekman föredrog.", attendees=(guest,)), INSIDE)
    assert not is_needed(finding)
    assert [each.where for each in finding.places] == ["Närvaron", "§ 2 Lokaler"]


def test_the_same_words_are_one_finding_wherever_they_stand() -> None:
    clause = Clause(ClauseKind.ACTION, "Ringa 070-123 45 67", "Ture ringer 070-123 45 67.")
    (finding,) = look(
        minutes(paragraphs=(Paragraph("1", "Telefon 070-123 45 67", text="", clauses=(clause,)),)),
        INSIDE,
    )
    assert [each.where for each in finding.places] == ["1 Telefon 070-123 45 67, rubriken"] + [
        "1 Telefon 070-123 45 67, åtgärd"
    ] * 2


def test_a_given_name_by_itself_is_found_when_nobody_inside_bears_it() -> None:
    text = "Lisa Ekman hyr stugan. Lisa betalar i maj. Ekman städar."
    assert found(text) == [(Kind.NAME, each) for each in ("Lisa Ekman", "Lisa", "Ekman")]
    assert found("Signe Ekman hyr stugan. Signe betalar.") == [(Kind.NAME, "Signe Ekman")]


def test_where_a_body_meets_is_for_everybody_to_know() -> None:
    assert look(minutes(place="Bygdegården, Storgatan 5"), INSIDE) == []


def test_words_that_somebody_types_are_looked_for_everywhere() -> None:
    twice = minutes("Stugan i Lillvik hyrs ut.", title="Lillvik 6 mars 2026")
    assert [each.where for each in places_of(twice, "lillvik")] == ["Rubriken", "§ 2 Lokaler"]
    assert warning_of(twice, "lillvik") == ""


def test_words_that_are_not_masked_everywhere_are_warned_of() -> None:
    text = "Stugan i Lillvik hyrs ut. Lillviks vänner städar, och Lillvikarna tackar."
    said = minutes(text, title="Stugfrågan")
    for words in ("lillvik", "stugan", "stugorna", "stug"):
        twin = canonical_text(public_twin(said, [words]))
        assert bool(places_of(said, words)) is (MASK in twin)
    assert warning_of(said, "lillvik") == (
        "Maskeras inte i längre ord: ”Lillvikarna”. Skriv hela ordet."
    )
    assert warning_of(said, "stugorna") == "Står inte i texten. Är det rättstavat?"


@given(
    st.dates(dt.date(1920, 1, 1), dt.date(2020, 1, 1)),
    st.integers(0, 999),
    st.sampled_from(["", "-", "+", " - "]),
    st.booleans(),
    st.text(" abcåäö,.;()\n", max_size=20),
)
def test_every_personal_number_is_found(
    born: dt.date, number: int, sign: str, long: bool, around: str
) -> None:
    digits = f"{born:%y%m%d}{number:03}"
    total = sum(
        sum(map(int, str(int(digit) * (2 - place % 2)))) for place, digit in enumerate(digits)
    )
    last = f"{number:03}{-total % 10}"
    written = f"{born:%Y%m%d}{sign}{last}" if long else f"{digits[:6]}{sign}{last}"
    assert written in [each for each, _ in personal_numbers(f"{around} {written} {around}")]
