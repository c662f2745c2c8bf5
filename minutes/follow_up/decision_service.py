"""What can be done with a decision, each act one transaction. The words of the minutes stay."""

import datetime as dt

from sqlmodel import Session, col, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.follow_up.decisions import demand_step, present
from minutes.follow_up.service import LONGEST_NOTE
from minutes.follow_up.tables import DecisionEvent, DecisionState, Via
from minutes.register.tables import Decision
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_

LONGEST_REFERENCE = 300


def mark(
    session: Session,
    decision_id: int,
    state: DecisionState,
    *,
    by: int | None,
    at: dt.datetime,
    day: dt.date | None = None,
    reference: str = "",
    replaced_by: int | None = None,
    note: str = "",
    via: Via = Via.PAGE,
) -> None:
    """Say how the decision stands since a day, and where that can be read.

    Raises NotFound, StepNotAllowed, and Refused for a day to come, for a decision replaced
    by itself, and where it is not said by what it was replaced.
    """
    if day is not None and day > day_in_sweden(at) and state is DecisionState.EXECUTED:
        raise Refused("Beslutet kan inte ha verkställts en dag som inte har varit.")
    if state is DecisionState.REPLACED and replaced_by is None and not reference.strip():
        raise Refused("Skriv vilket beslut som ersätter det här.")
    if replaced_by == decision_id:
        raise Refused("Ett beslut kan inte ersättas av sig självt.")
    if replaced_by is not None and session.get(Decision, replaced_by) is None:
        raise Refused("Det beslut som ersätter finns inte.")
    event = DecisionEvent(
        decision_id=decision_id,
        state=state,
        at=at,
        by=by,
        via=via,
        day=day or day_in_sweden(at),
        reference=reference.strip()[:LONGEST_REFERENCE],
        replaced_by=replaced_by if state is DecisionState.REPLACED else None,
        note=_note(note),
    )
    _store(session, event)


def comment(
    session: Session,
    decision_id: int,
    *,
    text: str,
    by: int | None,
    at: dt.datetime,
    via: Via = Via.PAGE,
) -> None:
    """Say something about it. Raises NotFound, and Refused where nothing is said."""
    if not text.strip():
        raise Refused("Skriv en kommentar först.")
    _store(session, DecisionEvent(decision_id=decision_id, at=at, by=by, via=via, note=_note(text)))


def _note(text: str) -> str:
    if len(text) > LONGEST_NOTE:
        raise Refused(N_("Texten är för lång. Skriv högst %(most)s tecken.", most=LONGEST_NOTE))
    return text.strip()


def _store(session: Session, event: DecisionEvent) -> None:
    query = select(Decision.id).where(col(Decision.id) == event.decision_id).with_for_update()
    if session.exec(query).first() is None:
        raise NotFound("Beslutet finns inte.")
    events = session.exec(
        select(DecisionEvent)
        .where(col(DecisionEvent.decision_id) == event.decision_id)
        .order_by(col(DecisionEvent.id))
    ).all()
    if event.state is not None:
        demand_step(present(event.decision_id, events).state, event.state)
    session.add(event)
    session.merge(present(event.decision_id, [*events, event]))
    audit.append(
        session,
        at=event.at,
        actor=f"person:{event.by}" if event.by is not None else "okänd",
        act=f"decision.{event.state.value}" if event.state else "decision.commented",
        subject=f"decision:{event.decision_id}",
        details={"reference": event.reference} if event.reference else {},
    )
    session.commit()
