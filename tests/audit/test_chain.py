"""The chain of events: what is appended holds together, and what is touched is found out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from minutes.audit import service as audit
from minutes.audit.tables import AuditEvent
from minutes.database import make_engine

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def append(session: Session, act: str = "draft.registered", at: datetime = NOON) -> None:
    audit.append(
        session, at=at, actor="person:1", act=act, subject="meeting:7", details={"beslut": 3}
    )
    session.commit()


def tamper(session: Session, statement: str) -> None:
    """Change the table behind the program's back, as its owner can."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(sa.text("DROP TRIGGER audit_event_no_update"))
        session.execute(sa.text("DROP TRIGGER audit_event_no_delete"))
    else:
        session.execute(sa.text("ALTER TABLE audit_event DISABLE TRIGGER USER"))
    session.execute(sa.text(statement))
    session.commit()


def test_an_empty_chain_holds(session: Session) -> None:
    assert audit.verify(session) == audit.Verdict(0)


def test_the_first_event_builds_on_nothing_and_the_next_on_it(session: Session) -> None:
    append(session)
    append(session)
    first, second = session.exec(select(AuditEvent).order_by(sa.text("id"))).all()
    assert first.previous_hash == "0" * 64
    assert second.previous_hash == first.hash
    assert audit.verify(session) == audit.Verdict(2)


def test_the_same_act_twice_leaves_two_different_events(session: Session) -> None:
    append(session)
    append(session)
    hashes = session.exec(select(AuditEvent.hash)).all()
    assert len(set(hashes)) == 2


def test_an_event_is_kept_only_with_the_act_it_tells_of(session: Session) -> None:
    audit.append(session, at=NOON, actor="person:1", act="body.created", subject="body:1")
    session.rollback()
    assert audit.verify(session) == audit.Verdict(0)


@pytest.mark.parametrize(
    "change",
    [
        "actor = 'person:2'",
        "act = 'draft.discarded'",
        "subject = 'meeting:8'",
        "details = '{}'",
        "at = '2026-11-22 12:00:01+00:00'",
        "hash = 'ffff'",
    ],
)
def test_a_changed_event_is_found_out(session: Session, change: str) -> None:
    for _ in range(3):
        append(session)
    tamper(session, f"UPDATE audit_event SET {change} WHERE id = 2")
    assert audit.verify(session) == audit.Verdict(1, broken_at=2)


def test_a_removed_event_is_found_out_at_the_next(session: Session) -> None:
    for _ in range(3):
        append(session)
    tamper(session, "DELETE FROM audit_event WHERE id = 2")
    assert audit.verify(session) == audit.Verdict(1, broken_at=3)


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_event SET act = 'x'", "DELETE FROM audit_event"]
)
def test_the_database_refuses_to_change_what_is_written(session: Session, statement: str) -> None:
    append(session)
    with pytest.raises(DBAPIError, match="append-only"):
        session.execute(sa.text(statement))


@pytest.mark.postgres
def test_postgresql_refuses_too(postgresql_url: str) -> None:
    engine = make_engine(postgresql_url)
    with Session(engine) as session:
        append(session)
        for statement in (
            "UPDATE audit_event SET act = 'x'",
            "DELETE FROM audit_event",
            "TRUNCATE audit_event",
        ):
            with pytest.raises(DBAPIError, match="append-only"):
                session.execute(sa.text(statement))
            session.rollback()
        assert audit.verify(session) == audit.Verdict(1)
    engine.dispose()


def write_many(engine: Engine, count: int) -> None:
    for number in range(count):
        with Session(engine) as session:
            append(session, at=NOON + timedelta(seconds=number))


def test_writers_at_once_make_one_chain(engine: Engine) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: write_many(engine, 10), range(4)))
    with Session(engine) as session:
        assert audit.verify(session) == audit.Verdict(40)


@pytest.mark.postgres
def test_writers_at_once_make_one_chain_on_postgresql(postgresql_url: str) -> None:
    engine = make_engine(postgresql_url)
    test_writers_at_once_make_one_chain(engine)
    engine.dispose()
