"""The commands about the scheduled jobs."""

import logging
import os
import signal
import sys
import threading
from types import FrameType

import click
from rich.console import Console
from rich.table import Table
from sqlmodel import Session

from minutes import scheduler
from minutes.clock import STOCKHOLM
from minutes.commands.database import opened
from minutes.commands.failures import Failed
from minutes.formatting import date_and_time
from minutes.jobs.queries import states


def show() -> None:
    """When each job last ended well, and what it said."""
    with opened() as (settings, engine), Session(engine) as session:
        jobs = scheduler.jobs_with_mail(settings)
        known = {state.name: state for state in states(session)}
    table = Table("Jobb", "Senast slutfört", "Resultat", box=None, pad_edge=False)
    for job in jobs:
        state = known.get(job.name)
        ended = state.last_ended_well if state else None
        when = date_and_time(ended.astimezone(STOCKHOLM)) if ended else "aldrig"
        table.add_row(job.name, when, (state.last_outcome if state else "") or "–")
    Console().print(table)


def run_all() -> None:
    """Run every job once. Raises Failed where one did not end well."""
    with opened() as (settings, engine):
        jobs = scheduler.jobs_with_mail(settings)
        ended = {job.name: scheduler.run(engine, job) for job in jobs}
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
    with opened() as (settings, engine):
        due = scheduler.blocking(engine, scheduler.jobs_with_mail(settings))

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
