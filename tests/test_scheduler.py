"""The jobs: what they do, and that one that fails stops nothing."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from minutes import clock, scheduler
from minutes.audit import service as audit
from minutes.jobs import queries, service
from minutes.jobs.tables import JobRun
from minutes.people.tables import FailedSignIn, Role, SignIn
from minutes.settings import Settings
from tests.audit.test_chain import append, tamper
from tests.builders import Builder
from tests.pages import Pages, text_of

NEVER = CronTrigger(year=2099)


def made(name: str, run: Callable[[Session, Settings], str], **options: Any) -> scheduler.Job:
    return scheduler.Job(name, run, "aldrig", options.pop("trigger", NEVER), **options)


def known_of(session: Session, job: scheduler.Job) -> queries.Known:
    session.expire_all()
    known = queries.known(session)[job.name]
    session.commit()
    return known


def test_a_run_stores_when_it_ended_well_and_what_it_did(
    session: Session, engine: Engine, settings: Settings
) -> None:
    job = made("räkna", lambda *_: "2 räknades.")
    assert scheduler.run(engine, settings, job)
    known = known_of(session, job)
    assert known.last is not None
    assert (known.last.outcome, known.last.well) == ("2 räknades.", True)
    assert known.ended_well == known.last.ended_at
    assert known.leased_until is None


def test_a_job_with_a_bug_is_stored_as_failed_and_can_be_run_again(
    session: Session, engine: Engine, settings: Settings
) -> None:
    job = made("dela", lambda *_: str(1 // 0))
    assert not scheduler.run(engine, settings, job)
    known = known_of(session, job)
    assert known.last is not None
    assert "ZeroDivisionError" in known.last.outcome
    assert known.ended_well is None
    assert known.leased_until is None
    assert scheduler.warning(job, known, clock.now()) == "Senaste körningen gick inte bra."


def test_a_job_that_another_process_runs_is_left_alone(
    session: Session, engine: Engine, settings: Settings
) -> None:
    ran = []
    job = made("räkna", lambda *_: str(ran.append(1)))
    assert service.start(session, job.name, "b", clock.now()) is not None
    assert not scheduler.run(engine, settings, job)
    assert ran == []


def test_a_job_that_somebody_asked_for_is_run_once(
    session: Session, engine: Engine, settings: Settings
) -> None:
    ran = []
    jobs = [made(name, lambda *_: str(ran.append(1))) for name in ("räkna", "städa")]
    service.request(session, "räkna", clock.now())
    session.commit()
    for _ in range(2):
        scheduler.run_requested(engine, settings, jobs)
    assert ran == [1]


def test_old_sign_ins_and_tries_are_removed_and_new_ones_kept(
    session: Session, build: Builder, settings: Settings
) -> None:
    account = build.account(build.person())
    build.token(account, expires_at=datetime(2020, 1, 1, tzinfo=UTC))
    build.token(account)
    session.add(FailedSignIn(key="x", at=datetime(2020, 1, 1, tzinfo=UTC)))
    session.add(FailedSignIn(key="x", at=clock.now()))
    session.commit()
    said = scheduler.remove_expired_sign_ins(session, settings)
    assert said == "1 inloggning och 1 misslyckat försök togs bort."
    assert session.exec(select(sa.func.count()).select_from(SignIn)).one() == 1
    assert session.exec(select(sa.func.count()).select_from(FailedSignIn)).one() == 1


def test_the_nightly_check_tells_of_a_broken_chain(
    session: Session, engine: Engine, settings: Settings
) -> None:
    append(session)
    tamper(session, "UPDATE audit_event SET actor = 'person:9'")
    assert audit.verify(session).broken_at == 1
    session.rollback()
    job = made("kontrollera", scheduler.verify_events)
    assert not scheduler.run(engine, settings, job)
    last = known_of(session, job).last
    assert last is not None
    assert last.outcome == "Händelsekedjan är bruten vid händelse 1."


def test_every_job_is_on_the_schedule_and_a_late_one_is_still_run(
    engine: Engine, settings: Settings
) -> None:
    *jobs, _requests = scheduler.blocking(engine, settings).get_jobs()
    assert [job.name for job in jobs] == [job.name for job in scheduler.JOBS]


def test_missed_runs_become_one_and_are_made_up_for_however_late(
    engine: Engine, settings: Settings
) -> None:
    at_once = CronTrigger(second="*", timezone=clock.STOCKHOLM)
    ran: list[datetime] = []
    begun = threading.Event()

    def count(*_: object) -> str:
        ran.append(clock.now())
        begun.set()
        return ""

    due = scheduler.blocking(engine, settings, [made("räkna", count, trigger=at_once)])
    slept = clock.now() - timedelta(hours=5)
    due.get_job("räkna").modify(next_run_time=slept)

    def stop() -> None:
        begun.wait(timeout=60)  # a busy machine takes its time
        time.sleep(0.5)
        due.shutdown()

    threading.Thread(target=stop).start()
    due.start()
    assert 1 <= len(ran) <= 2  # once for five hours of seconds, and for the second that begins


SEVEN = CronTrigger(day_of_week="mon-fri", hour=7, timezone=clock.STOCKHOLM)
FRIDAY = datetime(2026, 11, 20, 7, 0, 5, tzinfo=clock.STOCKHOLM)
MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=clock.STOCKHOLM)


def started(at: datetime, **options: Any) -> queries.Known:
    return queries.Known(last=JobRun(name="x", holder="a", started_at=at, well=True), **options)


def test_a_run_that_nobody_was_there_for_is_missed() -> None:
    job = made("påminn", lambda *_: "", trigger=SEVEN)
    friday = started(FRIDAY)
    assert not scheduler.is_missed(job, friday, FRIDAY + timedelta(days=2))  # Sunday
    assert not scheduler.is_missed(job, friday, MONDAY - timedelta(minutes=1))
    assert scheduler.is_missed(job, friday, MONDAY)
    assert not scheduler.is_missed(job, queries.Known(), FRIDAY)  # a new one has missed nothing


def test_a_job_that_does_not_run_when_it_should_is_warned_of() -> None:
    job = made("påminn", lambda *_: "", trigger=SEVEN)
    soon, late = MONDAY + timedelta(minutes=9), MONDAY + timedelta(minutes=10)
    assert scheduler.warning(job, started(FRIDAY), soon) is None
    assert "har inte körts när det skulle" in str(scheduler.warning(job, started(FRIDAY), late))
    running = started(FRIDAY, leased_until=late + timedelta(minutes=1))
    assert scheduler.warning(job, running, late) is None
    asked = queries.Known(requested_at=MONDAY)
    assert scheduler.warning(job, asked, soon) is None
    assert "sedan någon bad om det" in str(scheduler.warning(job, asked, late))


def test_a_missed_run_is_made_up_for_at_the_start(
    session: Session, engine: Engine, settings: Settings
) -> None:
    past = clock.now() - timedelta(days=8)
    jobs = [
        made(name, lambda *_: "", trigger=SEVEN, catches_up=catches_up)
        for name, catches_up in (("påminn", True), ("städa", False))
    ]
    for job in jobs:
        run_id = service.start(session, job.name, "a", past)
        assert run_id is not None
        service.end(session, run_id, past, outcome="", well=True)
    before = clock.now()
    first, second, _requests = scheduler.blocking(engine, settings, jobs).get_jobs()
    assert before <= first.next_run_time <= clock.now()
    assert not hasattr(second, "next_run_time")  # until the scheduler starts and asks its trigger


class TestPage:
    def test_a_new_installation_has_run_nothing(self, administrator: Pages) -> None:
        page = administrator.open("/hantera/jobb")
        assert "Inget jobb har körts ännu" in text_of(page)
        assert len(page.xpath("//main//tbody/tr")) == len(scheduler.JOBS)

    def test_it_shows_how_each_job_went_and_warns_of_the_one_that_did_not(
        self, administrator: Pages, session: Session
    ) -> None:
        good, bad = scheduler.JOBS[0].name, scheduler.JOBS[1].name
        for name, well in ((good, True), (bad, False)):
            run_id = service.start(session, name, "a", clock.now())
            assert run_id is not None
            service.end(session, run_id, clock.now(), outcome=f"Sagt av {name}.", well=well)
        page = administrator.open("/hantera/jobb")
        assert f"1 jobb behöver ses över: {bad}." in text_of(page)
        assert f"Sagt av {good}." in text_of(page)
        runs = administrator.open(f"/hantera/jobb/korningar?jobb={bad}")
        assert "Gick inte bra" in text_of(runs)
        administrator.open("/hantera/jobb/korningar?jobb=nej", status=404)

    def test_who_asks_for_a_run_has_it_taken_down(
        self, administrator: Pages, session: Session
    ) -> None:
        name = scheduler.JOBS[2].name
        assert "begärd" in text_of(administrator.send("/hantera/jobb/kor", {"jobb": name}))
        assert list(queries.requested(session)) == [name]
        session.commit()
        assert administrator.post("/hantera/jobb/kor", {"jobb": "nej"}).status_code == 404
        assert "bad om att ett jobb" in text_of(administrator.open("/hantera/handelser"))

    def test_others_may_not(
        self, pages_of: Callable[..., Pages], build: Builder, session: Session
    ) -> None:
        secretary = pages_of(Role.SECRETARY, build.body())
        assert secretary.get("/hantera/jobb").status_code == 403
        asked = secretary.post("/hantera/jobb/kor", {"jobb": scheduler.JOBS[0].name})
        assert asked.status_code == 403
        assert list(queries.requested(session)) == []
