"""The right to run a job, taken by one process at a time, and how each run ended."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from minutes.jobs.tables import JobState

LEASE = timedelta(minutes=30)


def take_lease(
    session: Session, name: str, holder: str, at: datetime, lasts: timedelta = LEASE
) -> bool:
    """Whether the holder may run the job now. Safe with any number of processes.

    The lease of a process that died ends by itself.
    """
    _make_row(session, name)
    taken = session.execute(
        sa.update(JobState)
        .where(
            col(JobState.name) == name,
            sa.or_(col(JobState.lease_until).is_(None), col(JobState.lease_until) <= at),
        )
        .values(lease_holder=holder, lease_until=at + lasts, last_started=at)
    )
    session.commit()
    assert isinstance(taken, sa.CursorResult)
    return taken.rowcount == 1


def end_lease(
    session: Session, name: str, holder: str, at: datetime, *, outcome: str, well: bool
) -> None:
    """Give the lease back and store how the run ended; nothing where another one holds it."""
    values: dict[str, datetime | str | None] = {
        "lease_holder": None,
        "lease_until": None,
        "last_outcome": outcome,
    }
    if well:
        values["last_ended_well"] = at
    session.execute(
        sa.update(JobState)
        .where(col(JobState.name) == name, col(JobState.lease_holder) == holder)
        .values(**values)
    )
    session.commit()


def _make_row(session: Session, name: str) -> None:
    if session.get(JobState, name) is not None:
        session.rollback()
        return
    session.add(JobState(name=name))
    try:
        session.commit()
    except IntegrityError:
        session.rollback()  # Another process made it at the same moment.
