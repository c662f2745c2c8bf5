"""The lists that readers are given of what is published for them."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapped
from sqlmodel import col

from minutes.paging import PAGE, Paging, paging
from minutes.people.queries import called
from minutes.people.tables import Body
from minutes.publication.readers import READERS, Reader, stands
from minutes.publication.tables import (
    PartKind,
    Publication,
    PublishedPart,
)
from minutes.register.tables import Meeting

_LATEST_FIRST = (col(Publication.date).desc(), col(Publication.address).desc())


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body that has published something; `latest` is the day of its latest published meeting.

    reports: how many annual reports stand, where there are no minutes.
    """

    slug: str
    name: str
    organisation: str
    meetings: int
    latest: dt.date | None
    reports: int = 0


class ListedMeeting(NamedTuple):
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


def bodies(connection: Connection, reader: Reader) -> list[ListedBody]:
    """The bodies that have published minutes, by name."""
    rows = connection.execute(
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


def of_body(connection: Connection, reader: Reader, body_id: int) -> dict[int, list[int]]:
    """The ids of the body's publications, by year; the latest first."""
    found: dict[int, list[int]] = {}
    for number, day in connection.execute(_of_body(reader), {"body_id": body_id}):
        found.setdefault(day.year, []).append(number)
    return found


@lru_cache(maxsize=READERS)
def _of_body(reader: Reader) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(col(Publication.id), col(Publication.date))
        .join(Body, col(Body.id) == Publication.body_id)
        .where(col(Publication.body_id) == sa.bindparam("body_id"), stands(reader))
        .order_by(*_LATEST_FIRST)
    )


def all_years(connection: Connection, reader: Reader) -> list[int]:
    """The years that something is published of, the latest first."""
    year = sa.extract("year", col(Publication.date))
    rows = connection.scalars(
        sa.select(year)
        .join(Body, col(Body.id) == Publication.body_id)
        .where(stands(reader))
        .distinct()
        .order_by(year.desc())
    )
    return [int(each) for each in rows]


def meetings_held(connection: Connection, body_id: int, year: int | None) -> int:
    """How many meetings the register has of the body: a number, and nothing of what they are."""
    return connection.scalar(_HELD, {"body_id": body_id, **_days_of(year)}) or 0


_HELD = sa.select(sa.func.count(col(Meeting.id))).where(
    col(Meeting.body_id) == sa.bindparam("body_id"),
    col(Meeting.date).between(sa.bindparam("first"), sa.bindparam("last")),
)


def meetings(
    connection: Connection, reader: Reader, page: int, *, body_id: int | None = None
) -> tuple[list[ListedMeeting], Paging]:
    """A page of published meetings, the latest first."""
    found, shown_page = numbers(connection, reader, page, body_id=body_id)
    return listed(connection, found), shown_page


def numbers(
    connection: Connection,
    reader: Reader,
    page: int,
    *,
    body_id: int | None = None,
    total: int | None = None,
) -> tuple[list[int], Paging]:
    """The ids of the publications on a page of a list. total: how many there are, where known."""
    count, ids = _numbers(reader, body_id is not None)
    asked = {} if body_id is None else {"body_id": body_id}
    if total is None:
        total = connection.scalar(count, asked) or 0
    shown_page = paging(page, total)
    asked |= {"rows": PAGE, "before": shown_page.offset}
    rows = connection.execute(ids, asked).all()
    return [number for (number,) in rows], shown_page


def listed(connection: Connection, numbers: Collection[int]) -> list[ListedMeeting]:
    """What a list says of these publications, the latest first. It is always the same: what is
    published never changes.
    """
    rows = connection.execute(_LISTED, {"numbers": numbers})
    return list(map(ListedMeeting._make, rows.all()))


@lru_cache(maxsize=READERS)
def _numbers(
    reader: Reader, of_body: bool
) -> tuple[sa.Select[*tuple[Any, ...]], sa.Select[*tuple[Any, ...]]]:
    """The questions how many there are, and which are on a page."""
    count = (
        sa.select(sa.func.count(col(Publication.id)))
        .join(Body, col(Body.id) == Publication.body_id)
        .where(stands(reader))
    )
    if of_body:
        count = count.where(col(Publication.body_id) == sa.bindparam("body_id"))
    ids = count.with_only_columns(col(Publication.id)).order_by(*_LATEST_FIRST)
    return count, ids.limit(sa.bindparam("rows")).offset(sa.bindparam("before"))


_DECISIONS = (
    sa.select(sa.func.count())
    .where(
        col(PublishedPart.publication_id) == Publication.id,
        col(PublishedPart.kind) == PartKind.DECISION,
    )
    .correlate(Publication)
    .scalar_subquery()
)
_LISTED = (
    sa.select(
        col(Body.slug),
        called(),
        *map(col, (Publication.address, Publication.date, Publication.title)),
        _DECISIONS,
        *map(col, (Publication.version, Publication.published_at)),
    )
    .join(Body, col(Body.id) == Publication.body_id)
    .where(col(Publication.id).in_(sa.bindparam("numbers", expanding=True)))
    .order_by(*_LATEST_FIRST)
)


def _days_of(year: int | None) -> dict[str, dt.date]:
    """The first and the last day of the year, or of all years."""
    first, last = (dt.MINYEAR, dt.MAXYEAR) if year is None else (year, year)
    return {"first": dt.date(first, 1, 1), "last": dt.date(last, 12, 31)}


def decisions(
    connection: Connection,
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
    shown_page = paging(page, connection.scalar(joined.where(*wanted)) or 0)
    rows = connection.execute(
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


def _in_year(column: Mapped[dt.date], year: int) -> sa.ColumnElement[bool]:
    return column.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
