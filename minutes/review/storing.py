"""Writing a read file into the database: the document once, and its drafts."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minutes.audit import service as audit
from minutes.recognition.findings import PaperKind
from minutes.register.tables import StoredDocument
from minutes.review import queries
from minutes.review.contents import Proposal
from minutes.review.importing import ReadFile
from minutes.review.tables import Draft, DraftFinding, FindingState

COMMAND_LINE = "kommandoraden"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: a draft for each meeting, none where it is a paper of another kind.

    `digest` is the hash of its bytes, which only who has the file knows.
    """

    document_id: int
    already_there: bool
    is_minutes: bool
    drafts: tuple[queries.KnownDraft, ...] = ()
    digest: str = ""
    personal_numbers: tuple[int, ...] = ()  # the lines that have one, told at once
    paper: PaperKind | None = None

    @property
    def draft_id(self) -> int | None:
        """The draft of the first meeting."""
        return self.drafts[0].draft_id if self.drafts else None

    @property
    def meeting_id(self) -> int | None:
        """The first meeting, where it is registered."""
        return self.drafts[0].meeting_id if self.drafts else None


def actor(by: int | None) -> str:
    """Who did it, as the audit names them."""
    return COMMAND_LINE if by is None else f"person:{by}"


def already_there(known: queries.KnownDocument, digest: str) -> Imported:
    """The answer for a file whose bytes are stored already."""
    drafts, paper = known.drafts, known.paper
    return Imported(known.document_id, True, known.is_minutes, drafts, digest, paper=paper)


def store(
    session: Session,
    filename: str,
    data: bytes,
    digest: str,
    read: ReadFile,
    *,
    by: int | None,
    at: datetime,
) -> Imported:
    """Store the document, a draft for each meeting in it, and who brought it; commits."""
    known = queries.imported(session, digest)  # again: another may have stored it meanwhile
    if known is None:
        known = add_document(session, filename, data, digest, read, by=by, at=at)
    if known.is_complete:
        session.commit()
        return already_there(known, digest)
    made: tuple[queries.KnownDraft, ...] = ()
    if read.is_minutes:
        made = add_drafts(session, known, read, by=by, at=at)
    audit.append(
        session,
        at=at,
        actor=actor(by),
        act="document.imported",
        subject=f"document:{known.document_id}",
        details={
            "filename": _clean_name(filename),
            "sha256": digest,
            "drafts": ", ".join(str(each.draft_id) for each in made),
        },
    )
    session.commit()
    drafts = sorted((*known.drafts, *made), key=lambda each: each.part)
    numbers = read.personal_numbers
    return Imported(
        known.document_id, False, read.is_minutes, tuple(drafts), digest, numbers, read.paper
    )


def add_document(
    session: Session,
    filename: str,
    data: bytes,
    digest: str,
    read: ReadFile,
    *,
    by: int | None,
    at: datetime,
) -> queries.KnownDocument:
    """The stored document; another may store the same bytes meanwhile. Does not commit."""
    row = StoredDocument(
        filename=_clean_name(filename),
        sha256=digest,
        content=data,
        transcript=read.transcript,
        is_minutes=read.is_minutes,
        paper=read.paper,
        body_id=None if read.is_minutes or not read.meetings else read.meetings[0].body_id,
        stored_at=at,
        stored_by=by,
    )
    session.add(row)
    try:
        session.flush()
    except IntegrityError:  # the same bytes from two at once; the other one has stored them
        session.rollback()
        known = queries.imported(session, digest)
        if known is None:
            raise
        return known
    assert row.id is not None
    return queries.KnownDocument(row.id, row.is_minutes, paper=row.paper)


def add_drafts(
    session: Session,
    document: queries.KnownDocument,
    read: ReadFile,
    *,
    by: int | None,
    at: datetime,
) -> tuple[queries.KnownDraft, ...]:
    """A draft for each meeting that has none, with a row for each proposal; does not commit."""
    made = []
    there = {each.part for each in document.drafts}
    for part, meeting in enumerate(read.meetings, 1):
        if part in there:
            continue
        first_line, last_line = meeting.lines or (None, None)
        draft = Draft(
            document_id=document.document_id,
            body_id=meeting.body_id,
            created_at=at,
            created_by=by,
            part=part,
            parts=len(read.meetings),
            first_line=first_line,
            last_line=last_line,
            layout=[each for each in read.layout if _within(each, meeting.lines)],
        )
        session.add(draft)
        session.flush()
        assert draft.id is not None
        session.execute(sa.insert(DraftFinding), _rows(draft.id, meeting.proposals))
        made.append(queries.KnownDraft(part, draft.id))
    return tuple(made)


def _within(shape: Sequence[Any], lines: tuple[int, int] | None) -> bool:
    return lines is None or lines[0] <= shape[0] <= lines[1]


def _rows(draft_id: int, found: Sequence[Proposal]) -> list[dict[str, object]]:
    return [
        {
            "draft_id": draft_id,
            "position": position,
            "kind": each.kind,
            "state": FindingState.REFUSED if each.refused else FindingState.PROPOSED,
            "content": each.content,
            "confidence": each.confidence,
            "reason": each.reason,
            "first_line": each.lines[0] if each.lines else None,
            "last_line": each.lines[1] if each.lines else None,
        }
        for position, each in enumerate(found)
    ]


def _clean_name(filename: str) -> str:
    """The file's own name: no folders, no characters that are not seen.

    Among these are those that let the rest be written from right to left, and an .exe pass
    for a .docx.
    """
    name = PurePosixPath(filename.replace("\\", "/")).name
    name = "".join(each for each in name if unicodedata.category(each)[0] != "C").strip()
    return name[-255:] or "dokument"
