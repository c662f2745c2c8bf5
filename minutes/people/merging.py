"""Two entries that are one person: everything moves to the one that stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, col, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.people.service import By
from minutes.people.tables import Alias, Mandate, Person
from minutes.texts import N_

# What moves, as the page that asks for a yes calls it. Tables without a word are not counted.
WORDS = {
    "mandate": N_("uppdrag", "uppdrag", num=1),
    "alias": N_("skrivsätt", "skrivsätt", num=1),
    "attendance": N_("mötesdeltagande", "mötesdeltaganden", num=1),
    "action_owner": N_("åtgärd", "åtgärder", num=1),
    "account": N_("konto", "konton", num=1),
}
# What does not move: what is sealed names who it was then, and would not be proved otherwise.
SEALED = {("evidence", "noted_by")}


@dataclass(frozen=True, slots=True)
class Moving:
    """How much of one kind moves."""

    count: int
    one: str
    many: str | None


def moving(session: Session, person_id: int) -> list[Moving]:
    """What a person has that would move to another."""
    found = []
    for column in _keys():
        if column.table.name in WORDS:
            counting = sa.select(sa.func.count()).where(column == person_id)
            count = session.execute(counting.select_from(column.table)).scalar_one()
            words = WORDS[column.table.name]
            found.append(Moving(count, words.words, words.plural))
    return [each for each in found if each.count]


def merge(session: Session, by: By, *, person_id: int, into: int) -> None:
    """Let the first person be the second from now on.

    Where only one of a kind can be, as accounts, that of the second stays. The first keeps
    its row, so that old addresses lead on and what is written down of it can be read.
    Raises NotFound, or Refused where one was merged before or both are the same.
    """
    gone, stays = _person(session, person_id), _person(session, into)
    if person_id == into:
        raise Refused("Välj en annan person att slå ihop med.")
    address, gone.email = gone.email, None
    session.add(gone)
    try:
        session.flush()
        _alias_old_name(session, gone, into)
        for column in _keys():
            _move(session, column, person_id, into)
        gone.merged_into = into
        stays.email = stays.email or address
        session.add_all([gone, stays])
        session.flush()
    except IntegrityError as hindrance:
        session.rollback()
        raise Refused(
            N_(
                "%(gone)s och %(stays)s har uppgifter som inte går ihop. "
                "Rätta dem först, och försök sedan igen.",
                gone=gone.name,
                stays=stays.name,
            )
        ) from hindrance
    audit.append(
        session,
        at=by.at,
        actor=by.actor,
        act="person.merged",
        subject=f"person:{into}",
        details={"person": person_id, "namn": gone.name, "adress": address},
    )
    session.commit()


def _person(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("Personen finns inte.")
    if person.merged_into is not None:
        raise Refused(N_("%(name)s är redan ihopslagen med en annan person.", name=person.name))
    return person


def _keys() -> Iterator[sa.Column[Any]]:
    """Every column that points at a person and may move, of every stage there is."""
    for table in SQLModel.metadata.sorted_tables:
        for column in table.columns:
            if (table.name, column.name) in SEALED:
                continue
            if any(key.column.table.name == "person" for key in column.foreign_keys):
                yield column


def _move(session: Session, column: sa.Column[Any], person_id: int, into: int) -> None:
    table: Any = column.table
    for others in _unique_with(table, column):
        other = table.alias()
        taken = sa.select(sa.literal(1)).where(
            other.c[column.name] == into, *(other.c[each] == table.c[each] for each in others)
        )
        session.execute(sa.delete(table).where(column == person_id, taken.exists()))
    session.execute(sa.update(table).where(column == person_id).values({column.name: into}))


def _unique_with(table: sa.Table, column: sa.Column[Any]) -> Iterator[list[str]]:
    """For each rule that a person may have only one: the other columns of the rule."""
    rules: list[Any] = [table.primary_key]
    rules += [each for each in table.constraints if isinstance(each, sa.UniqueConstraint)]
    rules += [index for index in table.indexes if index.unique]
    for rule in rules:
        names = [each.name for each in rule.columns]
        if column.name in names:
            yield [name for name in names if name != column.name]


def _alias_old_name(session: Session, gone: Person, into: int) -> None:
    """Let minutes that write the old name mean the one that stays, wherever it sat."""
    bodies = session.exec(
        select(Mandate.body_id).where(col(Mandate.person_id) == gone.id).distinct()
    ).all()
    taken = session.exec(select(Alias.body_id).where(col(Alias.text) == gone.name)).all()
    session.add_all(
        Alias(body_id=body_id, person_id=into, text=gone.name)
        for body_id in bodies
        if body_id not in taken
    )
    session.flush()
