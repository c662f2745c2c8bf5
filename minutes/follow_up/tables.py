"""What has happened since the minutes were written, as events beside what they say."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type
from minutes.people.tables import Role


class ActionState(StrEnum):
    """Where an action item is; the steps between them stand in lifecycle.py."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    HANDED_OVER = "handed_over"  # open still: its new owner has not said anything yet
    DONE = "done"
    DROPPED = "dropped"


CLOSED = (ActionState.DONE, ActionState.DROPPED)


class ActionEventKind(StrEnum):
    """What happened to an action item."""

    STARTED = "started"
    WAITING = "waiting"
    PART_DONE = "part_done"  # one of several owners, of whom all must
    DONE = "done"
    DROPPED = "dropped"
    REOPENED = "reopened"
    ASSIGNED = "assigned"  # had no owner before
    HANDED_OVER = "handed_over"
    MORE_TIME = "more_time"
    COMMENTED = "commented"


class Via(StrEnum):
    """From where an event came."""

    PAGE = "page"
    MAIL = "mail"
    MINUTES = "minutes"  # later minutes
    API = "api"


class ActionEvent(Table, table=True):
    """One event in the life of an action item.

    Its key does not cascade: a meeting whose action items have been followed up stays.
    `due` and `needs_all` are of those kinds that set them.
    """

    __tablename__ = "action_event"

    id: int | None = Field(default=None, primary_key=True)
    action_item_id: int = Field(foreign_key="action_item.id", index=True)
    kind: ActionEventKind = Field(sa_type=enum_type(ActionEventKind))
    at: dt.datetime = Field(sa_type=UTCDateTime)
    by: int | None = Field(default=None, foreign_key="person.id", index=True)
    via: Via = Field(default=Via.PAGE, sa_type=enum_type(Via))
    note: str = Field(default="", sa_type=sa.Text)
    due: dt.date | None = None
    needs_all: bool = False


class ActionHolder(Table, table=True):
    """Whom an event gave the action item to: a person, a role in a body, a body, or a name."""

    __tablename__ = "action_holder"

    event_id: int = Field(foreign_key="action_event.id", ondelete="CASCADE", primary_key=True)
    position: int = Field(primary_key=True)
    action_item_id: int = Field(foreign_key="action_item.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    body_id: int | None = Field(default=None, foreign_key="body.id", index=True)
    role: Role | None = Field(default=None, sa_type=enum_type(Role))
    name: str = Field(max_length=200)


class ActionNow(Table, table=True):
    """How an action item stands after its events, so that lists need not read them all.

    Derived: lifecycle.present() makes it of the events, and nothing else writes it. An
    action item without events has no row, and stands as its minutes say.
    """

    __tablename__ = "action_now"

    action_item_id: int = Field(foreign_key="action_item.id", primary_key=True)
    state: ActionState = Field(sa_type=enum_type(ActionState), index=True)
    since: dt.datetime = Field(sa_type=UTCDateTime)
    due_changed: bool = False
    due: dt.date | None = None  # where it has changed
    handed_by: int | None = Field(default=None, foreign_key="action_event.id", index=True)
    needs_all: bool = False
