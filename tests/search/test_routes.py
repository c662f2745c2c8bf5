from collections.abc import Callable

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.people.tables import Body, Person, Role
from minutes.register.tables import Decision
from minutes.search.full_text import MOST_COUNTED
from minutes.search.language import Kind, wanted
from minutes.search.queries import Asker, found
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("meeting")


def hits(session: Session, karin: Person, typed: str) -> list[tuple[Kind, str]]:
    """What an administrator who is Karin finds."""
    assert karin.id is not None
    rows = found(session, Asker(karin.id, None, AT.date()), wanted(typed), 1).rows
    session.commit()
    return [(row.kind, row.text.partition("\n")[0]) for row in rows]


LIST = (Kind.ACTION, "Skicka listan till rektorerna")
ROOMS = (Kind.ACTION, "Ta frågan om lokaler vidare")
DISTANCE = (Kind.DECISION, "Mötena hålls på distans.")
PREVIOUS = (Kind.ITEM, "1 Föregående möte")


@pytest.mark.parametrize(
    "typed, expected",
    [
        ("listor", [PREVIOUS, LIST]),
        ("distansen", [DISTANCE]),
        ("LOKALERNA", [ROOMS]),
        ("lokaler rektorer", []),
        ("frågan -lokal", [(Kind.ITEM, "2 Övriga frågor")]),
        ('"om lokaler"', [ROOMS]),
        ('"lokaler om"', []),
        ("rekt*", [LIST]),
        ("rektorernas*", [LIST]),
        ("typ:beslut", [DISTANCE]),
        ("typ:åtgärd är:öppen", [LIST, ROOMS]),
        ("är:klar", []),
        ("ägare:karin", [LIST]),
        ("ägare:mig", [LIST]),
        ("ägare:nils", []),
        ("organ:lär typ:beslut", [DISTANCE]),
        ("organ:largruppen typ:beslut", [DISTANCE]),
        ("organ:styrelsen", []),
        ("år:2026 typ:beslut", [DISTANCE]),
        ("år:2025", []),
        ("år:2025-2027 typ:beslut", [DISTANCE]),
        ("organ:lär organ:styrelsen typ:beslut", [DISTANCE]),
        ("är:öppen är:klar", [LIST, ROOMS]),
        ('frågan -"om lokaler"', [(Kind.ITEM, "2 Övriga frågor")]),
        ("' OR 1=1 --", []),
        ("NEAR(listan AND", []),
        ("a:* & !b", []),
    ],
)
def test_what_is_typed_finds(
    session: Session, karin: Person, typed: str, expected: list[tuple[Kind, str]]
) -> None:
    assert hits(session, karin, typed) == expected


def test_late_is_what_is_open_after_its_day(session: Session, karin: Person) -> None:
    assert karin.id is not None
    late = Asker(karin.id, None, AT.date().replace(month=12))
    rows = found(session, late, wanted("är:försenad"), 1).rows
    assert [row.text.partition("\n")[0] for row in rows] == [LIST[1]]


def test_a_word_that_is_everywhere_is_counted_so_far_and_no_further(
    session: Session, sign_in: Callable[..., Pages], karin: Person, meeting: int
) -> None:
    session.add_all(
        Decision(meeting_id=meeting, position=each, quote="", text=f"Gran nummer {each}")
        for each in range(MOST_COUNTED + 60)
    )
    session.commit()
    pages = sign_in(karin)
    first = pages.open("/sok?q=granen")
    assert f"Fler än {MOST_COUNTED} träffar" in text_of(first)
    assert "Sida 1 av fler än 10" in text_of(first)
    last = pages.open("/sok?q=granen&sida=13")
    assert "310 träffar" in text_of(last)
    assert "Sida 13 av 13" in text_of(last)
    assert len(last.xpath("//li[@class='hit']")) == 10
    after = found(session, Asker(karin.id or 0, None, AT.date()), wanted("granen"), 14)
    assert (after.rows, after.total, after.is_more) == ([], 310, False)


def test_the_meetings_where_somebody_was_are_found(session: Session, karin: Person) -> None:
    assert hits(session, karin, "olle typ:möte") == [(Kind.MEETING, "Lärgruppen 14 oktober 2026")]
    assert hits(session, karin, "sara") == []  # sent apologies


def test_a_member_finds_and_sees_the_words_marked(
    sign_in: Callable[..., Pages], karin: Person
) -> None:
    page = sign_in(karin).open("/sok?q=lista")
    assert "2 träffar" in text_of(page)
    assert [mark.text for mark in page.xpath("//mark")] == ["Listan", "listan"]
    assert page.xpath("//ol//a/@href") == ["/moten/1#punkt-1", "/moten/1#atgard-1"]


def test_what_one_may_not_read_is_not_found(
    pages_of: Callable[[Role, Body], Pages], build: Builder
) -> None:
    pages = pages_of(Role.SECRETARY, build.body("Annan"))
    for typed in ("lista", "typ:beslut", "organ:lär", "ägare:karin"):
        assert "Inget hittades" in text_of(pages.open(f"/sok?q={typed}"))
    for typed in ("organ:lär", "ägare:kar"):
        assert "Lärgruppen" not in pages.get(f"/sok/forslag?q={typed}").text
        assert "Karin" not in pages.get(f"/sok/forslag?q={typed}").text


def test_the_search_goes_on_as_it_is_typed(sign_in: Callable[..., Pages], karin: Person) -> None:
    pages = sign_in(karin)
    assert "organ:Lärgruppen" in pages.get("/sok/forslag?q=distans organ:lä").text
    assert "ägare:&#34;Karin Lind&#34;" in pages.get("/sok/forslag?q=ägare:kar").text


def alternatives(pages: Pages, typed: str) -> list[str]:
    """What the page offers instead of a search that finds nothing."""
    page = pages.open(f"/sok?q={typed}")
    assert "Inget hittades" in text_of(page)
    return [link.text_content() for link in page.xpath("//div[@class='empty']//a")]


def test_what_looks_alike_is_offered_where_nothing_is_found(
    sign_in: Callable[..., Pages], karin: Person
) -> None:
    pages = sign_in(karin)
    assert alternatives(pages, "rektorrena") == ["rektorerna"]
    assert alternatives(pages, "ägare:karn är:öppen") == ['ägare:"Karin Lind" är:öppen']
    assert alternatives(pages, "lista organ:lagrupp") == ["lista organ:Lärgruppen"]
    assert alternatives(pages, "zzzyx") == []
    assert alternatives(pages, "organ:largruppen lista år:1999") == []


def test_what_one_may_not_read_is_not_offered(
    pages_of: Callable[[Role, Body], Pages], build: Builder
) -> None:
    pages = pages_of(Role.SECRETARY, build.body("Annan"))
    for typed in ("rektorrena", "ägare:karn", "organ:lärgrup"):
        assert alternatives(pages, typed) == []


def test_what_is_typed_wrong_is_said_on_the_page(
    sign_in: Callable[..., Pages], karin: Person
) -> None:
    page = sign_in(karin).open("/sok?q=färg:blå lista")
    assert "Filtret ”färg:” finns inte" in text_of(page)
    assert "2 träffar" in text_of(page)


@pytest.mark.parametrize("typed", ["%3Cscript%3E", "%25", "_", "x" * 10_000, "%1b%07", "%22" * 99])
def test_anything_may_be_typed(sign_in: Callable[..., Pages], karin: Person, typed: str) -> None:
    sign_in(karin).open(f"/sok?q={typed}&sida=9999")


def test_nobody_searches_without_signing_in(anonymous: Pages) -> None:
    assert anonymous.get("/sok?q=lista").status_code == 303
    assert anonymous.get("/sok/forslag?q=organ:l").status_code == 303


def test_a_search_asks_little_of_the_database(
    app: Flask, sign_in: Callable[..., Pages], karin: Person
) -> None:
    pages = sign_in(karin)
    with counted(app.extensions["engine"]) as statements:
        pages.open("/sok?q=lista typ:åtgärd år:2026")
    assert len(statements) == 2 + 1  # which they are, what they say; and one for access
    with counted(app.extensions["engine"]) as statements:
        pages.open("/sok?q=lista organ:lär")
    assert len(statements) == 3 + 1
