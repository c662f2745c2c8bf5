"""What a reader of the public site finds: parts of what is published for them, and no more."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.paging import PAGE, Paging, paging
from minutes.people.queries import called
from minutes.people.tables import Body
from minutes.publication.readers import Reader, stands
from minutes.publication.tables import PartKind, Publication, PublishedPart
from minutes.register.queries import contains
from minutes.search.language import Wanted
from minutes.search.queries import MOST_PAGES, Indexed, matching
from minutes.search.tables import PublicSearchEntry

PARTS = Indexed(col(PublicSearchEntry.part_id), col(PublicSearchEntry.stems), "search_fts_public")


@dataclass(frozen=True, slots=True)
class Hit:
    """A part that was found, and where it stands on the public site."""

    kind: PartKind
    label: str
    text: str
    anchor: str
    slug: str
    body: str
    address: str
    date: dt.date
    title: str


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what was found, the latest meeting first."""

    rows: list[Hit]
    total: int
    paging: Paging


def found(
    session: Session, reader: Reader, wanted: Wanted, slug: str, year: int | None, page: int
) -> Hits:
    """What of it the reader may read; of one body or year where that is given. One statement.

    A page after the last one is empty.
    """
    number = min(max(page, 1), MOST_PAGES)
    order = (col(Publication.date).desc(), col(Publication.id).desc(), col(PublishedPart.position))
    chosen = (
        _published(matching(session, wanted.words, PARTS))
        .add_columns(sa.func.count().over().label("total"))
        .where(stands(reader), *_conditions(wanted, slug, year))
        .order_by(*order)
        .limit(PAGE)
        .offset((number - 1) * PAGE)
        .subquery("chosen")
    )
    rows = session.execute(
        sa.select(
            chosen.c.total,
            col(PublishedPart.kind),
            col(PublishedPart.label),
            col(PublishedPart.text),
            col(PublishedPart.anchor),
            col(Body.slug),
            called(),
            col(Publication.address),
            col(Publication.date),
            col(Publication.title),
        )
        .select_from(chosen)
        .join(PublishedPart, col(PublishedPart.id) == chosen.c.part_id)
        .join(Publication, col(Publication.id) == PublishedPart.publication_id)
        .join(Body, col(Body.id) == Publication.body_id)
        .order_by(*order)
    ).all()
    total = rows[0][0] if rows else 0
    return Hits([Hit(*row[1:]) for row in rows], total, paging(number, total))


def _published(parts: sa.Select[Any]) -> sa.Select[Any]:
    return (
        parts.join(PublishedPart, col(PublishedPart.id) == PublicSearchEntry.part_id)
        .join(Publication, col(Publication.id) == PublishedPart.publication_id)
        .join(Body, col(Body.id) == Publication.body_id)
    )


def _conditions(wanted: Wanted, slug: str, year: int | None) -> Iterator[sa.ColumnElement[bool]]:
    text: Any = col(PublishedPart.label) + "\n" + col(PublishedPart.text)
    for phrase in wanted.phrases:
        yield contains(text, phrase)
    for phrase in wanted.phrases_without:
        yield sa.not_(contains(text, phrase))
    if wanted.kinds:
        kinds = {each.value for each in wanted.kinds} & set(PartKind)
        yield col(PublishedPart.kind).in_([PartKind(each) for each in kinds])
    for name in wanted.bodies:
        yield sa.or_(contains(col(Body.name), name), col(Body.slug) == name.casefold())
    if year is not None:
        yield col(Publication.date).between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if slug:
        yield col(Body.slug) == slug
    if wanted.years:
        spans = sorted(wanted.years)
        days = [(dt.date(first, 1, 1), dt.date(last, 12, 31)) for first, last in spans]
        yield sa.or_(*(col(Publication.date).between(*each) for each in days))
