"""What follows at once when minutes are registered, and goes when they are taken back."""

import datetime as dt
from collections.abc import Callable, Sequence

import pytest
from sqlmodel import Session, select

from minutes.errors import Refused
from minutes.follow_up import agenda_service, due_service, queries, service
from minutes.follow_up.agenda_service import By
from minutes.follow_up.due_rules import DueRule, Event
from minutes.follow_up.tables import WatchItem
from minutes.people.tables import Body, Person, Role
from minutes.register.tables import ActionItem
from minutes.review import judging
from minutes.review import queries as drafts
from minutes.review import service as review
from minutes.review.tables import DraftFinding, FindingKind
from tests.pages import Pages, text_of
from tests.review.drafts import AT, DEED
from tests.review.test_import import bring

NOTES = """\
# Protokoll från Lärgruppens möte 2026-04-13

**Närvarande:** Karin Lind, Olle Berg

## 1. Lokaler

Länsstyrelsen väntas fatta beslut om dispensen i juni.

Kommunen har beslutat om nya taxor.

Karin Lind tar fram ett förslag till nästa möte.
"""
TODAY = AT.date()


def draft(session: Session, body: Body, text: str = NOTES, name: str = "a.md") -> int:
    found = bring(session, text.encode(), name, body).draft_id
    assert found is not None
    return found


def watches(session: Session) -> Sequence[WatchItem]:
    session.expire_all()
    found = session.exec(select(WatchItem).order_by(WatchItem.what)).all()
    session.commit()
    return found


def of_decided(session: Session, draft_id: int) -> DraftFinding:
    found = [
        each
        for each in drafts.findings(session, draft_id)
        if each.kind is FindingKind.WATCH_ITEM and each.content["kind"] == "decided"
    ]
    return found[0]


@pytest.fixture
def draft_id(session: Session, body: Body, karin: Person, olle: Person) -> int:
    return draft(session, body)


@pytest.fixture
def meeting_id(session: Session, draft_id: int) -> int:
    return review.register_draft(session, draft_id, by=None, at=AT)


def test_a_decision_to_come_is_watched_with_its_day_and_line(
    session: Session, meeting_id: int, body: Body
) -> None:
    (found,) = watches(session)
    assert found.what == "Länsstyrelsen väntas fatta beslut om dispensen i juni."
    assert (found.body_id, found.meeting_id) == (body.id, meeting_id)
    assert (found.whose, found.check_day) == ("Länsstyrelsen", dt.date(2026, 6, 30))
    assert found.first_line == 7


def test_a_decision_already_made_elsewhere_is_watched_where_the_secretary_says_so(
    session: Session, draft_id: int
) -> None:
    judging.accept(session, draft_id, of_decided(session, draft_id).id or 0, DEED)
    review.register_draft(session, draft_id, by=None, at=AT)
    assert [each.whose for each in watches(session)] == ["Kommunen", "Länsstyrelsen"]


def test_it_goes_when_the_meeting_is_taken_back_and_comes_once_again(
    session: Session, meeting_id: int
) -> None:
    again = review.take_back(session, meeting_id, by=None, at=AT)
    assert not watches(session)
    review.register_draft(session, again, by=None, at=AT)
    assert len(watches(session)) == 1


def test_what_has_come_keeps_the_meeting_in_the_register(session: Session, meeting_id: int) -> None:
    (watch,) = watches(session)
    agenda_service.came(session, By(None, AT), watch.id or 0, on=TODAY)
    with pytest.raises(Refused, match="bevakningar"):
        review.take_back(session, meeting_id, by=None, at=AT)
    assert len(watches(session)) == 1


def test_what_a_due_day_hangs_on_keeps_the_meeting_in_the_register(
    session: Session, meeting: int, meeting_id: int, karin: Person
) -> None:
    (watch,) = watches(session)
    rule = DueRule(Event.WATCHED, subject=watch.id, days=14)
    service.give_more_time(session, 1, due=rule, by=karin.id, at=AT)
    with pytest.raises(Refused, match="bevakningar"):
        review.take_back(session, meeting_id, by=None, at=AT)


def test_what_was_watched_by_hand_stays(session: Session, meeting_id: int, body: Body) -> None:
    agenda_service.watch(session, By(None, AT), body_id=body.id or 0, what="Budgeten")
    review.take_back(session, meeting_id, by=None, at=AT)
    assert [each.what for each in watches(session)] == ["Budgeten"]


def test_the_page_of_the_body_shows_it_with_the_line_of_the_minutes(
    meeting_id: int, body: Body, pages_of: Callable[..., Pages]
) -> None:
    page = pages_of(Role.SECRETARY, body).open("/organ/largruppen/nasta-mote")
    assert "Länsstyrelsen väntas fatta beslut om dispensen i juni." in text_of(page)
    assert page.xpath(f"//a[@href='/moten/{meeting_id}/kalla#rad-7']")


def test_days_that_hang_on_meetings_are_there_at_once(
    session: Session, meeting_id: int, body: Body
) -> None:
    item = session.exec(select(ActionItem).where(ActionItem.meeting_id == meeting_id)).one()
    action_id = item.id or 0
    assert item.due_text == "till nästa möte"
    assert queries.action(session, action_id, TODAY).due is None
    session.commit()
    later = NOTES.replace("2026-04-13", "2026-05-18").replace("i juni", "i juli")
    review.register_draft(session, draft(session, body, later, "b.md"), by=None, at=AT)
    assert queries.action(session, action_id, TODAY).due == dt.date(2026, 5, 18)
    assert due_service.rearm(session) == 0
    session.commit()
