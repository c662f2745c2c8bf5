"""One process at a time runs a job, and each run is stored with its outcome."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from minutes.jobs import queries, service
from minutes.jobs.tables import JobRun

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

TAKE = """
import sys
from datetime import datetime, UTC
from sqlmodel import Session
from minutes.database import make_engine
from minutes.jobs.service import start
sys.stdin.readline()
with Session(make_engine(sys.argv[1])) as session:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    print(start(session, "städa", sys.argv[2], noon) is not None)
"""


def begun(session: Session, holder: str, at: datetime, name: str = "städa") -> int:
    run_id = service.start(session, name, holder, at)
    assert run_id is not None
    return run_id


def last(session: Session) -> JobRun:
    session.expire_all()
    run = queries.known(session)["städa"].last
    session.commit()
    assert run is not None
    return run


def test_who_comes_first_may_run_the_job(session: Session) -> None:
    begun(session, "a", NOON)
    assert service.start(session, "städa", "b", NOON + MINUTE) is None


def test_another_job_is_free(session: Session) -> None:
    begun(session, "a", NOON)
    begun(session, "b", NOON, name="kontrollera")


def test_a_job_that_ended_is_free_again(session: Session) -> None:
    service.end(session, begun(session, "a", NOON), NOON + MINUTE, outcome="Klart.", well=True)
    begun(session, "b", NOON + 2 * MINUTE)


def test_the_lease_of_a_process_that_died_ends_by_itself_and_its_run_is_told(
    session: Session,
) -> None:
    died = begun(session, "a", NOON)
    begun(session, "b", NOON + service.LEASE)
    run = session.get_one(JobRun, died)
    assert (run.well, run.ended_at, run.outcome) == (False, NOON + service.LEASE, service.DIED)
    assert last(session).well is None


def test_who_lost_the_lease_may_not_end_it(session: Session) -> None:
    slow = begun(session, "a", NOON)
    begun(session, "b", NOON + service.LEASE)
    service.end(session, slow, NOON + 2 * service.LEASE, outcome="Sent.", well=True)
    assert (last(session).holder, last(session).ended_at) == ("b", None)
    assert service.start(session, "städa", "c", NOON + service.LEASE + MINUTE) is None


def test_a_run_that_failed_does_not_count_as_ended_well(session: Session) -> None:
    service.end(session, begun(session, "a", NOON), NOON, outcome="Klart.", well=True)
    service.end(session, begun(session, "a", NOON + MINUTE), NOON + MINUTE, outcome="X", well=False)
    known = queries.known(session)["städa"]
    assert known.ended_well == NOON
    assert known.last is not None
    assert (known.last.well, known.last.outcome) == (False, "X")


def test_a_request_is_taken_by_the_run_that_answers_it(session: Session) -> None:
    service.request(session, "städa", NOON)
    session.commit()
    assert list(queries.requested(session)) == ["städa"]
    session.commit()
    begun(session, "a", NOON)
    assert list(queries.requested(session)) == []


def test_old_runs_are_forgotten_but_for_the_latest_of_each_job(session: Session) -> None:
    for name, days in (("städa", 0), ("städa", 1), ("årlig", 0), ("städa", 90)):
        at = NOON + timedelta(days=days)
        service.end(session, begun(session, "a", at, name), at, outcome="", well=True)
    assert service.forget_runs(session, NOON + timedelta(days=30)) == 2
    assert {name: k.last is not None for name, k in queries.known(session).items()} == {
        "städa": True,
        "årlig": True,
    }


def test_only_one_of_two_processes_may_run_the_job(session: Session, database_url: str) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", TAKE, database_url, holder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for holder in ("a", "b")
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    answers = sorted(process.communicate()[0].strip() for process in processes)
    assert answers == ["False", "True"]
