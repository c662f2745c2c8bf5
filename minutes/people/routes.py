"""Pages where one signs in and out, changes one's password, and sees the bodies."""

from flask import (
    Blueprint,
    Response,
    flash,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask import session as browser_session
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError
from minutes.people import accounts, carried, queries
from minutes.people import sign_in as signing
from minutes.people.access import COOKIE, Permission, requires
from minutes.people.acting import by
from minutes.people.forms import ChangePasswordForm, SignInForm
from minutes.people.next_page import safe_next
from minutes.people.passwords import passwords_of_cost
from minutes.people.tables import Role
from minutes.people.words import KIND_WORDS, REGIME_WORDS, ROLE_WORDS
from minutes.texts import N_

routes = Blueprint("people", __name__)


@routes.route("/logga-in", methods=["GET", "POST"])
@requires(Permission.PUBLIC)
def sign_in() -> ResponseReturnValue:
    """The sign-in page."""
    wanted = safe_next(request.values.get("nasta"))
    if g.access.signed_in:
        return redirect(request.script_root + wanted, code=303)
    form, kept = SignInForm(), request.form.get("kvar", "")
    if not form.validate_on_submit():
        status = 422 if form.is_submitted() else 200
        page = render_template("people/sign_in.html", form=form, wanted=wanted, kept=kept)
        return page, status
    try:
        token = signing.sign_in(
            g.session,
            passwords_of_cost(g.settings.password_memory),
            email=form.email.data,
            password=form.password.data,
            address=request.remote_addr or "",
            at=clock.now(),
        )
    except MinutesError as refusal:
        page = render_template(
            "people/sign_in.html", form=form, wanted=wanted, kept=kept, refusal=refusal.message
        )
        return page, refusal.status
    browser_session.clear()  # a new CSRF token for the one who is now signed in
    g.pop("csrf_token", None)
    form_of_before = carried.read(kept)
    if form_of_before is not None:
        page = render_template(
            "people/carried.html", carried=form_of_before, why=N_("Du är inloggad igen.")
        )
        return _with_cookie(page, token)
    return _with_cookie(redirect(request.script_root + wanted, code=303), token)


def _with_cookie(answer: ResponseReturnValue, token: str) -> Response:
    response = make_response(answer)
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(signing.LASTS.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=g.settings.secure_cookies,
    )
    return response


@routes.post("/logga-ut")
@requires(Permission.PUBLIC)
def sign_out() -> ResponseReturnValue:
    """Sign out here, and go to the sign-in page."""
    token = request.cookies.get(COOKIE)
    if token:
        signing.sign_out(g.session, token)
    browser_session.clear()
    flash(N_("Du är utloggad."))
    response = make_response(redirect(url_for(".sign_in"), code=303))
    response.delete_cookie(COOKIE, samesite="Lax", secure=g.settings.secure_cookies)
    return response


@routes.route("/konto", methods=["GET", "POST"])
@requires(Permission.SIGNED_IN)
def account() -> ResponseReturnValue:
    """One's own roles, and the change of password."""
    form = ChangePasswordForm()
    refusal, status = None, 422 if form.is_submitted() else 200
    if form.validate_on_submit():
        try:
            accounts.change_password(
                g.session,
                by(),
                passwords_of_cost(g.settings.password_memory),
                person_id=g.access.person_id,
                old=form.old.data,
                new=form.new.data,
                address=request.remote_addr or "",
            )
        except MinutesError as error:
            refusal, status = error.message, error.status
        else:
            flash(N_("Lösenordet är bytt. Logga in med det nya."))
            return redirect(url_for(".sign_in"), code=303)
    seats = queries.seats(g.session, person_id=g.access.person_id, on=clock.today())
    page = render_template(
        "people/account.html",
        form=form,
        refusal=refusal,
        person=queries.person(g.session, g.access.person_id),
        seats=seats,
        role_words=ROLE_WORDS,
    )
    return page, status


@routes.get("/organ")
@requires(Permission.READ)
def bodies() -> str:
    """The bodies that one may read."""
    found = queries.bodies(g.session, g.access.bodies(Permission.READ))
    return render_template(
        "people/bodies.html",
        bodies=found,
        members=queries.members_of_each(g.session, clock.today()),
        regime_words=REGIME_WORDS,
    )


@routes.get("/organ/<slug>")
@requires(Permission.READ)
def body(slug: str) -> str:
    """Who sits in a body, and the way to its meetings and action items."""
    found = queries.body_by_slug(g.session, slug)
    g.access.demand(Permission.READ, found.id)
    seats, today = queries.seats(g.session, body_id=found.id), clock.today()
    now = [seat for seat in seats if seat.holds_on(today)]
    return render_template(
        "people/body.html",
        body=found,
        seats=[seat for seat in now if seat.role is not Role.READER],
        readers=[seat for seat in now if seat.role is Role.READER],
        others=[seat for seat in seats if not seat.holds_on(today)],
        role_words=ROLE_WORDS,
        regime_words=REGIME_WORDS,
        kind_words=KIND_WORDS,
    )
