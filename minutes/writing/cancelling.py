"""Calling a planned meeting off (ställa in), and letting it be held after all.

What hangs on the body's next meeting gets a new day, and whoever has been summoned is told.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.follow_up.due_service import rearm
from minutes.register.cancelled import cancelled_on
from minutes.register.tables import CancelledMeeting, Meeting
from minutes.review import queries as review
from minutes.review.contents import AnnouncedContent
from minutes.review.page import says_called_off
from minutes.review.tables import Draft, DraftFinding, DraftState, FindingKind, FindingState
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_
from minutes.writing import queries, summons_service
from minutes.writing.service import By, When, add_sitting, check_when
from minutes.writing.skeleton import one_line
from minutes.writing.tables import Sitting

LONGEST_REASON = 300
HELD = "Det finns ett protokoll från organets möte den dagen, så det ställdes inte in."


def cancel(session: Session, by: By, body_id: int, day: dt.date, reason: str, sender: str) -> int:
    """Call the body's meeting of the day off; how many mails went to the outbox.

    The day may have been: then it is written down that nothing was held. Raises Refused without
    a reason, and StepNotAllowed where the meeting was held or is called off already.
    """
    check_when(When(day), day_in_sweden(by.at))
    why = one_line(reason)
    if not why:
        raise Refused("Skriv varför mötet ställs in, till exempel ”För få anmälda”.")
    if len(why) > LONGEST_REASON:
        raise Refused(N_("Skälet får ha högst %(most)s tecken.", most=LONGEST_REASON))
    _add(session, by, body_id, day, why)
    return _told(session, by, "meeting.cancelled", body_id, day, sender)


def cancel_by_minutes(session: Session, by: By, draft_id: int, sender: str) -> int:
    """Write down what minutes say, that their meeting was called off, and close their draft; how
    many mails went to the outbox. The meetings that they announce are prepared.

    Raises Refused where the body or the day is not known, and StepNotAllowed where the minutes say
    nothing of the kind, or the meeting was held.
    """
    draft = review.open_draft(session, draft_id)
    findings = review.findings(session, draft_id)
    said = next((each for each in findings if says_called_off(each)), None)
    if said is None:
        raise StepNotAllowed("Protokollet säger inte att mötet ställdes in.")
    day = _day_of(findings)
    if draft.body_id is None or day is None:
        raise Refused("Välj organ och fyll i mötets datum innan du registrerar.")
    if cancelled_on(session, draft.body_id, day) is None:
        _add(session, by, draft.body_id, day, _words(said))
    for when in _announced(findings, after=max(day, day_in_sweden(by.at))):
        _prepare(session, by, draft.body_id, when)
    draft.state = DraftState.REGISTERED
    session.add(draft)
    return _told(session, by, "meeting.cancelled", draft.body_id, day, sender)


def _announced(findings: Sequence[DraftFinding], after: dt.date) -> Iterator[When]:
    """The later meetings of which the minutes tell, but those that the secretary has refused."""
    for each in findings:
        if each.kind is FindingKind.ANNOUNCED_MEETING and each.state is not FindingState.REFUSED:
            said = AnnouncedContent.model_validate(each.content)
            if said.date is not None and said.date > after:
                yield When(said.date, said.start, said.end, said.place or "")


def _prepare(session: Session, by: By, body_id: int, when: When) -> None:
    """Begin to prepare the meeting, where the body has none that day."""
    there = select(Sitting.id).where(
        col(Sitting.body_id) == body_id, col(Sitting.date) == when.date
    )
    if session.exec(there).first() is None and cancelled_on(session, body_id, when.date) is None:
        add_sitting(session, by, body_id, when, queries.usual_kind(session, body_id))


def _words(remark: DraftFinding) -> str:
    """What the minutes say of it, as the remark quotes them."""
    words = one_line(str(remark.content["message"]).partition("”")[2].removesuffix("”"))
    return words if len(words) <= LONGEST_REASON else f"{words[: LONGEST_REASON - 1]}…"


def _day_of(findings: Sequence[DraftFinding]) -> dt.date | None:
    written = (each.content.get("date") for each in findings if each.kind is FindingKind.HEADER)
    return next((dt.date.fromisoformat(day) for day in written if day), None)


def _add(session: Session, by: By, body_id: int, day: dt.date, why: str) -> None:
    held = select(Meeting.id).where(col(Meeting.body_id) == body_id, col(Meeting.date) == day)
    if session.exec(held).first() is not None:
        raise StepNotAllowed(HELD)
    row = CancelledMeeting(body_id=body_id, date=day, reason=why, at=by.at, by=by.person)
    session.add(row)
    try:
        session.flush()
    except IntegrityError:
        raise StepNotAllowed("Mötet är redan inställt.") from None


def restore(session: Session, by: By, body_id: int, day: dt.date, sender: str) -> int:
    """Let the meeting be held after all; how many are summoned to it again. Raises NotFound.

    Minutes that said otherwise are open for review again.
    """
    row = cancelled_on(session, body_id, day)
    if row is None:
        raise NotFound("Mötet är inte inställt.")
    session.delete(row)
    for draft in session.exec(
        select(Draft).where(
            col(Draft.body_id) == body_id,
            col(Draft.state) == DraftState.REGISTERED,
            col(Draft.meeting_id).is_(None),
        )
    ):
        if _day_of(review.findings(session, draft.id or 0)) == day:
            draft.state = DraftState.OPEN
            session.add(draft)
    session.flush()
    return _told(session, by, "meeting.restored", body_id, day, sender)


def _told(session: Session, by: By, act: str, body_id: int, day: dt.date, sender: str) -> int:
    """Write the act down, and tell who has been summoned; what they are told is decided when the
    mail is written.
    """
    actor = f"person:{by.person}" if by.person is not None else "okänd"
    details = {"möte": day.isoformat()}
    subject = f"body:{body_id}"
    audit.append(session, at=by.at, actor=actor, act=act, subject=subject, details=details)
    rearm(session, of_body=body_id)
    summoned_to = session.exec(
        select(Sitting).where(
            col(Sitting.body_id) == body_id,
            col(Sitting.date) == day,
            col(Sitting.summoned_at).is_not(None),
        )
    ).all()
    ahead = [each for each in summoned_to if each.date >= day_in_sweden(by.at)]
    sent = sum(summons_service.enqueue(session, by, each, sender) for each in ahead)
    session.commit()
    return sent
