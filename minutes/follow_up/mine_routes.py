"""Beside one's own action items: what one waits for, and what one's bodies are to do."""

from flask import g, render_template

from minutes import clock
from minutes.follow_up import agenda, open_actions
from minutes.follow_up.blueprint import routes
from minutes.follow_up.due_dates import grouped
from minutes.paging import PAGE
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.tables import Role


@routes.get("/mina/bevakar")
@requires(Permission.SIGNED_IN)
def watched_by_me() -> str:
    """What one has given to others, waits for, and has asked other bodies."""
    person_id, visible = g.access.person_id, g.access.bodies(Permission.READ)
    return render_template(
        "follow_up/mine_watched.html",
        given=open_actions.given_by(g.session, person_id, visible, clock.today()),
        watched=agenda.watched_by(g.session, person_id, visible),
        asked=agenda.asked_by(g.session, person_id, visible),
    )


@routes.get("/mina/organ")
@requires(Permission.SIGNED_IN)
def my_bodies() -> str:
    """What is to be done in the bodies that one belongs to; who only reads does not."""
    today = clock.today()
    seats = people.seats(g.session, person_id=g.access.person_id, on=today)
    bodies = {seat.body_id: seat.body for seat in seats if seat.role is not Role.READER}
    rows = open_actions.open_of_bodies(g.session, frozenset(bodies), today)
    return render_template(
        "follow_up/mine_bodies.html",
        bodies=bodies,
        groups=grouped(rows, today),
        is_part=len(rows) == PAGE,
        most=PAGE,
    )
