"""The other drafts of a body that was not known until the secretary said which it is."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select

from minutes.review import queries
from minutes.review.steps import Deed, Step
from minutes.review.tables import Draft, DraftFinding, DraftState, FindingKind


def settle_others(session: Session, draft_id: int, deed: Deed) -> int:
    """Give the draft's body to what else the asker has brought of that name; how many. Commits.

    Of that name is what has the same organisation too, since every association has a board; in
    the same file it is enough that the meetings name their body alike.
    """
    draft = queries.draft(session, draft_id)
    said = _said(queries.header(session, draft_id).content)
    rows = session.exec(
        select(Draft.id, Draft.document_id, DraftFinding.content)
        .join(DraftFinding, col(DraftFinding.draft_id) == Draft.id)
        .where(
            col(Draft.body_id).is_(None),
            Draft.state == DraftState.OPEN,
            Draft.created_by == deed.by,
            DraftFinding.kind == FindingKind.HEADER,
        )
    ).all()
    same = [
        other
        for other, document_id, content in rows
        if _said(content) == said and (all(said) or document_id == draft.document_id)
    ]
    for other in same:
        step = Step.begin(session, other or 0, Deed(deed.by, deed.at))
        step.change_draft(body_id=draft.body_id)
        step.done("Ändrade organet")
    return len(same)


def _said(header: Mapping[str, Any]) -> tuple[str | None, str | None]:
    return header.get("body"), header.get("organisation")
