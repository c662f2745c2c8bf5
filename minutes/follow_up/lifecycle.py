"""The life of an action item: which steps lead where, and how it stands after its events. Pure."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from minutes.errors import StepNotAllowed
from minutes.follow_up.tables import CLOSED, ActionEvent, ActionState, Via
from minutes.follow_up.tables import ActionEventKind as Kind
from minutes.texts import N_

SWEDISH = {
    ActionState.OPEN: N_("öppen"),
    ActionState.IN_PROGRESS: N_("pågående"),
    ActionState.WAITING: N_("väntande"),
    ActionState.HANDED_OVER: N_("överlämnad"),
    ActionState.DONE: N_("klar"),
    ActionState.DROPPED: N_("avförd"),
}
VIA = {
    Via.PAGE: "",
    Via.MAIL: N_("via e-post"),
    Via.MINUTES: N_("enligt senare protokoll"),
    Via.API: N_("via ett annat system"),
}

# What leads away from every open state, or stays in it (None).
_OF_OPEN: dict[Kind, ActionState | None] = {
    Kind.STARTED: ActionState.IN_PROGRESS,
    Kind.WAITING: ActionState.WAITING,
    Kind.PART_DONE: None,
    Kind.DONE: ActionState.DONE,
    Kind.DROPPED: ActionState.DROPPED,
    Kind.ASSIGNED: None,
    Kind.HANDED_OVER: ActionState.HANDED_OVER,
    Kind.MORE_TIME: None,
    Kind.COMMENTED: None,
}
_OF_CLOSED: dict[Kind, ActionState | None] = {
    Kind.REOPENED: ActionState.OPEN,
    Kind.COMMENTED: None,
}
NEXT: dict[tuple[ActionState, Kind], ActionState] = {
    (state, kind): leads_to or state
    for state in ActionState
    for kind, leads_to in (_OF_CLOSED if state in CLOSED else _OF_OPEN).items()
}


def after(state: ActionState, kind: Kind) -> ActionState:
    """The state that the step leads to. Raises StepNotAllowed where it leads nowhere."""
    try:
        return NEXT[state, kind]
    except KeyError:
        raise StepNotAllowed(_why_not(state)) from None


def _why_not(state: ActionState) -> str:
    if state in CLOSED:
        return N_("Åtgärden är %(state)s. Öppna den igen först.", state=SWEDISH[state])
    return N_("Åtgärden är redan öppen.")


def is_so_already(state: ActionState, kind: Kind) -> bool:
    """Whether the step would say again what is so; then nothing is to be written down.

    To wait for something else, to hand over again and to comment again say something new.
    """
    if kind is Kind.REOPENED:
        return state not in CLOSED
    same = {
        Kind.STARTED: ActionState.IN_PROGRESS,
        Kind.DONE: ActionState.DONE,
        Kind.DROPPED: ActionState.DROPPED,
    }
    return same.get(kind) is state


@dataclass(frozen=True, slots=True)
class Present:
    """How an action item stands. `handed_by`: the event that gave it its present owners.

    `parts`: persons who have done their part of what all owners must do.
    """

    state: ActionState
    since: dt.datetime | None = None
    due_changed: bool = False
    due: dt.date | None = None
    due_rule: str | None = None
    handed_by: int | None = None
    needs_all: bool = False
    parts: frozenset[int] = frozenset()


def said(done_in_minutes: bool) -> Present:
    """How it stands by what its minutes say, before any event."""
    return Present(ActionState.DONE if done_in_minutes else ActionState.OPEN)


def present(done_in_minutes: bool, events: Iterable[ActionEvent]) -> Present:
    """How it stands after the events, in the order in which they happened."""
    now = said(done_in_minutes)
    for event in events:
        now = following(now, event)
    return now


def following(now: Present, event: ActionEvent) -> Present:
    """How it stands after one more event. Raises StepNotAllowed."""
    state = after(now.state, event.kind)
    changed = replace(now, state=state, since=event.at if state is not now.state else now.since)
    if event.kind in (Kind.HANDED_OVER, Kind.ASSIGNED):
        return replace(changed, handed_by=event.id, needs_all=event.needs_all, parts=frozenset())
    if event.kind is Kind.MORE_TIME:
        return replace(changed, due_changed=True, due=event.due, due_rule=event.due_rule)
    if event.kind is Kind.PART_DONE and event.by is not None:
        return replace(changed, parts=now.parts | {event.by})
    if event.kind is Kind.REOPENED:
        return replace(changed, parts=frozenset())
    return changed


def left_to_do(now: Present, owners: frozenset[int], by: int | None) -> frozenset[int]:
    """The owners who have not done their part when `by` says that it is done.

    Empty where one is enough, and where somebody says so who does not own it: a secretary
    closes the whole.
    """
    if not now.needs_all or by not in owners:
        return frozenset()
    return owners - now.parts - {by}
