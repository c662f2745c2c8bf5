"""Reads what an annual report counts and tells: the same number of statements for any size."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from minutes.annual_report import around, attending, publishing_times
from minutes.annual_report.facts import (
    ActionFact,
    AnnouncedFact,
    DecisionFact,
    ItemFact,
    MeetingFact,
    Record,
)
from minutes.database import enum_type
from minutes.follow_up import ownership
from minutes.follow_up.queries import due
from minutes.follow_up.tables import (
    CLOSED,
    ActionDue,
    ActionEvent,
    ActionEventKind,
    ActionNow,
    ActionState,
    DecisionNow,
    DecisionState,
    LaterReport,
    Via,
)
from minutes.justering.latest_day import latest_day
from minutes.justering.signatories import DEFAULTS
from minutes.justering.tables import JusteringRound, JusteringRules, RoundKind, RoundState
from minutes.people.tables import Body, Person
from minutes.register.tables import (
    ActionItem,
    AnnouncedMeeting,
    Decision,
    Item,
    Meeting,
    MeetingState,
)

Bodies = Collection[int]
Fact = TypeVar("Fact")


def record(
    session: Session,
    body_ids: Bodies,
    year: int,
    *,
    only: Collection[MeetingState] = tuple(MeetingState),
) -> Record:
    """What the minutes of the bodies say up to the end of the year, and what came of it.

    only: the states that minutes must have to be told of; the days of the year's others are in
    `left_out`. Seventeen statements.
    """
    until = dt.date(year, 12, 31)
    query = (
        sa.select(Meeting)
        .where(col(Meeting.body_id).in_(body_ids), col(Meeting.date) <= until)
        .order_by(col(Meeting.date), col(Meeting.id))
    )
    found = session.scalars(query).all()
    told = [each for each in found if each.state in only]
    ids = {each.id for each in told}
    parts, names = _Parts(session, body_ids, until), around.names(session, body_ids)
    return Record(
        bodies=names,
        meetings=tuple(parts.meeting(each, dict(names)[each.body_id]) for each in told),
        referrals=around.referrals(session, body_ids, until, ids),
        watched=around.watched(session, body_ids, until, ids),
        mandates=around.mandates(session, body_ids, year),
        left_out=tuple(
            (each.body_id, each.date)
            for each in found
            if each.state not in only and each.date.year == year
        ),
        former_names=around.former_names(session, body_ids, year),
        cancelled=around.cancelled(session, body_ids, year),
    )


class _Parts:
    """The parts of all meetings, by meeting."""

    def __init__(self, session: Session, body_ids: Bodies, until: dt.date) -> None:
        self._session = session
        self._of_meetings = sa.and_(col(Meeting.body_id).in_(body_ids), col(Meeting.date) <= until)
        self.items = self._items()
        self.attendees = attending.of(session, self._of_meetings)
        self.decisions = self._decisions()
        self.actions = self._actions()
        self.announced = self._announced()
        self.rounds = self._rounds()
        self.published, self.notices = publishing_times.of(session, self._of_meetings)

    def meeting(self, meeting: Meeting, body: str) -> MeetingFact:
        assert meeting.id is not None
        sent, latest, justerat = self.rounds.get(meeting.id, (None, None, None))
        posted, post_by = self.notices.get(meeting.id, (None, None))
        return MeetingFact(
            meeting.id,
            meeting.body_id,
            body,
            meeting.date,
            meeting.title,
            meeting.kind,
            meeting.state,
            items=tuple(self.items[meeting.id]),
            attendees=tuple(self.attendees[meeting.id]),
            decisions=tuple(self.decisions[meeting.id]),
            actions=tuple(self.actions[meeting.id]),
            announced=tuple(self.announced[meeting.id]),
            sent=sent,
            latest=latest,
            justerat=justerat,
            published=self.published.get(meeting.id),
            posted=posted,
            post_by=post_by,
        )

    def _rows(self, of: Any, *columns: Any, order: Any = None, joins: Any = ()) -> Iterable[Any]:
        query = sa.select(of.meeting_id, *columns).join(Meeting, col(Meeting.id) == of.meeting_id)
        for target, condition in joins:
            query = query.outerjoin(target, condition)
        return self._session.execute(
            query.where(self._of_meetings).order_by(of.meeting_id, order or of.id)
        )

    def _items(self) -> Mapping[int, list[ItemFact]]:
        return _by_meeting(
            (row[0], ItemFact(*row[1:]))
            for row in self._rows(
                Item, col(Item.id), col(Item.number), col(Item.title), order=col(Item.position)
            )
        )

    def _decisions(self) -> Mapping[int, list[DecisionFact]]:
        in_force = sa.literal(DecisionState.IN_FORCE, enum_type(DecisionState))
        rows = self._rows(
            Decision,
            col(Decision.id),
            col(Decision.item_id),
            col(Decision.text),
            col(Decision.quote),
            sa.func.coalesce(col(DecisionNow.state), in_force),
            col(DecisionNow.day),
            order=col(Decision.position),
            joins=[(DecisionNow, col(DecisionNow.decision_id) == Decision.id)],
        )
        return _by_meeting((row[0], DecisionFact(*row[1:])) for row in rows)

    def _actions(self) -> Mapping[int, list[ActionFact]]:
        ended, owners = self._ends(), self._owners()
        rows = self._rows(
            ActionItem,
            col(ActionItem.id),
            col(ActionItem.item_id),
            col(ActionItem.text),
            col(ActionItem.quote),
            due(),
            col(ActionItem.done_in_minutes),
            col(ActionNow.state),
            col(Meeting.date),
            order=col(ActionItem.position),
            joins=[
                (ActionNow, col(ActionNow.action_item_id) == ActionItem.id),
                (ActionDue, col(ActionDue.action_item_id) == ActionItem.id),
            ],
        )
        return _by_meeting(
            (
                meeting,
                ActionFact(
                    action,
                    item,
                    text,
                    quote,
                    tuple(owners[action]),
                    by,
                    _end(state, ended.get(action), held, done),
                    dropped=state is ActionState.DROPPED,
                    told_done=state is None and done,
                ),
            )
            for meeting, action, item, text, quote, by, done, state, held in rows
        )

    def _ends(self) -> dict[int, dt.date]:
        """The day of each action item's last end: of the later minutes that told it, if any."""
        later = aliased(Meeting)
        told_on = (
            sa.select(sa.func.max(col(later.date)))
            .join(LaterReport, col(LaterReport.document_id) == later.document_id)
            .where(
                col(LaterReport.action_item_id) == ActionEvent.action_item_id,
                col(LaterReport.is_report),
            )
            .correlate(ActionEvent)
            .scalar_subquery()
        )
        rows = self._session.execute(
            sa.select(
                col(ActionEvent.action_item_id),
                col(ActionEvent.at),
                sa.case((col(ActionEvent.via) == Via.MINUTES, told_on), else_=sa.null()),
            )
            .join(ActionItem, col(ActionItem.id) == ActionEvent.action_item_id)
            .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
            .where(
                self._of_meetings,
                col(ActionEvent.kind).in_((ActionEventKind.DONE, ActionEventKind.DROPPED)),
            )
            .order_by(col(ActionEvent.id))
        )
        return {action: told or around.day_of(at) for action, at, told in rows}

    def _owners(self) -> Mapping[int, list[str]]:
        owner = ownership.owner_rows()
        rows = self._session.execute(
            sa.select(owner.c.action_item_id, sa.func.coalesce(col(Person.name), owner.c.name))
            .join(ActionItem, col(ActionItem.id) == owner.c.action_item_id)
            .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
            .outerjoin(Person, col(Person.id) == owner.c.person_id)
            .where(self._of_meetings)
            .order_by(owner.c.action_item_id, owner.c.position)
        )
        return _by_meeting((row[0], str(row[1])) for row in rows)

    def _announced(self) -> Mapping[int, list[AnnouncedFact]]:
        rows = self._rows(AnnouncedMeeting, col(AnnouncedMeeting.date), col(AnnouncedMeeting.place))
        return _by_meeting((row[0], AnnouncedFact(*row[1:])) for row in rows if row[1])

    def _rounds(self) -> dict[int, tuple[dt.date, dt.date, dt.date | None]]:
        """Sent, to be justerat by, justerat. A day that was set later than the body's rules say,
        since theirs had passed, makes nothing in time.
        """
        rows = self._rows(
            JusteringRound,
            col(JusteringRound.sent_at),
            col(JusteringRound.latest_day),
            col(JusteringRound.ended_at),
            col(JusteringRound.kind),
            col(JusteringRound.state),
            col(Meeting.date),
            col(JusteringRules.days),
            col(Body.regime),
            joins=(
                (JusteringRules, col(JusteringRules.body_id) == Meeting.body_id),
                (Body, col(Body.id) == Meeting.body_id),
            ),
        )
        return {
            meeting: (
                around.day_of(sent),
                min(latest, latest_day(held, days or DEFAULTS[regime].days).strict),
                around.day_of(ended) if ended else None,
            )
            for meeting, sent, latest, ended, kind, state, held, days, regime in rows
            if kind is RoundKind.MINUTES and state is not RoundState.WITHDRAWN
        }


def _by_meeting(rows: Iterable[tuple[int, Fact]]) -> Mapping[int, list[Fact]]:
    found: defaultdict[int, list[Fact]] = defaultdict(list)
    for meeting, fact in rows:
        found[meeting].append(fact)
    return found


def _end(
    state: ActionState | None, ended: dt.date | None, promised: dt.date, said_done: bool
) -> dt.date | None:
    """When it ended, no earlier than it was promised.

    What happened since goes before what the minutes said.
    """
    if state is None:
        return promised if said_done else None
    return max(ended or promised, promised) if state in CLOSED else None
