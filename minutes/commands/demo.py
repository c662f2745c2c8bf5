"""The command that fills an empty installation with invented bodies, people and minutes."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import click
import sqlalchemy as sa
from sqlmodel import Session, select

from minutes import clock, installed_folder
from minutes.commands.database import opened
from minutes.commands.demo_published import publish_samples
from minutes.commands.importing import Fate, Result, import_one
from minutes.errors import MinutesError
from minutes.follow_up import new_minutes  # noqa: F401  listens to what is registered
from minutes.formatting import counted
from minutes.people import accounts, queries, service
from minutes.people.passwords import Passwords, passwords_of_cost
from minutes.people.tables import Body, Person, Regime, Role
from minutes.reading.bounds import Limits
from minutes.reading.documents import ACCEPTED_SUFFIXES
from minutes.review.service import register_draft
from minutes.review.tables import Draft, DraftState
from minutes.sealing.demo import make_demo_seal
from minutes.settings import DEMO_SEAL, Settings

DEMO_PASSWORD = "visa mig protokollen"  # noqa: S105  said openly: for trying only
LEFT_AS_DRAFTS = 2
PUBLISHED = "hembygdsforeningen"
NOT_SAMPLES = {"README.md"}
DAY_IN_NAME = re.compile(r"(?P<series>.+)-(?P<day>\d{4}-\d{2}-\d{2})")


def demo() -> None:
    """Add what is missing of the demonstration, and tell how to sign in."""
    folder = installed_folder("sample_minutes")
    world: dict[str, Any] = json.loads((folder / "people.json").read_text(encoding="utf-8"))
    with opened() as (settings, engine), Session(engine) as session:
        _add_seal(settings)
        by = service.By("kommandoraden", clock.now())
        bodies = _add_bodies(session, by, world["bodies"])
        people = _add_people(session, by, world["people"], bodies)
        accounts = _add_accounts(
            session, by, passwords_of_cost(settings.password_memory), world["accounts"], people
        )
        limits = Limits(file_bytes=settings.upload_limit, pages=settings.page_limit)
        of_series = {series: bodies[slug] for series, slug in world["documents"].items()}
        results = _import_samples(session, _samples(folder), of_series, limits)
        publish_samples(session, bodies[PUBLISHED], settings.mail_from)
        drafts = session.exec(
            select(sa.func.count()).select_from(Draft).where(Draft.state == DraftState.OPEN)
        ).one()
    read = sum(1 for result in results if result.fate is not Fate.REFUSED)
    click.echo(
        f"Demonstrationen är inlagd: {counted(len(bodies), 'organ', 'organ')}, "
        f"{counted(len(people), 'person', 'personer')}, {counted(accounts, 'konto', 'konton')} och "
        f"{counted(read, 'dokument', 'dokument')}, varav "
        f"{counted(drafts, 'utkast', 'utkast')} att granska. Det som är publicerat finns på "
        "/protokoll."
    )
    for line in how_to_sign_in(world):
        click.echo(line)


def _add_seal(settings: Settings) -> None:
    """A certificate that says of itself that it proves nothing, where none is set."""
    if settings.seal.file is None and settings.seal.module is None:
        make_demo_seal(settings.data / DEMO_SEAL, clock.now())


def how_to_sign_in(world: dict[str, Any]) -> list[str]:
    """The demonstration's accounts and their one password, a line each."""
    people = {person["email"]: person for person in world["people"]}
    lines = [f"Logga in med lösenordet ”{DEMO_PASSWORD}” som"]
    for account in world["accounts"]:
        roles = [mandate["role"] for mandate in people[account["email"]]["mandates"]]
        lines.append(f"  {account['email']:<34}{_what(account['administrator'], roles)}")
    return lines


def _what(administrator: bool, roles: list[str]) -> str:
    if administrator:
        return "administratör"
    from minutes.people.words import ROLE_WORDS

    ranked = sorted({Role(role) for role in roles}, key=list(Role).index)
    return ", ".join(ROLE_WORDS[role] for role in ranked)


def _add_bodies(session: Session, by: service.By, wanted: list[dict[str, str]]) -> dict[str, Body]:
    bodies = {body.slug: body for body in queries.bodies(session)}
    for one in wanted:
        if one["slug"] not in bodies:
            regime = Regime.NONE if one["regime"] == "none" else Regime(one["regime"])
            bodies[one["slug"]] = service.create_body(
                session,
                by,
                name=one["name"],
                organisation=one["organisation"],
                regime=regime,
                slug=one["slug"],
            )
    return {one["slug"]: bodies[one["slug"]] for one in wanted}


def _add_people(
    session: Session, by: service.By, wanted: list[dict[str, Any]], bodies: dict[str, Body]
) -> dict[str, Person]:
    known = {person.email: person for person in session.exec(select(Person)).all()}
    people: dict[str, Person] = {}
    for one in wanted:
        person = known.get(one["email"])
        if person is None:
            person = service.create_person(session, by, name=one["name"], email=one["email"])
            _add_mandates(session, by, person, one, bodies)
        people[one["email"]] = person
    return people


def _add_mandates(
    session: Session,
    by: service.By,
    person: Person,
    wanted: dict[str, Any],
    bodies: dict[str, Body],
) -> None:
    assert person.id is not None
    for mandate in wanted["mandates"]:
        body_id = bodies[mandate["body"]].id
        assert body_id is not None
        service.give_mandate(
            session,
            by,
            person_id=person.id,
            body_id=body_id,
            role=Role(mandate["role"]),
            first_day=date.fromisoformat(mandate["from"]),
        )
        for alias in wanted["aliases"]:
            try:
                service.add_alias(session, by, person_id=person.id, body_id=body_id, text=alias)
            except MinutesError:
                session.rollback()  # Two of the body are called so; then it names nobody.


def _add_accounts(
    session: Session,
    by: service.By,
    passwords: Passwords,
    wanted: list[dict[str, Any]],
    people: dict[str, Person],
) -> int:
    for one in wanted:
        person_id = people[one["email"]].id
        assert person_id is not None
        if queries.account_of(session, person_id) is None:
            accounts.create_account(
                session,
                by,
                passwords,
                person_id=person_id,
                password=DEMO_PASSWORD,
                is_administrator=one["administrator"],
            )
    session.commit()
    return len(wanted)


def _samples(folder: Path) -> list[Path]:
    """The sample files, the oldest meeting first; what bears no day stands before them."""
    files = [
        file
        for file in folder.iterdir()
        if file.suffix in ACCEPTED_SUFFIXES and file.name not in NOT_SAMPLES
    ]
    return sorted(files, key=lambda file: (_series_and_day(file)[1], file.name))


def _series_and_day(file: Path) -> tuple[str, str]:
    """("radet", "2026-10-07") of radet-2026-10-07.docx; no day where it bears none."""
    found = DAY_IN_NAME.fullmatch(file.stem)
    return (found["series"], found["day"]) if found else (file.stem, "")


def _import_samples(
    session: Session, files: list[Path], bodies: dict[str, Body], limits: Limits
) -> list[Result]:
    """Import the files, and register all but the newest; `bodies` are by series of file."""
    results = []
    for number, path in enumerate(files):
        body = bodies.get(_series_and_day(path)[0])
        result = import_one(session, path, body, limits)
        results.append(result)
        if result.fate is Fate.READ and number < len(files) - LEFT_AS_DRAFTS:
            _register(session, result)
    return results


def _register(session: Session, result: Result) -> None:
    for draft_id in result.draft_ids:
        try:
            register_draft(session, draft_id, by=None, at=clock.now())
        except MinutesError:
            session.rollback()  # It does not say its day: the secretary has to.
