"""The meetings ahead, of which notices or published minutes tell."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from minutes.people.queries import called
from minutes.people.tables import Body
from minutes.publication.readers import READERS, Reader, stands
from minutes.publication.tables import (
    Audience,
    ComingMeeting,
    MeetingNotice,
    Publication,
    PublicationState,
)
from minutes.register.cancelled import cancelled_at

MOST_COMING = 100


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting ahead, or one that was to be and is called off (inställt), and when."""

    slug: str
    body: str
    date: dt.date
    start: dt.time | None
    end: dt.time | None
    place: str
    note: str
    cancelled_at: dt.datetime | None

    @property
    def is_cancelled(self) -> bool:
        """Whether it is called off."""
        return self.cancelled_at is not None

    @property
    def anchor(self) -> str:
        """Where it stands on a page: one body meets once a day in a list."""
        return f"mote-{self.slug}-{self.date.isoformat()}"


def coming(
    connection: Connection, reader: Reader, today: dt.date, body_id: int | None = None
) -> tuple[Coming, ...]:
    """The meetings ahead that notices or published minutes announce, each day of a body once."""
    asked = {"today": today, "body_id": body_id}
    found: dict[tuple[str, dt.date], Coming] = {}
    for question in _questions(reader, body_id is not None):  # a notice holds before minutes
        for row in connection.execute(question, asked):
            found.setdefault((row[0], row[2]), Coming(*row))
    ordered = sorted(found.values(), key=lambda each: (each.date, each.body))
    return tuple(ordered[:MOST_COMING])


@lru_cache(maxsize=READERS)
def _questions(
    reader: Reader, of_body: bool
) -> tuple[sa.Select[*tuple[Any, ...]], sa.Select[*tuple[Any, ...]]]:
    summoned, announced = _summoned(), _announced(reader)
    if of_body:
        summoned = summoned.where(col(MeetingNotice.body_id) == sa.bindparam("body_id"))
        announced = announced.where(col(Publication.body_id) == sa.bindparam("body_id"))
    return summoned, announced


def _summoned() -> sa.Select[*tuple[Any, ...]]:
    """The meetings of which a notice is up, for everybody, in bodies that publish; of one that is
    called off also where the notice was taken down, since readers have been told of it.
    """
    called_off = cancelled_at(MeetingNotice.body_id, MeetingNotice.date)
    publishes = (
        sa.select(col(Publication.id))
        .where(
            col(Publication.body_id) == MeetingNotice.body_id,
            col(Publication.state) == PublicationState.PUBLISHED,
            col(Publication.audience) == Audience.EVERYBODY,
        )
        .correlate(MeetingNotice)
        .exists()
    )
    return (
        sa.select(
            col(Body.slug),
            called(),
            *map(col, (MeetingNotice.date, MeetingNotice.start)),
            sa.literal(None),
            col(MeetingNotice.place),
            sa.literal(""),
            called_off,
        )
        .join(Body, col(Body.id) == MeetingNotice.body_id)
        .where(
            col(MeetingNotice.posted_at).is_not(None),
            sa.or_(col(MeetingNotice.taken_down_at).is_(None), called_off.is_not(None)),
            col(MeetingNotice.date) >= sa.bindparam("today"),
            publishes,
        )
    )


def _announced(reader: Reader) -> sa.Select[*tuple[Any, ...]]:
    """Those that published minutes announce; what was published last is what holds."""
    ahead = col(ComingMeeting.date) >= sa.bindparam("today")
    # Few publications tell of a day that is still ahead: these first.
    telling = sa.select(col(ComingMeeting.publication_id)).where(ahead)
    its = (ComingMeeting.date, ComingMeeting.start, ComingMeeting.end)
    return (
        sa.select(
            col(Body.slug),
            called(),
            *map(col, its),
            *map(col, (ComingMeeting.place, ComingMeeting.note)),
            cancelled_at(Publication.body_id, ComingMeeting.date),
        )
        .join(Publication, col(Publication.id) == ComingMeeting.publication_id)
        .join(Body, col(Body.id) == Publication.body_id)
        .where(stands(reader), ahead, col(Publication.id).in_(telling))
        .order_by(col(ComingMeeting.date), col(Publication.id).desc(), col(ComingMeeting.id))
        .limit(MOST_COMING)
    )
