"""What the secretary says of the findings, one act each. Each act is one step of the review."""

import re
from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.people.tables import Body
from minutes.recognition.findings import LIKELY
from minutes.review import queries
from minutes.review.contents import called
from minutes.review.corrections import CONVERTIBLE, Form, as_kind, by_hand, corrected, promoted
from minutes.review.dividing import divided, merged
from minutes.review.steps import Deed, Step
from minutes.review.tables import Draft, DraftFinding, FindingKind, FindingState
from minutes.texts import N_

BY_HAND = "Tillagd för hand."
LAST = 100_000  # a position behind all that were recognised


def accept(session: Session, draft_id: int, finding_id: int, deed: Deed) -> DraftFinding:
    """Take the finding as it stands; a remark is ticked off."""
    return _judged(session, draft_id, finding_id, FindingState.ACCEPTED, deed)


def refuse(session: Session, draft_id: int, finding_id: int, deed: Deed) -> DraftFinding:
    """Leave the finding out; its words stay in the running text."""
    return _judged(session, draft_id, finding_id, FindingState.REFUSED, deed)


def give_back(session: Session, draft_id: int, finding_id: int, deed: Deed) -> DraftFinding:
    """Give the finding back as it was proposed: not judged, and without corrections."""
    step = Step.begin(session, draft_id, deed)
    finding = step.shown(finding_id)
    finding.state = FindingState.PROPOSED
    if finding.recognised is not None:
        finding.content, finding.recognised = finding.recognised, None
    if finding.recognised_kind is not None:
        finding.kind, finding.recognised_kind = finding.recognised_kind, None
    return _kept(step, finding, "Återställde")


def correct(
    session: Session, draft_id: int, finding_id: int, form: Form, deed: Deed
) -> DraftFinding:
    """Change the finding as the form says, its kind too, and take it. Raises CorrectionRefused."""
    step = Step.begin(session, draft_id, deed)
    finding = step.shown(finding_id)
    kind, content = finding.kind, dict(finding.content)
    wanted = form.get("kind", kind.value)
    if kind in CONVERTIBLE and wanted != kind.value and wanted in CONVERTIBLE:
        kind, content = FindingKind(wanted), as_kind(FindingKind(wanted), content)
    content = corrected(kind, content, form)
    if (kind, content) != (finding.kind, finding.content):
        finding.recognised = finding.recognised or finding.content
        if kind is not finding.kind:
            finding.recognised_kind = finding.recognised_kind or finding.kind
        finding.kind, finding.content = kind, content
    finding.state = FindingState.ACCEPTED
    return _kept(step, finding, "Ändrade")


def correct_meeting(
    session: Session, draft_id: int, form: Form, body_id: int | None, deed: Deed
) -> DraftFinding:
    """Change what is said of the meeting, and of which body it is (None: as it was).

    Raises CorrectionRefused, ChangedMeanwhile, and NotFound where there is no such body.
    """
    step = Step.begin(session, draft_id, deed)
    header = step.shown(queries.header(session, draft_id).id or 0)
    content = corrected(header.kind, header.content, form)
    if content != header.content:
        header.recognised = header.recognised or header.content
        header.content = content
    header.state = FindingState.ACCEPTED
    if body_id not in (None, step.draft.body_id):
        if session.get(Body, body_id) is None:
            raise NotFound("Organet finns inte.")
        step.change_draft(body_id=body_id)
    return _kept(step, header, "Ändrade")


def promote(session: Session, draft_id: int, finding_id: int, deed: Deed) -> DraftFinding:
    """Take in a refused look-alike as the decision or action it looked like."""
    step = Step.begin(session, draft_id, deed)
    finding = step.shown(finding_id)
    if finding.kind is not FindingKind.REFUSAL:
        raise StepNotAllowed("Stället är redan med.")
    finding.recognised, finding.recognised_kind = finding.content, finding.kind
    finding.kind, finding.content = promoted(finding.content)
    finding.state = FindingState.ACCEPTED
    return _kept(step, finding, "Tog med")


def accept_all(session: Session, draft_id: int, deed: Deed) -> int:
    """Take every finding that is sure or likely and not yet judged; how many there were."""
    step = Step.begin(session, draft_id, deed)
    waiting = [
        finding
        for finding in queries.findings(session, draft_id)
        if finding.kind in queries.REVIEWED
        and finding.state is FindingState.PROPOSED
        and finding.confidence >= LIKELY
    ]
    for finding in waiting:
        step.other(finding).state = FindingState.ACCEPTED
    if waiting:
        step.done(f"Godkände {len(waiting)} säkra och troliga fynd")
    return len(waiting)


def merge(session: Session, draft_id: int, finding_id: int, deed: Deed) -> DraftFinding:
    """Put the next finding of the same kind into this one. Raises Refused without one."""
    step = Step.begin(session, draft_id, deed)
    finding = step.shown(finding_id)
    after = _next(queries.findings(session, draft_id), finding)
    if after is None:
        raise Refused("Det finns inget fynd av samma slag efter det här att slå ihop med.")
    first, transcript = _transcript(session, step.draft)
    lines = _span(finding, after)
    quote = _quote(transcript, first, lines)
    step.other(after).state = FindingState.MERGED
    finding.recognised = finding.recognised or finding.content
    finding.content = merged(finding.kind, finding.content, after.content, quote)
    if lines:
        finding.first_line, finding.last_line = lines
    finding.state = FindingState.PROPOSED
    return _kept(step, finding, "Slog ihop")


def split(
    session: Session, draft_id: int, finding_id: int, text: str, deed: Deed
) -> list[DraftFinding]:
    """Divide the finding where its text has an empty line. Raises Refused where it has none."""
    step = Step.begin(session, draft_id, deed)
    finding = step.shown(finding_id)
    first, *rest = divided(finding.kind, finding.content, text)
    finding.recognised = finding.recognised or finding.content
    finding.content = first
    others = [
        step.add(
            DraftFinding(
                draft_id=draft_id,
                position=finding.position,
                kind=finding.kind,
                state=finding.state,
                content=content,
                confidence=finding.confidence,
                reason="Delad för hand.",
                first_line=finding.first_line,
                last_line=finding.last_line,
            )
        )
        for content in rest
    ]
    step.done(f"Delade ”{called(finding.kind, first)}”")
    return [finding, *others]


def add(session: Session, draft_id: int, kind: FindingKind, form: Form, deed: Deed) -> DraftFinding:
    """Add what recognition did not see; the form may name the lines it stands on.

    Raises CorrectionRefused for its fields, Refused for lines that do not exist.
    """
    step = Step.begin(session, draft_id, deed)
    first, transcript = _transcript(session, step.draft)
    lines = _lines(form, first, first + len(transcript) - 1)
    fields = {name: value for name, value in form.items() if name not in ("lines", "kind")}
    content = by_hand(kind, fields, _quote(transcript, first, lines))
    if kind in CONVERTIBLE and not content.get("item") and lines:
        content["item"] = _item_at(queries.findings(session, draft_id), lines[0])
    finding = DraftFinding(
        draft_id=draft_id,
        position=LAST,
        kind=kind,
        state=FindingState.ACCEPTED,
        content=content,
        reason=BY_HAND,
        first_line=lines[0] if lines else None,
        last_line=lines[1] if lines else None,
    )
    return _kept(step, step.add(finding), "Lade till")


def _judged(
    session: Session, draft_id: int, finding_id: int, state: FindingState, deed: Deed
) -> DraftFinding:
    step = Step.begin(session, draft_id, deed)
    finding = queries.finding(session, draft_id, finding_id)
    session.refresh(finding)
    if finding.state is state:  # pressed twice, or by two at once: it is as they want it
        session.commit()
        return finding
    finding = step.shown(finding_id)
    if finding.kind is FindingKind.HEADER and state is FindingState.REFUSED:
        raise StepNotAllowed("Uppgifterna om mötet kan ändras men inte tas bort.")
    finding.state = state
    accepted = "Bockade av" if finding.kind is FindingKind.REMARK else "Godkände"
    return _kept(step, finding, accepted if state is FindingState.ACCEPTED else "Avvisade")


def _kept(step: Step, finding: DraftFinding, did: str) -> DraftFinding:
    step.done(f"{did} ”{called(finding.kind, finding.content)}”")
    step.session.refresh(finding)
    return finding


def _next(findings: Sequence[DraftFinding], finding: DraftFinding) -> DraftFinding | None:
    """The finding of the same kind that comes next and is still there."""
    alike = [
        each
        for each in findings
        if each.kind is finding.kind
        and (each.id == finding.id or each.state in (FindingState.PROPOSED, FindingState.ACCEPTED))
    ]
    place = next(place for place, each in enumerate(alike) if each.id == finding.id)
    return alike[place + 1] if finding.kind in CONVERTIBLE and alike[place + 1 :] else None


def _span(first: DraftFinding, second: DraftFinding) -> tuple[int, int] | None:
    """From the first line of the two to the last."""
    ends: list[Any] = [first.first_line, first.last_line, second.first_line, second.last_line]
    known = [line for line in ends if line is not None]
    return (min(known), max(known)) if known else None


def _transcript(session: Session, draft: Draft) -> tuple[int, Sequence[str]]:
    """The number of the draft's first line, and its lines."""
    return draft.first_line or 1, queries.transcript(session, draft)[1]


def _quote(transcript: Sequence[str], first: int, lines: tuple[int, int] | None) -> str:
    if lines is None:
        return ""
    return " ".join(" ".join(transcript[lines[0] - first : lines[1] - first + 1]).split())


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
        raise Refused(N_("Källan har rad %(first)s–%(last)s.", first=first, last=last))
    return lines


def _item_at(findings: Sequence[DraftFinding], line: int) -> str | None:
    """The item under which the line stands."""
    items = [each for each in findings if each.kind is FindingKind.ITEM]
    above = [each for each in items if (each.first_line or 0) <= line]
    key: str | None = above[-1].content["key"] if above else None
    return key
