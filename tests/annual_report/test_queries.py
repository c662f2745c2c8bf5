"""What the register and justering say of a year."""

import datetime as dt

import pytest
from sqlmodel import Session

from minutes.annual_report.queries import record
from minutes.justering import service
from minutes.justering.starting import Sending
from tests.builders import Builder
from tests.justering.world import LATEST, World


@pytest.mark.parametrize(
    "asked, by", [(LATEST + dt.timedelta(days=60), LATEST), (LATEST - dt.timedelta(days=5),) * 2]
)
def test_a_day_later_than_the_rules_makes_no_justering_in_time(
    session: Session, build: Builder, asked: dt.date, by: dt.date
) -> None:
    world = World(session, build)
    sending = Sending(world.signatories("olle"), asked, False, world.seen)
    service.send(session, world.meeting_id, sending, world.by("karin"))
    (told,) = record(session, (world.body.id or 0,), 2026).meetings
    assert told.latest == by
