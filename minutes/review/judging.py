"""What the secretary says of the findings, one act each. Each act is one transaction."""

import re
from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.errors import Refused, StepNotAllowed
from minutes.recognition.findings import LIKELY
from minutes.review import queries
from minutes.review.corrections import Form, by_hand, corrected, promoted
from minutes.review.tables import DraftFinding, FindingKind, FindingState

BY_HAND = "Tillagd för hand."


def accept(session: Session, draft_id: int, finding_id: int) -> DraftFinding:
    """Take the finding as it stands."""
    finding = _finding(session, draft_id, finding_id)
    finding.state = FindingState.ACCEPTED
    return _kept(session, finding)


def refuse(session: Session, draft_id: int, finding_id: int) -> DraftFinding:
    """Leave the finding out; its words stay in the running text."""
    finding = _finding(session, draft_id, finding_id)
    if finding.kind is FindingKind.HEADER:
        raise StepNotAllowed("Uppgifterna om mötet kan ändras men inte tas bort.")
    finding.state = FindingState.REFUSED
    return _kept(session, finding)


def undo(session: Session, draft_id: int, finding_id: int) -> DraftFinding:
    """Give the finding back as it was proposed: not judged, and without corrections."""
    finding = _finding(session, draft_id, finding_id)
    finding.state = FindingState.PROPOSED
    if finding.recognised is not None:
        if "kind" in finding.recognised and finding.kind is not FindingKind.HEADER:
            finding.kind = FindingKind.REFUSAL  # only a refusal says what it looked like
        finding.content, finding.recognised = finding.recognised, None
    return _kept(session, finding)


def correct(session: Session, draft_id: int, finding_id: int, form: Form) -> DraftFinding:
    """Change the finding as the form says, and take it. Raises CorrectionRefused."""
    finding = _finding(session, draft_id, finding_id)
    content = corrected(finding.kind, finding.content, form)
    if content != finding.content:
        finding.recognised = finding.recognised or finding.content
        finding.content = content
    finding.state = FindingState.ACCEPTED
    return _kept(session, finding)


def promote(session: Session, draft_id: int, finding_id: int) -> DraftFinding:
    """Take in a refused look-alike as the decision or action it looked like."""
    finding = _finding(session, draft_id, finding_id)
    if finding.kind is not FindingKind.REFUSAL:
        raise StepNotAllowed("Stället är redan med.")
    finding.recognised = finding.content
    finding.kind, finding.content = promoted(finding.content)
    finding.state = FindingState.ACCEPTED
    return _kept(session, finding)


def accept_all(session: Session, draft_id: int) -> int:
    """Take every finding that is sure or likely and not yet judged; how many there were."""
    queries.open_draft(session, draft_id)
    changed = session.execute(
        sa.update(DraftFinding)
        .where(
            col(DraftFinding.draft_id) == draft_id,
            col(DraftFinding.state) == FindingState.PROPOSED,
            col(DraftFinding.kind).in_(queries.REVIEWED),
            col(DraftFinding.confidence) >= LIKELY,
        )
        .values(state=FindingState.ACCEPTED)
    )
    session.commit()
    count: int = changed.rowcount  # type: ignore[attr-defined]
    return count


def add(session: Session, draft_id: int, kind: FindingKind, form: Form) -> DraftFinding:
    """Add what recognition did not see; the form may name the lines it stands on.

    Raises CorrectionRefused for its fields, Refused for lines that do not exist.
    """
    draft = queries.open_draft(session, draft_id)
    _, transcript = queries.transcript(session, draft)
    before = (draft.first_line or 1) - 1
    lines = _lines(form, before + 1, before + len(transcript))
    quote = " ".join(transcript[lines[0] - 1 - before : lines[1] - before]) if lines else ""
    fields = {name: value for name, value in form.items() if name not in ("lines", "kind")}
    content = by_hand(kind, fields, quote.strip())
    if kind in (FindingKind.DECISION, FindingKind.ACTION) and not content.get("item") and lines:
        content["item"] = _item_at(queries.findings(session, draft_id), lines[0])
    finding = DraftFinding(
        draft_id=draft_id,
        position=100_000,
        kind=kind,
        state=FindingState.ACCEPTED,
        content=content,
        reason=BY_HAND,
        first_line=lines[0] if lines else None,
        last_line=lines[1] if lines else None,
    )
    return _kept(session, finding)


def _finding(session: Session, draft_id: int, finding_id: int) -> DraftFinding:
    queries.open_draft(session, draft_id)
    return queries.finding(session, draft_id, finding_id)


def _kept(session: Session, finding: DraftFinding) -> DraftFinding:
    session.add(finding)
    session.commit()
    session.refresh(finding)
    return finding


def _lines(form: Form, first: int, last: int) -> tuple[int, int] | None:
    """The lines that the form names, written as 12 or 12–14."""
    written = form.get("lines", "").replace("–", "-").replace(" ", "")
    if not written:
        return None
    named = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", written)
    if named is None:
        raise Refused("Rader skrivs som 12 eller 12–14.")
    lines = int(named[1]), int(named[2] or named[1])
    if not first <= lines[0] <= lines[1] <= last:
        raise Refused(f"Källan har rad {first}–{last}.")
    return lines


def _item_at(findings: Sequence[DraftFinding], line: int) -> str | None:
    """The item under which the line stands."""
    items = [each for each in findings if each.kind is FindingKind.ITEM]
    above = [each for each in items if (each.first_line or 0) <= line]
    key: str | None = above[-1].content["key"] if above else None
    return key
