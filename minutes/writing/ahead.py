"""The meetings to come that are prepared here, beside those that minutes announce."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.follow_up.due_service import rearm
from minutes.follow_up.meeting_sources import sources
from minutes.follow_up.queries import Ahead
from minutes.people.queries import called, called_in_full
from minutes.people.tables import Body
from minutes.register.cancelled import is_cancelled
from minutes.writing.tables import Sitting

_Bodies = Collection[int] | None  # None: all


def with_prepared(
    session: Session,
    announced: Sequence[Ahead],
    *,
    readable: _Bodies,
    prepares: _Bodies,
    today: dt.date,
    most: int,
) -> list[Ahead]:
    """The next meetings with those prepared, a body's day once: what was prepared says it best.

    readable: the bodies whose kallelser are read. prepares: those of which also what nobody has
    been summoned to yet is shown.
    """
    days = {(each.slug, each.date): each for each in announced}
    for each in _prepared(session, readable, prepares, today, most):
        known = days.get((each.slug, each.date))
        if known:
            start, end = each.start or known.start, each.end or known.end
            each = replace(each, start=start, end=end, place=each.place or known.place)
        days[each.slug, each.date] = each
    return sorted(days.values(), key=lambda each: (each.date, each.body))[:most]


def next_prepared(session: Session, body_id: int, today: dt.date) -> dt.date | None:
    """The day of the body's next meeting of those prepared that are to be held."""
    return session.scalar(
        sa.select(sa.func.min(col(Sitting.date))).where(
            col(Sitting.body_id) == body_id,
            col(Sitting.date) >= today,
            ~is_cancelled(col(Sitting.body_id), col(Sitting.date)),
        )
    )


def summoned_days(session: Session, bodies: Collection[int]) -> list[tuple[int, dt.date]]:
    """(body, day) of each meeting to which a kallelse was sent, without those called off. Before
    that the day is nobody's to count on, nor to know.
    """
    query = sa.select(col(Sitting.body_id), col(Sitting.date)).where(
        col(Sitting.body_id).in_(bodies),
        col(Sitting.summoned_at).is_not(None),
        ~is_cancelled(col(Sitting.body_id), col(Sitting.date)),
    )
    return [(body_id, day) for body_id, day in session.execute(query)]


def summoned_to(session: Session, today: dt.date) -> Sequence[tuple[Sitting, str]]:
    """The coming meetings to which a kallelse was sent and that are to be held, each with its
    body; the next first.
    """
    return session.exec(
        select(Sitting, called_in_full())
        .join(Body, col(Body.id) == Sitting.body_id)
        .where(
            col(Sitting.date) >= today,
            col(Sitting.summoned_at).is_not(None),
            ~is_cancelled(col(Sitting.body_id), col(Sitting.date)),
        )
        .order_by(col(Sitting.date), col(Sitting.id))
    ).all()


def day_changed(session: Session, body_id: int) -> None:
    """Set the days of what falls due with the body's meetings again. Does not commit."""
    session.flush()
    rearm(session, of_body=body_id)


def _prepared(
    session: Session, readable: _Bodies, prepares: _Bodies, today: dt.date, most: int
) -> list[Ahead]:
    query = (
        sa.select(
            col(Sitting.date),
            col(Sitting.start),
            col(Sitting.end),
            sa.func.nullif(col(Sitting.place), ""),
            called(),
            col(Body.slug),
            is_cancelled(col(Sitting.body_id), col(Sitting.date)),
        )
        .join(Body, col(Body.id) == Sitting.body_id)
        .where(col(Sitting.date) >= today)
        .order_by(col(Sitting.date), col(Sitting.id))
        .limit(most)
    )
    if readable is not None:
        query = query.where(col(Sitting.body_id).in_(readable))
    if prepares is not None:
        seen = sa.or_(col(Sitting.summoned_at).is_not(None), col(Sitting.body_id).in_(prepares))
        query = query.where(seen)
    return [Ahead(*row) for row in session.execute(query)]


sources.append(summoned_days)
