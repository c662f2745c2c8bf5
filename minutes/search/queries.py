"""What is found, alike on SQLite and PostgreSQL; only matching() knows which it is."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlmodel import Session, col

from minutes.follow_up import ownership
from minutes.follow_up.queries import due, is_done, state, with_present
from minutes.follow_up.tables import ActionState
from minutes.paging import PAGE, Paging, paging
from minutes.people.tables import Body
from minutes.register.queries import Visible, called, contains
from minutes.register.tables import ActionItem, Meeting
from minutes.search.language import MINE, Kind, State, Wanted, Word
from minutes.search.suggestions import MOST
from minutes.search.tables import SearchEntry

MOST_PAGES = 1_000  # of one search


@dataclass(frozen=True, slots=True)
class Indexed:
    """Rows with stems: their id, their stems, and the table of full text on SQLite."""

    id: Any
    stems: Any
    full_text: str


_ENTRIES = Indexed(col(SearchEntry.id), col(SearchEntry.stems), "search_fts")
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
    """Something that was found, and the meeting that it belongs to."""

    kind: Kind
    thing_id: int
    text: str
    meeting_id: int
    date: dt.date
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what was found, the latest meeting first."""

    rows: list[Hit]
    total: int
    paging: Paging


def found(session: Session, asker: Asker, wanted: Wanted, page: int) -> Hits:
    """What the asker may see of what is wanted. One statement, and one more for `ägare:mig`.

    A page after the last one is empty.
    """
    number = min(max(page, 1), MOST_PAGES)
    chosen = (
        matching(session, wanted.words)
        .add_columns(sa.func.count().over().label("total"))
        .where(*_conditions(session, asker, wanted))
        .order_by(col(SearchEntry.date).desc(), col(SearchEntry.meeting_id), col(SearchEntry.id))
        .limit(PAGE)
        .offset((number - 1) * PAGE)
        .subquery("chosen")
    )
    rows = session.execute(
        sa.select(
            chosen.c.total,
            col(SearchEntry.kind),
            col(SearchEntry.thing_id),
            col(SearchEntry.text),
            col(SearchEntry.meeting_id),
            col(SearchEntry.date),
            col(Meeting.title),
            called(),
        )
        .join(SearchEntry, col(SearchEntry.id) == chosen.c.id)
        .join(Meeting, col(Meeting.id) == SearchEntry.meeting_id)
        .join(Body, col(Body.id) == SearchEntry.body_id)
        .order_by(col(SearchEntry.date).desc(), col(SearchEntry.meeting_id), col(SearchEntry.id))
    ).all()
    total = rows[0][0] if rows else 0
    return Hits([Hit(*row[1:]) for row in rows], total, paging(number, total))


def _conditions(session: Session, asker: Asker, wanted: Wanted) -> Iterator[sa.ColumnElement[bool]]:
    if asker.visible is not None:
        yield col(SearchEntry.body_id).in_(asker.visible)
    for phrase in wanted.phrases:
        yield contains(col(SearchEntry.text), phrase)
    for phrase in wanted.phrases_without:
        yield sa.not_(contains(col(SearchEntry.text), phrase))
    if wanted.kinds:
        yield col(SearchEntry.kind).in_(wanted.kinds)
    if wanted.bodies:
        named = sa.or_(*(_is_called(name) for name in wanted.bodies))
        yield col(SearchEntry.body_id).in_(sa.select(col(Body.id)).where(named))
    if wanted.years:
        yield sa.or_(
            *(
                col(SearchEntry.date).between(dt.date(first, 1, 1), dt.date(last, 12, 31))
                for first, last in sorted(wanted.years)
            )
        )
    for name in wanted.owners:
        yield _is_action(_owned_by(session, asker, name))
    if wanted.states:
        stands = sa.or_(*(_stands(each, asker.today) for each in sorted(wanted.states)))
        actions = with_present(sa.select(col(ActionItem.id)).select_from(ActionItem))
        yield _is_action(actions.where(stands))


def _is_called(body: str) -> sa.ColumnElement[bool]:
    return sa.or_(contains(col(Body.name), body), col(Body.slug) == body.casefold())


def _is_action(ids: sa.Select[Any]) -> sa.ColumnElement[bool]:
    return sa.and_(col(SearchEntry.kind) == Kind.ACTION, col(SearchEntry.thing_id).in_(ids))


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


def matching(session: Session, words: Sequence[Word], rows: Indexed = _ENTRIES) -> sa.Select[Any]:
    """The ids of the rows that have the words, by the full text of the engine."""
    entries = sa.select(rows.id)
    there = [each for each in words if not each.without]
    unwanted = [each for each in words if each.without]
    if session.get_bind().dialect.name != "sqlite":
        vector = sa.func.array_to_tsvector(sa.func.string_to_array(rows.stems, " "))
        asked = [_lexemes(each) for each in there] + [f"!{_lexemes(each)}" for each in unwanted]
        if asked:
            entries = entries.where(
                vector.op("@@", return_type=sa.Boolean())(sa.cast(" & ".join(asked), TSQUERY))
            )
        return entries
    table = sa.table(rows.full_text, sa.column("rowid"))
    if there:
        entries = entries.join(table, table.c.rowid == rows.id).where(_match(there, rows))
    if unwanted:
        has_one = sa.or_(*(_match([each], rows) for each in unwanted))
        entries = entries.where(rows.id.not_in(sa.select(table.c.rowid).where(has_one)))
    return entries


def _lexemes(word: Word) -> str:
    return f"('{word.stem}' | '{word.beginning}':*)" if word.beginning else f"'{word.stem}'"


def _match(words: Sequence[Word], rows: Indexed) -> sa.ColumnElement[bool]:
    asked = " AND ".join(
        f'("{each.stem}" OR "{each.beginning}"*)' if each.beginning else f'"{each.stem}"'
        for each in words
    )
    return sa.literal_column(rows.full_text).op("MATCH", return_type=sa.Boolean())(asked)


def names(
    session: Session, asker: Asker, filter_name: str, begun: str, most: int = MOST
) -> list[str]:
    """The names that a filter can be given: bodies for `organ`, owners for `ägare`."""
    query: sa.Select[Any]
    name: Any
    if filter_name == "organ":
        name = col(Body.name)
        query = sa.select(name).where(_is_called(begun))
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
    """The texts of what the asker may see, of the latest meetings first."""
    query = sa.select(col(SearchEntry.text))
    if asker.visible is not None:
        query = query.where(col(SearchEntry.body_id).in_(asker.visible))
    query = query.order_by(col(SearchEntry.date).desc(), col(SearchEntry.id)).limit(most)
    return list(session.execute(query).scalars())
