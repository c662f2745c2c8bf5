"""What can be done with referred questions and watch items, each act one transaction."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.follow_up.due_service import rearm
from minutes.follow_up.referrals import demand_step, demand_waiting
from minutes.follow_up.service import LONGEST_NOTE, Act, follow
from minutes.follow_up.tables import ActionEventKind as Kind
from minutes.follow_up.tables import Referral, ReferralState, WatchItem, WatchState
from minutes.people.tables import Body
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, and when."""

    person: int | None
    at: dt.datetime


def refer(
    session: Session,
    by: By,
    *,
    question: str,
    from_body: int,
    to_body: int,
    action_id: int | None = None,
) -> Referral:
    """Lay a question on another body's next agenda; the action item that it comes of waits for
    the answer. Raises Refused.
    """
    if from_body == to_body:
        raise Refused("Frågan ligger redan hos det organet. Välj ett annat.")
    referral = Referral(
        from_body_id=from_body,
        to_body_id=to_body,
        action_item_id=action_id,
        question=_text(question, N_("Skriv vad det andra organet ska ta ställning till.")),
        sent_at=by.at,
        sent_by=by.person,
    )
    _keep(session, by, referral, Kind.WAITING, "Frågan ligger hos {body}.")
    return referral


def answer(session: Session, by: By, referral_id: int, text: str) -> None:
    """The receiver's answer: the point returns to the sender's next agenda.

    Raises NotFound, Refused and StepNotAllowed.
    """
    referral = _step(session, referral_id, ReferralState.ANSWERED)
    referral.answer = _text(text, N_("Skriv vad organet kom fram till."))
    referral.answered_at, referral.answered_by = by.at, by.person
    _keep(session, by, referral, Kind.STARTED, "{body} har svarat: " + referral.answer)


def send_again(session: Session, by: By, referral_id: int) -> None:
    """The answer was not enough: the point goes back to the receiver."""
    referral = _step(session, referral_id, ReferralState.SENT)
    _keep(session, by, referral, Kind.WAITING, "Frågan ligger åter hos {body}.")


def close(session: Session, by: By, referral_id: int) -> None:
    """The sender has taken note of the answer. Raises NotFound and StepNotAllowed."""
    referral = _step(session, referral_id, ReferralState.CLOSED)
    referral.closed_at, referral.closed_by = by.at, by.person
    _keep(session, by, referral, Kind.COMMENTED, "Frågan till {body} är avslutad.")


def withdraw(session: Session, by: By, referral_id: int) -> None:
    """The sender does not ask any more. Raises NotFound and StepNotAllowed."""
    referral = _step(session, referral_id, ReferralState.WITHDRAWN)
    referral.closed_at, referral.closed_by = by.at, by.person
    _keep(session, by, referral, Kind.STARTED, "Frågan till {body} är återtagen.")


def _step(session: Session, referral_id: int, to: ReferralState) -> Referral:
    query = select(Referral).where(Referral.id == referral_id).with_for_update()
    referral = session.exec(query).first()
    if referral is None:
        raise NotFound("Frågan finns inte.")
    demand_step(referral.state, to)
    referral.state = to
    return referral


def _keep(session: Session, by: By, referral: Referral, kind: Kind, note: str) -> None:
    """Store the question, and what it means to the action item that it comes of."""
    session.add(referral)
    session.flush()
    _write_down(session, by, f"referral.{referral.state.value}", f"referral:{referral.id}")
    tell_the_action(session, by, referral, kind, note)
    session.commit()


def tell_the_action(session: Session, by: By, referral: Referral, kind: Kind, note: str) -> None:
    """Write down on the action item, where there is one, how its question fares; `{body}` in the
    note is who was asked. Does not commit.
    """
    if referral.action_item_id is not None:
        asked = session.get_one(Body, referral.to_body_id).name
        act = Act(kind, by.person, by.at, note.replace("{body}", asked, 1))
        follow(session, referral.action_item_id, act)


def watch(
    session: Session,
    by: By,
    *,
    body_id: int,
    what: str,
    whose: str = "",
    check_day: dt.date | None = None,
    meeting_id: int | None = None,
    quote: str = "",
    first_line: int | None = None,
) -> WatchItem:
    """Watch for somebody else's decision, and ask about it on the day. Raises Refused."""
    item = WatchItem(
        body_id=body_id,
        meeting_id=meeting_id,
        whose=whose.strip()[:200],
        what=_text(what, N_("Skriv vilket beslut som ska bevakas.")),
        quote=quote.strip(),
        first_line=first_line,
        check_day=check_day,
        made_at=by.at,
        made_by=by.person,
    )
    session.add(item)
    session.flush()
    _write_down(session, by, "watch.made", f"watch:{item.id}")
    session.commit()
    return item


def came(session: Session, by: By, watch_id: int, *, on: dt.date, outcome: str = "") -> None:
    """What was watched has come; what is due after it gets its day.

    Raises NotFound, Refused for a day to come, and StepNotAllowed.
    """
    if on > day_in_sweden(by.at):
        raise Refused("Beslutet kan inte ha kommit en dag som inte har varit.")
    item = _waiting(session, watch_id)
    item.state, item.came_on, item.outcome = WatchState.CAME, on, outcome.strip()[:LONGEST_NOTE]
    _end_watch(session, by, item)


def check_later(session: Session, by: By, watch_id: int, day: dt.date) -> None:
    """It has not come yet: ask again on the day. Raises NotFound, Refused and StepNotAllowed."""
    if day < day_in_sweden(by.at):
        raise Refused("Den nya dagen har redan varit. Välj en dag som kommer.")
    item = _waiting(session, watch_id)
    item.check_day = day
    session.add(item)
    _write_down(session, by, "watch.later", f"watch:{item.id}")
    session.commit()


def stop_watching(session: Session, by: By, watch_id: int) -> None:
    """It is not waited for any more. Raises NotFound and StepNotAllowed."""
    item = _waiting(session, watch_id)
    item.state = WatchState.DROPPED
    _end_watch(session, by, item)


def _end_watch(session: Session, by: By, item: WatchItem) -> None:
    item.ended_at, item.ended_by = by.at, by.person
    session.add(item)
    session.flush()
    rearm(session)
    _write_down(session, by, f"watch.{item.state.value}", f"watch:{item.id}")
    session.commit()


def _waiting(session: Session, watch_id: int) -> WatchItem:
    query = select(WatchItem).where(WatchItem.id == watch_id).with_for_update()
    item = session.exec(query).first()
    if item is None:
        raise NotFound("Bevakningen finns inte.")
    demand_waiting(item.state)
    return item


def _text(text: str, missing: str) -> str:
    if not text.strip():
        raise Refused(missing)
    if len(text) > LONGEST_NOTE:
        raise Refused(N_("Texten är för lång. Skriv högst %(most)s tecken.", most=LONGEST_NOTE))
    return text.strip()


def _write_down(session: Session, by: By, act: str, subject: str) -> None:
    actor = f"person:{by.person}" if by.person is not None else "okänd"
    audit.append(session, at=by.at, actor=actor, act=act, subject=subject)
