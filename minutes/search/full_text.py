"""Asking the index by words, alike on SQLite and PostgreSQL; nothing else knows which it is.

What is looked for stands in the statement itself and not beside it, so that PostgreSQL plans for
these words: for rare ones by their index, for common ones along the numbers until it has enough.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlmodel import Session

from minutes.paging import Paging, paging
from minutes.register.queries import contains
from minutes.search.language import Wanted, Word
from minutes.search.standing import EVERY, numbers

PAGE = 50  # hits; each has several lines
MOST_PAGES = 2_000  # of one search
MOST_COUNTED = 1_000  # rows; whoever turns so many pages has them counted further

VECTOR = "stems_vector"
Hit = TypeVar("Hit")


@dataclass(frozen=True, slots=True)
class Indexed:
    """Rows with stems: their number (standing.py), and the table of full text that has the same
    numbers on SQLite. On PostgreSQL the rows have a vector of their stems.
    """

    number: Any
    full_text: str


@dataclass(frozen=True, slots=True)
class Hits(Generic[Hit]):
    """A page of what was found, and how many there are in all: more than `total`, if `is_more`."""

    rows: list[Hit]
    total: int
    is_more: bool
    paging: Paging


def matching(
    session: Session,
    rows: Indexed,
    words: Sequence[Word],
    marks: Sequence[Collection[str]] = (),
    years: Collection[tuple[int, int]] = (),
    conditions: Sequence[sa.ColumnElement[bool]] = (),
) -> sa.Select[Any]:
    """The numbers, in their order, of the rows that have the words, and of each of these marks
    one, in these years. The rows themselves are looked at only where there are conditions.
    """
    number = rows.number
    asked = sa.and_(sa.true(), *conditions) if all(marks) else sa.false()
    if not words and not marks:
        found = sa.select(number)
    elif session.get_bind().dialect.name == "sqlite":
        table = sa.table(rows.full_text, sa.column("rowid", sa.Integer))
        match = sa.literal_column(rows.full_text).op("MATCH", return_type=sa.Boolean())
        number = table.c.rowid
        found = sa.select(number).where(match(_fts5(words, marks)))
        if conditions:
            found = found.join(rows.number.table, rows.number == number)
    else:
        query = sa.literal(_tsquery(words, marks), sa.Text(), literal_execute=True)
        vector: sa.ColumnClause[Any] = sa.literal_column(f"{rows.number.table.name}.{VECTOR}")
        has = vector.op("@@", return_type=sa.Boolean())
        found = sa.select(number).where(has(sa.cast(query, TSQUERY)))
    if years:
        asked = asked & sa.or_(*(number.between(*numbers(*each)) for each in sorted(years)))
    return found.where(asked).order_by(number)


def in_text(text: Any, wanted: Wanted) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions that the words in a row are there, and others not."""
    for phrase in wanted.phrases:
        yield contains(text, phrase)
    for phrase in wanted.phrases_without:
        yield sa.not_(contains(text, phrase))


def page_of(
    session: Session,
    found: sa.Select[Any],
    page: int,
    shown: sa.Select[Any],
    hit: Callable[..., Hit],
) -> Hits[Hit]:
    """A page of what was found, and how many there are. A page after the last is empty.

    shown: what a hit is made of, where the number is one of `numbers`.
    """
    at = min(max(page, 1), MOST_PAGES)
    most = max(MOST_COUNTED, at * PAGE)
    limit: sa.ColumnElement[int] = sa.literal_column(str(most + 1), sa.Integer())
    connection = session.connection()
    there = connection.scalars(found.limit(limit)).all()
    here = there[(at - 1) * PAGE : at * PAGE]
    hits = [hit(*row) for row in connection.execute(shown, {"numbers": here})] if here else []
    total, is_more = min(len(there), most), len(there) > most
    return Hits(hits, total, is_more, paging(at, total, PAGE, is_more=is_more))


def _tsquery(words: Sequence[Word], marks: Sequence[Collection[str]]) -> str:
    asked = [f"{'!' * each.without}({_lexemes(each)})" for each in words]
    asked += ["(" + " | ".join(f"'{one}'" for one in sorted(each)) + ")" for each in marks]
    return " & ".join(asked)


def _lexemes(word: Word) -> str:
    return f"'{word.stem}' | '{word.beginning}':*" if word.beginning else f"'{word.stem}'"


def _fts5(words: Sequence[Word], marks: Sequence[Collection[str]]) -> str:
    there = [f"({_tokens(each)})" for each in words if not each.without]
    there += ["(" + " OR ".join(f'"{one}"' for one in sorted(each)) + ")" for each in marks]
    unwanted = [_tokens(each) for each in words if each.without]
    asked = " AND ".join(there or [f'"{EVERY}"'])
    return f"({asked}) NOT ({' OR '.join(unwanted)})" if unwanted else asked


def _tokens(word: Word) -> str:
    return f'"{word.stem}" OR "{word.beginning}"*' if word.beginning else f'"{word.stem}"'
