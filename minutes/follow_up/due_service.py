"""Keeps the days of what falls due with an event: set again when the meeting or event moves."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.follow_up.due_rules import (
    DueRule,
    Event,
    Known,
    Told,
    day_of,
    meeting_days,
    read_code,
    rule_of,
)
from minutes.follow_up.meeting_sources import sources
from minutes.follow_up.tables import (
    CLOSED,
    ActionDue,
    ActionNow,
    ActionState,
    WatchItem,
    WatchState,
)
from minutes.register.cancelled import is_cancelled
from minutes.register.tables import ActionItem, AnnouncedMeeting, Meeting
from minutes.swedish_time import day_in_sweden


@dataclass(frozen=True, slots=True)
class _Armed:
    """An open action item that falls due with an event."""

    id: int
    body_id: int
    said: dt.date  # at the meeting of that day, so that it hangs on none before
    rule: DueRule


def rearm(session: Session, about: int | None = None, of_body: int | None = None) -> int:
    """Set the days again; how many changed. Five statements and one for each change.

    Of every open action item; or of one, and those that wait for it; or of a body's.
    Does not commit.
    """
    armed = _armed(session, about, of_body)
    meetings = days_of_meetings(session, {each.body_id for each in armed})
    watched, done = _came(session), _done(session, armed)

    def ahead(each: _Armed) -> list[dt.date]:
        return [day for day in meetings[each.body_id] if day > each.said]

    wanted = {
        each.id: (each.rule.code, day_of(each.rule, Known(ahead(each), watched, done)))
        for each in armed
    }
    kept = select(ActionDue)
    if about is not None:
        kept = kept.where(col(ActionDue.action_item_id).in_({about, *wanted}))
    if of_body is not None:
        kept = kept.where(col(ActionDue.action_item_id).in_(_of(of_body)))
    rows = {row.action_item_id: row for row in session.exec(kept)}
    changed = 0
    for id_, (rule, day) in wanted.items():
        row = rows.pop(id_, None)
        if row is None or (row.rule, row.day) != (rule, day):
            row = row or ActionDue(action_item_id=id_, rule=rule)
            row.rule, row.day = rule, day
            session.add(row)
            changed += 1
    for row in rows.values():
        session.delete(row)
    session.flush()
    return changed + len(rows)


def days_of_meetings(session: Session, bodies: set[int]) -> dict[int, list[dt.date]]:
    """The days of each body's meetings, as far as its minutes and the later stages know, without
    those called off. One statement, and one for each stage.
    """
    told: dict[int, dict[int, tuple[dt.date, list[dt.date]]]] = {each: {} for each in bodies}
    rows = session.execute(
        sa.select(
            col(Meeting.body_id), col(Meeting.id), col(Meeting.date), col(AnnouncedMeeting.date)
        )
        .outerjoin(
            AnnouncedMeeting,
            sa.and_(
                col(AnnouncedMeeting.meeting_id) == Meeting.id,
                ~is_cancelled(col(Meeting.body_id), col(AnnouncedMeeting.date)),
            ),
        )
        .where(col(Meeting.body_id).in_(bodies))
    )
    for body_id, meeting_id, held, ahead in rows:
        days = told[body_id].setdefault(meeting_id, (held, []))[1]
        if ahead is not None:
            days.append(ahead)
    known = {
        body: set(meeting_days(Told(held, tuple(ahead)) for held, ahead in minutes.values()))
        for body, minutes in told.items()
    }
    for source in sources:
        for body_id, day in source(session, bodies):
            known[body_id].add(day)
    return {body_id: sorted(found) for body_id, found in known.items()}


def _of(body_id: int) -> sa.Select[int | None]:
    return (
        sa.select(col(ActionItem.id))
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .where(col(Meeting.body_id) == body_id)
    )


def _armed(session: Session, about: int | None, of_body: int | None) -> list[_Armed]:
    query = (
        sa.select(
            col(ActionItem.id),
            col(Meeting.body_id),
            col(Meeting.date),
            col(ActionItem.due),
            col(ActionItem.due_text),
            col(ActionNow.due_changed),
            col(ActionNow.due_rule),
        )
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .outerjoin(ActionNow, col(ActionNow.action_item_id) == ActionItem.id)
        .where(
            sa.case(
                (col(ActionNow.state).is_(None), sa.not_(col(ActionItem.done_in_minutes))),
                else_=col(ActionNow.state).not_in(CLOSED),
            ),
            sa.or_(col(ActionItem.due_text).is_not(None), col(ActionNow.due_rule).is_not(None)),
        )
    )
    if about is not None:
        waiting = col(ActionNow.due_rule).startswith(f"{Event.ACTION.value} {about} ")
        query = query.where(sa.or_(col(ActionItem.id) == about, waiting))
    if of_body is not None:
        query = query.where(col(Meeting.body_id) == of_body)
    found = []
    for id_, body_id, held, due, words, changed, code in session.execute(query):
        if code:
            found.append(_Armed(id_, body_id, held, read_code(code)))
        elif not changed and words and (rule := rule_of(words, held, due)):
            found.append(_Armed(id_, body_id, held, rule))
    return found


def _came(session: Session) -> dict[int, dt.date]:
    rows = session.execute(
        sa.select(col(WatchItem.id), col(WatchItem.came_on)).where(
            col(WatchItem.state) == WatchState.CAME
        )
    )
    return {id_: day for id_, day in rows if day is not None}


def _done(session: Session, armed: Sequence[_Armed]) -> dict[int, dt.date]:
    wanted = {each.rule.subject for each in armed if each.rule.subject is not None}
    rows = session.execute(
        sa.select(col(ActionNow.action_item_id), col(ActionNow.since)).where(
            col(ActionNow.action_item_id).in_(wanted), col(ActionNow.state) == ActionState.DONE
        )
    )
    return {id_: day_in_sweden(since) for id_, since in rows}
