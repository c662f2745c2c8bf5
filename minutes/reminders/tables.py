"""Who was reminded of what on which day, and how often each person wants to be."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type


class Cause(StrEnum):
    """Why an action item stands in a reminder."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    UNOWNED = "unowned"  # nobody can be reminded of it, so the secretary is


class Rhythm(StrEnum):
    """How often a person wants reminders."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NONE = "none"


class Reminder(Table, table=True):
    """An action item in a mail to a person. Whether the mail went out, the outbox knows."""

    __tablename__ = "reminder"
    __table_args__ = (sa.UniqueConstraint("message_id", "action_item_id"),)

    id: int | None = Field(default=None, primary_key=True)
    message_id: int = Field(foreign_key="outbox_message.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    action_item_id: int = Field(foreign_key="action_item.id", ondelete="CASCADE", index=True)
    cause: Cause = Field(sa_type=enum_type(Cause))
    day: dt.date


class ReminderChoice(Table, table=True):
    """What a person has chosen; who has no row has not chosen, and is reminded daily."""

    __tablename__ = "reminder_choice"

    person_id: int = Field(primary_key=True, foreign_key="person.id", ondelete="CASCADE")
    rhythm: Rhythm = Field(sa_type=enum_type(Rhythm))
    changed_at: dt.datetime = Field(sa_type=UTCDateTime)
