"""What many tests need: a migrated database of their own, the application, somebody signed in.

`pytest --database=postgresql` runs the same tests on PostgreSQL.
"""

import gc
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest
from flask import Flask
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes.app import create_app
from minutes.database import make_engine
from minutes.people.access import COOKIE
from minutes.people.tables import Body, Person, Role
from minutes.settings import Settings
from tests import compiled, databases
from tests.builders import PASSWORD_MEMORY, Builder
from tests.pages import Pages

_numbers = count(1)
SLOWEST_FIRST = ("browser", "slow")
# How fast a case is depends on what else the machine does. The same cases each time, so that a red
# run is somebody's change.
hypothesis.settings.register_profile("minutes", deadline=None, derandomize=True)
hypothesis.settings.load_profile("minutes")
compiled.share_addresses()
# The applications of all tests are one large heap, and to look through it took a fifth of the time.
gc.set_threshold(20_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.addoption("--pictures", action="store_true", help="keep the pictures of help")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # What takes long first, so that no process is left alone with it at the end.
    items.sort(key=lambda item: [item.get_closest_marker(name) is None for name in SLOWEST_FIRST])


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return databases.make_sqlite_template(tmp_path_factory.mktemp("sqlite") / "template.db")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    try:
        with databases.postgresql_server() as server:
            yield server
    except databases.NoPostgres as reason:
        pytest.skip(str(reason))


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """A migrated database of the test's own on PostgreSQL."""
    name = f"{databases.PREFIX}_{next(_numbers)}"
    databases.execute_outside(
        postgresql_server, f"CREATE DATABASE {name} TEMPLATE {databases.TEMPLATE}"
    )
    yield databases.address_of(postgresql_server, name)
    databases.execute_outside(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A migrated, empty database of the test's own."""
    if request.config.getoption("--database") == "postgresql":
        return str(request.getfixturevalue("postgresql_url"))
    file = tmp_path / "minutes.db"
    shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
    return f"sqlite:///{file}"


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    return Settings(
        data=tmp_path,
        database_url=database_url,
        secret_key="a key for tests only",
        password_memory=PASSWORD_MEMORY,
    )


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    compiled.share_statements(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session. What it reads holds the writers' lock on SQLite until it commits."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def build(session: Session) -> Builder:
    return Builder(session)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    app.testing = True
    compiled.share_templates(app)
    compiled.share_statements(app.extensions["engine"])
    yield app
    app.extensions["engine"].dispose()


@pytest.fixture
def anonymous(app: Flask) -> Pages:
    """A browser in which nobody is signed in."""
    return Pages(app)


@pytest.fixture
def sign_in(app: Flask, build: Builder) -> Callable[..., Pages]:
    """A browser in which the person is signed in: sign_in(person, is_administrator=False)."""

    def signed_in(person: Person, *, is_administrator: bool = False) -> Pages:
        pages = Pages(app)
        account = build.account(person, is_administrator=is_administrator)
        pages.set_cookie(COOKIE, build.token(account))
        return pages

    return signed_in


@pytest.fixture
def pages_of(build: Builder, sign_in: Callable[..., Pages]) -> Callable[..., Pages]:
    """A browser of somebody new with a role in the body: pages_of(Role.SECRETARY, body)."""

    def signed_in(role: Role, body: Body) -> Pages:
        person = build.person()
        build.mandate(person, body, role)
        return sign_in(person)

    return signed_in


@pytest.fixture
def administrator(build: Builder, sign_in: Callable[..., Pages]) -> Pages:
    """The browser of an administrator."""
    return sign_in(build.person(), is_administrator=True)
