"""Each view declares the permission it needs; one that declares nothing opens for nobody."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import (
    Response,
    abort,
    current_app,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)

from minutes import clock
from minutes.errors import MinutesError
from minutes.people import api_tokens, carried, queries
from minutes.people.forms import SignInForm
from minutes.people.permissions import NOBODY, Access, Permission
from minutes.people.tokens import hash_of

__all__ = ["COOKIE", "Access", "Permission", "guard", "load_access", "requires"]

COOKIE = "minutes_sign_in"
FOR_PROGRAMS = "api"  # the blueprint whose views take a key, and no cookie
UNGUARDED = (None, "static")  # an address that does not exist is answered 404, not 403

View = TypeVar("View", bound=Callable[..., Any])


class NotSignedIn(MinutesError):
    """A script asked for a part of a page, and the sign-in has ended."""

    status = 401


_needed_by: dict[Callable[..., Any], Permission] = {}


def requires(permission: Permission) -> Callable[[View], View]:
    """Declare what a view needs. Stands nearest to the function, under the route.

    READ opens the page for everybody who is signed in, since it shows only what they may
    see, and the others for who has them in any body; which body a thing belongs to, the
    view must ask g.access about.
    """

    def declare(view: View) -> View:
        _needed_by[view] = permission
        return view

    return declare


def permission_of(view: Callable[..., Any]) -> Permission | None:
    """What the view has declared; None where it has declared nothing."""
    return _needed_by.get(view)


def load_access() -> None:
    """Set g.access from the request's cookie, or from a program's key. Runs before guard()."""
    g.access, g.scopes = NOBODY, ()
    if request.blueprint == FOR_PROGRAMS:
        if request.authorization and request.authorization.type == "bearer":
            key = request.authorization.token or ""
            g.access, g.scopes = api_tokens.access_with(g.session, key, clock.today())
            g.session.rollback()
        return
    token = request.cookies.get(COOKIE)
    if token and request.endpoint != "static":
        g.access = queries.access_by_token(g.session, hash_of(token), clock.now(), clock.today())
        # The transaction ends here, so that a POST does not hold the writers' lock
        # while it reads its input.
        if request.method not in ("GET", "HEAD"):
            g.session.rollback()


def guard() -> Response | None:
    """Refuse, or send to the sign-in page, who may not see the page. Runs before every view."""
    if request.endpoint in UNGUARDED:
        return None
    needed = permission_of(current_app.view_functions[str(request.endpoint)])
    if needed is None:
        abort(403)
    if needed is Permission.PUBLIC:
        return None
    if not g.access.signed_in:
        if request.blueprint == FOR_PROGRAMS:
            raise NotSignedIn("Skicka en nyckel som gäller: Authorization: Bearer minutes_….")
        if request.headers.get("HX-Request"):
            raise NotSignedIn("Du är inte längre inloggad. Logga in i ett annat fönster först.")
        return _to_sign_in()
    if needed is not Permission.READ and not g.access.may_somewhere(needed):
        abort(403)
    return None


def _to_sign_in() -> Response:
    kept = carried.of_request()
    if kept is not None:
        page = render_template(
            "people/sign_in.html", form=SignInForm(formdata=None), wanted="/", kept=kept.text
        )
        return make_response(page, 401)
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return cast("Response", redirect(url_for("people.sign_in", nasta=wanted), code=303))
