"""Many processes at once, and processes that are killed: nothing is lost, nothing doubled.

MINUTES_TEST_KILLS says how many times a sender is killed (10).
"""

import os
import random
import subprocess
import sys
import time

import pytest
from sqlmodel import Session, insert

from minutes.mail.queries import in_each_state
from minutes.mail.tables import MailState
from minutes.people.tables import Mandate, Person, Role
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import ActionItem, ActionOwner, Meeting
from tests.mail.servers import Mailbox, Server
from tests.reminders.world import DAY, TUESDAY, World, at

pytestmark = pytest.mark.slow

MAILS = 500
KILLS = int(os.environ.get("MINUTES_TEST_KILLS", "10"))
ENOUGH = 120.0  # seconds

Process = subprocess.Popen[str]


@pytest.fixture
def crowd(world: World, session: Session) -> int:
    """So many persons, each with an action item that is late."""
    meeting = Meeting(
        body_id=world.body.id,
        kind=MinutesKind.PROTOKOLL,
        title="Möte",
        date=TUESDAY - 30 * DAY,
        recorded_at=at(TUESDAY),
    )
    session.add(meeting)
    session.commit()
    numbers = range(1, MAILS + 1)
    first = {"first_day": TUESDAY - 300 * DAY, "last_day": None, "role": Role.MEMBER}
    rows = {
        Person: [{"id": n, "name": f"Person {n}son", "email": f"p{n}@example.se"} for n in numbers],
        Mandate: [{"person_id": n, "body_id": world.body.id, **first} for n in numbers],
        ActionItem: [
            {
                "id": n,
                "meeting_id": meeting.id,
                "position": n,
                "quote": f"Person {n} skickar underlaget.",
                "text": f"Skicka underlag {n}",
                "due": TUESDAY - 3 * DAY,
                "done_in_minutes": False,
            }
            for n in numbers
        ],
        ActionOwner: [
            {"action_item_id": n, "person_id": n, "position": 0, "name": f"Person {n}son"}
            for n in numbers
        ],
    }
    for table, values in rows.items():
        session.execute(insert(table), values)
    session.commit()
    return MAILS


def start(*arguments: str) -> Process:
    """A process that has loaded everything and waits for a line."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.reminders.workers", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: Process) -> None:
    """Let it begin."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def end(process: Process, *, kill: bool = False) -> None:
    """Wait for its end, or bring it about."""
    if kill:
        process.kill()
    process.communicate(timeout=ENOUGH)


def left(world: World) -> int:
    """The mails that are still to be sent; to count them holds up no sender."""
    reading = world.session.get_bind().execution_options(readonly=True)
    with Session(reading) as session:
        found = in_each_state(session)
    return sum(found.get(state, 0) for state in (MailState.WAITING, MailState.SENDING))


def wait_until_sent(world: World) -> None:
    deadline = time.monotonic() + ENOUGH
    while left(world) or not world.outbox():
        assert time.monotonic() < deadline, f"{left(world)} mails are left"
        time.sleep(0.2)


def test_four_senders_and_two_deciders_at_once_deliver_each_mail_once(
    world: World, crowd: int, database_url: str, server: Server, mailbox: Mailbox
) -> None:
    deciders = [start("decide", database_url) for _ in range(2)]
    senders = [start("send", database_url, server.url(), "60", "600") for _ in range(4)]
    for process in (*senders, *deciders):
        go(process)
    for process in deciders:
        end(process)
        assert process.returncode == 0
    wait_until_sent(world)
    for process in senders:
        end(process, kill=True)
    assert len(world.outbox()) == crowd
    assert {mail.state for mail in world.outbox()} == {MailState.SENT}
    assert sorted(mailbox.to()) == sorted(f"p{n}@example.se" for n in range(1, crowd + 1))


def test_a_sender_that_is_killed_loses_nothing_and_doubles_one_mail_at_most(
    world: World, crowd: int, database_url: str, server: Server, mailbox: Mailbox
) -> None:
    world.decide()
    lease = "2"
    for mail in world.outbox():  # the deciding clock stands still, the senders' does not
        mail.due_at, mail.expires_at = at(TUESDAY - 300 * DAY), at(TUESDAY + 30000 * DAY)
        world.session.add(mail)
    world.session.commit()
    chance = random.Random(5)
    for _ in range(KILLS):
        process = start("send", database_url, server.url(), lease, "600")
        before = len(mailbox.mails)
        go(process)
        while len(mailbox.mails) == before and left(world):
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.05))
        end(process, kill=True)
    sent_by_the_killed = len(mailbox.mails)
    last = start("send", database_url, server.url(), lease, "600")
    go(last)
    wait_until_sent(world)
    end(last, kill=True)
    assert sent_by_the_killed < crowd  # or the kills came too late to prove anything
    received = mailbox.received()
    assert set(received) == {mail.message_id for mail in world.outbox()}
    assert received.total() - crowd <= KILLS
    assert {mail.state for mail in world.outbox()} == {MailState.SENT}


def test_a_decider_that_is_killed_has_decided_all_or_nothing(
    world: World, crowd: int, database_url: str
) -> None:
    chance = random.Random(7)
    for _ in range(3):
        process = start("decide", database_url)
        go(process)
        time.sleep(chance.uniform(0, 0.3))
        end(process, kill=True)
        assert len(world.outbox()) in (0, crowd)
    world.decide()
    assert len(world.outbox()) == crowd
