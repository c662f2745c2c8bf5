"""One decision: its page, and how it stands."""

import re
from datetime import date

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, Refused
from minutes.follow_up import decision_queries as queries
from minutes.follow_up import decision_service as service
from minutes.follow_up.blueprint import routes
from minutes.follow_up.decision_queries import DecisionRow
from minutes.follow_up.decisions import NEXT, WORDS
from minutes.follow_up.tables import DecisionState
from minutes.people.access import Permission, requires
from minutes.texts import N_


@routes.get("/beslut/<int:decision_id>")
@requires(Permission.READ)
def decision(decision_id: int) -> str:
    """One decision with all that has happened to it."""
    row = _readable(decision_id)
    may_mark = g.access.may(Permission.FOLLOW_UP, row.body_id)
    return render_template(
        "follow_up/decision_page.html",
        row=row,
        events=queries.timeline(g.session, decision_id),
        steps=[(state, WORDS[state]) for state in DecisionState if state in NEXT[row.state]],
        later=queries.later_decisions(g.session, row) if may_mark else [],
        may_mark=may_mark,
    )


@routes.post("/beslut/<int:decision_id>/lage")
@requires(Permission.FOLLOW_UP)
def mark_decision(decision_id: int) -> ResponseReturnValue:
    """Say how a decision stands."""
    row = _readable(decision_id)
    g.access.demand(Permission.FOLLOW_UP, row.body_id)
    g.session.rollback()
    try:
        service.mark(
            g.session,
            decision_id,
            _state(),
            by=g.access.person_id,
            at=clock.now(),
            day=optional_day("dag"),
            reference=request.form.get("hanvisning", ""),
            replaced_by=_replacing(row),
            note=request.form.get("kommentar", ""),
        )
    except MinutesError as refusal:
        flash(refusal.message, "error")
    else:
        flash(N_("Beslutets läge är sparat."))
    return redirect(url_for(".decision", decision_id=decision_id), code=303)


@routes.post("/beslut/<int:decision_id>/kommentera")
@requires(Permission.READ)
def comment_decision(decision_id: int) -> ResponseReturnValue:
    """Say something about a decision; whoever may read it may."""
    _readable(decision_id)
    g.session.rollback()
    text, by = request.form.get("kommentar", ""), g.access.person_id
    try:
        service.comment(g.session, decision_id, text=text, by=by, at=clock.now())
    except MinutesError as refusal:
        flash(refusal.message, "error")
    else:
        flash(N_("Kommentaren är sparad."))
    return redirect(url_for(".decision", decision_id=decision_id), code=303)


@routes.app_template_global("decisions_of_meeting")
def decisions_of_meeting(meeting_id: int) -> dict[int, DecisionRow]:
    """How the decisions of a meeting stand now, for the page of the meeting."""
    return queries.of_meeting(g.session, meeting_id)


def optional_day(name: str) -> date | None:
    """The day in a field of the form; None where it is empty. Raises Refused."""
    written = request.form.get(name, "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refused("Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-05-31.") from None


def _readable(decision_id: int) -> DecisionRow:
    row = queries.decision(g.session, decision_id)
    g.access.demand(Permission.READ, row.body_id)
    return row


def _state() -> DecisionState:
    written = request.form.get("lage", "")
    if written not in set(DecisionState):
        raise Refused("Välj hur beslutet står.")
    return DecisionState(written)


def _replacing(row: DecisionRow) -> int | None:
    """The decision of the same body that was chosen in the form."""
    written = request.form.get("ersatt-av", "")
    if not re.fullmatch(r"\d{1,9}", written):
        return None
    other = queries.decision(g.session, int(written))
    if other.body_id != row.body_id:
        raise Refused("Välj ett beslut av samma organ, eller skriv en hänvisning.")
    return other.id
