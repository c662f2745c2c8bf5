"""The secretary's answer to whom a name means, kept in the draft and as the body's alias."""

from sqlmodel import Session

from minutes.errors import MinutesError, Refused
from minutes.people import service as people_service
from minutes.review import known, queries
from minutes.review.matching import Members, folded
from minutes.review.questions import names_in, questions
from minutes.review.steps import Deed, Step
from minutes.review.storing import actor
from minutes.review.tables import DraftFinding, FindingKind, FindingState
from minutes.texts import N_


def answer(
    session: Session, draft_id: int, written: str, name: str, deed: Deed, *, remember: bool
) -> str:
    """Write the full name wherever the draft has the name as written; what was done, in words.

    With `remember` it is the person's alias in the body from now on, where the body knows the
    person. An empty name lets it stay as written. Raises Refused for a name that was no choice.
    """
    draft = queries.open_draft(session, draft_id)
    body_id = draft.body_id
    findings = queries.findings(session, draft_id)
    members = known.members(session, body_id, None) if body_id else Members()
    asked = questions(findings, members, draft.left_open)
    question = next((each for each in asked if folded(each.written) == folded(written)), None)
    if question is None:
        session.commit()
        return N_("”%(written)s” är redan besvarad.", written=written)
    if name and name not in question.choices:
        raise Refused("Välj ett av namnen.")
    person_id = members.person(name) if name else None
    remembered = bool(
        remember
        and body_id
        and person_id
        and _remembered(session, body_id, person_id, written, deed)
    )
    step = Step.begin(session, draft_id, deed)
    for finding in findings:
        asks = finding.kind is FindingKind.REMARK and finding.content["message"]
        if asks and asks.startswith(question.remark):
            step.other(finding).state = FindingState.ACCEPTED
    if not name:
        step.change_draft(left_open=[*step.draft.left_open, written])
        step.done(f"Lät ”{written}” stå kvar")
        return N_("”%(written)s” får stå som det är skrivet.", written=written)
    for finding in question.findings:
        _write(step.other(finding), written, name)
    if remembered:
        step.remember_alias(written)
    step.done(f"Sade att ”{written}” är {name}")
    if remembered:
        return N_("”%(written)s” är %(name)s. Det kommer organet ihåg.", written=written, name=name)
    return N_("”%(written)s” är %(name)s.", written=written, name=name)


def _remembered(session: Session, body_id: int, person_id: int, written: str, deed: Deed) -> bool:
    """Keep the alias, in a transaction of its own; False where the body has it already."""
    by = people_service.By(actor(deed.by), deed.at)
    try:
        people_service.add_alias(session, by, person_id=person_id, body_id=body_id, text=written)
    except MinutesError:
        session.rollback()
        return False
    return True


def _write(finding: DraftFinding, written: str, name: str) -> None:
    content = dict(finding.content)
    if finding.kind is FindingKind.ATTENDEE:
        content["name"] = name
    else:
        names = [name if folded(each) == folded(written) else each for each in names_in(finding)]
        content["owners"] = list(dict.fromkeys(names))
    finding.recognised = finding.recognised or finding.content
    finding.content = content
