"""What is asked of decisions: how each stands, what has happened to it, which wait."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from minutes.database import enum_type
from minutes.errors import NotFound
from minutes.follow_up.decisions import WORDS, calls_for_execution
from minutes.follow_up.lifecycle import VIA
from minutes.follow_up.tables import DecisionEvent, DecisionNow, DecisionState, Via
from minutes.people.queries import called
from minutes.people.tables import Body, Person
from minutes.register.tables import Decision, Item, Meeting
from minutes.texts import N_

LATER_SHOWN = 100  # decisions that may replace one


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with where it was made and how it stands."""

    id: int
    text: str
    quote: str
    first_line: int | None
    meeting_id: int
    meeting_date: dt.date
    document_id: int | None
    body_id: int
    body: str
    number: str | None
    item: str | None
    state: DecisionState
    day: dt.date | None
    reference: str
    replaced_by: int | None

    @property
    def state_words(self) -> str:
        """How it stands, in a word or two."""
        return WORDS[self.state]


@dataclass(frozen=True, slots=True)
class DecisionHappened:
    """An event as the page shows it; `state` None is a comment."""

    state: DecisionState | None
    at: dt.datetime
    by: str | None
    via: Via
    day: dt.date | None
    reference: str
    replaced_by: int | None
    replaced_by_text: str | None
    note: str

    @property
    def words(self) -> str:
        """What happened, in a word or two."""
        return WORDS[self.state] if self.state else N_("Kommentar")

    @property
    def from_where(self) -> str:
        """From where it came, where that is not the page."""
        return VIA[self.via]


def decision(session: Session, decision_id: int) -> DecisionRow:
    """One decision. Raises NotFound."""
    row = session.execute(_rows().where(col(Decision.id) == decision_id)).first()
    if row is None:
        raise NotFound("Beslutet finns inte.")
    return DecisionRow(*row)


def of_meeting(session: Session, meeting_id: int) -> dict[int, DecisionRow]:
    """The decisions of a meeting by id. One statement."""
    rows = session.execute(_rows().where(col(Decision.meeting_id) == meeting_id))
    return {row[0]: DecisionRow(*row) for row in rows}


def timeline(session: Session, decision_id: int) -> list[DecisionHappened]:
    """What has happened to the decision, the latest first. One statement."""
    other = aliased(Decision)
    rows = session.execute(
        sa.select(
            col(DecisionEvent.state),
            col(DecisionEvent.at),
            col(Person.name),
            col(DecisionEvent.via),
            col(DecisionEvent.day),
            col(DecisionEvent.reference),
            col(DecisionEvent.replaced_by),
            col(other.text),
            col(DecisionEvent.note),
        )
        .outerjoin(Person, col(Person.id) == DecisionEvent.by)
        .outerjoin(other, col(other.id) == DecisionEvent.replaced_by)
        .where(col(DecisionEvent.decision_id) == decision_id)
        .order_by(col(DecisionEvent.id).desc())
    )
    return [DecisionHappened(*row) for row in rows]


def later_decisions(session: Session, row: DecisionRow) -> list[DecisionRow]:
    """Decisions of the same body that may have replaced it, the newest first."""
    query = (
        _rows()
        .where(
            col(Meeting.body_id) == row.body_id,
            col(Meeting.date) >= row.meeting_date,
            col(Decision.id) != row.id,
        )
        .order_by(col(Meeting.date).desc(), col(Decision.id).desc())
        .limit(LATER_SHOWN)
    )
    return [DecisionRow(*each) for each in session.execute(query)]


@dataclass(frozen=True, slots=True)
class NotExecuted:
    """The decisions that wait: those somebody marked so, and those whose words order something
    and of which nobody has said how they stand.
    """

    marked: list[DecisionRow]
    perhaps: list[DecisionRow]


def not_executed(session: Session, body_id: int, year: int | None) -> NotExecuted:
    """The decisions of a body that are not executed, of one year's meetings or of all."""
    untold = col(DecisionNow.decision_id).is_(None)
    query = (
        _rows()
        .where(
            col(Meeting.body_id) == body_id,
            sa.or_(col(DecisionNow.state) == DecisionState.NOT_EXECUTED, untold),
        )
        .order_by(col(Meeting.date), col(Decision.id))
    )
    if year is not None:
        query = query.where(*of_year(year))
    found = [DecisionRow(*row) for row in session.execute(query)]
    return NotExecuted(
        [row for row in found if row.state is DecisionState.NOT_EXECUTED],
        [
            row
            for row in found
            if row.state is DecisionState.IN_FORCE and calls_for_execution(row.quote)
        ],
    )


def of_year(year: int) -> list[sa.ColumnElement[bool]]:
    """Meetings held in the year."""
    return [
        col(Meeting.date) >= dt.date(year, 1, 1),
        col(Meeting.date) <= dt.date(year, 12, 31),
    ]


def years(session: Session, body_id: int) -> list[int]:
    """The years in which the body has met, the latest first."""
    year = sa.extract("year", col(Meeting.date))
    query = sa.select(year).where(col(Meeting.body_id) == body_id).distinct()
    return sorted((int(each) for (each,) in session.execute(query)), reverse=True)


def _rows() -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(
            col(Decision.id),
            col(Decision.text),
            col(Decision.quote),
            col(Decision.first_line),
            col(Decision.meeting_id),
            col(Meeting.date),
            col(Meeting.document_id),
            col(Body.id),
            called(),
            col(Item.number),
            col(Item.title),
            sa.func.coalesce(
                col(DecisionNow.state), sa.literal(DecisionState.IN_FORCE, enum_type(DecisionState))
            ),
            col(DecisionNow.day),
            sa.func.coalesce(col(DecisionNow.reference), ""),
            col(DecisionNow.replaced_by),
        )
        .join(Meeting, col(Meeting.id) == Decision.meeting_id)
        .join(Body, col(Body.id) == Meeting.body_id)
        .outerjoin(Item, col(Item.id) == Decision.item_id)
        .outerjoin(DecisionNow, col(DecisionNow.decision_id) == Decision.id)
    )
