"""The administrator's pages of what has been done, by persons and by the program itself."""

import json

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.audit import queries as audit_queries
from minutes.audit import service
from minutes.paging import PAGE, paging
from minutes.people import queries
from minutes.people.access import Permission, requires
from minutes.people.event_words import act_words, detail_words, subject_words
from minutes.texts import N_

# Who acts where no person does.
PROGRAMS: dict[str, str] = {
    "kommandoraden": N_("kommandoraden"),
    "programmet": N_("programmet"),
}
routes = Blueprint("oversight", __name__, url_prefix="/hantera")


@routes.get("/handelser")
@requires(Permission.MANAGE)
def events() -> str:
    """What has been done, the newest first."""
    count = audit_queries.count(g.session)
    shown = paging(request.args.get("sida", 1, int), count)
    found = audit_queries.latest(g.session, offset=shown.offset, limit=PAGE)
    names = PROGRAMS | queries.names_of_actors(g.session, {event.actor for event in found})
    details = {event.id: json.loads(event.details) for event in found}
    return render_template(
        "people/events.html",
        events=found,
        names=names,
        details={id_: detail_words(said) for id_, said in details.items()},
        subject_words=subject_words,
        acts={
            each.id: act_words(each.act, details[each.id], names.get(each.actor, ""))
            for each in found
        },
        count=count,
        paging=shown,
    )


@routes.post("/handelser/kontrollera")
@requires(Permission.MANAGE)
def verify_events() -> ResponseReturnValue:
    """Check that nothing that is written down has been touched."""
    verdict = service.verify(g.session)
    if verdict.broken_at is None:
        flash(N_("Kedjan håller. %(events)s händelser är kontrollerade.", events=verdict.events))
    else:
        flash(N_("Kedjan är bruten vid händelse %(number)s.", number=verdict.broken_at), "error")
    return redirect(url_for(".events"), code=303)
