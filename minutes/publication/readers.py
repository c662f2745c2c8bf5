"""Who reads what is published, and which of it is for them. The others learn nothing of it."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from minutes.people.permissions import Access, Permission
from minutes.people.tables import Body
from minutes.publication.tables import Audience, Publication, PublicationState

READERS = 128  # for so many a question is kept, since to put it together takes longer than to ask


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the bodies whose minutes they may read (None: all), and the organisations in
    which they hold a mandate. Nobody signed in has neither.
    """

    bodies: frozenset[int] | None = frozenset()
    organisations: frozenset[str] = frozenset()

    @property
    def is_public(self) -> bool:
        """Whether they see what everybody sees."""
        return self.bodies is not None and not self.bodies


def reader(connection: Connection, access: Access) -> Reader:
    """What the asker may read. Asks the database only where somebody is signed in."""
    if not access.signed_in:
        return Reader()
    bodies = access.bodies(Permission.READ)
    if bodies is None:
        return Reader(None)
    names = connection.scalars(sa.select(col(Body.organisation)).where(col(Body.id).in_(bodies)))
    return Reader(bodies, frozenset(names) - {""})


def readable(reader: Reader, of: Any = Publication) -> sa.ColumnElement[bool]:
    """The condition that a publication, joined with its body, is for the reader.

    of: its table; each has an audience and a body.
    """
    if reader.bodies is None:
        return sa.true()
    for_all = col(of.audience) == Audience.EVERYBODY
    if reader.is_public:
        return for_all
    return sa.or_(
        for_all,
        col(of.body_id).in_(reader.bodies),
        sa.and_(
            col(of.audience) == Audience.ORGANISATION,
            col(Body.organisation).in_(reader.organisations),
        ),
    )


def stands(reader: Reader) -> sa.ColumnElement[bool]:
    """The condition that it is for the reader, and was neither replaced nor taken back."""
    return sa.and_(col(Publication.state) == PublicationState.PUBLISHED, readable(reader))
