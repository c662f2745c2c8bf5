"""The database: engine, types and the base of all tables. SQLite and PostgreSQL alike."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from alembic.config import Config
from sqlalchemy import event
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlmodel import Session, SQLModel

from minutes import installed_folder

# Named constraints, since SQLite's batch mode cannot drop unnamed ones.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

SessionMaker = Callable[[], Session]


class UTCDateTime(sa.types.TypeDecorator[datetime]):
    """A moment, stored in UTC; a naive one is refused. SQLite forgets the zone, this gives it back."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class Table(SQLModel):
    """The base of all tables: what is assigned is validated."""

    model_config = {"validate_assignment": True}


def enum_type(enum: type[StrEnum]) -> sa.Enum:
    """An enumeration stored by its value in a plain string column."""
    return sa.Enum(
        enum,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


def make_engine(url: str) -> Engine:
    """An engine for the address.

    On SQLite every transaction begins IMMEDIATE: with the driver's own deferred ones, two
    writers lose each other's updates without an error. `readonly` in the execution options
    lets a reader run beside a writer.
    """
    if url.startswith("postgresql://"):
        url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = sa.create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(dbapi_connection: Any, record: Any) -> None:
    dbapi_connection.isolation_level = None  # BEGIN is sent by _begin_sqlite
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "busy_timeout=5000",
        "foreign_keys=ON",
    ):
        dbapi_connection.execute(f"pragma {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    readonly = connection.get_execution_options().get("readonly")
    connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")


def migrations_config(engine: Engine) -> Config:
    """Alembic's settings for this engine; no alembic.ini is needed."""
    config = Config()
    config.set_main_option("script_location", str(installed_folder("migrations")))
    config.attributes["engine"] = engine
    return config
