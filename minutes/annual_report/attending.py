"""Reads who was at the meetings, and which of them served: the minutes say it, or the register.

In a group without rules for it nobody serves, unless its minutes use the word.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.annual_report.facts import AttendeeFact
from minutes.people.tables import Body, Mandate, Person, Regime, Role
from minutes.recognition.findings import MinutesKind, Presence
from minutes.register.serving import is_substitute, says_who_serves, serves, stands_in
from minutes.register.tables import Attendance, Meeting
from minutes.review.matching import folded

SEATS = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER)  # of one's own, with a vote
_Seats = Mapping[tuple[int, int], list[tuple[dt.date, dt.date | None]]]


def of(session: Session, of_meetings: sa.ColumnElement[bool]) -> Mapping[int, list[AttendeeFact]]:
    """By meeting, whom its minutes list. Two statements."""
    seats = _seats(session, of_meetings)
    query = (
        sa.select(
            col(Attendance.meeting_id),
            col(Meeting.body_id),
            col(Meeting.date),
            sa.and_(col(Meeting.kind) == MinutesKind.PROTOKOLL, col(Body.regime) != Regime.NONE),
            col(Attendance.person_id),
            sa.func.coalesce(col(Person.name), col(Attendance.name)),
            col(Attendance.presence),
            col(Attendance.organisation),
            col(Attendance.role),
            col(Attendance.note),
        )
        .join(Meeting, col(Meeting.id) == Attendance.meeting_id)
        .join(Body, col(Body.id) == Meeting.body_id)
        .outerjoin(Person, col(Person.id) == Attendance.person_id)
        .where(of_meetings)
        .order_by(col(Attendance.meeting_id), col(Attendance.position))
    )
    rows = session.execute(query).all()
    told = {row[0] for row in rows if row[3] or _tells_who_serves(*row[-2:])}
    found: defaultdict[int, list[AttendeeFact]] = defaultdict(list)
    keys: dict[str, str] = {}  # the same few names stand in every list
    for meeting, body, day, _, person, name, presence, organisation, role, note in rows:
        about = " ".join(filter(None, (role, note)))
        sits = any(
            first <= day and (last is None or last >= day)
            for first, last in seats.get((body, person), ())
        )
        instead = stands_in(note or "")
        votes = instead or serves(about, has_seat=sits)
        found[meeting].append(
            AttendeeFact(
                str(person or keys.get(name) or keys.setdefault(name, folded(name))),
                name,
                presence,
                organisation,
                role,
                served=presence is Presence.PRESENT and meeting in told and votes,
                is_substitute=instead or is_substitute(about),
            )
        )
    return found


def _tells_who_serves(role: str | None, note: str | None) -> bool:
    return says_who_serves(role or "") or says_who_serves(note or "") or stands_in(note or "")


def _seats(session: Session, of_meetings: sa.ColumnElement[bool]) -> _Seats:
    """By body and person, from when until when they had a seat of their own."""
    bodies = sa.select(col(Meeting.body_id)).where(of_meetings)
    rows = session.execute(
        sa.select(
            col(Mandate.body_id),
            col(Mandate.person_id),
            col(Mandate.first_day),
            col(Mandate.last_day),
        ).where(col(Mandate.body_id).in_(bodies), col(Mandate.role).in_(SEATS))
    )
    found: defaultdict[tuple[int, int], list[tuple[dt.date, dt.date | None]]] = defaultdict(list)
    for body, person, first, last in rows:
        found[body, person].append((first, last))
    return found
