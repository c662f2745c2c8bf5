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
    `due`, `due_rule` and `needs_all` are of those kinds that set them.
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
    due_rule: str | None = Field(default=None, max_length=80)  # see due_rules.py
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
    due: dt.date | None = None  # where it has changed, and to a day
    due_rule: str | None = Field(default=None, max_length=80)  # where it has changed to an event
    handed_by: int | None = Field(default=None, foreign_key="action_event.id", index=True)
    needs_all: bool = False


class ActionDue(Table, table=True):
    """The day on which an action item falls due with an event, as far as is known now.

    Derived from the rule and from what is known of meetings and events (due_service.py),
    and therefore gone with the action item.
    """

    __tablename__ = "action_due"

    action_item_id: int = Field(foreign_key="action_item.id", ondelete="CASCADE", primary_key=True)
    rule: str = Field(max_length=80)
    day: dt.date | None = Field(default=None, index=True)


class DecisionState(StrEnum):
    """How a decision stands; the steps between them stand in decisions.py."""

    IN_FORCE = "in_force"
    NOT_EXECUTED = "not_executed"  # to be executed, and not yet
    EXECUTED = "executed"
    REVOKED = "revoked"
    REPLACED = "replaced"


class DecisionEvent(Table, table=True):
    """What has happened to a decision: how it stands since `day`, and where that can be read.

    `state` is None for a comment. Its keys do not cascade: followed up minutes stay.
    """

    __tablename__ = "decision_event"

    id: int | None = Field(default=None, primary_key=True)
    decision_id: int = Field(foreign_key="decision.id", index=True)
    state: DecisionState | None = Field(default=None, sa_type=enum_type(DecisionState))
    at: dt.datetime = Field(sa_type=UTCDateTime)
    by: int | None = Field(default=None, foreign_key="person.id", index=True)
    via: Via = Field(default=Via.PAGE, sa_type=enum_type(Via))
    day: dt.date | None = None
    reference: str = Field(default="", max_length=300)
    replaced_by: int | None = Field(default=None, foreign_key="decision.id", index=True)
    note: str = Field(default="", sa_type=sa.Text)


class DecisionNow(Table, table=True):
    """How a decision stands after its events. Derived; without a row it is in force."""

    __tablename__ = "decision_now"

    decision_id: int = Field(foreign_key="decision.id", primary_key=True)
    state: DecisionState = Field(sa_type=enum_type(DecisionState), index=True)
    day: dt.date | None = None
    reference: str = Field(default="", max_length=300)
    replaced_by: int | None = Field(default=None, foreign_key="decision.id", index=True)


class ReferralState(StrEnum):
    """Where a referred question lies; the steps between them stand in referrals.py."""

    SENT = "sent"  # on the receiver's next agenda
    ANSWERED = "answered"  # back on the sender's next agenda
    CLOSED = "closed"  # the sender has taken note of the answer
    WITHDRAWN = "withdrawn"


class Referral(Table, table=True):
    """A question that one body has referred to another. `action_item_id`: out of what promise."""

    __tablename__ = "referral"

    id: int | None = Field(default=None, primary_key=True)
    from_body_id: int = Field(foreign_key="body.id", index=True)
    to_body_id: int = Field(foreign_key="body.id", index=True)
    action_item_id: int | None = Field(default=None, foreign_key="action_item.id", index=True)
    question: str = Field(sa_type=sa.Text)
    state: ReferralState = Field(
        default=ReferralState.SENT, sa_type=enum_type(ReferralState), index=True
    )
    sent_at: dt.datetime = Field(sa_type=UTCDateTime)
    sent_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    answer: str = Field(default="", sa_type=sa.Text)
    answered_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    answered_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    closed_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    closed_by: int | None = Field(default=None, foreign_key="person.id", index=True)


class WatchState(StrEnum):
    """Whether what is watched has come."""

    WAITING = "waiting"
    CAME = "came"
    DROPPED = "dropped"


class WatchItem(Table, table=True):
    """A decision of somebody else that a body waits for, and when to ask about it."""

    __tablename__ = "watch_item"

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id", index=True)
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id", index=True)
    whose: str = Field(default="", max_length=200)  # who decides
    what: str = Field(sa_type=sa.Text)
    quote: str = Field(default="", sa_type=sa.Text)
    first_line: int | None = None
    check_day: dt.date | None = Field(default=None, index=True)
    state: WatchState = Field(default=WatchState.WAITING, sa_type=enum_type(WatchState), index=True)
    made_at: dt.datetime = Field(sa_type=UTCDateTime)
    made_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    came_on: dt.date | None = None
    outcome: str = Field(default="", sa_type=sa.Text)
    ended_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    ended_by: int | None = Field(default=None, foreign_key="person.id", index=True)


class LaterReport(Table, table=True):
    """What the secretary said of a sentence in later minutes that seemed to report on an
    action item; what was answered once is not offered again.
    """

    __tablename__ = "later_report"
    __table_args__ = (sa.UniqueConstraint("document_id", "action_item_id"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="stored_document.id", ondelete="CASCADE")
    action_item_id: int = Field(foreign_key="action_item.id", ondelete="CASCADE", index=True)
    first_line: int | None = None
    is_report: bool
    at: dt.datetime = Field(sa_type=UTCDateTime)
    by: int | None = Field(default=None, foreign_key="person.id", index=True)
