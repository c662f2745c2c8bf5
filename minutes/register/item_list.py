"""The points of all meetings that one may see, for programs that read them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.errors import NotFound
from minutes.paging import PAGE, Paging, paging
from minutes.people.tables import Body
from minutes.register.choices import Visible, of_meetings
from minutes.register.queries import called, contains
from minutes.register.tables import Item, Meeting


@dataclass(frozen=True, slots=True)
class Filter:
    """Which points are wanted; what is None or empty does not matter."""

    body: str | None = None  # slug
    year: int | None = None  # of the meeting
    text: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A point with the meeting that it is of."""

    id: int
    parent_id: int | None
    number: str | None
    title: str
    text: str
    first_line: int | None
    last_line: int | None
    meeting_id: int
    date: dt.date
    body_id: int
    body: str


@dataclass(frozen=True, slots=True)
class ItemList:
    """A page of points, and how many there are in all."""

    rows: list[ItemRow]
    paging: Paging
    total: int


def items(session: Session, visible: Visible, wanted: Filter) -> ItemList:
    """The points of the latest meetings first, in the order of each meeting. Two statements."""
    conditions = of_meetings(visible, wanted.body, wanted.year)
    if wanted.text:
        conditions.append(
            sa.or_(contains(col(Item.title), wanted.text), contains(col(Item.text), wanted.text))
        )
    counting = _from(sa.select(sa.func.count())).where(*conditions)
    total = session.execute(counting).scalar_one()
    shown = paging(wanted.page, total)
    query = (
        _rows()
        .where(*conditions)
        .order_by(col(Meeting.date).desc(), col(Meeting.id).desc(), col(Item.position))
    )
    rows = session.execute(query.limit(PAGE).offset(shown.offset))
    return ItemList([ItemRow(*row) for row in rows], shown, total)


def item(session: Session, item_id: int) -> ItemRow:
    """One point. Raises NotFound."""
    row = session.execute(_rows().where(col(Item.id) == item_id)).first()
    if row is None:
        raise NotFound("Punkten finns inte.")
    return ItemRow(*row)


def _rows() -> Any:
    return _from(
        sa.select(
            col(Item.id),
            col(Item.parent_id),
            col(Item.number),
            col(Item.title),
            col(Item.text),
            col(Item.first_line),
            col(Item.last_line),
            col(Item.meeting_id),
            col(Meeting.date),
            col(Body.id),
            called(),
        )
    )


def _from(query: Any) -> Any:
    return (
        query.select_from(Item)
        .join(Meeting, col(Meeting.id) == Item.meeting_id)
        .join(Body, col(Body.id) == Meeting.body_id)
    )
