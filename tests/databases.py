"""Databases for tests: a migrated SQLite file to copy, and a PostgreSQL server of our own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from minutes.database import make_engine, upgrade

# Several processes of one run may share a server: each has names of its own.
PREFIX = f"minutes_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
TEMPLATE = f"{PREFIX}_template"


class NoPostgres(Exception):
    """There is no PostgreSQL here to test with; the text says why."""


def make_sqlite_template(file: Path) -> Path:
    """A migrated, empty SQLite database in one file, to be copied for each test."""
    engine = make_engine(f"sqlite:///{file}")
    upgrade(engine)
    engine.dispose()
    return file


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The address of a server with a migrated template: a given one, or one started here.

    Raises NoPostgres where neither is to be had.
    """
    given = os.environ.get("MINUTES_TEST_DATABASE_URL")
    if given:
        _make_postgresql_template(given)
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="minutes-pg-") as folder, _started(Path(folder)) as url:
        _make_postgresql_template(url)
        yield url


@contextmanager
def _started(folder: Path) -> Iterator[str]:
    programs = _programs()
    as_user = _not_as_root(folder)
    data = folder / "data"
    _run([*as_user, programs / "initdb", "-D", data, "-U", "minutes", "-A", "trust", "-N"])
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c synchronous_commit=off"
    control: list[str | Path] = [*as_user, programs / "pg_ctl", "-D", data, "-w"]
    _run([*control, "-o", options, "-l", folder / "log", "start"])
    try:
        yield f"postgresql+psycopg://minutes@/postgres?host={folder}"
    finally:
        _run([*control, "-m", "immediate", "stop"])


def _programs() -> Path:
    found = shutil.which("pg_ctl")
    if found:
        return Path(found).resolve().parent
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "pg_ctl").exists():
            return folder
    raise NoPostgres("initdb and pg_ctl are not installed (apt-get install postgresql)")


def _not_as_root(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: what to put before its commands."""
    if os.geteuid() != 0:
        return []
    runuser = shutil.which("runuser")
    if runuser is None:
        raise NoPostgres("root cannot run PostgreSQL, and runuser is missing")
    user = "postgres"
    shutil.chown(folder, user)
    return [runuser, "-u", user, "--"]


def _run(command: Sequence[str | Path]) -> None:
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, cwd="/")


def _make_postgresql_template(server: str) -> None:
    execute_outside(server, f"DROP DATABASE IF EXISTS {TEMPLATE}", f"CREATE DATABASE {TEMPLATE}")
    engine = make_engine(address_of(server, TEMPLATE))
    upgrade(engine)
    engine.dispose()


def address_of(server: str, database: str) -> str:
    """The address of a database on the server."""
    url = sa.make_url(server).set(database=database)
    return url.render_as_string(hide_password=False)


def execute_outside(server: str, *statements: str) -> None:
    """Run statements that no transaction may hold, such as CREATE DATABASE."""
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))
    engine.dispose()
