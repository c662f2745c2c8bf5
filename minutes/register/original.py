"""Who gets a stored file as it came: a file may hold the minutes of several bodies."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.people.permissions import Access, Permission
from minutes.register import queries
from minutes.register.tables import Attachment, Meeting, StoredDocument

Span = tuple[int | None, int | None]  # first and last line; without them the whole file


def may_have(session: Session, document_id: int, access: Access) -> bool:
    """Whether the person may have the whole file.

    So may who brought it, who may read a meeting that it is attached to, and who may read
    all of its lines as the minutes of registered meetings: what is still a draft is not.
    """
    return (
        _is_attached(session, document_id, access)
        or _brought(session, document_id, access)
        or _reads_all_lines(session, document_id, access)
    )


def unread(lines: Iterable[str], spans: Iterable[Span]) -> list[int]:
    """The numbers of the lines with words that stand in none of the spans."""
    within = [(first or 1, last) for first, last in spans]
    return [
        number
        for number, line in enumerate(lines, 1)
        if line.strip()
        and not any(first <= number and (last is None or number <= last) for first, last in within)
    ]


def _reads_all_lines(session: Session, document_id: int, access: Access) -> bool:
    rows = session.execute(
        sa.select(col(Meeting.body_id), col(Meeting.first_line), col(Meeting.last_line)).where(
            col(Meeting.document_id) == document_id
        )
    )
    spans = [(first, last) for body, first, last in rows if access.may(Permission.READ, body)]
    if not spans:
        return False
    if (None, None) in spans:
        return True
    return not unread(queries.transcript(session, document_id)[1], spans)


def _is_attached(session: Session, document_id: int, access: Access) -> bool:
    bodies = session.execute(
        sa.select(col(Meeting.body_id))
        .join(Attachment, col(Attachment.meeting_id) == Meeting.id)
        .where(col(Attachment.document_id) == document_id)
    ).scalars()
    return any(access.may(Permission.READ, body) for body in bodies)


def _brought(session: Session, document_id: int, access: Access) -> bool:
    """Whoever brought it had it; but only while they still review somewhere."""
    by = session.scalar(
        sa.select(col(StoredDocument.stored_by)).where(col(StoredDocument.id) == document_id)
    )
    return by is not None and by == access.person_id and access.may_somewhere(Permission.REVIEW)
