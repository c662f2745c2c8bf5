"""Who is to do what now: those whom the minutes name, or to whom it was handed over since."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.database import enum_type
from minutes.follow_up.owners import (
    ANSWERS,
    OWN_BODY,
    Owner,
    PresentOwner,
    Seats,
    meant,
    words_of,
)
from minutes.follow_up.tables import ActionHolder, ActionNow
from minutes.people.queries import holds_on
from minutes.people.tables import Body, Mandate, Person, Role
from minutes.register.tables import ActionItem, ActionOwner, Meeting
from minutes.review.matching import folded

SEAT, OWNER = 1, 2
ANSWERING = (Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY)


def owner_rows(name: str = "owner") -> sa.Subquery:
    """(action_item_id, position, person_id, body_id, role, name), a row for each owner now."""
    handed = sa.select(
        col(ActionHolder.action_item_id),
        col(ActionHolder.position),
        col(ActionHolder.person_id),
        col(ActionHolder.body_id),
        col(ActionHolder.role),
        col(ActionHolder.name),
    ).join(ActionNow, col(ActionNow.handed_by) == ActionHolder.event_id)
    handed_over = (
        sa.select(col(ActionNow.action_item_id))
        .where(
            col(ActionNow.action_item_id) == ActionOwner.action_item_id,
            col(ActionNow.handed_by).is_not(None),
        )
        .correlate(ActionOwner)
        .exists()
    )
    as_written = sa.select(
        col(ActionOwner.action_item_id),
        col(ActionOwner.position),
        col(ActionOwner.person_id),
        sa.cast(sa.null(), sa.Integer).label("body_id"),
        sa.cast(sa.null(), enum_type(Role)).label("role"),
        col(ActionOwner.name),
    ).where(sa.not_(handed_over))
    return sa.union_all(handed, as_written).subquery(name)


def seats(session: Session, today: dt.date) -> Seats:
    """Who can answer for a role or a body on the day. One statement."""
    return _seats(session.execute(_seat_rows(today)).all())


def present_owners(
    session: Session, action_ids: Sequence[int], today: dt.date
) -> dict[int, list[PresentOwner]]:
    """The owners of each action item now, with the persons who answer on the day.

    One statement for the owners and for who holds which role, told apart by its first column.
    """
    if not action_ids:
        return {}
    found = session.execute(sa.union_all(_seat_rows(today), _owner_rows_of(action_ids))).all()
    seats = _seats([row for row in found if row.kind == SEAT])
    owners: dict[int, list[PresentOwner]] = {}
    of_actions = [row for row in found if row.kind == OWNER]
    for _, action_id, _, person_id, body_id, role, name, own_body, _ in sorted(
        of_actions, key=lambda row: (row.of, row.position)
    ):
        owner_now = meant(Owner(name, person_id, body_id, role), own_body, seats)
        owners.setdefault(action_id, []).append(owner_now)
    return owners


def _seat_rows(today: dt.date) -> sa.Select[Any]:
    """(kind, body, nothing, person, nothing, role, person's name, nothing, body's name)."""
    return (
        sa.select(
            sa.literal(SEAT).label("kind"),
            col(Body.id).label("of"),
            _nothing().label("position"),
            col(Person.id).label("person_id"),
            _nothing().label("body_id"),
            col(Mandate.role).label("role"),
            col(Person.name).label("name"),
            _nothing().label("own_body"),
            col(Body.name).label("body"),
        )
        .outerjoin(
            Mandate,
            sa.and_(
                col(Mandate.body_id) == Body.id,
                holds_on(today),
                col(Mandate.role).in_(ANSWERING),
            ),
        )
        .outerjoin(Person, col(Person.id) == Mandate.person_id)
    )


def _owner_rows_of(action_ids: Sequence[int]) -> sa.Select[Any]:
    """(kind, action item, position, person, body, role, name, the action item's body, nothing)."""
    owner = owner_rows()
    return (
        sa.select(
            sa.literal(OWNER),
            owner.c.action_item_id,
            owner.c.position,
            owner.c.person_id,
            owner.c.body_id,
            owner.c.role,
            owner.c.name,
            col(Meeting.body_id),
            sa.cast(sa.null(), sa.String),
        )
        .join(ActionItem, col(ActionItem.id) == owner.c.action_item_id)
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .where(owner.c.action_item_id.in_(action_ids))
    )


def _nothing() -> sa.Cast[Any]:
    return sa.cast(sa.null(), sa.Integer)


def _seats(rows: Iterable[Any]) -> Seats:
    held: dict[tuple[int, Role], dict[int, str]] = {}
    named: dict[str, set[int]] = {}
    for row in sorted(rows, key=lambda row: (row.of, row.name or "", row.person_id or 0)):
        named.setdefault(folded(row.body), set()).add(row.of)
        if row.person_id is not None:
            held.setdefault((row.of, row.role), {})[row.person_id] = row.name
    return Seats(
        {seat: tuple(persons.items()) for seat, persons in held.items()},
        {name: found.pop() for name, found in named.items() if len(found) == 1},
    )


def may_mean(owner: sa.Subquery, person_id: int, seats: Seats) -> sa.ColumnElement[bool]:
    """Whether an owner's row is the person, or a role or a body that the person answers for.

    Meant to narrow a search by the database: meant() decides, since it knows all ways of
    writing. Needs Meeting in the query.
    """
    conditions: list[sa.ColumnElement[bool]] = [owner.c.person_id == person_id]
    own_bodies = _names_of_bodies(seats)
    for (body_id, role), persons in seats.held.items():
        if all(each != person_id for each, _ in persons):
            continue
        nobody = owner.c.person_id.is_(None)
        given = sa.and_(owner.c.body_id == body_id, owner.c.role == role)
        written = sa.and_(nobody, col(Meeting.body_id) == body_id, _named(owner, words_of(role)))
        conditions += [given, written]
        if role is ANSWERS:
            named = _named(owner, own_bodies.get(body_id, []))
            own = sa.and_(col(Meeting.body_id) == body_id, _named(owner, sorted(OWN_BODY)))
            conditions.append(sa.and_(owner.c.body_id == body_id, owner.c.role.is_(None)))
            conditions.append(sa.and_(nobody, sa.or_(named, own)))
    return sa.or_(*conditions)


def nobody_owns(today: dt.date) -> sa.ColumnElement[bool]:
    """Whether nobody answers for an action item on the day: no name, or one of nobody known.

    Meant to narrow a search by the database: meant() decides, since it knows all ways of
    writing. Needs Meeting in the query.
    """
    owner = owner_rows("known")
    return sa.not_(
        sa.select(owner.c.action_item_id)
        .where(
            owner.c.action_item_id == ActionItem.id,
            sa.or_(
                owner.c.person_id.is_not(None),
                owner.c.body_id.is_not(None),
                _is_answered_for(owner, today),
            ),
        )
        .correlate(ActionItem, Meeting)
        .exists()
    )


def _is_answered_for(owner: sa.Subquery, today: dt.date) -> sa.ColumnElement[bool]:
    """Whether an owner's name is that of a role or a body that somebody answers for."""
    of_role = [
        sa.and_(col(Mandate.role) == role, _named(owner, words_of(role))) for role in ANSWERING
    ]
    of_body = sa.and_(col(Mandate.role) == ANSWERS, _named(owner, sorted(OWN_BODY)))
    of_another = sa.and_(
        col(Mandate.role) == ANSWERS, sa.func.lower(owner.c.name) == sa.func.lower(col(Body.name))
    )
    in_own = sa.and_(col(Mandate.body_id) == col(Meeting.body_id), sa.or_(*of_role, of_body))
    return (
        sa.select(col(Mandate.id))
        .join(Body, col(Body.id) == Mandate.body_id)
        .where(holds_on(today), sa.or_(in_own, of_another))
        .correlate(owner, Meeting)
        .exists()
    )


def _named(owner: sa.Subquery, names: list[str]) -> sa.ColumnElement[bool]:
    # SQLite knows the case of A to Z only, so a first Å, Ä or Ö is asked for in both.
    name: Any = owner.c.name
    return sa.or_(sa.func.lower(name).in_(names), name.in_([each.capitalize() for each in names]))


def _names_of_bodies(seats: Seats) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = {}
    for name, body_id in seats.bodies.items():
        found.setdefault(body_id, []).append(name)
    return found
