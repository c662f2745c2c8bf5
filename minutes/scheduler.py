"""Which job runs when. Each keeps what must survive in the database; nothing is kept here."""

import logging
import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes import clock
from minutes.audit import marks
from minutes.audit import service as audit
from minutes.distribution import jobs as distribution
from minutes.errors import MinutesError, NotFound
from minutes.follow_up import jobs as follow_up
from minutes.formatting import counted
from minutes.jobs import queries, service
from minutes.jobs.queries import Known
from minutes.justering import jobs as justering
from minutes.people import sign_in
from minutes.publication import jobs as publication
from minutes.reminders import jobs as reminders
from minutes.review import batches
from minutes.review import jobs as review
from minutes.search import jobs as search
from minutes.settings import Settings
from minutes.texts import N_

log = logging.getLogger(__name__)

REQUESTS = timedelta(seconds=5)  # how often the process looks for what somebody asked for
RUNS_KEPT = timedelta(days=60)
LATE = timedelta(minutes=10)  # how long after its time a job that has not begun is warned of


class ChainBroken(MinutesError):
    """What is written down of who did what has been touched."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job: what it is called, what it does (and says of it, in Swedish), and when.

    `when` says in words what the trigger does.
    """

    words: str
    run: Callable[[Session, Settings], str]
    when: str
    trigger: CronTrigger
    lease: timedelta = service.LEASE
    catches_up: bool = False  # run at the start of the process where a run was missed
    quiet: bool = False  # says nothing in the log while it goes well

    @property
    def name(self) -> str:
        """Its words in Swedish, by which its runs are kept."""
        return str(self.words)


def remove_expired_sign_ins(session: Session, _settings: Settings) -> str:
    """Take away sign-ins and failed tries that have had their time."""
    sign_ins, tries = sign_in.remove_expired(session, clock.now())
    return (
        f"{counted(sign_ins, 'inloggning', 'inloggningar')} och "
        f"{counted(tries, 'misslyckat försök', 'misslyckade försök')} togs bort."
    )


def mark_events(session: Session, settings: Settings) -> str:
    """Keep outside of the database how far the chain of events reaches."""
    new = marks.mark(session)
    session.rollback()
    kept = marks.keep(settings.data, new)
    return f"Händelse {new.events}: {new.hash}." if kept and new else "Inget nytt har hänt."


def verify_events(session: Session, settings: Settings) -> str:
    """Check the chain of events, and its marks. Raises ChainBroken."""
    verdict = audit.verify(session)
    if verdict.broken_at is not None:
        raise ChainBroken(f"Händelsekedjan är bruten vid händelse {verdict.broken_at}.")
    faults = marks.faults(session, marks.kept(settings.data))
    if faults:
        raise ChainBroken(faults[0])
    return f"{counted(verdict.events, 'händelse', 'händelser')} kontrollerades. Kedjan håller."


def forget_runs(session: Session, _settings: Settings) -> str:
    """Take away what is written down of old runs of jobs."""
    gone = service.forget_runs(session, clock.now() - RUNS_KEPT)
    return f"{counted(gone, 'gammal körning', 'gamla körningar')} togs bort."


def _cron(expression: str) -> CronTrigger:
    return CronTrigger.from_crontab(expression, timezone=clock.STOCKHOLM)


JOBS = (
    Job(
        N_("Räkna om dagar som följer möten"),
        follow_up.rearm_days,
        N_("var femte minut"),
        _cron("*/5 * * * *"),
        catches_up=True,
        quiet=True,
    ),
    Job(
        N_("Ge nya ledamöter deras åtgärder"),
        review.recognise_members,
        N_("varje dag kl. 6.40"),
        _cron("40 6 * * *"),
        catches_up=True,
    ),
    Job(
        N_("Bestäm påminnelser"),
        reminders.decide,
        N_("vardagar kl. 7"),
        _cron("0 7 * * mon-fri"),
        catches_up=True,
    ),
    Job(justering.JOB, justering.seal, N_("varje minut"), _cron("* * * * *"), quiet=True),
    Job(
        N_("Sköt anslagstavlan"),
        publication.look_after_notices,
        N_("var femtonde minut"),
        _cron("*/15 * * * *"),
        quiet=True,
    ),
    Job(
        N_("Publicera justerade protokoll"),
        publication.publish_what_is_justerat,
        N_("var femte minut"),
        _cron("2-59/5 * * * *"),
        quiet=True,
    ),
    Job(
        N_("Gör om publika sidor efter en ny version"),
        publication.keep_page_texts,
        N_("var femte minut"),
        _cron("4-59/5 * * * *"),
        quiet=True,
    ),
    Job(
        N_("Berätta om det som publicerats"),
        distribution.tell,
        N_("varje minut"),
        _cron("* * * * *"),
        quiet=True,
    ),
    Job(batches.JOB, review.read_files, N_("varje minut"), _cron("* * * * *"), quiet=True),
    Job(N_("Skicka brev"), reminders.send, N_("varje minut"), _cron("* * * * *"), quiet=True),
    Job(
        N_("Läs svar på brev"),
        reminders.read_answers,
        N_("varannan minut"),
        _cron("*/2 * * * *"),
        quiet=True,
    ),
    Job(
        N_("Städa bort gamla inloggningar"),
        remove_expired_sign_ins,
        N_("varje timme"),
        _cron("20 * * * *"),
    ),
    Job(
        N_("Märk händelsekedjan"),
        mark_events,
        N_("var femte minut"),
        _cron("4-59/5 * * * *"),
        quiet=True,
    ),
    Job(
        N_("Kontrollera händelsekedjan"),
        verify_events,
        N_("varje dag kl. 2.40"),
        _cron("40 2 * * *"),
    ),
    Job(
        N_("Städa bort gamla körningar"), forget_runs, N_("varje dag kl. 3.10"), _cron("10 3 * * *")
    ),
    Job(N_("Ordna sökregistret"), search.tidy_index, N_("varje dag kl. 3.30"), _cron("30 3 * * *")),
)


def run(engine: Engine, settings: Settings, job: Job, holder: str | None = None) -> bool:
    """Run a job if no other process runs it; whether it was run and ended well.

    The only place that catches everything: one job that fails may not stop the others.
    """
    holder = holder or f"{socket.gethostname()}:{os.getpid()}"[-80:]
    with Session(engine) as session:
        run_id = service.start(session, job.name, holder, clock.now(), job.lease)
    if run_id is None:
        log.info("%s: another process runs it", job.name)
        return False
    outcome, well = "", False
    try:
        with Session(engine) as session:
            outcome = job.run(session, settings)
        well = True
    except MinutesError as expected:
        outcome = expected.message
        log.error("%s: %s", job.name, expected.message)  # not a bug: no traceback
    except Exception as bug:
        outcome = f"Jobbet avbröts av ett fel ({type(bug).__name__}). Se loggen."
        log.exception("%s failed", job.name)
    with Session(engine) as session:
        service.end(session, run_id, clock.now(), outcome=outcome, well=well)
    log.log(logging.DEBUG if job.quiet and well else logging.INFO, "%s: %s", job.name, outcome)
    return well


def run_requested(engine: Engine, settings: Settings, jobs: Sequence[Job]) -> None:
    """Run the jobs that somebody has asked for."""
    with Session(engine.execution_options(readonly=True)) as session:
        wanted = queries.requested(session)
    for job in jobs:
        if job.name in wanted:
            run(engine, settings, job)


def request(session: Session, name: str, *, by: int, at: datetime) -> None:
    """Ask the process that runs the jobs to run this one at once. Raises NotFound."""
    if name not in {job.name for job in JOBS}:
        raise NotFound("Jobbet finns inte.")
    service.request(session, name, at)
    audit.append(session, at=at, actor=f"person:{by}", act="job.requested", subject=f"job:{name}")
    session.commit()


def blocking(engine: Engine, settings: Settings, jobs: Sequence[Job] = JOBS) -> BlockingScheduler:
    """A scheduler of the jobs for a process of its own: start() returns when it is shut down."""
    scheduler = BlockingScheduler(
        timezone=clock.STOCKHOLM,
        # Missed runs become one; however late, it is run.
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    with Session(engine) as session:
        known = queries.known(session)
    now = clock.now()
    for job in jobs:
        missed = job.catches_up and is_missed(job, known.get(job.name, Known()), now)
        scheduler.add_job(
            partial(run, engine, settings, job),
            job.trigger,
            id=job.name,
            name=job.name,
            **({"next_run_time": now} if missed else {}),
        )
    look = partial(run_requested, engine, settings, jobs)
    scheduler.add_job(look, "interval", seconds=REQUESTS.total_seconds(), id="requests")
    return scheduler


def is_missed(job: Job, known: Known, now: datetime) -> bool:
    """Whether the job should have been run since, while no process was there to run it."""
    if known.last is None:
        return False
    started = known.last.started_at
    due = job.trigger.get_next_fire_time(started, started)
    return due is not None and due <= now


def warning(job: Job, known: Known, now: datetime) -> str | None:
    """What an administrator should know of the job; None where all is well."""
    if known.last is not None and known.last.well is False:
        return N_("Senaste körningen gick inte bra.")
    running = known.leased_until is not None and known.leased_until > now
    if not running and is_missed(job, known, now - LATE):
        return N_("Jobbet har inte körts när det skulle. Är minutes jobs igång?")
    if known.requested_at is not None and not running and known.requested_at <= now - LATE:
        return N_("Ingen har kört jobbet sedan någon bad om det. Är minutes jobs igång?")
    return None
