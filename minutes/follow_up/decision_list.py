"""The register of decisions (beslutsregister), as an address asks for it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.database import enum_type
from minutes.follow_up.decisions import WORDS
from minutes.follow_up.tables import DecisionNow, DecisionState
from minutes.order import Order
from minutes.paging import PAGE, Paging, paging
from minutes.people.tables import Body, Numbering
from minutes.register.choices import Choices, Reader, Visible, choices, directed, of_meetings
from minutes.register.queries import attended, called, contains
from minutes.register.tables import Decision, Item, Meeting

LATEST_FIRST = Order("datum", descending=True)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which decisions are wanted; what is None or empty does not matter."""

    body: str | None = None  # slug
    year: int | None = None
    person: str = ""  # a name among those who were there, or sent apologies
    state: DecisionState | None = None
    text: str = ""
    order: Order = LATEST_FIRST
    page: int = 1


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with where it was made and how it stands."""

    id: int
    text: str
    first_line: int | None
    meeting_id: int
    date: dt.date
    document_id: int | None
    body: str
    number: str | None  # of its item
    item: str | None
    numbering: Numbering
    state: DecisionState

    @property
    def state_words(self) -> str:
        """How it stands, in a word or two."""
        return WORDS[self.state]

    @property
    def reference(self) -> str | None:
        """How the item is cited: § 12/2026 where numbers run over the year, else § 12."""
        if self.number and self.numbering is Numbering.PER_YEAR:
            return f"{self.number}/{self.date.year}"
        return self.number


@dataclass(frozen=True, slots=True)
class DecisionList:
    """A page of decisions, and what one may filter them by."""

    rows: list[DecisionRow]
    choices: Choices
    paging: Paging


def decisions(session: Session, reader: Reader, wanted: Filter) -> DecisionList:
    """The decisions of the bodies that one may see. Two statements."""
    found = choices(session, reader, _counting(reader.visible, wanted))
    shown = paging(wanted.page, found.total)
    # The ids alone are sorted: of the other decisions nothing else is read.
    ids = _from(sa.select(col(Decision.id)), reader.visible, wanted).order_by(*_order(wanted))
    part = ids.limit(PAGE).offset(shown.offset).subquery("part")
    rows = session.execute(
        _from(_columns(), None, Filter())
        .join(part, part.c.id == col(Decision.id))
        .order_by(*_order(wanted))
    )
    return DecisionList([DecisionRow(*row) for row in rows], found, shown)


def all_decisions(session: Session, visible: Visible, wanted: Filter) -> list[DecisionRow]:
    """Every decision that the filter lets through, for a file. One statement."""
    query = _from(_columns(), visible, wanted).order_by(*_order(wanted))
    return [DecisionRow(*row) for row in session.execute(query)]


def _counting(visible: Visible, wanted: Filter) -> sa.Select[Any]:
    counting: sa.Select[Any] = _from(sa.select(sa.func.count()), visible, wanted)
    return counting


def _order(wanted: Filter) -> tuple[Any, ...]:
    columns: Mapping[str, Any] = {
        "datum": col(Meeting.date),
        "beslut": sa.func.lower(col(Decision.text)),
        "organ": called(),
        "lage": _state(),
    }
    first = directed(columns[wanted.order.key], wanted.order.descending)
    return (first, col(Meeting.date).desc(), col(Decision.meeting_id), col(Decision.position))


def _columns() -> sa.Select[*tuple[Any, ...]]:
    return sa.select(
        col(Decision.id),
        col(Decision.text),
        col(Decision.first_line),
        col(Decision.meeting_id),
        col(Meeting.date),
        col(Meeting.document_id),
        called(),
        col(Item.number),
        col(Item.title),
        col(Body.numbering),
        _state(),
    )


def _from(query: Any, visible: Visible, wanted: Filter) -> Any:
    conditions = of_meetings(visible, wanted.body, wanted.year)
    if wanted.text:
        texts = (col(Decision.text), col(Item.title))
        conditions.append(sa.or_(*(contains(each, wanted.text) for each in texts)))
    if wanted.person:
        conditions.append(attended(wanted.person))
    if wanted.state:
        conditions.append(_state() == wanted.state)
    return (
        query.select_from(Decision)
        .join(Meeting, col(Meeting.id) == Decision.meeting_id)
        .join(Body, col(Body.id) == Meeting.body_id)
        .outerjoin(Item, col(Item.id) == Decision.item_id)
        .outerjoin(DecisionNow, col(DecisionNow.decision_id) == Decision.id)
        .where(*conditions)
    )


def _state() -> sa.ColumnElement[DecisionState]:
    in_force = sa.literal(DecisionState.IN_FORCE, enum_type(DecisionState))
    return sa.func.coalesce(col(DecisionNow.state), in_force)
