"""The list of action items of several bodies, as an address asks for it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.follow_up.due_dates import Standing
from minutes.follow_up.ownership import owner_rows
from minutes.follow_up.queries import (
    ActionRow,
    action_rows,
    due,
    is_done,
    listed,
    part_of,
    state,
    with_present,
)
from minutes.follow_up.tables import ActionState
from minutes.order import Order
from minutes.paging import PAGE, Paging, paging
from minutes.people.tables import Body
from minutes.register.choices import Choices, Reader, Visible, choices, directed, of_meetings
from minutes.register.queries import called, contains
from minutes.register.tables import ActionItem, Meeting

DUE_FIRST = Order("klart")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which action items are wanted; what is None or empty does not matter."""

    body: str | None = None  # slug
    year: int | None = None  # of the meeting
    owner: str = ""
    text: str = ""
    standing: Standing | None = Standing.OPEN  # late ones are open too
    state: ActionState | None = None
    order: Order = DUE_FIRST
    page: int = 1


@dataclass(frozen=True, slots=True)
class ActionList:
    """A page of action items, and what one may filter them by."""

    rows: list[ActionRow]
    choices: Choices
    paging: Paging


def actions(session: Session, reader: Reader, wanted: Filter, today: dt.date) -> ActionList:
    """Action items of the bodies that one may see. Three statements."""
    conditions = _conditions(reader.visible, wanted, today)
    found = choices(session, reader, _counting(conditions))
    shown = paging(wanted.page, found.total)
    part = part_of(conditions, _ordered(wanted.order), PAGE, shown.offset)
    return ActionList(listed(session, part, today), found, shown)


def all_actions(
    session: Session, visible: Visible, wanted: Filter, today: dt.date
) -> list[ActionRow]:
    """Every action item that the filter lets through, for a file. Two statements."""
    query = action_rows().where(*_conditions(visible, wanted, today))
    return listed(session, query.order_by(*_ordered(wanted.order)), today)


def _counting(conditions: Iterable[sa.ColumnElement[bool]]) -> sa.Select[Any]:
    return (
        with_present(sa.select(sa.func.count()).select_from(ActionItem))
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .join(Body, col(Body.id) == Meeting.body_id)
        .where(*conditions)
    )


def _conditions(visible: Visible, wanted: Filter, today: dt.date) -> list[sa.ColumnElement[bool]]:
    conditions = of_meetings(visible, wanted.body, wanted.year)
    if wanted.owner:
        owner = owner_rows()
        named = sa.select(owner.c.action_item_id).where(contains(owner.c.name, wanted.owner))
        conditions.append(col(ActionItem.id).in_(named))
    if wanted.text:
        conditions.append(contains(col(ActionItem.text), wanted.text))
    if wanted.standing is Standing.LATE:
        conditions.append(due() < today)
    if wanted.standing is Standing.DONE:
        conditions.append(is_done())
    elif wanted.standing is not None:
        conditions.append(sa.not_(is_done()))
    if wanted.state:
        conditions.append(state() == wanted.state)
    return conditions


def _ordered(order: Order) -> tuple[Any, ...]:
    """What to sort by; what has no day or no owner comes last."""
    columns: Mapping[str, tuple[Any, ...]] = {
        "klart": (due().is_(None), due()),
        "mote": (col(Meeting.date),),
        "organ": (called(),),
        "ansvarig": (_first_owner().is_(None), _first_owner()),
    }
    *nothing_last, by = columns[order.key]
    return (
        *nothing_last,
        directed(by, order.descending),
        col(Meeting.date).desc(),
        col(ActionItem.id),
    )


def _first_owner() -> Any:
    owner = owner_rows("first_owner")
    return (
        sa.select(sa.func.lower(owner.c.name))
        .where(owner.c.action_item_id == ActionItem.id)
        .order_by(owner.c.position)
        .limit(1)
        .correlate(ActionItem)
        .scalar_subquery()
    )
