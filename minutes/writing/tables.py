"""Meetings that are prepared and minuted here; review makes them meetings of the register."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type
from minutes.recognition.findings import MinutesKind


class SittingState(StrEnum):
    """How far the minutes have come."""

    PREPARING = "preparing"  # the agenda is being made
    WRITING = "writing"
    FINISHED = "finished"  # handed over to review, as an uploaded file is


class Sitting(Table, table=True):
    """A meeting of a body that is prepared or minuted here.

    `text` is the minutes as Markdown. `version` counts up with every saved text, so that two
    writers never overwrite each other.
    """

    __tablename__ = "sitting"
    __table_args__ = (sa.Index("ix_sitting_body_date", "body_id", "date"),)

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id")
    kind: MinutesKind = Field(default=MinutesKind.PROTOKOLL, sa_type=enum_type(MinutesKind))
    date: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = Field(default="", max_length=300)
    state: SittingState = Field(
        default=SittingState.PREPARING, sa_type=enum_type(SittingState), index=True
    )
    text: str = Field(default="", sa_type=sa.Text)
    version: int = 0
    summoned_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    document_id: int | None = Field(default=None, foreign_key="stored_document.id", index=True)
    changed_at: dt.datetime = Field(sa_type=UTCDateTime)
    changed_by: int | None = Field(default=None, foreign_key="person.id", index=True)


class SittingVersion(Table, table=True):
    """The text as it was saved. `beside`: what somebody wrote while another saved; nothing of it
    stands in the text unless it was brought in afterwards.
    """

    __tablename__ = "sitting_version"

    id: int | None = Field(default=None, primary_key=True)
    sitting_id: int = Field(foreign_key="sitting.id", ondelete="CASCADE", index=True)
    number: int
    text: str = Field(sa_type=sa.Text)
    what: str = Field(max_length=80)  # why there is a new one, in Swedish
    by_itself: bool = False  # saved while somebody wrote, without a word from them
    beside: bool = False
    at: dt.datetime = Field(sa_type=UTCDateTime)
    by: int | None = Field(default=None, foreign_key="person.id", index=True)


class PointKind(StrEnum):
    """From where a point of the agenda comes."""

    OWN = "own"  # of the body's template, or put in by hand
    PREVIOUS = "previous"  # the previous minutes
    SINCE_LAST = "since_last"
    POSTPONED = "postponed"  # bordlagd
    REFERRED = "referred"  # from another body, or back from it
    ACTIONS = "actions"  # due by the meeting


class AgendaPoint(Table, table=True):
    """A point of a prepared agenda. `source` is what it was carried over from ("referral:4"),
    so that it is carried over once.
    """

    __tablename__ = "agenda_point"

    id: int | None = Field(default=None, primary_key=True)
    sitting_id: int = Field(foreign_key="sitting.id", ondelete="CASCADE", index=True)
    position: int
    title: str = Field(max_length=300)
    text: str = Field(default="", sa_type=sa.Text)
    kind: PointKind = Field(default=PointKind.OWN, sa_type=enum_type(PointKind))
    source: str = Field(default="", max_length=80)


class NumberStyle(StrEnum):
    """How the paragraphs of a body's minutes are numbered."""

    SECTION = "§ 1"
    SECTION_OF_YEAR = "§ 1/26"
    POINT = "1."


class WritingRules(Table, table=True):
    """How a body's minutes are written: its usual agenda, its phrases, its numbers."""

    __tablename__ = "writing_rules"

    body_id: int = Field(foreign_key="body.id", ondelete="CASCADE", primary_key=True)
    agenda: str = Field(default="", sa_type=sa.Text)  # a title a line
    phrases: str = Field(default="", sa_type=sa.Text)  # a phrase a line
    numbers: NumberStyle = Field(default=NumberStyle.SECTION, sa_type=enum_type(NumberStyle))
