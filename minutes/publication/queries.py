"""What is asked of publications by those who publish: rules, answers, versions, what waits."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import NotFound
from minutes.justering import queries as justering
from minutes.justering.canonical import read_canonical
from minutes.justering.minutes_text import Correction
from minutes.justering.tables import JusteringRound, RoundKind, RoundState
from minutes.people.queries import called
from minutes.people.tables import Alias, Body, Mandate, Person
from minutes.publication.tables import (
    LookAnswer,
    Looker,
    Preparation,
    Publication,
    PublicationRules,
    PublicationState,
    Scope,
    Timing,
    Withheld,
)
from minutes.register.tables import Meeting, MeetingState
from minutes.swedish_time import day_in_sweden


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A meeting that is justerat and not published, in a body that publishes.

    asked_at: since when it waits for the chair to approve it; None where it does not.
    """

    meeting_id: int
    title: str
    body_id: int
    body: str
    held: dt.date
    justerat_at: dt.datetime
    asked_at: dt.datetime | None


def rules_of(session: Session, body_id: int) -> PublicationRules:
    """The rules of the body; where none were set, that nothing is published."""
    return session.get(PublicationRules, body_id) or PublicationRules(body_id=body_id)


def answers(session: Session, meeting_id: int) -> dict[str, LookAnswer]:
    """What is done with which words of the meeting's minutes; the words without their case."""
    query = select(LookAnswer).where(LookAnswer.meeting_id == meeting_id)
    return {each.words.casefold(): each for each in session.exec(query)}


def withheld(session: Session, meeting_id: int) -> dict[int, Withheld]:
    """The paragraphs that are not published, by place."""
    query = select(Withheld).where(Withheld.meeting_id == meeting_id)
    return {each.place: each for each in session.exec(query)}


def preparation(session: Session, meeting_id: int) -> Preparation | None:
    """Who has looked at the minutes, and what was approved; None where nobody has."""
    return session.get(Preparation, meeting_id)


def corrections(session: Session, meeting_id: int) -> tuple[Correction, ...]:
    """The corrections of the meeting's minutes that are justerade, in the order of time."""
    texts = session.exec(
        select(JusteringRound.text)
        .where(
            JusteringRound.meeting_id == meeting_id,
            JusteringRound.kind == RoundKind.CORRECTION,
            JusteringRound.state == RoundState.COMPLETED,
        )
        .order_by(col(JusteringRound.ended_at), col(JusteringRound.id))
    )
    return tuple(each for text in texts for each in read_canonical(text).corrections)


def names_inside(
    session: Session, body: Body, day: dt.date, until: dt.date | None = None
) -> set[str]:
    """The names, as the minutes may write them, of those who hold a mandate on the day, or at
    some time until the other: in the body, or in another of its organisation.
    """
    same = col(Body.id) == body.id
    if body.organisation:
        same = sa.or_(same, col(Body.organisation) == body.organisation)
    held = (
        sa.select(col(Mandate.person_id))
        .join(Body, col(Body.id) == Mandate.body_id)
        .where(
            same,
            col(Mandate.first_day) <= (until or day),
            sa.or_(col(Mandate.last_day).is_(None), col(Mandate.last_day) >= day),
        )
    )
    names = session.scalars(sa.select(col(Person.name)).where(col(Person.id).in_(held)))
    written = session.scalars(sa.select(col(Alias.text)).where(col(Alias.person_id).in_(held)))
    return {*names, *written}


def names_of_signatories(session: Session, round_id: int) -> list[str]:
    """Who has signed a text, in the order in which they stand on it."""
    return [each.name for each in justering.fields(session, round_id)]


def justerat_on(ended_at: dt.datetime) -> dt.date:
    """The day in Sweden on which the last signature was given."""
    return day_in_sweden(ended_at)


def versions(session: Session, meeting_id: int) -> Sequence[Publication]:
    """The publications of a meeting, the latest first."""
    return session.exec(
        select(Publication)
        .where(Publication.meeting_id == meeting_id)
        .order_by(col(Publication.id).desc())
    ).all()


def standing(session: Session, meeting_id: int) -> Publication:
    """The publication of the meeting that stands now. Raises NotFound."""
    found = session.exec(
        select(Publication).where(
            Publication.meeting_id == meeting_id,
            Publication.state == PublicationState.PUBLISHED,
        )
    ).first()
    if found is None:
        raise NotFound("Protokollet är inte publicerat.")
    return found


def addresses_of_others(session: Session, body_id: int, meeting_id: int) -> set[str]:
    """The addresses in the body that belong to other meetings, for ever."""
    query = sa.select(col(Publication.address)).where(
        col(Publication.body_id) == body_id, col(Publication.meeting_id) != meeting_id
    )
    return set(session.scalars(query))


def unpublished(session: Session, bodies: frozenset[int] | None) -> list[Unpublished]:
    """What waits to be published in these bodies (None: all), the oldest first; not what was
    published once and withdrawn.
    """
    query = (
        sa.select(
            col(Meeting.id), col(Meeting.title), col(Meeting.body_id), called(), col(Meeting.date),
            col(JusteringRound.ended_at), _asked_at().scalar_subquery(),
        )
        .join(Body, col(Body.id) == Meeting.body_id)
        .join(JusteringRound, col(JusteringRound.meeting_id) == Meeting.id)
        .where(_waits())
        .order_by(col(JusteringRound.ended_at), col(Meeting.id))
    )  # fmt: skip
    if bodies is not None:
        query = query.where(col(Meeting.body_id).in_(bodies))
    return [Unpublished(*row) for row in session.execute(query)]


def to_publish_by_itself(session: Session) -> list[int]:
    """The meetings that wait, in bodies that publish as soon as minutes are justerade."""
    query = (
        sa.select(col(Meeting.id))
        .join(JusteringRound, col(JusteringRound.meeting_id) == Meeting.id)
        .join(PublicationRules, col(PublicationRules.body_id) == Meeting.body_id)
        .where(_waits(), col(PublicationRules.timing) == Timing.WHEN_JUSTERAT)
        .order_by(col(Meeting.id))
    )
    return list(session.scalars(query))


def is_asked_of_the_chair(session: Session, meeting_id: int) -> bool:
    """Whether the chair is to approve what the secretary has looked at since it was published."""
    published_since = sa.select(col(Publication.id)).where(
        col(Publication.meeting_id) == Meeting.id,
        col(Publication.published_at) >= Preparation.looked_at,
    )
    asked = _asked_at().where(~published_since.correlate(Meeting, Preparation).exists())
    query = sa.select(col(Meeting.id)).where(col(Meeting.id) == meeting_id, asked.exists())
    return session.scalar(query) is not None


def _asked_at() -> sa.Select[Any]:
    """When the secretary had looked at the minutes that the chair has not approved yet."""
    return (
        sa.select(col(Preparation.looked_at))
        .join(PublicationRules, col(PublicationRules.body_id) == Meeting.body_id)
        .where(
            col(Preparation.meeting_id) == Meeting.id,
            col(Preparation.approved) == "",
            col(PublicationRules.looker) == Looker.CHAIR,
        )
        .correlate(Meeting)
    )


def _waits() -> sa.ColumnElement[bool]:
    publishes = sa.select(col(PublicationRules.body_id)).where(
        col(PublicationRules.scope) != Scope.NOTHING
    )
    before = sa.select(col(Publication.meeting_id))
    return sa.and_(
        col(Meeting.state) == MeetingState.JUSTERAT,
        col(JusteringRound.kind) == RoundKind.MINUTES,
        col(JusteringRound.state) == RoundState.COMPLETED,
        col(Meeting.body_id).in_(publishes),
        col(Meeting.id).not_in(before),
    )
