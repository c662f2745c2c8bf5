"""The blueprint of those who publish, and what its pages share."""

import datetime as dt
from collections.abc import Callable

from flask import Blueprint, flash, g, redirect
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, Refused
from minutes.people import queries as people
from minutes.people.permissions import Permission
from minutes.people.tables import Role
from minutes.publication.preparing import Prepared, prepared
from minutes.publication.service import By
from minutes.register import queries as register

routes = Blueprint("publication", __name__)


def by() -> By:
    """Who acts now."""
    return By(g.access.person_id, clock.now(), clock.today())


def looked_after(meeting_id: int) -> Prepared:
    """The meeting as it would be published, for who looks after its body. Raises NotAllowed, and
    NotFound where it is not justerat.
    """
    meeting = register.meeting(g.session, meeting_id)
    g.access.demand(Permission.REVIEW, meeting.body_id)
    return prepared(g.session, meeting)


def tried(
    act: Callable[[], object], done: str, onward: str, back: str | None = None
) -> ResponseReturnValue:
    """Do it in a transaction of its own, and say so there; where it is refused, why."""
    g.session.rollback()
    try:
        act()
    except MinutesError as error:
        g.session.rollback()
        flash(error.message, "error")
        return redirect(back or onward, code=303)
    flash(done)
    return redirect(onward, code=303)


def moment(day: str, time: str) -> dt.datetime | None:
    """When it is to be put up; None for at once. Raises Refused, also for a day that has been: who
    typed it meant another.
    """
    if not day.strip():
        if time.strip():
            raise Refused("Skriv också vilken dag det gäller.")
        return None
    try:
        written = dt.datetime.fromisoformat(f"{day.strip()}T{time.strip() or '00:00'}")
    except ValueError:
        raise Refused("Skriv dagen som 2026-03-31 och tiden som 08:00.") from None
    if written.date() < clock.today():
        raise Refused("Dagen har redan varit. Lämna fältet tomt för att sätta upp det nu.")
    return written.replace(tzinfo=clock.STOCKHOLM)


def is_chair(body_id: int) -> bool:
    """Whether whoever asks chairs the body today."""
    return body_id in chaired_bodies()


def chaired_bodies() -> frozenset[int]:
    """The bodies that whoever asks chairs today."""
    if g.access.person_id is None:
        return frozenset()
    seats = people.seats(g.session, person_id=g.access.person_id, on=clock.today())
    return frozenset(seat.body_id for seat in seats if seat.role is Role.CHAIR)
