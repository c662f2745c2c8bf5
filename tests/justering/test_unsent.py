"""What a secretary still has to send for justering, and by when it is to be justerat."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlmodel import Session

from minutes.justering.tables import JusteringRules
from minutes.justering.unsent import unsent
from minutes.people.tables import Regime, Role
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import Meeting
from tests.justering.world import World
from tests.pages import Pages, text_of

HELD = dt.date(2026, 10, 14)  # the meeting of the world
TODAY = HELD + dt.timedelta(days=5)


@pytest.fixture
def world(world: World) -> World:
    """As elsewhere, but what is registered are minutes and no notes."""
    changed(world, kind=MinutesKind.PROTOKOLL)
    return world


def changed(world: World, **fields: object) -> Meeting:
    meeting = world.meeting
    for name, value in fields.items():
        setattr(meeting, name, value)
    world.session.add(meeting)
    world.session.commit()
    return meeting


def waiting(session: Session, on: dt.date = TODAY) -> list[dt.date]:
    rows = unsent(session, None, on)
    assert all(each.date < each.latest_day for each in rows)
    found = [each.latest_day for each in rows]
    session.commit()
    return found


def test_registered_minutes_wait_until_their_latest_day(session: Session, world: World) -> None:
    assert waiting(session) == [HELD + dt.timedelta(days=14)]


def test_the_body_says_how_many_days(session: Session, world: World) -> None:
    session.add(JusteringRules(body_id=world.body.id, days=30))
    session.commit()
    assert waiting(session) == [HELD + dt.timedelta(days=30)]


def test_an_association_has_three_weeks(session: Session, world: World) -> None:
    world.body.regime = Regime.ASSOCIATION
    session.add(world.body)
    session.commit()
    assert waiting(session) == [HELD + dt.timedelta(days=21)]


def test_a_body_in_which_nobody_signs_has_nothing_to_send(session: Session, world: World) -> None:
    rules = JusteringRules(body_id=world.body.id, by_chair=False, by_secretary=False, justerare=0)
    session.add(rules)
    session.commit()
    assert waiting(session) == []


def test_notes_are_not_asked_about(session: Session, world: World) -> None:
    changed(world, kind=MinutesKind.MINNESANTECKNINGAR)
    world.body.regime = Regime.KOMMUNALLAGEN
    session.add(world.body)
    session.commit()
    assert waiting(session) == []


def test_where_nothing_asks_for_justering_nothing_is_late(session: Session, world: World) -> None:
    changed(world, adjusters="")
    assert waiting(session) == []
    session.add(JusteringRules(body_id=world.body.id))
    session.commit()
    assert waiting(session) == [HELD + dt.timedelta(days=14)]


def test_old_years_are_not_asked_about(session: Session, world: World) -> None:
    assert waiting(session, HELD + dt.timedelta(days=60))
    assert waiting(session, HELD + dt.timedelta(days=61)) == []


def test_what_is_sent_waits_no_longer(session: Session, world: World) -> None:
    world.send()
    assert waiting(session) == []


@pytest.mark.parametrize("role,shown", [(Role.SECRETARY, True), (Role.CHAIR, False)])
def test_the_secretary_begins_with_it(
    world: World,
    pages_of: Callable[..., Pages],
    monkeypatch: pytest.MonkeyPatch,
    role: Role,
    shown: bool,
) -> None:
    monkeypatch.setattr("minutes.clock.today", lambda: TODAY)
    page = pages_of(role, world.body).open("/")
    assert ("Att skicka för justering" in text_of(page)) is shown
    assert bool(page.xpath(f"//a[@href='/moten/{world.meeting_id}/justering']")) is shown
