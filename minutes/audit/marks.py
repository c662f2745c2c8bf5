"""Marks: how many events the chain had at a moment and the hash of the last, kept outside of the
database, so that one that was taken away from the end is missed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.audit.tables import AuditEvent

FILE = "handelsekedjan.txt"  # in the data folder
_LINE = re.compile(r"(?P<at>\S+) (?P<events>\d+) (?P<hash>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the chain reached: `at` is the moment of its last event."""

    at: datetime
    events: int
    hash: str

    @property
    def line(self) -> str:
        """As it is kept: the moment in UTC, the number of events, the hash of the last."""
        return f"{self.at.astimezone(UTC).isoformat()} {self.events} {self.hash}"


def mark(session: Session) -> Mark | None:
    """How far the chain reaches now; None where nothing has happened yet."""
    last = session.exec(select(AuditEvent).order_by(col(AuditEvent.id).desc()).limit(1)).first()
    if last is None:
        return None
    upto = sa.select(sa.func.count()).select_from(AuditEvent).where(col(AuditEvent.id) <= last.id)
    return Mark(last.at, session.scalar(upto) or 0, last.hash)


def keep(folder: Path, new: Mark | None) -> bool:
    """Add the mark to the file in the folder; False where nothing has happened since the last."""
    if new is None or kept(folder)[-1:] == [new]:
        return False
    with (folder / FILE).open("a", encoding="utf-8") as open_file:
        open_file.write(f"{new.line}\n")
    return True


def read(text: str) -> list[Mark]:
    """The marks in the text, one a line; what is no mark is passed over."""
    lines = map(_LINE.fullmatch, map(str.strip, text.splitlines()))
    return [
        Mark(datetime.fromisoformat(found["at"]), int(found["events"]), found["hash"])
        for found in lines
        if found
    ]


def kept(folder: Path) -> list[Mark]:
    """The marks that the installation has kept in its data folder."""
    file = folder / FILE
    return read(file.read_text(encoding="utf-8")) if file.exists() else []


def faults(session: Session, marks: Iterable[Mark]) -> list[str]:
    """Which marks the chain does not reach, or passes otherwise; in Swedish."""
    wanted = {each.events: each for each in marks}
    found, seen = [], 0
    query = select(AuditEvent.hash).order_by(col(AuditEvent.id)).execution_options(yield_per=1000)
    for hash_ in session.exec(query):
        seen += 1
        each = wanted.pop(seen, None)
        if each is not None and each.hash != hash_:
            found.append(f"Händelse {seen} är en annan än den som märktes {_when(each)}.")
    found += [
        f"{_when(each)} fanns {each.events} händelser. Nu finns {seen}: de sista är borttagna."
        for each in wanted.values()
    ]
    return found


def _when(mark: Mark) -> str:
    return mark.at.astimezone(UTC).strftime("%Y-%m-%d %H.%M UTC")
