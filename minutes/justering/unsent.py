"""Minutes that are registered and not sent to anybody to sign, with the day they are due by.

Notes are not justerade, nor minutes of a body that has neither rules for it nor justerare.
"""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.justering.latest_day import latest_day
from minutes.justering.signatories import DEFAULTS
from minutes.justering.tables import JusteringRules
from minutes.people.queries import called
from minutes.people.tables import Body, Regime
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import Meeting, MeetingState

# Old years that were read in are not sent anywhere: older meetings are not asked about.
BACK = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Unsent:
    """A meeting whose minutes wait to be sent; `latest_day` is when they are to be justerade."""

    meeting_id: int
    title: str
    body: str
    date: dt.date
    latest_day: dt.date


def unsent(session: Session, bodies: frozenset[int] | None, today: dt.date) -> list[Unsent]:
    """The latest meetings of the bodies (None: all), the most urgent first. One statement."""
    query = (
        sa.select(
            col(Meeting.id),
            col(Meeting.title),
            col(Meeting.date),
            called(),
            col(Body.regime),
            col(Meeting.adjusters),
            JusteringRules,
        )
        .join(Body, col(Body.id) == Meeting.body_id)
        .outerjoin(JusteringRules, col(JusteringRules.body_id) == Body.id)
        .where(
            col(Meeting.kind) == MinutesKind.PROTOKOLL,
            col(Meeting.state) == MeetingState.RECORDED,
            col(Meeting.date) >= today - BACK,
        )
    )
    if bodies is not None:
        query = query.where(col(Meeting.body_id).in_(bodies))
    found = []
    for meeting_id, title, day, body, regime, adjusters, chosen in session.execute(query):
        days = days_for(regime, chosen, adjusters)
        if days is not None:
            latest = latest_day(day, days).strict
            found.append(Unsent(meeting_id, title, body, day, latest))
    return sorted(found, key=lambda each: (each.latest_day, each.meeting_id))


def days_for(regime: Regime, chosen: JusteringRules | None, adjusters: str) -> int | None:
    """In how many days minutes are to be justerade; None where nothing asks for that.

    chosen: the body's own rules. adjusters: whom the meeting elected, which asks for it where
    the body has no rules.
    """
    if chosen is None and regime is Regime.NONE and not adjusters:
        return None
    rules = chosen or DEFAULTS[regime]
    return rules.days if rules.by_chair or rules.by_secretary or rules.justerare else None
