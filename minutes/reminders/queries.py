"""What the reminders need to know: who can be reached, what is open, what was said before."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.follow_up import ownership
from minutes.follow_up.owners import Owner, PresentOwner, meant
from minutes.follow_up.queries import due, is_done, with_present
from minutes.follow_up.tables import ActionEvent, ActionEventKind
from minutes.mail.queries import SPOKEN
from minutes.mail.tables import OutboxMessage
from minutes.people.permissions import Access, Permission, access_of
from minutes.people.queries import called_in_full, holds_on
from minutes.people.tables import Account, Body, Mandate, Person, Role
from minutes.register.tables import ActionItem, Item, Meeting
from minutes.reminders.policy import Memory, from_archive
from minutes.reminders.tables import Cause, DutyReminder, Reminder, ReminderChoice, Rhythm
from minutes.swedish_time import day_in_sweden


@dataclass(frozen=True, slots=True)
class Reader:
    """A person, how they are reached, and what they may do today."""

    id: int
    name: str
    email: str | None
    has_account: bool
    rhythm: Rhythm
    access: Access
    secretary_of: frozenset[int]
    chair_of: frozenset[int] = frozenset()
    link_generation: int = 0
    calendar_generation: int = 0

    def may_read(self, body_id: int) -> bool:
        """Whether the person may see what is not public of the body."""
        return self.access.may(Permission.READ, body_id)


_AT_ONCE = 500  # rows: gone again before the garbage collector takes them for old


# An open action item, when it is due, its body, and the persons that own it (not the names we
# know nobody of). No class, since there may be very many.
OpenAction = tuple[int, dt.date | None, int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a mail or a page says of one action item."""

    id: int
    text: str
    quote: str
    due: dt.date | None
    owner_text: str | None
    first_line: int | None
    meeting_id: int
    meeting_date: dt.date
    has_source: bool
    body_id: int
    body: str
    item: str | None
    is_done: bool
    closings: int
    owners: tuple[tuple[str, int | None], ...] = ()  # name, person


def seen_by(person: Reader, facts: Facts) -> Facts:
    """What of an action item may be told to one of its owners.

    Who may not read the body's minutes is told of their own action item, and of nothing else that
    stands in them: not in which words, under which point, on which line.
    """
    if person.may_read(facts.body_id):
        return facts
    return replace(facts, quote="", item=None, first_line=None, has_source=False)


def readers(
    session: Session, today: dt.date, only: Collection[int] | None = None
) -> dict[int, Reader]:
    """Persons by id, with what they may do on the day; some, or all."""
    query = (
        sa.select(
            col(Person.id),
            col(Person.name),
            col(Person.email),
            sa.func.coalesce(col(Account.is_active), sa.false()),
            sa.func.coalesce(col(Account.is_administrator), sa.false()),
            col(ReminderChoice.rhythm),
            sa.func.coalesce(col(ReminderChoice.link_generation), 0),
            sa.func.coalesce(col(ReminderChoice.calendar_generation), 0),
            col(Mandate.body_id),
            col(Mandate.role),
        )
        .outerjoin(Account, col(Account.person_id) == Person.id)
        .outerjoin(ReminderChoice, col(ReminderChoice.person_id) == Person.id)
        .outerjoin(Mandate, sa.and_(col(Mandate.person_id) == Person.id, holds_on(today)))
        .order_by(col(Person.id))
    )
    if only is not None:
        query = query.where(col(Person.id).in_(only))
    seats: dict[int, list[tuple[int, Role]]] = {}
    persons = {}
    for id_, name, email, active, administrator, *chosen, body_id, role in session.execute(query):
        persons[id_] = (name, email, bool(active), bool(active and administrator), *chosen)
        roles = seats.setdefault(id_, [])
        if body_id is not None:
            roles.append((body_id, role))
    return {
        id_: Reader(
            id=id_,
            name=name,
            email=email,
            has_account=active,
            rhythm=rhythm or Rhythm.DAILY,
            access=access_of(id_, name, administrator, seats[id_]),
            secretary_of=frozenset(body for body, role in seats[id_] if role is Role.SECRETARY),
            chair_of=frozenset(body for body, role in seats[id_] if role is Role.CHAIR),
            link_generation=links,
            calendar_generation=calendar,
        )
        for id_, (name, email, active, administrator, rhythm, links, calendar) in persons.items()
    }


def open_actions(session: Session, today: dt.date) -> Iterator[OpenAction]:
    """Every open action item that is not from an archive, those due first first."""
    seats, owner = ownership.seats(session, today), ownership.owner_rows()
    archived = _archived_meetings(session)
    by_when = due()
    # There may be very many: from the connection come rows, not what the session makes of them.
    rows = session.connection().execute(
        with_present(
            sa.select(
                col(ActionItem.id),
                by_when,
                col(Meeting.id),
                col(Meeting.body_id),
                owner.c.person_id,
                owner.c.body_id,
                sa.type_coerce(owner.c.role, sa.String),
                owner.c.name,
            ).select_from(ActionItem)
        )
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .outerjoin(owner, owner.c.action_item_id == col(ActionItem.id))
        .where(sa.not_(is_done()))
        .order_by(by_when.is_(None), by_when, col(ActionItem.id), owner.c.position)
    )
    found: tuple[int, dt.date | None, int] | None = None
    owners: tuple[int, ...] = ()
    for id_, day, meeting_id, body_id, person_id, owner_body, role, name in chain.from_iterable(
        rows.partitions(_AT_ONCE)
    ):
        if meeting_id in archived:
            continue
        if found is None or id_ != found[0]:
            if found is not None:
                yield *found, owners
            found, owners = (id_, day, body_id), ()
        if person_id is not None:
            owners += () if person_id in owners else (person_id,)
        elif name is not None:
            owner_now = Owner(name, None, owner_body, Role(role) if role else None)
            persons = meant(owner_now, body_id, seats).persons
            owners += tuple(each for each, _ in persons if each not in owners)
    if found is not None:
        yield *found, owners


def _archived_meetings(session: Session) -> set[int]:
    rows = session.execute(sa.select(col(Meeting.id), col(Meeting.date), col(Meeting.recorded_at)))
    return {id_ for id_, held, recorded in rows if from_archive(held, day_in_sweden(recorded))}


@dataclass(frozen=True, slots=True)
class Told:
    """By person and action item, the last day on which they were told of it."""

    owners: dict[tuple[int, int], dt.date]
    chairs: dict[tuple[int, int], dt.date]


def told(session: Session) -> Told:
    """What was said in mails that went out or may yet."""
    to_chair = col(Reminder.cause) == Cause.LAGGING
    rows = session.execute(
        sa.select(
            col(Reminder.person_id),
            col(Reminder.action_item_id),
            to_chair,
            sa.func.max(col(Reminder.day)),
        )
        .join(OutboxMessage, col(OutboxMessage.id) == Reminder.message_id)
        .where(col(OutboxMessage.state).in_(SPOKEN), col(Reminder.cause) != Cause.UNOWNED)
        .group_by(col(Reminder.person_id), col(Reminder.action_item_id), to_chair)
    )
    said = Told({}, {})
    for person, action, as_chair, day in rows:
        (said.chairs if as_chair else said.owners)[person, action] = day
    return said


def memories(session: Session) -> dict[int, Memory]:
    """By person, the last day with a mail that went out or may yet."""
    of_unowned = sa.case((col(Reminder.cause) == Cause.UNOWNED, col(Reminder.day)))
    said = sa.union_all(
        sa.select(
            col(Reminder.message_id),
            col(Reminder.person_id),
            col(Reminder.day),
            of_unowned.label("of_unowned"),
        ),
        sa.select(
            col(DutyReminder.message_id),
            col(DutyReminder.person_id),
            col(DutyReminder.day),
            sa.null(),
        ),
    ).subquery()
    rows = session.execute(
        sa.select(said.c.person_id, sa.func.max(said.c.day), sa.func.max(said.c.of_unowned))
        .join(OutboxMessage, col(OutboxMessage.id) == said.c.message_id)
        .where(col(OutboxMessage.state).in_(SPOKEN))
        .group_by(said.c.person_id)
    )
    return {person: Memory(mailed, unowned) for person, mailed, unowned in rows}


def facts(session: Session, action_ids: Iterable[int], today: dt.date) -> dict[int, Facts]:
    """What is to be said of the action items, by id; those that are gone are left out."""
    closings = (
        sa.select(sa.func.coalesce(sa.func.max(col(ActionEvent.id)), 0))
        .where(
            col(ActionEvent.action_item_id) == ActionItem.id,
            col(ActionEvent.kind).in_((ActionEventKind.DONE, ActionEventKind.DROPPED)),
        )
        .correlate(ActionItem)
        .scalar_subquery()
    )
    ids = list(action_ids)
    rows: Sequence[Any] = session.execute(
        with_present(
            sa.select(
                col(ActionItem.id),
                col(ActionItem.text),
                col(ActionItem.quote),
                due(),
                col(ActionItem.owner_text),
                col(ActionItem.first_line),
                col(Meeting.id),
                col(Meeting.date),
                col(Meeting.document_id).is_not(None),
                col(Body.id),
                called_in_full(),
                col(Item.title),
                is_done(),
                closings,
            ).select_from(ActionItem)
        )
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .join(Body, col(Body.id) == Meeting.body_id)
        .outerjoin(Item, col(Item.id) == ActionItem.item_id)
        .where(col(ActionItem.id).in_(ids))
    ).all()
    owners = ownership.present_owners(session, ids, today)
    return {row[0]: replace(Facts(*row), owners=_names(owners.get(row[0], []))) for row in rows}


def _names(owners: Iterable[PresentOwner]) -> tuple[tuple[str, int | None], ...]:
    return tuple(named for owner in owners for named in owner.named)
