"""The lists that readers are given of what is published for them."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from minutes.paging import PAGE, Paging, paging
from minutes.people.queries import called
from minutes.people.tables import Body
from minutes.publication.readers import Reader, stands
from minutes.publication.tables import (
    Audience,
    ComingMeeting,
    MeetingNotice,
    PartKind,
    Publication,
    PublicationState,
    PublishedPart,
)
from minutes.register.tables import Meeting

MOST_COMING = 100


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body that has published something."""

    slug: str
    name: str
    organisation: str
    meetings: int
    latest: dt.date


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A published meeting in a list."""

    slug: str
    body: str
    address: str
    date: dt.date
    title: str
    decisions: int
    version: int
    published_at: dt.datetime


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """A published decision in a list."""

    slug: str
    body: str
    address: str
    date: dt.date
    anchor: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting ahead."""

    slug: str
    body: str
    date: dt.date
    start: dt.time | None
    end: dt.time | None
    place: str
    note: str


def bodies(session: Session, reader: Reader) -> list[ListedBody]:
    """The bodies that have published something, by name."""
    rows = session.execute(
        sa.select(
            col(Body.slug),
            col(Body.name),
            col(Body.organisation),
            sa.func.count(),
            sa.func.max(col(Publication.date)),
        )
        .join(Body, col(Body.id) == Publication.body_id)
        .where(stands(reader))
        .group_by(col(Body.id))
        .order_by(col(Body.name), col(Body.organisation))
    )
    return [ListedBody(*row) for row in rows]


def years(session: Session, reader: Reader, body_id: int) -> list[tuple[int, int]]:
    """(year, published meetings) of a body, the latest first."""
    year = sa.extract("year", col(Publication.date))
    rows = session.execute(
        sa.select(year, sa.func.count())
        .join(Body, col(Body.id) == Publication.body_id)
        .where(col(Publication.body_id) == body_id, stands(reader))
        .group_by(year)
        .order_by(year.desc())
    )
    return [(int(year), count) for year, count in rows]


def all_years(session: Session, reader: Reader) -> list[int]:
    """The years that something is published of, the latest first."""
    year = sa.extract("year", col(Publication.date))
    rows = session.scalars(
        sa.select(year)
        .join(Body, col(Body.id) == Publication.body_id)
        .where(stands(reader))
        .distinct()
        .order_by(year.desc())
    )
    return [int(each) for each in rows]


def meetings_held(session: Session, body_id: int, year: int | None) -> int:
    """How many meetings the register has of the body: a number, and nothing of what they are."""
    query = sa.select(sa.func.count(col(Meeting.id))).where(col(Meeting.body_id) == body_id)
    if year is not None:
        query = query.where(_in_year(col(Meeting.date), year))
    return session.scalar(query) or 0


def meetings(
    session: Session,
    reader: Reader,
    page: int,
    *,
    body_id: int | None = None,
    year: int | None = None,
) -> tuple[list[ListedMeeting], Paging]:
    """A page of published meetings, the latest first."""
    wanted = [stands(reader)]
    if body_id is not None:
        wanted.append(col(Publication.body_id) == body_id)
    if year is not None:
        wanted.append(_in_year(col(Publication.date), year))
    joined = sa.select(sa.func.count(col(Publication.id))).join(
        Body, col(Body.id) == Publication.body_id
    )
    shown_page = paging(page, session.scalar(joined.where(*wanted)) or 0)
    decisions = (
        sa.select(sa.func.count())
        .where(
            col(PublishedPart.publication_id) == Publication.id,
            col(PublishedPart.kind) == PartKind.DECISION,
        )
        .correlate(Publication)
        .scalar_subquery()
    )
    rows = session.execute(
        sa.select(
            col(Body.slug),
            called(),
            col(Publication.address),
            col(Publication.date),
            col(Publication.title),
            decisions,
            col(Publication.version),
            col(Publication.published_at),
        )
        .join(Body, col(Body.id) == Publication.body_id)
        .where(*wanted)
        .order_by(col(Publication.date).desc(), col(Publication.id).desc())
        .limit(PAGE)
        .offset((shown_page.number - 1) * PAGE)
    )
    return [ListedMeeting(*row) for row in rows], shown_page


def decisions(
    session: Session,
    reader: Reader,
    page: int,
    *,
    slug: str | None = None,
    year: int | None = None,
) -> tuple[list[ListedDecision], Paging]:
    """A page of published decisions, those of the latest meeting first."""
    wanted = [stands(reader), col(PublishedPart.kind) == PartKind.DECISION]
    if slug:
        wanted.append(col(Body.slug) == slug)
    if year is not None:
        wanted.append(_in_year(col(Publication.date), year))
    joined = (
        sa.select(sa.func.count(col(PublishedPart.id)))
        .join(Publication, col(Publication.id) == PublishedPart.publication_id)
        .join(Body, col(Body.id) == Publication.body_id)
    )
    shown_page = paging(page, session.scalar(joined.where(*wanted)) or 0)
    rows = session.execute(
        joined.with_only_columns(
            col(Body.slug),
            called(),
            col(Publication.address),
            col(Publication.date),
            col(PublishedPart.anchor),
            col(PublishedPart.label),
            col(PublishedPart.text),
        )
        .where(*wanted)
        .order_by(
            col(Publication.date).desc(),
            col(Publication.id).desc(),
            col(PublishedPart.position),
        )
        .limit(PAGE)
        .offset((shown_page.number - 1) * PAGE)
    )
    return [ListedDecision(*row) for row in rows], shown_page


def coming(
    session: Session, reader: Reader, today: dt.date, body_id: int | None = None
) -> list[Coming]:
    """The meetings ahead that notices or published minutes announce, each day of a body once."""
    query = (
        sa.select(
            col(Body.slug),
            called(),
            col(ComingMeeting.date),
            col(ComingMeeting.start),
            col(ComingMeeting.end),
            col(ComingMeeting.place),
            col(ComingMeeting.note),
        )
        .join(Publication, col(Publication.id) == ComingMeeting.publication_id)
        .join(Body, col(Body.id) == Publication.body_id)
        .where(stands(reader), col(ComingMeeting.date) >= today)
        # What was published last is what holds.
        .order_by(col(ComingMeeting.date), col(Publication.id).desc(), col(ComingMeeting.id))
        .limit(MOST_COMING)
    )
    if body_id is not None:
        query = query.where(col(Publication.body_id) == body_id)
    found = {(each.slug, each.date): each for each in _summoned(session, today, body_id)}
    for row in session.execute(query):
        found.setdefault((row[0], row[2]), Coming(*row))
    return sorted(found.values(), key=lambda each: (each.date, each.body))[:MOST_COMING]


def _summoned(session: Session, today: dt.date, body_id: int | None) -> list[Coming]:
    """The meetings of which a notice is up, for everybody, in bodies that publish."""
    publishes = sa.select(col(Publication.body_id)).where(
        col(Publication.state) == PublicationState.PUBLISHED,
        col(Publication.audience) == Audience.EVERYBODY,
    )
    query = (
        sa.select(
            col(Body.slug),
            called(),
            col(MeetingNotice.date),
            col(MeetingNotice.start),
            sa.literal(None),
            col(MeetingNotice.place),
            sa.literal(""),
        )
        .join(Body, col(Body.id) == MeetingNotice.body_id)
        .where(
            col(MeetingNotice.posted_at).is_not(None),
            col(MeetingNotice.taken_down_at).is_(None),
            col(MeetingNotice.date) >= today,
            col(MeetingNotice.body_id).in_(publishes),
        )
    )
    if body_id is not None:
        query = query.where(col(MeetingNotice.body_id) == body_id)
    return [Coming(*row) for row in session.execute(query)]


def _in_year(column: Mapped[dt.date], year: int) -> sa.ColumnElement[bool]:
    return column.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
