"""What the minutes say: documents, meetings, who was there, decisions and action items."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type
from minutes.recognition.findings import MinutesKind, PaperKind, Presence


class MeetingState(StrEnum):
    """Where a meeting's minutes are on their way; steps stand in lifecycle.py."""

    RECORDED = "recorded"
    AWAITING_JUSTERING = "awaiting_justering"
    JUSTERAT = "justerat"
    PUBLISHED = "published"


class StoredDocument(Table, table=True):
    """A file as it came in. The same bytes are one document, however often they come.

    `paper` and `body_id` are for what is not minutes: its kind, and the body that it concerns.
    """

    __tablename__ = "stored_document"

    id: int | None = Field(default=None, primary_key=True)
    filename: str = Field(max_length=255)
    sha256: str = Field(max_length=64, unique=True)
    content: bytes = Field(sa_type=sa.LargeBinary)
    transcript: str = Field(sa_type=sa.Text)  # its lines, as the findings count them
    is_minutes: bool = True
    paper: PaperKind | None = Field(default=None, sa_type=enum_type(PaperKind))
    body_id: int | None = Field(default=None, foreign_key="body.id", index=True)
    stored_at: dt.datetime = Field(sa_type=UTCDateTime)
    stored_by: int | None = Field(default=None, foreign_key="person.id", index=True)


class Meeting(Table, table=True):
    """One meeting of a body, as its minutes record it."""

    __tablename__ = "meeting"
    __table_args__ = (sa.Index("ix_meeting_body_date", "body_id", "date"),)

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id")
    document_id: int | None = Field(default=None, foreign_key="stored_document.id", index=True)
    first_line: int | None = None  # of the document, where it has other meetings too
    last_line: int | None = None
    kind: MinutesKind = Field(sa_type=enum_type(MinutesKind))
    title: str = Field(max_length=300)
    date: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    place: str | None = Field(default=None, max_length=300)
    chair: str | None = Field(default=None, max_length=200)
    secretary: str | None = Field(default=None, max_length=200)
    adjusters: str = Field(default="", max_length=500)  # a name a line, in the text's order
    state: MeetingState = Field(default=MeetingState.RECORDED, sa_type=enum_type(MeetingState))
    recorded_at: dt.datetime = Field(sa_type=UTCDateTime)


class Attendance(Table, table=True):
    """A person listed in the minutes, as written; `person_id` where we know who it is."""

    __tablename__ = "attendance"

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    position: int
    name: str = Field(max_length=200)
    organisation: str | None = Field(default=None, max_length=300)
    role: str | None = Field(default=None, max_length=200)
    presence: Presence = Field(sa_type=enum_type(Presence))
    note: str | None = Field(default=None, max_length=300)


class Item(Table, table=True):
    """A point of the agenda, with the running text under it."""

    __tablename__ = "item"

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    parent_id: int | None = Field(
        default=None, foreign_key="item.id", ondelete="CASCADE", index=True
    )
    position: int
    number: str | None = Field(default=None, max_length=40)
    title: str = Field(max_length=500)
    text: str = Field(default="", sa_type=sa.Text)
    first_line: int | None = None
    last_line: int | None = None
    justerad_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)  # by itself


class Decision(Table, table=True):
    """One operative clause: `quote` in the minutes' own words, `text` tidied for showing."""

    __tablename__ = "decision"
    __table_args__ = (sa.Index(None, "meeting_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="CASCADE")
    item_id: int | None = Field(
        default=None, foreign_key="item.id", ondelete="SET NULL", index=True
    )
    position: int
    quote: str = Field(sa_type=sa.Text)
    text: str = Field(sa_type=sa.Text)
    first_line: int | None = None
    last_line: int | None = None


class ActionItem(Table, table=True):
    """A commitment in the minutes' own words. What has happened since is follow_up's."""

    __tablename__ = "action_item"
    # Long lists are counted and sorted by these columns, without the words of the minutes.
    __table_args__ = (sa.Index(None, "meeting_id", "done_in_minutes", "due"),)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="CASCADE")
    item_id: int | None = Field(
        default=None, foreign_key="item.id", ondelete="SET NULL", index=True
    )
    position: int
    quote: str = Field(sa_type=sa.Text)
    text: str = Field(sa_type=sa.Text)
    owner_text: str | None = Field(default=None, max_length=300)
    due: dt.date | None = Field(default=None, index=True)
    due_text: str | None = Field(default=None, max_length=300)
    done_in_minutes: bool = False  # the same minutes say that it was done
    first_line: int | None = None
    last_line: int | None = None


class ActionOwner(Table, table=True):
    """An owner of an action item: a person we know, or a name as written (a role, a group)."""

    __tablename__ = "action_owner"
    __table_args__ = (sa.UniqueConstraint("action_item_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    action_item_id: int = Field(foreign_key="action_item.id", ondelete="CASCADE", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    position: int
    name: str = Field(max_length=200)


class AnnouncedMeeting(Table, table=True):
    """A coming meeting that the minutes announce."""

    __tablename__ = "announced_meeting"

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str | None = Field(default=None, max_length=300)
    note: str | None = Field(default=None, max_length=300)


class CancelledMeeting(Table, table=True):
    """A planned meeting of a body that is not to be held, or was not (inställt).

    Minutes of a meeting that day say more surely that it was held.
    """

    __tablename__ = "cancelled_meeting"
    __table_args__ = (sa.UniqueConstraint("body_id", "date"),)

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id", ondelete="CASCADE")
    date: dt.date
    reason: str = Field(max_length=300)
    at: dt.datetime = Field(sa_type=UTCDateTime)
    by: int | None = Field(default=None, foreign_key="person.id", index=True)


class Attachment(Table, table=True):
    """An appendix that the minutes hold or name, or a paper that was added: then `document_id`."""

    __tablename__ = "attachment"

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    label: str = Field(max_length=80)
    title: str = Field(default="", max_length=500)
    document_id: int | None = Field(default=None, foreign_key="stored_document.id", index=True)
    first_line: int | None = None
    last_line: int | None = None
