"""Reads and keeps what bodies have set: their pace, when they meet next, what was told of."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.audit import service as audit
from minutes.mail.queries import SPOKEN
from minutes.mail.tables import OutboxMessage
from minutes.register.cancelled import is_cancelled
from minutes.register.tables import AnnouncedMeeting, Meeting
from minutes.reminders.pace import Pace, read_weeks, weeks_text
from minutes.reminders.tables import BodyPace, DutyKind, DutyReminder
from minutes.writing.ahead import summoned_to


def paces(session: Session) -> dict[int, Pace]:
    """By body, the pace that it has set."""
    return {row.body_id: _pace(row) for row in session.scalars(sa.select(BodyPace))}


def pace_of(session: Session, body_id: int) -> Pace:
    """The pace of one body."""
    row = session.get(BodyPace, body_id)
    return Pace() if row is None else _pace(row)


def _pace(row: BodyPace) -> Pace:
    return Pace(
        row.days_before,
        row.on_the_day,
        row.again_days,
        row.meeting_days,
        row.chair_days,
        read_weeks(row.quiet_weeks),
    )


def set_pace(session: Session, body_id: int, pace: Pace, *, by: int, at: dt.datetime) -> None:
    """Keep when the body has its owners reminded."""
    values: dict[str, Any] = {
        "days_before": pace.days_before,
        "on_the_day": pace.on_the_day,
        "again_days": pace.again_days,
        "meeting_days": pace.meeting_days,
        "chair_days": pace.chair_days,
        "quiet_weeks": weeks_text(pace.quiet_weeks),
    }
    session.merge(BodyPace(body_id=body_id, **values))
    audit.append(
        session,
        at=at,
        actor=f"person:{by}",
        act="reminders.paced",
        subject=f"body:{body_id}",
        details=values,
    )
    session.commit()


def next_meetings(session: Session, today: dt.date) -> dict[int, dt.date]:
    """By body, the next meeting that its minutes announce, or to which a kallelse was sent, and
    that is not called off.
    """
    rows = session.execute(
        sa.select(col(Meeting.body_id), sa.func.min(col(AnnouncedMeeting.date)))
        .join(Meeting, col(Meeting.id) == AnnouncedMeeting.meeting_id)
        .where(
            col(AnnouncedMeeting.date) >= today,
            ~is_cancelled(col(Meeting.body_id), col(AnnouncedMeeting.date)),
        )
        .group_by(col(Meeting.body_id))
    )
    found: dict[int, dt.date] = {body: day for body, day in rows}  # noqa: C416 – for the types
    for each, _ in summoned_to(session, today):
        found[each.body_id] = min(each.date, found.get(each.body_id, each.date))
    return found


def duties_told(session: Session) -> Mapping[tuple[int, DutyKind, int], dt.date]:
    """By person and what waits, the last day on which they were told of it."""
    rows = session.execute(
        sa.select(
            col(DutyReminder.person_id),
            col(DutyReminder.kind),
            col(DutyReminder.thing_id),
            sa.func.max(col(DutyReminder.day)),
        )
        .join(OutboxMessage, col(OutboxMessage.id) == DutyReminder.message_id)
        .where(col(OutboxMessage.state).in_(SPOKEN))
        .group_by(col(DutyReminder.person_id), col(DutyReminder.kind), col(DutyReminder.thing_id))
    )
    return {(person, kind, thing): day for person, kind, thing, day in rows}


def duties_of_messages(
    session: Session, message_ids: Collection[int]
) -> dict[int, list[tuple[int, DutyKind, int]]]:
    """By mail, (person, kind, thing) in the order in which they were decided."""
    rows = session.execute(
        sa.select(
            col(DutyReminder.message_id),
            col(DutyReminder.person_id),
            col(DutyReminder.kind),
            col(DutyReminder.thing_id),
        )
        .where(col(DutyReminder.message_id).in_(message_ids))
        .order_by(col(DutyReminder.id))
    )
    found: dict[int, list[tuple[int, DutyKind, int]]] = {id_: [] for id_ in message_ids}
    for message_id, *row in rows:
        found[message_id].append((row[0], row[1], row[2]))
    return found
