"""The command that adds somebody who can sign in."""

import secrets
import sys
from datetime import timedelta

import click
from sqlmodel import Session

from minutes import clock
from minutes.commands.database import opened
from minutes.errors import NotFound, Refused
from minutes.people import accounts, api_tokens, queries, service
from minutes.people.passwords import passwords_of_cost, require_good_password
from minutes.people.tables import Body, Role

WORD_LENGTH = 5
WORDS = 4


def add(
    email: str,
    name: str,
    *,
    administrator: bool,
    body_name: str | None,
    role: str,
    generate: bool,
) -> None:
    """Add a person where there is none with the address, an account, and a role in a body.

    Raises NotFound for a body there is not, and Refused where the account stands already.
    """
    with opened() as (settings, engine), Session(engine) as session:
        body = find_body(session, body_name) if body_name else None
        if queries.account_by_email(session, email):
            raise Refused(f"{email} har redan ett konto.")
        session.commit()  # nobody waits for a lock while a password is thought of
        made_up = generate or not sys.stdin.isatty()
        password = generated_password() if made_up else _asked_for()
        require_good_password(password, email)
        by = service.By("kommandoraden", clock.now())
        person = queries.person_by_email(session, email) or service.create_person(
            session, by, name=name, email=email
        )
        assert person.id is not None
        accounts.create_account(
            session,
            by,
            passwords_of_cost(settings.password_memory),
            person_id=person.id,
            password=password,
            is_administrator=administrator,
        )
        if body is not None and body.id is not None:
            service.give_mandate(
                session,
                by,
                person_id=person.id,
                body_id=body.id,
                role=Role(role),
                first_day=clock.today(),
            )
    click.echo(f"{name} kan logga in med {email.strip().lower()}.")
    if made_up:
        click.echo(f"Lösenord (visas bara nu): {password}")


def add_api_token(email: str, name: str, scopes: tuple[str, ...], days: int) -> None:
    """Make a key for programs of the person with the address, and print it.

    Raises NotFound for an address that is nobody's, and Refused (api_tokens.add).
    """
    with opened() as (_, engine), Session(engine) as session:
        person = queries.person_by_email(session, email)
        if person is None or person.id is None:
            raise NotFound(f"Ingen har adressen {email}.")
        token = api_tokens.add(
            session,
            service.By("kommandoraden", clock.now()),
            person_id=person.id,
            name=name,
            scopes=[api_tokens.Scope(each) for each in scopes],
            last_day=clock.today() + timedelta(days=days),
        )
    click.echo(f"Nyckel (visas bara nu): {token}")


_MOST_NAMED = 12


def find_body(session: Session, name: str) -> Body:
    """The body with the name or slug. Raises NotFound, which says what to write instead."""
    found = queries.bodies_by_name(session, name)
    if not found:
        raise NotFound(f"Det finns inget organ som heter ”{name}”. {_those_there_are(session)}")
    if len(found) > 1:
        slugs = ", ".join(sorted(body.slug for body in found))
        raise NotFound(f"Flera organ heter ”{name}”. Ange i stället något av: {slugs}.")
    return found[0]


def _those_there_are(session: Session) -> str:
    names = sorted({body.name for body in queries.bodies(session)})
    if not names:
        return "Lägg upp organet i webben först."
    more = " …" if len(names) > _MOST_NAMED else ""
    return f"Ange ett av: {', '.join(names[:_MOST_NAMED])}{more}"


def generated_password() -> str:
    """Four groups of letters that are hard to take for each other."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join(
        "".join(secrets.choice(letters) for _ in range(WORD_LENGTH)) for _ in range(WORDS)
    )


def _asked_for() -> str:
    return str(click.prompt("Lösenord", hide_input=True, confirmation_prompt="En gång till"))
