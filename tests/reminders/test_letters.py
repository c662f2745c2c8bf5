"""A reminder is written when it is sent: only what is still so is in it."""

from datetime import date

import pytest
from sqlmodel import Session, select

from minutes.mail.sending import Outcome, Sender
from minutes.mail.transports import SmtpTransport, server_of
from minutes.people.tables import Mandate, Person, Role
from minutes.register.tables import ActionItem
from minutes.reminders import letters, service
from minutes.reminders.letters import ReminderComposer
from minutes.reminders.links import Links
from minutes.reminders.tables import Rhythm
from tests.mail.servers import Mailbox, Server
from tests.reminders.world import DAY, SENDER, TUESDAY, World, at

LINKS = Links("https://minutes.example.se", "a key for tests only")


@pytest.fixture
def karin(world: World) -> Person:
    return world.member("Karin Lind")


def send(world: World, server: Server, day: date = TUESDAY) -> Outcome:
    sender = Sender(
        name="a",
        address=SENDER,
        transport=SmtpTransport(server_of(server.url())),
        composers={service.KIND: ReminderComposer(LINKS, lambda: day)},
        now=lambda: at(day, 7),
    )
    return sender.send_due(world.session, at(day, 8))


def text_of(mailbox: Mailbox) -> str:
    (mail,) = mailbox.mails
    return str(mail.get_body(("plain",)).get_content())


def test_the_mail_arrives_with_everything_in_it(
    world: World, karin: Person, server: Server, mailbox: Mailbox
) -> None:
    world.action(karin, text="Skicka listan", quote="Karin skickar listan före jul.")
    world.decide()
    assert send(world, server) == Outcome(sent=1)
    text = text_of(mailbox)
    assert "”Karin skickar listan före jul.”" in text
    assert "Lärgruppen, 14 oktober 2026, Höstens utbildning, rad 12" in text
    assert "1 december 2026, i dag" in text
    assert "<https://minutes.example.se/paminnelser/" in mailbox.mails[0]["List-Unsubscribe"]
    assert world.outbox()[0].subject == "1 åtgärd till i dag: Skicka listan"


def test_what_was_closed_since_is_taken_out(
    world: World, karin: Person, server: Server, mailbox: Mailbox
) -> None:
    closed = world.action(karin, text="Ringa kommunen")
    world.action(karin, text="Skicka listan")
    world.decide()
    world.close(closed, by=karin)
    assert send(world, server) == Outcome(sent=1)
    assert "Ringa kommunen" not in text_of(mailbox)
    assert mailbox.mails[0]["Subject"] == "1 åtgärd till i dag: Skicka listan"


def withdrawn(world: World, server: Server, mailbox: Mailbox) -> str:
    assert send(world, server) == Outcome(not_needed=1)
    assert mailbox.mails == []
    return world.outbox()[0].reply


def test_where_all_is_closed_nothing_is_sent(
    world: World, karin: Person, server: Server, mailbox: Mailbox
) -> None:
    action = world.action(karin)
    world.decide()
    world.close(action, by=karin)
    assert withdrawn(world, server, mailbox) == letters.CLOSED


def test_where_the_meeting_was_taken_back_nothing_is_sent(
    world: World, karin: Person, server: Server, mailbox: Mailbox, session: Session
) -> None:
    world.action(karin)
    world.decide()
    session.delete(session.exec(select(ActionItem)).one())
    session.commit()
    assert withdrawn(world, server, mailbox) == letters.CLOSED


def test_a_chair_who_lost_the_right_to_read_since_gets_nothing(
    world: World, server: Server, mailbox: Mailbox, session: Session
) -> None:
    world.member("Olle Berg", Role.SECRETARY)
    world.action("Arbetsgruppen", due=None)
    world.decide()
    session.delete(session.exec(select(Mandate)).one())
    session.commit()
    assert withdrawn(world, server, mailbox) == letters.NO_LONGER


def test_what_got_more_time_since_is_not_asked_for(
    world: World, karin: Person, server: Server, mailbox: Mailbox, session: Session
) -> None:
    world.action(karin)
    world.decide()
    action = session.exec(select(ActionItem)).one()
    action.due = TUESDAY + 30 * DAY
    session.add(action)
    session.commit()
    assert withdrawn(world, server, mailbox) == letters.NO_LONGER


def test_who_chose_to_have_none_since_gets_none(
    world: World, karin: Person, server: Server, mailbox: Mailbox, session: Session
) -> None:
    world.action(karin)
    world.decide()
    assert karin.id is not None
    service.choose(session, karin.id, Rhythm.NONE, at=at(TUESDAY))
    assert withdrawn(world, server, mailbox) == letters.WANTS_NONE


def test_an_address_that_was_changed_since_is_not_written_to(
    world: World, karin: Person, server: Server, mailbox: Mailbox, session: Session
) -> None:
    world.action(karin)
    world.decide()
    karin.email = "ny@example.se"
    session.add(karin)
    session.commit()
    assert withdrawn(world, server, mailbox) == letters.MOVED


def test_the_link_to_the_line_is_for_who_can_sign_in(
    world: World, karin: Person, server: Server, mailbox: Mailbox
) -> None:
    world.action(karin)
    world.decide()
    send(world, server)
    assert "/kalla#rad-12" not in text_of(mailbox)
    mailbox.mails.clear()
    world.build.account(karin)
    world.decide(TUESDAY + DAY)
    send(world, server, TUESDAY + DAY)
    assert "https://minutes.example.se/moten/1/kalla#rad-12" in text_of(mailbox)


def test_the_secretary_is_told_what_has_no_owner_and_whose_name_stands_there(
    world: World, server: Server, mailbox: Mailbox
) -> None:
    world.member("Olle Berg", Role.SECRETARY)
    world.action("Arbetsgruppen", text="Ta fram ett förslag", due=None)
    world.decide()
    send(world, server)
    assert "UTAN MOTTAGARE" in text_of(mailbox)
    assert "Ansvarig: Arbetsgruppen" in text_of(mailbox)
