"""What later minutes report on earlier action items: offered to the secretary, who decides."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.errors import Refused, StepNotAllowed
from minutes.follow_up import service
from minutes.follow_up.matching import Passage, Promise, Report, reports, split
from minutes.follow_up.open_actions import open_of_body
from minutes.follow_up.queries import ActionRow
from minutes.follow_up.referring import Receiver, Referred, handed_to, referred
from minutes.follow_up.tables import LaterReport, Referral, Via
from minutes.people.tables import Body
from minutes.recognition.findings import RefusedKind
from minutes.review import queries as review
from minutes.review.tables import Draft, DraftFinding, FindingKind, FindingState

LONGEST_QUOTE = 1000


class Answer(StrEnum):
    """What the secretary says of what is offered."""

    DONE = "klar"
    GOES_ON = "pagar"
    MORE_TIME = "mer-tid"
    NO_REPORT = "nej"


@dataclass(frozen=True, slots=True)
class Offer:
    """An open action item beside the sentence that seems to report on it."""

    action: ActionRow
    report: Report


@dataclass(frozen=True, slots=True)
class Later:
    """What a draft's minutes may say of what was promised and waited for before."""

    day: dt.date | None
    offers: list[Offer]
    others: list[tuple[str, int | None]]  # other bodies' decisions, with their lines
    referred: list[Referred] = field(default_factory=list)  # and not sent yet


def later(session: Session, draft: Draft, today: dt.date) -> Later:
    """What the minutes in the draft report; nothing is changed.

    Five statements, and two where a sentence hands a question on.
    """
    assert draft.id is not None
    findings = review.findings(session, draft.id)
    day = _day(findings)
    if draft.body_id is None:
        return Later(day, [], [])
    rows = {
        row.id: row
        for row in open_of_body(session, draft.body_id, None, today)
        if row.meeting_id != draft.meeting_id and (day is None or row.meeting_date < day)
    }
    for answered in _answered(session, draft.document_id):
        rows.pop(answered, None)
    promises = [_promise(row) for row in rows.values()]
    passages = _passages(findings)
    offers = [Offer(rows[each.action_id], each) for each in reports(passages, promises)]
    return Later(day, offers, _others(findings), _referred(session, draft.body_id, passages))


def answer(
    session: Session,
    draft: Draft,
    offer: Offer,
    said: Answer,
    *,
    by: int,
    at: dt.datetime,
    day: dt.date | None,
    due: dt.date | None = None,
) -> None:
    """Do as the secretary says, once. `day`: of the meeting; `due`: the new day.

    Raises StepNotAllowed where it was answered before, and what the act raises.
    """
    action_id = offer.action.id
    if action_id in _answered(session, draft.document_id):
        raise StepNotAllowed("Det har redan fått ett svar. Läs in sidan igen.")
    session.add(
        LaterReport(
            document_id=draft.document_id,
            action_item_id=action_id,
            first_line=offer.report.passage.first_line,
            is_report=said is not Answer.NO_REPORT,
            at=at,
            by=by,
        )
    )
    note, via = _note(offer.report.passage, day), Via.MINUTES
    if said is Answer.DONE:
        service.mark_done(session, action_id, by=by, at=at, note=note, via=via)
    elif said is Answer.MORE_TIME:
        if due is None:
            raise Refused("Välj den nya dagen.")
        service.give_more_time(session, action_id, due=due, by=by, at=at, note=note, via=via)
    elif said is Answer.GOES_ON:
        begun = service.start(session, action_id, by=by, at=at, note=note, via=via)
        if not begun:
            service.comment(session, action_id, text=note, by=by, at=at, via=via)
    session.commit()


def _note(passage: Passage, day: dt.date | None) -> str:
    where = [day.isoformat() if day else "", f"rad {passage.first_line}" * bool(passage.first_line)]
    told = ", ".join(each for each in where if each)
    return f"”{passage.text[:LONGEST_QUOTE]}”{f' ({told})' if told else ''}"


def _day(findings: Sequence[DraftFinding]) -> dt.date | None:
    header = next((each for each in findings if each.kind is FindingKind.HEADER), None)
    written = header.content.get("date") if header else None
    return dt.date.fromisoformat(written) if written else None


def _passages(findings: Iterable[DraftFinding]) -> list[Passage]:
    """The sentences of everything that the minutes say, in their order, each once.

    One that is a finding stands in the text of its point too: the finding knows its line.
    """
    found: dict[str, Passage] = {}
    for each in findings:
        quote = each.content.get("quote")
        for sentence in split(quote or each.content.get("text") or ""):
            if quote or sentence not in found:
                found[sentence] = Passage(sentence, each.first_line)
    return list(found.values())


def _promise(row: ActionRow) -> Promise:
    names = [name.partition(" (")[0] for name, _ in row.owners]
    return Promise(row.id, row.text, tuple(names) or ((row.owner_text,) if row.owner_text else ()))


def _others(findings: Sequence[DraftFinding]) -> list[tuple[str, int | None]]:
    """Refused decisions of others, but not those that are found as something to watch."""
    watched = [
        each
        for each in findings
        if each.kind is FindingKind.WATCH_ITEM and each.state is not FindingState.REFUSED
    ]
    return [
        (each.content["quote"], each.first_line)
        for each in findings
        if each.kind is FindingKind.REFUSAL
        and each.content.get("kind") == RefusedKind.DECISION
        and not any(_on_the_same_lines(each, other) for other in watched)
    ]


def _on_the_same_lines(one: DraftFinding, other: DraftFinding) -> bool:
    if one.first_line is None or other.first_line is None:
        return False
    one_last, other_last = one.last_line or one.first_line, other.last_line or other.first_line
    return one.first_line <= other_last and other.first_line <= one_last


def _referred(session: Session, body_id: int, passages: Iterable[Passage]) -> list[Referred]:
    handed_on = [each for each in passages if handed_to(each.text)]
    if not handed_on:
        return []
    rows = session.execute(
        sa.select(col(Body.id), col(Body.slug), col(Body.name), col(Body.organisation))
    )
    bodies = {row[0]: Receiver(*row) for row in rows}
    own = bodies.pop(body_id)
    asked = sa.select(col(Referral.question)).where(col(Referral.from_body_id) == body_id)
    sent = tuple(session.execute(asked).scalars())
    return [
        each
        for each in referred(handed_on, bodies.values(), own.organisation)
        if not any(question.startswith(each.passage.text) for question in sent)
    ]


def _answered(session: Session, document_id: int) -> set[int]:
    query = sa.select(col(LaterReport.action_item_id)).where(
        col(LaterReport.document_id) == document_id
    )
    return set(session.execute(query).scalars())
