"""What stands at an address of the public site: a body, a meeting, a file."""

from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from markupsafe import Markup
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from minutes.database import Question
from minutes.errors import MinutesError, NotFound
from minutes.people.tables import Body, MeetingWord
from minutes.publication.page_text import made_with, text_of
from minutes.publication.readers import READERS, Reader, readable, stands
from minutes.publication.showing import Neighbour, PublicMeeting, Text, content_of
from minutes.publication.tables import (
    PageText,
    Publication,
    PublicationState,
    PublishedFile,
)

MOST_MADE = 200  # texts of some 30 kB that a process remembers


class Withdrawn(MinutesError):
    """What stood at the address was taken back; the message is the reason that was given."""

    status = 410

    def __init__(self, publication: Publication) -> None:
        super().__init__(publication.reason)
        self.publication = publication


class PublicBody(NamedTuple):
    """What the public site says of a body."""

    id: int
    slug: str
    name: str
    organisation: str
    meeting_word: MeetingWord

    @classmethod
    def of(cls, body: Body) -> "PublicBody":
        """That of the body."""
        return cls(*(getattr(body, name) for name in cls._fields))


def body(connection: Connection, reader: Reader, slug: str, *, ever: bool = False) -> PublicBody:
    """The body, where it has published something; ever: also where all of it was taken back.
    Raises NotFound.
    """
    found = connection.execute(_body(reader, ever), {"slug": slug}).first()
    if found is None:
        raise NotFound("Sidan finns inte.")
    return PublicBody(*found)


@lru_cache(maxsize=READERS)
def _body(reader: Reader, ever: bool) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(*(getattr(Body, name) for name in PublicBody._fields))
        .join(Publication, col(Publication.body_id) == Body.id)
        .where(col(Body.slug) == sa.bindparam("slug"), readable(reader) if ever else stands(reader))
        .limit(1)
    )


def publication(
    session: Session, reader: Reader, slug: str, address: str
) -> tuple[Body, Publication]:
    """What stands at the address. Raises NotFound, and Withdrawn where it was taken back."""
    row = session.execute(
        sa.select(Body, Publication)
        .join(Publication, col(Publication.body_id) == Body.id)
        .where(*_stood_at(reader, slug, address))
        .order_by(col(Publication.version).desc())
        .limit(1)
    ).first()
    if row is None:
        raise NotFound("Sidan finns inte.")
    found_body, found = row
    if found.state is PublicationState.WITHDRAWN:
        raise Withdrawn(found)
    return found_body, found


def _stood_at(reader: Reader, slug: Any, address: Any) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(Body.slug) == slug,
        col(Publication.address) == address,
        col(Publication.state) != PublicationState.REPLACED,
        readable(reader),
    )


def public_meeting(
    engine: Engine, reader: Reader, slug: str, address: str, language: str
) -> PublicMeeting:
    """The page of a published meeting. Raises NotFound and Withdrawn."""
    row = _page(reader).first(
        engine, slug=slug, address=address, language=language, made_with=made_with()
    )
    if row is None:
        raise NotFound("Sidan finns inte.")
    if row.state is PublicationState.WITHDRAWN:
        raise Withdrawn(_whole(engine, row.id))
    return PublicMeeting(
        body=row.name,
        slug=slug,
        title=row.title,
        date=row.date,
        text=_text(engine, row, language),
        address=address,
        published_at=row.published_at,
        previous=row.previous and Neighbour(row.previous, row.previous_day),
        next=row.next and Neighbour(row.next, row.next_day),
    )


def _whole(engine: Engine, publication_id: int) -> Publication:
    with Session(engine) as session:
        return session.get_one(Publication, publication_id)


def _text(engine: Engine, row: Any, language: str) -> Text:
    if row.facts is None:
        return _made_now(engine, row.id, language, made_with())
    # Made of templates of ours, which escape.
    facts, minutes, aside = map(Markup, (row.facts, row.minutes, row.aside))
    return Text(facts, minutes, aside, row.summary)


@lru_cache(maxsize=MOST_MADE)
def _made_now(engine: Engine, publication_id: int, language: str, _made_with: str) -> Text:
    """The text of what is published, which never changes: made for its first reader, and
    remembered until the job has kept it.
    """
    return text_of(content_of(_whole(engine, publication_id)), language)


@lru_cache(maxsize=READERS)
def _page(reader: Reader) -> Question:
    """What stands at an address, with its text where that is kept, and what stands beside it."""
    kept = sa.and_(
        col(PageText.publication_id) == col(Publication.id),
        col(PageText.language) == sa.bindparam("language", ""),
        col(PageText.made_with) == sa.bindparam("made_with", ""),
    )
    before: Any = aliased(Publication)
    after: Any = aliased(Publication)
    return Question(
        sa.select(
            *map(col, (Body.name, Publication.id, Publication.state)),
            *map(col, (Publication.title, Publication.date, Publication.published_at)),
            *map(col, (PageText.facts, PageText.minutes, PageText.aside, PageText.summary)),
            *(before.address.label("previous"), before.date.label("previous_day")),
            *(after.address.label("next"), after.date.label("next_day")),
        )
        .select_from(Publication)
        .join(Body, col(Publication.body_id) == Body.id)
        .outerjoin(PageText, kept)
        .outerjoin(before, before.id == _nearest(reader, "before"))
        .outerjoin(after, after.id == _nearest(reader, "after"))
        .where(*_stood_at(reader, sa.bindparam("slug", ""), sa.bindparam("address", "")))
        .order_by(col(Publication.version).desc())
        .limit(1)
    )


def _nearest(reader: Reader, side: str) -> sa.ScalarSelect[int]:
    """The id of the body's published meeting before or after this one."""
    other: Any = aliased(Publication)
    key = sa.tuple_(other.date, other.address)
    here = sa.tuple_(col(Publication.date), col(Publication.address))
    is_after = side == "after"
    order = (other.date, other.address)
    return (
        sa.select(other.id)
        .where(
            other.body_id == Publication.body_id,
            other.state == PublicationState.PUBLISHED,
            readable(reader, other),
            key > here if is_after else key < here,
        )
        .order_by(*(order if is_after else (each.desc() for each in order)))
        .limit(1)
        .correlate(Publication, Body)
        .scalar_subquery()
    )


def file(session: Session, publication_id: int, kind: str) -> PublishedFile:
    """The publication as a file. Raises NotFound."""
    found = session.exec(
        select(PublishedFile).where(
            PublishedFile.publication_id == publication_id, PublishedFile.kind == kind
        )
    ).first()
    if found is None:
        raise NotFound("Filen finns inte.")
    return found
