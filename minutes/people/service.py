"""What can be done with bodies, persons, mandates and accounts. Each act is written down."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.people.passwords import Passwords, require_good_password
from minutes.people.slugs import slug_of
from minutes.people.tables import Account, Alias, Body, Mandate, Person, Regime, Role, SignIn
from minutes.people.words import ROLE_WORDS


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, and when."""

    actor: str  # "person:7", or "kommandoraden"
    at: datetime


def create_body(
    session: Session,
    by: By,
    *,
    name: str,
    organisation: str = "",
    regime: Regime = Regime.NONE,
    slug: str = "",
) -> Body:
    """A new body. Raises Refused where there is one of that name in the organisation."""
    taken = set(session.exec(select(Body.slug)).all())
    body = Body(
        name=name.strip(),
        organisation=organisation.strip(),
        regime=regime,
        slug=slug or slug_of(name, taken),
    )
    session.add(body)
    _flush_or_refuse(session, f"Det finns redan ett organ som heter {body.name}.")
    _note(session, by, "body.created", f"body:{body.id}", namn=body.name)
    session.commit()
    return body


def create_person(session: Session, by: By, *, name: str, email: str | None = None) -> Person:
    """A new person. Raises Refused where somebody has that mail address."""
    person = Person(name=" ".join(name.split()), email=_address(email))
    session.add(person)
    _flush_or_refuse(session, f"Det finns redan en person med adressen {person.email}.")
    _note(session, by, "person.created", f"person:{person.id}", namn=person.name)
    session.commit()
    return person


def add_alias(session: Session, by: By, *, person_id: int, body_id: int, text: str) -> None:
    """Let the minutes of the body write the person so. Raises Refused where it is taken."""
    written = " ".join(text.split())
    session.add(Alias(person_id=person_id, body_id=body_id, text=written))
    _flush_or_refuse(session, f"”{written}” betyder redan en person i det organet.")
    _note(session, by, "alias.added", f"person:{person_id}", skrivs=written, organ=body_id)
    session.commit()


def remove_alias(session: Session, by: By, alias_id: int) -> None:
    """Forget a way of writing a person. Raises NotFound."""
    alias = session.get(Alias, alias_id)
    if alias is None:
        raise NotFound("Skrivsättet finns inte.")
    _note(session, by, "alias.removed", f"person:{alias.person_id}", skrivs=alias.text)
    session.delete(alias)
    session.commit()


def give_mandate(
    session: Session,
    by: By,
    *,
    person_id: int,
    body_id: int,
    role: Role,
    first_day: date,
    last_day: date | None = None,
) -> Mandate:
    """Give a person a role in a body. Raises Refused where the days stand the wrong way."""
    if last_day is not None and last_day < first_day:
        raise Refused("Uppdragets sista dag kan inte vara före den första.")
    mandate = Mandate(
        person_id=person_id, body_id=body_id, role=role, first_day=first_day, last_day=last_day
    )
    session.add(mandate)
    session.flush()
    _note(session, by, "mandate.given", f"person:{person_id}", organ=body_id, roll=ROLE_WORDS[role])
    session.commit()
    return mandate


def end_mandate(session: Session, by: By, mandate_id: int, last_day: date) -> None:
    """Let a mandate end with the day. Raises NotFound, or Refused before its first day."""
    mandate = session.get(Mandate, mandate_id)
    if mandate is None:
        raise NotFound("Uppdraget finns inte.")
    if last_day < mandate.first_day:
        raise Refused("Uppdraget kan inte sluta innan det har börjat.")
    mandate.last_day = last_day
    session.add(mandate)
    _note(
        session,
        by,
        "mandate.ended",
        f"person:{mandate.person_id}",
        organ=mandate.body_id,
        sista_dag=last_day.isoformat(),
    )
    session.commit()


def create_account(
    session: Session,
    by: By,
    passwords: Passwords,
    *,
    person_id: int,
    password: str,
    is_administrator: bool = False,
) -> Account:
    """Let a person sign in. Raises Refused without a mail address, or for a poor password."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("Personen finns inte.")
    if person.email is None:
        raise Refused(f"{person.name} har ingen e-postadress att logga in med.")
    require_good_password(password, person.email)
    account = Account(
        person_id=person_id,
        password_hash=passwords.hash(password),
        is_administrator=is_administrator,
        created_at=by.at,
    )
    session.add(account)
    _flush_or_refuse(session, f"{person.name} har redan ett konto.")
    _note(
        session,
        by,
        "account.created",
        f"person:{person_id}",
        administratör=is_administrator,
    )
    session.commit()
    return account


def close_account(session: Session, by: By, person_id: int) -> None:
    """Take back the right to sign in, and sign the person out everywhere."""
    account = _account(session, person_id)
    account.is_active = False
    session.add(account)
    session.execute(delete(SignIn).where(col(SignIn.account_id) == account.id))
    _note(session, by, "account.closed", f"person:{person_id}")
    session.commit()


def set_password(
    session: Session, by: By, passwords: Passwords, *, person_id: int, password: str
) -> None:
    """Give an account a new password, open it, and sign the person out everywhere."""
    account = _account(session, person_id)
    person = session.get_one(Person, person_id)
    require_good_password(password, person.email or "")
    account.password_hash = passwords.hash(password)
    account.is_active = True
    session.add(account)
    session.execute(delete(SignIn).where(col(SignIn.account_id) == account.id))
    _note(session, by, "account.password", f"person:{person_id}")
    session.commit()


def change_password(
    session: Session,
    by: By,
    passwords: Passwords,
    *,
    person_id: int,
    old: str,
    new: str,
) -> None:
    """The person's own change of password. Raises Refused where the old one is wrong."""
    account = _account(session, person_id)
    if not passwords.match(account.password_hash, old):
        raise Refused("Det nuvarande lösenordet stämmer inte.")
    set_password(session, by, passwords, person_id=person_id, password=new)


def _account(session: Session, person_id: int) -> Account:
    account = session.exec(select(Account).where(Account.person_id == person_id)).first()
    if account is None:
        raise NotFound("Kontot finns inte.")
    return account


def _address(email: str | None) -> str | None:
    return (email or "").strip().lower() or None


def _flush_or_refuse(session: Session, message: str) -> None:
    try:
        session.flush()
    except IntegrityError as taken:
        session.rollback()
        raise Refused(message) from taken


def _note(session: Session, by: By, act: str, subject: str, **details: audit.Detail) -> None:
    audit.append(session, at=by.at, actor=by.actor, act=act, subject=subject, details=details)
