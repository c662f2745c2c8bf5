"""What stands at an address of the public site: a body, a meeting, a file."""

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import MinutesError, NotFound
from minutes.people.tables import Body
from minutes.publication.readers import Reader, readable, stands
from minutes.publication.showing import Neighbour, PublicMeeting, shown
from minutes.publication.tables import Publication, PublicationState, PublishedFile


class Withdrawn(MinutesError):
    """What stood at the address was taken back; the message is the reason that was given."""

    status = 410

    def __init__(self, publication: Publication) -> None:
        super().__init__(publication.reason)
        self.publication = publication


def body(session: Session, reader: Reader, slug: str) -> Body:
    """The body, where it has published something. Raises NotFound."""
    found = session.exec(
        select(Body)
        .join(Publication, col(Publication.body_id) == Body.id)
        .where(Body.slug == slug, stands(reader))
        .limit(1)
    ).first()
    if found is None:
        raise NotFound("Sidan finns inte.")
    return found


def publication(
    session: Session, reader: Reader, slug: str, address: str
) -> tuple[Body, Publication]:
    """What stands at the address. Raises NotFound, and Withdrawn where it was taken back."""
    row = session.execute(
        sa.select(Body, Publication)
        .join(Publication, col(Publication.body_id) == Body.id)
        .where(
            col(Body.slug) == slug,
            col(Publication.address) == address,
            col(Publication.state) != PublicationState.REPLACED,
            readable(reader),
        )
        .order_by(col(Publication.version).desc())
        .limit(1)
    ).first()
    if row is None:
        raise NotFound("Sidan finns inte.")
    found_body, found = row
    if found.state is PublicationState.WITHDRAWN:
        raise Withdrawn(found)
    return found_body, found


def public_meeting(session: Session, reader: Reader, slug: str, address: str) -> PublicMeeting:
    """The page of a published meeting. Raises NotFound and Withdrawn."""
    its_body, found = publication(session, reader, slug, address)
    kinds = sa.select(col(PublishedFile.kind)).where(col(PublishedFile.publication_id) == found.id)
    return shown(
        its_body,
        found,
        frozenset(session.scalars(kinds)),
        _neighbour(session, reader, found, before=True),
        _neighbour(session, reader, found, before=False),
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


def _neighbour(
    session: Session, reader: Reader, here: Publication, *, before: bool
) -> Neighbour | None:
    key = sa.tuple_(col(Publication.date), col(Publication.address))
    this = sa.tuple_(sa.literal(here.date), sa.literal(here.address))
    query = (
        sa.select(col(Publication.address), col(Publication.date))
        .join(Body, col(Body.id) == Publication.body_id)
        .where(col(Publication.body_id) == here.body_id, stands(reader))
    )
    if before:
        query = query.where(key < this).order_by(
            col(Publication.date).desc(), col(Publication.address).desc()
        )
    else:
        query = query.where(key > this).order_by(col(Publication.date), col(Publication.address))
    row = session.execute(query.limit(1)).first()
    return Neighbour(*row) if row else None
