"""Calling a planned meeting off (ställa in), and letting it be held after all.

What hangs on the body's next meeting gets a new day, and whoever has been summoned is told.
"""

import datetime as dt

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.follow_up.due_service import rearm
from minutes.register.cancelled import cancelled_on
from minutes.register.tables import CancelledMeeting, Meeting
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_
from minutes.writing import summons_service
from minutes.writing.service import By, When, check_when
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
    held = select(Meeting.id).where(col(Meeting.body_id) == body_id, col(Meeting.date) == day)
    if session.exec(held).first() is not None:
        raise StepNotAllowed(HELD)
    row = CancelledMeeting(body_id=body_id, date=day, reason=why, at=by.at, by=by.person)
    session.add(row)
    try:
        session.flush()
    except IntegrityError:
        raise StepNotAllowed("Mötet är redan inställt.") from None
    return _told(session, by, "meeting.cancelled", body_id, day, sender)


def restore(session: Session, by: By, body_id: int, day: dt.date, sender: str) -> int:
    """Let the meeting be held after all; how many are summoned to it again. Raises NotFound."""
    row = cancelled_on(session, body_id, day)
    if row is None:
        raise NotFound("Mötet är inte inställt.")
    session.delete(row)
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
