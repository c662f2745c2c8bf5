"""The commands about the database, and the way in which the others open it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from minutes.audit import service as audit
from minutes.commands.failures import Failed
from minutes.database import check as check_tables
from minutes.database import make_engine, require_current, upgrade
from minutes.formatting import counted
from minutes.search import index
from minutes.settings import Settings, from_environment, is_installed


@contextmanager
def opened(*, migrated: bool = True) -> Iterator[tuple[Settings, Engine]]:
    """The settings and the database they name.

    Raises DatabaseNotReady where a migration has not been run, and Failed where the
    database cannot be reached.
    """
    settings = from_environment(os.environ)
    engine = make_engine(settings.database_url)
    index.install()
    try:
        if migrated:
            require_current(engine)
        yield settings, engine
    except OperationalError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise Failed(f"Databasen går inte att använda: {reason}") from error
    finally:
        engine.dispose()


def init() -> None:
    """Run the migrations that have not been run."""
    with opened(migrated=False) as (settings, engine):
        done = upgrade(engine)
        if done:
            rebuild(engine)
        where = engine.url.render_as_string(hide_password=True)
    click.echo(f"Databasen är {'förberedd' if done else 'redan förberedd'}: {where}")
    click.echo(f"Filer och hemlig nyckel finns i {settings.data}")


def rebuild(engine: Engine) -> int:
    """Make the index of the search again; how many rows it has."""
    with Session(engine) as session:
        rows = index.rebuild(session)
        session.commit()
    return rows


def verify_audit() -> None:
    """Read the whole chain of events. Raises Failed where it is broken."""
    with opened() as (_, engine), Session(engine) as session:
        verdict = audit.verify(session)
    if verdict.broken_at is not None:
        raise Failed(
            f"Händelsekedjan är bruten vid händelse {verdict.broken_at}. "
            f"De {verdict.events} händelserna före den är orörda."
        )
    click.echo(f"Händelsekedjan håller: {counted(verdict.events, 'händelse', 'händelser')}.")


def check() -> None:
    """Compare the migrations, and the database where there is one, with the tables declared."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = make_engine(f"sqlite:///{Path(folder) / 'check.db'}")
        upgrade(fresh)
        check_tables(fresh)
        fresh.dispose()
    click.echo("Migreringarna gör de tabeller som programmet beskriver.")
    if is_installed(os.environ):
        with opened() as (_, engine):
            check_tables(engine)
        click.echo("Den installerade databasen har dem.")
