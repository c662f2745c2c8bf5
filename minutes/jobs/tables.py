"""When each scheduled job last ran, how it ended, and who runs it now."""

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
    last_started: datetime | None = Field(default=None, sa_type=UTCDateTime)
    last_ended_well: datetime | None = Field(default=None, sa_type=UTCDateTime)
    last_outcome: str = Field(default="", sa_type=sa.Text)
