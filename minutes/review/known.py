"""What is known beforehand of bodies and their people, for recognition and for matching names."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.people.tables import Alias, Body, Mandate, Person
from minutes.recognition.people.roster import KnownPeople
from minutes.review.habits import Habit
from minutes.review.matching import Candidate, Holder, Members
from minutes.review.tables import BodyRule


def body_candidates(session: Session, among: frozenset[int] | None) -> list[Candidate]:
    """The bodies that a header may mean; those in `among`, or all where it is None."""
    query = sa.select(col(Body.id), col(Body.name), col(Body.organisation)).order_by(col(Body.name))
    if among is not None:
        query = query.where(col(Body.id).in_(among))
    return [Candidate(*row) for row in session.execute(query)]


def known_people(session: Session, body_id: int) -> KnownPeople:
    """The names that recognition may expect in the body's minutes."""
    found = members(session, body_id, None)
    names = {each.person_id: each.name for each in found.holders}
    return KnownPeople(
        names=tuple(dict.fromkeys(names.values())),
        aliases={text: names[person] for text, person in found.aliases if person in names},
    )


def members(session: Session, body_id: int, day: date | None) -> Members:
    """Those whom names in the body's minutes may mean, with their roles on the day.

    Everybody who has or has had a mandate counts, since old minutes are read too.
    """
    rows = session.execute(
        sa.select(
            col(Person.id),
            col(Person.name),
            col(Mandate.role),
            col(Mandate.first_day),
            col(Mandate.last_day),
        )
        .join(Mandate, col(Mandate.person_id) == Person.id)
        .where(col(Mandate.body_id) == body_id)
        .order_by(col(Person.name), col(Person.id))
    ).all()
    people: dict[int, tuple[str, set[str]]] = {}
    for person_id, name, role, first, last in rows:
        _, roles = people.setdefault(person_id, (name, set()))
        if day is not None and first <= day and (last is None or day <= last):
            roles.add(role.value)
    aliases = session.execute(
        sa.select(col(Alias.text), col(Alias.person_id)).where(col(Alias.body_id) == body_id)
    )
    return Members(
        tuple(Holder(each, name, frozenset(roles)) for each, (name, roles) in people.items()),
        tuple((text, person_id) for text, person_id in aliases),
    )


def rules(session: Session, body_id: int) -> list[Habit]:
    """What is done beforehand with what is recognised in the body's minutes."""
    query = select(BodyRule).where(BodyRule.body_id == body_id, col(BodyRule.wanted).is_(True))
    return [habit(each) for each in session.exec(query)]


def habit(rule: BodyRule) -> Habit:
    """The correction that the rule does beforehand."""
    return Habit(rule.kind, rule.said, rule.becomes)
