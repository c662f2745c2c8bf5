"""Keeps what can be found of what is published, in the transaction that publishes it."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.publication.tables import PublishedPart
from minutes.search.tables import PublicSearchEntry
from minutes.search.words import stems


def add(session: Session, things: Iterable[object]) -> None:
    """Write the rows of the parts among these."""
    rows = [
        {"part_id": each.id, "stems": stems_of(each)}
        for each in things
        if isinstance(each, PublishedPart)
    ]
    if rows:
        session.connection().execute(sa.insert(PublicSearchEntry), rows)


def stems_of(part: PublishedPart) -> str:
    """The stems of what the part is called and of what it says."""
    return stems(f"{part.label}\n{part.text}")


def rebuild(session: Session) -> int:
    """Make the rows again; how many there are. Does not commit."""
    session.execute(sa.delete(PublicSearchEntry))
    parts = session.exec(select(PublishedPart)).all()
    add(session, parts)
    return len(parts)


def difference(session: Session) -> tuple[int, int]:
    """(missing, changed) rows. There are never too many: a row goes with its part."""
    kept = {each.part_id: each.stems for each in session.exec(select(PublicSearchEntry))}
    parts = session.exec(select(PublishedPart).order_by(col(PublishedPart.id))).all()
    missing = sum(each.id not in kept for each in parts)
    changed = sum(kept.get(each.id or 0, stems_of(each)) != stems_of(each) for each in parts)
    return missing, changed
