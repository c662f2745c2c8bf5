"""The calendar file in a mail, read again in the strict way of the library that wrote it."""

import datetime as dt
from collections.abc import Iterator

import icalendar
import pytest
from sqlmodel import Session

from minutes.people.tables import Person
from minutes.register.tables import AnnouncedMeeting
from minutes.reminders import bodies
from minutes.reminders.pace import Pace
from tests.mail.servers import Mailbox, Server
from tests.reminders.test_calendars import events
from tests.reminders.test_letters import send
from tests.reminders.world import DAY, TUESDAY, World, at


@pytest.fixture(autouse=True)
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in an event is told, and not passed over."""
    monkeypatch.setattr(icalendar.Event, "ignore_exceptions", False)


@pytest.fixture
def karin(world: World) -> Person:
    return world.member("Karin Lind")


def files(mailbox: Mailbox) -> Iterator[bytes]:
    """The calendars that came, each a part of its mail that programs know for one."""
    for mail in mailbox.mails:
        for part in mail.iter_attachments():
            assert part.get_content_type() == "text/calendar"
            assert part.get_filename() == "kalender.ics"
            assert part.get_param("method") == "PUBLISH"
            yield part.get_payload(decode=True)


def test_the_days_ahead_are_in_it_and_what_is_late_is_not(
    world: World, karin: Person, server: Server, mailbox: Mailbox
) -> None:
    world.action(karin, due=TUESDAY + 5 * DAY, text="Skicka listan")
    world.action(karin, due=TUESDAY - DAY, text="Ringa kommunen")
    world.decide()
    send(world, server)
    (content,) = files(mailbox)
    assert b"METHOD:PUBLISH" in content
    found = events(content)
    assert list(found) == ["Klart senast: Skicka listan"]
    event = found["Klart senast: Skicka listan"]
    assert (event.start, event.end) == (TUESDAY + 5 * DAY, TUESDAY + 6 * DAY)
    assert "kalender.ics" in str(mailbox.mails[0].get_body(("plain",)).get_content())
    html = mailbox.mails[0].get_body(("html",))
    assert html is not None  # the attachment stands beside the two texts, not in their place


def test_the_meeting_before_which_it_comes_is_in_it(
    world: World, karin: Person, server: Server, mailbox: Mailbox, session: Session
) -> None:
    world.action(karin, due=None, text="Ta fram ett förslag")
    session.add(
        AnnouncedMeeting(
            meeting_id=1, date=TUESDAY + 2 * DAY, start=dt.time(13, 30), place="Gröna salen"
        )
    )
    world.body.organisation = "Region Sjöland"
    bodies.set_pace(session, world.body.id or 0, Pace(meeting_days=2), by=1, at=at(TUESDAY))
    world.decide()
    send(world, server)
    (content,) = files(mailbox)
    (event,) = events(content).values()
    assert str(event["SUMMARY"]) == "Möte: Lärgruppen, Region Sjöland"
    assert event.start.astimezone(dt.UTC) == dt.datetime(2026, 12, 3, 12, 30, tzinfo=dt.UTC)
    assert str(event["LOCATION"]) == "Gröna salen"


def test_without_a_day_ahead_there_is_none(
    world: World, karin: Person, server: Server, mailbox: Mailbox
) -> None:
    world.action(karin, due=TUESDAY - DAY)
    world.decide()
    send(world, server)
    assert list(files(mailbox)) == []
    assert "kalender.ics" not in mailbox.mails[0].as_string()


def test_it_says_no_more_than_its_reader_may_know(
    world: World, server: Server, mailbox: Mailbox
) -> None:
    eva = world.build.person("Eva Ek")
    world.action(eva, due=TUESDAY, text="Skicka listan", quote="Hemliga ord om listan.")
    world.decide()
    send(world, server)
    (content,) = files(mailbox)
    assert list(events(content)) == ["Klart senast: Skicka listan"]
    assert "Hemliga" not in content.decode()


def test_the_same_action_item_is_the_same_entry_the_next_time(
    world: World, karin: Person, server: Server, mailbox: Mailbox
) -> None:
    world.action(karin, due=TUESDAY + 2 * DAY, text="Skicka listan")
    for day in (TUESDAY, TUESDAY + 2 * DAY):
        world.decide(day)
        send(world, server, day)
    first, second = (event for content in files(mailbox) for event in events(content).values())
    assert first["UID"] == second["UID"]
    assert first["DTSTAMP"].dt < second["DTSTAMP"].dt
