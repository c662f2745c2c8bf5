"""A paper that is brought to a meeting: read like any file where it can be, and attached."""

import hashlib
from datetime import datetime
from pathlib import PurePath

from sqlmodel import Session

from minutes.reading.bounds import Limits, Unreadable
from minutes.recognition.findings import PaperKind
from minutes.register import service as register
from minutes.review import queries
from minutes.review.importing import ReadFile, read_file
from minutes.review.storing import add_document

_ZIP = b"PK\x03\x04"
# What need not be read to be kept: how such a file begins.
_KEPT_UNREAD = {
    ".pdf": b"%PDF-",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".xlsx": _ZIP,
    ".pptx": _ZIP,
    ".ods": _ZIP,
    ".odp": _ZIP,
}
_SLIDES = (".pptx", ".odp")


def attach_file(
    session: Session,
    meeting_id: int,
    body_id: int,
    filename: str,
    data: bytes,
    *,
    by: int,
    at: datetime,
    limits: Limits,
) -> None:
    """Store the file, once, as a paper of the body, and attach it to the meeting.

    Raises Unreadable for a file that is too large or of a kind that is not kept, and what
    `register.service.attach` raises; nothing is attached then.
    """
    digest = hashlib.sha256(data).hexdigest()
    known = queries.imported(session, digest)
    if known is None:
        session.commit()  # reading takes long
        read = _read(session, filename, data, body_id, limits)
        known = queries.imported(session, digest) or add_document(
            session, filename, data, digest, read, by=by, at=at
        )
    register.attach(session, meeting_id, known.document_id, by=by, at=at)


def _read(session: Session, filename: str, data: bytes, body_id: int, limits: Limits) -> ReadFile:
    try:
        return read_file(session, filename, data, body_id=body_id, among=None, limits=limits)
    except Unreadable:
        suffix = PurePath(filename).suffix.casefold()
        beginning = _KEPT_UNREAD.get(suffix)
        if beginning is None or not data.startswith(beginning) or len(data) > limits.file_bytes:
            raise
        kind = PaperKind.SLIDES if suffix in _SLIDES else PaperKind.OTHER
        return ReadFile(transcript="", is_minutes=False, meetings=(), paper=kind)
