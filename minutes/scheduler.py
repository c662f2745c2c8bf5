"""Which job runs when. Each keeps what must survive in the database; nothing is kept here."""

import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes import clock
from minutes.audit import service as audit
from minutes.errors import MinutesError
from minutes.formatting import counted
from minutes.jobs import queries, service
from minutes.people import sign_in
from minutes.reminders.jobs import jobs_of
from minutes.settings import Settings

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
    catches_up: bool = False  # run at the start of the process where a run was missed
    quiet: bool = False  # says nothing in the log while it goes well


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


def jobs_with_mail(settings: Settings) -> tuple[Job, ...]:
    """All jobs. Raises MailSettingsError where the mail server's address makes no sense."""
    mail = jobs_of(settings)
    seven = CronTrigger(day_of_week="mon-fri", hour=7, timezone=clock.STOCKHOLM)
    every_minute = CronTrigger(second=0, timezone=clock.STOCKHOLM)
    return (
        *JOBS,
        Job("Bestäm påminnelser", mail.decide, seven, catches_up=True),
        Job("Skicka brev", mail.send, every_minute, quiet=True),
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
    log.log(logging.DEBUG if job.quiet and well else logging.INFO, "%s: %s", job.name, outcome)
    return well


def blocking(engine: Engine, jobs: tuple[Job, ...]) -> BlockingScheduler:
    """A scheduler of the jobs for a process of its own: start() returns when it is shut down."""
    scheduler = BlockingScheduler(timezone=clock.STOCKHOLM)
    with Session(engine) as session:
        known = {state.name: state.last_started for state in queries.states(session)}
    now = clock.now()
    for job in jobs:
        missed = job.catches_up and is_missed(job, known.get(job.name), now)
        scheduler.add_job(
            partial(run, engine, job),
            job.trigger,
            id=job.name,
            name=job.name,
            coalesce=True,  # missed runs become one
            max_instances=1,
            misfire_grace_time=None,  # however late, it is run
            **({"next_run_time": now} if missed else {}),
        )
    return scheduler


def is_missed(job: Job, last_started: datetime | None, now: datetime) -> bool:
    """Whether the job should have been run since, while no process was there to run it."""
    if last_started is None:
        return False
    due = job.trigger.get_next_fire_time(last_started, last_started)
    return due is not None and due <= now
