"""The command that takes files in as drafts; the same file again changes nothing."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

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
from minutes.review.service import import_file


class Fate(StrEnum):
    """What became of a file."""

    READ = "läst"
    ALREADY_THERE = "fanns redan"
    NOT_MINUTES = "inte protokoll"
    REFUSED = "gick inte att läsa"


STYLES = {
    Fate.READ: "green",
    Fate.ALREADY_THERE: "dim",
    Fate.NOT_MINUTES: "yellow",
    Fate.REFUSED: "red",
}
COUNTED = {
    Fate.READ: "lästa",
    Fate.ALREADY_THERE: "fanns redan",
    Fate.NOT_MINUTES: "inte protokoll",
    Fate.REFUSED: "gick inte att läsa",
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
        results = [import_one(session, path, body, limits) for path in _with_progress(files)]
    Console().print(summary(results))
    refused = sum(1 for result in results if result.fate is Fate.REFUSED)
    if refused:
        raise Failed(f"{counted(refused, 'fil', 'filer')} gick inte att läsa.")


def _with_progress(files: Sequence[Path]) -> Iterator[Path]:
    console = Console(stderr=True)
    if len(files) < 3 or not sys.stderr.isatty():
        yield from files
        return
    yield from track(files, "Läser", console=console, transient=True)


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
    where += _warned(imported.personal_numbers)
    if imported.already_there:
        return Result(path, Fate.ALREADY_THERE, where)
    if not imported.is_minutes:
        note = "Dokumentet är sparat, utan utkast." + where
        return Result(path, Fate.NOT_MINUTES, note)
    return Result(path, Fate.READ, where, draft_ids)


def _warned(lines: Sequence[int]) -> str:
    """Where personal identity numbers stand; they are not printed themselves."""
    named = ", ".join(str(line) for line in lines)
    return f"  Personnummer på rad {named}." if lines else ""


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
