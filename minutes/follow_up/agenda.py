"""What a body is to take up at its next meeting: questions, answers, what is watched."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from minutes.errors import NotFound
from minutes.follow_up.due_rules import check_day
from minutes.follow_up.open_actions import open_without_day
from minutes.follow_up.queries import ActionRow, Visible
from minutes.follow_up.referrals import WATCH_WORDS, WORDS
from minutes.follow_up.tables import Referral, ReferralState, WatchItem, WatchState
from minutes.people.tables import Body
from minutes.register.tables import Meeting

ENDED_SHOWN = 20


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referred question with the names of both bodies."""

    id: int
    question: str
    answer: str
    state: ReferralState
    sent_at: dt.datetime
    answered_at: dt.datetime | None
    action_item_id: int | None
    from_body_id: int
    from_body: str
    to_body_id: int
    to_body: str

    @property
    def state_words(self) -> str:
        """Where it lies, in a word or two."""
        return WORDS[self.state]


@dataclass(frozen=True, slots=True)
class WatchRow:
    """Something watched, with the meeting in whose minutes it stands."""

    id: int
    body_id: int
    body: str
    whose: str
    what: str
    quote: str
    check_day: dt.date | None
    state: WatchState
    came_on: dt.date | None
    outcome: str
    meeting_id: int | None
    meeting_date: dt.date | None
    first_line: int | None

    @property
    def state_words(self) -> str:
        """Whether it has come, in a word or two."""
        return WATCH_WORDS[self.state]


@dataclass(slots=True)
class Agenda:
    """Everything that a body is to take up, and what lies with others."""

    received: list[ReferralRow] = field(default_factory=list)  # to answer
    returned: list[ReferralRow] = field(default_factory=list)  # answered, to take note of
    with_others: list[ReferralRow] = field(default_factory=list)
    ended: list[ReferralRow] = field(default_factory=list)
    watched: list[WatchRow] = field(default_factory=list)
    came: list[WatchRow] = field(default_factory=list)
    to_check: list[tuple[ActionRow, dt.date]] = field(default_factory=list)  # suggested day


def agenda(session: Session, body_id: int, today: dt.date) -> Agenda:
    """What the body is to take up. Four statements."""
    made = Agenda()
    for row in _referrals(session, body_id):
        made_of = {
            ReferralState.SENT: made.received if row.to_body_id == body_id else made.with_others,
            ReferralState.ANSWERED: made.returned if row.from_body_id == body_id else made.ended,
        }
        made_of.get(row.state, made.ended).append(row)
    made.ended = made.ended[-ENDED_SHOWN:][::-1]
    for watch in _watched(session, body_id):
        (made.watched if watch.state is WatchState.WAITING else made.came).append(watch)
    made.came = made.came[-ENDED_SHOWN:][::-1]
    made.to_check = sorted(
        (
            (action, check_day(action.due_text or "", action.meeting_date))
            for action in open_without_day(session, body_id, today)
        ),
        key=lambda each: each[1],
    )
    return made


def points(session: Session, body_id: int) -> int:
    """How many referred questions and answers wait for the body's next meeting."""
    to_answer = sa.and_(
        col(Referral.to_body_id) == body_id, col(Referral.state) == ReferralState.SENT
    )
    answered = sa.and_(
        col(Referral.from_body_id) == body_id, col(Referral.state) == ReferralState.ANSWERED
    )
    query = sa.select(sa.func.count(col(Referral.id))).where(sa.or_(to_answer, answered))
    found: int = session.execute(query).scalar_one()
    return found


def referral(session: Session, referral_id: int) -> ReferralRow:
    """One referred question. Raises NotFound."""
    row = session.execute(_referral_rows().where(col(Referral.id) == referral_id)).first()
    if row is None:
        raise NotFound("Frågan finns inte.")
    return ReferralRow(*row)


def watched(session: Session, watch_id: int) -> WatchRow:
    """One watch item. Raises NotFound."""
    row = session.execute(_watch_rows().where(col(WatchItem.id) == watch_id)).first()
    if row is None:
        raise NotFound("Bevakningen finns inte.")
    return WatchRow(*row)


def open_watches(session: Session, body_id: int) -> list[WatchRow]:
    """What the body waits for, by the day on which to ask."""
    return [row for row in _watched(session, body_id) if row.state is WatchState.WAITING]


def watched_by(session: Session, person_id: int, visible: Visible) -> list[WatchRow]:
    """What a person has begun to watch and waits for still, by the day on which to ask."""
    query = _watch_rows().where(
        col(WatchItem.made_by) == person_id, col(WatchItem.state) == WatchState.WAITING
    )
    if visible is not None:
        query = query.where(col(WatchItem.body_id).in_(visible))
    return [WatchRow(*row) for row in session.execute(query.order_by(*_first_asked_first()))]


def asked_by(session: Session, person_id: int, visible: Visible) -> list[ReferralRow]:
    """The questions that a person has sent to other bodies and that are not closed."""
    query = _referral_rows().where(
        col(Referral.sent_by) == person_id,
        col(Referral.state).in_((ReferralState.SENT, ReferralState.ANSWERED)),
    )
    if visible is not None:
        query = query.where(col(Referral.from_body_id).in_(visible))
    return [ReferralRow(*row) for row in session.execute(query.order_by(col(Referral.id)))]


def _referrals(session: Session, body_id: int) -> list[ReferralRow]:
    query = (
        _referral_rows()
        .where(sa.or_(col(Referral.from_body_id) == body_id, col(Referral.to_body_id) == body_id))
        .order_by(col(Referral.id))
    )
    return [ReferralRow(*row) for row in session.execute(query)]


def _referral_rows() -> sa.Select[*tuple[Any, ...]]:
    sender, receiver = aliased(Body), aliased(Body)
    return (
        sa.select(
            col(Referral.id),
            col(Referral.question),
            col(Referral.answer),
            col(Referral.state),
            col(Referral.sent_at),
            col(Referral.answered_at),
            col(Referral.action_item_id),
            col(Referral.from_body_id),
            col(sender.name),
            col(Referral.to_body_id),
            col(receiver.name),
        )
        .join(sender, col(sender.id) == Referral.from_body_id)
        .join(receiver, col(receiver.id) == Referral.to_body_id)
    )


def _watched(session: Session, body_id: int) -> list[WatchRow]:
    query = _watch_rows().where(col(WatchItem.body_id) == body_id)
    return [WatchRow(*row) for row in session.execute(query.order_by(*_first_asked_first()))]


def _first_asked_first() -> tuple[Any, ...]:
    return col(WatchItem.check_day).is_(None), col(WatchItem.check_day), col(WatchItem.id)


def _watch_rows() -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(
            col(WatchItem.id),
            col(WatchItem.body_id),
            col(Body.name),
            col(WatchItem.whose),
            col(WatchItem.what),
            col(WatchItem.quote),
            col(WatchItem.check_day),
            col(WatchItem.state),
            col(WatchItem.came_on),
            col(WatchItem.outcome),
            col(WatchItem.meeting_id),
            col(Meeting.date),
            col(WatchItem.first_line),
        )
        .join(Body, col(Body.id) == WatchItem.body_id)
        .outerjoin(Meeting, col(Meeting.id) == WatchItem.meeting_id)
    )
