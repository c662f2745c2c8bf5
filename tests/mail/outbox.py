"""Mails in an outbox, and a sender of a kind that only tests know."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, select

from minutes.mail import service
from minutes.mail.letters import Letter
from minutes.mail.sending import Composer, Sender, Writer
from minutes.mail.service import Claimed, Post
from minutes.mail.tables import OutboxMessage
from minutes.mail.transports import SmtpTransport, server_of

SENDER = "Minutes <minutes@example.se>"
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
EVENING = NOON + timedelta(hours=8)


def put(session: Session, *addresses: str, at: datetime = NOON, ends: datetime = EVENING) -> None:
    """A mail to each address."""
    for address in addresses:
        post = Post(f"test:{address}", "test", "Åsa Ek", address, at, ends)
        service.enqueue(session, [post], sender=SENDER)
    session.commit()


def plain(_session: Session, _mails: Sequence[Claimed]) -> Writer:
    """Writes letters that say which they are."""
    return lambda message_id: Letter(f"Brev {message_id}", "Hej.\n", "<p>Hej.</p>")


class Clock:
    """A clock that a test sets."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def sender_to(
    url: str,
    clock: Callable[[], datetime],
    name: str = "a",
    composers: Mapping[str, Composer] | None = None,
) -> Sender:
    """A sender over SMTP."""
    return Sender(
        name=name,
        address=SENDER,
        transport=SmtpTransport(server_of(url)),
        composers=composers or {"test": plain},
        now=clock,
    )


def states(session: Session) -> dict[str, str]:
    """The state of each mail, by address."""
    session.expire_all()
    found = {row.address: row.state.value for row in session.exec(select(OutboxMessage))}
    session.commit()
    return found


def row(session: Session, address: str) -> OutboxMessage:
    """The mail to the address."""
    session.expire_all()
    found = session.exec(select(OutboxMessage).where(OutboxMessage.address == address)).one()
    session.commit()
    return found
