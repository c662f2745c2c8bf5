"""Reads about people: who somebody is, and where they sit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from minutes.errors import NotFound
from minutes.people.permissions import NOBODY, Access, access_of
from minutes.people.tables import Account, Alias, ApiToken, Body, Mandate, Person, Role, SignIn


@dataclass(frozen=True, slots=True)
class Seat:
    """A mandate with the names that a page shows."""

    mandate_id: int
    person_id: int
    person: str
    email: str | None
    body_id: int
    body: str
    slug: str
    role: Role
    first_day: date
    last_day: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the mandate is held on the day."""
        return self.first_day <= day and (self.last_day is None or self.last_day >= day)


def access_by_token(session: Session, token_hash: str, at: datetime, today: date) -> Access:
    """The access of the browser with this token; NOBODY where it is unknown or too old."""
    signed_in = sa.select(SignIn).where(
        col(SignIn.token_hash) == token_hash, col(SignIn.expires_at) > at
    )
    return _access(session, signed_in.subquery(), today, "account_id")[0]


def access_by_key(session: Session, token_hash: str, today: date) -> tuple[Access, str]:
    """(access, scopes) of the program with this key; NOBODY where it is unknown or has ended."""
    keys = sa.select(ApiToken).where(
        col(ApiToken.token_hash) == token_hash, col(ApiToken.last_day) >= today
    )
    return _access(session, keys.subquery(), today, "scopes")


def _access(session: Session, holder: sa.Subquery, today: date, more: str) -> tuple[Access, Any]:
    """The access of the account that the row of `holder` names, and that column of the row."""
    rows = session.execute(
        sa.select(
            col(Person.id),
            col(Person.name),
            col(Account.is_administrator),
            col(Account.language),
            holder.c[more],
            col(Mandate.body_id),
            col(Mandate.role),
        )
        .select_from(holder)
        .join(Account, col(Account.id) == holder.c.account_id)
        .join(Person, col(Person.id) == Account.person_id)
        .outerjoin(Mandate, sa.and_(col(Mandate.person_id) == Person.id, holds_on(today)))
        .where(col(Account.is_active).is_(True))
    ).all()
    if not rows:
        return NOBODY, ""
    person_id, name, is_administrator, language, held, _, _ = rows[0]
    roles = [(body_id, role) for *_, body_id, role in rows if body_id is not None]
    return access_of(person_id, name, is_administrator, roles, language), held


def holds_on(day: date) -> sa.ColumnElement[bool]:
    """The condition that a mandate is held on the day."""
    return sa.and_(
        col(Mandate.first_day) <= day,
        sa.or_(col(Mandate.last_day).is_(None), col(Mandate.last_day) >= day),
    )


def called() -> sa.ColumnElement[str]:
    """What a list calls a body: with its organisation where another has the same name."""
    other = aliased(Body)
    namesake = (
        sa.select(col(other.id))
        .where(col(other.name) == Body.name, col(other.id) != Body.id)
        .correlate(Body)
        .exists()
    )
    return sa.case(
        (sa.and_(namesake, col(Body.organisation) != ""), Body.name + ", " + Body.organisation),
        else_=col(Body.name),
    )


def called_in_full() -> sa.ColumnElement[str]:
    """The body with its organisation, as Body.full_name has it: for letters."""
    named = sa.or_(col(Body.organisation) == "", col(Body.name).contains(col(Body.organisation)))
    begins = sa.func.substr(Body.organisation, 1, sa.func.length(Body.name) + 1) == Body.name + " "
    both = Body.name + ", " + Body.organisation
    return sa.case((begins, col(Body.organisation)), (named, col(Body.name)), else_=both)


def person_by_email(session: Session, email: str) -> Person | None:
    """The person with the mail address, however its letters are cased."""
    return session.exec(select(Person).where(Person.email == email.strip().lower())).first()


def account_by_email(session: Session, email: str) -> Account | None:
    """The account that signs in with the mail address."""
    return session.exec(
        select(Account).join(Person).where(Person.email == email.strip().lower())
    ).first()


def bodies(session: Session, only: frozenset[int] | None = None) -> Sequence[Body]:
    """The bodies by name; those in `only`, or all of them where it is None."""
    query = select(Body).order_by(col(Body.name), col(Body.organisation))
    if only is not None:
        query = query.where(col(Body.id).in_(only))
    return session.exec(query).all()


def body(session: Session, body_id: int) -> Body:
    """The body with the id. Raises NotFound."""
    found = session.get(Body, body_id)
    if found is None:
        raise NotFound("Organet finns inte.")
    return found


def body_by_slug(session: Session, slug: str) -> Body:
    """The body at the address. Raises NotFound."""
    body = session.exec(select(Body).where(Body.slug == slug)).first()
    if body is None:
        raise NotFound("Organet finns inte.")
    return body


def bodies_by_name(session: Session, name: str) -> Sequence[Body]:
    """The bodies with the name or the slug; the exact ones, where there are any."""
    wanted = name.strip()
    found = session.exec(
        select(Body).where(
            sa.or_(
                # SQLite makes no small å of Å: as written the name is always found.
                col(Body.name) == wanted,
                sa.func.lower(Body.name) == wanted.lower(),
                col(Body.slug) == wanted,
            )
        )
    ).all()
    return [body for body in found if body.name == wanted or body.slug == wanted] or found


def seats(
    session: Session,
    *,
    body_id: int | None = None,
    body_ids: Collection[int] | None = None,
    person_id: int | None = None,
    on: date | None = None,
) -> list[Seat]:
    """Mandates with their names, by body, role and person; of bodies, a person or a day."""
    query = (
        sa.select(
            col(Mandate.id),
            col(Person.id),
            col(Person.name),
            col(Person.email),
            col(Body.id),
            called(),
            col(Body.slug),
            col(Mandate.role),
            col(Mandate.first_day),
            col(Mandate.last_day),
        )
        .join(Person, col(Person.id) == Mandate.person_id)
        .join(Body, col(Body.id) == Mandate.body_id)
    )
    if body_id is not None:
        query = query.where(col(Mandate.body_id) == body_id)
    if body_ids is not None:
        query = query.where(col(Mandate.body_id).in_(body_ids))
    if person_id is not None:
        query = query.where(col(Mandate.person_id) == person_id)
    if on is not None:
        query = query.where(holds_on(on))
    ranks = list(Role)
    found = [Seat(*row) for row in session.execute(query).all()]
    return sorted(found, key=lambda seat: (seat.body, ranks.index(seat.role), seat.person))


def aliases(
    session: Session, *, body_id: int | None = None, person_id: int | None = None
) -> Sequence[Alias]:
    """How the minutes write the persons of a body, or one person."""
    query = select(Alias).order_by(col(Alias.text))
    if body_id is not None:
        query = query.where(Alias.body_id == body_id)
    if person_id is not None:
        query = query.where(Alias.person_id == person_id)
    return session.exec(query).all()


def members_of_each(session: Session, on: date) -> dict[int, int]:
    """How many persons sit in each body on the day; those who only read are not counted."""
    rows = session.execute(
        sa.select(col(Mandate.body_id), sa.func.count(col(Mandate.person_id).distinct()))
        .where(holds_on(on), col(Mandate.role) != Role.READER)
        .group_by(col(Mandate.body_id))
    )
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class Listed:
    """A person with the roles held today, as (body, role)."""

    id: int
    name: str
    email: str | None
    has_account: bool
    roles: list[tuple[str, Role]]


def persons(session: Session, wanted: str, on: date) -> list[Listed]:
    """Persons by name; those whose name or address contains the wanted text."""
    query = (
        sa.select(
            col(Person.id),
            col(Person.name),
            col(Person.email),
            col(Account.is_active),
            called(),
            col(Mandate.role),
        )
        .outerjoin(Account, col(Account.person_id) == Person.id)
        .outerjoin(Mandate, sa.and_(col(Mandate.person_id) == Person.id, holds_on(on)))
        .outerjoin(Body, col(Body.id) == Mandate.body_id)
        .where(col(Person.merged_into).is_(None))
        .order_by(col(Person.name), col(Person.id), col(Body.name))
    )
    if wanted.strip():
        text = wanted.strip()
        query = query.where(
            sa.or_(
                col(Person.name).icontains(text, autoescape=True),
                col(Person.email).icontains(text, autoescape=True),
            )
        )
    found: dict[int, Listed] = {}
    for person_id, name, email, is_active, body, role in session.execute(query):
        listed = found.setdefault(person_id, Listed(person_id, name, email, bool(is_active), []))
        if body is not None:
            listed.roles.append((body, role))
    return list(found.values())


def names(session: Session) -> list[tuple[int, str, str | None]]:
    """(id, name, mail address) of everybody, by name."""
    rows = session.execute(
        sa.select(col(Person.id), col(Person.name), col(Person.email))
        .where(col(Person.merged_into).is_(None))
        .order_by(col(Person.name), col(Person.id))
    )
    return [tuple(row) for row in rows]


def person(session: Session, person_id: int) -> Person:
    """The person. Raises NotFound."""
    found = session.get(Person, person_id)
    if found is None:
        raise NotFound("Personen finns inte.")
    return found


def require_id(session: Session, person_id: int) -> int:
    """The id again, of a person there is. Raises NotFound."""
    person(session, person_id)
    return person_id


def account_of(session: Session, person_id: int) -> Account | None:
    """The person's account, where there is one."""
    return session.exec(select(Account).where(Account.person_id == person_id)).first()


def names_of_actors(session: Session, actors: set[str]) -> dict[str, str]:
    """Names for actors such as "person:7"."""
    ids = [
        int(actor[7:]) for actor in actors if actor.startswith("person:") and actor[7:].isdigit()
    ]
    rows = session.exec(select(Person).where(col(Person.id).in_(ids))).all()
    return {f"person:{row.id}": row.name for row in rows}
