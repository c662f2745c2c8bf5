"""Each run of a scheduled job with its outcome, and who may run the job now."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime


class JobState(Table, table=True):
    """One row for each job. The lease lets one process at a time run it."""

    __tablename__ = "job_state"

    name: str = Field(primary_key=True, max_length=80)
    lease_holder: str | None = Field(default=None, max_length=80)
    lease_until: datetime | None = Field(default=None, sa_type=UTCDateTime)
    requested_at: datetime | None = Field(default=None, sa_type=UTCDateTime)  # to be run at once


class JobRun(Table, table=True):
    """One run. `well` is None while it lasts; a run whose process died did not end well."""

    __tablename__ = "job_run"
    __table_args__ = (sa.Index("ix_job_run_name_id", "name", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=80)
    holder: str = Field(max_length=80)
    started_at: datetime = Field(sa_type=UTCDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    well: bool | None = None
    outcome: str = Field(default="", sa_type=sa.Text)
