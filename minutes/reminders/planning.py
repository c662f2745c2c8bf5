"""Works out the reminders of a day: reads what is open, asks the policy, and stores nothing."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from minutes.reminders import bodies, queries
from minutes.reminders.duties import Duty, is_time
from minutes.reminders.pace import USUAL, Pace
from minutes.reminders.policy import (
    DaysMail,
    Memory,
    Promise,
    cause_of,
    may_be_written_to,
)
from minutes.reminders.queries import Reader
from minutes.reminders.quiet_days import quiet_day
from minutes.reminders.tables import Cause, Rhythm
from minutes.reminders.waiting import waiting


@dataclass(frozen=True, slots=True)
class Planned:
    """Somebody who is to have a mail, and what about: action items in their order, each with why
    it stands there, and duties.
    """

    person: Reader
    actions: Mapping[int, Cause]
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
    """A person's part of a day: their mail, and what they would be told of if they wanted any."""

    mail: DaysMail
    declined: dict[int, Cause] = field(default_factory=dict)
    duties: list[Duty] = field(default_factory=list)


class _Shares(dict[int, _Share]):
    """By person, made where first asked for."""

    def __init__(
        self, persons: Mapping[int, Reader], memories: Mapping[int, Memory], today: dt.date
    ) -> None:
        super().__init__()
        self._persons, self._memories, self._today = persons, memories, today

    def __missing__(self, id_: int) -> _Share:
        memory = self._memories.get(id_, Memory())
        self[id_] = share = _Share(DaysMail(self._persons[id_].rhythm, memory, self._today))
        return share


def plan(session: Session, today: dt.date) -> Plan:
    """Who is to be reminded of what on the day. A fixed number of statements."""
    persons = queries.readers(session, today)
    memories = queries.memories(session)
    paces = bodies.paces(session)
    shares = _Shares(persons, memories, today)
    unreached = _add_actions(session, persons, paces, shares, today)
    _add_duties(session, persons, paces, shares, today)
    made = Plan(today, quiet_day(today), unreached=unreached)
    for id_, share in sorted(shares.items()):
        person, memory = persons[id_], memories.get(id_, Memory())
        found = share.mail.actions()
        duties = [
            duty
            for duty in share.duties
            if may_be_written_to(person.rhythm, memory, today) and is_time(duty, today)
        ]
        if found or duties:
            made.mails.append(Planned(person, found, duties))
        elif share.declined and made.quiet is None:
            made.declined.append(Planned(person, share.declined))
    return made


def _add_actions(
    session: Session,
    persons: Mapping[int, Reader],
    paces: Mapping[int, Pace],
    shares: _Shares,
    today: dt.date,
) -> list[int]:
    """Share out what is open; the action items that nobody can be told about."""
    told, meetings = queries.told(session), bodies.next_meetings(session, today)
    secretaries = _by_body(persons.values(), lambda person: person.secretary_of)
    chairs = _by_body(persons.values(), lambda person: person.chair_of)
    addressed = {person.id for person in persons.values() if person.email is not None}
    unwilling = {person.id for person in persons.values() if person.rhythm is Rhythm.NONE}
    unreached: list[int] = []
    for action_id, due, body_id, owners in queries.open_actions(session, today):
        pace, meeting = paces.get(body_id, USUAL), meetings.get(body_id)
        reached = [id_ for id_ in owners if id_ in addressed]
        for id_ in reached:
            last = told.owners.get((id_, action_id))
            shares[id_].mail.add_own(Promise(action_id, due, last, pace, meeting))
            if id_ in unwilling and (cause := cause_of(due, today)):
                shares[id_].declined[action_id] = cause
        if not reached:
            secretary = secretaries.get(body_id, [])
            for id_ in () if pace.rests(today) else secretary:
                shares[id_].mail.add_unowned(action_id)
            if not secretary:
                unreached.append(action_id)
        if pace.chair_days is not None and due is not None:
            for id_ in chairs.get(body_id, ()):
                last = told.chairs.get((id_, action_id))
                shares[id_].mail.add_lagging(Promise(action_id, due, last, pace, meeting))
    return unreached


def _add_duties(
    session: Session,
    persons: Mapping[int, Reader],
    paces: Mapping[int, Pace],
    shares: _Shares,
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
