"""What is asked of meetings that are prepared and minuted here."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import NotFound
from minutes.people import queries as people
from minutes.people.queries import Seat
from minutes.people.tables import Body, Numbering, Person, Role
from minutes.recognition.findings import MinutesKind
from minutes.register.cancelled import is_cancelled
from minutes.register.tables import AnnouncedMeeting, Item, Meeting
from minutes.review.tables import Draft, DraftState
from minutes.writing.numbering import first_number, numbered
from minutes.writing.tables import (
    Sitting,
    SittingState,
    SittingVersion,
    WritingRules,
)

SHOWN = 40


@dataclass(frozen=True, slots=True)
class SittingRow:
    """A row of the list; `draft_id` or `meeting_id` where it has been handed over."""

    id: int
    date: dt.date
    start: dt.time | None
    state: SittingState
    version: int
    changed_at: dt.datetime
    draft_id: int | None = None
    meeting_id: int | None = None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A saved text without its words."""

    id: int
    number: int
    what: str
    beside: bool
    at: dt.datetime
    by: str | None


def sitting(session: Session, sitting_id: int) -> Sitting:
    """The meeting. Raises NotFound."""
    found = session.get(Sitting, sitting_id)
    if found is None:
        raise NotFound("Mötet finns inte.")
    return found


def usual_kind(session: Session, body_id: int) -> MinutesKind:
    """What the body's latest minutes are; protokoll where there are none."""
    latest = sa.select(col(Meeting.kind)).where(col(Meeting.body_id) == body_id)
    order = (col(Meeting.date).desc(), col(Meeting.id).desc())
    return session.scalar(latest.order_by(*order).limit(1)) or MinutesKind.PROTOKOLL


def sittings(session: Session, body_id: int) -> list[SittingRow]:
    """The body's meetings that are prepared or written here, the latest first."""
    handed_over = _handed_over()
    rows = session.execute(
        sa.select(
            col(Sitting.id),
            col(Sitting.date),
            col(Sitting.start),
            col(Sitting.state),
            col(Sitting.version),
            col(Sitting.changed_at),
            handed_over.c.draft_id,
            handed_over.c.meeting_id,
        )
        .outerjoin(handed_over, handed_over.c.document_id == Sitting.document_id)
        .where(col(Sitting.body_id) == body_id)
        .order_by(col(Sitting.date).desc(), col(Sitting.id).desc())
        .limit(SHOWN)
    )
    return [SittingRow(*row) for row in rows]


def _handed_over() -> sa.Subquery:
    return (
        sa.select(
            col(Draft.document_id).label("document_id"),
            sa.func.max(col(Draft.id)).label("draft_id"),
            sa.func.max(col(Draft.meeting_id)).label("meeting_id"),
        )
        .where(col(Draft.state) != DraftState.DISCARDED)
        .group_by(col(Draft.document_id))
        .subquery()
    )


def handed_over(session: Session, sitting: Sitting) -> tuple[int | None, int | None]:
    """(draft, meeting) that the minutes have become; None for what they are not yet."""
    if sitting.document_id is None:
        return None, None
    found = _handed_over()
    row = session.execute(
        sa.select(found.c.draft_id, found.c.meeting_id).where(
            found.c.document_id == sitting.document_id
        )
    ).first()
    return (row[0], row[1]) if row else (None, None)


def versions(session: Session, sitting_id: int) -> list[VersionRow]:
    """The saved texts, the latest first."""
    rows = session.execute(
        sa.select(
            col(SittingVersion.id),
            col(SittingVersion.number),
            col(SittingVersion.what),
            col(SittingVersion.beside),
            col(SittingVersion.at),
            col(Person.name),
        )
        .outerjoin(Person, col(Person.id) == SittingVersion.by)
        .where(col(SittingVersion.sitting_id) == sitting_id)
        .order_by(col(SittingVersion.id).desc())
    )
    return [VersionRow(*row) for row in rows]


def version(session: Session, sitting_id: int, version_id: int) -> SittingVersion:
    """One saved text of the meeting. Raises NotFound."""
    found = session.get(SittingVersion, version_id)
    if found is None or found.sitting_id != sitting_id:
        raise NotFound("Versionen finns inte.")
    return found


def text_of(session: Session, sitting_id: int, number: int) -> str | None:
    """The text as it was at that number; None where it has been replaced by a later one."""
    return session.scalar(
        sa.select(col(SittingVersion.text))
        .where(
            col(SittingVersion.sitting_id) == sitting_id,
            col(SittingVersion.number) == number,
            col(SittingVersion.beside).is_(False),
        )
        .order_by(col(SittingVersion.id).desc())
        .limit(1)
    )


def rules_of(session: Session, body_id: int) -> WritingRules:
    """How the body's minutes are written; a new row, not stored, where nobody has said."""
    return session.get(WritingRules, body_id) or WritingRules(body_id=body_id)


def who_saved(session: Session, sitting: Sitting) -> str:
    """Who saved last, as a name; empty where it is not known."""
    person = session.get(Person, sitting.changed_by) if sitting.changed_by else None
    return person.name if person else ""


def roster(session: Session, body_id: int, day: dt.date) -> list[Seat]:
    """Those who sit in the body on the day, each once, in the role that stands first."""
    found: dict[int, Seat] = {}
    for seat in people.seats(session, body_id=body_id, on=day):
        if seat.role is not Role.READER:
            found.setdefault(seat.person_id, seat)
    return list(found.values())


def first_of(session: Session, body: Body, sitting: Sitting) -> int:
    """The number of the meeting's first paragraph, by the body's rule."""
    if body.numbering is Numbering.PER_MEETING:
        return 1
    earlier = [*_registered(session, sitting), *_written(session, sitting)]
    return first_number(body.numbering, earlier)


def _registered(session: Session, sitting: Sitting) -> Sequence[str]:
    """The printed numbers of the year's registered meetings before this one."""
    return [
        number
        for number in session.scalars(
            sa.select(col(Item.number))
            .join(Meeting, col(Meeting.id) == Item.meeting_id)
            .where(
                col(Meeting.body_id) == sitting.body_id,
                col(Meeting.date) < sitting.date,
                col(Meeting.date) >= sitting.date.replace(month=1, day=1),
                col(Item.parent_id).is_(None),
                col(Item.number).is_not(None),
            )
        )
        if number
    ]


def _written(session: Session, sitting: Sitting) -> list[str]:
    """The numbers in what is being written of the year's meetings before this one."""
    texts = session.scalars(
        sa.select(col(Sitting.text)).where(
            col(Sitting.body_id) == sitting.body_id,
            col(Sitting.date) < sitting.date,
            col(Sitting.date) >= sitting.date.replace(month=1, day=1),
            col(Sitting.text) != "",
        )
    )
    return [f"§ {each.number}" for text in texts for each in numbered(text)]


def summoned_to(session: Session, body_id: int, today: dt.date) -> list[tuple[int, dt.date]]:
    """(id, day) of the meetings that the body has been summoned to and that are to come."""
    rows = session.execute(
        sa.select(col(Sitting.id), col(Sitting.date))
        .where(
            col(Sitting.body_id) == body_id,
            col(Sitting.summoned_at).is_not(None),
            col(Sitting.date) >= today,
        )
        .order_by(col(Sitting.date))
    )
    return [(id_, day) for id_, day in rows]


def announced(
    session: Session, body_id: int, first: dt.date, last: dt.date = dt.date.max
) -> list[AnnouncedMeeting]:
    """The body's meetings between the days that its minutes announce, that are not prepared,
    called off, or told of by minutes of their own; each day once, as the latest minutes say.
    """
    prepared = sa.select(col(Sitting.date)).where(col(Sitting.body_id) == body_id)
    held = sa.select(col(Meeting.date)).where(col(Meeting.body_id) == body_id)
    rows = session.exec(
        select(AnnouncedMeeting)
        .join(Meeting, col(Meeting.id) == AnnouncedMeeting.meeting_id)
        .where(
            col(Meeting.body_id) == body_id,
            col(AnnouncedMeeting.date).between(first, last),
            col(AnnouncedMeeting.date).not_in(prepared),
            col(AnnouncedMeeting.date).not_in(held),
            ~is_cancelled(col(Meeting.body_id), col(AnnouncedMeeting.date)),
        )
        .order_by(col(AnnouncedMeeting.date), col(Meeting.date).desc())
    )
    found: dict[dt.date | None, AnnouncedMeeting] = {}
    for row in rows:
        found.setdefault(row.date, row)
    return list(found.values())
