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
from minutes.people.tables import Mandate, Person
from minutes.reminders import answering, jobs
from minutes.reminders.answering import Outcome
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


def test_of_several_action_items_only_all_is_unambiguous(
    world: World, karin: Person, send: Send
) -> None:
    first, second = world.action(karin), world.action(karin)
    world.decide()
    assert send("Klart", id_="<1@x.se>") is Outcome.REFUSED
    assert send("Jag ringer.", id_="<2@x.se>") is Outcome.REFUSED
    assert send("Klart", id_="<1@x.se>") is Outcome.BEFORE
    assert events(world) == []
    assert refusals(world) == [answering.SEVERAL] * 2
    assert send("Allt är klart", id_="<3@x.se>") is Outcome.CLOSED
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
    for mandate in session.exec(select(Mandate).where(Mandate.person_id == karin.id)):
        session.delete(mandate)
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
        "Svar: utan verkan, avsändaren får veta varför 1, "
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
        if "=C3=A4nd" in (text := file.read_text()) and "Ditt" in text
    ]
    assert "karin@example.se" in written


def test_the_job_stands_in_the_table() -> None:
    assert jobs.read_answers in {job.run for job in scheduler.JOBS}
