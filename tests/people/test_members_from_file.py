"""Members from a CSV file: what is shown before, and what is taken in."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from sqlmodel import Session, select

from minutes.errors import Refused
from minutes.people.member_file import MOST_ROWS, decoded, lines
from minutes.people.queries import seats
from minutes.people.tables import Body, Person, Role
from tests.builders import Builder
from tests.pages import Page, Pages, text_of

FILE = """\
Namn;E-post;Roll;Från;Till
Siv Alm;siv@example.se;ordförande;2026-01-01;2027-12-31
Bo Ek;;;;
"""


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen", slug="largruppen")


@pytest.fixture
def secretary(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.SECRETARY, body)


def show(pages: Pages, content: bytes, status: int = 200) -> Page:
    file = {"file": (BytesIO(content), "ledamöter.csv")}
    return pages.send("/organ/largruppen/ledamoter", file, status=status)


def taken_in(pages: Pages, page: Page) -> Page:
    text = str(page.xpath("string(//input[@name='text']/@value)"))
    return pages.send("/organ/largruppen/ledamoter/spara", {"text": text})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_what_spreadsheets_save_is_read(encoding: str, delimiter: str) -> None:
    content = FILE.replace(";", delimiter).replace("\n", "\r\n").encode(encoding)
    first, second = lines(decoded(content))
    assert (first.name, first.email, first.role) == ("Siv Alm", "siv@example.se", Role.CHAIR)
    assert (first.first_day, first.last_day) == (date(2026, 1, 1), date(2027, 12, 31))
    assert (second.name, second.email, second.role) == ("Bo Ek", None, Role.MEMBER)


@pytest.mark.parametrize(
    "text,message",
    [
        ("", "Filen är tom"),
        ("\n\n", "Filen är tom"),
        ("Namn;Roll\n", "inga ledamöter"),
        ("Förnamn;Telefon\nSiv;1\n", "Kolumnen Namn saknas.*”Förnamn”, ”Telefon”"),
        ("Siv Alm\nBo Ek\n", "Kolumnen Namn saknas"),
        ("Namn\n" + "Siv\n" * (MOST_ROWS + 1), "Högst 500"),
    ],
)
def test_a_file_with_other_columns_is_refused_with_what_is_wanted(text: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        lines(text)


@pytest.mark.parametrize(
    "row,fault",
    [
        (";siv@example.se;;;", "Namnet saknas"),
        ("x" * 201 + ";;;;", "för långt"),
        ("Siv;siv;;;", "”siv” är ingen e-postadress"),
        ("Siv;;kassör;;", "Rollen ”kassör” finns inte"),
        ("Siv;;;31/12;", "”31/12” är inget datum"),
        ("Siv;;;2026-02-01;2026-01-01", "slutar innan det börjar"),
    ],
)
def test_a_line_that_cannot_be_taken_says_why(row: str, fault: str) -> None:
    (line,) = lines(f"Namn;E-post;Roll;Från;Till\n{row}\n")
    assert fault in line.fault


def test_an_address_with_two_names_is_a_fault() -> None:
    text = "Namn;E-post\nSiv Alm;siv@example.se\nBo Ek;siv@example.se\nsiv alm;siv@example.se\n"
    assert [bool(line.fault) for line in lines(text)] == [False, True, False]


def test_nothing_is_stored_before_it_was_shown(
    session: Session, secretary: Pages, body: Body
) -> None:
    page = show(secretary, FILE.encode())
    assert "Ny person" in text_of(page)
    assert "Lägg in 2 ledamöter" in text_of(page)
    assert len(seats(session, body_id=body.id)) == 1  # the secretary
    session.commit()
    assert "2 ledamöter är inlagda." in text_of(taken_in(secretary, page))
    found = {(seat.person, seat.role) for seat in seats(session, body_id=body.id)}
    assert {("Siv Alm", Role.CHAIR), ("Bo Ek", Role.MEMBER)} <= found


def test_who_is_known_is_not_made_twice(
    session: Session, build: Builder, secretary: Pages, body: Body
) -> None:
    siv = build.person("Siv Alm", "siv@example.se")
    build.mandate(build.person("Bo Ek", None), body, Role.MEMBER)
    page = show(secretary, FILE.encode())
    assert "Känd person, får uppdraget" in text_of(page)
    assert "Har redan uppdraget" in text_of(page)
    taken_in(secretary, page)
    assert len(session.exec(select(Person).where(Person.name == "Siv Alm")).all()) == 1
    assert [seat.role for seat in seats(session, person_id=siv.id)] == [Role.CHAIR]


def test_a_namesake_with_another_address_is_another_person(
    session: Session, build: Builder, secretary: Pages
) -> None:
    build.person("Siv Alm", "siv.alm@example.org")
    taken_in(secretary, show(secretary, FILE.encode()))
    assert len(session.exec(select(Person).where(Person.name == "Siv Alm")).all()) == 2


def test_lines_with_faults_are_left_out(session: Session, secretary: Pages, body: Body) -> None:
    page = show(secretary, b"Namn;Roll\nSiv Alm;ledamot\nBo Ek;kung\n")
    assert "Kan inte läsas in" in text_of(page)
    assert "1 ledamot är inlagd." in text_of(taken_in(secretary, page))


def test_what_is_no_list_is_refused_in_swedish(secretary: Pages) -> None:
    assert "Välj en fil först." in text_of(
        secretary.send("/organ/largruppen/ledamoter", status=422)
    )
    for content in (b"PK\x03\x04\x00\x00", b"Namn\n" + b"x" * 200_000):
        assert "ingen CSV-fil" in text_of(show(secretary, content, status=422))
    assert "Kolumnen Namn saknas" in text_of(show(secretary, b"a;b\n1;2\n", status=422))


def test_html_in_a_file_is_text(secretary: Pages) -> None:
    page = show(secretary, b"Namn\n<script>alert(1)</script>\n")
    assert "<script>alert(1)</script>" in text_of(page)
    assert not page.xpath("//main//script")


def test_only_the_bodys_own_secretary_may(
    build: Builder, pages_of: Callable[..., Pages], body: Body
) -> None:
    pages_of(Role.CHAIR, body).open("/organ/largruppen/ledamoter", status=403)
    pages_of(Role.SECRETARY, build.body()).open("/organ/largruppen/ledamoter", status=404)
