"""Reads which minutes wait for whom on their way: for review, justering and publication."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.follow_up.tables import WatchItem, WatchState
from minutes.justering.latest_day import latest_day
from minutes.justering.signatories import DEFAULTS
from minutes.justering.tables import (
    FieldState,
    JusteringRound,
    JusteringRules,
    RoundKind,
    RoundState,
    SignatureField,
)
from minutes.justering.unsent import days_for
from minutes.people.queries import called_in_full
from minutes.people.tables import Body, Regime
from minutes.publication.queries import unpublished
from minutes.publication.tables import Publication, PublicationRules, Scope
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import Meeting, MeetingState, StoredDocument
from minutes.reminders.duties import DAY
from minutes.reminders.policy import from_archive
from minutes.reminders.queries import Reader
from minutes.reminders.tables import DutyKind
from minutes.review.tables import Draft, DraftState
from minutes.swedish_time import day_in_sweden

Key = tuple[DutyKind, int]  # what waits: its kind and its id


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the secretary of its body, or for one person.

    page_id: what the link leads to, where that is not the thing itself.
    links: whether who has no account may sign by a mailed link.
    """

    kind: DutyKind
    thing_id: int
    called: str
    body_id: int | None
    body: str | None
    since: dt.date
    latest: dt.date | None = None
    person_id: int | None = None
    page_id: int = 0
    links: bool = False
    signed: int = 0
    wanted: int = 0
    held: dt.date | None = None  # the meeting
    slug: str = ""  # of the body

    @property
    def key(self) -> Key:
        """What tells it from everything else that waits."""
        return self.kind, self.thing_id

    def waits_for(self, person: Reader, today: dt.date) -> bool:
        """Whether the person is to see to it. A justering whose latest day has passed is the
        chair's too.
        """
        if self.person_id is not None:
            return self.person_id == person.id
        if self.kind is DutyKind.APPROVE:
            return self.body_id in person.chair_of
        if self.body_id in person.secretary_of:
            return True
        late = self.latest is not None and self.latest < today
        return self.kind is DutyKind.JUSTERING and late and self.body_id in person.chair_of


def waiting(session: Session, only: Iterable[Key] | None = None) -> dict[Key, Waiting]:
    """Everything that waits, or those of some that still do, by what it is."""
    reads = _READS
    if only is not None:
        only = set(only)
        kinds = {kind for kind, _ in only}
        reads = {wanted: read for wanted, read in _READS.items() if kinds & wanted}
    found = [each for read in reads.values() for each in read(session)]
    return {each.key: each for each in found if only is None or each.key in only}


def _drafts(session: Session) -> Sequence[Waiting]:
    """The drafts that nobody has registered or thrown away; where the body is not known, they
    wait for who brought them.
    """
    rows = session.execute(
        sa.select(
            col(Draft.id), col(StoredDocument.filename), col(Draft.body_id), called_in_full(),
            col(Draft.created_by), col(Draft.created_at),
        )
        .join(StoredDocument, col(StoredDocument.id) == Draft.document_id)
        .outerjoin(Body, col(Body.id) == Draft.body_id)
        .where(col(Draft.state) == DraftState.OPEN)
        .order_by(col(Draft.id))
    )  # fmt: skip
    return [
        Waiting(
            DutyKind.REVIEW,
            id_,
            file,
            body_id,
            body if body_id else None,
            day_in_sweden(at),
            person_id=by if body_id is None else None,
        )
        for id_, file, body_id, body, by, at in rows
    ]


def _minutes(session: Session) -> Sequence[Waiting]:
    """Minutes that are to be sent for justering, and justerade ones that are to be published.

    Notes are not justerade. A body that publishes nothing is not asked to, and nobody is asked
    to publish again what was withdrawn.
    """
    rows = session.execute(
        sa.select(
            col(Meeting.id),
            col(Meeting.title),
            col(Meeting.body_id),
            called_in_full(),
            col(Body.regime),
            col(Meeting.state),
            col(Meeting.date),
            col(Meeting.recorded_at),
            col(Meeting.adjusters),
            JusteringRules,
            col(JusteringRound.ended_at),
            sa.and_(
                sa.func.coalesce(col(PublicationRules.scope) != Scope.NOTHING, sa.false()),
                col(Meeting.id).not_in(sa.select(col(Publication.meeting_id))),
            ),
        )
        .join(Body, col(Body.id) == Meeting.body_id)
        .outerjoin(JusteringRules, col(JusteringRules.body_id) == Body.id)
        .outerjoin(PublicationRules, col(PublicationRules.body_id) == Body.id)
        .outerjoin(
            JusteringRound,
            sa.and_(
                col(JusteringRound.meeting_id) == Meeting.id,
                col(JusteringRound.kind) == RoundKind.MINUTES,
                col(JusteringRound.state) == RoundState.COMPLETED,
            ),
        )
        .where(
            col(Meeting.kind) == MinutesKind.PROTOKOLL,
            col(Meeting.state).in_((MeetingState.RECORDED, MeetingState.JUSTERAT)),
        )
        .order_by(col(Meeting.date), col(Meeting.id))
    )
    found = (_of_meeting(*row) for row in rows)
    return [each for each in found if each is not None]


def _of_meeting(
    id_: int,
    title: str,
    body_id: int,
    body: str,
    regime: Regime,
    state: MeetingState,
    held: dt.date,
    recorded_at: dt.datetime,
    adjusters: str,
    rules: JusteringRules | None,
    justerat_at: dt.datetime | None,
    publishes: bool,
) -> Waiting | None:
    if from_archive(held, day_in_sweden(recorded_at)):
        return None
    days = days_for(regime, rules, adjusters)
    if state is MeetingState.RECORDED and days is not None:
        latest = latest_day(held, days).strict
        since = day_in_sweden(recorded_at)
        return Waiting(DutyKind.SEND, id_, title, body_id, body, since, latest, held=held)
    if state is MeetingState.JUSTERAT and publishes and justerat_at:
        since = day_in_sweden(justerat_at)
        return Waiting(DutyKind.PUBLISH, id_, title, body_id, body, since, held=held)
    return None


def _approvals(session: Session) -> Sequence[Waiting]:
    """What chairs are to approve before it is published."""
    found = [(row, row.asked_at) for row in unpublished(session, None) if row.asked_at]
    return [
        Waiting(DutyKind.APPROVE, row.meeting_id, row.title, row.body_id, row.body,
                day_in_sweden(at), held=row.held)
        for row, at in found
    ]  # fmt: skip


def _signatures(session: Session) -> Sequence[Waiting]:
    """Texts under justering, and of each the signatures whose turn it is."""
    rows = session.execute(
        sa.select(
            col(JusteringRound.id),
            col(JusteringRound.body_id),
            col(JusteringRound.sent_at),
            col(JusteringRound.latest_day),
            col(JusteringRound.in_order),
            sa.func.coalesce(col(Meeting.title), col(JusteringRound.title)).label("title"),
            col(Meeting.date),
            called_in_full().label("body"),
            col(Body.regime),
            col(JusteringRules.links),
            col(SignatureField.id).label("field_id"),
            col(SignatureField.person_id),
            col(SignatureField.state),
        )
        .outerjoin(Meeting, col(Meeting.id) == JusteringRound.meeting_id)
        .join(Body, col(Body.id) == JusteringRound.body_id)
        .outerjoin(JusteringRules, col(JusteringRules.body_id) == Body.id)
        .join(SignatureField, col(SignatureField.round_id) == JusteringRound.id)
        .where(col(JusteringRound.state) == RoundState.OPEN)
        .order_by(col(JusteringRound.id), col(SignatureField.position))
    )
    found: list[Waiting] = []
    for _, fields in groupby(rows, key=lambda row: row.id):
        found += _of_round(list(fields))
    return found


def _of_round(fields: Sequence[Any]) -> Iterator[Waiting]:
    """The text, and those of its signatures that can be given now."""
    text = fields[0]
    sent, title = day_in_sweden(text.sent_at), text.title
    yield Waiting(
        DutyKind.JUSTERING,
        text.id,
        title,
        text.body_id,
        text.body,
        sent,
        text.latest_day,
        signed=sum(field.state is FieldState.SIGNED for field in fields),
        wanted=len(fields),
        held=text.date,
    )
    links = DEFAULTS[text.regime].links if text.links is None else text.links
    for field in fields:
        if field.state is FieldState.WAITING and field.person_id is not None:
            yield Waiting(
                DutyKind.SIGN,
                field.field_id,
                title,
                text.body_id,
                text.body,
                sent,
                text.latest_day,
                person_id=field.person_id,
                page_id=text.id,
                links=links,
                held=text.date,
            )
        if text.in_order and field.state is not FieldState.SIGNED:
            return  # the others are asked when this one has signed


def _watched(session: Session) -> Sequence[Waiting]:
    """The decisions of others that a body waits for, and of which it is to ask on a day."""
    rows = session.execute(
        sa.select(
            col(WatchItem.id),
            col(WatchItem.what),
            col(WatchItem.body_id),
            called_in_full(),
            col(WatchItem.check_day),
            col(Body.slug),
        )
        .join(Body, col(Body.id) == WatchItem.body_id)
        .where(col(WatchItem.state) == WatchState.WAITING, col(WatchItem.check_day).is_not(None))
        .order_by(col(WatchItem.check_day), col(WatchItem.id))
    )
    return [
        Waiting(DutyKind.WATCH, id_, what, body_id, body, day - DAY, slug=slug)
        for id_, what, body_id, body, day, slug in rows
    ]


_READS: Mapping[frozenset[DutyKind], Callable[[Session], Sequence[Waiting]]] = {
    frozenset({DutyKind.REVIEW}): _drafts,
    frozenset({DutyKind.WATCH}): _watched,
    frozenset({DutyKind.APPROVE}): _approvals,
    frozenset({DutyKind.SEND, DutyKind.PUBLISH}): _minutes,
    frozenset({DutyKind.JUSTERING, DutyKind.SIGN}): _signatures,
}
