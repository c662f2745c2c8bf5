"""What has happened to one action item, event by event, with names; and who could take it over."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.follow_up.due_rules import read_code, rule_words
from minutes.follow_up.lifecycle import VIA
from minutes.follow_up.owners import Owner, role_name
from minutes.follow_up.ownership import ANSWERING
from minutes.follow_up.tables import ActionEvent, ActionEventKind, ActionHolder, Via
from minutes.people import queries as people
from minutes.people.queries import Seat
from minutes.people.tables import Person, Role
from minutes.texts import N_, Text

WORDS = {
    ActionEventKind.STARTED: N_("Pågår"),
    ActionEventKind.WAITING: N_("Väntar"),
    ActionEventKind.PART_DONE: N_("Sin del klar"),
    ActionEventKind.DONE: N_("Klar"),
    ActionEventKind.DROPPED: N_("Avförd"),
    ActionEventKind.REOPENED: N_("Öppnad igen"),
    ActionEventKind.ASSIGNED: N_("Fick ansvarig"),
    ActionEventKind.HANDED_OVER: N_("Överlämnad"),
    ActionEventKind.MORE_TIME: N_("Mer tid"),
    ActionEventKind.COMMENTED: N_("Kommentar"),
}


@dataclass(slots=True)
class Happened:
    """An event as the page shows it."""

    id: int
    kind: ActionEventKind
    at: dt.datetime
    by: str | None
    via: Via
    note: str
    due: dt.date | None
    due_rule: str | None
    needs_all: bool
    to: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What happened, in a word or two."""
        return WORDS[self.kind]

    @property
    def follows(self) -> Text | None:
        """What its day follows since then."""
        return rule_words(read_code(self.due_rule)) if self.due_rule else None

    @property
    def from_where(self) -> str:
        """From where it came, where that is not the page."""
        return VIA[self.via]


def timeline(session: Session, action_id: int) -> list[Happened]:
    """What has happened to the action item, the latest first. One statement."""
    rows = session.execute(
        sa.select(
            col(ActionEvent.id),
            col(ActionEvent.kind),
            col(ActionEvent.at),
            col(Person.name),
            col(ActionEvent.via),
            col(ActionEvent.note),
            col(ActionEvent.due),
            col(ActionEvent.due_rule),
            col(ActionEvent.needs_all),
            col(ActionHolder.name),
        )
        .outerjoin(Person, col(Person.id) == ActionEvent.by)
        .outerjoin(ActionHolder, col(ActionHolder.event_id) == ActionEvent.id)
        .where(col(ActionEvent.action_item_id) == action_id)
        .order_by(col(ActionEvent.id).desc(), col(ActionHolder.position))
    )
    found: dict[int, Happened] = {}
    for *event, owner in rows:
        happened = found.setdefault(event[0], Happened(*event))
        if owner is not None:
            happened.to.append(owner)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody to hand over to, as the form names them."""

    value: str
    owner: Owner
    hint: str = ""


Choices = dict[str, list[Choice]]  # by what they are


def members(session: Session, body_ids: Collection[int], today: dt.date) -> dict[int, Choices]:
    """The persons and roles of each body that an action item can be given to. One statement."""
    seats = people.seats(session, body_ids=body_ids, on=today)
    return {
        body_id: _grouped(body_id, [seat for seat in seats if seat.body_id == body_id])
        for body_id in body_ids
    }


def choices(
    session: Session, body_id: int, readable: frozenset[int] | None, today: dt.date
) -> Choices:
    """Whom a body's action items can be handed over to. Two statements."""
    bodies = [
        Choice(f"organ:{body.id}", Owner(body.name, body_id=body.id), body.organisation)
        for body in people.bodies(session, readable)
    ]
    others = {N_("Ett organ, som ordföranden svarar för"): bodies} if bodies else {}
    return members(session, [body_id], today)[body_id] | others


def _grouped(body_id: int, seats: Sequence[Seat]) -> Choices:
    persons: dict[int, Choice] = {}
    for seat in seats:
        if seat.role is not Role.READER:
            owner = Owner(seat.person, person_id=seat.person_id)
            hint = "" if seat.email else N_("saknar e-postadress")
            persons.setdefault(seat.person_id, Choice(f"person:{seat.person_id}", owner, hint))
    held = {seat.role: seat.body for seat in seats if seat.role in ANSWERING}
    roles = [
        Choice(f"roll:{role.value}", Owner(role_name(role, held[role]), None, body_id, role))
        for role in ANSWERING
        if role in held
    ]
    by_name = sorted(persons.values(), key=lambda each: each.owner.name)
    groups = {
        N_("Personer"): by_name,
        N_("Den som har rollen"): roles,
    }
    return {name: found for name, found in groups.items() if found}
