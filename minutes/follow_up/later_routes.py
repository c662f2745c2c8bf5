"""At review: what the new minutes report on open action items, both texts side by side."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, NotFound, Refused
from minutes.follow_up import later_minutes
from minutes.follow_up.blueprint import routes
from minutes.follow_up.decision_routes import optional_day
from minutes.follow_up.later_minutes import Answer, Later
from minutes.people.access import Permission, requires
from minutes.people.tables import Body
from minutes.review import queries as review
from minutes.review.tables import Draft
from minutes.texts import N_


@routes.get("/granskning/<int:draft_id>/uppfoljning")
@requires(Permission.REVIEW)
def later_reports(draft_id: int) -> str:
    """What the minutes in a draft report on what was promised before."""
    draft = _draft(draft_id)
    return render_template(
        "follow_up/later.html",
        draft=draft,
        body=g.session.get_one(Body, draft.body_id),
        later=later_minutes.later(g.session, draft, clock.today()),
    )


@routes.post("/granskning/<int:draft_id>/uppfoljning/<int:action_id>")
@requires(Permission.REVIEW)
def answer_later(draft_id: int, action_id: int) -> ResponseReturnValue:
    """Do as the secretary says of one of them; nothing closes without that."""
    draft = _draft(draft_id)
    found = later_minutes.later(g.session, draft, clock.today())
    offer = next((each for each in found.offers if each.action.id == action_id), None)
    try:
        if offer is None:
            raise Refused("Det har redan fått ett svar.")
        later_minutes.answer(
            g.session,
            draft,
            offer,
            _said(),
            by=g.access.person_id,
            at=clock.now(),
            day=found.day,
            due=optional_day("dag"),
        )
    except MinutesError as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
    else:
        flash(N_("Svaret är sparat."))
    return redirect(url_for(".later_reports", draft_id=draft_id), code=303)


@routes.app_template_global("later_of_draft")
def later_of_draft(draft: Draft) -> Later:
    """What the minutes in a draft report, for the page of the draft, which lies below."""
    return later_minutes.later(g.session, draft, clock.today())


def _draft(draft_id: int) -> Draft:
    found = review.draft(g.session, draft_id)
    g.access.demand(Permission.REVIEW, found.body_id)
    if found.body_id is None:
        raise NotFound("Välj först vilket organ protokollet gäller.")
    return found


def _said() -> Answer:
    written = request.form.get("svar", "")
    if written not in set(Answer):
        raise Refused("Välj vad protokollet säger om åtgärden.")
    return Answer(written)
