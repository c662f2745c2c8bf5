"""What is asked of drafts: what one holds, and what is known of a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import NotFound, StepNotAllowed
from minutes.recognition.findings import LIKELY, PaperKind
from minutes.register import queries as register
from minutes.register.tables import Meeting, StoredDocument
from minutes.review.tables import Draft, DraftFinding, DraftState, FindingKind, FindingState

REVIEWED = (
    FindingKind.DECISION,
    FindingKind.ACTION,
    FindingKind.ANNOUNCED_MEETING,
    FindingKind.WATCH_ITEM,
)


@dataclass(frozen=True, slots=True)
class KnownDraft:
    """A draft that was not thrown away: of which part, and its meeting where registered."""

    part: int
    draft_id: int
    meeting_id: int | None = None


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A stored document with the latest draft of each part that was not thrown away."""

    document_id: int
    is_minutes: bool
    drafts: tuple[KnownDraft, ...] = ()
    parts: int = 1
    paper: PaperKind | None = None

    @property
    def is_complete(self) -> bool:
        """Whether somebody reviews each of its meetings, or has registered it."""
        return bool(self.drafts) and len(self.drafts) >= self.parts


def imported(session: Session, sha256: str) -> KnownDocument | None:
    """What is stored of the bytes with this hash; None where nothing is."""
    rows = session.execute(
        sa.select(
            col(StoredDocument.id),
            col(StoredDocument.is_minutes),
            col(Draft.part),
            col(Draft.parts),
            col(Draft.id),
            col(Draft.meeting_id),
            col(StoredDocument.paper),
        )
        .outerjoin(
            Draft,
            sa.and_(
                col(Draft.document_id) == StoredDocument.id,
                col(Draft.state) != DraftState.DISCARDED,
            ),
        )
        .where(col(StoredDocument.sha256) == sha256)
        .order_by(col(Draft.part), col(Draft.id))
    ).all()
    if not rows:
        return None
    document_id, is_minutes, *_, paper = rows[0]
    drafts = {
        part: KnownDraft(part, draft, meeting) for _, _, part, _, draft, meeting, _ in rows if part
    }
    parts = max(row[3] or 1 for row in rows)
    return KnownDocument(document_id, is_minutes, tuple(drafts.values()), parts, paper)


def waiting_in_file(session: Session, draft: Draft) -> int:
    """How many other meetings of the same file wait to be reviewed."""
    return sum(1 for each in others_of_file(session, draft) if each.state is DraftState.OPEN)


def others_of_file(session: Session, draft: Draft) -> Sequence[Draft]:
    """The drafts of the other meetings in the same file, without those thrown away."""
    if draft.parts == 1:
        return []
    return session.exec(
        select(Draft)
        .where(
            Draft.document_id == draft.document_id,
            Draft.id != draft.id,
            Draft.state != DraftState.DISCARDED,
        )
        .order_by(col(Draft.part))
    ).all()


def draft(session: Session, draft_id: int) -> Draft:
    """The draft. Raises NotFound."""
    found = session.get(Draft, draft_id)
    if found is None:
        raise NotFound("Utkastet finns inte.")
    return found


def open_draft(session: Session, draft_id: int) -> Draft:
    """The draft, locked until the transaction ends.

    Raises NotFound, and StepNotAllowed where it is registered or thrown away.
    """
    query = select(Draft).where(Draft.id == draft_id).with_for_update()
    found = session.exec(query.execution_options(populate_existing=True)).first()
    if found is None:
        raise NotFound("Utkastet finns inte.")
    if found.state is DraftState.REGISTERED:
        raise StepNotAllowed("Utkastet är redan registrerat och kan inte ändras.")
    if found.state is DraftState.DISCARDED:
        raise StepNotAllowed("Utkastet är kastat och kan inte ändras.")
    return found


def draft_of_meeting(session: Session, meeting_id: int) -> Draft:
    """The draft that the meeting was registered from. Raises NotFound."""
    found = session.exec(select(Draft).where(Draft.meeting_id == meeting_id)).first()
    if found is None:
        raise NotFound("Mötet har inget utkast.")
    return found


def watched(session: Session, meeting_id: int) -> Sequence[DraftFinding]:
    """The decisions elsewhere that the minutes of a registered meeting say should be watched.

    Those accepted, and those not judged that are sure or likely; `content` is a
    WatchContent. What becomes of them is no longer the review's.
    """
    state, confidence = col(DraftFinding.state), col(DraftFinding.confidence)
    likely = sa.and_(state == FindingState.PROPOSED, confidence >= LIKELY)
    return session.exec(
        select(DraftFinding)
        .join(Draft, col(Draft.id) == DraftFinding.draft_id)
        .where(
            Draft.meeting_id == meeting_id,
            DraftFinding.kind == FindingKind.WATCH_ITEM,
            sa.or_(state == FindingState.ACCEPTED, likely),
        )
        .order_by(col(DraftFinding.first_line), col(DraftFinding.id))
    ).all()


def findings(session: Session, draft_id: int) -> Sequence[DraftFinding]:
    """The findings of a draft in the order of the document, what has no lines first."""
    return session.exec(
        select(DraftFinding)
        .where(DraftFinding.draft_id == draft_id)
        .order_by(
            sa.func.coalesce(col(DraftFinding.first_line), 0),
            col(DraftFinding.position),
            col(DraftFinding.id),
        )
    ).all()


def finding(session: Session, draft_id: int, finding_id: int) -> DraftFinding:
    """One finding of the draft. Raises NotFound."""
    found = session.get(DraftFinding, finding_id)
    if found is None or found.draft_id != draft_id:
        raise NotFound("Fyndet finns inte i utkastet.")
    return found


def header(session: Session, draft_id: int) -> DraftFinding:
    """What the draft says of the meeting itself. Raises NotFound."""
    found = session.exec(
        select(DraftFinding).where(
            DraftFinding.draft_id == draft_id, DraftFinding.kind == FindingKind.HEADER
        )
    ).first()
    if found is None:
        raise NotFound("Utkastet säger inget om mötet.")
    return found


def transcript(session: Session, draft: Draft) -> tuple[str, list[str]]:
    """(file name, the draft's lines) of its document, without the bytes. Raises NotFound."""
    filename, lines = register.transcript(session, draft.document_id)
    return filename, lines[(draft.first_line or 1) - 1 : draft.last_line]


def meetings_on(session: Session, body_id: int, day: date) -> list[tuple[int, str]]:
    """(id, title) of the meetings that the body is recorded to have had on the day."""
    that_day = sa.and_(col(Meeting.body_id) == body_id, col(Meeting.date) == day)
    rows = session.execute(sa.select(col(Meeting.id), col(Meeting.title)).where(that_day))
    return [(row[0], row[1]) for row in rows]
