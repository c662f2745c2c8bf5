"""The right to run a job, taken by one process at a time, and how each run ended."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from minutes.jobs.tables import JobRun, JobState

LEASE = timedelta(minutes=30)
DIED = "Körningen avbröts: processen som körde jobbet dog eller hann inte klart."


def start(
    session: Session, name: str, holder: str, at: datetime, lasts: timedelta = LEASE
) -> int | None:
    """Begin a run, and its id; None where another process runs the job. Safe with any number.

    The lease of a process that died ends by itself, and its run is stored as not well.
    """
    _make_row(session, name)
    free = sa.or_(col(JobState.lease_until).is_(None), col(JobState.lease_until) <= at)
    taken = session.execute(
        sa.update(JobState)
        .where(col(JobState.name) == name, free)
        .values(lease_holder=holder, lease_until=at + lasts, requested_at=None)
    )
    assert isinstance(taken, sa.CursorResult)
    if taken.rowcount != 1:
        session.commit()
        return None
    session.execute(
        sa.update(JobRun)
        .where(col(JobRun.name) == name, col(JobRun.ended_at).is_(None))
        .values(ended_at=at, well=False, outcome=DIED)
    )
    run = JobRun(name=name, holder=holder, started_at=at)
    session.add(run)
    session.commit()
    return run.id


def end(session: Session, run_id: int, at: datetime, *, outcome: str, well: bool) -> None:
    """Store how a run ended and free the job; nothing where another has begun it since."""
    ended = session.execute(
        sa.update(JobRun)
        .where(col(JobRun.id) == run_id, col(JobRun.ended_at).is_(None))
        .values(ended_at=at, well=well, outcome=outcome)
        .returning(col(JobRun.name))
    ).scalar_one_or_none()
    if ended is not None:
        session.execute(
            sa.update(JobState)
            .where(col(JobState.name) == ended)
            .values(lease_holder=None, lease_until=None)
        )
    session.commit()


def request(session: Session, name: str, at: datetime) -> None:
    """Ask the process that runs the jobs to run this one at once, in the caller's transaction."""
    _make_row(session, name)
    session.execute(sa.update(JobState).where(col(JobState.name) == name).values(requested_at=at))


def forget_runs(session: Session, before: datetime) -> int:
    """Take away the runs that ended before, but for each job's latest; how many."""
    latest = sa.select(sa.func.max(col(JobRun.id))).group_by(col(JobRun.name))
    gone = session.execute(
        sa.delete(JobRun).where(col(JobRun.ended_at) < before, col(JobRun.id).not_in(latest))
    )
    session.commit()
    assert isinstance(gone, sa.CursorResult)
    return gone.rowcount


def _make_row(session: Session, name: str) -> None:
    if session.get(JobState, name) is not None:
        session.rollback()
        return
    session.add(JobState(name=name))
    try:
        session.commit()
    except IntegrityError:
        session.rollback()  # Another process made it at the same moment.
