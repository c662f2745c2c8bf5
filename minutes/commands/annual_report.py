"""The command that writes an annual report into a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from sqlmodel import Session

from minutes import clock
from minutes.annual_report import report_list, service, templates
from minutes.annual_report.composing import composed
from minutes.annual_report.files import file_of
from minutes.annual_report.tables import Extent
from minutes.annual_report.word_report import Cover
from minutes.app import create_app
from minutes.commands.database import opened
from minutes.commands.failures import Failed
from minutes.commands.users import find_body
from minutes.formatting import counted
from minutes.people import queries as people
from minutes.people.tables import Body


@dataclass(frozen=True, slots=True)
class Wanted:
    """The bodies that a report is to be about: by their names, or those of an organisation."""

    names: Sequence[str] = ()
    organisation: str = ""


def annual_report(
    wanted: Wanted, year: int, kind: str, extent: str, to: Path, *, together: bool = False
) -> None:
    """Write the report that is stored, or else a first draft that is not. Raises Failed.

    together: the sections of several bodies are shared in the draft.
    """
    with opened() as (settings, engine), Session(engine) as session:
        bodies = _bodies(session, wanted)
        by = service.By(None, clock.now(), clock.today())
        ids = [each.id for each in bodies if each.id]
        report = report_list.stored(session, ids, year) or service.drafted(
            session, by, ids, year, together=together, extent=Extent(extent)
        )
        found = composed(session, report, by.today)
        made = found.document
        cover = Cover(found.body.name, found.body.organisation, report.changed_at)
        template = templates.content(session, report.body_id)
        session.rollback()
        app = create_app(settings)
        with app.test_request_context():
            to.write_bytes(file_of(kind, made, cover, template))
        app.extensions["engine"].dispose()
    click.echo(f"{to}: {counted(len(made.notes), 'källa', 'källor')}")
    for fault in made.faults:
        click.echo(f"  {fault}")


def _bodies(session: Session, wanted: Wanted) -> Sequence[Body]:
    """The bodies that are named, or all of the organisation. Raises Failed where there are none."""
    if bool(wanted.names) == bool(wanted.organisation):
        raise Failed("Ange antingen --body, en eller flera gånger, eller --organisation.")
    if wanted.organisation:
        found = [
            each
            for each in people.bodies(session)
            if (each.organisation or "").casefold() == wanted.organisation.casefold()
        ]
        if not found:
            raise Failed(f"Det finns inget organ i organisationen {wanted.organisation}.")
        return found
    return list(
        {each.id: each for each in (find_body(session, name) for name in wanted.names)}.values()
    )
