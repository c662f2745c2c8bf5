"""A body's meetings that are called off: one more, and one that is to be held after all."""

import datetime as dt

from flask import flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from minutes.errors import MinutesError, Refused
from minutes.follow_up.decision_routes import optional_day
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.review.showing import reviewable
from minutes.texts import N_
from minutes.writing import beginning, cancelling
from minutes.writing.blueprint import by, routes, writable_body


@routes.post("/organ/<slug>/installda")
@requires(Permission.REVIEW)
def cancel(slug: str) -> ResponseReturnValue:
    """Call a meeting of the body off, or let it be held after all."""
    body_id = writable_body(slug).id or 0
    g.session.rollback()
    sender = g.settings.mail_from
    try:
        day = _day()
        if "angra" in request.form:
            sent = cancelling.restore(g.session, by(), body_id, day, sender)
            said = N_("Mötet hålls som planerat.")
        else:
            reason = request.form.get("skal", "")
            sent = cancelling.cancel(g.session, by(), body_id, day, reason, sender)
            said = N_("Mötet är inställt.")
    except MinutesError as refusal:
        g.session.rollback()
        return beginning.page(slug, refusal.message), refusal.status
    flash(said)
    if sent:
        flash(
            N_(
                "De som är kallade får besked: 1 brev i utkorgen.",
                "De som är kallade får besked: %(num)s brev i utkorgen.",
                num=sent,
            )
        )
    return redirect(url_for(".of_body", slug=slug, _anchor="installda"), code=303)


@routes.post("/granskning/<int:draft_id>/installt")
@requires(Permission.REVIEW)
def cancel_by_minutes(draft_id: int) -> ResponseReturnValue:
    """Take the minutes of a draft at their word, that the meeting was called off."""
    found = reviewable(draft_id)
    body_id = found.body_id
    g.session.rollback()
    try:
        cancelling.cancel_by_minutes(g.session, by(), draft_id, g.settings.mail_from)
    except MinutesError as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
        return redirect(url_for("review.draft", draft_id=draft_id), code=303)
    flash(N_("Mötet är registrerat som inställt."))
    slug = people.body(g.session, body_id or 0).slug
    return redirect(url_for(".of_body", slug=slug, _anchor="installda"), code=303)


def _day() -> dt.date:
    day = optional_day("stall-in-dag")
    if day is None:
        raise Refused("Välj vilken dag mötet skulle ha hållits.")
    return day
