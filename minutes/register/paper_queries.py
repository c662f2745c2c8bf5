"""What is asked of papers: documents that are not minutes, and the meetings that have them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.people.permissions import Access, Permission
from minutes.people.queries import called
from minutes.people.tables import Body
from minutes.recognition.findings import PaperKind
from minutes.register.tables import Attachment, Meeting, StoredDocument


@dataclass(frozen=True, slots=True)
class Paper:
    """A stored paper; `meetings` are (id, title) of those it is attached to."""

    id: int
    filename: str
    kind: PaperKind
    body: str | None
    stored_at: datetime
    meetings: tuple[tuple[int, str], ...] = ()


def papers(session: Session, access: Access) -> list[Paper]:
    """Every paper that the person may attach to some meeting, the latest first."""
    return _papers(session, _kept_by(access))


def to_choose(session: Session, access: Access, meeting: Meeting) -> list[Paper]:
    """The papers of the meeting's body, and one's own of no body, that it does not have yet."""
    there = sa.select(col(Attachment.document_id)).where(
        col(Attachment.meeting_id) == meeting.id, col(Attachment.document_id).is_not(None)
    )
    own = sa.and_(
        col(StoredDocument.body_id).is_(None),
        col(StoredDocument.stored_by) == access.person_id,
    )
    of_body = col(StoredDocument.body_id) == meeting.body_id
    return _papers(session, sa.or_(of_body, own), col(StoredDocument.id).not_in(there))


def may_keep(session: Session, document_id: int, access: Access) -> bool:
    """Whether it is a paper that the person looks after."""
    kept = sa.exists().where(
        col(StoredDocument.id) == document_id,
        col(StoredDocument.is_minutes).is_(False),
        _kept_by(access),
    )
    return access.may_somewhere(Permission.REVIEW) and session.scalar(sa.select(kept)) is True


def _kept_by(access: Access) -> sa.ColumnElement[bool]:
    """Of a body whose minutes the person reviews; of no body, if the person brought it."""
    bodies = access.bodies(Permission.REVIEW)
    if bodies is None:
        return sa.true()
    own = sa.and_(
        col(StoredDocument.body_id).is_(None),
        col(StoredDocument.stored_by) == access.person_id,
    )
    return sa.or_(col(StoredDocument.body_id).in_(bodies), own)


def _papers(session: Session, *conditions: sa.ColumnElement[bool]) -> list[Paper]:
    rows = session.execute(
        sa.select(
            col(StoredDocument.id),
            col(StoredDocument.filename),
            col(StoredDocument.paper),
            called(),
            col(StoredDocument.stored_at),
        )
        .outerjoin(Body, col(Body.id) == StoredDocument.body_id)
        .where(col(StoredDocument.is_minutes).is_(False), *conditions)
        .order_by(col(StoredDocument.stored_at).desc(), col(StoredDocument.id).desc())
    ).all()
    meetings = _meetings(session, [row[0] for row in rows])
    return [
        Paper(
            document_id,
            filename,
            kind or PaperKind.OTHER,
            body,
            stored_at,
            tuple(meetings.get(document_id, ())),
        )
        for document_id, filename, kind, body, stored_at in rows
    ]


def _meetings(session: Session, documents: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    if not documents:
        return found
    query = (
        sa.select(col(Attachment.document_id), col(Meeting.id), col(Meeting.title))
        .join(Meeting, col(Meeting.id) == Attachment.meeting_id)
        .where(col(Attachment.document_id).in_(documents))
        .order_by(col(Meeting.date), col(Meeting.id))
    )
    for document_id, meeting_id, title in session.execute(query):
        if document_id is not None and meeting_id is not None:
            found.setdefault(document_id, []).append((meeting_id, title))
    return found
