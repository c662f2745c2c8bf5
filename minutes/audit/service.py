"""Writes down who did what, and finds out whether what is written has been touched."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.audit.tables import AuditEvent

FIRST_HASH = "0" * 64
_WRITERS_LOCK = 7_203_401  # any number that nobody else locks

Detail = str | int | bool | None


def append(
    session: Session,
    *,
    at: datetime,
    actor: str,
    act: str,
    subject: str,
    details: Mapping[str, Detail] | None = None,
) -> None:
    """Add an event inside the caller's transaction: it is kept if and only if the act is.

    `actor` is "person:7" or "kommandoraden", `subject` is "meeting:12". Two writers must
    not build on the same event: on SQLite they already wait for each other, since every
    writing transaction begins IMMEDIATE; on PostgreSQL they wait here.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITERS_LOCK)))
    last = session.exec(select(AuditEvent.hash).order_by(col(AuditEvent.id).desc()).limit(1))
    event = AuditEvent(
        at=at,
        actor=actor,
        act=act,
        subject=subject,
        details=json.dumps(details or {}, ensure_ascii=False, sort_keys=True),
        previous_hash=last.first() or FIRST_HASH,
        hash="",
    )
    event.hash = fingerprint(event)
    session.add(event)
    session.flush()


def fingerprint(event: AuditEvent) -> str:
    """SHA-256 of everything the event says and of the event before it."""
    said = {
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": event.actor,
        "act": event.act,
        "subject": event.subject,
        "details": event.details,
        "previous_hash": event.previous_hash,
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far the chain holds: `broken_at` is the first event that does not fit."""

    events: int
    broken_at: int | None = None


def verify(session: Session) -> Verdict:
    """Read the whole chain from its beginning."""
    expected, count = FIRST_HASH, 0
    query = select(AuditEvent).order_by(col(AuditEvent.id)).execution_options(yield_per=500)
    with closing(session.exec(query)) as events:
        for event in events:
            if event.previous_hash != expected or event.hash != fingerprint(event):
                return Verdict(count, event.id)
            expected = event.hash
            count += 1
    return Verdict(count)
