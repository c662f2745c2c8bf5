"""The drafts that wait to be reviewed: all of them, or a page of the list."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.paging import Paging, paging
from minutes.people.tables import Body, full_name
from minutes.register import queries as register
from minutes.register.tables import StoredDocument
from minutes.review.queries import REVIEWED
from minutes.review.tables import Draft, DraftFinding, DraftState, FindingKind, FindingState


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A row of the list of drafts."""

    id: int
    filename: str
    body: str | None
    title: str | None
    date: date | None
    created_at: datetime
    reviewed: int
    total: int
    part: int = 1
    parts: int = 1
    body_id: int | None = None
    document_id: int = 0


@dataclass(frozen=True, slots=True)
class DraftPage:
    """Some of the drafts; `total` is how many there are on all pages."""

    rows: list[OpenDraft]
    total: int
    paging: Paging


def open_drafts(
    session: Session,
    bodies: frozenset[int] | None,
    person_id: int | None,
    only: Collection[int] | None = None,
) -> list[OpenDraft]:
    """The drafts to review in these bodies (None: all), or those in `only`; the oldest first.

    One of no known body is seen by who brought it, and by those who see all.
    """
    conditions = _conditions(bodies, person_id)
    if only is not None:
        conditions.append(col(Draft.id).in_(only))
    return [_open_draft(row) for row in session.execute(_rows(conditions))]


def draft_page(
    session: Session,
    bodies: frozenset[int] | None,
    person_id: int | None,
    number: int = 1,
    rows: int | None = None,
) -> DraftPage:
    """A page of what open_drafts() gives. Two statements.

    rows: on a page; as most lists have them where it is not said.
    """
    conditions = _conditions(bodies, person_id)
    counting = sa.select(sa.func.count()).select_from(Draft).where(*conditions)
    total = session.execute(counting).scalar_one()
    shown = paging(number, total, rows)
    some = _rows(conditions).limit(shown.rows).offset(shown.offset)
    return DraftPage([_open_draft(row) for row in session.execute(some)], total, shown)


def _conditions(
    bodies: frozenset[int] | None, person_id: int | None
) -> list[sa.ColumnElement[bool]]:
    conditions = [col(Draft.state) == DraftState.OPEN]
    if bodies is not None:
        own = sa.and_(col(Draft.body_id).is_(None), col(Draft.created_by) == person_id)
        conditions.append(sa.or_(col(Draft.body_id).in_(bodies), own))
    return conditions


def _rows(conditions: Sequence[sa.ColumnElement[bool]]) -> sa.Select[Any]:
    header = sa.select(col(DraftFinding.draft_id), col(DraftFinding.content)).where(
        col(DraftFinding.kind) == FindingKind.HEADER
    )
    headers, counts = header.subquery(), _counts().subquery()
    return (
        sa.select(
            col(Draft.id),
            col(StoredDocument.filename),
            register.called(),
            headers.c.content,
            col(Draft.created_at),
            sa.func.coalesce(counts.c.reviewed, 0),
            sa.func.coalesce(counts.c.total, 0),
            col(Draft.part),
            col(Draft.parts),
            col(Draft.body_id),
            col(Draft.document_id),
        )
        .join(StoredDocument, col(StoredDocument.id) == Draft.document_id)
        .outerjoin(Body, col(Body.id) == Draft.body_id)
        .outerjoin(headers, headers.c.draft_id == Draft.id)
        .outerjoin(counts, counts.c.draft_id == Draft.id)
        .where(*conditions)
        .order_by(col(Draft.created_at), col(Draft.id))
    )


def _counts() -> sa.Select[int, int, int]:
    reviewed = sa.case((col(DraftFinding.state) != FindingState.PROPOSED, 1), else_=0)
    return (
        sa.select(
            col(DraftFinding.draft_id),
            sa.func.sum(reviewed, type_=sa.Integer).label("reviewed"),
            sa.func.count().label("total"),
        )
        .where(col(DraftFinding.kind).in_(REVIEWED), col(DraftFinding.state) != FindingState.MERGED)
        .group_by(col(DraftFinding.draft_id))
    )


def _open_draft(row: Any) -> OpenDraft:
    draft_id, filename, body, header, created_at, reviewed, total, *rest = row
    part, parts, body_id, document_id = rest
    day = (header or {}).get("date")
    return OpenDraft(
        id=draft_id,
        filename=filename,
        body=body or _as_written(header or {}),
        title=(header or {}).get("title"),
        date=date.fromisoformat(day) if day else None,
        created_at=created_at,
        reviewed=reviewed,
        total=total,
        part=part,
        parts=parts,
        body_id=body_id,
        document_id=document_id,
    )


def _as_written(header: Mapping[str, Any]) -> str | None:
    """What the minutes call the body that is not known, with its organisation where they say it."""
    name, organisation = header.get("body"), header.get("organisation")
    return full_name(name, organisation or "") if name else organisation
