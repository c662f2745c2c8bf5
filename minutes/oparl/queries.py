"""What is asked for OParl: what is published for everybody, and what of it was taken back."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from minutes.database import UTCDateTime
from minutes.errors import NotFound
from minutes.justering.canonical import read_canonical
from minutes.justering.minutes_text import Minutes
from minutes.oparl.held import Held
from minutes.paging import PAGE, Paging, paging
from minutes.people.slugs import slug_of
from minutes.people.tables import Body
from minutes.publication.data_queries import latest
from minutes.publication.readers import Reader, readable
from minutes.publication.tables import (
    PartKind,
    Publication,
    PublicationState,
    PublishedFile,
    PublishedPart,
)


@dataclass(frozen=True, slots=True)
class Since:
    """What a client asks for: created or modified from one moment (with it) to another."""

    created_since: dt.datetime | None = None
    created_until: dt.datetime | None = None
    modified_since: dt.datetime | None = None
    modified_until: dt.datetime | None = None

    def has(self, created: dt.datetime, modified: dt.datetime) -> bool:
        """Whether something made and changed then is asked for."""
        return (
            (self.created_since is None or created >= self.created_since)
            and (self.created_until is None or created <= self.created_until)
            and (self.modified_since is None or modified >= self.modified_since)
            and (self.modified_until is None or modified <= self.modified_until)
        )


@dataclass(frozen=True, slots=True)
class Organ:
    """One of our bodies; `organisation` and its key are those of the OParl body."""

    body_id: int
    slug: str
    name: str
    organisation: str
    created: dt.datetime
    modified: dt.datetime

    @property
    def key(self) -> str:
        """The name of the organisation as it stands in an address."""
        return slug_of(self.organisation)


_first = aliased(Publication)
_CREATED = (
    sa.select(sa.func.min(_first.published_at))
    .where(col(_first.meeting_id) == Publication.meeting_id)
    .correlate(Publication)
    .scalar_subquery()
)
_MODIFIED = sa.func.coalesce(col(Publication.withdrawn_at), col(Publication.published_at))
_STANDS = col(Publication.state) == PublicationState.PUBLISHED


def organs(session: Session) -> list[Organ]:
    """The bodies that have published something for everybody, by name."""
    rows = session.execute(
        sa.select(
            col(Body.id),
            col(Body.slug),
            col(Body.name),
            sa.func.coalesce(sa.func.nullif(col(Body.organisation), ""), col(Body.name)),
            sa.func.min(col(Publication.published_at), type_=UTCDateTime),
            sa.func.max(_MODIFIED, type_=UTCDateTime),
        )
        .join(Publication, col(Publication.body_id) == Body.id)
        .where(readable(Reader()))
        .group_by(col(Body.id))
        .order_by(col(Body.name), col(Body.id))
    )
    return [Organ(*row) for row in rows]


def publications(
    session: Session, body_ids: Sequence[int], since: Since, page: int, more: int = 0
) -> tuple[list[Held], Paging, int]:
    """A page of publications, the first one first; where it is asked what was modified since a
    time, with those that were taken back.

    more: how many other things stand in the list after them. They count among its pages, and the
    total is of both.
    """
    query = held().where(col(Publication.body_id).in_(body_ids), *asked_of(since))
    if since.modified_since is None:
        query = query.where(_STANDS)
    total = session.scalar(query.with_only_columns(sa.func.count()).order_by(None)) or 0
    shown = paging(page, total + more)
    rows = session.execute(query.limit(PAGE).offset(shown.offset)).all()
    return with_files(session, [read(row) for row in rows]), shown, total + more


def publication(session: Session, slug: str, address: str) -> Held:
    """The publication at the address, also one that was taken back. Raises NotFound."""
    row = session.execute(
        held().where(col(Body.slug) == slug, col(Publication.address) == address)
    ).first()
    if row is None:
        raise NotFound("Sidan finns inte.")
    return with_files(session, [read(row)])[0]


def items(
    session: Session, body_ids: Sequence[int], since: Since, page: int, more: int = 0
) -> tuple[list[tuple[Held, str]], Paging, int]:
    """A page of (publication, anchor) of each paragraph. more: as of publications."""
    rows = held().join(PublishedPart, col(PublishedPart.publication_id) == Publication.id)
    rows = rows.where(col(PublishedPart.kind) == PartKind.ITEM)
    what, order = col(PublishedPart.anchor), col(PublishedPart.position)
    return _inside(session, rows, what, order, body_ids, since, page, more)


def files(
    session: Session, body_ids: Sequence[int], since: Since, page: int
) -> tuple[list[tuple[Held, str]], Paging, int]:
    """A page of (publication, kind) of each file."""
    rows = held().join(PublishedFile, col(PublishedFile.publication_id) == Publication.id)
    kind = col(PublishedFile.kind)
    return _inside(session, rows, kind, kind, body_ids, since, page)


@lru_cache(maxsize=512)
def twin_of(text: str) -> Minutes:
    """The minutes that a publication says; a text never changes."""
    return read_canonical(text)


def held() -> sa.Select[Any]:
    """The latest version of each publication that is or was for everybody."""
    columns: list[Any] = [
        col(Publication.id),
        sa.func.coalesce(sa.func.nullif(col(Body.organisation), ""), col(Body.name)),
        col(Body.slug),
        col(Publication.address),
        col(Publication.text),
        col(Publication.state),
        _CREATED,
        col(Publication.withdrawn_at),
        col(Publication.published_at),
    ]
    return (
        sa.select(*columns)
        .join(Body, col(Body.id) == Publication.body_id)
        .where(latest(), readable(Reader()))
        .order_by(col(Publication.meeting_id), col(Publication.id))
    )


def read(row: Any) -> Held:
    """A row of that."""
    publication_id, name, slug, address, text, state, created, withdrawn, published = row[:9]
    return Held(
        publication_id,
        slug_of(name),
        slug,
        address,
        text,
        state is PublicationState.WITHDRAWN,
        created,
        withdrawn or published,
    )


def asked_of(since: Since) -> list[sa.ColumnElement[bool]]:
    """The conditions that it was made and changed then."""
    conditions = []
    for column, least, most in (
        (_CREATED, since.created_since, since.created_until),
        (_MODIFIED, since.modified_since, since.modified_until),
    ):
        conditions += [column >= least] if least else []
        conditions += [column <= most] if most else []
    return conditions


def _inside(
    session: Session,
    rows: sa.Select[Any],
    what: Any,
    order: Any,
    body_ids: Sequence[int],
    since: Since,
    page: int,
    more: int = 0,
) -> tuple[list[tuple[Held, str]], Paging, int]:
    query = rows.where(_STANDS, col(Publication.body_id).in_(body_ids), *asked_of(since))
    total = session.scalar(query.with_only_columns(sa.func.count()).order_by(None)) or 0
    shown = paging(page, total + more)
    found = session.execute(
        query.add_columns(what).order_by(order).limit(PAGE).offset(shown.offset)
    ).all()
    helds = with_files(session, [read(row) for row in found])
    return [(held, row[9]) for held, row in zip(helds, found, strict=True)], shown, total + more


def with_files(session: Session, helds: list[Held]) -> list[Held]:
    """The same with the sizes of their files."""
    sizes: dict[int, dict[str, int]] = {}
    rows = session.execute(
        sa.select(
            col(PublishedFile.publication_id),
            col(PublishedFile.kind),
            sa.func.length(col(PublishedFile.content)),
        ).where(col(PublishedFile.publication_id).in_({each.publication_id for each in helds}))
    )
    for publication_id, kind, size in rows:
        sizes.setdefault(publication_id, {})[kind] = size
    for each in helds:
        each.files.update(sizes.get(each.publication_id, {}))
    return helds
