"""What somebody who has signed in finds, and what the filters of their search can be."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.follow_up import ownership
from minutes.follow_up.queries import due, is_done, state, with_present
from minutes.follow_up.tables import ActionState
from minutes.people.tables import Body
from minutes.register.queries import Visible, called, contains
from minutes.register.tables import ActionItem, Meeting
from minutes.search.full_text import Among, Hits, Indexed, in_text, matching, of_page, page_of
from minutes.search.language import MINE, Kind, State, Wanted
from minutes.search.suggestions import MOST
from minutes.search.tables import SearchEntry

BEGINNING = 2_000  # characters of a text that words are compared with
ENTRIES = Indexed(col(SearchEntry.id), "search_fts")
_STATES = {
    State.IN_PROGRESS: ActionState.IN_PROGRESS,
    State.WAITING: ActionState.WAITING,
    State.HANDED_OVER: ActionState.HANDED_OVER,
    State.DONE: ActionState.DONE,
    State.DROPPED: ActionState.DROPPED,
}


@dataclass(frozen=True, slots=True)
class Asker:
    """Who searches, on which day, and what they may see."""

    person_id: int
    visible: Visible
    today: dt.date


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found, and the meeting that it belongs to; a report has none."""

    kind: Kind
    thing_id: int
    text: str
    meeting_id: int | None
    date: dt.date
    title: str | None
    body: str


_COLUMNS: tuple[Any, ...] = (
    col(SearchEntry.kind),
    col(SearchEntry.thing_id),
    col(SearchEntry.text),
    col(SearchEntry.meeting_id),
    col(SearchEntry.date),
    # By itself and not joined: PostgreSQL would read all meetings for a page of them.
    sa.select(col(Meeting.title))
    .where(col(Meeting.id) == SearchEntry.meeting_id)
    .scalar_subquery(),
    called(),
)
_SHOWN = of_page(sa.select(*_COLUMNS).join(Body, col(Body.id) == SearchEntry.body_id), ENTRIES)


def found(session: Session, asker: Asker, wanted: Wanted, page: int) -> Hits[Hit]:
    """What the asker may see of what is wanted, the latest meeting first.

    Two statements: which they are, and what they say; one more for `organ:` and `ägare:mig`.
    """
    among = list(_among(session, asker, wanted))
    conditions = list(_conditions(session, asker, wanted))
    chosen = matching(session, ENTRIES, wanted.words, among, wanted.years, conditions)
    return page_of(session, chosen, page, _SHOWN, Hit)


def _among(session: Session, asker: Asker, wanted: Wanted) -> Iterator[Among]:
    bodies = asker.visible
    if wanted.bodies:
        query: sa.Select[Any] = sa.select(col(Body.id)).where(is_called(wanted.bodies))
        named = frozenset(session.scalars(query))
        bodies = named if bodies is None else bodies & named
    if bodies is not None:
        yield col(SearchEntry.body_id), bodies
    kinds = wanted.kinds
    if wanted.owners or wanted.states:
        kinds = kinds & {Kind.ACTION} if kinds else frozenset({Kind.ACTION})
    if kinds or wanted.kinds:
        yield col(SearchEntry.kind), kinds


def _conditions(session: Session, asker: Asker, wanted: Wanted) -> Iterator[sa.ColumnElement[bool]]:
    yield from in_text(col(SearchEntry.text), wanted)
    for name in wanted.owners:
        yield col(SearchEntry.thing_id).in_(_owned_by(session, asker, name))
    if wanted.states:
        stands = sa.or_(*(_stands(each, asker.today) for each in sorted(wanted.states)))
        actions = with_present(sa.select(col(ActionItem.id)).select_from(ActionItem))
        yield col(SearchEntry.thing_id).in_(actions.where(stands))


def is_called(names: Sequence[str]) -> sa.ColumnElement[bool]:
    """Whether a body has one of these in its name, or as its address."""
    return sa.or_(
        *(contains(col(Body.name), each) for each in names),
        col(Body.slug).in_([each.casefold() for each in names]),
    )


def _owned_by(session: Session, asker: Asker, name: str) -> sa.Select[Any]:
    owner = ownership.owner_rows()
    query: sa.Select[Any] = (
        sa.select(owner.c.action_item_id)
        .join(ActionItem, col(ActionItem.id) == owner.c.action_item_id)
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
    )
    if name.casefold() != MINE:
        return query.where(contains(owner.c.name, name))
    seats = ownership.seats(session, asker.today)
    return query.where(ownership.may_mean(owner, asker.person_id, seats))


def _stands(wanted: State, today: dt.date) -> sa.ColumnElement[bool]:
    if wanted in _STATES:
        return state() == _STATES[wanted]
    is_open = sa.not_(is_done())
    return sa.and_(is_open, due() < today) if wanted is State.LATE else is_open


def names(
    session: Session, asker: Asker, filter_name: str, begun: str, most: int = MOST
) -> list[str]:
    """The names that a filter can be given: bodies for `organ`, owners for `ägare`."""
    query: sa.Select[Any]
    name: Any
    if filter_name == "organ":
        name = col(Body.name)
        query = sa.select(name).where(is_called([begun]))
        if asker.visible is not None:
            query = query.where(col(Body.id).in_(asker.visible))
    elif filter_name == "ägare":
        owner = ownership.owner_rows()
        name = owner.c.name
        query = (
            sa.select(name)
            .where(contains(name, begun))
            .join(ActionItem, col(ActionItem.id) == owner.c.action_item_id)
            .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        )
        if asker.visible is not None:
            query = query.where(col(Meeting.body_id).in_(asker.visible))
    else:
        return []
    query = query.distinct().order_by(name).limit(most)
    return list(session.execute(query).scalars())


def latest_texts(session: Session, asker: Asker, most: int) -> list[str]:
    """The beginnings of the texts that the asker may see, of the latest meetings first."""
    query = sa.select(sa.func.substr(col(SearchEntry.text), 1, BEGINNING))
    if asker.visible is not None:
        query = query.where(col(SearchEntry.body_id).in_(asker.visible))
    query = query.order_by(col(SearchEntry.id)).limit(most)
    return list(session.execute(query).scalars())
