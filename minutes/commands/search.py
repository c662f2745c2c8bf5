"""The commands about the index of the search."""

import click
from sqlmodel import Session

from minutes.commands.database import opened, rebuild
from minutes.commands.failures import Failed
from minutes.formatting import counted
from minutes.search import index


def make_again() -> None:
    """Make the index again out of the register."""
    with opened() as (_, engine):
        rows = rebuild(engine)
    click.echo(f"Sökregistret är gjort på nytt: {counted(rows, 'rad', 'rader')}.")


def check() -> None:
    """Compare the index with the register. Raises Failed where they differ."""
    with opened() as (_, engine), Session(engine) as session:
        found = index.difference(session)
    if not found.is_none:
        raise Failed(
            f"Sökregistret stämmer inte: {found.missing} saknas, {found.changed} är inaktuella och "
            f"{found.superfluous} är för många. Kör minutes search rebuild."
        )
    click.echo("Sökregistret stämmer.")
