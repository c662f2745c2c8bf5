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
from minutes.search.standing import EVERY, NOWHERE, mark, numbers

PAGE = 25  # hits; each has several lines
MOST_PAGES = 2_000  # of one search
MOST_COUNTED = 10 * PAGE  # rows; whoever turns so many pages has them counted further

_OF_PAGE = tuple(f"number_{each}" for each in range(PAGE))
VECTOR = "stems_vector"
_TIDYING = {
    "sqlite": (
        "INSERT INTO search_fts(search_fts) VALUES ('optimize')",
        "INSERT INTO search_fts_public(search_fts_public) VALUES ('optimize')",
    ),
    "postgresql": (
        "SELECT gin_clean_pending_list('search_entry_stems')",
        "SELECT gin_clean_pending_list('search_entry_stems_public')",
    ),
}
Hit = TypeVar("Hit")
Among = tuple[Any, Collection[str | int]]  # a column, and its values that are asked for


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
    among: Sequence[Among] = (),
    years: Collection[tuple[int, int]] = (),
    conditions: Sequence[sa.ColumnElement[bool]] = (),
) -> sa.Select[Any]:
    """The numbers, in their order, of the rows that have the words, and in each of these columns
    one of its values, in these years. On SQLite the rows themselves are looked at only where
    there are conditions: their values are marks among the stems.
    """
    number, asked = rows.number, [*conditions]
    if not all(values for _, values in among):
        asked.append(sa.false())
    found = sa.select(number)
    if session.get_bind().dialect.name != "sqlite":
        asked += [column.in_(values) for column, values in among]
        if words:
            query = sa.literal(_tsquery(words), sa.Text(), literal_execute=True)
            vector: sa.ColumnClause[Any] = sa.literal_column(f"{rows.number.table.name}.{VECTOR}")
            asked.append(vector.op("@@", return_type=sa.Boolean())(sa.cast(query, TSQUERY)))
    elif words or among:
        table = sa.table(rows.full_text, sa.column("rowid", sa.Integer))
        number = table.c.rowid
        found = sa.select(number)
        asked.append(sa.literal_column(rows.full_text, sa.Text()).match(_fts5(words, among)))
        if conditions:
            found = found.join(rows.number.table, rows.number == number)
    if years:
        asked.append(sa.or_(*(number.between(*numbers(*each)) for each in sorted(years))))
    return found.where(*asked).order_by(number)


def in_text(text: Any, wanted: Wanted) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions that the words in a row are there, and others not."""
    for phrase in wanted.phrases:
        yield contains(text, phrase)
    for phrase in wanted.phrases_without:
        yield sa.not_(contains(text, phrase))


def of_page(shown: sa.Select[Any], rows: Indexed) -> sa.Select[Any]:
    """What `page_of` reads, of the rows of one page. The statement is always the same, so that
    the database need not plan it again: a short page has its first row several times.
    """
    numbers = [sa.bindparam(each, type_=sa.BigInteger()) for each in _OF_PAGE]
    return shown.where(rows.number.in_(numbers)).order_by(rows.number)


def page_of(
    session: Session,
    found: sa.Select[Any],
    page: int,
    shown: sa.Select[Any],
    hit: Callable[..., Hit],
) -> Hits[Hit]:
    """A page of what was found, and how many there are. A page after the last is empty.

    shown: what a hit is made of, by `of_page`.
    """
    at = min(max(page, 1), MOST_PAGES)
    before = (at - 1) * PAGE
    most = max(MOST_COUNTED, at * PAGE)
    connection = session.connection()
    # Counted here: the database would go through them twice, for the page and for the count.
    from_here = found.limit(_written(most + 1 - before)).offset(_written(before))
    numbers = [number for (number,) in connection.execute(from_here).all()]
    hits: list[Hit] = []
    if numbers:
        here = numbers[:PAGE] + numbers[:1] * (PAGE - len(numbers))
        read = connection.execute(shown, dict(zip(_OF_PAGE, here, strict=True)))
        hits = [hit(*row) for row in read.all()]
    elif before:
        there = found.limit(_written(before)).subquery()
        before = connection.scalar(sa.select(sa.func.count()).select_from(there)) or 0
    counted = before + len(numbers)
    total, is_more = min(counted, most), counted > most
    return Hits(hits, total, is_more, paging(at, total, PAGE, is_more=is_more))


def tidy(session: Session) -> None:
    """Merge what was written of late into the rest of the index, which is then quick again.

    Does not commit.
    """
    for statement in _TIDYING[session.get_bind().dialect.name]:
        session.execute(sa.text(statement))


def _written(value: int) -> sa.ColumnElement[int]:
    return sa.literal_column(str(value), sa.Integer())


def _tsquery(words: Sequence[Word]) -> str:
    return " & ".join(f"{'!' * each.without}({_lexemes(each)})" for each in words)


def _lexemes(word: Word) -> str:
    whole, begun = _forms(word)
    return " | ".join([*(f"'{each}'" for each in whole), *(f"'{each}':*" for each in begun)])


def _fts5(words: Sequence[Word], among: Sequence[Among]) -> str:
    wanted = [f"({_tokens(each)})" for each in words if not each.without]
    unwanted = [_tokens(each) for each in words if each.without]
    marks = [_marks(values) for _, values in among if values]
    if not wanted:
        wanted, marks = marks or [f'"{EVERY}"'], []
    # In one row with several words, the marks, which are nearly everywhere, would be gone through
    # for each of them. Below a NOT the words are brought together first.
    if len(wanted) > 1 or unwanted:
        without = " OR ".join(unwanted or [f'"{NOWHERE}"'])
        wanted = [f"(({' AND '.join(wanted)}) NOT ({without}))"]
    return " AND ".join([*wanted, *marks])


def _marks(values: Collection[str | int]) -> str:
    return "(" + " OR ".join(sorted(f'"{mark(each)}"' for each in values)) + ")"


def _tokens(word: Word) -> str:
    whole, begun = _forms(word)
    return " OR ".join([*(f'"{each}"' for each in whole), *(f'"{each}"*' for each in begun)])


def _forms(word: Word) -> tuple[list[str], list[str]]:
    """The stems that a text may have, and what they may begin with; no stem is there twice,
    since PostgreSQL would expect twice as many rows.
    """
    begun = [word.beginning] if word.beginning else []
    return [] if begun and word.stem.startswith(word.beginning) else [word.stem], begun
