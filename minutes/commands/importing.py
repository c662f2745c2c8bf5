"""The command that takes files in as drafts; the same file again changes nothing.

A folder becomes a batch as many uploaded files do: what is not read when the command is
interrupted is read by the job.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import click
from rich.console import Console, Group
from rich.progress import track
from rich.table import Table
from rich.text import Text
from sqlmodel import Session

from minutes import clock
from minutes.commands import files as named
from minutes.commands.database import opened
from minutes.commands.failures import Failed
from minutes.commands.swedish import message_of
from minutes.commands.users import find_body
from minutes.errors import MinutesError
from minutes.formatting import counted
from minutes.people.tables import Body
from minutes.reading.bounds import Limits
from minutes.review import batches
from minutes.review.service import import_file
from minutes.review.tables import FileState


class Fate(StrEnum):
    """What became of a file."""

    WAITING = "väntar"
    READ = "läst"
    ALREADY_THERE = "fanns redan"
    NOT_MINUTES = "inte protokoll"
    REFUSED = "gick inte att läsa"


STYLES = {
    Fate.WAITING: "dim",
    Fate.READ: "green",
    Fate.ALREADY_THERE: "dim",
    Fate.NOT_MINUTES: "yellow",
    Fate.REFUSED: "red",
}
COUNTED = {
    Fate.WAITING: "väntar",
    Fate.READ: "lästa",
    Fate.ALREADY_THERE: "fanns redan",
    Fate.NOT_MINUTES: "inte protokoll",
    Fate.REFUSED: "gick inte att läsa",
}


OF_STATE = {
    FileState.WAITING: Fate.WAITING,
    FileState.READ: Fate.READ,
    FileState.ALREADY_THERE: Fate.ALREADY_THERE,
    FileState.NOT_MINUTES: Fate.NOT_MINUTES,
    FileState.REFUSED: Fate.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Result:
    """One file and what became of it; `note` says where it is, or why it was refused."""

    path: Path
    fate: Fate
    note: str = ""
    draft_ids: tuple[int, ...] = ()


def import_files(paths: Sequence[Path], body_name: str | None) -> None:
    """Import the files and print a summary. Raises Failed where one was refused."""
    files = named.with_folders_opened(paths)
    limits = named.limits()
    with opened() as (_, engine), Session(engine) as session:
        body = find_body(session, body_name) if body_name else None
        session.commit()
        if any(path.is_dir() for path in paths):
            results = _import_batch(session, files, body, limits)
        else:
            results = [import_one(session, path, body, limits) for path in files]
    Console().print(summary(results))
    refused = sum(1 for result in results if result.fate is Fate.REFUSED)
    if refused:
        raise Failed(f"{counted(refused, 'fil', 'filer')} gick inte att läsa.")


def _import_batch(
    session: Session, files: Sequence[Path], body: Body | None, limits: Limits
) -> list[Result]:
    """Store all files before the first is read, so that the job can go on after this command."""
    if not files:
        return []
    left_out: list[Result] = []
    batch_id = batches.start(
        session,
        _contents(files, limits, left_out),
        body_id=body.id if body else None,
        among=None,
        by=None,
        at=clock.now(),
    )
    click.echo(f"Filerna är lagrade som inläsning {batch_id}. Avbryts läsningen går jobben vidare.")
    read = batches.read_batch(session, batch_id, limits, clock.now)
    quiet, console = not sys.stderr.isatty(), Console(stderr=True)
    for _ in track(read, "Läser", total=len(files), console=console, transient=True, disable=quiet):
        pass
    found = [_result(row) for row in batches.files(session, batch_id)]
    click.echo("Granska i ordning efter tvekan: /granskning/ko")
    return [*found, *left_out]


def _contents(
    files: Sequence[Path], limits: Limits, left_out: list[Result]
) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file; one that the system does not give us is left out and told."""
    for path in files:
        try:
            yield path.name, named.read_bytes(path, limits)
        except OSError as refusal:
            left_out.append(Result(path, Fate.REFUSED, message_of(refusal)))


def _result(row: batches.FileRow) -> Result:
    where = f"/granskning/{row.draft_id}" if row.draft_id else ""
    return Result(Path(row.filename), OF_STATE[row.state], f"{where}  {row.note}".strip())


def import_one(session: Session, path: Path, body: Body | None, limits: Limits) -> Result:
    """Import one file; a refusal is a result, so that the other files are read too."""
    try:
        imported = import_file(
            session,
            path.name,
            named.read_bytes(path, limits),
            body=body,
            by=None,
            at=clock.now(),
            limits=limits,
        )
    except (MinutesError, OSError) as refusal:
        session.rollback()
        return Result(path, Fate.REFUSED, message_of(refusal))
    draft_ids = tuple(draft.draft_id for draft in imported.drafts)
    where = ", ".join(f"/granskning/{each}" for each in draft_ids)
    where = f"{where}  {batches.warned(imported.personal_numbers)}".rstrip()
    if imported.already_there:
        return Result(path, Fate.ALREADY_THERE, where)
    if not imported.is_minutes:
        note = f"Dokumentet är sparat, utan utkast. {where}".rstrip()
        return Result(path, Fate.NOT_MINUTES, note)
    return Result(path, Fate.READ, where, draft_ids)


def summary(results: Sequence[Result]) -> Group:
    """A row for each file, and how many of each fate."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for result in results:
        table.add_row(Text(result.fate.value, STYLES[result.fate]), result.path.name, result.note)
    counts = [
        f"{sum(1 for result in results if result.fate is fate)} {words}"
        for fate, words in COUNTED.items()
        if any(result.fate is fate for result in results)
    ]
    return Group(table, Text(f"\n{', '.join(counts) or 'Inga filer'}.", "bold"))
