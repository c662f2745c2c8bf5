"""A meeting that is prepared here is one of those to come, wherever these are shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlmodel import select

from minutes import clock
from minutes.follow_up.queries import Ahead
from minutes.follow_up.tables import ActionDue
from minutes.formatting import short_date
from minutes.people.tables import Role
from minutes.reminders import attached, bodies, calendars
from minutes.review import service as review
from minutes.writing import agenda_service, ahead, cancelling, service, summons_service
from minutes.writing.service import When
from minutes.writing.tables import Sitting
from tests.pages import Pages, text_of
from tests.writing.conftest import AT, DAY, WHEN, World

PagesOf = Callable[..., Pages]


def shown(world: World, *announced: Ahead, prepares: bool = True) -> list[Ahead]:
    return ahead.with_prepared(
        world.session,
        announced,
        readable=None,
        prepares=None if prepares else frozenset(),
        today=AT.date(),
        most=5,
    )


def summon(world: World) -> None:
    """Let a kallelse to the only meeting that is prepared have been sent."""
    sitting = world.session.exec(select(Sitting)).one()
    sitting.summoned_at = AT
    world.session.add(sitting)
    world.session.commit()


def prepared(world: World, when: When = WHEN) -> None:
    service.begin(world.session, world.by, body_id=world.body_id, when=when)


def test_it_stands_once_beside_what_the_minutes_announce_with_what_each_says(world: World) -> None:
    prepared(world, replace(WHEN, end=None))
    told = Ahead(DAY, time(17), time(21), "Skolan", world.body.name, world.body.slug, False)
    later = replace(told, date=date(2027, 1, 13), place=None)
    assert shown(world, told, later) == [
        replace(told, start=time(18), place="Bygdegården"),
        later,
    ]


def test_who_does_not_prepare_sees_it_when_the_body_has_been_summoned(world: World) -> None:
    prepared(world)
    assert shown(world, prepares=False) == []
    summon(world)
    assert [each.date for each in shown(world, prepares=False)] == [DAY]


def test_the_next_one_is_not_the_one_that_is_called_off(world: World) -> None:
    prepared(world)
    prepared(world, replace(WHEN, date=DAY + timedelta(days=7)))
    assert ahead.next_prepared(world.session, world.body_id, AT.date()) == DAY
    cancelling.cancel(world.session, world.by, world.body_id, DAY, "Snö", "m@example.se")
    assert ahead.next_prepared(world.session, world.body_id, AT.date()) == DAY + timedelta(days=7)
    assert [each.is_cancelled for each in shown(world)] == [True, False]


def test_a_calendar_has_what_the_body_was_summoned_to(world: World) -> None:
    prepared(world)
    asked = (world.session, world.body_id, "Styrelsen", AT.date())
    assert calendars.meetings(*asked) == []
    summon(world)
    assert [(each.day, each.place) for each in calendars.meetings(*asked)] == [(DAY, "Bygdegården")]


@pytest.mark.parametrize("path", ["/", "/organ/vagstyrelsen/nasta-mote"])
def test_the_secretary_sees_it_and_a_member_not_before_the_kallelse(
    world: World, pages_of: PagesOf, path: str
) -> None:
    day = clock.today() + timedelta(days=9)
    prepared(world, replace(WHEN, date=day))
    said = short_date(day, clock.today())  # the long one begins with it
    assert said in text_of(world.pages.open(path))
    assert said not in text_of(pages_of(Role.MEMBER, world.body).open(path))


def test_reminders_before_the_next_meeting_know_of_the_kallelse(world: World) -> None:
    today = AT.date()
    prepared(world)
    assert bodies.next_meetings(world.session, today) == {}
    summon(world)
    assert bodies.next_meetings(world.session, today) == {world.body_id: DAY}
    entry = attached.next_meetings(world.session, today)[world.body_id]
    assert (entry.day, entry.start, entry.place) == (DAY, time(18), "Bygdegården")
    assert bodies.next_meetings(world.session, DAY + timedelta(days=1)) == {}


PROMISED = """# Protokoll Vägstyrelsen 2026-11-04

Datum: 2026-11-04

## Närvarande

- Maja Almgren, ordförande
- Bo Ekdahl, ledamot

## § 1 Gruset

Bo Ekdahl får i uppdrag att räkna grushögarna till nästa möte.
"""


def test_what_is_due_by_the_next_meeting_follows_the_kallelse(world: World) -> None:
    session, body_id = world.session, world.body_id
    imported = review.import_file(
        session, "november.md", PROMISED.encode(), body=world.body, by=None, at=AT
    )
    session.commit()
    review.register_draft(session, imported.draft_id or 0, by=None, at=AT)

    def due() -> date | None:
        day = session.scalar(select(ActionDue.day))
        session.commit()
        return day

    assert due() is None
    sitting_id = service.begin(session, world.by, body_id=body_id, when=WHEN)
    agenda_service.prepare(session, world.by, sitting_id)
    assert due() is None  # nobody has been told of the day
    summons_service.send(session, world.by, sitting_id, "m@example.se")
    assert due() == DAY
    later = DAY + timedelta(days=7)
    agenda_service.change_when(session, world.by, sitting_id, replace(WHEN, date=later))
    assert due() == later
    cancelling.cancel(session, world.by, body_id, later, "Snö.", "m@example.se")
    assert due() is None
