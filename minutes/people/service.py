"""What can be done with bodies, persons, mandates and accounts. Each act is written down."""

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.people.guessing import Guess, guessed
from minutes.people.slugs import slug_of_body
from minutes.people.tables import (
    Account,
    Alias,
    Body,
    BodyKind,
    FormerName,
    Mandate,
    MeetingWord,
    Numbering,
    Person,
    Regime,
    Role,
)
from minutes.people.words import ROLE_WORDS
from minutes.texts import N_


@dataclass(frozen=True, slots=True)
class Settings:
    """What a secretary may say of a body."""

    name: str
    organisation: str
    regime: Regime
    kind: BodyKind
    numbering: Numbering
    meeting_word: MeetingWord


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
    regime: Regime | None = None,
    slug: str = "",
) -> Body:
    """A new body; without its regime, all that it is is guessed from its name.

    Raises Refused where there is one of that name in the organisation.
    """
    guess = guessed(name, organisation) if regime is None else Guess(regime=regime)
    taken = set(session.exec(select(Body.slug)).all())
    body = Body(
        name=name.strip(),
        organisation=organisation.strip(),
        slug=slug or slug_of_body(name, organisation, taken),
        **asdict(guess),
    )
    session.add(body)
    flush_or_refuse(session, N_("Det finns redan ett organ som heter %(name)s.", name=body.name))
    note(session, by, "body.created", f"body:{body.id}", namn=body.name)
    session.commit()
    return body


def change_body(session: Session, by: By, body_id: int, settings: Settings) -> Body:
    """Change what the body is; its address stays. Raises Refused where the name is taken."""
    body = session.get_one(Body, body_id)
    before = {field.name: getattr(body, field.name) for field in fields(Settings)}
    for field in fields(Settings):
        setattr(body, field.name, getattr(settings, field.name))
    session.add(body)
    flush_or_refuse(
        session, N_("Det finns redan ett organ som heter %(name)s.", name=settings.name)
    )
    now = {name: getattr(body, name) for name in before}
    changed = {name: str(now[name]) for name, was in before.items() if now[name] != was}
    if "name" in changed:
        former = FormerName(body_id=body_id, name=str(before["name"]), changed_at=by.at)
        session.add(former)
    if changed:
        note(session, by, "body.changed", f"body:{body.id}", **changed)
    session.commit()
    return body


def create_person(session: Session, by: By, *, name: str, email: str | None = None) -> Person:
    """A new person. Raises Refused where somebody has that mail address."""
    person = add_person(session, by, name=name, email=email)
    session.commit()
    return person


def add_person(session: Session, by: By, *, name: str, email: str | None = None) -> Person:
    """As create_person(), but the caller commits."""
    person = Person(name=" ".join(name.split()), email=_address(email))
    session.add(person)
    flush_or_refuse(
        session, N_("Det finns redan en person med adressen %(email)s.", email=person.email)
    )
    note(session, by, "person.created", f"person:{person.id}", namn=person.name)
    return person


def change_person(
    session: Session, by: By, person_id: int, *, name: str, email: str | None
) -> Person:
    """A new name or mail address. Raises Refused where somebody else has the address, or where
    who has an account would be left without one.
    """
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("Personen finns inte.")
    account = session.exec(select(Account).where(Account.person_id == person_id)).first()
    address = _address(email)
    if address is None and account is not None and account.is_active:
        raise Refused("Personen loggar in med e-postadressen. Stäng kontot innan du tar bort den.")
    person.name, person.email = " ".join(name.split()), address
    session.add(person)
    flush_or_refuse(session, N_("Någon annan har redan den e-postadressen."))
    note(session, by, "person.changed", f"person:{person.id}", namn=person.name)
    session.commit()
    return person


def add_alias(session: Session, by: By, *, person_id: int, body_id: int, text: str) -> None:
    """Let the minutes of the body write the person so. Raises Refused where it is taken."""
    written = " ".join(text.split())
    session.add(Alias(person_id=person_id, body_id=body_id, text=written))
    flush_or_refuse(
        session, N_("”%(written)s” betyder redan en person i det organet.", written=written)
    )
    note(session, by, "alias.added", f"person:{person_id}", skrivs=written, organ=body_id)
    session.commit()


def remove_alias(session: Session, by: By, alias_id: int) -> None:
    """Forget a way of writing a person. Raises NotFound."""
    alias = session.get(Alias, alias_id)
    if alias is None:
        raise NotFound("Skrivsättet finns inte.")
    note(session, by, "alias.removed", f"person:{alias.person_id}", skrivs=alias.text)
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
    mandate = add_mandate(
        session,
        by,
        person_id=person_id,
        body_id=body_id,
        role=role,
        first_day=first_day,
        last_day=last_day,
    )
    session.commit()
    return mandate


def add_mandate(
    session: Session,
    by: By,
    *,
    person_id: int,
    body_id: int,
    role: Role,
    first_day: date,
    last_day: date | None = None,
) -> Mandate:
    """As give_mandate(), but the caller commits."""
    if last_day is not None and last_day < first_day:
        raise Refused("Uppdragets sista dag kan inte vara före den första.")
    mandate = Mandate(
        person_id=person_id, body_id=body_id, role=role, first_day=first_day, last_day=last_day
    )
    session.add(mandate)
    session.flush()
    note(session, by, "mandate.given", f"person:{person_id}", organ=body_id, roll=ROLE_WORDS[role])
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
    note(
        session,
        by,
        "mandate.ended",
        f"person:{mandate.person_id}",
        organ=mandate.body_id,
        sista_dag=last_day.isoformat(),
    )
    session.commit()


def _address(email: str | None) -> str | None:
    return (email or "").strip().lower() or None


def flush_or_refuse(session: Session, message: str) -> None:
    """Send what waits to the database. Raises Refused where a rule of the tables forbids it."""
    try:
        session.flush()
    except IntegrityError as taken:
        session.rollback()
        raise Refused(message) from taken


def note(session: Session, by: By, act: str, subject: str, **details: audit.Detail) -> None:
    """Write the act down; the caller commits."""
    audit.append(session, at=by.at, actor=by.actor, act=act, subject=subject, details=details)
