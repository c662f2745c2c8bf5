"""From the rows of the register to the minutes that are signed."""

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.formatting import clock_time, clock_times
from minutes.justering.minutes_text import (
    Announced,
    Attendee,
    Clause,
    ClauseKind,
    Minutes,
    Paragraph,
    TextKind,
)
from minutes.register.pages import Action, MeetingPage, Point, meeting_page
from minutes.register.tables import AnnouncedMeeting, Attachment, Meeting, StoredDocument


def minutes_of(session: Session, meeting: Meeting) -> Minutes:
    """Everything that the register has of the meeting, as it is signed."""
    return minutes_of_page(meeting_page(session, meeting), _source(session, meeting.document_id))


def minutes_of_page(page: MeetingPage, source: str = "") -> Minutes:
    """The same of a meeting that has been read already; `source` is the hash of its file."""
    meeting = page.meeting
    people = [person for listed in page.attendance.values() for person in listed]
    return Minutes(
        body=page.body.name,
        organisation=page.body.organisation,
        kind=TextKind(meeting.kind.value),
        title=meeting.title,
        date=meeting.date,
        start=clock_time(meeting.start) if meeting.start else "",
        end=clock_time(meeting.end) if meeting.end else "",
        place=meeting.place or "",
        chair=meeting.chair or "",
        secretary=meeting.secretary or "",
        adjusters=tuple(name for name in meeting.adjusters.split("\n") if name),
        source=source,
        attendees=tuple(
            Attendee(
                each.presence, each.name, each.role or "", each.organisation or "", each.note or ""
            )
            for each in people
        ),
        paragraphs=tuple(_paragraph(point) for point in page.points),
        ahead=tuple(_announced(each) for each in page.ahead),
        attachments=tuple(_attachment(each) for each in page.attachments),
    )


def _source(session: Session, document_id: int | None) -> str:
    query = sa.select(col(StoredDocument.sha256)).where(col(StoredDocument.id) == document_id)
    return session.scalar(query) or ""


def _paragraph(point: Point) -> Paragraph:
    decisions = [Clause(ClauseKind.DECISION, each.text, each.quote) for each in point.decisions]
    actions = [_action(each) for each in point.actions]
    item = point.item
    return Paragraph(
        number=(item.number or "") if item else "",
        title=item.title if item else "",
        depth=point.depth,
        text=item.text if item else "",
        clauses=(*decisions, *actions),
    )


def _action(action: Action) -> Clause:
    item = action.item
    day = item.due.isoformat() if item.due else ""
    return Clause(
        ClauseKind.ACTION,
        item.text,
        item.quote,
        owners=tuple(owner.name for owner in action.owners) or _given(item.owner_text),
        due=f"{item.due_text} ({day})" if item.due_text and day else item.due_text or day,
        done=item.done_in_minutes,
    )


def _given(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _announced(meeting: AnnouncedMeeting) -> Announced:
    day = meeting.date.isoformat() if meeting.date else ""
    when = " ".join(filter(None, (day, clock_times(meeting.start, meeting.end))))
    return Announced(when, meeting.place or "", meeting.note or "")


def _attachment(attachment: Attachment) -> str:
    return ": ".join(filter(None, (attachment.label, attachment.title)))
