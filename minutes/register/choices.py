"""What stands above a list of things from meetings: how many, what to choose by, what was kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.errors import NotFound
from minutes.people.queries import called
from minutes.people.saved_views import Saved, saved_by
from minutes.people.tables import Body
from minutes.register.tables import Meeting

Visible = frozenset[int] | None  # bodies; None means all


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at a list, and which list it is."""

    person_id: int
    visible: Visible
    page: str  # its address without the /


@dataclass(frozen=True, slots=True)
class Choices:
    """How many rows the list has, what it may be filtered by, and the reader's saved views."""

    total: int
    bodies: list[tuple[str, str]]  # slug, name
    years: list[int]
    saved: Sequence[Saved]


def choices(session: Session, reader: Reader, counting: sa.Select[Any]) -> Choices:
    """The choices, with the number that `counting` selects. One statement for all of it.

    Without a meeting there is nothing to count: all that is listed comes from meetings.
    """
    year = sa.cast(sa.extract("year", col(Meeting.date)), sa.Integer)
    bodies = (
        sa.select(
            sa.literal("body").label("kind"),
            col(Body.slug),
            called(),
            year,
            counting.correlate(None).scalar_subquery(),
        )
        .select_from(Meeting)
        .join(Body, col(Body.id) == Meeting.body_id)
        .group_by(col(Body.id), col(Body.slug), col(Body.name), col(Body.organisation), year)
    )
    if reader.visible is not None:
        bodies = bodies.where(col(Meeting.body_id).in_(reader.visible))
    found = session.execute(sa.union_all(bodies, saved_by(reader.person_id, reader.page))).all()
    of_bodies = [row for row in found if row[0] == "body"]
    return Choices(
        of_bodies[0][4] if of_bodies else 0,
        sorted({row[1:3] for row in of_bodies}, key=lambda body: body[1].casefold()),
        sorted({row[3] for row in of_bodies}, reverse=True),
        sorted(Saved(*row[1:4]) for row in found if row[0] != "body"),
    )


def of_meetings(
    visible: Visible, body: str | None, year: int | None
) -> list[sa.ColumnElement[bool]]:
    """The conditions on the meeting that a thing comes from: seen by us, of the body, in the year.

    The body is given by its slug; the statement has Meeting and Body in it.
    """
    conditions: list[sa.ColumnElement[bool]] = []
    if visible is not None:
        conditions.append(col(Meeting.body_id).in_(visible))
    if body:
        conditions.append(col(Body.slug) == body)
    if year:
        conditions.append(sa.extract("year", col(Meeting.date)) == year)
    return conditions


def wanted_year(written: str | None) -> int | None:
    """The year that an address asks for. Raises NotFound for what is none, or has none after it."""
    if not written:
        return None
    year = int(written) if written.isdecimal() and len(written) == 4 else 0
    if not 1000 <= year < MAXYEAR:
        raise NotFound("Det året finns inte.")
    return year


def directed(column: Any, descending: bool) -> Any:
    """What to sort by, turned round where the list is."""
    return column.desc() if descending else column.asc()
