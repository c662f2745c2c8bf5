"""Which planned meetings are called off (inställda): asked by body and day."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import StepNotAllowed
from minutes.register.tables import CancelledMeeting, Meeting


def is_cancelled(body_id: Any, date: Any) -> sa.ColumnElement[bool]:
    """Whether the meeting of that body on that day is called off; both are columns."""
    return sa.exists(
        sa.select(col(CancelledMeeting.id))
        .where(col(CancelledMeeting.body_id) == body_id, col(CancelledMeeting.date) == date)
        .correlate_except(CancelledMeeting)
    )


def cancelled_at(body_id: Any, date: Any) -> sa.ScalarSelect[dt.datetime]:
    """When the meeting of that body on that day was called off, or nothing; both are columns."""
    return (
        sa.select(col(CancelledMeeting.at))
        .where(col(CancelledMeeting.body_id) == body_id, col(CancelledMeeting.date) == date)
        .correlate_except(CancelledMeeting)
        .scalar_subquery()
    )


def cancelled_on(session: Session, body_id: int, day: dt.date) -> CancelledMeeting | None:
    """What is written down of it, where the body's meeting that day is called off."""
    return session.exec(
        select(CancelledMeeting).where(
            col(CancelledMeeting.body_id) == body_id, col(CancelledMeeting.date) == day
        )
    ).first()


def must_be_held(session: Session, body_id: int, day: dt.date) -> None:
    """Raise StepNotAllowed where the body's meeting of the day is called off."""
    if cancelled_on(session, body_id, day) is not None:
        raise StepNotAllowed("Mötet är inställt. Ångra det först, om mötet ska hållas ändå.")


def cancelled_since(
    session: Session, body_ids: Collection[int], day: dt.date
) -> Sequence[CancelledMeeting]:
    """The meetings of the bodies from the day on that are called off and of which there are no
    minutes, in order of time.
    """
    held = sa.exists().where(
        col(Meeting.body_id) == CancelledMeeting.body_id,
        col(Meeting.date) == CancelledMeeting.date,
    )
    return session.exec(
        select(CancelledMeeting)
        .where(
            col(CancelledMeeting.body_id).in_(body_ids), col(CancelledMeeting.date) >= day, ~held
        )
        .order_by(col(CancelledMeeting.date), col(CancelledMeeting.body_id))
    ).all()
