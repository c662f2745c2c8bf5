"""Reads of the jobs' states."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from minutes.jobs.tables import JobState


def states(session: Session) -> Sequence[JobState]:
    """The jobs that have ever been started, by name."""
    return session.exec(select(JobState).order_by(col(JobState.name))).all()
