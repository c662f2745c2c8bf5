"""Keeping what a list shows, and forgetting it."""

from flask import Blueprint, flash, g, redirect, request
from flask.typing import ResponseReturnValue

from minutes.errors import Refused
from minutes.people import saved_views
from minutes.people.access import Permission, requires
from minutes.people.next_page import safe_next
from minutes.texts import N_

routes = Blueprint("saved_views", __name__, url_prefix="/urval")


@routes.post("")
@requires(Permission.SIGNED_IN)
def save() -> ResponseReturnValue:
    """Keep what the list showed."""
    page, query = request.form.get("lista", ""), request.form.get("urval", "")
    try:
        view = saved_views.save(
            g.session,
            person_id=g.access.person_id,
            page=page,
            name=request.form.get("namn", ""),
            query=query,
        )
    except Refused as refusal:
        flash(refusal.message, "error")
    else:
        query = view.query
        flash(N_("Urvalet ”%(name)s” är sparat.", name=view.name))
    return redirect(request.script_root + safe_next(f"/{page}?{query}"), code=303)


@routes.post("/<int:view_id>/ta-bort")
@requires(Permission.SIGNED_IN)
def remove(view_id: int) -> ResponseReturnValue:
    """Forget a choice."""
    page = saved_views.remove(g.session, person_id=g.access.person_id, view_id=view_id)
    flash(N_("Urvalet är borttaget. Listan visar allt."))
    return redirect(f"{request.script_root}/{page}", code=303)
