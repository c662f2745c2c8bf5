"""Keeps what can be found as the register is: in the same transaction that changes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlmodel import Session, col, select

from minutes.register.tables import ActionItem, Decision, Item, Meeting
from minutes.search import public_index
from minutes.search.language import Kind
from minutes.search.tables import SearchEntry
from minutes.search.words import stems

_AT_ONCE = 1_000  # rows


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row of the index is to say, but for what it has of its meeting."""

    kind: Kind
    thing_id: int
    meeting_id: int
    text: str

    def values(self) -> dict[str, Any]:
        """The columns of the row."""
        return {
            "kind": self.kind,
            "thing_id": self.thing_id,
            "meeting_id": self.meeting_id,
            "text": self.text,
            "stems": stems(self.text),
        }


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


def entry_of(thing: object) -> Entry | None:
    """What is to be found of a row of the register; None where nothing is."""
    parts: list[str | None]
    match thing:
        case Meeting():
            parts = [thing.title, thing.place, thing.chair, thing.secretary, thing.adjusters]
            kind, meeting_id = Kind.MEETING, thing.id
        case Item():
            parts = [f"{thing.number or ''} {thing.title}".strip(), thing.text]
            kind, meeting_id = Kind.ITEM, thing.meeting_id
        case Decision():
            parts, kind, meeting_id = [thing.text], Kind.DECISION, thing.meeting_id
        case ActionItem():
            parts = [thing.text, thing.owner_text]
            kind, meeting_id = Kind.ACTION, thing.meeting_id
        case _:
            return None
    assert thing.id is not None
    assert meeting_id is not None
    return Entry(kind, thing.id, meeting_id, "\n".join(part for part in parts if part))


def install() -> None:
    """Let every session of this process keep the index. May be called again."""
    if not event.contains(Session, "after_flush", _follow):
        event.listen(Session, "after_flush", _follow)


def rebuild(session: Session) -> int:
    """Make the whole index again; how many rows it has. Does not commit."""
    session.execute(sa.delete(SearchEntry))
    count = 0
    for entries in _in_parts(_entries(session)):
        _add(session, entries)
        count += len(entries)
    return count + public_index.rebuild(session)


def difference(session: Session) -> Difference:
    """Compare every row of the index with the register."""
    wanted = {(each.kind, each.thing_id): each.values() for each in _entries(session)}
    missing, changed, superfluous = len(wanted), 0, 0
    rows = sa.select(SearchEntry, col(Meeting.body_id), col(Meeting.date)).join(Meeting)
    for row, body_id, date in session.execute(rows.execution_options(yield_per=_AT_ONCE)):
        values = wanted.get((row.kind, row.thing_id))
        if values is None:
            superfluous += 1
        else:
            missing -= 1
            values |= {"body_id": body_id, "date": date}
            changed += any(getattr(row, name) != value for name, value in values.items())
    of_public = public_index.difference(session)
    return Difference(missing + of_public[0], changed + of_public[1], superfluous)


def _entries(session: Session) -> Iterator[Entry]:
    for table in (Meeting, Item, Decision, ActionItem):
        for thing in session.exec(select(table)).yield_per(_AT_ONCE):
            entry = entry_of(thing)
            if entry is not None:
                yield entry


def _in_parts(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while part := list(islice(entries, _AT_ONCE)):
        yield part


def _add(session: Session, entries: Sequence[Entry]) -> None:
    if not entries:
        return
    of_meeting = col(Meeting.id) == sa.bindparam("of_meeting")
    row = sa.insert(SearchEntry).values(
        body_id=sa.select(col(Meeting.body_id)).where(of_meeting).scalar_subquery(),
        date=sa.select(col(Meeting.date)).where(of_meeting).scalar_subquery(),
    )
    session.connection().execute(
        row, [each.values() | {"of_meeting": each.meeting_id} for each in entries]
    )


def _follow(session: Session, _flush: object) -> None:
    """After rows of the register, or of what is published, were written: write theirs."""
    new = [each for each in map(entry_of, session.new) if each]
    changed = [each for each in map(entry_of, session.dirty) if each]
    gone = [each for each in map(entry_of, session.deleted) if each]
    for entry in [*gone, *changed]:
        session.execute(
            sa.delete(SearchEntry).where(
                col(SearchEntry.kind) == entry.kind, col(SearchEntry.thing_id) == entry.thing_id
            )
        )
    for meeting in session.dirty:
        if isinstance(meeting, Meeting):
            session.execute(
                sa.update(SearchEntry)
                .where(col(SearchEntry.meeting_id) == meeting.id)
                .values(body_id=meeting.body_id, date=meeting.date)
            )
    _add(session, [*new, *changed])
    public_index.add(session, session.new)
