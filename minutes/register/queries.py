"""What is asked of the register: the list of meetings, and everything of one meeting."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import NotFound
from minutes.people.queries import called as called  # for those who list meetings
from minutes.register.tables import (
    ActionOwner,
    Attachment,
    Attendance,
    Item,
    Meeting,
    StoredDocument,
)

Visible = frozenset[int] | None  # bodies; None means all


def contains(column: Any, text: str) -> sa.ColumnElement[bool]:
    """Whether the column has the text in it, however its letters are cased.

    SQLite knows the case of A to Z only, so Å, Ä and Ö are asked for in both.
    """
    forms = {text, text.lower(), text.upper(), text.capitalize()}
    return sa.or_(*(column.icontains(each, autoescape=True) for each in sorted(forms)))


def attended(name: str) -> sa.ColumnElement[bool]:
    """Whether somebody so called was at the meeting, or sent apologies. Needs Meeting."""
    named = sa.select(col(Attendance.id)).where(
        col(Attendance.meeting_id) == Meeting.id, contains(col(Attendance.name), name)
    )
    return named.exists()


def meeting(session: Session, meeting_id: int) -> Meeting:
    """The meeting. Raises NotFound."""
    found = session.get(Meeting, meeting_id)
    if found is None:
        raise NotFound("Mötet finns inte.")
    return found


def is_partly_justerat(session: Session, meeting_id: int) -> bool:
    """Whether some point of the meeting was justerad by itself, so that its text is fixed."""
    fixed = sa.exists().where(
        col(Item.meeting_id) == meeting_id, col(Item.justerad_at).is_not(None)
    )
    return session.scalar(sa.select(fixed)) is True


def has_papers(session: Session, meeting_id: int) -> bool:
    """Whether papers have been added to the meeting."""
    added = sa.exists().where(
        col(Attachment.meeting_id) == meeting_id, col(Attachment.document_id).is_not(None)
    )
    return session.scalar(sa.select(added)) is True


def document(session: Session, document_id: int) -> StoredDocument:
    """The document with its bytes. Raises NotFound."""
    found = session.get(StoredDocument, document_id)
    if found is None:
        raise NotFound("Dokumentet finns inte.")
    return found


def transcript(session: Session, document_id: int) -> tuple[str, list[str]]:
    """(file name, lines) of a document, without its bytes. Raises NotFound."""
    row = session.execute(
        sa.select(col(StoredDocument.filename), col(StoredDocument.transcript)).where(
            col(StoredDocument.id) == document_id
        )
    ).first()
    if row is None:
        raise NotFound("Dokumentet finns inte.")
    return row[0], row[1].split("\n")


def owners(session: Session, action_ids: Sequence[int]) -> dict[int, list[ActionOwner]]:
    """The owners of each action item, in the order in which the minutes name them."""
    if not action_ids:
        return {}
    found: dict[int, list[ActionOwner]] = {}
    for owner in session.exec(
        select(ActionOwner)
        .where(col(ActionOwner.action_item_id).in_(action_ids))
        .order_by(col(ActionOwner.action_item_id), col(ActionOwner.position))
    ):
        found.setdefault(owner.action_item_id, []).append(owner)
    return found
