"""Reads what stands around the minutes: names, mandates, questions between bodies, watch items."""

import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from minutes.annual_report.facts import (
    CancelledFact,
    FormerNameFact,
    MandateFact,
    ReferralFact,
    WatchFact,
)
from minutes.follow_up.tables import Referral, ReferralState, WatchItem, WatchState
from minutes.people.queries import called
from minutes.people.tables import Body, FormerName, Mandate, Person, Role
from minutes.people.words import ROLE_WORDS
from minutes.register.cancelled import cancelled_since
from minutes.register.tables import ActionItem, Item
from minutes.swedish_time import day_in_sweden

Ids = Collection[int]


def day_of(moment: dt.datetime) -> dt.date:
    """The day it was in Sweden."""
    return day_in_sweden(moment)


def names(session: Session, body_ids: Ids) -> tuple[tuple[int, str], ...]:
    """(id, name) of the bodies."""
    rows = session.execute(
        sa.select(col(Body.id), called() if len(body_ids) > 1 else col(Body.name))
        .where(col(Body.id).in_(body_ids))
        .order_by(col(Body.name))
    )
    return tuple((row[0], row[1]) for row in rows)


def former_names(session: Session, body_ids: Ids, year: int) -> tuple[FormerNameFact, ...]:
    """What the bodies were called before, where that was changed since the year began."""
    rows = session.execute(
        sa.select(col(FormerName.body_id), col(FormerName.name), col(FormerName.changed_at))
        .where(col(FormerName.body_id).in_(body_ids))
        .order_by(col(FormerName.id))
    )
    found = (FormerNameFact(body, name, day_of(at)) for body, name, at in rows)
    return tuple(each for each in found if each.changed.year >= year)


def cancelled(session: Session, body_ids: Ids, year: int) -> tuple[CancelledFact, ...]:
    """The meetings that were called off in the year or the year before."""
    rows = cancelled_since(session, body_ids, dt.date(year - 1, 1, 1))
    found = (CancelledFact(each.body_id, each.date, each.reason) for each in rows)
    return tuple(each for each in found if each.date.year <= year)


def referrals(
    session: Session, body_ids: Ids, until: dt.date, told: Collection[int | None]
) -> tuple[ReferralFact, ...]:
    """The questions to and from the bodies; `told`: the meetings that may be spoken of."""
    sender, receiver = aliased(Body), aliased(Body)
    rows = session.execute(
        sa.select(
            col(Referral.id),
            col(Referral.question),
            col(Referral.from_body_id),
            col(sender.name),
            col(Referral.to_body_id),
            col(receiver.name),
            col(Referral.sent_at),
            col(Referral.answered_at),
            col(ActionItem.meeting_id),
            col(ActionItem.item_id),
        )
        .join(sender, col(sender.id) == Referral.from_body_id)
        .join(receiver, col(receiver.id) == Referral.to_body_id)
        .outerjoin(ActionItem, col(ActionItem.id) == Referral.action_item_id)
        .where(
            sa.or_(
                col(Referral.from_body_id).in_(body_ids), col(Referral.to_body_id).in_(body_ids)
            ),
            col(Referral.state) != ReferralState.WITHDRAWN,
        )
        .order_by(col(Referral.id))
    )
    facts = [_referral(*row) for row in rows]
    return tuple(
        each
        for each in facts
        if each.sent <= until and (each.meeting_id is None or each.meeting_id in told)
    )


def _referral(
    key: int,
    question: str,
    from_body_id: int,
    from_body: str,
    to_body_id: int,
    to_body: str,
    sent: dt.datetime,
    answered: dt.datetime | None,
    meeting: int | None,
    item: int | None,
) -> ReferralFact:
    return ReferralFact(
        key,
        question,
        from_body_id,
        from_body,
        to_body_id,
        to_body,
        day_of(sent),
        day_of(answered) if answered else None,
        meeting,
        item,
    )


def watched(
    session: Session, body_ids: Ids, until: dt.date, told: Collection[int | None]
) -> tuple[WatchFact, ...]:
    """The decisions that the bodies wait for; `told`: the meetings that may be spoken of."""
    rows = session.execute(
        sa.select(
            col(WatchItem.id),
            col(WatchItem.meeting_id),
            col(WatchItem.whose),
            col(WatchItem.what),
            _point(),
            col(WatchItem.came_on),
            col(WatchItem.body_id),
            col(WatchItem.made_at),
        )
        .where(
            col(WatchItem.body_id).in_(body_ids),
            col(WatchItem.state) != WatchState.DROPPED,
        )
        .order_by(col(WatchItem.id))
    )
    return tuple(
        WatchFact(*row[:7])
        for row in rows
        if row[1] in told or (row[1] is None and day_of(row[7]) <= until)
    )


def _point() -> sa.ScalarSelect[int | None]:
    """The point under which the watched decision stands: the last that begins above it."""
    return (
        sa.select(col(Item.id))
        .where(
            col(Item.meeting_id) == WatchItem.meeting_id,
            col(Item.first_line) <= WatchItem.first_line,
        )
        .order_by(col(Item.first_line).desc(), col(Item.position).desc())
        .limit(1)
        .scalar_subquery()
    )


def mandates(session: Session, body_ids: Ids, year: int) -> tuple[MandateFact, ...]:
    """Who had a role in the bodies during the year, the chair first."""
    rows = session.execute(
        sa.select(
            col(Person.name),
            col(Mandate.role),
            col(Mandate.first_day),
            col(Mandate.last_day),
            col(Mandate.body_id),
        )
        .join(Person, col(Person.id) == Mandate.person_id)
        .where(
            col(Mandate.body_id).in_(body_ids),
            col(Mandate.role) != Role.READER,
            col(Mandate.first_day) <= dt.date(year, 12, 31),
            sa.or_(col(Mandate.last_day).is_(None), col(Mandate.last_day) >= dt.date(year, 1, 1)),
        )
        .order_by(col(Mandate.first_day), col(Mandate.id))
    )
    order = list(ROLE_WORDS)
    return tuple(
        MandateFact(name, ROLE_WORDS[role], first, last, body)
        for name, role, first, last, body in sorted(rows, key=lambda row: order.index(row[1]))
    )
