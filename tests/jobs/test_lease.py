"""One process at a time runs a job."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from minutes.jobs import service
from minutes.jobs.tables import JobState

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

TAKE = """
import sys
from datetime import datetime, UTC
from sqlmodel import Session
from minutes.database import make_engine
from minutes.jobs.service import take_lease
sys.stdin.readline()
with Session(make_engine(sys.argv[1])) as session:
    print(take_lease(session, "städa", sys.argv[2], datetime(2026, 11, 22, 12, tzinfo=UTC)))
"""


def test_who_comes_first_may_run_the_job(session: Session) -> None:
    assert service.take_lease(session, "städa", "a", NOON)
    assert not service.take_lease(session, "städa", "b", NOON + MINUTE)


def test_another_job_is_free(session: Session) -> None:
    assert service.take_lease(session, "städa", "a", NOON)
    assert service.take_lease(session, "kontrollera", "b", NOON)


def test_a_job_that_ended_is_free_again(session: Session) -> None:
    service.take_lease(session, "städa", "a", NOON)
    service.end_lease(session, "städa", "a", NOON + MINUTE, outcome="Klart.", well=True)
    assert service.take_lease(session, "städa", "b", NOON + 2 * MINUTE)


def test_the_lease_of_a_process_that_died_ends_by_itself(session: Session) -> None:
    service.take_lease(session, "städa", "a", NOON)
    assert service.take_lease(session, "städa", "b", NOON + service.LEASE)


def test_who_lost_the_lease_may_not_end_it(session: Session) -> None:
    service.take_lease(session, "städa", "a", NOON)
    service.take_lease(session, "städa", "b", NOON + service.LEASE)
    service.end_lease(session, "städa", "a", NOON + 2 * service.LEASE, outcome="Sent.", well=True)
    state = session.get_one(JobState, "städa")
    assert (state.lease_holder, state.last_outcome) == ("b", "")


def test_a_run_that_failed_does_not_count_as_ended_well(session: Session) -> None:
    service.take_lease(session, "städa", "a", NOON)
    service.end_lease(session, "städa", "a", NOON, outcome="Fel.", well=False)
    state = session.get_one(JobState, "städa")
    assert (state.last_ended_well, state.last_outcome) == (None, "Fel.")


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
