"""Taking the members of a file into a body: what would happen, and doing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlmodel import Session, col, select

from minutes.people import service
from minutes.people.member_file import Line
from minutes.people.queries import seats
from minutes.people.tables import Person, Role
from minutes.texts import N_


class Effect(StrEnum):
    """What a line of the file leads to."""

    NEW = N_("Ny person")
    KNOWN = N_("Känd person, får uppdraget")
    ALREADY = N_("Har redan uppdraget")
    FAULT = N_("Kan inte läsas in")


@dataclass(frozen=True, slots=True)
class Planned:
    """A line, what it leads to, and the person that it means where there is one."""

    line: Line
    effect: Effect
    person_id: int | None = None


def plan(session: Session, body_id: int, lines: Sequence[Line], today: date) -> list[Planned]:
    """What each line would do. A person is known by the mail address, or else by a name that
    only one has. Two statements.
    """
    people = session.exec(select(Person).where(col(Person.merged_into).is_(None))).all()
    by_email = {each.email: each for each in people if each.email}
    named: dict[str, list[Person]] = {}
    for each in people:
        named.setdefault(each.name.casefold(), []).append(each)
    held = {(seat.person_id, seat.role) for seat in seats(session, body_id=body_id, on=today)}
    return [_planned(line, by_email, named, held) for line in lines]


def _planned(
    line: Line,
    by_email: dict[str, Person],
    named: dict[str, list[Person]],
    held: set[tuple[int, Role]],
) -> Planned:
    if line.fault:
        return Planned(line, Effect.FAULT)
    same_name = named.get(line.name.casefold(), [])
    person = by_email.get(line.email) if line.email else None
    if person is None and len(same_name) == 1 and not (line.email and same_name[0].email):
        person = same_name[0]
    if person is None or person.id is None:
        return Planned(line, Effect.NEW)
    if (person.id, line.role) in held:
        return Planned(line, Effect.ALREADY, person.id)
    return Planned(line, Effect.KNOWN, person.id)


def take_in(
    session: Session, by: service.By, body_id: int, planned: Sequence[Planned], today: date
) -> int:
    """Give the persons of the plan their roles, new persons first made; how many got one.

    All of them, or none where something is refused.
    """
    taken = 0
    made: dict[tuple[str, str | None], int] = {}
    for each in planned:
        line = each.line
        if each.effect not in (Effect.NEW, Effect.KNOWN):
            continue
        person_id = each.person_id or made.get((line.name, line.email))
        if person_id is None:
            person = service.add_person(session, by, name=line.name, email=line.email)
            assert person.id is not None
            person_id = made[line.name, line.email] = person.id
        service.add_mandate(
            session,
            by,
            person_id=person_id,
            body_id=body_id,
            role=line.role,
            first_day=line.first_day or today,
            last_day=line.last_day,
        )
        taken += 1
    session.commit()
    return taken
