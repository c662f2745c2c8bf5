"""Who did what: append-only, each event with the hash of the one before."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime


class AuditEvent(Table, table=True):
    """One act. `details` is JSON text, kept as written since the hash covers it."""

    __tablename__ = "audit_event"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UTCDateTime)
    actor: str = Field(max_length=200)  # "person:7", or "kommandoraden"
    act: str = Field(max_length=80)  # "draft.registered", "action.done"
    subject: str = Field(max_length=80, index=True)  # "meeting:12"
    details: str = Field(default="{}", sa_type=sa.Text)
    previous_hash: str = Field(max_length=64, unique=True)
    hash: str = Field(max_length=64, unique=True)
