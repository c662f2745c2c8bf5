"""What is asked of the register: the list of meetings, and everything of one meeting."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import NotFound
from minutes.paging import PAGE, Paging, paging
from minutes.people.queries import called as called  # for those who list meetings
from minutes.people.tables import Body
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import (
    ActionItem,
    ActionOwner,
    Attachment,
    Decision,
    Item,
    Meeting,
    MeetingState,
    StoredDocument,
)

Visible = frozenset[int] | None  # bodies; None means all


@dataclass(frozen=True, slots=True)
class Filter:
    """Which meetings are wanted; what is None or empty does not matter."""

    body: str | None = None  # slug
    year: int | None = None
    state: MeetingState | None = None
    text: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A row of the list of meetings."""

    id: int
    date: dt.date
    title: str
    kind: MinutesKind
    state: MeetingState
    body: str
    slug: str
    decisions: int
    actions: int


@dataclass(frozen=True, slots=True)
class MeetingList:
    """A page of meetings, and what one may filter them by."""

    rows: list[MeetingRow]
    total: int
    paging: Paging
    bodies: list[tuple[str, str]] = field(default_factory=list)  # slug, name
    years: list[int] = field(default_factory=list)


def meetings(session: Session, visible: Visible, wanted: Filter) -> MeetingList:
    """The meetings of the bodies that one may see, the latest first. Three statements."""
    conditions = _conditions(visible, wanted)
    total = session.execute(
        sa.select(sa.func.count())
        .select_from(Meeting)
        .join(Body, col(Body.id) == Meeting.body_id)
        .where(*conditions)
    ).scalar_one()
    shown = paging(wanted.page, total)
    rows = session.execute(
        _rows()
        .where(*conditions)
        .order_by(col(Meeting.date).desc(), col(Meeting.id).desc())
        .limit(PAGE)
        .offset(shown.offset)
    )
    bodies, years = _choices(session, visible)
    return MeetingList([MeetingRow(*row) for row in rows], total, shown, bodies, years)


def _rows() -> sa.Select[*tuple[Any, ...]]:
    decisions = sa.select(sa.func.count()).where(col(Decision.meeting_id) == Meeting.id)
    actions = sa.select(sa.func.count()).where(col(ActionItem.meeting_id) == Meeting.id)
    return sa.select(
        col(Meeting.id),
        col(Meeting.date),
        col(Meeting.title),
        col(Meeting.kind),
        col(Meeting.state),
        called(),
        col(Body.slug),
        decisions.correlate(Meeting).scalar_subquery(),
        actions.correlate(Meeting).scalar_subquery(),
    ).join(Body, col(Body.id) == Meeting.body_id)


def _conditions(visible: Visible, wanted: Filter) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if visible is not None:
        conditions.append(col(Meeting.body_id).in_(visible))
    if wanted.body:
        conditions.append(col(Body.slug) == wanted.body)
    if wanted.year:
        first, last = dt.date(wanted.year, 1, 1), dt.date(wanted.year, 12, 31)
        conditions.append(col(Meeting.date).between(first, last))
    if wanted.state:
        conditions.append(col(Meeting.state) == wanted.state)
    if wanted.text:
        conditions.append(_says(wanted.text))
    return conditions


def _says(text: str) -> sa.ColumnElement[bool]:
    items = sa.select(col(Item.id)).where(
        col(Item.meeting_id) == Meeting.id,
        sa.or_(contains(col(Item.title), text), contains(col(Item.text), text)),
    )
    decisions = sa.select(col(Decision.id)).where(
        col(Decision.meeting_id) == Meeting.id, contains(col(Decision.text), text)
    )
    actions = sa.select(col(ActionItem.id)).where(
        col(ActionItem.meeting_id) == Meeting.id, contains(col(ActionItem.text), text)
    )
    return sa.or_(
        contains(col(Meeting.title), text),
        contains(col(Body.name), text),
        items.exists(),
        decisions.exists(),
        actions.exists(),
    )


def contains(column: Any, text: str) -> sa.ColumnElement[bool]:
    """Whether the column has the text in it, however its letters are cased.

    SQLite knows the case of A to Z only, so Å, Ä and Ö are asked for in both.
    """
    forms = {text, text.lower(), text.upper(), text.capitalize()}
    return sa.or_(*(column.icontains(each, autoescape=True) for each in sorted(forms)))


def _choices(session: Session, visible: Visible) -> tuple[list[tuple[str, str]], list[int]]:
    year = sa.extract("year", col(Meeting.date))
    query = (
        sa.select(col(Body.slug), called(), year)
        .select_from(Meeting)
        .join(Body, col(Body.id) == Meeting.body_id)
        .distinct()
    )
    if visible is not None:
        query = query.where(col(Meeting.body_id).in_(visible))
    found = session.execute(query).all()
    bodies = sorted({(slug, name) for slug, name, _ in found}, key=lambda body: body[1].casefold())
    return bodies, sorted({int(each) for _, _, each in found}, reverse=True)


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


def meeting_of(session: Session, document_id: int) -> Sequence[Meeting]:
    """The meetings that were recorded from the document, or have it as an attachment."""
    attached = sa.select(col(Attachment.meeting_id)).where(
        col(Attachment.document_id) == document_id
    )
    return session.exec(
        select(Meeting).where(
            sa.or_(col(Meeting.document_id) == document_id, col(Meeting.id).in_(attached))
        )
    ).all()


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
