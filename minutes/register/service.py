"""What can be done with a registered meeting: papers are attached to it, and taken away."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.recognition.findings import PaperKind
from minutes.register.lifecycle import Step, after
from minutes.register.tables import Attachment, Meeting, StoredDocument


def attach(session: Session, meeting_id: int, document_id: int, *, by: int, at: datetime) -> None:
    """Make the document an attachment of the meeting; commits.

    A paper of no known body becomes one of the meeting's. Raises NotFound, StepNotAllowed
    where the minutes are locked, and Refused where the meeting has it already.
    """
    meeting = _unlocked(session, meeting_id)
    document = session.execute(
        sa.select(
            col(StoredDocument.filename),
            col(StoredDocument.is_minutes),
            col(StoredDocument.paper),
        ).where(col(StoredDocument.id) == document_id)
    ).first()
    if document is None:
        raise NotFound("Handlingen finns inte.")
    filename, is_minutes, kind = document
    there = sa.exists().where(
        col(Attachment.meeting_id) == meeting_id, col(Attachment.document_id) == document_id
    )
    if session.scalar(sa.select(there)):
        raise Refused("Mötet har redan den handlingen.")
    word = "protokoll" if is_minutes else str(kind or PaperKind.OTHER)
    session.add(
        Attachment(
            meeting_id=meeting_id,
            label=word.capitalize(),
            title=filename,
            document_id=document_id,
        )
    )
    session.execute(
        sa.update(StoredDocument)
        .where(
            col(StoredDocument.id) == document_id,
            col(StoredDocument.body_id).is_(None),
            col(StoredDocument.is_minutes).is_(False),
        )
        .values(body_id=meeting.body_id)
    )
    _told(session, "attachment.added", meeting_id, document_id, filename, by, at)
    session.commit()


def detach(session: Session, meeting_id: int, attachment_id: int, *, by: int, at: datetime) -> str:
    """Take a paper away from the meeting, the document stays; its name. Commits.

    Raises NotFound, also for what stands in the minutes themselves, and StepNotAllowed.
    """
    _unlocked(session, meeting_id)
    found = session.get(Attachment, attachment_id)
    if found is None or found.meeting_id != meeting_id or found.document_id is None:
        raise NotFound("Handlingen finns inte på mötet.")
    title, document_id = found.title, found.document_id
    session.delete(found)
    _told(session, "attachment.removed", meeting_id, document_id, title, by, at)
    session.commit()
    return title


def _unlocked(session: Session, meeting_id: int) -> Meeting:
    """The meeting, locked against others until the transaction ends."""
    query = select(Meeting).where(Meeting.id == meeting_id).with_for_update()
    meeting = session.exec(query.execution_options(populate_existing=True)).first()
    if meeting is None:
        raise NotFound("Mötet finns inte.")
    after(meeting.state, Step.ATTACH)
    return meeting


def _told(
    session: Session,
    act: str,
    meeting_id: int,
    document_id: int,
    filename: str,
    by: int,
    at: datetime,
) -> None:
    audit.append(
        session,
        at=at,
        actor=f"person:{by}",
        act=act,
        subject=f"meeting:{meeting_id}",
        details={"document": document_id, "filename": filename},
    )
