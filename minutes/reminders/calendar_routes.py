"""The calendars under their secret addresses, and the page where one finds and renews them."""

from flask import Blueprint, flash, g, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from minutes import clock, ics
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.reminders import calendars, queries, service
from minutes.reminders.jobs import links_of
from minutes.reminders.links import CalendarOf, LinkEnded
from minutes.texts import N_

routes = Blueprint("calendars", __name__, url_prefix="/kalender")


@routes.get("")
@requires(Permission.SIGNED_IN)
def mine() -> str:
    """The addresses of one's calendars."""
    links = links_of(g.settings)
    person = queries.readers(g.session, clock.today(), only=[g.access.person_id])
    generation = person[g.access.person_id].calendar_generation
    addresses = [(N_("Mina åtgärder"), links.calendar(CalendarOf(g.access.person_id, generation)))]
    for body in people.bodies(g.session, g.access.bodies(Permission.READ)):
        address = links.calendar(CalendarOf(g.access.person_id, generation, body.id))
        called = f"{body.name}, {body.organisation}" if body.organisation else body.name
        addresses.append((N_("Möten i %(body)s", body=called), address))
    return render_template("reminders/calendars.html", addresses=addresses)


@routes.post("/byt")
@requires(Permission.SIGNED_IN)
def renew() -> ResponseReturnValue:
    """Give one's calendars new addresses; the old ones end."""
    service.renew_calendars(g.session, g.access.person_id, at=clock.now())
    flash(N_("Kalendrarna har fått nya adresser. De gamla gäller inte längre."))
    return redirect(url_for(".mine"), code=303)


@routes.get("/<token>.ics")
@requires(Permission.PUBLIC)
def feed(token: str) -> ResponseReturnValue:
    """A calendar, for who has its address. Raises LinkEnded."""
    said = links_of(g.settings).read_calendar(token)
    today, now = clock.today(), clock.now()
    person = queries.readers(g.session, today, only=[said.person_id]).get(said.person_id)
    if person is None or not person.has_account or person.calendar_generation != said.generation:
        raise LinkEnded
    if said.body_id is None:
        key, name = f"person:{said.person_id}", "Mina åtgärder"
        entries = calendars.own_actions(g.session, person, now, today)
    else:
        if not person.may_read(said.body_id):
            raise LinkEnded
        key, name = f"body:{said.body_id}", people.body(g.session, said.body_id).full_name
        entries = calendars.meetings(g.session, said.body_id, name, today)
    response = make_response(ics.written(key, name, entries, now))
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    response.headers["Cache-Control"] = "private, max-age=900"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
