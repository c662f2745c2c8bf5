"""The tabs beside one's own action items: what one waits for, and what one's bodies are to do."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.follow_up import agenda_service, service
from minutes.follow_up.agenda_service import By
from minutes.follow_up.owners import Owner
from minutes.people.tables import Body, Person, Role
from minutes.review import service as review
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT, draft_of
from tests.statements import counted

NOTHING = "Du bevakar ingenting."
pytestmark = pytest.mark.usefixtures("meeting")


@pytest.fixture
def eva(build: Builder, body: Body) -> Person:
    person = build.person("Eva Dahl")
    build.mandate(person, body, Role.SECRETARY)
    return person


def hand_over(session: Session, by: Person, to: Person) -> None:
    service.hand_over(session, 1, to=[Owner(to.name, to.id)], by=by.id, at=AT)


class TestWhatOneWatches:
    def test_what_one_gave_away_is_there_until_it_is_done(
        self, session: Session, sign_in: Callable[..., Pages], karin: Person, olle: Person
    ) -> None:
        hand_over(session, karin, olle)
        pages = sign_in(karin)
        page = text_of(pages.open("/mina/bevakar"))
        assert "Skicka listan till rektorerna" in page
        assert NOTHING not in page
        assert NOTHING in text_of(sign_in(olle).open("/mina/bevakar"))
        service.mark_done(session, 1, by=olle.id or 0, at=AT)
        assert NOTHING in text_of(pages.open("/mina/bevakar"))

    def test_what_one_waits_for_and_has_asked_is_there_with_its_body(
        self,
        session: Session,
        body: Body,
        build: Builder,
        sign_in: Callable[..., Pages],
        eva: Person,
    ) -> None:
        one, other = body.id or 0, build.body("Utbildningsrådet").id or 0
        agenda_service.watch(session, By(eva.id, AT), body_id=one, what="Regionens budget")
        asked = agenda_service.refer(
            session, By(eva.id, AT), question="Vem bjuder in?", from_body=one, to_body=other
        )
        pages = sign_in(eva)
        page = text_of(pages.open("/mina/bevakar"))
        assert "Regionens budget" in page
        assert "Lärgruppen till Utbildningsrådet" in page
        page = pages.send(f"/hanskjutna/{asked.id}/aterta", {"nasta": "/mina/bevakar"})
        assert "Vem bjuder in?" not in text_of(page)

    def test_who_has_left_the_body_sees_nothing_of_it(
        self, session: Session, body: Body, build: Builder, sign_in: Callable[..., Pages]
    ) -> None:
        former = build.person()
        agenda_service.watch(session, By(former.id, AT), body_id=body.id or 0, what="Budgeten")
        assert NOTHING in text_of(sign_in(former).open("/mina/bevakar"))


class TestOnesBodies:
    def test_everybodys_action_items_are_there_with_their_owners(
        self, sign_in: Callable[..., Pages], karin: Person
    ) -> None:
        page = text_of(sign_in(karin).open("/mina/organ"))
        assert "Ta frågan om lokaler vidare" in page
        assert "Olle Berg" in page

    def test_a_reader_does_not_belong_to_the_body(
        self, build: Builder, body: Body, sign_in: Callable[..., Pages]
    ) -> None:
        reader = build.person()
        build.mandate(reader, body, Role.READER)
        page = text_of(sign_in(reader).open("/mina/organ"))
        assert "Du har inget uppdrag i något organ." in page

    def test_other_bodies_are_not_there(
        self, build: Builder, sign_in: Callable[..., Pages]
    ) -> None:
        person = build.person()
        build.mandate(person, build.body("Utbildningsrådet"), Role.CHAIR)
        page = text_of(sign_in(person).open("/mina/organ"))
        assert "Det finns inga öppna åtgärder." in page

    def test_many_take_as_many_statements_as_few(
        self, app: Flask, session: Session, body: Body, sign_in: Callable[..., Pages], karin: Person
    ) -> None:
        pages, numbers = sign_in(karin), []
        for name in ("b", "c"):
            draft = draft_of(session, body, name=f"{name}.md")
            review.register_draft(session, draft, by=None, at=AT)
            with counted(app.extensions["engine"]) as sent:
                pages.open("/mina/organ")
            numbers.append(len(sent))
        assert numbers[0] == numbers[1] <= 7


def test_what_waits_stands_by_itself(
    session: Session, sign_in: Callable[..., Pages], olle: Person
) -> None:
    service.wait(session, 2, by=olle.id or 0, at=AT)
    page = sign_in(olle).open("/mina")
    assert [each.strip() for each in page.xpath("//h2/text()")] == ["Väntar på något"]
    assert page.xpath("//nav[@class='tabs']//a[@aria-current]/text()") == ["Mina"]
