"""Many files at once: stored as they come, and read one after the other by a job.

Nothing is kept but in the database. A process that dies while it reads gives its file back
by time; a file at which processes die again and again is refused.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import MinutesError, NotFound, Refused
from minutes.people.tables import Body
from minutes.reading.bounds import Limits
from minutes.review.service import import_file
from minutes.review.storing import Imported
from minutes.review.tables import Draft, DraftState, FileState, ImportBatch, ImportFile
from minutes.texts import N_

JOB = N_("Läs in filer")
CLAIM = timedelta(minutes=10)
SLOW = timedelta(minutes=1)  # a file that takes longer has probably lost its process
TRIES = 3
NUMBERS_NAMED = 20  # lines of personal identity numbers in a note
DIED = "Läsningen avbröts flera gånger. Ladda upp filen för sig."


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of a batch, the document it became, and the first draft of its meetings.

    claimed_until: until when a process has the waiting file for itself.
    """

    filename: str
    state: FileState
    note: str
    claimed_until: datetime | None
    document_id: int | None
    draft_id: int | None
    is_registered: bool

    def is_being_read(self, at: datetime) -> bool:
        """Whether a process has the file at the time."""
        return self.claimed_until is not None and self.claimed_until > at

    def again_at(self, at: datetime) -> datetime | None:
        """When the file is read anew, where its reading seems to have been broken off."""
        if self.claimed_until is None or not self.is_being_read(at):
            return None
        return self.claimed_until if at > self.claimed_until - CLAIM + SLOW else None


def start(
    session: Session,
    files: Iterable[tuple[str, bytes]],
    *,
    body_id: int | None,
    among: frozenset[int] | None,
    by: int | None,
    at: datetime,
) -> int:
    """Store the files, each by name and bytes, to be read; the batch's id.

    They are stored as they come, so that there may be many. Raises Refused where there is none.
    """
    batch = ImportBatch(
        created_at=at,
        created_by=by,
        body_id=body_id,
        among=None if among is None else sorted(among),
    )
    session.add(batch)
    session.flush()
    assert batch.id is not None
    batch_id = batch.id
    count = 0
    for name, content in files:
        row = ImportFile(batch_id=batch_id, filename=name[-255:] or "dokument", content=content)
        session.add(row)
        session.flush()
        session.expunge(row)  # or the bytes of all files would be held at once
        count += 1
    if not count:
        session.rollback()
        raise Refused("Välj minst en fil.")
    session.commit()
    return batch_id


def read_waiting(
    session: Session, limits: Limits, now: Callable[[], datetime], until: datetime
) -> int:
    """Read the files that wait until there are none, or the time is up; how many were read."""
    count = 0
    while now() < until and (claimed := _claim(session, now())) is not None:
        _read(session, claimed, limits, now())
        count += 1
    return count


def read_batch(
    session: Session, batch_id: int, limits: Limits, now: Callable[[], datetime]
) -> Iterator[int]:
    """Read the files of the batch that no other process reads; the id of each when it is read."""
    while (claimed := _claim(session, now(), batch_id)) is not None:
        _read(session, claimed, limits, now())
        yield claimed


def batch(session: Session, batch_id: int) -> ImportBatch:
    """The batch. Raises NotFound."""
    found = session.get(ImportBatch, batch_id)
    if found is None:
        raise NotFound("Inläsningen finns inte.")
    return found


def files(session: Session, batch_id: int) -> list[FileRow]:
    """The files of the batch in the order in which they came."""
    first = (
        sa.select(col(Draft.document_id), sa.func.min(Draft.id).label("draft_id"))
        .where(col(Draft.state) != DraftState.DISCARDED)
        .group_by(col(Draft.document_id))
        .subquery()
    )
    rows = session.execute(
        sa.select(
            col(ImportFile.filename),
            col(ImportFile.state),
            col(ImportFile.note),
            col(ImportFile.claimed_until),
            col(ImportFile.document_id),
            col(Draft.id),
            col(Draft.state),
        )
        .outerjoin(first, first.c.document_id == ImportFile.document_id)
        .outerjoin(Draft, col(Draft.id) == first.c.draft_id)
        .where(col(ImportFile.batch_id) == batch_id)
        .order_by(col(ImportFile.id))
    )
    return [
        FileRow(name, state, note, until, document, draft, drafted is DraftState.REGISTERED)
        for name, state, note, until, document, draft, drafted in rows
    ]


def documents(session: Session, batch_id: int) -> frozenset[int]:
    """The documents that the files of the batch became."""
    rows = session.execute(
        sa.select(col(ImportFile.document_id)).where(
            col(ImportFile.batch_id) == batch_id, col(ImportFile.document_id).is_not(None)
        )
    )
    return frozenset(row[0] for row in rows)


def latest(
    session: Session, person_id: int, *, and_nobodys: bool = False, most: int = 5
) -> list[ImportBatch]:
    """The person's latest batches, the newest first; `and_nobodys`: of the command line too."""
    whose = col(ImportBatch.created_by) == person_id
    if and_nobodys:
        whose = sa.or_(whose, col(ImportBatch.created_by).is_(None))
    return list(
        session.exec(
            select(ImportBatch).where(whose).order_by(col(ImportBatch.id).desc()).limit(most)
        )
    )


def _claim(session: Session, at: datetime, batch_id: int | None = None) -> int | None:
    """The next file that waits (of the batch), for this process alone for a while."""
    free = sa.or_(col(ImportFile.claimed_until).is_(None), col(ImportFile.claimed_until) <= at)
    wanted = [col(ImportFile.state) == FileState.WAITING, free]
    if batch_id is not None:
        wanted.append(col(ImportFile.batch_id) == batch_id)
    row = session.exec(
        select(ImportFile)
        .where(*wanted)
        .order_by(col(ImportFile.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    if row is None:
        session.commit()
        return None
    row.tries += 1
    row.claimed_until = at + CLAIM
    session.add(row)
    file_id = row.id
    session.commit()
    return file_id


def _read(session: Session, file_id: int, limits: Limits, at: datetime) -> None:
    row = session.get_one(ImportFile, file_id)
    batch = session.get_one(ImportBatch, row.batch_id)
    filename, content, tries, by = row.filename, row.content or b"", row.tries, batch.created_by
    among = None if batch.among is None else frozenset(batch.among)
    body = session.get(Body, batch.body_id) if batch.body_id is not None else None
    if tries > TRIES:
        _ended(session, file_id, FileState.REFUSED, DIED)
        return
    try:
        imported = import_file(
            session, filename, content, body=body, by=by, at=at, limits=limits, among=among
        )
    except MinutesError as refusal:
        session.rollback()
        _ended(session, file_id, FileState.REFUSED, refusal.message[:500])
        return
    note = warned(imported.personal_numbers)
    _ended(session, file_id, _state(imported), note, document_id=imported.document_id)


def warned(lines: Sequence[int]) -> str:
    """Where personal identity numbers stand; they are not shown themselves."""
    named = ", ".join(map(str, lines[:NUMBERS_NAMED]))
    more = " med flera" if len(lines) > NUMBERS_NAMED else ""
    return f"Personnummer på rad {named}{more}." if lines else ""


def _state(imported: Imported) -> FileState:
    if not imported.is_minutes:
        return FileState.NOT_MINUTES
    return FileState.ALREADY_THERE if imported.already_there else FileState.READ


def _ended(
    session: Session,
    file_id: int,
    state: FileState,
    note: str = "",
    document_id: int | None = None,
) -> None:
    session.execute(
        sa.update(ImportFile)
        .where(col(ImportFile.id) == file_id)
        .values(state=state, note=note, document_id=document_id, content=None, claimed_until=None)
    )
    session.commit()
