"""Reads for the page of what was sent: the mails about the bodies that somebody looks after."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from minutes.distribution import service as distribution
from minutes.errors import NotFound
from minutes.follow_up.tables import WatchItem
from minutes.justering import notices
from minutes.justering.tables import JusteringRound, SignatureField
from minutes.mail.tables import MailState, OutboxMessage
from minutes.paging import PAGE, Paging, paging
from minutes.people.tables import Person
from minutes.publication.tables import Publication
from minutes.register.tables import ActionItem, Meeting
from minutes.reminders.tables import DutyKind, DutyReminder, Reminder
from minutes.review.tables import Draft
from minutes.writing import summons
from minutes.writing.tables import Sitting

Visible = frozenset[int] | None  # bodies; None means all


@dataclass(frozen=True, slots=True)
class Sent:
    """A row of the page. `due_at` is when it is tried next, `reply` what the server said."""

    id: int
    name: str
    address: str
    subject: str
    state: MailState
    created_at: dt.datetime
    due_at: dt.datetime
    ended_at: dt.datetime | None
    attempts: int
    reply: str
    kind: str
    actions: int


@dataclass(frozen=True, slots=True)
class SentList:
    """A page of mails, and how many there are in all."""

    rows: list[Sent]
    total: int
    paging: Paging


def listed(
    session: Session, visible: Visible, states: Sequence[MailState] | None, page: int
) -> SentList:
    """The mails that are about the bodies, in one of the states, the newest first."""
    conditions = _about(visible)
    if states is not None:
        conditions.append(col(OutboxMessage.state).in_(states))
    total = session.execute(
        sa.select(sa.func.count()).select_from(OutboxMessage).where(*conditions)
    ).scalar_one()
    shown = paging(page, total)
    actions = (
        sa.select(sa.func.count())
        .where(col(Reminder.message_id) == OutboxMessage.id)
        .correlate(OutboxMessage)
        .scalar_subquery()
    )
    rows = session.execute(
        sa.select(
            col(OutboxMessage.id),
            col(OutboxMessage.name),
            col(OutboxMessage.address),
            col(OutboxMessage.subject),
            col(OutboxMessage.state),
            col(OutboxMessage.created_at),
            col(OutboxMessage.due_at),
            col(OutboxMessage.ended_at),
            col(OutboxMessage.attempts),
            col(OutboxMessage.reply),
            col(OutboxMessage.kind),
            actions,
        )
        .where(*conditions)
        .order_by(col(OutboxMessage.id).desc())
        .limit(PAGE)
        .offset(shown.offset)
    )
    return SentList([Sent(*row) for row in rows], total, shown)


def refused_addresses(
    session: Session, visible: Visible, since: dt.datetime
) -> list[tuple[str, str]]:
    """(name, address) of whom no mail reaches: the newest one since then that has ended was
    refused for good, and the person has that address still.
    """
    ended = aliased(OutboxMessage)
    newest = (
        sa.select(sa.func.max(col(ended.id)))
        .where(
            col(ended.address) == col(OutboxMessage.address),
            col(ended.created_at) >= since,
            col(ended.state).in_((MailState.SENT, MailState.REFUSED)),
        )
        .scalar_subquery()
    )
    rows = session.execute(
        sa.select(col(Person.name), col(Person.email))
        .join(OutboxMessage, col(OutboxMessage.address) == col(Person.email))
        .where(
            col(OutboxMessage.state) == MailState.REFUSED,
            col(OutboxMessage.created_at) >= since,
            col(OutboxMessage.id) == newest,
            *_about(visible),
        )
        .order_by(col(Person.name))
    )
    return [(name, address) for name, address in rows]


def demand(session: Session, visible: Visible, message_id: int) -> None:
    """Raise NotFound where the mail is about none of the bodies."""
    query = sa.select(sa.exists().where(col(OutboxMessage.id) == message_id, *_about(visible)))
    if not session.scalar(query):
        raise NotFound("Brevet finns inte, eller så har du inte tillgång till det.")


def _about(visible: Visible) -> list[sa.ColumnElement[bool]]:
    if visible is None:
        return []
    return [
        sa.or_(
            _with_action(visible),
            _with_duty(visible),
            _of_justering(visible),
            _of_publication(visible),
            _of_summons(visible),
        )
    ]


def _with_action(visible: frozenset[int]) -> sa.ColumnElement[bool]:
    return (
        sa.select(col(Reminder.id))
        .join(ActionItem, col(ActionItem.id) == Reminder.action_item_id)
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .where(col(Reminder.message_id) == OutboxMessage.id, col(Meeting.body_id).in_(visible))
        .correlate(OutboxMessage)
        .exists()
    )


def _with_duty(visible: frozenset[int]) -> sa.ColumnElement[bool]:
    rounds = sa.select(col(JusteringRound.id)).where(col(JusteringRound.body_id).in_(visible))
    meetings = sa.select(col(Meeting.id)).where(col(Meeting.body_id).in_(visible))
    of_kind = {
        DutyKind.REVIEW: sa.select(col(Draft.id)).where(col(Draft.body_id).in_(visible)),
        DutyKind.SEND: meetings,
        DutyKind.WATCH: sa.select(col(WatchItem.id)).where(col(WatchItem.body_id).in_(visible)),
        DutyKind.PUBLISH: meetings,
        DutyKind.APPROVE: meetings,
        DutyKind.JUSTERING: rounds,
        DutyKind.SIGN: sa.select(col(SignatureField.id)).where(
            col(SignatureField.round_id).in_(rounds)
        ),
    }
    about = [
        sa.and_(col(DutyReminder.kind) == kind, col(DutyReminder.thing_id).in_(things))
        for kind, things in of_kind.items()
    ]
    return (
        sa.select(col(DutyReminder.id))
        .where(col(DutyReminder.message_id) == OutboxMessage.id, sa.or_(*about))
        .correlate(OutboxMessage)
        .exists()
    )


def _of_justering(visible: frozenset[int]) -> sa.ColumnElement[bool]:
    """Whether it is a mail of justering itself: its key has the round's id after what it tells."""
    round_id = sa.cast(col(JusteringRound.id), sa.String)
    keys = [
        col(OutboxMessage.dedupe_key).like(
            sa.literal(f"{notices.KIND}:{about.value}:") + round_id + ":%"
        )
        for about in notices.About
    ]
    return sa.and_(
        col(OutboxMessage.kind) == notices.KIND,
        sa.select(col(JusteringRound.id))
        .where(col(JusteringRound.body_id).in_(visible), sa.or_(*keys))
        .correlate(OutboxMessage)
        .exists(),
    )


def _of_publication(visible: frozenset[int]) -> sa.ColumnElement[bool]:
    """Whether it tells of a publication. Mails to subscribers are of another kind."""
    publication_id = sa.cast(col(Publication.id), sa.String)
    return sa.and_(
        col(OutboxMessage.kind) == distribution.KIND,
        sa.select(col(Publication.id))
        .where(
            col(Publication.body_id).in_(visible),
            col(OutboxMessage.dedupe_key).like(sa.literal("published:") + publication_id + ":%"),
        )
        .correlate(OutboxMessage)
        .exists(),
    )


def _of_summons(visible: frozenset[int]) -> sa.ColumnElement[bool]:
    """Whether it is a kallelse, or says that the meeting is called off."""
    sitting_id = sa.cast(col(Sitting.id), sa.String)
    key = sa.literal(f"{summons.KIND}:") + sitting_id + ":%"
    return sa.and_(
        col(OutboxMessage.kind) == summons.KIND,
        sa.select(col(Sitting.id))
        .where(col(Sitting.body_id).in_(visible), col(OutboxMessage.dedupe_key).like(key))
        .correlate(OutboxMessage)
        .exists(),
    )
