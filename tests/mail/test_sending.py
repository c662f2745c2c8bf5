"""What is in the outbox is sent once, tried again where it may help, and given up where not."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from minutes.mail import service
from minutes.mail.letters import Letter
from minutes.mail.retry import LONGEST, MOST_ATTEMPTS, wait_after
from minutes.mail.sending import BATCH, FRESH, LEASE, NotNeeded, Outcome, Writer
from minutes.mail.service import Claimed
from minutes.mail.tables import MailState
from tests.mail.outbox import (
    EVENING,
    NOON,
    Clock,
    put,
    row,
    sender_to,
    states,
)
from tests.mail.servers import Mailbox, Server

A, B, C = "a@example.se", "b@example.se", "c@example.se"
LATER = NOON + timedelta(days=30)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def send(
    session: Session, server: Server, clock: Clock, *, timeout: float = 20, **options: object
) -> Outcome:
    url = server.url(options=f"?timeout={timeout}")
    sender = sender_to(url, clock, **options)  # type: ignore[arg-type]
    return sender.send_due(session, LATER)


def test_each_mail_is_sent_once(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, A, B)
    assert send(session, server, clock) == Outcome(sent=2)
    assert send(session, server, clock) == Outcome()
    assert mailbox.to() == [A, B]
    assert states(session) == {A: "sent", B: "sent"}
    assert row(session, A).subject == f"Brev {row(session, A).id}"


def test_the_same_mail_is_taken_into_the_outbox_once(session: Session) -> None:
    put(session, A)
    put(session, A)
    assert states(session) == {A: "waiting"}


def test_one_that_is_refused_for_good_does_not_stop_the_others(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, A, B, C)
    mailbox.answers[B] = ["550 No such user here"]
    assert send(session, server, clock) == Outcome(sent=2, refused=1)
    assert states(session) == {A: "sent", B: "refused", C: "sent"}
    assert row(session, B).reply == "550 No such user here"
    clock.at += timedelta(hours=2)
    assert send(session, server, clock) == Outcome()


def test_an_address_that_is_none_does_not_stop_the_others(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, "ingen adress", B)
    assert send(session, server, clock) == Outcome(sent=1, refused=1)
    assert "går inte att använda" in row(session, "ingen adress").reply


def test_one_that_is_refused_for_now_is_tried_again_later(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, A, B)
    mailbox.answers[A] = ["451 Try later", "451 Try later"]
    assert send(session, server, clock) == Outcome(sent=1, later=1)
    clock.at = NOON + timedelta(seconds=59)
    assert send(session, server, clock) == Outcome()
    clock.at = NOON + timedelta(minutes=1)
    assert send(session, server, clock) == Outcome(later=1)
    assert row(session, A).due_at == clock.at + timedelta(minutes=2)
    clock.at += timedelta(minutes=2)
    assert send(session, server, clock) == Outcome(sent=1)
    assert mailbox.to() == [B, A]


def test_a_connection_that_drops_in_the_text_costs_one_attempt(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, A, B)
    mailbox.drops = 1
    assert send(session, server, clock) == Outcome(sent=1, later=1)
    assert states(session) == {A: "waiting", B: "sent"}
    clock.at += timedelta(minutes=1)
    assert send(session, server, clock) == Outcome(sent=1)
    assert mailbox.received().total() == 2


def test_a_server_that_hangs_once_costs_one_attempt(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, A, B)
    mailbox.hangs = 1
    assert send(session, server, clock, timeout=0.5) == Outcome(sent=1, later=1)


def test_a_server_that_is_down_ends_the_run_and_loses_nothing(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, *(f"{number}@example.se" for number in range(10)))
    mailbox.drops = 3
    outcome = send(session, server, clock)
    assert (outcome.sent, outcome.later) == (0, 3)
    assert outcome.fault == "Förbindelsen bröts, eller så svarade servern inte i tid."
    assert set(states(session).values()) == {"waiting"}
    assert row(session, "9@example.se").attempts == 0
    clock.at += timedelta(minutes=1)
    assert send(session, server, clock) == Outcome(sent=10)


def test_a_server_that_fails_for_the_only_mail_is_told(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, A)
    mailbox.drops = 1
    assert send(session, server, clock).fault is not None


def test_what_nobody_needs_any_more_is_not_sent(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    def compose(_session: Session, _mails: Sequence[Claimed]) -> Writer:
        return lambda _: NotNeeded("Åtgärden är klar.")

    put(session, A)
    assert send(session, server, clock, composers={"test": compose}) == Outcome(not_needed=1)
    assert (mailbox.mails, row(session, A).reply) == ([], "Åtgärden är klar.")
    assert states(session) == {A: "withdrawn"}


def test_what_was_written_a_while_ago_is_written_anew(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    read: list[int] = []

    def compose(_session: Session, mails: Sequence[Claimed]) -> Writer:
        read.append(len(mails))

        def write(_message_id: int) -> Letter:
            clock.at += FRESH / 2  # a server that takes its time
            return Letter("Brev", "Hej.", "Hej.")

        return write

    put(session, *(f"{number}@example.se" for number in range(4)))
    assert send(session, server, clock, composers={"test": compose}) == Outcome(sent=4)
    assert read == [4, 2]


def test_a_mail_is_not_sent_after_its_time(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, A)
    clock.at = EVENING
    assert send(session, server, clock) == Outcome(expired=1)
    assert (mailbox.mails, states(session)) == ([], {A: "expired"})


def test_a_mail_is_not_sent_before_its_time(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, A)
    clock.at = NOON - timedelta(seconds=1)
    assert send(session, server, clock) == Outcome()


def test_a_bug_in_one_mail_leaves_the_others_free_at_once(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    def compose(_session: Session, _mails: Sequence[Claimed]) -> Writer:
        return lambda message_id: Letter("Brev", f"{1 // (message_id - poisoned)}", "Hej.")

    put(session, A, B, C)
    poisoned = row(session, A).id
    assert poisoned is not None
    with pytest.raises(ZeroDivisionError):
        send(session, server, clock, composers={"test": compose})
    assert states(session) == {A: "sending", B: "waiting", C: "waiting"}
    assert send(session, server, clock, composers={"test": compose}) == Outcome(sent=2)
    clock.at += LEASE  # the poisoned one is free again, and at last given up
    for _ in range(MOST_ATTEMPTS - 1):
        with pytest.raises(ZeroDivisionError):
            send(session, server, clock, composers={"test": compose})
        clock.at += LEASE
    assert send(session, server, clock) == Outcome(expired=1)


def test_two_senders_never_have_the_same_mail(session: Session) -> None:
    put(session, A, B, C)
    first = service.claim(session, "a", NOON, lasts=LEASE, most=2)
    second = service.claim(session, "b", NOON, lasts=LEASE, most=2)
    assert [mail.address for mail in first] == [A, B]
    assert [mail.address for mail in second] == [C]


def test_the_mails_of_a_sender_that_died_are_free_when_its_lease_ends(session: Session) -> None:
    put(session, A)
    service.claim(session, "a", NOON, lasts=LEASE, most=BATCH)
    early = NOON + LEASE - timedelta(seconds=1)
    assert service.claim(session, "b", early, lasts=LEASE, most=BATCH) == []
    assert len(service.claim(session, "b", NOON + LEASE, lasts=LEASE, most=BATCH)) == 1


def test_who_lost_a_mail_may_not_say_what_became_of_it(session: Session) -> None:
    put(session, A)
    (mine,) = service.claim(session, "a", NOON, lasts=LEASE, most=BATCH)
    service.claim(session, "b", NOON + LEASE, lasts=LEASE, most=BATCH)
    assert not service.end(session, mine, "a", MailState.SENT, NOON, reply="")
    assert states(session) == {A: "sending"}


def test_a_mail_is_not_begun_in_the_last_half_of_its_lease(
    session: Session, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(session, A, B)

    def slow(_session: Session, _mails: Sequence[Claimed]) -> Writer:
        def write(_message_id: int) -> Letter:
            clock.at += LEASE / 2
            return Letter("Brev", "Hej.", "Hej.")

        return write

    sender = sender_to(server.url(), clock, composers={"test": slow})
    outcome = sender.send_due(session, clock.at + timedelta(seconds=1))
    assert (outcome.sent, states(session)) == (1, {A: "sent", B: "waiting"})


def test_the_wait_doubles_up_to_four_hours() -> None:
    minutes = [wait_after(attempt) / timedelta(minutes=1) for attempt in range(1, 10)]
    assert minutes == [1, 2, 4, 8, 16, 32, 64, 128, 240]
    assert wait_after(10_000) == LONGEST


def test_a_mail_that_a_living_sender_has_does_not_expire(session: Session) -> None:
    put(session, A)
    service.claim(session, "a", EVENING - timedelta(minutes=1), lasts=LEASE, most=BATCH)
    assert service.expire(session, EVENING) == 0
    assert service.expire(session, EVENING + LEASE) == 1


def test_the_clock_of_an_outbox_knows_its_zone(session: Session) -> None:
    put(session, A, at=datetime.fromisoformat("2026-12-01T12:00:00+01:00"))
    assert row(session, A).due_at == NOON - timedelta(hours=1)
