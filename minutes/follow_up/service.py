"""What can be done with an action item, a function for each act. Each is one transaction.

The words of the minutes stay as they are; what is done is an event beside them. Every act
says who, when, and from where (`via`), and answers False where it is so already.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from sqlmodel import Session, col, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.follow_up import ownership
from minutes.follow_up.due_rules import DueRule
from minutes.follow_up.due_service import rearm
from minutes.follow_up.lifecycle import (
    NEXT,
    Present,
    following,
    is_so_already,
    left_to_do,
    present,
)
from minutes.follow_up.owners import Owner, ids
from minutes.follow_up.tables import (
    ActionEvent,
    ActionHolder,
    ActionNow,
    Via,
)
from minutes.follow_up.tables import ActionEventKind as Kind
from minutes.register.tables import ActionItem
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_

LONGEST_NOTE = 4000
FURTHEST = dt.timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be written down of one act: who (`by`) did what, when, and from where."""

    kind: Kind
    by: int | None
    at: dt.datetime
    note: str = ""
    via: Via = Via.PAGE
    due: dt.date | None = None
    rule: DueRule | None = None
    owners: tuple[Owner, ...] = ()
    needs_all: bool = False


class Plain(Protocol):
    """An act that has nothing but a note. Raises NotFound, and StepNotAllowed (lifecycle.py)."""

    def __call__(
        self,
        session: Session,
        action_id: int,
        *,
        by: int | None,
        at: dt.datetime,
        note: str = "",
        via: Via = Via.PAGE,
    ) -> bool:
        """Whether it changed anything."""


def _plain(kind: Kind) -> Plain:
    def do(
        session: Session,
        action_id: int,
        *,
        by: int | None,
        at: dt.datetime,
        note: str = "",
        via: Via = Via.PAGE,
    ) -> bool:
        return _do(session, action_id, Act(kind, by, at, note, via))

    return do


start = _plain(Kind.STARTED)
wait = _plain(Kind.WAITING)  # for something, which the note says
mark_done = _plain(Kind.DONE)  # the part of `by`, where all of several owners must do theirs
drop = _plain(Kind.DROPPED)  # it is not to be done any more
reopen = _plain(Kind.REOPENED)


def give_more_time(
    session: Session,
    action_id: int,
    *,
    due: dt.date | DueRule,
    by: int | None,
    at: dt.datetime,
    note: str = "",
    via: Via = Via.PAGE,
) -> bool:
    """It is to be done by another day, or with an event whose day may not be known yet. Raises
    NotFound, StepNotAllowed, and Refused for a day that has been or is ten years away.
    """
    if isinstance(due, DueRule):
        return _do(session, action_id, Act(Kind.MORE_TIME, by, at, note, via, rule=due))
    if due < day_in_sweden(at):
        raise Refused("Den nya dagen har redan varit. Välj en dag som kommer.")
    if due > day_in_sweden(at) + FURTHEST:
        raise Refused("Den nya dagen ligger mer än tio år fram. Kontrollera årtalet.")
    return _do(session, action_id, Act(Kind.MORE_TIME, by, at, note, via, due=due))


def hand_over(
    session: Session,
    action_id: int,
    *,
    to: Iterable[Owner],
    by: int | None,
    at: dt.datetime,
    needs_all: bool = False,
    note: str = "",
    via: Via = Via.PAGE,
) -> bool:
    """Give it to others, or to somebody at all where it had no owner.

    `needs_all`: each of the owners must say that it is done, else one is enough. Raises
    NotFound, StepNotAllowed, and Refused where nobody is named.
    """
    owners = tuple(dict.fromkeys(to))
    if not owners:
        raise Refused("Välj vem som ska ta över.")
    everybody = needs_all and len(owners) > 1
    act = Act(Kind.HANDED_OVER, by, at, note, via, owners=owners, needs_all=everybody)
    return _do(session, action_id, act)


def comment(
    session: Session,
    action_id: int,
    *,
    text: str,
    by: int | None,
    at: dt.datetime,
    via: Via = Via.PAGE,
) -> bool:
    """Say something about it. Raises NotFound, and Refused where nothing is said."""
    if not text.strip():
        raise Refused("Skriv en kommentar först.")
    return _do(session, action_id, Act(Kind.COMMENTED, by, at, text, via))


def follow(session: Session, action_id: int, act: Act) -> None:
    """Write down what has happened elsewhere: a comment where the act itself would lead nowhere,
    since somebody has closed the action item meanwhile, or it is so already. Does not commit.
    """
    now = _locked(session, action_id)
    if (now.state, act.kind) not in NEXT or is_so_already(now.state, act.kind):
        act = replace(act, kind=Kind.COMMENTED)
    _write(session, action_id, replace(act, note=act.note[:LONGEST_NOTE]))


def do_all(session: Session, acts: Iterable[tuple[int, Act]]) -> None:
    """Several acts, each with its action item, in one transaction: all or none. Raises NotFound,
    StepNotAllowed and Refused.
    """
    for action_id, act in sorted(acts, key=lambda each: each[0]):  # so that two cannot block
        _write(session, action_id, act)
    session.commit()


def _do(session: Session, action_id: int, act: Act) -> bool:
    is_new = _write(session, action_id, act)
    session.commit()
    return is_new


def _write(session: Session, action_id: int, act: Act) -> bool:
    """Write the act down where it leads anywhere; the one place where an event is made."""
    if len(act.note) > LONGEST_NOTE:
        raise Refused(N_("Texten är för lång. Skriv högst %(most)s tecken.", most=LONGEST_NOTE))
    now = _locked(session, action_id)
    if is_so_already(now.state, act.kind):
        return False
    kind = _exactly(session, action_id, now, act)
    if kind is Kind.PART_DONE and act.by in now.parts:
        return False
    event = ActionEvent(
        action_item_id=action_id,
        kind=kind,
        at=act.at,
        by=act.by,
        via=act.via,
        note=act.note.strip(),
        due=act.due,
        due_rule=act.rule.code if act.rule else None,
        needs_all=act.needs_all,
    )
    following(now, event)  # raises before anything is stored
    session.add(event)
    session.flush()
    _store_holders(session, event, act.owners)
    _store_present(session, action_id, following(now, event), act.at)
    _write_down(session, event)
    rearm(session, about=action_id)
    return True


def _exactly(session: Session, action_id: int, now: Present, act: Act) -> Kind:
    """What it is in truth: done by one of those who all must is a part, until nobody is left; and
    what had no owner is not handed over but given to its first.
    """
    if act.kind is Kind.DONE and now.needs_all:
        owners = _owner_ids(session, action_id, day_in_sweden(act.at))
        return Kind.PART_DONE if left_to_do(now, owners, act.by) else Kind.DONE
    if act.kind is Kind.HANDED_OVER and now.handed_by is None:
        owners = _owner_ids(session, action_id, day_in_sweden(act.at))
        return Kind.HANDED_OVER if owners else Kind.ASSIGNED
    return act.kind


def _owner_ids(session: Session, action_id: int, day: dt.date) -> frozenset[int]:
    return ids(ownership.present_owners(session, [action_id], day).get(action_id, []))


def _locked(session: Session, action_id: int) -> Present:
    """How it stands after its events; nobody else can add one until we are done."""
    query = select(ActionItem).where(col(ActionItem.id) == action_id).with_for_update()
    action = session.exec(query).first()
    if action is None:
        raise NotFound("Åtgärden finns inte.")
    events = session.exec(
        select(ActionEvent)
        .where(col(ActionEvent.action_item_id) == action_id)
        .order_by(col(ActionEvent.id))
    )
    return present(action.done_in_minutes, events)


def _store_holders(session: Session, event: ActionEvent, owners: tuple[Owner, ...]) -> None:
    assert event.id is not None
    for position, owner in enumerate(owners):
        session.add(
            ActionHolder(
                event_id=event.id,
                position=position,
                action_item_id=event.action_item_id,
                person_id=owner.person_id,
                body_id=owner.body_id,
                role=owner.role,
                name=owner.name,
            )
        )


def _store_present(session: Session, action_id: int, now: Present, at: dt.datetime) -> None:
    row = session.get(ActionNow, action_id) or ActionNow(
        action_item_id=action_id, state=now.state, since=at
    )
    row.state, row.since = now.state, now.since or at
    row.due_changed, row.due, row.due_rule = now.due_changed, now.due, now.due_rule
    row.handed_by, row.needs_all = now.handed_by, now.needs_all
    session.add(row)
    session.flush()


def _write_down(session: Session, event: ActionEvent) -> None:
    details: dict[str, audit.Detail] = {"via": event.via.value}
    if event.note and event.kind is not Kind.COMMENTED:
        details["note"] = event.note
    if event.due is not None:
        details["due"] = event.due.isoformat()
    audit.append(
        session,
        at=event.at,
        actor=f"person:{event.by}" if event.by is not None else "okänd",
        act=f"action.{event.kind.value}",
        subject=f"action:{event.action_item_id}",
        details=details,
    )
