"""A body that is not known yet: made by one click, and given to its other drafts."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from minutes.people.tables import Body, Person, Role
from minutes.review import queries
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import draft_of, with_header

STATED = {"body": "Styrelsen", "organisation": "Ekens koloniförening"}


@pytest.fixture
def karin(build: Builder) -> Person:
    """A secretary, of another body."""
    karin = build.person("Karin Lind")
    build.mandate(karin, build.body("Lärgruppen"), Role.SECRETARY)
    return karin


@pytest.fixture
def pages(sign_in: Callable[..., Pages], karin: Person) -> Pages:
    return sign_in(karin)


def brought(session: Session, by: Person, name: str, **header: str | None) -> int:
    return draft_of(session, None, by=by.id, name=name, recognition=with_header(**header))


def body_of(session: Session, draft_id: int) -> Body | None:
    session.expire_all()
    body_id = queries.draft(session, draft_id).body_id
    return session.get(Body, body_id) if body_id else None


def test_it_is_made_by_one_click_as_the_minutes_name_it(
    session: Session, pages: Pages, karin: Person
) -> None:
    draft_id = brought(session, karin, "1.md", **STATED)
    page = pages.open(f"/granskning/{draft_id}")
    [form] = page.xpath("//form[.//button[normalize-space()='Lägg upp organet']]")
    fields = {each.get("name"): each.get("value") for each in form.xpath(".//input")}
    page = pages.send(form.get("action"), fields)
    made = body_of(session, draft_id)
    assert made is not None
    assert (made.name, made.organisation) == tuple(STATED.values())
    assert not page.xpath("//button[normalize-space()='Lägg upp organet']")
    assert page.xpath("//button[normalize-space()='Registrera']")


def test_the_same_name_and_organisation_in_other_drafts_gets_it_too(
    session: Session, pages: Pages, karin: Person, build: Builder
) -> None:
    first, second = (brought(session, karin, name, **STATED) for name in ("1.md", "2.md"))
    elsewhere = brought(session, karin, "3.md", body="Styrelsen", organisation="Kanotklubben")
    unsaid = brought(session, karin, "4.md", body="Styrelsen", organisation=None)
    others = brought(session, build.person("Olle Berg"), "5.md", **STATED)
    form = {"body": "nytt", "new_body": "Styrelsen", "new_organisation": "Ekens koloniförening"}
    page = pages.send(f"/granskning/{first}/mote", form)
    assert "Ett utkast till är av samma organ" in text_of(page)
    assert body_of(session, second) == body_of(session, first) is not None
    for each in (elsewhere, unsaid, others):
        assert body_of(session, each) is None


def test_without_an_organisation_others_are_not_taken_for_the_same(
    session: Session, pages: Pages, karin: Person
) -> None:
    said = {"body": "Styrelsen", "organisation": None}
    first, second = (brought(session, karin, name, **said) for name in ("1.md", "2.md"))
    page = pages.send(f"/granskning/{first}/mote", {"body": "nytt", "new_body": "Styrelsen"})
    assert "av samma organ" not in text_of(page)
    assert body_of(session, second) is None


def test_a_later_change_of_body_is_of_that_draft_alone(
    session: Session, pages: Pages, karin: Person, build: Builder
) -> None:
    first, second = (brought(session, karin, name, **STATED) for name in ("1.md", "2.md"))
    pages.send(f"/granskning/{first}/mote", {"body": "nytt", "new_body": "Styrelsen"})
    other = build.body("Valberedningen")
    build.mandate(karin, other, Role.SECRETARY)
    pages.send(f"/granskning/{first}/mote", {"body": str(other.id)})
    assert body_of(session, second) not in (None, other)


def test_one_that_exists_elsewhere_tells_whom_to_ask(
    session: Session, pages: Pages, karin: Person, build: Builder
) -> None:
    build.body("Styrelsen", "Ekens koloniförening")
    draft_id = brought(session, karin, "1.md", **STATED)
    form = {"body": "nytt", "new_body": "Styrelsen", "new_organisation": "Ekens koloniförening"}
    page = pages.send(f"/granskning/{draft_id}/mote", form, status=422)
    assert "be en administratör göra dig till dess sekreterare" in text_of(page)
