"""The command that checks evidence of justering: files by themselves, or the whole database."""

from pathlib import Path

import click
from sqlmodel import Session

from minutes.audit import marks
from minutes.audit import service as audit
from minutes.commands.database import opened
from minutes.commands.failures import Failed
from minutes.formatting import counted
from minutes.justering import bundle, proving


def verify_files(files: tuple[Path, ...]) -> None:
    """Say of each file whether it is as it was written. Raises Failed where one is not."""
    wrong = 0
    for file in files:
        found = bundle.faults(file.read_bytes())
        click.echo(f"{file}: {'ändrad' if found else 'oförändrad'}")
        for fault in found:
            click.echo(f"  {fault}")
        wrong += bool(found)
    if wrong:
        raise Failed(f"{counted(wrong, 'fil', 'filer')} är inte som den skrevs.")


def verify_database() -> None:
    """Check the chain of events and all rounds. Raises Failed, naming what is wrong."""
    with opened() as (settings, engine), Session(engine) as session:
        verdict = audit.verify(session)
        found = marks.faults(session, marks.kept(settings.data)) + proving.faults(session)
    if verdict.broken_at is not None:
        found.insert(0, f"Händelsekedjan är bruten vid händelse {verdict.broken_at}.")
    for fault in found:
        click.echo(fault)
    if found:
        raise Failed(f"{counted(len(found), 'sak', 'saker')} stämmer inte.")
    click.echo("Allt stämmer: texter, underskrifter, händelser och register.")
