"""How many mails a second go through the outbox, beside a bare smtplib loop in the same run.

What is compared is one round with the other of the same turn, and of the turns the one in the
middle. Beside the time on the clock stands that of our own process alone, which other work on
the machine disturbs less.

Run with: python tests/benchmarks/bench_outbox.py [mails]

The server is a process of its own. The bare loop has its letters ready, builds each mail with
the standard library and sends it over one kept connection: no database, nothing written at the
moment of sending, nothing stored. The outbox claims, writes each reminder from what is open,
sends, and commits the end of each mail.
"""

import smtplib
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as SmtpSession
from sqlmodel import Session

from minutes import clock
from minutes.database import make_engine
from minutes.mail.letters import ALWAYS, Letter
from minutes.mail.sending import NotNeeded, Sender
from minutes.mail.service import Claimed
from minutes.mail.tables import OutboxMessage
from minutes.mail.transports import SmtpTransport, server_of
from minutes.reminders import service
from minutes.reminders.letters import ReminderComposer
from minutes.reminders.links import Links

sys.path.insert(0, str(Path(__file__).parents[2]))  # for what the tests have built
from tests import databases
from tests.reminders.crowds import crowd

MAILS = 500
ROUNDS = 5
TODAY = date(2026, 12, 1)
FROM = "Minutes <minutes@example.se>"
COMPOSER = ReminderComposer(Links("https://minutes.example.se", "a key"), lambda: TODAY)


class Took(NamedTuple):
    """Seconds on the clock, and of them those of our own process."""

    wall: float
    own: float


def since(started: Took) -> Took:
    """What has passed since then."""
    now = moment()
    return Took(now.wall - started.wall, now.own - started.own)


def moment() -> Took:
    """The time now."""
    return Took(time.perf_counter(), time.process_time())


class _Takes:
    async def handle_DATA(  # noqa: N802 – aiosmtpd asks for this name
        self, server: SMTP, session: SmtpSession, envelope: Envelope
    ) -> str:
        return "250 Taken"


class _EachAnew(SmtpTransport):
    """One connection for each mail."""

    def send(self, mail: EmailMessage, address: str) -> str:
        reply = super().send(mail, address)
        self.__exit__(None, None, None)
        return reply


def main() -> None:
    """Print the figures of both databases."""
    if sys.argv[1:] == ["serve"]:
        serve()
        return
    mails = int(sys.argv[1]) if sys.argv[1:] else MAILS
    with _server() as port, tempfile.TemporaryDirectory() as folder:
        measure("SQLite", _sqlite(Path(folder)), port, mails)
        try:
            with databases.postgresql_server() as server:
                measure("PostgreSQL", databases.address_of(server, databases.TEMPLATE), port, mails)
        except databases.NoPostgres as missing:
            print(f"PostgreSQL: {missing}")


def _sqlite(folder: Path) -> str:
    return f"sqlite:///{databases.make_sqlite_template(folder / 'minutes.db')}"


def measure(name: str, url: str, port: int, mails: int) -> None:
    """Print the figures of one database."""
    engine = make_engine(url)
    turns: list[tuple[Took, Took, Took]] = []
    with Session(engine) as session:
        crowd(session, mails, TODAY)
        for number in range(ROUNDS):
            letter = _decide(session, 2 * number)
            loop = bare(letter, port, mails)
            kept = outbox(session, SmtpTransport, port)
            _decide(session, 2 * number + 1)
            turns.append((loop, kept, outbox(session, _EachAnew, port)))
    engine.dispose()
    speed = [mails / median(turn[side].wall for turn in turns) for side in range(3)]
    print(f"{name}, {mails} mails:")
    print(f"  bare smtplib, one kept connection   {speed[0]:6.0f} mails/s")
    print(f"  outbox, one kept connection         {speed[1]:6.0f} mails/s", end="")
    print(f"  {median(a.wall / b.wall for a, b, _ in turns):.2f} of bare", end="")
    print(f" ({median(a.own / b.own for a, b, _ in turns):.2f} of our own time)")
    print(f"  outbox, one connection for a mail   {speed[2]:6.0f} mails/s", end="")
    print(f"  kept is {median(c.wall / b.wall for _, b, c in turns):.2f} times as fast")


def _decide(session: Session, number: int) -> Letter:
    """Put a mail for everybody into the outbox, as on a day of its own; one of the letters."""
    now = clock.now()
    day = TODAY + timedelta(days=7 * number)
    decided = service.decide(session, day, at=now, ends=now + timedelta(hours=1), sender=FROM)
    assert decided.mails
    mail = session.get_one(OutboxMessage, decided.mails * number + 1)
    letter = COMPOSER(session, [Claimed(mail.id, mail.kind, mail.name, mail.address, "", 0)])(
        mail.id
    )
    session.commit()
    assert not isinstance(letter, NotNeeded)
    return letter


def bare(letter: Letter, port: int, mails: int) -> Took:
    """How long the mails take without an outbox."""
    started = moment()
    with smtplib.SMTP("127.0.0.1", port) as connection:
        for number in range(mails):
            mail = EmailMessage()
            mail["From"], mail["To"] = FROM, f"Person <p{number}@example.se>"
            mail["Subject"] = letter.subject
            mail["Date"] = format_datetime(datetime.now(UTC))
            mail["Message-ID"] = f"<{number}@example.se>"
            for header, value in (ALWAYS | dict(letter.headers)).items():
                mail[header] = value
            mail.set_content(letter.text, cte="quoted-printable")
            mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
            connection.send_message(mail)
    return since(started)


def outbox(session: Session, transport: type[SmtpTransport], port: int) -> Took:
    """How long the mails take that wait."""
    sender = Sender(
        name="bench",
        address=FROM,
        transport=transport(server_of(f"smtp://127.0.0.1:{port}")),
        composers={service.KIND: COMPOSER},
        now=clock.now,
    )
    started = moment()
    outcome = sender.send_due(session, clock.now() + timedelta(hours=1))
    assert outcome.sent, outcome
    return since(started)


@contextmanager
def _server() -> Iterator[int]:
    process = subprocess.Popen(
        [sys.executable, __file__, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    yield int(process.stdout.readline())
    process.kill()
    process.communicate()


def serve() -> None:
    """Be the mail server until standard input ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    Controller(_Takes(), hostname="127.0.0.1", port=port).start()
    print(port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
