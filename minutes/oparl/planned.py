"""The meetings of which a notice has been up on the anslagstavla, before minutes of them stand.

A meeting keeps its address when its minutes are published: what was planned is then what was held.
"""

import datetime as dt
import json
from collections.abc import Sequence
from itertools import chain

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.audit.tables import AuditEvent
from minutes.oparl.held import Named, Planned, places_ahead
from minutes.oparl.queries import Organ, Since
from minutes.people.tables import Body
from minutes.publication.data_queries import latest
from minutes.publication.meeting_notices import points_of
from minutes.publication.readers import Reader, readable
from minutes.publication.tables import MeetingNotice, Publication
from minutes.register.tables import CancelledMeeting
from minutes.swedish_time import STOCKHOLM, day_in_sweden


def planned(
    session: Session, organs: Sequence[Organ], since: Since, now: dt.datetime
) -> list[Planned]:
    """The meetings to come in the order of their days; where it is asked what was modified since a
    time, with those that are no longer to come. Each body meets once a day.
    """
    found = [each for each in _ever(session, organs, now) if not each.is_held]
    return [each for each in found if _is_asked(each, since, gone=each.is_deleted)]


def points(
    session: Session, organs: Sequence[Organ], since: Since, now: dt.datetime
) -> list[tuple[Planned, int]]:
    """The points of their agendas by number, from 1, likewise with those that are gone."""
    return [
        (each, number)
        for each in _ever(session, organs, now)
        for number, point in enumerate(each.agenda, 1)
        if _is_asked(each, since, gone=each.is_deleted or not point)
    ]


def places(session: Session, organs: Sequence[Organ], now: dt.datetime) -> list[Named]:
    """Where they are held, with those where none is any longer."""
    return list(chain.from_iterable(map(places_ahead, _ever(session, organs, now))))


def _is_asked(meeting: Planned, since: Since, *, gone: bool) -> bool:
    """What is gone is told of only to who asks what was modified."""
    is_told = since.modified_since is not None or not gone
    return is_told and since.has(meeting.created, meeting.modified)


def _ever(session: Session, organs: Sequence[Organ], now: dt.datetime) -> list[Planned]:
    of = {each.body_id: each for each in organs}
    notices = session.exec(
        select(MeetingNotice)
        .where(col(MeetingNotice.body_id).in_(of), col(MeetingNotice.posted_at).is_not(None))
        .order_by(col(MeetingNotice.date), col(MeetingNotice.body_id), col(MeetingNotice.id))
    ).all()
    days: dict[tuple[int, dt.date], list[MeetingNotice]] = {}
    for each in notices:
        days.setdefault((each.body_id, each.date), []).append(each)
    held, off = _minuted(session, list(of)), _cancelled(session, list(of))
    turned = _turned(session, list(of))
    return [
        _planned(of[key[0]], its, key in off, turned.get(key), held.get(key), now)
        for key, its in days.items()
    ]


def _planned(
    organ: Organ,
    notices: Sequence[MeetingNotice],
    is_cancelled: bool,
    turned: dt.datetime | None,
    held: dt.datetime | None,
    now: dt.datetime,
) -> Planned:
    last = max(notices, key=lambda each: (each.taken_down_at is None, each.id))
    has_passed = last.date < day_in_sweden(now)
    over = dt.datetime.combine(last.date + dt.timedelta(days=1), dt.time(0), STOCKHOLM)
    moments = [last.posted_at, last.taken_down_at, turned, held, over if has_passed else None]
    said = [each.place.strip() for each in (last, *notices)]
    agenda = points_of(last)
    most = max(len(points_of(each)) for each in notices)
    return Planned(
        organisation=organ.key,
        slug=organ.slug,
        body=organ.name,
        date=last.date,
        start=last.start,
        notice_id=last.id if last.taken_down_at is None else None,
        places=tuple(dict.fromkeys(each for each in said if each)),
        agenda=(*agenda, *[""] * (most - len(agenda))),
        is_cancelled=is_cancelled,
        is_held=held is not None,
        is_deleted=held is not None
        or has_passed
        or (last.taken_down_at is not None and not is_cancelled),
        created=min(each.posted_at for each in notices if each.posted_at),
        modified=max(each for each in moments if each is not None),
    )


def _minuted(session: Session, body_ids: Sequence[int]) -> dict[tuple[int, dt.date], dt.datetime]:
    """The days of which minutes are or were published for everybody, and when they were."""
    rows = session.execute(
        sa.select(*map(col, (Publication.body_id, Publication.date, Publication.published_at)))
        .join(Body, col(Body.id) == Publication.body_id)
        .where(col(Publication.body_id).in_(body_ids), latest(), readable(Reader()))
    )
    return {(body_id, date): at for body_id, date, at in rows}


def _cancelled(session: Session, body_ids: Sequence[int]) -> set[tuple[int, dt.date]]:
    rows = session.execute(
        sa.select(col(CancelledMeeting.body_id), col(CancelledMeeting.date)).where(
            col(CancelledMeeting.body_id).in_(body_ids)
        )
    )
    return {(body_id, date) for body_id, date in rows}


def _turned(session: Session, body_ids: Sequence[int]) -> dict[tuple[int, dt.date], dt.datetime]:
    """When a meeting was last called off or let be held after all."""
    rows = session.exec(
        select(AuditEvent)
        .where(
            col(AuditEvent.subject).in_([f"body:{each}" for each in body_ids]),
            col(AuditEvent.act).in_(["meeting.cancelled", "meeting.restored"]),
        )
        .order_by(col(AuditEvent.id))
    )
    found = {}
    for event in rows:
        day = dt.date.fromisoformat(json.loads(event.details)["möte"])
        found[int(event.subject.removeprefix("body:")), day] = event.at
    return found
