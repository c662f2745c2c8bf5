"""Transactions, moments and enumerations in the database."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, col

from minutes.database import Question, UTCDateTime, make_engine
from minutes.jobs.tables import JobState
from minutes.people.tables import Body, Regime
from tests.builders import Builder

COUNT_UP = """
import sys
from sqlmodel import Session
from minutes.database import make_engine
from minutes.jobs.tables import JobState
engine = make_engine(sys.argv[1])
for _ in range(50):
    with Session(engine) as session:
        state = session.get_one(JobState, "räkna", with_for_update=True)
        state.lease_holder = str(int(state.lease_holder) + 1)
        session.add(state)
        session.commit()
"""


def test_writers_at_once_lose_nothing(session: Session, database_url: str) -> None:
    session.add(JobState(name="räkna", lease_holder="0"))
    session.commit()
    writers = [subprocess.Popen([sys.executable, "-c", COUNT_UP, database_url]) for _ in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    session.expire_all()
    assert session.get_one(JobState, "räkna").lease_holder == "150"


def test_a_reader_is_not_kept_waiting_by_a_writer(session: Session, engine: Engine) -> None:
    session.add(JobState(name="skriver"))
    session.flush()
    with Session(engine.execution_options(readonly=True)) as reader:
        assert reader.get(JobState, "skriver") is None


def test_questions_each_alone_see_what_is_committed_between_them(
    session: Session, engine: Engine
) -> None:
    number = sa.select(sa.func.count()).select_from(JobState)
    with engine.execution_options(readonly=True, each_alone=True).connect() as reader:
        assert reader.scalar(number) == 0
        session.add(JobState(name="ny"))
        session.commit()
        assert reader.scalar(number) == 1


def test_a_moment_comes_back_in_utc(session: Session) -> None:
    summer = timezone(timedelta(hours=2))
    session.add(JobState(name="x", lease_until=datetime(2026, 6, 1, 9, 30, tzinfo=summer)))
    session.commit()
    session.expire_all()
    started = session.get_one(JobState, "x").lease_until
    assert started == datetime(2026, 6, 1, 7, 30, tzinfo=UTC)
    assert started is not None
    assert started.tzinfo is UTC


def test_a_moment_without_its_zone_is_refused(session: Session) -> None:
    moment = datetime(2026, 6, 1, 9, 30)
    with pytest.raises(StatementError, match="time zone"):
        session.execute(sa.select(sa.literal(moment, UTCDateTime())))


def test_an_enumeration_is_stored_by_its_value(session: Session) -> None:
    session.add(Body(name="Styrelsen", slug="styrelsen", regime=Regime.ASSOCIATION))
    session.commit()
    assert session.execute(sa.text("SELECT regime FROM body")).scalar_one() == "förening"


def test_what_is_assigned_is_validated() -> None:
    body = Body(name="Styrelsen", slug="styrelsen")
    with pytest.raises(ValueError, match="regime"):
        body.regime = "påhittad"  # type: ignore[assignment]


def test_the_plain_postgresql_address_means_the_installed_driver() -> None:
    engine = make_engine("postgresql://someone@localhost/minutes")
    assert engine.driver == "psycopg"


def test_a_database_error_does_not_name_what_was_stored(session: Session, build: Builder) -> None:
    build.person(email="hemlig@example.se")
    with pytest.raises(IntegrityError) as refused:
        build.person(email="hemlig@example.se")
    assert "hemlig" not in str(refused.value)


def test_a_question_past_sqlalchemy_answers_as_its_own_does(
    session: Session, engine: Engine, build: Builder
) -> None:
    build.body(name="Rådet")
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    session.add(JobState(name="ett", lease_until=at))
    session.commit()
    wanted = (
        sa.select(*map(col, (Body.name, Body.regime, JobState.lease_until)))
        .join_from(JobState, Body, col(Body.regime).in_([Regime.KOMMUNALLAGEN, Regime.NONE]))
        .where(col(JobState.name) == sa.bindparam("name", ""))
    )
    question = Question(wanted)
    found = question.first(engine, name="ett")
    assert found == session.execute(wanted, {"name": "ett"}).one()
    assert isinstance(found.regime, Regime)
    assert found.lease_until == at
    assert question.first(engine, name="två") is None
