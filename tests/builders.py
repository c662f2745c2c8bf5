"""Invented bodies, persons, mandates and accounts for tests."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from typing import TypeVar

from sqlmodel import Session

from minutes.people.passwords import passwords_of_cost
from minutes.people.tables import Account, Alias, Body, Mandate, Person, Regime, Role, SignIn
from minutes.people.tokens import hash_of, new_token

PASSWORD = "en lång mening som lösenord"
PASSWORD_MEMORY = 8  # KiB: hashing is fast in tests
LONG_AGO = date(2020, 1, 1)
FAR_AHEAD = datetime(2099, 1, 1, tzinfo=UTC)

Row = TypeVar("Row")
_numbers = count(1)


@dataclass(frozen=True)
class Builder:
    """Puts rows into the database and commits them."""

    session: Session

    def body(self, name: str = "", organisation: str = "", slug: str = "") -> Body:
        """A body."""
        number = next(_numbers)
        body = Body(
            name=name or f"Nämnd {number}",
            organisation=organisation,
            slug=slug or f"organ-{number}",
            regime=Regime.NONE,
        )
        return self._add(body)

    def person(self, name: str = "", email: str | None = "") -> Person:
        """A person; with an invented mail address unless it is None."""
        number = next(_numbers)
        if email == "":
            email = f"person{number}@example.se"
        return self._add(Person(name=name or f"Person {number}son", email=email))

    def alias(self, person: Person, body: Body, text: str) -> Alias:
        """How the body's minutes write the person."""
        assert person.id is not None
        assert body.id is not None
        return self._add(Alias(person_id=person.id, body_id=body.id, text=text))

    def mandate(
        self,
        person: Person,
        body: Body,
        role: Role = Role.MEMBER,
        first_day: date = LONG_AGO,
        last_day: date | None = None,
    ) -> Mandate:
        """A role in a body."""
        assert person.id is not None
        assert body.id is not None
        return self._add(
            Mandate(
                person_id=person.id,
                body_id=body.id,
                role=role,
                first_day=first_day,
                last_day=last_day,
            )
        )

    def account(
        self, person: Person, *, is_administrator: bool = False, is_active: bool = True
    ) -> Account:
        """An account with PASSWORD."""
        assert person.id is not None
        return self._add(
            Account(
                person_id=person.id,
                password_hash=passwords_of_cost(PASSWORD_MEMORY).hash(PASSWORD),
                is_administrator=is_administrator,
                is_active=is_active,
                created_at=datetime.now(UTC),
            )
        )

    def token(self, account: Account, expires_at: datetime = FAR_AHEAD) -> str:
        """The token of a browser that is signed in."""
        assert account.id is not None
        token = new_token()
        self._add(
            SignIn(
                token_hash=hash_of(token),
                account_id=account.id,
                created_at=datetime.now(UTC),
                expires_at=expires_at,
            )
        )
        return token

    def _add(self, row: Row) -> Row:
        self.session.add(row)
        self.session.commit()
        return row
