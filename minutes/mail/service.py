"""What is done with the outbox. Every act is safe with any number of processes at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from minutes.mail.letters import message_id
from minutes.mail.retry import MOST_ATTEMPTS, wait_after
from minutes.mail.tables import MailState, OutboxMessage

OPEN = (MailState.WAITING, MailState.SENDING)


@dataclass(frozen=True, slots=True)
class Post:
    """A mail to be sent: to whom, of which kind, from when and until when."""

    dedupe_key: str
    kind: str
    name: str
    address: str
    at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Claimed:
    """A mail that one sender has for itself, until its lease ends."""

    id: int
    kind: str
    name: str
    address: str
    message_id: str
    attempts: int


def enqueue(session: Session, posts: Sequence[Post], *, sender: str) -> dict[str, int]:
    """Put mails into the outbox, in the caller's transaction; the ids by key.

    A key that is there already is left out: somebody else has decided the same mail.
    """
    if not posts:
        return {}
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    stored = session.execute(
        insert(OutboxMessage)
        .on_conflict_do_nothing()
        .returning(col(OutboxMessage.dedupe_key), col(OutboxMessage.id)),
        [
            {
                "dedupe_key": post.dedupe_key,
                "message_id": message_id(sender),
                "kind": post.kind,
                "name": post.name,
                "address": post.address,
                "subject": "",
                "state": MailState.WAITING,
                "created_at": post.at,
                "due_at": post.at,
                "expires_at": post.expires_at,
                "attempts": 0,
                "reply": "",
            }
            for post in posts
        ],
    )
    return {key: id_ for key, id_ in stored}  # noqa: C416 – dict() does not know the types


def expire(session: Session, at: datetime) -> int:
    """Give up the mails whose time is out or that were tried too often; how many.

    One that a living sender has just now is left to it.
    """
    ended = session.execute(
        sa.update(OutboxMessage)
        .where(
            _free(at),
            sa.or_(
                col(OutboxMessage.expires_at) <= at, col(OutboxMessage.attempts) >= MOST_ATTEMPTS
            ),
        )
        .values(state=MailState.EXPIRED, ended_at=at, sender=None, lease_until=None)
    )
    session.commit()
    assert isinstance(ended, sa.CursorResult)
    return ended.rowcount


def claim(
    session: Session, sender: str, at: datetime, *, lasts: timedelta, most: int
) -> list[Claimed]:
    """Take up to `most` mails that are due, for this sender alone until the lease ends.

    The mails of a sender that died are free again when its lease has ended.
    """
    ids = session.scalars(
        sa.select(col(OutboxMessage.id))
        .where(_free(at), col(OutboxMessage.due_at) <= at, col(OutboxMessage.expires_at) > at)
        .order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
        .limit(most)
        .with_for_update(skip_locked=True)  # on SQLite the transaction has the only lock
    ).all()
    if ids:
        session.execute(
            sa.update(OutboxMessage)
            .where(col(OutboxMessage.id).in_(ids))
            .values(
                state=MailState.SENDING,
                sender=sender,
                lease_until=at + lasts,
                attempts=col(OutboxMessage.attempts) + 1,
                # So that one that ends its sender stands last when it is free again.
                due_at=at + lasts,
            )
        )
    rows = session.execute(
        sa.select(
            col(OutboxMessage.id),
            col(OutboxMessage.kind),
            col(OutboxMessage.name),
            col(OutboxMessage.address),
            col(OutboxMessage.message_id),
            col(OutboxMessage.attempts),
        )
        .where(col(OutboxMessage.id).in_(ids))
        .order_by(col(OutboxMessage.id))
    ).all()
    session.commit()
    return [Claimed(*row) for row in rows]


def _free(at: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(
        col(OutboxMessage.state) == MailState.WAITING,
        sa.and_(
            col(OutboxMessage.state) == MailState.SENDING, col(OutboxMessage.lease_until) <= at
        ),
    )


def end(
    session: Session,
    mail: Claimed,
    sender: str,
    state: MailState,
    at: datetime,
    *,
    reply: str,
    subject: str = "",
) -> bool:
    """Store what became of a mail; False where another sender has it now."""
    values: dict[str, Any] = {"state": state, "ended_at": at, "reply": reply}
    return _settle(session, mail, sender, values | ({"subject": subject} if subject else {}))


def try_later(session: Session, mail: Claimed, sender: str, at: datetime, *, reply: str) -> bool:
    """Let a mail wait for its next attempt; False where another sender has it now."""
    due_at = at + wait_after(mail.attempts)
    values = {"state": MailState.WAITING, "due_at": due_at, "reply": reply}
    return _settle(session, mail, sender, values)


def give_back(session: Session, mails: list[Claimed], sender: str, at: datetime) -> None:
    """Free mails that were claimed and not tried; it does not count as an attempt."""
    for mail in mails:
        values = {"state": MailState.WAITING, "due_at": at, "attempts": mail.attempts - 1}
        _settle(session, mail, sender, values)


def _settle(session: Session, mail: Claimed, sender: str, values: Mapping[str, Any]) -> bool:
    # For each mail, so without what the session does for objects, of which there are none here.
    done = session.connection().execute(
        _SETTLE[frozenset(values)],
        {"of_id": mail.id, "of_sender": sender, "of_attempts": mail.attempts, **values},
    )
    session.commit()
    return done.rowcount == 1


def _settlement(*columns: str) -> sa.Update:
    # Made once, and of the bare table: to make it for each mail costs more than to run it.
    table = OutboxMessage.metadata.tables[OutboxMessage.__tablename__]
    return (
        table.update()
        .where(
            table.c.id == sa.bindparam("of_id"),
            table.c.sender == sa.bindparam("of_sender"),
            table.c.state == MailState.SENDING,
            # The same sender may have claimed it anew.
            table.c.attempts == sa.bindparam("of_attempts"),
        )
        .values(
            sender=None, lease_until=None, **{column: sa.bindparam(column) for column in columns}
        )
    )


_SETTLE = {
    frozenset(columns): _settlement(*columns)
    for columns in (
        ("state", "ended_at", "reply"),
        ("state", "ended_at", "reply", "subject"),
        ("state", "due_at", "reply"),
        ("state", "due_at", "attempts"),
    )
}
