"""Many processes at once, and processes that are killed: nothing is lost, nothing doubled.

MINUTES_TEST_MAILS says how many mails there are (500), MINUTES_TEST_KILLS how many times a
sender is killed (10).
"""

import multiprocessing
import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

import pytest
from sqlmodel import Session, select

from minutes.mail.tables import MailState, OutboxMessage
from tests.mail.servers import Mailbox, Server
from tests.reminders import workers
from tests.reminders.crowds import crowd
from tests.reminders.world import DAY, TUESDAY, World, at

pytestmark = pytest.mark.slow

MAILS = int(os.environ.get("MINUTES_TEST_MAILS", "500"))
KILLS = int(os.environ.get("MINUTES_TEST_KILLS", "10"))
ENOUGH = max(120.0, MAILS / 10)  # seconds

# One process loads everything, and each worker is a fork of it.
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([workers.__name__])


@dataclass(frozen=True)
class Process:
    """A worker, and the door where it waits to begin."""

    worker: ForkServerProcess
    door: Connection


@pytest.fixture
def crowded(world: World, session: Session) -> int:
    """So many persons, each with an action item that is late."""
    crowd(session, MAILS, TUESDAY)
    return MAILS


def start(*arguments: str) -> Process:
    """A process that has loaded everything and waits for a knock."""
    ours, theirs = FORKS.Pipe()
    worker = FORKS.Process(target=workers.work, args=(theirs, *arguments))
    worker.start()
    theirs.close()
    assert ours.recv() == "ready"
    return Process(worker, ours)


def go(process: Process) -> None:
    """Let it begin."""
    process.door.send("go")


def end(process: Process, *, kill: bool = False) -> None:
    """Wait for its end, or bring it about."""
    if kill:
        process.worker.kill()
    process.worker.join(timeout=ENOUGH)
    assert process.worker.exitcode is not None
    process.door.close()


def left(world: World) -> int:
    """The mails that are still to be sent; to count them holds up no sender."""
    reading = world.session.get_bind().execution_options(readonly=True)
    with Session(reading) as session:
        states = session.exec(select(OutboxMessage.state)).all()
    return sum(state in (MailState.WAITING, MailState.SENDING) for state in states)


def wait_until_sent(world: World) -> None:
    deadline = time.monotonic() + ENOUGH
    while left(world) or not world.outbox():
        assert time.monotonic() < deadline, f"{left(world)} mails are left"
        time.sleep(0.2)


def test_four_senders_and_two_deciders_at_once_deliver_each_mail_once(
    world: World, crowded: int, database_url: str, server: Server, mailbox: Mailbox
) -> None:
    deciders = [start("decide", database_url) for _ in range(2)]
    senders = [start("send", database_url, server.url(), "60", "600") for _ in range(4)]
    for process in (*senders, *deciders):
        go(process)
    for process in deciders:
        end(process)
        assert process.worker.exitcode == 0
    wait_until_sent(world)
    for process in senders:
        end(process, kill=True)
    assert len(world.outbox()) == crowded
    assert {mail.state for mail in world.outbox()} == {MailState.SENT}
    assert sorted(mailbox.to()) == sorted(f"p{n}@example.se" for n in range(1, crowded + 1))


def killed_in(claiming: float) -> Callable[[Process, Mailbox, World], None]:
    """Killed so many seconds after it has begun."""

    def kill(process: Process, _mailbox: Mailbox, _world: World) -> None:
        go(process)
        time.sleep(claiming)
        end(process, kill=True)

    return kill


def killed_after_the_250(pause: float, number: int) -> Callable[[Process, Mailbox, World], None]:
    """Killed so many seconds after the server has taken its mail of the number."""

    def kill(process: Process, mailbox: Mailbox, world: World) -> None:
        left_over = [number]

        def taken() -> None:
            left_over[0] -= 1
            if left_over[0] == 0:
                time.sleep(pause)  # the server stands still, the sender does not
                process.worker.kill()

        mailbox.taken = taken
        go(process)
        while process.worker.is_alive() and left(world):
            time.sleep(0.005)
        mailbox.taken = lambda: None
        end(process, kill=True)

    return kill


def moments(chance: random.Random) -> list[Callable[[Process, Mailbox, World], None]]:
    """When each sender is killed: every third while it claims, the others before a commit."""
    return [
        killed_in(chance.uniform(0, 0.15))
        if number % 3 == 0
        else killed_after_the_250(chance.choice((0, 0, 0.001, 0.003)), chance.randint(1, 4))
        for number in range(KILLS)
    ]


def test_a_sender_that_is_killed_loses_nothing_and_doubles_one_mail_at_most(
    world: World, crowded: int, database_url: str, server: Server, mailbox: Mailbox
) -> None:
    world.decide()
    lease = "2"
    for mail in world.outbox():  # the deciding clock stands still, the senders' does not
        mail.due_at, mail.expires_at = at(TUESDAY - 300 * DAY), at(TUESDAY + 30000 * DAY)
        world.session.add(mail)
    world.session.commit()
    for kill in moments(random.Random(5)):
        kill(start("send", database_url, server.url(), lease, "600"), mailbox, world)
    sent_by_the_killed = len(mailbox.mails)
    last = start("send", database_url, server.url(), lease, "600")
    go(last)
    wait_until_sent(world)
    end(last, kill=True)
    assert 0 < sent_by_the_killed < crowded  # or the kills came too late to prove anything
    received = mailbox.received()
    assert set(received) == {mail.message_id for mail in world.outbox()}
    doubled = received.total() - crowded
    print(f"{KILLS} kills, {sent_by_the_killed} mails sent by the killed, {doubled} came twice")
    assert doubled <= KILLS
    assert {mail.state for mail in world.outbox()} == {MailState.SENT}


def test_a_decider_that_is_killed_has_decided_all_or_nothing(
    world: World, crowded: int, database_url: str
) -> None:
    chance = random.Random(7)
    for _ in range(3):
        process = start("decide", database_url)
        go(process)
        time.sleep(chance.uniform(0, 0.3))
        end(process, kill=True)
        assert len(world.outbox()) in (0, crowded)
    world.decide()
    assert len(world.outbox()) == crowded
