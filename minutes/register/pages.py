"""One meeting, put together for reading: its points with what was decided and promised there."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.people.history import Happened, happened
from minutes.people.tables import Body
from minutes.recognition.findings import Presence
from minutes.register import queries
from minutes.register.grids import Grid, with_grids
from minutes.register.placing import in_place, with_letters
from minutes.register.tables import (
    ActionItem,
    ActionOwner,
    AnnouncedMeeting,
    Attachment,
    Attendance,
    Decision,
    Item,
    Meeting,
)


@dataclass(frozen=True, slots=True)
class Action:
    """An action item with its owners."""

    item: ActionItem
    owners: Sequence[ActionOwner]


@dataclass(slots=True)
class Point:
    """A point of the agenda; `item` is None for what stands under no point. `depth` is 0 or 1."""

    item: Item | None
    depth: int = 0
    decisions: list[Decision] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)

    @property
    def parts(self) -> list[str | Grid | Decision]:
        """The running text with each decision in its place."""
        text = self.item.text if self.item else ""
        placed = in_place(text, self.decisions, lambda decision: decision.quote)
        return with_grids(with_letters(placed, lambda _letter, decision: decision))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another meeting of the same body."""

    id: int
    date: dt.date


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Everything that the minutes of a meeting say."""

    meeting: Meeting
    body: Body
    attendance: dict[Presence, list[Attendance]]
    points: list[Point]
    ahead: Sequence[AnnouncedMeeting]
    attachments: Sequence[Attachment]
    history: Sequence[Happened]
    previous: Neighbour | None  # the body's meeting before this one, and the one after
    next: Neighbour | None

    @property
    def shown(self) -> list[Point]:
        """The points as they are read: what notes without points decided stands in their text.

        What is signed is `points`.
        """
        if len(self.points) != 2 or any(each.item and each.item.title for each in self.points):
            return self.points
        text, loose = self.points
        decisions, actions = text.decisions + loose.decisions, text.actions + loose.actions
        return [Point(text.item, decisions=decisions, actions=actions)]

    @property
    def has_decisions(self) -> bool:
        """Whether anything was decided."""
        return any(point.decisions for point in self.points)

    @property
    def action_ids(self) -> list[int]:
        """The action items of the meeting."""
        return [each.item.id or 0 for point in self.points for each in point.actions]


def meeting_page(session: Session, meeting: Meeting) -> MeetingPage:
    """The meeting with all that belongs to it; the same number of statements for any size."""
    points = _points(session, meeting)
    return MeetingPage(
        meeting=meeting,
        body=session.get_one(Body, meeting.body_id),
        attendance=_attendance(session, meeting),
        points=points,
        ahead=session.exec(
            select(AnnouncedMeeting)
            .where(AnnouncedMeeting.meeting_id == meeting.id)
            .order_by(col(AnnouncedMeeting.date), col(AnnouncedMeeting.id))
        ).all(),
        attachments=session.exec(
            select(Attachment)
            .where(Attachment.meeting_id == meeting.id)
            .order_by(col(Attachment.id))
        ).all(),
        history=happened(session, _subjects(meeting, points)),
        previous=_neighbour(session, meeting, before=True),
        next=_neighbour(session, meeting, before=False),
    )


def _subjects(meeting: Meeting, points: Sequence[Point]) -> list[str]:
    """What the log calls the meeting and all that belongs to it."""
    decisions = [f"decision:{each.id}" for point in points for each in point.decisions]
    actions = [f"action:{each.item.id}" for point in points for each in point.actions]
    document = [f"document:{meeting.document_id}"] if meeting.document_id else []
    return [f"meeting:{meeting.id}", *document, *decisions, *actions]


def _neighbour(session: Session, meeting: Meeting, *, before: bool) -> Neighbour | None:
    here = sa.tuple_(sa.literal(meeting.date), sa.literal(meeting.id))
    there = sa.tuple_(col(Meeting.date), col(Meeting.id))
    query = sa.select(col(Meeting.id), col(Meeting.date)).where(
        col(Meeting.body_id) == meeting.body_id
    )
    if before:
        query = query.where(there < here).order_by(col(Meeting.date).desc(), col(Meeting.id).desc())
    else:
        query = query.where(there > here).order_by(col(Meeting.date), col(Meeting.id))
    row = session.execute(query.limit(1)).first()
    return Neighbour(*row) if row else None


def _attendance(session: Session, meeting: Meeting) -> dict[Presence, list[Attendance]]:
    found: dict[Presence, list[Attendance]] = {each: [] for each in Presence}
    for person in session.exec(
        select(Attendance)
        .where(Attendance.meeting_id == meeting.id)
        .order_by(col(Attendance.position))
    ):
        found[person.presence].append(person)
    return {presence: people for presence, people in found.items() if people}


def _points(session: Session, meeting: Meeting) -> list[Point]:
    items = session.exec(
        select(Item).where(Item.meeting_id == meeting.id).order_by(col(Item.position))
    ).all()
    decisions = session.exec(
        select(Decision).where(Decision.meeting_id == meeting.id).order_by(col(Decision.position))
    ).all()
    actions = session.exec(
        select(ActionItem)
        .where(ActionItem.meeting_id == meeting.id)
        .order_by(col(ActionItem.position))
    ).all()
    owners = queries.owners(session, [each.id for each in actions if each.id is not None])
    loose = Point(None)
    points = {item.id: Point(item, depth=1 if item.parent_id else 0) for item in items}
    for decision in decisions:
        points.get(decision.item_id, loose).decisions.append(decision)
    for action in actions:
        owned = owners.get(action.id or 0, [])
        points.get(action.item_id, loose).actions.append(Action(action, owned))
    found = list(points.values())
    return [*found, loose] if loose.decisions or loose.actions else found
