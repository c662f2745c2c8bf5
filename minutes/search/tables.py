"""What can be found: a row for each meeting, item, decision, action item, paper and report.

The rows are made from the register and the reports (index.py) and can be made again from them at
any time. On SQLite a table for full text, and on PostgreSQL a vector with its index, is made of
`stems`; the migration says how.
"""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, enum_type
from minutes.search.language import Kind

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")  # 64 bits on both


class SearchEntry(Table, table=True):
    """One thing that can be found. `id` says where it stands among the others (standing.py).

    `stems` has each stem of its text once, and the marks of its kind and body. The date is the
    meeting's, or the last day of a report's year, which has no meeting.
    """

    __tablename__ = "search_entry"
    __table_args__ = (sa.UniqueConstraint("kind", "thing_id"),)

    id: int = Field(primary_key=True, sa_type=_NUMBER, sa_column_kwargs={"autoincrement": False})
    kind: Kind = Field(sa_type=enum_type(Kind))
    thing_id: int
    meeting_id: int | None = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    body_id: int = Field(foreign_key="body.id", index=True)
    date: dt.date
    text: str = Field(sa_type=sa.Text)
    stems: str = Field(sa_type=sa.Text)


class PublicSearchEntry(Table, table=True):
    """What can be found of a published part, by the stems of its text: of the public twin, so
    what is masked has none. It goes with its part. `id` says where it stands (standing.py).
    """

    __tablename__ = "public_search_entry"

    id: int = Field(primary_key=True, sa_type=_NUMBER, sa_column_kwargs={"autoincrement": False})
    part_id: int = Field(foreign_key="published_part.id", ondelete="CASCADE", unique=True)
    stems: str = Field(sa_type=sa.Text)
