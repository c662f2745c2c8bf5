"""The rules of a body: the offer in a review, and the page where they are seen and taken away."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.errors import Refused
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.review import known, ruling
from minutes.review.blueprint import routes
from minutes.review.showing import deed, reviewable
from minutes.texts import N_


@routes.post("/granskning/<int:draft_id>/regel/<any(ja,nej):answer>")
@requires(Permission.REVIEW)
def answer_rule(draft_id: int, answer: str) -> ResponseReturnValue:
    """Let a correction that was made twice be the body's rule, or not."""
    found = reviewable(draft_id)
    try:
        habit = ruling.answer(
            g.session,
            found.body_id or 0,
            request.form.get("kind", ""),
            request.form.get("said", ""),
            wanted=answer == "ja",
            deed=deed(),
        )
    except Refused as refusal:
        flash(refusal.message, "error")
    else:
        ja = N_("Från nästa protokoll gäller: %(words)s", words=habit.words)
        flash(ja if answer == "ja" else N_("Det föreslås inte igen."))
    return redirect(url_for(".draft", draft_id=draft_id), code=303)


@routes.get("/organ/<slug>/regler")
@requires(Permission.REVIEW)
def body_rules(slug: str) -> str:
    """What is done beforehand in the minutes of a body."""
    body = people.body_by_slug(g.session, slug)
    g.access.demand(Permission.REVIEW, body.id)
    rules = [
        (each.id, known.habit(each).words, each.wanted)
        for each in ruling.kept(g.session, body.id or 0)
    ]
    return render_template("review/rules.html", body=body, rules=rules)


@routes.post("/organ/<slug>/regler/<int:rule_id>/ta-bort")
@requires(Permission.REVIEW)
def forget_rule(slug: str, rule_id: int) -> ResponseReturnValue:
    """Take a rule away."""
    body = people.body_by_slug(g.session, slug)
    g.access.demand(Permission.REVIEW, body.id)
    ruling.forget(g.session, body.id or 0, rule_id, deed())
    flash(N_("Regeln är borttagen."))
    return redirect(url_for(".body_rules", slug=slug), code=303)
