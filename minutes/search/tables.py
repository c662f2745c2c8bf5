"""What can be found: a row for each meeting, item, decision and action item.

The rows are made from the register (index.py) and can be made again from it at any time. On
SQLite a table for full text, and on PostgreSQL an index, stands on `stems`; the migration
makes them.
"""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, enum_type
from minutes.search.language import Kind


class SearchEntry(Table, table=True):
    """One thing that can be found. `stems` has each stem of its text once.

    The body and the date are the meeting's, so that what is found is chosen and put in order
    without looking at anything else.
    """

    __tablename__ = "search_entry"
    __table_args__ = (sa.UniqueConstraint("kind", "thing_id"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: Kind = Field(sa_type=enum_type(Kind))
    thing_id: int
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    body_id: int = Field(foreign_key="body.id", index=True)
    date: dt.date
    text: str = Field(sa_type=sa.Text)
    stems: str = Field(sa_type=sa.Text)


class PublicSearchEntry(Table, table=True):
    """What can be found of a published part, by the stems of its text: of the public twin, so
    what is masked has none. It goes with its part.
    """

    __tablename__ = "public_search_entry"

    part_id: int = Field(primary_key=True, foreign_key="published_part.id", ondelete="CASCADE")
    stems: str = Field(sa_type=sa.Text)
