"""Handing minutes that were written here over to review, and taking them up again."""

from sqlmodel import Session

from minutes.errors import Refused, StepNotAllowed
from minutes.people import queries as people
from minutes.reading.bounds import Limits
from minutes.review import queries as review
from minutes.review import service as review_service
from minutes.writing import queries
from minutes.writing.service import By, locked, write_down
from minutes.writing.tables import SittingState


def finish(session: Session, by: By, sitting_id: int, seen: int, limits: Limits) -> int:
    """Hand the text over to review, where it is read as an uploaded file is; the draft's id.

    A draft of an earlier text of the same minutes is thrown away. Raises what import_file()
    does, Refused, StepNotAllowed.
    """
    found = locked(session, sitting_id)
    if found.version != seen:
        raise StepNotAllowed("Någon har sparat sedan du öppnade sidan. Läs texten igen.")
    if found.state is SittingState.PREPARING:
        raise StepNotAllowed("Protokollet är inte påbörjat än.")
    if not found.text.strip():
        raise Refused("Protokollet är tomt. Skriv något först.")
    draft_id, meeting_id = queries.handed_over(session, found)
    if meeting_id is not None:
        raise StepNotAllowed("Mötet är redan registrerat. Ta tillbaka det därifrån först.")
    body = people.body(session, found.body_id)
    name, data = f"{body.slug}-{found.date.isoformat()}-{sitting_id}.md", found.text.encode()
    session.rollback()  # reading takes long, and the lock is for who writes
    imported = review_service.import_file(
        session,
        name,
        data,
        body=body,
        by=by.person,
        at=by.at,
        limits=limits,
        are_minutes=True,
    )
    made = imported.draft_id
    if made is None:  # the same text was brought in before, and not taken for minutes
        made = review_service.draft_anyway(
            session, imported.document_id, by=by.person, at=by.at, limits=limits
        )
    if draft_id is not None and draft_id != made:
        _discard(session, by, draft_id)
    found = locked(session, sitting_id)
    found.document_id, found.state = imported.document_id, SittingState.FINISHED
    session.add(found)
    write_down(session, by, "sitting.finished", found)
    session.commit()
    return made


def _discard(session: Session, by: By, draft_id: int) -> None:
    if review.draft(session, draft_id).meeting_id is None:
        session.rollback()
        review_service.discard_draft(session, draft_id, by=by.person, at=by.at)


def reopen(session: Session, by: By, sitting_id: int) -> None:
    """Go on writing minutes that were handed over and are not registered."""
    found = locked(session, sitting_id)
    if found.state is not SittingState.FINISHED:
        raise StepNotAllowed("Protokollet skrivs redan.")
    if queries.handed_over(session, found)[1] is not None:
        raise StepNotAllowed("Mötet är registrerat. Ta tillbaka det till granskningen först.")
    found.state = SittingState.WRITING
    session.add(found)
    write_down(session, by, "sitting.reopened", found)
    session.commit()
