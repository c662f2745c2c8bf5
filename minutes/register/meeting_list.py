"""The list of meetings, as an address asks for it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.order import Order
from minutes.paging import PAGE, Paging, paging
from minutes.people.tables import Body
from minutes.recognition.findings import MinutesKind
from minutes.register.choices import Choices, Reader, Visible, choices, directed, of_meetings
from minutes.register.queries import attended, called, contains
from minutes.register.tables import (
    ActionItem,
    Decision,
    Item,
    Meeting,
    MeetingState,
)

LATEST_FIRST = Order("datum", descending=True)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which meetings are wanted; what is None or empty does not matter."""

    body: str | None = None  # slug
    year: int | None = None
    person: str = ""  # a name among those who were there, or sent apologies
    state: MeetingState | None = None
    text: str = ""
    order: Order = LATEST_FIRST
    page: int = 1


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A row of the list of meetings."""

    id: int
    date: dt.date
    title: str
    kind: MinutesKind
    state: MeetingState
    body: str
    slug: str
    decisions: int
    actions: int


@dataclass(frozen=True, slots=True)
class MeetingList:
    """A page of meetings, and what one may filter them by."""

    rows: list[MeetingRow]
    choices: Choices
    paging: Paging


def meetings(session: Session, reader: Reader, wanted: Filter) -> MeetingList:
    """The meetings of the bodies that one may see. Two statements."""
    found = choices(session, reader, _counting(reader.visible, wanted))
    shown = paging(wanted.page, found.total)
    rows = session.execute(_rows(reader.visible, wanted).limit(PAGE).offset(shown.offset))
    return MeetingList([MeetingRow(*row) for row in rows], found, shown)


def all_meetings(session: Session, visible: Visible, wanted: Filter) -> list[MeetingRow]:
    """Every meeting that the filter lets through, for a file. One statement."""
    return [MeetingRow(*row) for row in session.execute(_rows(visible, wanted))]


def _counting(visible: Visible, wanted: Filter) -> sa.Select[Any]:
    return (
        sa.select(sa.func.count())
        .select_from(Meeting)
        .join(Body, col(Body.id) == Meeting.body_id)
        .where(*_conditions(visible, wanted))
    )


def _rows(visible: Visible, wanted: Filter) -> sa.Select[Any]:
    decisions = _number_of(Decision).label("decisions")
    actions = _number_of(ActionItem).label("actions")
    columns: Mapping[str, Any] = {
        "datum": col(Meeting.date),
        "mote": sa.func.lower(col(Meeting.title)),
        "organ": called(),
        "beslut": decisions,
        "atgarder": actions,
        "status": col(Meeting.state),
    }
    first = columns[wanted.order.key]
    return (
        sa.select(
            col(Meeting.id),
            col(Meeting.date),
            col(Meeting.title),
            col(Meeting.kind),
            col(Meeting.state),
            called(),
            col(Body.slug),
            decisions,
            actions,
        )
        .join(Body, col(Body.id) == Meeting.body_id)
        .where(*_conditions(visible, wanted))
        .order_by(directed(first, wanted.order.descending))
        .order_by(col(Meeting.date).desc(), col(Meeting.id).desc())
    )


def _number_of(table: Any) -> Any:
    counting = sa.select(sa.func.count()).where(col(table.meeting_id) == Meeting.id)
    return counting.correlate(Meeting).scalar_subquery()


def _conditions(visible: Visible, wanted: Filter) -> list[sa.ColumnElement[bool]]:
    conditions = of_meetings(visible, wanted.body, wanted.year)
    if wanted.state:
        conditions.append(col(Meeting.state) == wanted.state)
    if wanted.person:
        conditions.append(attended(wanted.person))
    if wanted.text:
        conditions.append(_says(wanted.text))
    return conditions


def _says(text: str) -> sa.ColumnElement[bool]:
    items = sa.select(col(Item.id)).where(
        col(Item.meeting_id) == Meeting.id,
        sa.or_(contains(col(Item.title), text), contains(col(Item.text), text)),
    )
    decisions = sa.select(col(Decision.id)).where(
        col(Decision.meeting_id) == Meeting.id, contains(col(Decision.text), text)
    )
    actions = sa.select(col(ActionItem.id)).where(
        col(ActionItem.meeting_id) == Meeting.id, contains(col(ActionItem.text), text)
    )
    return sa.or_(
        contains(col(Meeting.title), text),
        contains(col(Body.name), text),
        items.exists(),
        decisions.exists(),
        actions.exists(),
    )
