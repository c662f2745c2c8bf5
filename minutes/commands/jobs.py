"""The commands about the scheduled jobs."""

import logging
import os
import signal
import sys
import threading
from datetime import datetime
from types import FrameType

import click
from rich.console import Console
from rich.table import Table
from sqlmodel import Session

from minutes import clock, scheduler
from minutes.commands.database import opened
from minutes.commands.failures import Failed
from minutes.formatting import date_and_time
from minutes.jobs import queries
from minutes.mail.transports import transport_of
from minutes.swedish_time import STOCKHOLM


def show() -> None:
    """When each job last ended well and runs next, what it said, and what is wrong."""
    with opened() as (_, engine), Session(engine) as session:
        known = queries.known(session)
        now = clock.now()
        table = Table("Jobb", "Senast slutfört", "Nästa", "Resultat", box=None, pad_edge=False)
        for job in scheduler.JOBS:
            about = known.get(job.name, queries.Known())
            said = about.last.outcome if about.last else ""
            warning = scheduler.warning(job, about, now)
            table.add_row(
                job.name,
                _moment(about.ended_well, "aldrig"),
                _moment(job.trigger.get_next_fire_time(None, now), "–"),
                " ".join(part for part in (said, warning) if part) or "–",
            )
    Console().print(table)


def _moment(moment: datetime | None, otherwise: str) -> str:
    return date_and_time(moment.astimezone(STOCKHOLM)) if moment else otherwise


def run_all() -> None:
    """Run every job once. Raises Failed where one did not end well."""
    with opened() as (settings, engine):
        ended = {job.name: scheduler.run(engine, settings, job) for job in scheduler.JOBS}
    for name, well in ended.items():
        click.echo(f"{name}: {'klart' if well else 'gick inte'}")
    if not all(ended.values()):
        raise Failed("Ett jobb gick inte bra. Kör minutes jobs --list för att se varför.")


def run_on_schedule(*, with_parent: bool) -> None:
    """Run the jobs when they are due, until somebody interrupts.

    With a parent, standard input is a pipe that it holds open: where it ends, the parent
    has ended, in whatever way.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)
    with opened() as (settings, engine):
        # A wrong address of the mail server is told now, not when the first mail is due.
        transport_of(settings.smtp_url, settings.mail_folder)
        due = scheduler.blocking(engine, settings)

        def stop(_signal: int, _frame: FrameType | None) -> None:
            raise KeyboardInterrupt

        signal.signal(signal.SIGTERM, stop)
        try:
            if with_parent:
                threading.Thread(target=_stop_with_parent, daemon=True).start()
            else:
                click.echo("Jobben körs. Avbryt med Ctrl-C.")
            due.start()
        except KeyboardInterrupt:
            if due.running:
                due.shutdown(wait=False)


def _stop_with_parent() -> None:
    os.read(sys.stdin.fileno(), 1)  # without Python's buffer, whose lock would hinder the end
    main = threading.main_thread().ident
    assert main is not None
    signal.pthread_kill(main, signal.SIGTERM)  # the one that sleeps until the next job
