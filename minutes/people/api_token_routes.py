"""One's own keys for programs: made, listed, ended."""

from datetime import date, timedelta

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import Refused
from minutes.people import api_tokens
from minutes.people.access import Permission, requires
from minutes.people.acting import by
from minutes.people.api_tokens import SCOPE_WORDS, Scope
from minutes.texts import N_

routes = Blueprint("api_tokens", __name__, url_prefix="/nycklar")

USUAL_LIFE = timedelta(days=180)


@routes.get("")
@requires(Permission.SIGNED_IN)
def keys() -> str:
    """One's keys, and the form for another."""
    return _page()


@routes.post("")
@requires(Permission.SIGNED_IN)
def add() -> ResponseReturnValue:
    """Make a key and show it, once."""
    given = request.form
    try:
        token = api_tokens.add(
            g.session,
            by(),
            person_id=g.access.person_id,
            name=given.get("namn", ""),
            scopes=[each for each in Scope if each in given.getlist("far")],
            last_day=_day(given.get("till", "")),
        )
    except Refused as refusal:
        g.session.rollback()
        return _page(refusal=refusal.message), 422
    return _page(token=token)


@routes.post("/<int:key_id>/ta-bort")
@requires(Permission.SIGNED_IN)
def remove(key_id: int) -> ResponseReturnValue:
    """End a key."""
    api_tokens.remove(g.session, by(), person_id=g.access.person_id, key_id=key_id)
    flash(N_("Nyckeln är borttagen. Den gäller inte längre."))
    return redirect(url_for(".keys"), code=303)


def _page(*, token: str | None = None, refusal: str | None = None) -> str:
    today = clock.today()
    return render_template(
        "people/api_tokens.html",
        keys=api_tokens.keys_of(g.session, g.access.person_id),
        words=SCOPE_WORDS,
        today=today,
        proposed=today + USUAL_LIFE,
        token=token,
        refusal=refusal,
    )


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refused("Skriv sista dagen som ÅÅÅÅ-MM-DD, till exempel 2026-05-31.") from None
