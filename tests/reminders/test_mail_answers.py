"""Replies to reminders, as they come out of the mailbox: what they do, and that it is once."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from sqlmodel import Session, select

from minutes import clock, scheduler
from minutes.follow_up import service as follow_up
from minutes.follow_up.tables import ActionEvent, ActionEventKind, Via
from minutes.mail.tables import OutboxMessage
from minutes.people.tables import Person
from minutes.register.tables import ActionItem, ActionOwner
from minutes.reminders import answering, jobs
from minutes.reminders.answering import Outcome
from minutes.reminders.in_mails import InMail, of_messages
from minutes.reminders.incoming import read_reply
from minutes.reminders.tables import MailAnswer
from minutes.settings import Settings
from tests.reminders.world import DAY, SENDER, TUESDAY, World, at

DONE, COMMENTED = ActionEventKind.DONE, ActionEventKind.COMMENTED


@pytest.fixture
def karin(world: World) -> Person:
    return world.member("Karin Lind", email="karin@example.se")


@pytest.fixture
def send(world: World) -> Callable[..., Outcome]:
    """Let a reply to the first mail in the outbox be read."""

    def sent(text: str, **options: str) -> Outcome:
        content = reply(world.outbox()[0], text, **options)
        return answering.answer(
            world.session, read_reply(content), at=at(TUESDAY, 12), sender=SENDER
        )

    return sent


def reply(
    message: OutboxMessage, text: str, sender: str = "karin@example.se", id_: str = "<1@x.se>"
) -> bytes:
    mail = EmailMessage()
    mail["From"] = f"Någon <{sender}>"
    mail["Message-ID"] = id_
    mail["In-Reply-To"] = message.message_id
    mail.set_content(text)
    return mail.as_bytes()


def events(world: World) -> list[tuple[int, ActionEventKind, str]]:
    world.session.expire_all()
    found = list(world.session.exec(select(ActionEvent).order_by(ActionEvent.id)))
    world.session.commit()
    assert all(event.via is Via.MAIL for event in found)
    return [(event.action_item_id, event.kind, event.note) for event in found]


def in_mail(world: World) -> list[InMail]:
    """What the first mail is about."""
    id_ = world.outbox()[0].id or 0
    found = of_messages(world.session, [id_])[id_]
    world.session.commit()
    return found


def refusals(world: World) -> list[str]:
    found = list(world.session.exec(select(MailAnswer.refusal)))
    world.session.commit()
    return found


Send = Callable[..., Outcome]


def test_klart_closes_and_other_words_become_a_comment(
    world: World, karin: Person, send: Send
) -> None:
    action = world.action(karin)
    world.decide()
    assert send("Inte klart än.", id_="<1@x.se>") is Outcome.COMMENTED
    assert send("Hej!\n\nKlart. Listan är skickad.", id_="<2@x.se>") is Outcome.CLOSED
    assert events(world) == [
        (action, COMMENTED, "Inte klart än."),
        (action, DONE, "Klart. Listan är skickad."),
    ]


def test_an_answer_read_twice_acts_once(world: World, karin: Person, send: Send) -> None:
    world.action(karin)
    world.decide()
    for words in ("Jag ringer i morgon.", "Klart"):
        id_ = f"<{len(words)}@x.se>"
        assert send(words, id_=id_) in (Outcome.COMMENTED, Outcome.CLOSED)
        assert send(words, id_=id_) is Outcome.BEFORE
    assert len(events(world)) == 2
    assert len(world.outbox()) == 1


def test_who_did_not_have_the_mail_changes_nothing(world: World, karin: Person, send: Send) -> None:
    world.action(karin)
    world.member("Olle Berg", email="olle@example.se")
    world.decide()
    assert send("Klart", sender="olle@example.se") is Outcome.UNKNOWN
    assert send("Klart", sender="okand@example.org") is Outcome.UNKNOWN
    karin.email = "ny@example.se"
    world.session.add(karin)
    world.session.commit()
    assert send("Klart") is Outcome.UNKNOWN
    assert (events(world), refusals(world)) == ([], [])


def test_of_several_action_items_those_that_are_named_are_closed(
    world: World, karin: Person, send: Send
) -> None:
    later = world.action(karin, text="Boka lokal")
    late, asked = (world.action(karin, due=TUESDAY - DAY, text=each) for each in ("Ringa", "Fråga"))
    world.decide()
    numbers = {row.action_id: row.number for row in in_mail(world)}
    assert numbers == {late: 1, asked: 2, later: 3}  # in the order of the mail
    assert send("1 klar\n2: väntar på svar", id_="<1@x.se>") is Outcome.CLOSED
    assert send("3 pågår", id_="<2@x.se>") is Outcome.COMMENTED
    assert send("Lokalen är bokad", id_="<3@x.se>") is Outcome.CLOSED
    assert events(world) == [
        (late, DONE, ""),
        (asked, COMMENTED, "väntar på svar"),
        (later, ActionEventKind.STARTED, ""),
        (later, DONE, "Lokalen är bokad"),
    ]
    assert len(world.outbox()) == 1  # nobody is told of what was understood


def test_what_names_none_of_several_becomes_a_comment_to_each_and_is_told(
    world: World, karin: Person, send: Send
) -> None:
    first, second = world.action(karin), world.action(karin)
    world.decide()
    assert send("Klart", id_="<1@x.se>") is Outcome.UNCLEAR
    assert send("Klart", id_="<1@x.se>") is Outcome.BEFORE
    assert events(world) == [(first, COMMENTED, "Klart"), (second, COMMENTED, "Klart")]
    assert refusals(world) == [answering.UNCLEAR]
    assert send("Allt är klart", id_="<3@x.se>") is Outcome.CLOSED
    assert events(world)[2:] == [(first, DONE, ""), (second, DONE, "")]


def test_of_very_many_none_gets_an_unclear_comment(world: World, karin: Person, send: Send) -> None:
    for _ in range(answering.MOST_COMMENTED + 1):
        world.action(karin)
    world.decide()
    assert send("Jag ringer.") is Outcome.REFUSED
    assert events(world) == []


def test_a_doubtful_klart_is_kept_and_told(world: World, karin: Person, send: Send) -> None:
    action = world.action(karin)
    world.decide()
    assert send("Nästan klart", id_="<1@x.se>") is Outcome.UNCLEAR
    assert send("Jag ringer i morgon.", id_="<2@x.se>") is Outcome.COMMENTED
    assert events(world) == [
        (action, COMMENTED, "Nästan klart"),
        (action, COMMENTED, "Jag ringer i morgon."),
    ]
    assert refusals(world) == [answering.HEDGED, ""]


def test_numbers_stay_those_of_the_mail_when_an_action_item_is_gone(
    world: World, karin: Person, send: Send, session: Session
) -> None:
    first, second, third = (world.action(karin) for _ in range(3))
    world.decide()
    session.delete(session.get_one(ActionItem, first))
    session.commit()
    assert send("2 klar") is Outcome.CLOSED
    assert events(world) == [(second, DONE, "")]
    assert send("1 klar", id_="<2@x.se>") is Outcome.UNCLEAR  # it names nothing any more
    assert events(world)[1:] == [(third, COMMENTED, "1 klar")]


def test_several_acts_are_one(
    world: World, karin: Person, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that dies in the middle has done nothing, and the reply is read again."""
    first, second = world.action(karin), world.action(karin)
    world.decide()
    with monkeypatch.context() as dying:
        dying.setattr(follow_up, "rearm", lambda *_, about: 1 // (second - about))
        with pytest.raises(ZeroDivisionError):
            send("1 klar, 2 klar")
    world.session.rollback()
    assert events(world) == []
    assert send("1 klar, 2 klar") is Outcome.CLOSED
    assert events(world) == [(first, DONE, ""), (second, DONE, "")]


def test_an_answer_ends_with_the_action_item_and_with_the_duty(
    world: World, karin: Person, send: Send, session: Session
) -> None:
    action = world.action(karin)
    world.decide()
    world.session.add(karin)
    follow_up.mark_done(session, action, by=karin.id, at=at(TUESDAY, 8), via=Via.MAIL)
    assert send("Klart", id_="<1@x.se>") is Outcome.REFUSED
    follow_up.reopen(session, action, by=karin.id, at=at(TUESDAY, 9), via=Via.MAIL)
    assert send("Klart", id_="<2@x.se>") is Outcome.REFUSED
    owner = session.exec(select(ActionOwner)).one()
    session.delete(owner)
    session.commit()
    assert send("Hej då, allt gick bra.", id_="<3@x.se>") is Outcome.REFUSED
    assert len(events(world)) == 2


@pytest.mark.parametrize("text", ["", "> Klart senast 1 december\n", "x" * 4001])
def test_what_says_nothing_or_too_much_is_answered(
    world: World, karin: Person, send: Send, text: str
) -> None:
    world.action(karin)
    world.decide()
    assert send(text) is Outcome.REFUSED
    assert events(world) == []


def test_files_are_read_by_the_job_and_the_sender_is_told(
    world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.now()
    karin = world.member("Karin Lind", email="karin@example.se")
    world.action(karin, due=TUESDAY - DAY)
    world.action(karin, due=TUESDAY - DAY)
    world.decide()
    settings.inbox_folder.mkdir()
    mail = reply(world.outbox()[0], "Klart")
    (settings.inbox_folder / "1.eml").write_bytes(mail)
    (settings.inbox_folder / "2.eml").write_bytes(mail)
    (settings.inbox_folder / "3.eml").write_bytes(b"Subject: hej\n\nhej")
    said = jobs.read_answers(world.session, settings)
    assert said == (
        "Svar: oklara kommentarer, avsändaren får veta vad som behövs 1, "
        "inte svar från någon som fått brevet 1, lästa förut 1."
    )
    assert jobs.read_answers(world.session, settings) == "Inga nya svar."
    kept = sorted(file.name for file in (settings.inbox_folder / "read").iterdir())
    assert kept == ["1.eml", "2.eml", "3.eml"]
    (told,) = [each for each in world.outbox() if each.kind == answering.KIND]
    assert now <= told.created_at < now + timedelta(minutes=1)
    jobs.send(world.session, settings)
    (written,) = [
        text
        for file in settings.mail_folder.glob("*.eml")
        if "1 klar" in (text := file.read_text())
    ]
    assert "karin@example.se" in written
    assert "Ditt svar" in written


def test_the_job_stands_in_the_table() -> None:
    assert jobs.read_answers in {job.run for job in scheduler.JOBS}
