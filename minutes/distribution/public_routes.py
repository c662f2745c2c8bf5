"""The pages of the public site on which one subscribes, confirms and leaves. Without cookies."""

from urllib.parse import urlsplit

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.distribution import service
from minutes.distribution.jobs import links_of
from minutes.errors import NotFound, Refused
from minutes.people.access import Permission, requires
from minutes.publication.publishers import published_body, publishers
from minutes.publication.readers import Reader
from minutes.texts import N_

routes = Blueprint("subscriptions", __name__)

EVERYBODY = Reader()


@routes.get("/protokoll/prenumerera")
@requires(Permission.PUBLIC)
def subscribe() -> str:
    """The form."""
    return _form(request.args.get("organ", ""))


@routes.post("/protokoll/prenumerera")
@requires(Permission.PUBLIC)
def asked() -> ResponseReturnValue:
    """Ask the address for its yes. Only where one of our own pages asks: the form has no token,
    which would give every visitor a cookie.
    """
    if urlsplit(request.origin or "").netloc != request.host:
        abort(400)
    slug, address = request.form.get("organ", ""), request.form.get("epost", "")
    try:
        body_id = published_body(EVERYBODY, slug).id if slug else None
        g.session.rollback()
        service.subscribe(g.session, address, body_id, at=clock.now(), sender=g.settings.mail_from)
    except (Refused, NotFound) as refusal:
        g.session.rollback()
        said = N_("Välj ett organ i listan.") if isinstance(refusal, NotFound) else refusal.message
        return _form(slug, address, said), 422
    return redirect(url_for(".look_in_mail"), code=303)


@routes.get("/protokoll/prenumerera/tack")
@requires(Permission.PUBLIC)
def look_in_mail() -> str:
    """What to do next, the same for every address."""
    return render_template("distribution/asked.html")


@routes.route("/protokoll/prenumerera/<token>", methods=["GET", "POST"])
@requires(Permission.PUBLIC)
def confirm(token: str) -> str:
    """Say yes, by a button: mail programs open links by themselves."""
    subscription_id, of_address = links_of(g.settings).read_confirm(token)
    if request.method == "POST":
        g.session.rollback()
        service.confirm(g.session, subscription_id, of_address, clock.now())
    found = service.waiting(g.session, subscription_id, of_address)
    return render_template("distribution/confirm.html", is_confirmed=found.confirmed_at is not None)


@routes.route("/protokoll/avsluta/<token>", methods=["GET", "POST"])
@requires(Permission.PUBLIC)
def leave(token: str) -> str:
    """End the mails: one click on the page, or that of the mail program (RFC 8058)."""
    message_id = links_of(g.settings).read_leave(token)
    if request.method == "GET":
        left = service.leaving(g.session, message_id)
        return render_template("distribution/leave.html", left=left, has_left=left.is_silent)
    g.session.rollback()
    left = service.leaving(g.session, message_id)
    if request.form.get("gor") == "tillbaka":
        service.come_back(g.session, message_id)
        return render_template("distribution/leave.html", left=left, has_left=False)
    service.leave(g.session, message_id)
    return render_template("distribution/leave.html", left=left, has_left=True)


def _form(slug: str, address: str = "", refusal: str | None = None) -> str:
    return render_template(
        "distribution/subscribe.html",
        bodies=publishers(EVERYBODY),
        chosen=slug,
        address=address,
        refusal=refusal,
    )
