"""Reads of what has been written down."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.audit.tables import AuditEvent


def latest(session: Session, *, offset: int, limit: int) -> Sequence[AuditEvent]:
    """Events, the newest first."""
    return session.exec(
        select(AuditEvent).order_by(col(AuditEvent.id).desc()).offset(offset).limit(limit)
    ).all()


def about(session: Session, subjects: Sequence[str], most: int) -> Sequence[AuditEvent]:
    """The latest events about the subjects, the newest first."""
    return session.exec(
        select(AuditEvent)
        .where(col(AuditEvent.subject).in_(subjects))
        .order_by(col(AuditEvent.id).desc())
        .limit(most)
    ).all()


def count(session: Session) -> int:
    """How many events there are."""
    return session.exec(select(sa.func.count()).select_from(AuditEvent)).one()
