"""The jobs: what they do, and that one that fails stops nothing."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from minutes import clock, scheduler
from minutes.audit import service as audit
from minutes.jobs.tables import JobState
from minutes.people.tables import FailedSignIn, SignIn
from minutes.settings import Settings
from tests.audit.test_chain import append, tamper
from tests.builders import Builder

NEVER = CronTrigger(year=2099)


def state_of(session: Session, job: scheduler.Job) -> JobState:
    session.expire_all()
    return session.get_one(JobState, job.name)


def test_a_run_stores_when_it_ended_well_and_what_it_did(session: Session, engine: Engine) -> None:
    job = scheduler.Job("räkna", lambda _: "2 räknades.", NEVER)
    assert scheduler.run(engine, job)
    state = state_of(session, job)
    assert state.last_outcome == "2 räknades."
    assert state.last_ended_well is not None
    assert state.lease_until is None


def test_a_job_with_a_bug_is_stored_as_failed_and_can_be_run_again(
    session: Session, engine: Engine
) -> None:
    def divide(_: Session) -> str:
        return str(1 // 0)

    job = scheduler.Job("dela", divide, NEVER)
    assert not scheduler.run(engine, job)
    state = state_of(session, job)
    assert "ZeroDivisionError" in state.last_outcome
    assert state.last_ended_well is None
    assert state.lease_until is None


def test_a_job_that_another_process_runs_is_left_alone(session: Session, engine: Engine) -> None:
    ran = []
    job = scheduler.Job("räkna", lambda _: str(ran.append(1)), NEVER)
    session.add(
        JobState(name=job.name, lease_holder="b", lease_until=clock.now() + timedelta(minutes=5))
    )
    session.commit()
    assert not scheduler.run(engine, job)
    assert ran == []


def test_old_sign_ins_and_tries_are_removed_and_new_ones_kept(
    session: Session, build: Builder
) -> None:
    account = build.account(build.person())
    build.token(account, expires_at=datetime(2020, 1, 1, tzinfo=UTC))
    build.token(account)
    session.add(FailedSignIn(key="x", at=datetime(2020, 1, 1, tzinfo=UTC)))
    session.add(FailedSignIn(key="x", at=clock.now()))
    session.commit()
    said = scheduler.remove_expired_sign_ins(session)
    assert said == "1 inloggning och 1 misslyckat försök togs bort."
    assert session.exec(select(sa.func.count()).select_from(SignIn)).one() == 1
    assert session.exec(select(sa.func.count()).select_from(FailedSignIn)).one() == 1


def test_the_nightly_check_tells_of_a_broken_chain(session: Session, engine: Engine) -> None:
    append(session)
    tamper(session, "UPDATE audit_event SET actor = 'person:9'")
    assert audit.verify(session).broken_at == 1
    session.rollback()
    job = scheduler.Job("kontrollera", scheduler.verify_events, NEVER)
    assert not scheduler.run(engine, job)
    assert state_of(session, job).last_outcome == "Händelsekedjan är bruten vid händelse 1."


def test_every_job_is_on_the_schedule_and_a_late_one_is_still_run(
    engine: Engine, settings: Settings
) -> None:
    all_jobs = scheduler.jobs_with_mail(settings)
    jobs = scheduler.blocking(engine, all_jobs).get_jobs()
    assert [job.name for job in jobs] == [job.name for job in all_jobs]
    assert {(job.coalesce, job.max_instances, job.misfire_grace_time) for job in jobs} == {
        (True, 1, None)
    }


SEVEN = CronTrigger(day_of_week="mon-fri", hour=7, timezone=clock.STOCKHOLM)
FRIDAY = datetime(2026, 11, 20, 7, 0, 5, tzinfo=clock.STOCKHOLM)
MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=clock.STOCKHOLM)


def test_a_run_that_nobody_was_there_for_is_missed() -> None:
    job = scheduler.Job("påminn", lambda _: "", SEVEN, catches_up=True)
    assert not scheduler.is_missed(job, FRIDAY, FRIDAY + timedelta(days=2))  # Sunday
    assert not scheduler.is_missed(job, FRIDAY, MONDAY - timedelta(minutes=1))
    assert scheduler.is_missed(job, FRIDAY, MONDAY)
    assert not scheduler.is_missed(job, None, FRIDAY)  # a new installation has missed nothing


def test_a_missed_run_is_made_up_for_at_the_start(session: Session, engine: Engine) -> None:
    past = clock.now() - timedelta(days=8)
    jobs = tuple(
        scheduler.Job(name, lambda _: "", SEVEN, catches_up=catches_up)
        for name, catches_up in (("påminn", True), ("städa", False))
    )
    for job in jobs:
        session.add(JobState(name=job.name, last_started=past))
    session.commit()
    before = clock.now()
    first, second = scheduler.blocking(engine, jobs).get_jobs()
    assert before <= first.next_run_time <= clock.now()
    assert not hasattr(second, "next_run_time")  # until the scheduler starts and asks its trigger
