"""The page on which those whom the minutes name become members of the body."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError
from minutes.people.access import Permission, requires
from minutes.people.acting import by
from minutes.people.queries import body_by_slug
from minutes.people.tables import Body, Role
from minutes.people.words import ROLE_WORDS
from minutes.review import newcomers
from minutes.review.blueprint import routes
from minutes.review.newcomers import Newcomer
from minutes.texts import N_

CHOICES = [role for role in Role if role is not Role.READER]


@routes.get("/organ/<slug>/namn-i-protokollen")
@requires(Permission.REVIEW)
def newcomers_of(slug: str) -> ResponseReturnValue:
    """The names that are nobody's yet."""
    body = _body(slug)
    return _page(body, newcomers.named(g.session, body.id or 0))


@routes.post("/organ/<slug>/namn-i-protokollen")
@requires(Permission.REVIEW)
def take_in_newcomers(slug: str) -> ResponseReturnValue:
    """Make those who are chosen members."""
    body, today = _body(slug), clock.today()
    typed, found = _typed(), None
    try:
        found = newcomers.checked(g.session, body.id or 0, typed, today)
        if any(found.faults):
            return _page(body, _with_faults(typed, found.faults)), 422
        taken, given = newcomers.take_in(g.session, by(), body.id or 0, found, today)
    except MinutesError as refusal:
        g.session.rollback()
        return _page(body, typed, refusal.message), 422
    flash(N_("1 ledamot är inlagd.", "%(num)s ledamöter är inlagda.", num=taken))
    if given:
        flash(
            N_(
                "1 åtgärd i protokollen har fått sin ansvarige.",
                "%(num)s åtgärder i protokollen har fått sina ansvariga.",
                num=given,
            )
        )
    return redirect(url_for("people.body", slug=slug), code=303)


def _body(slug: str) -> Body:
    body = body_by_slug(g.session, slug)
    g.access.demand(Permission.REVIEW, body.id)
    return body


def _page(body: Body, rows: list[Newcomer], refusal: str = "") -> str:
    return render_template(
        "review/newcomers.html",
        body=body,
        rows=rows,
        refusal=refusal,
        choices=CHOICES,
        role_words=ROLE_WORDS,
    )


def _typed() -> list[Newcomer]:
    """The rows as they were sent, in their order."""
    form = request.form
    names, roles = form.getlist("namn"), form.getlist("roll")
    words, addresses = form.getlist("uppgift"), form.getlist("adress")
    chosen = set(form.getlist("med"))
    rows = list(zip(names, words, roles, addresses, strict=False))
    return [
        Newcomer(
            name=" ".join(name.split()),
            said=said,
            role=Role(role) if role in CHOICES else Role.MEMBER,
            email=address.strip(),
            chosen=str(place) in chosen,
        )
        for place, (name, said, role, address) in enumerate(rows[: newcomers.MOST])
    ]


def _with_faults(typed: list[Newcomer], faults: list[str]) -> list[Newcomer]:
    left = iter(faults)
    return [
        Newcomer(each.name, each.said, each.role, each.email, each.chosen, next(left))
        if each.chosen
        else each
        for each in typed
    ]
