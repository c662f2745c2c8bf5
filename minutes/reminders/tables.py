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
    MEETING = "meeting"  # the body meets in some days
    LAGGING = "lagging"  # long late: the chair is told
    UNOWNED = "unowned"  # nobody can be reminded of it, so the secretary is


class Rhythm(StrEnum):
    """How often a person wants reminders."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NONE = "none"


class DutyKind(StrEnum):
    """What somebody is to do with minutes on their way; duties.py says when it is told."""

    SIGN = "sign"  # a text waits for the person's signature
    REVIEW = "review"  # a draft waits for the secretary
    SEND = "send"  # minutes wait to be sent for justering
    JUSTERING = "justering"  # a text that others are to sign, and its latest day is near
    WATCH = "watch"  # it is time to ask about a decision that is waited for
    PUBLISH = "publish"  # minutes are justerade, and the public cannot read them
    APPROVE = "approve"  # the chair is to approve what is published


class Reminder(Table, table=True):
    """An action item in a mail to a person. Whether the mail went out, the outbox knows.

    number: by which a reply may call it (0: none, as in mails of before).
    """

    __tablename__ = "reminder"
    __table_args__ = (sa.UniqueConstraint("message_id", "action_item_id"),)

    id: int | None = Field(default=None, primary_key=True)
    message_id: int = Field(foreign_key="outbox_message.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    action_item_id: int = Field(foreign_key="action_item.id", ondelete="CASCADE", index=True)
    cause: Cause = Field(sa_type=enum_type(Cause))
    day: dt.date
    number: int = 0


class ReminderChoice(Table, table=True):
    """What a person has chosen; who has no row has not chosen, and is reminded daily."""

    __tablename__ = "reminder_choice"

    person_id: int = Field(primary_key=True, foreign_key="person.id", ondelete="CASCADE")
    rhythm: Rhythm = Field(sa_type=enum_type(Rhythm))
    changed_at: dt.datetime = Field(sa_type=UTCDateTime)
    # Counted up when the person revokes the links in the mails, or renews the calendar's address.
    link_generation: int = 0
    calendar_generation: int = 0


class DutyReminder(Table, table=True):
    """A duty in a mail to a person: which thing it is about, the kind says."""

    __tablename__ = "duty_reminder"
    __table_args__ = (sa.UniqueConstraint("message_id", "kind", "thing_id"),)

    id: int | None = Field(default=None, primary_key=True)
    message_id: int = Field(foreign_key="outbox_message.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    kind: DutyKind = Field(sa_type=enum_type(DutyKind))
    thing_id: int
    day: dt.date


class BodyPace(Table, table=True):
    """When a body has its owners reminded; one without a row has the usual pace (pace.py)."""

    __tablename__ = "body_pace"

    body_id: int = Field(primary_key=True, foreign_key="body.id", ondelete="CASCADE")
    days_before: int
    on_the_day: bool
    again_days: int
    meeting_days: int | None = None
    chair_days: int | None = None
    quiet_weeks: str = Field(default="", max_length=200)  # as pace.weeks_text() writes them


class MailAnswer(Table, table=True):
    """A reply that was read, so that it acts once. What it did, the action items' events say.

    refusal: what its sender is told where it did not do what they may have meant; else empty.
    kept: whether its text was kept as a comment all the same.
    """

    __tablename__ = "mail_answer"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(max_length=64, unique=True)  # Reply.key
    message_id: int = Field(foreign_key="outbox_message.id", ondelete="CASCADE", index=True)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    read_at: dt.datetime = Field(sa_type=UTCDateTime)
    refusal: str = Field(default="", sa_type=sa.Text)
    kept: bool = False
