"""What has happened since the minutes were written, as events beside what they say."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type


class ActionEventKind(StrEnum):
    """What happened to an action item."""

    DONE = "done"
    REOPENED = "reopened"


class ActionEvent(Table, table=True):
    """One event in the life of an action item; the latest decides its state.

    Its key does not cascade: a meeting whose action items have been followed up stays.
    """

    __tablename__ = "action_event"

    id: int | None = Field(default=None, primary_key=True)
    action_item_id: int = Field(foreign_key="action_item.id", index=True)
    kind: ActionEventKind = Field(sa_type=enum_type(ActionEventKind))
    at: datetime = Field(sa_type=UTCDateTime)
    by: int | None = Field(default=None, foreign_key="person.id", index=True)
    note: str = Field(default="", sa_type=sa.Text)
