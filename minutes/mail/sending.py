"""Empties the outbox: claims mails, has them written by their kind, hands over, stores the end.

A process that dies between the server's yes and the commit sends that one mail again, with
the same Message-ID; over SMTP nobody can do better. Everything else is sent once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from minutes.mail import service
from minutes.mail.letters import AddressUnusable, Letter, envelope
from minutes.mail.service import Claimed
from minutes.mail.tables import MailState
from minutes.mail.transports import MailRefused, ServerUnavailable, Transport

LEASE = timedelta(minutes=10)
BATCH = 50
FAILURES_IN_A_ROW = 3  # then the server is taken to be down
FRESH = timedelta(seconds=5)  # what a mail says was so this short a while before it is sent


@dataclass(frozen=True, slots=True)
class NotNeeded:
    """The mail is not to be sent after all, and why, in Swedish."""

    why: str


# Reads what some mails of its kind need, all at once, and gives what writes each of them.
Writer = Callable[[int], Letter | NotNeeded]  # of the mail with the id
Composer = Callable[[Session, Sequence[Claimed]], Writer]


@dataclass(slots=True)
class Outcome:
    """What a run did, in numbers of mails; `fault` is what was wrong with the server at its end."""

    sent: int = 0
    not_needed: int = 0
    refused: int = 0
    later: int = 0
    expired: int = 0
    fault: str | None = None


@dataclass(slots=True)
class Sender:
    """One sender. `name` tells it from every other; `now` is the clock.

    A mail is only begun in the first half of its lease: the other half is for a server that
    is slow, so that nobody else takes the mail meanwhile.
    """

    name: str
    address: str
    transport: Transport
    composers: Mapping[str, Composer]
    now: Callable[[], datetime]
    lease: timedelta = LEASE
    outcome: Outcome = field(default_factory=Outcome)
    _failures: int = 0
    _last_fault: str = ""

    def send_due(self, session: Session, until: datetime) -> Outcome:
        """Send what is due, until nothing is, the time is up, or the server is down."""
        self.outcome.expired += service.expire(session, self.now())
        bind = session.get_bind()
        # One connection is kept: the pool asks before each transaction whether it still lives.
        with self.transport, bind.engine.connect() as kept, Session(kept) as own:
            while self.outcome.fault is None and self.now() < until:
                begun = self.now()
                batch = service.claim(own, self.name, begun, lasts=self.lease, most=BATCH)
                if not batch:
                    break
                self._send_batch(own, batch, min(until, begun + self.lease / 2))
        if self._failures:  # the last thing heard was that the server does not work
            self.outcome.fault = self._last_fault
        return self.outcome

    def _send_batch(self, session: Session, batch: list[Claimed], until: datetime) -> None:
        try:
            while batch and self.outcome.fault is None and self.now() < until:
                self._send_fresh(session, batch, min(until, self.now() + FRESH))
        finally:  # whatever happened, the others need not wait for the lease to end
            session.rollback()
            service.give_back(session, batch, self.name, self.now())

    def _send_fresh(self, session: Session, batch: list[Claimed], until: datetime) -> None:
        kinds = {mail.kind for mail in batch}
        write = {
            kind: self.composers[kind](session, [mail for mail in batch if mail.kind == kind])
            for kind in kinds
        }
        session.commit()  # no transaction is open while the server is waited for
        while batch and self.outcome.fault is None and self.now() < until:
            mail = batch.pop(0)
            self._send_one(session, mail, write[mail.kind](mail.id))

    def _send_one(self, session: Session, mail: Claimed, letter: Letter | NotNeeded) -> None:
        if isinstance(letter, NotNeeded):
            self._end(session, mail, MailState.WITHDRAWN, letter.why)
            self.outcome.not_needed += 1
            return
        try:
            reply = self._hand_over(mail, letter)
        except AddressUnusable as unusable:
            self._end(session, mail, MailState.REFUSED, unusable.message)
            self.outcome.refused += 1
        except MailRefused as refusal:
            self._failures = 0
            self._refused(session, mail, refusal)
        except ServerUnavailable as down:
            self._unavailable(session, mail, down)
        else:
            self._failures = 0
            self._end(session, mail, MailState.SENT, reply, letter.subject)
            self.outcome.sent += 1

    def _hand_over(self, mail: Claimed, letter: Letter) -> str:
        message = envelope(
            letter,
            sender=self.address,
            name=mail.name,
            address=mail.address,
            message_id=mail.message_id,
            at=self.now(),
        )
        return self.transport.send(message, mail.address)

    def _refused(self, session: Session, mail: Claimed, refusal: MailRefused) -> None:
        if refusal.permanent:
            self._end(session, mail, MailState.REFUSED, refusal.message)
            self.outcome.refused += 1
        else:
            service.try_later(session, mail, self.name, self.now(), reply=refusal.message)
            self.outcome.later += 1

    def _unavailable(self, session: Session, mail: Claimed, down: ServerUnavailable) -> None:
        # One mail may be what breaks the connection, so the next is tried too.
        service.try_later(session, mail, self.name, self.now(), reply=down.message)
        self.outcome.later += 1
        self._failures += 1
        self._last_fault = down.message
        if self._failures == FAILURES_IN_A_ROW:
            self.outcome.fault = down.message

    def _end(
        self, session: Session, mail: Claimed, state: MailState, reply: str, subject: str = ""
    ) -> None:
        service.end(session, mail, self.name, state, self.now(), reply=reply, subject=subject[:300])
