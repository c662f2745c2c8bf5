"""Whoever changes what a meeting is about, or when it is, is found in the log."""

import json
from dataclasses import replace
from datetime import date

from sqlmodel import col, select

from minutes.audit.tables import AuditEvent
from minutes.writing import agenda_service, service
from minutes.writing.tables import SittingVersion
from tests.writing.conftest import WHEN, World


def acts(world: World) -> list[str]:
    """What has been written down, the oldest first, all of it under the secretary's name."""
    events = world.session.exec(select(AuditEvent).order_by(col(AuditEvent.id))).all()
    assert {event.actor for event in events} == {f"person:{world.secretary.id}"}
    return [event.act for event in events]


def test_every_change_of_the_agenda_is_written_down(world: World) -> None:
    session, by = world.session, world.by
    sitting_id = service.begin(session, by, body_id=world.body_id, when=WHEN)
    agenda_service.prepare(session, by, sitting_id)
    agenda_service.add(session, by, sitting_id, "Grusvägen", "")
    point = next(
        row for row in agenda_service.points(session, sitting_id) if row.title == "Grusvägen"
    )
    assert point.id is not None
    seen = agenda_service.mark_of(point)
    agenda_service.change(session, by, sitting_id, point.id, "Stora grusvägen", "Anbud", seen)
    agenda_service.move(session, by, sitting_id, point.id, -1)
    reverse = [row.id or 0 for row in agenda_service.points(session, sitting_id)][::-1]
    agenda_service.order(session, by, sitting_id, reverse)
    agenda_service.remove(session, by, sitting_id, point.id)
    later = replace(WHEN, date=date(2026, 12, 9), place="Skolan")
    agenda_service.change_when(session, by, sitting_id, later)
    assert acts(world) == [
        "sitting.begun",
        "agenda.made",
        "agenda.added",
        "agenda.changed",
        "agenda.reordered",
        "agenda.reordered",
        "agenda.removed",
        "sitting.moved",
    ]


def test_the_event_says_which_point_and_what_it_was_called(world: World) -> None:
    session, by = world.session, world.by
    sitting_id = service.begin(session, by, body_id=world.body_id, when=WHEN)
    agenda_service.add(session, by, sitting_id, "Grusvägen", "")
    (point,) = agenda_service.points(session, sitting_id)
    seen = agenda_service.mark_of(point)
    agenda_service.change(session, by, sitting_id, point.id or 0, "Bron", "", seen)
    last = session.exec(select(AuditEvent).where(AuditEvent.act == "agenda.changed")).one()
    assert last.subject == f"sitting:{sitting_id}"
    assert json.loads(last.details) == {
        "body": world.body_id,
        "title": "Bron",
        "before": "Grusvägen",
    }


def test_what_changes_nothing_is_not_written_down(world: World) -> None:
    session, by = world.session, world.by
    sitting_id = service.begin(session, by, body_id=world.body_id, when=WHEN)
    agenda_service.prepare(session, by, sitting_id)
    before = acts(world)
    same = [row.id or 0 for row in agenda_service.points(session, sitting_id)]
    agenda_service.order(session, by, sitting_id, same)
    agenda_service.move(session, by, sitting_id, same[0], -1)
    agenda_service.carry_over(session, by, sitting_id)
    assert acts(world) == before


def test_an_earlier_version_that_comes_back_is_written_down(world: World) -> None:
    session, by = world.session, world.by
    sitting_id = world.begun("Grusvägen")
    service.save(session, by, sitting_id, "# Annat\n", 1)
    first = session.exec(select(SittingVersion).where(SittingVersion.number == 1)).one()
    service.restore(session, by, sitting_id, first.id or 0, 2)
    assert acts(world)[-1] == "sitting.restored"
