import datetime as dt

import pytest
from sqlmodel import Session, select

from minutes.follow_up import agenda_service, open_actions, queries, service
from minutes.follow_up.agenda_service import By
from minutes.follow_up.due_rules import DueRule, Event
from minutes.follow_up.due_service import rearm
from minutes.follow_up.tables import ActionDue
from minutes.people.tables import Body, Person
from minutes.register.tables import ActionItem, AnnouncedMeeting
from minutes.review import service as review
from tests.review.drafts import AT, draft_of, with_header
from tests.statements import counted

TODAY = AT.date()
ANNOUNCED = dt.date(2026, 12, 9)
WEEK = dt.timedelta(days=7)


def due(session: Session, action_id: int = 1) -> dt.date | None:
    rearm(session)
    session.commit()
    day = queries.action(session, action_id, TODAY).due
    session.commit()
    return day


def say(session: Session, words: str, day: dt.date | None = None) -> None:
    """Let the minutes say when action item 1 is due."""
    action = session.get_one(ActionItem, 1)
    action.due, action.due_text = day, words
    session.add(action)
    session.commit()


pytestmark = pytest.mark.usefixtures("meeting")


def test_the_next_meeting_is_the_one_that_the_minutes_announce(session: Session) -> None:
    say(session, "till nästa möte")
    assert due(session) == ANNOUNCED


def test_when_the_meeting_moves_the_day_moves(session: Session, body: Body) -> None:
    say(session, "en vecka innan mötet den 9 december", ANNOUNCED - WEEK)
    assert due(session) == ANNOUNCED - WEEK
    later = with_header(date=dt.date(2026, 11, 11))
    second = review.register_draft(
        session, draft_of(session, body, recognition=later, name="2.md"), by=None, at=AT
    )
    announced = session.exec(
        select(AnnouncedMeeting).where(AnnouncedMeeting.meeting_id == second)
    ).one()
    announced.date = ANNOUNCED + WEEK
    session.add(announced)
    session.commit()
    assert due(session) == ANNOUNCED


def test_a_meeting_that_nobody_announces_is_not_the_one_where_it_was_promised(
    session: Session,
) -> None:
    held = dt.date(2026, 10, 14)
    session.delete(session.exec(select(AnnouncedMeeting)).one())
    say(session, "till mötet den 11 november", held + 4 * WEEK)
    assert due(session) == held + 4 * WEEK


def test_a_plain_day_stays(session: Session) -> None:
    assert due(session) == dt.date(2026, 11, 1)
    assert not session.exec(select(ActionDue)).all()
    session.commit()


def test_a_day_that_a_person_gives_is_followed_no_more(session: Session, karin: Person) -> None:
    say(session, "till nästa möte")
    rearm(session)
    service.give_more_time(session, 1, due=dt.date(2027, 1, 15), by=karin.id, at=AT)
    assert due(session) == dt.date(2027, 1, 15)


def test_an_event_without_a_day_is_no_day(session: Session, karin: Person, body: Body) -> None:
    by = By(karin.id, AT)
    watch = agenda_service.watch(session, by, body_id=body.id or 0, what="Beslut om lokaler")
    rule = DueRule(Event.WATCHED, subject=watch.id, days=14)
    service.give_more_time(session, 1, due=rule, by=karin.id, at=AT)
    assert due(session) is None
    agenda_service.came(session, by, watch.id or 0, on=TODAY)
    assert queries.action(session, 1, TODAY).due == TODAY + 2 * WEEK
    session.commit()


def test_after_another_action_it_is_due_when_that_is_done(
    session: Session, karin: Person, olle: Person
) -> None:
    rule = DueRule(Event.ACTION, subject=2, days=7)
    service.give_more_time(session, 1, due=rule, by=karin.id, at=AT)
    assert queries.action(session, 1, TODAY).due is None
    session.commit()
    service.mark_done(session, 2, by=olle.id, at=AT)
    assert queries.action(session, 1, TODAY).due == TODAY + WEEK
    session.commit()
    service.reopen(session, 2, by=olle.id, at=AT)
    assert queries.action(session, 1, TODAY).due is None


def test_meetings_with_days_to_come_can_still_be_taken_back(session: Session, meeting: int) -> None:
    say(session, "till nästa möte")
    due(session)
    review.take_back(session, meeting, by=None, at=AT)
    assert not session.exec(select(ActionDue)).all()


def test_setting_the_days_again_changes_nothing_that_stands(session: Session) -> None:
    say(session, "till nästa möte")
    assert rearm(session) == 1
    assert rearm(session) == 0


def test_the_days_are_set_with_as_many_statements_for_few_as_for_many(
    session: Session, body: Body
) -> None:
    numbers = []
    for number in range(2):
        for each in range(3):
            name = f"{number}-{each}.md"
            review.register_draft(session, draft_of(session, body, name=name), by=None, at=AT)
        with counted(session.get_bind()) as sent:  # type: ignore[arg-type]
            rearm(session)
        session.commit()
        numbers.append(len(sent))
    assert numbers[0] == numbers[1] <= 6


def test_vague_words_are_shown_with_a_day_to_look_in(session: Session, body: Body) -> None:
    say(session, "under hösten")
    found = open_actions.open_without_day(session, body.id or 0, TODAY)
    assert [row.id for row in found] == [1]
