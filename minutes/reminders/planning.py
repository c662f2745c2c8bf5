"""Works out the reminders of a day: reads what is open, asks the policy, and stores nothing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from minutes.reminders import bodies, queries
from minutes.reminders.duties import Duty, is_time
from minutes.reminders.pace import USUAL, Pace
from minutes.reminders.policy import (
    Memory,
    Mention,
    Promise,
    cause_of,
    may_be_written_to,
    mentions,
)
from minutes.reminders.queries import Reader
from minutes.reminders.quiet_days import quiet_day
from minutes.reminders.tables import Rhythm
from minutes.reminders.waiting import waiting


@dataclass(frozen=True, slots=True)
class Planned:
    """Somebody who is to have a mail, and what about."""

    person: Reader
    mentions: list[Mention]
    duties: list[Duty] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """The reminders of a day. `unreached`: open action items that nobody can be told about."""

    day: dt.date
    quiet: str | None
    mails: list[Planned] = field(default_factory=list)
    unreached: list[int] = field(default_factory=list)
    declined: list[Planned] = field(default_factory=list)  # it was time, they want none


@dataclass(slots=True)
class _Share:
    """What a person may be told of: their own, what is nobody's, what others are late with."""

    own: list[Promise] = field(default_factory=list)
    unowned: list[int] = field(default_factory=list)
    lagging: list[Promise] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)


def plan(session: Session, today: dt.date) -> Plan:
    """Who is to be reminded of what on the day. A fixed number of statements."""
    persons = queries.readers(session, today)
    memories = queries.memories(session)
    made = Plan(today, quiet_day(today))
    shares = _shares(session, persons, today, made.unreached)
    for id_ in sorted(shares):
        person, share = persons[id_], shares[id_]
        memory = memories.get(id_, Memory())
        found = mentions(share.own, share.unowned, person.rhythm, memory, today, share.lagging)
        duties = [
            duty
            for duty in share.duties
            if may_be_written_to(person.rhythm, memory, today) and is_time(duty, today)
        ]
        if found or duties:
            made.mails.append(Planned(person, found, duties))
        elif person.rhythm is Rhythm.NONE and made.quiet is None:
            waiting = [Mention(p.action_id, c) for p in share.own if (c := cause_of(p.due, today))]
            if waiting:
                made.declined.append(Planned(person, waiting))
    return made


def _shares(
    session: Session, persons: Mapping[int, Reader], today: dt.date, unreached: list[int]
) -> dict[int, _Share]:
    told, paces = queries.told(session), bodies.paces(session)
    meetings = bodies.next_meetings(session, today)
    secretaries = _by_body(persons.values(), lambda person: person.secretary_of)
    chairs = _by_body(persons.values(), lambda person: person.chair_of)
    addressed = {person.id for person in persons.values() if person.email is not None}
    shares: dict[int, _Share] = defaultdict(_Share)
    for action in queries.open_actions(session, today):
        pace = paces.get(action.body_id, USUAL)
        meeting = meetings.get(action.body_id)
        reached = action.owners
        if not addressed.issuperset(reached):
            reached = tuple(id_ for id_ in reached if id_ in addressed)
        for id_ in reached:
            last = told.owners.get((id_, action.id))
            shares[id_].own.append(Promise(action.id, action.due, last, pace, meeting))
        if not reached:
            secretary = secretaries.get(action.body_id, [])
            for id_ in () if pace.rests(today) else secretary:
                shares[id_].unowned.append(action.id)
            if not secretary:
                unreached.append(action.id)
        if pace.chair_days is not None and action.due is not None:
            for id_ in chairs.get(action.body_id, ()):
                last = told.chairs.get((id_, action.id))
                shares[id_].lagging.append(Promise(action.id, action.due, last, pace, meeting))
    _add_duties(session, persons, paces, shares, today)
    return shares


def _add_duties(
    session: Session,
    persons: Mapping[int, Reader],
    paces: Mapping[int, Pace],
    shares: dict[int, _Share],
    today: dt.date,
) -> None:
    things = waiting(session).values()
    told = bodies.duties_told(session) if things else {}
    officers = [each for each in persons.values() if each.secretary_of or each.chair_of]
    for thing in things:
        if thing.body_id is not None and paces.get(thing.body_id, USUAL).rests(today):
            continue
        own = persons.get(thing.person_id) if thing.person_id is not None else None
        for person in officers if thing.person_id is None else filter(None, [own]):
            if person.email and thing.waits_for(person, today):
                last = told.get((person.id, *thing.key))
                duty = Duty(*thing.key, thing.since, last, thing.latest)
                shares[person.id].duties.append(duty)


def _by_body(
    persons: Iterable[Reader], seats: Callable[[Reader], frozenset[int]]
) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for person in persons:
        for body_id in seats(person) if person.email else ():
            found.setdefault(body_id, []).append(person.id)
    return found
