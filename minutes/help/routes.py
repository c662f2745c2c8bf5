"""Help: a guide for each role, the link to the section about each page, and the first steps."""

from flask import Blueprint, abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.help import places, service
from minutes.help.guides import ROLES, guide
from minutes.people.access import Permission, requires
from minutes.people.permissions import NOBODY
from minutes.texts import N_

routes = Blueprint("help", __name__, url_prefix="/hjalp")


@routes.get("")
@requires(Permission.PUBLIC)
def start() -> str:
    """The guides, with what each is about."""
    guides = [guide(role, g.language) for role in ROLES]
    return render_template("help/start.html", guides=guides)


@routes.get("/<role>")
@requires(Permission.PUBLIC)
def show(role: str) -> str:
    """The guide for a role."""
    if role not in ROLES:
        abort(404)
    return render_template("help/guide.html", guide=guide(role, g.language))


@routes.post("/forsta-stegen")
@requires(Permission.MANAGE)
def close_first_steps() -> ResponseReturnValue:
    """The start page without the first steps."""
    service.close_first_steps(g.session, g.access.person_id)
    flash(N_("Guiden är stängd. Den finns kvar i hjälpen för administratören."))
    return redirect(url_for("follow_up.overview"), code=303)


@routes.app_template_global("help_address")
def help_address() -> str:
    """Where help is about the page that is shown."""
    role, _, section = places.place(request.path, g.get("access", NOBODY)).partition("#")
    return url_for("help.show", role=role, _anchor=section) if role else url_for("help.start")
