"""From a file's bytes to what a draft will hold: read, recognise, find the body."""

from dataclasses import dataclass

from sqlmodel import Session

from minutes.reading.blocks import BlockKind, ReadDocument, transcript_text
from minutes.reading.bounds import Limits
from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.review import known
from minutes.review.contents import Proposal, proposals
from minutes.review.matching import match_body

LETTERHEAD = 15  # lines


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as a draft wants it; `body_id` is None where no body is clearly meant."""

    transcript: str
    is_minutes: bool
    body_id: int | None
    proposals: tuple[Proposal, ...]


def read_file(
    session: Session,
    filename: str,
    data: bytes,
    *,
    body_id: int | None,
    among: frozenset[int] | None,
    limits: Limits,
) -> ReadFile:
    """Read and recognise the file; the body is guessed among those allowed unless given.

    The body's own people are known beforehand only when the body is, so a guessed body
    means recognising twice. Raises Unreadable.
    """
    document = read_document(filename, data, limits)
    recognition = None
    if body_id is None:
        recognition = recognise(document, filename=filename)
        body_id = match_body(
            recognition.header.body,
            (recognition.header.title, *_letterhead(document)),
            known.body_candidates(session, among),
            organisation=recognition.header.organisation,
        )
    if body_id is not None:
        people = known.known_people(session, body_id)
        if people.names or recognition is None:
            recognition = recognise(document, filename=filename, people=people)
    session.commit()  # nothing was written; the lock is not held while others wait
    assert recognition is not None
    return ReadFile(
        transcript=transcript_text(document.transcript),
        is_minutes=recognition.header.is_minutes,
        body_id=body_id,
        proposals=proposals(recognition),
    )


def _letterhead(document: ReadDocument) -> list[str]:
    """Where an organisation is named though no rule of recognition takes it for the header."""
    margins = [each.text for each in document.blocks if each.kind is BlockKind.PAGE_MARGIN]
    return [*document.transcript[:LETTERHEAD], *margins]
