"""Keeps what can be found of what is published, in the transaction that publishes it."""

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.publication.tables import Publication, PublishedPart
from minutes.search.standing import number, stems_and_marks
from minutes.search.tables import PublicSearchEntry


def add(session: Session, parts: Iterable[PublishedPart]) -> None:
    """Write the rows of these parts."""
    ids = [each.id for each in parts]
    if ids:
        _write(session, _rows(session, col(PublishedPart.id).in_(ids)))


def rebuild(session: Session) -> int:
    """Make the rows again; how many there are. Does not commit."""
    session.execute(sa.delete(PublicSearchEntry))
    return _write(session, _rows(session))


def difference(session: Session) -> tuple[int, int]:
    """(missing, changed) rows. There are never too many: a row goes with its part."""
    kept = {
        part_id: (standing, said)
        for part_id, standing, said in session.execute(
            sa.select(
                col(PublicSearchEntry.part_id),
                col(PublicSearchEntry.id),
                col(PublicSearchEntry.stems),
            )
        )
    }
    missing = changed = 0
    for row in _rows(session):
        there = kept.get(row["part_id"])
        missing += there is None
        changed += there is not None and there != (row["id"], row["stems"])
    return missing, changed


def _rows(session: Session, *which: sa.ColumnElement[bool]) -> Iterator[dict[str, Any]]:
    query = sa.select(
        col(PublishedPart.id),
        col(PublishedPart.kind),
        col(PublishedPart.label),
        col(PublishedPart.text),
        col(Publication.body_id),
        col(Publication.date),
    ).join(Publication, col(Publication.id) == PublishedPart.publication_id)
    for part_id, kind, label, text, body_id, date in session.execute(query.where(*which)):
        yield {
            "id": number(date, part_id),
            "part_id": part_id,
            "stems": stems_and_marks(f"{label}\n{text}", kind, body_id),
        }


def _write(session: Session, rows: Iterable[dict[str, Any]]) -> int:
    written = list(rows)
    if written:
        session.connection().execute(sa.insert(PublicSearchEntry), written)
    return len(written)
