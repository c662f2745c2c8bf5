"""What programs are given: everything that is published for everybody, and nothing else."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from minutes.people.queries import called
from minutes.people.tables import Body
from minutes.publication.readers import Reader, readable, stands
from minutes.publication.tables import Publication, PublicationState

MOST_IN_FEED = 50
MOST_IN_SITEMAP = 49_000  # pages; the format allows 50,000


@dataclass(frozen=True, slots=True)
class Told:
    """What a feed tells of a publication; `changes` is what is new in a later version."""

    slug: str
    body: str
    address: str
    date: dt.date
    title: str
    changes: str
    state: PublicationState
    reason: str
    published_at: dt.datetime
    withdrawn_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Published:
    """A publication with its text."""

    slug: str
    body: str
    organisation: str
    address: str
    text: str
    version: int
    justerat_on: dt.date
    published_at: dt.datetime

    @property
    def path(self) -> str:
        """Its address on the public site."""
        return f"/protokoll/{self.slug}/{self.address}"


def sitemap(session: Session) -> list[tuple[str, str, dt.datetime]]:
    """(slug, address, published) of every meeting that is for everybody, the latest first."""
    rows = session.execute(
        sa.select(col(Body.slug), col(Publication.address), col(Publication.published_at))
        .join(Body, col(Body.id) == Publication.body_id)
        .where(stands(Reader()))
        .order_by(col(Publication.published_at).desc())
        .limit(MOST_IN_SITEMAP)
    )
    return [tuple(row) for row in rows]


def told(session: Session, body_id: int | None = None) -> list[Told]:
    """What was published for everybody and not replaced, and what of it was taken back."""
    when = sa.func.coalesce(col(Publication.withdrawn_at), col(Publication.published_at))
    query = (
        sa.select(
            col(Body.slug),
            called(),
            col(Publication.address),
            col(Publication.date),
            col(Publication.title),
            col(Publication.changes),
            col(Publication.state),
            col(Publication.reason),
            col(Publication.published_at),
            col(Publication.withdrawn_at),
        )
        .join(Body, col(Body.id) == Publication.body_id)
        .where(latest(), readable(Reader()))
        .order_by(when.desc(), col(Publication.id).desc())
        .limit(MOST_IN_FEED)
    )
    if body_id is not None:
        query = query.where(col(Publication.body_id) == body_id)
    return [Told(*row) for row in session.execute(query)]


def latest() -> sa.ColumnElement[bool]:
    """The version of its address that stands or stood last."""
    later = aliased(Publication)
    return sa.not_(
        sa.select(col(later.id))
        .where(
            col(later.body_id) == Publication.body_id,
            col(later.address) == Publication.address,
            col(later.version) > Publication.version,
        )
        .correlate(Publication)
        .exists()
    )


def published(session: Session, year: int) -> list[Published]:
    """All that is published for everybody of the year's meetings, in the order of the days."""
    rows = session.execute(
        sa.select(
            col(Body.slug),
            col(Body.name),
            col(Body.organisation),
            col(Publication.address),
            col(Publication.text),
            col(Publication.version),
            col(Publication.justerat_on),
            col(Publication.published_at),
        )
        .join(Body, col(Body.id) == Publication.body_id)
        .where(stands(Reader()), sa.extract("year", col(Publication.date)) == year)
        .order_by(col(Publication.date), col(Publication.id))
    )
    return [Published(*row) for row in rows]


def organisations(session: Session) -> list[str]:
    """Those whose bodies have published something for everybody."""
    names = session.scalars(
        sa.select(col(Body.organisation))
        .join(Publication, col(Publication.body_id) == Body.id)
        .where(stands(Reader()), col(Body.organisation) != "")
        .distinct()
        .order_by(col(Body.organisation))
    )
    return list(names)
