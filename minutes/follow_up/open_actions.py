"""Open action items in lists: a body's, those without a day, given away, and nobody's."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.follow_up import ownership
from minutes.follow_up.queries import (
    ActionRow,
    Visible,
    action_rows,
    due,
    first_due_first,
    is_done,
    listed,
    part_of,
)
from minutes.follow_up.tables import ActionEvent, ActionEventKind
from minutes.paging import PAGE, Paging, paging
from minutes.register.tables import ActionItem, Meeting


@dataclass(frozen=True, slots=True)
class Unassigned:
    """A page of the action items that nobody answers for."""

    rows: list[ActionRow]
    paging: Paging


def unassigned(session: Session, visible: Visible, today: dt.date, page: int = 1) -> Unassigned:
    """The open action items that nobody answers for, those due first first. Two statements."""
    conditions = [sa.not_(is_done()), ownership.nobody_owns(today)]
    if visible is not None:
        conditions.append(col(Meeting.body_id).in_(visible))
    offset = (max(page, 1) - 1) * PAGE
    found = listed(session, part_of(conditions, first_due_first(), PAGE + 1, offset), today)
    shown = paging(page, offset + min(len(found), PAGE), is_more=len(found) > PAGE)
    return Unassigned([row for row in found[:PAGE] if not row.owner_ids], shown)


def open_of_body(
    session: Session, body_id: int, year: int | None, today: dt.date
) -> list[ActionRow]:
    """A body's open action items, of one year's meetings or of all, those due first first."""
    query = action_rows().where(col(Meeting.body_id) == body_id, sa.not_(is_done()))
    if year is not None:
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        query = query.where(col(Meeting.date).between(first, last))
    return listed(session, query.order_by(*first_due_first()), today)


def open_of_bodies(session: Session, bodies: frozenset[int], today: dt.date) -> list[ActionRow]:
    """The first page of the bodies' open action items, those due first first."""
    conditions = [col(Meeting.body_id).in_(bodies), sa.not_(is_done())]
    return listed(session, part_of(conditions, first_due_first(), PAGE), today)


def given_by(session: Session, person_id: int, visible: Visible, today: dt.date) -> list[ActionRow]:
    """The open action items that a person has given to others and does not own."""
    given = sa.select(col(ActionEvent.action_item_id)).where(
        col(ActionEvent.by) == person_id,
        col(ActionEvent.kind).in_((ActionEventKind.HANDED_OVER, ActionEventKind.ASSIGNED)),
    )
    query = action_rows().where(sa.not_(is_done()), col(ActionItem.id).in_(given))
    if visible is not None:
        query = query.where(col(Meeting.body_id).in_(visible))
    found = listed(session, query.order_by(*first_due_first()), today)
    return [row for row in found if person_id not in row.owner_ids]


def open_without_day(session: Session, body_id: int, today: dt.date) -> list[ActionRow]:
    """A body's open action items that say when, but at no certain day: "under hösten"."""
    query = action_rows().where(
        col(Meeting.body_id) == body_id,
        sa.not_(is_done()),
        due().is_(None),
        col(ActionItem.due_text).is_not(None),
    )
    return listed(session, query.order_by(*first_due_first()), today)
