"""The migrations make the tables that the code declares, and can be taken back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel

from minutes import installed_folder
from minutes.database import (
    DatabaseNotReady,
    check,
    is_current,
    make_engine,
    migrations_config,
    require_current,
    upgrade,
)
from tests import databases


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of each kind."""
    if request.param == "sqlite":
        engine = make_engine(f"sqlite:///{tmp_path / 'empty.db'}")
    else:
        server = request.getfixturevalue("postgresql_server")
        databases.execute_outside(server, "DROP DATABASE IF EXISTS empty", "CREATE DATABASE empty")
        engine = make_engine(databases.address_of(server, "empty"))
    yield engine
    engine.dispose()


def tables(engine: Engine) -> set[str]:
    """Those we declare, without what SQLite keeps for full text."""
    names = sa.inspect(engine).get_table_names()
    return {name for name in names if not name.startswith(("alembic_version", "search_fts"))}


def test_the_migrations_make_the_tables_that_the_code_declares(empty: Engine) -> None:
    assert upgrade(empty)
    check(empty)
    assert tables(empty) == set(SQLModel.metadata.tables)


def test_a_second_upgrade_has_nothing_to_do(empty: Engine) -> None:
    upgrade(empty)
    assert not upgrade(empty)


def test_every_step_can_be_undone_and_done_again(empty: Engine) -> None:
    upgrade(empty)
    command.downgrade(migrations_config(empty), "base")
    assert tables(empty) == set()
    assert not is_current(empty)
    upgrade(empty)
    check(empty)


def test_what_was_stored_survives_every_step(empty: Engine) -> None:
    steps = migrations_config(empty)
    command.upgrade(steps, "0001")
    with empty.begin() as connection:
        for row in (
            "person (id, name, email) VALUES (1, 'Siv Alm', 'siv@example.se')",
            "body (id, name, slug, organisation, regime) VALUES (1, 'Rådet', 'rad', '', 'inget')",
            "mandate (id, person_id, body_id, role, first_day)"
            " VALUES (1, 1, 1, 'chair', '2026-01-01')",
            "alias (id, body_id, person_id, text) VALUES (1, 1, 1, 'Siv')",
        ):
            connection.execute(sa.text(f"INSERT INTO {row}"))
    for step in ("head", "0001", "head"):
        (command.upgrade if step == "head" else command.downgrade)(steps, step)
        with empty.connect() as connection:
            for table in ("person", "body", "mandate", "alias"):
                counting = sa.text(f"SELECT count(*) FROM {table}")
                assert connection.execute(counting).scalar_one() == 1, (table, step)
    with empty.connect() as connection:
        if empty.dialect.name == "sqlite":
            assert connection.exec_driver_sql("pragma foreign_keys").scalar_one() == 1


def test_a_table_that_differs_is_found_out(empty: Engine) -> None:
    upgrade(empty)
    with empty.begin() as connection:
        connection.execute(sa.text("ALTER TABLE body ADD COLUMN extra INTEGER"))
    with pytest.raises(DatabaseNotReady, match="extra"):
        check(empty)


def test_an_empty_database_is_not_ready(empty: Engine) -> None:
    with pytest.raises(DatabaseNotReady, match="minutes init"):
        require_current(empty)


def test_there_is_one_line_of_migrations(engine: Engine) -> None:
    assert len(ScriptDirectory.from_config(migrations_config(engine)).get_heads()) == 1


def test_the_migrations_import_nothing_of_the_program() -> None:
    for file in (installed_folder("migrations") / "versions").glob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"(import|from) (minutes|sqlmodel)", text), file.name


def test_every_foreign_key_is_indexed() -> None:
    missing = []
    for table in SQLModel.metadata.tables.values():
        keys = [*table.indexes, *table.constraints]
        first = {
            next(iter(key.columns)).name
            for key in keys
            if list(getattr(key, "columns", ()))
            and not isinstance(key, sa.ForeignKeyConstraint | sa.CheckConstraint)
        }
        missing += [str(k.parent) for k in table.foreign_keys if k.parent.name not in first]
    assert missing == []
