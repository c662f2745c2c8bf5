"""What a reader of the public site finds: parts of what is published for them, and no more."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.people.queries import called
from minutes.people.tables import Body
from minutes.publication.readers import Reader, stands
from minutes.publication.tables import PartKind, Publication, PublishedPart
from minutes.search.full_text import Hits, Indexed, in_text, matching, of_page, page_of
from minutes.search.language import Wanted
from minutes.search.queries import is_called
from minutes.search.tables import PublicSearchEntry

PARTS = Indexed(col(PublicSearchEntry.id), "search_fts_public")


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


def _published(rows: sa.Select[Any]) -> sa.Select[Any]:
    return (
        rows.join(PublishedPart, col(PublishedPart.id) == PublicSearchEntry.part_id)
        .join(Publication, col(Publication.id) == PublishedPart.publication_id)
        .join(Body, col(Body.id) == Publication.body_id)
    )


_COLUMNS: tuple[Any, ...] = (
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
_SHOWN = of_page(_published(sa.select(*_COLUMNS).select_from(PublicSearchEntry)), PARTS)


def found(
    session: Session, reader: Reader, wanted: Wanted, slug: str, year: int | None, page: int
) -> Hits[Hit]:
    """What of it the reader may read, the latest meeting first; of one body or year where that
    is given. Two statements: which they are, and what they say.
    """
    kinds = {PartKind(each) for each in wanted.kinds if each.name in PartKind.__members__}
    among = [(col(PublishedPart.kind), kinds)] if wanted.kinds else []
    years = [*wanted.years, *([(year, year)] if year is not None else [])]
    conditions = [stands(reader), *_conditions(wanted, slug)]
    chosen = _published(matching(session, PARTS, wanted.words, among, years, conditions))
    return page_of(session, chosen, page, _SHOWN, Hit)


def _conditions(wanted: Wanted, slug: str) -> Iterator[sa.ColumnElement[bool]]:
    yield from in_text(col(PublishedPart.label) + "\n" + col(PublishedPart.text), wanted)
    if wanted.bodies:
        yield is_called(wanted.bodies)
    if slug:
        yield col(Body.slug) == slug
