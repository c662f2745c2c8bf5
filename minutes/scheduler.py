"""Which job runs when. Each keeps what must survive in the database; nothing is kept here."""

import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes import clock
from minutes.audit import service as audit
from minutes.errors import MinutesError
from minutes.formatting import counted
from minutes.jobs import service
from minutes.people import sign_in

log = logging.getLogger(__name__)


class ChainBroken(MinutesError):
    """What is written down of who did what has been touched."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job: what it is called, what it does (and says of it, in Swedish), and when."""

    name: str
    run: Callable[[Session], str]
    trigger: CronTrigger
    lease: timedelta = service.LEASE


def remove_expired_sign_ins(session: Session) -> str:
    """Take away sign-ins and failed tries that have had their time."""
    sign_ins, tries = sign_in.remove_expired(session, clock.now())
    return (
        f"{counted(sign_ins, 'inloggning', 'inloggningar')} och "
        f"{counted(tries, 'misslyckat försök', 'misslyckade försök')} togs bort."
    )


def verify_events(session: Session) -> str:
    """Check the chain of events. Raises ChainBroken."""
    verdict = audit.verify(session)
    if verdict.broken_at is not None:
        raise ChainBroken(f"Händelsekedjan är bruten vid händelse {verdict.broken_at}.")
    return f"{counted(verdict.events, 'händelse', 'händelser')} kontrollerades. Kedjan håller."


def _daily(hour: int, minute: int = 0) -> CronTrigger:
    return CronTrigger(hour=hour, minute=minute, timezone=clock.STOCKHOLM)


JOBS = (
    Job(
        "Städa bort gamla inloggningar",
        remove_expired_sign_ins,
        CronTrigger(minute=20, timezone=clock.STOCKHOLM),
    ),
    Job("Kontrollera händelsekedjan", verify_events, _daily(2, 40)),
)


def run(engine: Engine, job: Job, holder: str | None = None) -> bool:
    """Run a job if no other process runs it; whether it was run and ended well.

    The only place that catches everything: one job that fails may not stop the others.
    """
    holder = holder or f"{socket.gethostname()}:{os.getpid()}"
    with Session(engine) as session:
        if not service.take_lease(session, job.name, holder, clock.now(), job.lease):
            log.info("%s: another process runs it", job.name)
            return False
    outcome, well = "", False
    try:
        with Session(engine) as session:
            outcome = job.run(session)
        well = True
    except MinutesError as expected:
        outcome = expected.message
        log.error("%s: %s", job.name, expected.message)  # not a bug: no traceback
    except Exception as bug:
        outcome = f"Jobbet avbröts av ett fel ({type(bug).__name__}). Se loggen."
        log.exception("%s failed", job.name)
    with Session(engine) as session:
        service.end_lease(session, job.name, holder, clock.now(), outcome=outcome, well=well)
    log.info("%s: %s", job.name, outcome)
    return well


def blocking(engine: Engine) -> BlockingScheduler:
    """A scheduler of all jobs for a process of its own: start() returns when it is shut down."""
    scheduler = BlockingScheduler(timezone=clock.STOCKHOLM)
    for job in JOBS:
        scheduler.add_job(
            partial(run, engine, job),
            job.trigger,
            id=job.name,
            name=job.name,
            coalesce=True,  # missed runs become one
            max_instances=1,
            misfire_grace_time=None,  # however late, it is run
        )
    return scheduler
