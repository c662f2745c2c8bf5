"""What is asked of action items: whose, how they stand, which are late."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.database import enum_type
from minutes.errors import NotFound
from minutes.follow_up import ownership
from minutes.follow_up.due_dates import Standing, standing
from minutes.follow_up.owners import PresentOwner, ids
from minutes.follow_up.tables import CLOSED, ActionDue, ActionNow, ActionState
from minutes.people.tables import Body
from minutes.register import queries as register
from minutes.register.cancelled import is_cancelled
from minutes.register.tables import ActionItem, AnnouncedMeeting, Item, Meeting

Visible = frozenset[int] | None  # bodies; None means all


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action item with where it comes from and how it stands."""

    id: int
    text: str
    quote: str
    due: dt.date | None
    due_text: str | None
    owner_text: str | None
    first_line: int | None
    meeting_id: int
    meeting_date: dt.date
    document_id: int | None
    body_id: int
    body: str
    item: str | None
    is_done: bool  # or dropped: nothing more is to be done
    state: ActionState
    since: dt.datetime | None  # when it came to that state
    needs_all: bool  # of several owners, each must do it
    rule: str | None  # where it falls due with an event; see due_rules.py
    owners: tuple[tuple[str, int | None], ...] = ()  # name, person
    owner_ids: frozenset[int] = frozenset()  # also of roles and bodies that own it

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for something: so it was marked, or its event has no day yet."""
        return self.state is ActionState.WAITING or (self.rule is not None and self.due is None)

    def standing(self, today: dt.date) -> Standing:
        """How it stands on the day."""
        return standing(self.is_done, self.due, today)


@dataclass(frozen=True, slots=True)
class Ahead:
    """A meeting that some minutes announce."""

    date: dt.date
    start: dt.time | None
    end: dt.time | None
    place: str | None
    body: str
    slug: str
    is_cancelled: bool


def with_present(query: sa.Select[*tuple[Any, ...]]) -> sa.Select[*tuple[Any, ...]]:
    """The query of action items with what state(), is_done() and due() are made of joined to it."""
    return query.outerjoin(
        ActionNow, col(ActionNow.action_item_id) == col(ActionItem.id)
    ).outerjoin(ActionDue, col(ActionDue.action_item_id) == col(ActionItem.id))


def state() -> sa.ColumnElement[ActionState]:
    """The state of an action item: after its events, or else what the minutes say."""
    as_written = sa.case(
        (col(ActionItem.done_in_minutes), sa.literal(ActionState.DONE, enum_type(ActionState))),
        else_=sa.literal(ActionState.OPEN, enum_type(ActionState)),
    )
    return sa.func.coalesce(col(ActionNow.state), as_written)


def is_done() -> sa.ColumnElement[bool]:
    """Whether nothing more is to be done: it is done, or it was dropped."""
    return sa.func.coalesce(col(ActionNow.state).in_(CLOSED), col(ActionItem.done_in_minutes))


def due() -> sa.ColumnElement[dt.date | None]:
    """By when it is to be done now: with an event, by a day given since, or as the minutes say."""
    changed = sa.func.coalesce(col(ActionNow.due_changed), sa.false())
    return sa.case(
        (col(ActionDue.action_item_id).is_not(None), col(ActionDue.day)),
        (changed, col(ActionNow.due)),
        else_=col(ActionItem.due),
    )


def owned_by(
    session: Session, person_id: int, done_since: dt.datetime, today: dt.date
) -> list[ActionRow]:
    """What a person is to do, and what of it was marked as done since then."""
    seats = ownership.seats(session, today)
    owner = ownership.owner_rows()
    perhaps = (
        sa.select(owner.c.action_item_id)
        .join(ActionItem, col(ActionItem.id) == owner.c.action_item_id)
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .where(ownership.may_mean(owner, person_id, seats))
    )
    recent = sa.and_(is_done(), col(ActionNow.since) >= done_since)
    query = action_rows().where(col(ActionItem.id).in_(perhaps), sa.or_(sa.not_(is_done()), recent))
    rows = listed(session, query.order_by(*first_due_first()), today)
    return [row for row in rows if person_id in row.owner_ids]


def action(session: Session, action_id: int, today: dt.date) -> ActionRow:
    """One action item. Raises NotFound."""
    found = listed(session, action_rows().where(col(ActionItem.id) == action_id), today)
    if not found:
        raise NotFound("Åtgärden finns inte.")
    return found[0]


def of_meeting(session: Session, meeting_id: int, today: dt.date) -> dict[int, ActionRow]:
    """The action items of a meeting by id."""
    query = action_rows().where(col(ActionItem.meeting_id) == meeting_id)
    return {row.id: row for row in listed(session, query, today)}


def late(session: Session, visible: Visible, today: dt.date, most: int) -> list[ActionRow]:
    """The late action items of the bodies, those that have been so longest first."""
    conditions = [due() < today, *_open_in(visible)]
    return listed(session, part_of(conditions, first_due_first(), most), today)


def late_by_body(session: Session, visible: Visible, today: dt.date) -> list[tuple[str, str, int]]:
    """(slug, name, number of late action items) of the bodies that have any, most first."""
    count, name = sa.func.count().label("late"), register.called()
    query = (
        with_present(sa.select(col(Body.slug), name, count).select_from(ActionItem))
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .join(Body, col(Body.id) == Meeting.body_id)
        .where(due() < today, *_open_in(visible))
        .group_by(col(Body.id), col(Body.slug), col(Body.name), col(Body.organisation))
        .order_by(count.desc(), col(Body.name))
    )
    return [tuple(row) for row in session.execute(query)]


def meetings_ahead(session: Session, visible: Visible, today: dt.date, most: int) -> list[Ahead]:
    """The next meetings that the minutes announce, each body's day once."""
    query = (
        sa.select(
            col(AnnouncedMeeting.date),
            sa.func.min(col(AnnouncedMeeting.start)),
            sa.func.max(col(AnnouncedMeeting.end)),
            sa.func.min(col(AnnouncedMeeting.place)),
            register.called(),
            col(Body.slug),
            is_cancelled(col(Body.id), col(AnnouncedMeeting.date)),
        )
        .join(Meeting, col(Meeting.id) == AnnouncedMeeting.meeting_id)
        .join(Body, col(Body.id) == Meeting.body_id)
        .where(col(AnnouncedMeeting.date) >= today)
        .group_by(col(AnnouncedMeeting.date), col(Body.id), col(Body.name))
        .order_by(col(AnnouncedMeeting.date), col(Body.name))
        .limit(most)
    )
    if visible is not None:
        query = query.where(col(Meeting.body_id).in_(visible))
    return [Ahead(*row) for row in session.execute(query)]


def action_rows() -> sa.Select[*tuple[Any, ...]]:
    """Selects what an ActionRow holds, in its order, all but the owners."""
    return _placed(
        sa.select(
            col(ActionItem.id),
            col(ActionItem.text),
            col(ActionItem.quote),
            due(),
            col(ActionItem.due_text),
            col(ActionItem.owner_text),
            col(ActionItem.first_line),
            col(ActionItem.meeting_id),
            col(Meeting.date),
            col(Meeting.document_id),
            col(Body.id),
            register.called(),
            col(Item.title),
            is_done(),
            state(),
            col(ActionNow.since),
            sa.func.coalesce(col(ActionNow.needs_all), sa.false()),
            col(ActionDue.rule),
        )
    ).outerjoin(Item, col(Item.id) == ActionItem.item_id)


def part_of(
    conditions: Iterable[sa.ColumnElement[bool]],
    order: Sequence[Any],
    most: int,
    offset: int = 0,
) -> sa.Select[Any]:
    """Selects so many of the action items, in the order, from the offset on.

    Their ids alone are sorted: of the others nothing else is read, and no owner is looked up.
    """
    ids = _placed(sa.select(col(ActionItem.id))).where(*conditions).order_by(*order)
    part = ids.limit(most).offset(offset).subquery("part")
    return action_rows().join(part, part.c.id == col(ActionItem.id)).order_by(*order)


def _placed(query: sa.Select[*tuple[Any, ...]]) -> sa.Select[*tuple[Any, ...]]:
    """The query of action items with their meeting and body, and how they stand."""
    return (
        with_present(query.select_from(ActionItem))
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .join(Body, col(Body.id) == Meeting.body_id)
    )


def first_due_first() -> tuple[Any, ...]:
    """The order of lists: those due first first, those without a day last."""
    return (
        due().is_(None),
        due(),
        col(Meeting.date).desc(),
        col(ActionItem.id),
    )


def _open_in(visible: Visible) -> list[sa.ColumnElement[bool]]:
    still_open = sa.not_(is_done())
    return [still_open] if visible is None else [still_open, col(Meeting.body_id).in_(visible)]


def listed(session: Session, query: sa.Select[Any], today: dt.date) -> list[ActionRow]:
    """What the query of action_rows() finds, with the owners of the day. Two statements."""
    rows = [ActionRow(*row) for row in session.execute(query)]
    owners = ownership.present_owners(session, [row.id for row in rows], today)
    return [_owned(row, owners.get(row.id, [])) for row in rows]


def _owned(row: ActionRow, owners: list[PresentOwner]) -> ActionRow:
    named = tuple(each for owner in owners for each in owner.named)
    return replace(row, owners=named, owner_ids=ids(owners))
