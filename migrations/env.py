"""Runs the migrations on the engine that minutes.database hands over. No alembic.ini is used."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.engine import Connection, Engine
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

from minutes.database import UTCDateTime

STAGES_WITH_TABLES = (
    "people",
    "audit",
    "jobs",
    "mail",
    "register",
    "review",
    "justering",
    "publication",
    "distribution",
    "follow_up",
    "reminders",
    "search",
    "annual_report",
    "writing",
)

for stage in STAGES_WITH_TABLES:
    import_module(f"minutes.{stage}.tables")


def render_item(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Plain sa types, so that a migration outlives the classes it was written from."""
    if kind != "type":
        return False
    if isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    if isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, sa.Enum):
        return f"sa.String(length={item.length})"
    return False


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out what each database has for full text; its migration makes it."""
    full_text = {"table": "search_fts", "column": "stems_vector"}.get(kind, "search_entry_stems")
    return not (name or "").startswith(full_text)


def run(connection: Connection) -> None:
    """Run what was asked for on the connection, in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        render_item=render_item,
        include_name=include_name,
        compare_type=True,
        transactional_ddl=True,  # also on SQLite, since BEGIN is ours there
    )
    with context.begin_transaction():
        context.run_migrations()
        if connection.dialect.name == "sqlite":
            broken = connection.exec_driver_sql("pragma foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"rows without what they point at: {broken[:5]}")


@contextmanager
def unchecked_keys(connection: Connection) -> Iterator[None]:
    """Let SQLite change a table by dropping the old one.

    With foreign keys on, DROP TABLE deletes the rows first, and with them, or in spite of
    them, all that points at them. The pragma is without effect inside a transaction, so it is
    sent to the driver before there is one.
    """
    driver = connection.connection.dbapi_connection
    if connection.dialect.name == "sqlite" and driver is not None:
        driver.execute("pragma foreign_keys=OFF")
        try:
            yield
        finally:
            driver.execute("pragma foreign_keys=ON")
    else:
        yield


engine: Engine = context.config.attributes["engine"]
with engine.connect() as connection, unchecked_keys(connection):
    run(connection)
