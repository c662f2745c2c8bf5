"""Reads of the jobs' runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.jobs.tables import JobRun, JobState
from minutes.paging import PAGE, Paging, paging


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a job: its latest run, when it last ended well, whether it is asked for."""

    last: JobRun | None = None
    ended_well: datetime | None = None
    requested_at: datetime | None = None
    leased_until: datetime | None = None


def known(session: Session) -> dict[str, Known]:
    """What is known of the jobs that were ever started or asked for, by name. Three statements."""
    states = session.exec(select(JobState)).all()
    latest = sa.select(sa.func.max(col(JobRun.id))).group_by(col(JobRun.name))
    last = {run.name: run for run in session.exec(select(JobRun).where(col(JobRun.id).in_(latest)))}
    ended_well = (
        sa.select(col(JobRun.name), sa.func.max(col(JobRun.ended_at)))
        .where(col(JobRun.well).is_(True))
        .group_by(col(JobRun.name))
    )
    well: dict[str, datetime] = {row[0]: row[1] for row in session.execute(ended_well)}
    return {
        state.name: Known(
            last.get(state.name), well.get(state.name), state.requested_at, state.lease_until
        )
        for state in states
    }


def requested(session: Session) -> Sequence[str]:
    """The names of the jobs that somebody has asked for."""
    return session.exec(select(JobState.name).where(col(JobState.requested_at).is_not(None))).all()


def runs(session: Session, name: str, page: int) -> tuple[Sequence[JobRun], Paging]:
    """A page of the runs of a job, the newest first."""
    count = select(sa.func.count()).select_from(JobRun).where(JobRun.name == name)
    shown = paging(page, session.exec(count).one())
    query = select(JobRun).where(JobRun.name == name).order_by(col(JobRun.id).desc())
    return session.exec(query.limit(PAGE).offset(shown.offset)).all(), shown
