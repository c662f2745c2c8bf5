"""Keys with which programs act for a person: made, ended, and what each lets its holder do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlmodel import Session, col, select

from minutes.errors import NotFound, Refused
from minutes.people import queries
from minutes.people.permissions import NOBODY, Access, Permission
from minutes.people.service import By, note
from minutes.people.tables import Account, ApiToken
from minutes.people.tokens import hash_of, new_token
from minutes.texts import N_

PREFIX = "minutes_"  # so that a key that has been laid out somewhere is known for what it is
LONGEST_NAME = 80
LONGEST_LIFE = 366  # days
MOST = 20  # keys of one person


class Scope(StrEnum):
    """What a key is for."""

    READ = "read"
    FOLLOW_UP = "follow_up"
    IMPORT = "import"


SCOPE_WORDS = {
    Scope.READ: N_("Läsa möten, beslut och åtgärder"),
    Scope.FOLLOW_UP: N_("Ändra hur åtgärder står"),
    Scope.IMPORT: N_("Läsa in protokoll som utkast"),
}
ALLOWS = {
    Scope.READ: frozenset({Permission.READ}),
    Scope.FOLLOW_UP: frozenset({Permission.READ, Permission.FOLLOW_UP}),
    Scope.IMPORT: frozenset({Permission.REVIEW}),
}


@dataclass(frozen=True, slots=True)
class Key:
    """A key as its owner sees it in a list."""

    id: int
    name: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    last_day: date


def access_with(session: Session, token: str, today: date) -> tuple[Access, tuple[Scope, ...]]:
    """What the holder of the key may do: what its person may today, within the key's scopes."""
    access, written = queries.access_by_key(session, hash_of(token), today)
    if access is NOBODY:
        return NOBODY, ()
    scopes = _scopes(written)
    return replace(
        access, only=frozenset[Permission]().union(*(ALLOWS[each] for each in scopes))
    ), scopes


def keys_of(session: Session, person_id: int) -> list[Key]:
    """The keys of the person, the newest first; those that have ended are among them."""
    return [
        Key(row.id or 0, row.name, _scopes(row.scopes), row.created_at, row.last_day)
        for row in _rows(session, person_id)
    ]


def add(
    session: Session,
    by: By,
    *,
    person_id: int,
    name: str,
    scopes: Iterable[Scope],
    last_day: date,
) -> str:
    """Make a key, and answer it: it can never be read again. Raises Refused."""
    account = session.exec(select(Account).where(Account.person_id == person_id)).first()
    if account is None or account.id is None or not account.is_active:
        raise Refused("Personen har inget konto, och därför kan ingen nyckel göras.")
    name, wanted = " ".join(name.split()), sorted(set(scopes), key=list(Scope).index)
    if not name:
        raise Refused("Skriv vad nyckeln ska användas till.")
    if len(name) > LONGEST_NAME:
        raise Refused(
            N_("Namnet är för långt. Det får ha högst %(most)s tecken.", most=LONGEST_NAME)
        )
    if not wanted:
        raise Refused("Välj minst en sak som nyckeln ska få göra.")
    if not by.at.date() <= last_day <= by.at.date() + timedelta(days=LONGEST_LIFE):
        raise Refused("Nyckeln ska sluta gälla inom ett år. Välj en dag som kommer.")
    if len(_rows(session, person_id)) >= MOST:
        raise Refused(N_("Du har redan %(most)s nycklar. Ta bort någon först.", most=MOST))
    token = PREFIX + new_token()
    row = ApiToken(
        account_id=account.id,
        name=name,
        token_hash=hash_of(token),
        scopes=" ".join(wanted),
        created_at=by.at,
        last_day=last_day,
    )
    session.add(row)
    details = {"namn": name, "får": row.scopes, "till": last_day.isoformat()}
    note(session, by, "api_token.added", f"person:{person_id}", **details)
    session.commit()
    return token


def remove(session: Session, by: By, *, person_id: int, key_id: int) -> None:
    """End one of the person's keys at once. Raises NotFound for somebody else's."""
    row = next((each for each in _rows(session, person_id) if each.id == key_id), None)
    if row is None:
        raise NotFound("Nyckeln finns inte.")
    session.delete(row)
    note(session, by, "api_token.removed", f"person:{person_id}", namn=row.name)
    session.commit()


def _rows(session: Session, person_id: int) -> Sequence[ApiToken]:
    return session.exec(
        select(ApiToken)
        .join(Account, col(Account.id) == ApiToken.account_id)
        .where(col(Account.person_id) == person_id)
        .order_by(col(ApiToken.id).desc())
    ).all()


def _scopes(written: str) -> tuple[Scope, ...]:
    return tuple(Scope(each) for each in written.split())
