"""Keeps what can be found as the register is: in the same transaction that changes it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlmodel import Session, col

from minutes.publication.tables import PublishedPart
from minutes.register.tables import Attendance, Meeting
from minutes.search import public_index
from minutes.search.entries import AT_ONCE, KINDS, Entry, entries
from minutes.search.full_text import tidy
from minutes.search.language import Kind
from minutes.search.tables import SearchEntry

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the index is from the register, in rows."""

    missing: int
    changed: int
    superfluous: int

    @property
    def is_none(self) -> bool:
        """Whether the index says what the register says."""
        return not (self.missing or self.changed or self.superfluous)


def install() -> None:
    """Let every session of this process keep the index. May be called again."""
    if not event.contains(Session, "after_flush", _follow):
        event.listen(Session, "after_flush", _follow)


def rebuild(session: Session) -> int:
    """Make the whole index again; how many rows it has. Does not commit."""
    session.execute(sa.delete(SearchEntry))
    count = sum(_add(session, entries(session, kind)) for kind in Kind)
    count += public_index.rebuild(session)
    tidy(session)
    return count


def difference(session: Session) -> Difference:
    """Compare every row of the index with the register."""
    every = chain.from_iterable(entries(session, kind) for kind in Kind)
    wanted = {(each.kind, each.thing_id): each.values() for each in every}
    missing, changed, superfluous = len(wanted), 0, 0
    rows = sa.select(*sa.inspect(SearchEntry).columns).execution_options(yield_per=AT_ONCE)
    for row in session.execute(rows).mappings():
        values = wanted.get((row["kind"], row["thing_id"]))
        if values is None:
            superfluous += 1
        else:
            missing -= 1
            changed += dict(row) != values
    of_public = public_index.difference(session)
    return Difference(missing + of_public[0], changed + of_public[1], superfluous)


def _add(session: Session, rows: Iterable[Entry]) -> int:
    """Write the rows; how many there are."""
    count = 0
    for part in _in_parts(rows):
        session.connection().execute(sa.insert(SearchEntry), [each.values() for each in part])
        count += len(part)
    return count


def _in_parts(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    rest = iter(rows)
    while part := list(islice(rest, AT_ONCE)):
        yield part


def _follow(session: Session, _flush: object) -> None:
    """After rows of the register, of reports, or of what is published, were written: write
    theirs.
    """
    things: dict[Kind, set[int]] = {}
    for each in [*session.new, *session.dirty, *session.deleted]:
        kind = KINDS.get(type(each))
        if kind is not None:
            things.setdefault(kind, set()).add(each.id)
        elif isinstance(each, Attendance):
            things.setdefault(Kind.MEETING, set()).add(each.meeting_id)
    for kind, ids in things.items():
        for some in _in_parts(sorted(ids)):
            of_things = sa.and_(col(SearchEntry.kind) == kind, col(SearchEntry.thing_id).in_(some))
            session.execute(sa.delete(SearchEntry).where(of_things))
            _add(session, entries(session, kind, ids=some))
    for meeting in session.dirty:
        if isinstance(meeting, Meeting) and _has_moved(meeting):
            _move(session, meeting)
    public_index.add(session, [each for each in session.new if isinstance(each, PublishedPart)])


def _has_moved(meeting: Meeting) -> bool:
    """Whether its body or day has changed, which everything of it stands in order by."""
    attributes = sa.inspect(meeting).attrs
    return any(attributes[name].history.has_changes() for name in ("date", "body_id"))


def _move(session: Session, meeting: Meeting) -> None:
    session.execute(sa.delete(SearchEntry).where(col(SearchEntry.meeting_id) == meeting.id))
    for kind in set(Kind) - {Kind.REPORT}:
        _add(session, entries(session, kind, of_meeting=meeting.id))
