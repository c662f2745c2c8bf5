import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from sqlmodel import Session, select

from minutes.audit.tables import AuditEvent
from minutes.follow_up import action_list, queries, service
from minutes.follow_up.due_dates import Standing
from minutes.follow_up.tables import ActionEvent
from minutes.people.tables import Body, Person, Role
from minutes.register.choices import Reader
from minutes.register.tables import ActionItem
from minutes.review import service as review
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT, draft_of
from tests.statements import counted

# In the meeting: 1, "Skicka listan", Karin Lind, due 2026-11-01; 2, "Ta frågan", Olle Berg.


def is_done(session: Session, action_id: int) -> bool:
    session.expire_all()
    done = queries.action(session, action_id, AT.date()).is_done
    session.commit()  # even a reader holds the lock on SQLite
    return done


@pytest.mark.usefixtures("meeting")
class TestMarking:
    def test_an_owner_marks_the_action_as_done_and_opens_it_again(
        self, session: Session, sign_in: Callable[..., Pages], karin: Person
    ) -> None:
        pages = sign_in(karin)
        assert "markerad som klar" in text_of(pages.send("/atgarder/1/klar", {"nasta": "/mina"}))
        assert is_done(session, 1)
        pages.send("/atgarder/1/oppna")
        assert not is_done(session, 1)

    def test_another_member_may_not(
        self, session: Session, sign_in: Callable[..., Pages], olle: Person
    ) -> None:
        assert sign_in(olle).post("/atgarder/1/klar").status_code == 403
        assert not is_done(session, 1)

    @pytest.mark.parametrize("role", [Role.SECRETARY, Role.CHAIR])
    def test_secretary_and_chair_may(
        self, session: Session, pages_of: Callable[..., Pages], body: Body, role: Role
    ) -> None:
        pages_of(role, body).post("/atgarder/1/klar")
        assert is_done(session, 1)

    def test_to_a_stranger_it_does_not_exist(
        self, session: Session, build: Builder, pages_of: Callable[..., Pages]
    ) -> None:
        stranger = pages_of(Role.SECRETARY, build.body())
        assert stranger.post("/atgarder/1/klar").status_code == 404
        assert not is_done(session, 1)

    def test_marking_twice_is_one_event(self, session: Session, karin: Person) -> None:
        assert service.mark_done(session, 1, by=karin.id, at=AT)
        assert not service.mark_done(session, 1, by=karin.id, at=AT)
        assert len(session.exec(select(ActionEvent)).all()) == 1

    def test_marking_is_written_down(self, session: Session, karin: Person) -> None:
        service.mark_done(session, 1, by=karin.id, at=AT)
        event = session.exec(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
        assert (event.act, event.subject) == ("action.done", "action:1")

    def test_htmx_gets_the_row_as_it_stands(
        self, sign_in: Callable[..., Pages], karin: Person
    ) -> None:
        part = sign_in(karin).post("/atgarder/1/klar", headers={"HX-Request": "true"}).text
        assert "<html" not in part
        assert "Öppna igen" in part

    def test_it_leads_back_into_our_own_pages_only(
        self, sign_in: Callable[..., Pages], karin: Person
    ) -> None:
        response = sign_in(karin).post("/atgarder/1/klar", {"nasta": "https://example.com/"})
        assert response.location == "/"


def test_what_the_minutes_say_is_done_is_done_until_it_is_opened(
    session: Session, meeting: int, karin: Person
) -> None:
    action = session.get(ActionItem, 1)
    action.done_in_minutes = True
    session.add(action)
    session.commit()
    assert is_done(session, 1)
    service.reopen(session, 1, by=karin.id, at=AT)
    assert not is_done(session, 1)


@pytest.mark.usefixtures("meeting")
class TestMine:
    def test_only_ones_own_are_listed(self, sign_in: Callable[..., Pages], karin: Person) -> None:
        text = text_of(sign_in(karin).open("/mina"))
        assert "Skicka listan till rektorerna" in text
        assert "Ta frågan om lokaler vidare" not in text

    def test_each_leads_to_the_very_line(
        self, sign_in: Callable[..., Pages], karin: Person
    ) -> None:
        page = sign_in(karin).open("/mina")
        assert page.xpath("//a[@href='/moten/1/kalla#rad-8']")

    def test_without_a_date_they_come_under_their_own_heading(
        self, sign_in: Callable[..., Pages], olle: Person
    ) -> None:
        headings = sign_in(olle).open("/mina").xpath("//h2/text()")
        assert [each.strip() for each in headings] == ["Utan datum"]

    def test_what_was_done_lately_is_still_seen(
        self, sign_in: Callable[..., Pages], karin: Person
    ) -> None:
        pages = sign_in(karin)
        page = pages.send("/atgarder/1/klar", {"nasta": "/mina"})
        assert "Klara de senaste två veckorna" in text_of(page)

    def test_who_has_none_is_told_so(self, build: Builder, sign_in: Callable[..., Pages]) -> None:
        text = text_of(sign_in(build.person()).open("/mina"))
        assert "Du har inga öppna åtgärder." in text


@pytest.mark.usefixtures("meeting")
def test_late_is_after_the_day_and_only_while_open(session: Session, karin: Person) -> None:
    late = action_list.Filter(standing=Standing.LATE)

    def count(day: dt.date) -> int:
        return action_list.actions(
            session, Reader(karin.id, None, "atgarder"), late, day
        ).choices.total

    assert (count(dt.date(2026, 11, 1)), count(dt.date(2026, 11, 2))) == (0, 1)
    assert queries.late_by_body(session, None, dt.date(2026, 11, 2)) == [
        ("largruppen", "Lärgruppen", 1)
    ]
    service.mark_done(session, 1, by=karin.id, at=AT)
    assert count(dt.date(2026, 11, 2)) == 0


@pytest.mark.usefixtures("meeting")
@pytest.mark.parametrize("path", ["/mina", "/"])
def test_the_lists_take_as_many_statements_for_few_as_for_many(
    app: Flask, session: Session, body: Body, pages_of: Callable[..., Pages], path: str
) -> None:
    pages = pages_of(Role.SECRETARY, body)
    with counted(app.extensions["engine"]) as for_few:
        pages.open(path)
    for number in range(5):
        draft_id = draft_of(session, body, name=f"{number}.md")
        review.register_draft(session, draft_id, by=None, at=AT)
    with counted(app.extensions["engine"]) as for_many:
        pages.open(path)
    assert len(for_few) == len(for_many)


@pytest.mark.usefixtures("meeting")
def test_a_secretary_sees_what_waits(
    session: Session, body: Body, pages_of: Callable[..., Pages]
) -> None:
    draft_of(session, body, name="nytt.md")
    text = text_of(pages_of(Role.SECRETARY, body).open("/"))
    assert "Att granska 1" in text
    assert "Släpp protokoll här" in text
    assert "Visa alla" not in text


def test_many_drafts_do_not_push_away_the_rest_of_the_overview(
    session: Session, body: Body, pages_of: Callable[..., Pages]
) -> None:
    for number in range(6):
        draft_of(session, body, name=f"{number}.md")
    page = pages_of(Role.SECRETARY, body).open("/")
    assert len(page.xpath("//section[@aria-labelledby='granska']//tbody/tr")) == 5
    assert page.xpath("//a[@href='/granskning'][.='Visa alla 6']")


@pytest.mark.usefixtures("meeting")
def test_a_members_overview_is_their_own_actions(
    sign_in: Callable[..., Pages], karin: Person
) -> None:
    assert "Mina åtgärder" in text_of(sign_in(karin).open("/"))


@pytest.mark.usefixtures("meeting")
def test_a_coming_meeting_is_shown_until_its_day_has_passed(session: Session) -> None:
    def days(today: dt.date) -> list[dt.date]:
        return [each.date for each in queries.meetings_ahead(session, None, today, 5)]

    assert days(dt.date(2026, 12, 9)) == [dt.date(2026, 12, 9)]
    assert days(dt.date(2026, 12, 10)) == []
