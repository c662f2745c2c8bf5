"""Decides the day's reminders and puts them into the outbox; resends; keeps what persons chose.

What a mail says is written when it is sent (letters.py), so that nothing that was done
meanwhile is asked for.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.audit import service as audit
from minutes.errors import Refused, StepNotAllowed
from minutes.mail import queries as mail_queries
from minutes.mail import service as mail
from minutes.mail.service import Post
from minutes.people import queries as people
from minutes.reminders import queries
from minutes.reminders.policy import Memory, Mention, Promise, cause_of, mentions
from minutes.reminders.queries import OpenAction, Reader
from minutes.reminders.quiet_days import quiet_day
from minutes.reminders.tables import Reminder, ReminderChoice, Rhythm

KIND = "reminder"


@dataclass(frozen=True, slots=True)
class Planned:
    """Somebody who is to have a mail, and what about."""

    person: Reader
    mentions: list[Mention]


@dataclass(frozen=True, slots=True)
class Plan:
    """The reminders of a day. `unreached`: open action items that nobody can be told about."""

    day: dt.date
    quiet: str | None
    mails: list[Planned] = field(default_factory=list)
    unreached: list[int] = field(default_factory=list)
    declined: list[Planned] = field(default_factory=list)  # it was time, they want none


def plan(session: Session, today: dt.date) -> Plan:
    """Who is to be reminded of what on the day. Five statements; nothing is stored."""
    persons = queries.readers(session, today)
    actions = queries.open_actions(session, today)
    reminded, memories = queries.last_reminded(session), queries.memories(session)
    promises, nobodys = _by_person(actions, persons, reminded)
    unowned, unreached = _by_secretary(nobodys, persons.values())
    made = Plan(today, quiet_day(today), unreached=unreached)
    for id_ in sorted(promises.keys() | unowned.keys()):
        person, own = persons[id_], promises.get(id_, [])
        found = mentions(
            own, unowned.get(id_, []), person.rhythm, memories.get(id_, Memory()), today
        )
        if found:
            made.mails.append(Planned(person, found))
        elif person.rhythm is Rhythm.NONE and made.quiet is None:
            waiting = [Mention(p.action_id, c) for p in own if (c := cause_of(p.due, today))]
            if waiting:
                made.declined.append(Planned(person, waiting))
    return made


def _by_person(
    actions: Iterable[OpenAction],
    persons: Mapping[int, Reader],
    reminded: Mapping[tuple[int, int], dt.date],
) -> tuple[dict[int, list[Promise]], list[OpenAction]]:
    promises: dict[int, list[Promise]] = {}
    nobodys = []
    for action in actions:
        reached = [id_ for id_ in action.owners if persons[id_].reached_in(action.body_id)]
        for id_ in reached:
            promise = Promise(action.id, action.due, reminded.get((id_, action.id)))
            promises.setdefault(id_, []).append(promise)
        if not reached:
            nobodys.append(action)
    return promises, nobodys


def _by_secretary(
    nobodys: Iterable[OpenAction], persons: Iterable[Reader]
) -> tuple[dict[int, list[int]], list[int]]:
    secretaries: dict[int, list[int]] = {}
    for person in persons:
        for body_id in person.secretary_of if person.email else ():
            secretaries.setdefault(body_id, []).append(person.id)
    unowned: dict[int, list[int]] = {}
    unreached = []
    for action in nobodys:
        told = secretaries.get(action.body_id, [])
        for id_ in told:
            unowned.setdefault(id_, []).append(action.id)
        if not told:
            unreached.append(action.id)
    return unowned, unreached


@dataclass(frozen=True, slots=True)
class Decided:
    """What deciding came to: mails put into the outbox, and those that were there already."""

    mails: int
    before: int
    unreached: int
    quiet: str | None


def decide(
    session: Session, today: dt.date, *, at: dt.datetime, ends: dt.datetime, sender: str
) -> Decided:
    """Put the day's reminders into the outbox; they are not sent after `ends`.

    Safe to run twice, and in two processes at once: a person's mail of a day has one key,
    and the outbox takes a key once.
    """
    made = plan(session, today)
    stored = [_enqueue(session, planned, today, at, ends, sender) for planned in made.mails]
    session.commit()
    return Decided(sum(stored), len(stored) - sum(stored), len(made.unreached), made.quiet)


def _enqueue(
    session: Session,
    planned: Planned,
    today: dt.date,
    at: dt.datetime,
    ends: dt.datetime,
    sender: str,
) -> bool:
    person = planned.person
    assert person.email is not None
    key = f"{KIND}:{person.id}:{today.isoformat()}"
    message_id = mail.enqueue(
        session, Post(key, KIND, person.name, person.email, at, ends), sender=sender
    )
    if message_id is None:
        return False
    _remember(session, message_id, person.id, planned.mentions, today)
    return True


def _remember(
    session: Session, message_id: int, person_id: int, said: Iterable[Mention], day: dt.date
) -> None:
    rows = [
        {
            "message_id": message_id,
            "person_id": person_id,
            "action_item_id": mention.action_id,
            "cause": mention.cause,
            "day": day,
        }
        for mention in said
    ]
    session.execute(sa.insert(Reminder), rows)


def resend(
    session: Session,
    message_id: int,
    today: dt.date,
    *,
    by: int,
    at: dt.datetime,
    ends: dt.datetime,
    sender: str,
) -> None:
    """Send a mail once more, with what of it is still open, to the person's present address.

    Raises StepNotAllowed where it is on its way, and Refused where nothing of it is left.
    """
    message = mail_queries.message(session, message_id)
    if message.state in mail.OPEN:
        raise StepNotAllowed("Brevet är redan på väg.")
    rows = queries.of_message(session, message_id)
    facts = queries.facts(session, [action_id for _, action_id, _ in rows], today)
    left = [
        Mention(id_, cause) for _, id_, cause in rows if id_ in facts and not facts[id_].is_done
    ]
    if not left:
        raise Refused("Det finns inget kvar att påminna om: åtgärderna är klara.")
    person = people.person(session, rows[0][0])
    if person.email is None:
        raise Refused(f"{person.name} har ingen e-postadress.")
    assert person.id is not None
    key = f"{KIND}:{person.id}:{today.isoformat()}:again:{message_id}"
    post = Post(key, KIND, person.name, person.email, at, ends)
    new = mail.enqueue(session, post, sender=sender)
    if new is None:
        raise StepNotAllowed("Brevet har redan skickats om i dag.")
    _remember(session, new, person.id, left, today)
    audit.append(
        session, at=at, actor=f"person:{by}", act="mail.resent", subject=f"mail:{message_id}"
    )
    session.commit()


def choose(session: Session, person_id: int, rhythm: Rhythm, *, at: dt.datetime) -> None:
    """Keep how often a person wants to be reminded. Raises NotFound."""
    people.require_id(session, person_id)
    choice = session.get(ReminderChoice, person_id)
    if choice is None:
        choice = ReminderChoice(person_id=person_id, rhythm=rhythm, changed_at=at)
    choice.rhythm, choice.changed_at = rhythm, at
    session.add(choice)
    audit.append(
        session,
        at=at,
        actor=f"person:{person_id}",
        act="reminders.chosen",
        subject=f"person:{person_id}",
        details={"rhythm": rhythm.value},
    )
    session.commit()


def forget(session: Session, message_id: int, action_ids: Iterable[int]) -> None:
    """Take action items out of a mail that has not been sent, in the caller's transaction."""
    session.execute(
        sa.delete(Reminder).where(
            col(Reminder.message_id) == message_id, col(Reminder.action_item_id).in_(action_ids)
        )
    )
