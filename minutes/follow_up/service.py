"""What can be done with an action item, a function for each act. Each act is one transaction.

The words of the minutes stay as they are; what is done is an event beside them. Every act
says who, when, and from where (`via`), and answers False where it is so already.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.follow_up import ownership
from minutes.follow_up.due_rules import DueRule
from minutes.follow_up.due_service import rearm
from minutes.follow_up.lifecycle import (
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
from minutes.texts import N_

LONGEST_NOTE = 4000
FURTHEST = dt.timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class _Act:
    """What one act is to write down."""

    kind: Kind
    at: dt.datetime
    by: int | None
    via: Via
    note: str = ""
    due: dt.date | None = None
    rule: DueRule | None = None
    owners: tuple[Owner, ...] = field(default=())
    needs_all: bool = False


def start(
    session: Session,
    action_id: int,
    *,
    by: int | None,
    at: dt.datetime,
    note: str = "",
    via: Via = Via.PAGE,
) -> bool:
    """Somebody has begun. Raises NotFound, and StepNotAllowed where it is closed."""
    return _do(session, action_id, _Act(Kind.STARTED, at, by, via, note))


def wait(
    session: Session,
    action_id: int,
    *,
    by: int | None,
    at: dt.datetime,
    note: str = "",
    via: Via = Via.PAGE,
) -> bool:
    """It waits for something, which the note says. Raises NotFound and StepNotAllowed."""
    return _do(session, action_id, _Act(Kind.WAITING, at, by, via, note))


def mark_done(
    session: Session,
    action_id: int,
    *,
    by: int | None,
    at: dt.datetime,
    note: str = "",
    via: Via = Via.PAGE,
) -> bool:
    """It is done; the part of `by`, where all of several owners must do theirs.

    Raises NotFound, and StepNotAllowed where it was dropped.
    """
    return _do(session, action_id, _Act(Kind.DONE, at, by, via, note), _part_or_whole)


def drop(
    session: Session,
    action_id: int,
    *,
    by: int | None,
    at: dt.datetime,
    note: str = "",
    via: Via = Via.PAGE,
) -> bool:
    """It is not to be done any more. Raises NotFound and StepNotAllowed."""
    return _do(session, action_id, _Act(Kind.DROPPED, at, by, via, note))


def reopen(
    session: Session,
    action_id: int,
    *,
    by: int | None,
    at: dt.datetime,
    note: str = "",
    via: Via = Via.PAGE,
) -> bool:
    """Open a closed action item again. Raises NotFound."""
    return _do(session, action_id, _Act(Kind.REOPENED, at, by, via, note))


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
        return _do(session, action_id, _Act(Kind.MORE_TIME, at, by, via, note, rule=due))
    if due < at.date():
        raise Refused("Den nya dagen har redan varit. Välj en dag som kommer.")
    if due > at.date() + FURTHEST:
        raise Refused("Den nya dagen ligger mer än tio år fram. Kontrollera årtalet.")
    return _do(session, action_id, _Act(Kind.MORE_TIME, at, by, via, note, due=due))


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
    act = _Act(Kind.HANDED_OVER, at, by, via, note, owners=owners, needs_all=everybody)
    return _do(session, action_id, act, _given_or_assigned)


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
    return _do(session, action_id, _Act(Kind.COMMENTED, at, by, via, text))


def _part_or_whole(session: Session, action_id: int, now: Present, act: _Act) -> Kind:
    """Done by one of those who all must is a part, until nobody is left."""
    if not now.needs_all:
        return Kind.DONE
    owners = _owner_ids(session, action_id, act.at.date())
    return Kind.PART_DONE if left_to_do(now, owners, act.by) else Kind.DONE


def _given_or_assigned(session: Session, action_id: int, now: Present, act: _Act) -> Kind:
    had_owner = now.handed_by is not None or _owner_ids(session, action_id, act.at.date())
    return Kind.HANDED_OVER if had_owner else Kind.ASSIGNED


def _owner_ids(session: Session, action_id: int, day: dt.date) -> frozenset[int]:
    return ids(ownership.present_owners(session, [action_id], day).get(action_id, []))


_Exactly = Callable[[Session, int, Present, _Act], Kind]


def _do(session: Session, action_id: int, act: _Act, exactly: _Exactly | None = None) -> bool:
    """Write the act down where it leads anywhere; the one place where an event is made."""
    if len(act.note) > LONGEST_NOTE:
        raise Refused(N_("Texten är för lång. Skriv högst %(most)s tecken.", most=LONGEST_NOTE))
    now = _locked(session, action_id)
    if is_so_already(now.state, act.kind):
        session.commit()
        return False
    kind = exactly(session, action_id, now, act) if exactly else act.kind
    if kind is Kind.PART_DONE and act.by in now.parts:
        session.commit()
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
    session.commit()
    return True


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
