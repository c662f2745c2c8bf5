"""What a list shows, kept under a name."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from minutes.errors import NotFound, Refused
from minutes.people import saved_views
from minutes.people.tables import Person, Role
from tests.builders import Builder
from tests.pages import Pages, text_of


@pytest.fixture
def karin(build: Builder) -> Person:
    person = build.person("Karin Lind")
    build.mandate(person, build.body("Lärgruppen", slug="largruppen"), Role.MEMBER)
    return person


def saved(session: Session, person: Person) -> list[tuple[str, str]]:
    rows = session.execute(saved_views.saved_by(person.id, "moten"))
    return [(name, query) for _, name, query, _, _ in rows]


def test_a_choice_is_saved_found_again_and_removed(
    sign_in: Callable[..., Pages], karin: Person
) -> None:
    pages = sign_in(karin)
    query = "organ=largruppen&status=forsenade"
    form = {"lista": "atgarder", "urval": query, "namn": "  Försenat   hos oss "}
    page = pages.send("/urval", form)
    assert "Urvalet ”Försenat hos oss” är sparat." in text_of(page)
    links = page.xpath("//ul[@aria-label='Sparade urval']//a")
    assert [(a.text, a.get("href"), a.get("aria-current")) for a in links] == [
        ("Försenat hos oss", f"/atgarder?{query}", "page")
    ]
    assert "Försenat hos oss" not in text_of(pages.open("/moten"))
    assert "borttaget" in text_of(pages.send("/urval/1/ta-bort"))
    assert "Försenat hos oss" not in text_of(pages.open("/atgarder"))


def test_everybody_has_their_own(
    session: Session, build: Builder, sign_in: Callable[..., Pages], karin: Person
) -> None:
    view = saved_views.save(session, person_id=karin.id, page="moten", name="Mina", query="ar=2026")
    stranger = sign_in(build.person())
    assert stranger.post(f"/urval/{view.id}/ta-bort").status_code == 404
    assert saved(session, karin) == [("Mina", "ar=2026")]


def test_the_same_name_again_takes_the_place_of_the_first(session: Session, karin: Person) -> None:
    for year in ("2025", "2026"):
        saved_views.save(session, person_id=karin.id, page="moten", name="I år", query=f"ar={year}")
    assert saved(session, karin) == [("I år", "ar=2026")]


@pytest.mark.parametrize(
    "name,query,message",
    [
        ("", "ar=2026", "Ge urvalet ett namn"),
        ("x" * 81, "ar=2026", "för långt"),
        ("I år", "", "inget urval"),
        ("I år", "?sida=2&q=", "inget urval"),
        ("I år", f"q={'x' * 1000}", "för långt"),
    ],
)
def test_what_cannot_be_saved_is_refused(
    session: Session, karin: Person, name: str, query: str, message: str
) -> None:
    with pytest.raises(Refused, match=message):
        saved_views.save(session, person_id=karin.id, page="moten", name=name, query=query)


def test_only_lists_can_be_saved_and_not_too_many(session: Session, karin: Person) -> None:
    with pytest.raises(NotFound):
        saved_views.save(session, person_id=karin.id, page="/example.se", name="x", query="a=b")
    for number in range(saved_views.MOST):
        saved_views.save(session, person_id=karin.id, page="moten", name=str(number), query="a=b")
    with pytest.raises(Refused, match="Ta bort något först"):
        saved_views.save(session, person_id=karin.id, page="moten", name="till", query="a=b")


def test_html_in_a_name_is_text(sign_in: Callable[..., Pages], karin: Person) -> None:
    name = "<script>alert(1)</script>"
    page = sign_in(karin).send("/urval", {"lista": "moten", "urval": "ar=2026", "namn": name})
    assert name in text_of(page)
    assert not page.xpath("//main//script")
