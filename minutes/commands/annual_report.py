"""The command that writes an annual report into a file."""

from pathlib import Path

import click
from sqlmodel import Session

from minutes import clock
from minutes.annual_report import service, templates
from minutes.annual_report.composing import composed
from minutes.annual_report.files import file_of
from minutes.annual_report.tables import Extent
from minutes.annual_report.word_report import Cover
from minutes.app import create_app
from minutes.commands.database import opened
from minutes.commands.failures import Failed
from minutes.formatting import counted
from minutes.people import queries as people


def annual_report(name: str, year: int, kind: str, extent: str, to: Path) -> None:
    """Write the report that is stored, or else a first draft that is not. Raises Failed."""
    with opened() as (settings, engine), Session(engine) as session:
        body = people.body_by_name(session, name)
        if body is None or body.id is None:
            raise Failed(f"Det finns inget organ som heter {name}.")
        by = service.By(None, clock.now(), clock.today())
        report = service.stored_or_drafted(session, by, body.id, year, Extent(extent))
        made = composed(session, report, by.today)
        cover = Cover(body.name, body.organisation, report.changed_at)
        template = templates.content(session, body.id)
        session.rollback()
        app = create_app(settings)
        with app.test_request_context():
            to.write_bytes(file_of(kind, made.document, cover, template))
        app.extensions["engine"].dispose()
    click.echo(f"{to}: {counted(len(made.document.notes), 'källa', 'källor')}")
    for fault in made.document.faults:
        click.echo(f"  {fault}")
