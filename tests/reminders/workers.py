"""A decider or a sender as a process of its own."""

import os
import time
from datetime import date, timedelta
from multiprocessing.connection import Connection

from sqlmodel import Session

from minutes import clock
from minutes.database import make_engine
from minutes.mail.sending import Sender
from minutes.mail.transports import SmtpTransport, server_of
from minutes.reminders import service
from minutes.reminders.letters import ReminderComposer
from minutes.reminders.links import Links

SENDER = "Minutes <minutes@example.se>"
DAY = date(2026, 12, 1)
LINKS = Links("https://minutes.example.se", "a key for tests only")


def decide(session: Session) -> None:
    """Decide the day's reminders."""
    now = clock.now()
    service.decide(session, DAY, at=now, ends=now + timedelta(hours=1), sender=SENDER)


def send(session: Session, url: str, lease: timedelta, runs: float) -> None:
    """Send what is due again and again, for so many seconds."""
    until = time.monotonic() + runs
    while time.monotonic() < until:
        sender = Sender(
            name=f"process {os.getpid()}",
            address=SENDER,
            transport=SmtpTransport(server_of(url)),
            composers={service.KIND: ReminderComposer(LINKS, lambda: DAY)},
            now=clock.now,
            lease=lease,
        )
        sender.send_due(session, clock.now() + timedelta(seconds=30))
        time.sleep(0.05)


def work(door: Connection, what: str, database: str, *rest: str) -> None:
    """Do what is said, once somebody knocks."""
    door.send("ready")
    door.recv()
    with Session(make_engine(database)) as session:
        if what == "decide":
            decide(session)
        else:
            url, lease, runs = rest
            send(session, url, timedelta(seconds=float(lease)), float(runs))
