"""From a file's bytes to what a draft will hold: read, recognise, find the body."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from minutes.reading.blocks import BlockKind, ReadDocument, transcript_text
from minutes.reading.bounds import Limits
from minutes.reading.documents import read_document
from minutes.recognition.engine import NOBODY, recognise
from minutes.recognition.findings import PaperKind, Recognition
from minutes.recognition.people.roster import KnownPeople
from minutes.review import known
from minutes.review.contents import Proposal, proposals
from minutes.review.habits import applied
from minutes.review.matching import Candidate, match_body
from minutes.review.source_view import layout_of

LETTERHEAD = 15  # lines


@dataclass(frozen=True, slots=True)
class ReadMeeting:
    """A meeting as its draft wants it; `body_id` is None where no body is clearly meant.

    `lines` are those of the file that it stands on, None where it has the file to itself.
    """

    body_id: int | None
    proposals: tuple[Proposal, ...]
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it is stored, with a draft for each of its meetings."""

    transcript: str
    is_minutes: bool
    meetings: tuple[ReadMeeting, ...]

    @property
    def personal_numbers(self) -> tuple[int, ...]:
        """The lines with a personal identity number."""
        return tuple(
            each.lines[0]
            for meeting in self.meetings
            for each in meeting.proposals
            if each.lines and each.content.get("code") == "personal-number"
        )

    layout: tuple[list[Any], ...] = ()
    paper: PaperKind | None = None


def read_file(
    session: Session,
    filename: str,
    data: bytes,
    *,
    body_id: int | None,
    among: frozenset[int] | None,
    limits: Limits,
    are_minutes: bool = False,
) -> ReadFile:
    """Read and recognise the file; the body is guessed among those allowed unless given.

    are_minutes: somebody has said so.

    The body's own people are known beforehand only when the body is, so a guessed body
    means recognising twice. Raises Unreadable.
    """
    document = read_document(filename, data, limits)

    def recognised(people: KnownPeople = NOBODY) -> Recognition:
        return recognise(document, filename=filename, people=people, are_minutes=are_minutes)

    whole = recognised(known.known_people(session, body_id) if body_id is not None else NOBODY)
    found = whole.meetings or (whole,)
    bodies: list[int | None] = [body_id for _ in found]
    if body_id is None:
        bodies = _bodies(document, found, known.body_candidates(session, among))
        people_of = {body: known.known_people(session, body) for body in {*bodies} if body}
        informed = {body: recognised(people) for body, people in people_of.items() if people.names}
        found = tuple(
            _at(place, informed.get(body or 0, whole)) for place, body in enumerate(bodies)
        )
    rules = {body: known.rules(session, body) for body in {*bodies} if body is not None}
    session.commit()  # nothing was written; the lock is not held while others wait
    return ReadFile(
        transcript=transcript_text(document.transcript),
        is_minutes=whole.header.is_minutes,
        meetings=tuple(
            ReadMeeting(body, applied(proposals(each), rules.get(body or 0, ())), _lines(each))
            for body, each in zip(bodies, found, strict=True)
        ),
        layout=tuple(layout_of(document.blocks)),
        paper=whole.header.paper,
    )


def _at(place: int, whole: Recognition) -> Recognition:
    return whole.meetings[place] if whole.meetings else whole


def _lines(meeting: Recognition) -> tuple[int, int] | None:
    return (meeting.lines.first_line, meeting.lines.last_line) if meeting.lines else None


def _bodies(
    document: ReadDocument, found: Sequence[Recognition], candidates: Sequence[Candidate]
) -> list[int | None]:
    """The body of each meeting; one that names none is of the body of the one before."""
    bodies: list[int | None] = []
    for meeting in found:
        head = meeting.header
        if head.body is None and bodies:
            bodies.append(bodies[-1])
            continue
        around = (head.title, *_letterhead(document))
        if head.paper:  # its header is not read, but it names its body on a line
            named = (match_body(line, around, candidates) for line in around if line)
            bodies.append(next((body for body in named if body is not None), None))
            continue
        bodies.append(match_body(head.body, around, candidates, organisation=head.organisation))
    return bodies


def _letterhead(document: ReadDocument) -> list[str]:
    """Where an organisation is named though no rule of recognition takes it for the header."""
    margins = [each.text for each in document.blocks if each.kind is BlockKind.PAGE_MARGIN]
    return [*document.transcript[:LETTERHEAD], *margins]
