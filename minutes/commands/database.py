"""The commands about the database, and the way in which the others open it."""

import io
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from minutes.audit import marks
from minutes.audit import service as audit
from minutes.audit.marks import Mark
from minutes.commands.failures import Failed
from minutes.database import check as check_tables
from minutes.database import make_engine, require_current, upgrade
from minutes.formatting import counted
from minutes.justering.bundle import MARK
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


def verify_audit(files: tuple[Path, ...] = ()) -> None:
    """Read the whole chain of events, and compare it with the marks that were kept of it: in the
    data folder, and in the files. Raises Failed where it is broken or cut off.
    """
    with opened() as (settings, engine), Session(engine) as session:
        verdict = audit.verify(session)
        kept = [*marks.kept(settings.data), *(each for file in files for each in _marks_in(file))]
        faults = marks.faults(session, kept)
    for fault in faults:
        click.echo(fault)
    if verdict.broken_at is not None:
        raise Failed(
            f"Händelsekedjan är bruten vid händelse {verdict.broken_at}. "
            f"De {verdict.events} händelserna före den är orörda."
        )
    if faults:
        raise Failed("Händelsekedjan är inte den som märktes.")
    click.echo(
        f"Händelsekedjan håller: {counted(verdict.events, 'händelse', 'händelser')}, "
        f"{counted(len(kept), 'märke', 'märken')}."
    )


def _marks_in(file: Path) -> list[Mark]:
    """The marks in a file of marks, or in the evidence of a justering."""
    data = file.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if MARK not in archive.namelist():
                return []
            data = archive.read(MARK)
    return marks.read(data.decode("utf-8", errors="replace"))


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
