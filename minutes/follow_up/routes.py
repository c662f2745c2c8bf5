"""Action items: the overview, one's own, everybody's, and marking them."""

from datetime import timedelta

from flask import Blueprint, flash, g, redirect, render_template, request
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.follow_up import queries, service
from minutes.follow_up.due_dates import Standing, grouped
from minutes.follow_up.queries import ActionRow
from minutes.people.access import Permission, requires
from minutes.people.next_page import safe_next
from minutes.review import queries as review

routes = Blueprint("follow_up", __name__)

RECENTLY = timedelta(days=14)
MEETINGS_AHEAD = 5
STANDINGS = {
    "oppna": Standing.OPEN,
    "forsenade": Standing.LATE,
    "klara": Standing.DONE,
    "alla": None,
}


@routes.get("/")
@requires(Permission.SIGNED_IN)
def overview() -> str:
    """What waits for a secretary; for everybody else, their own action items."""
    if not g.access.may_somewhere(Permission.REVIEW):
        return mine()
    reviewed = g.access.bodies(Permission.REVIEW)
    readable = g.access.bodies(Permission.READ)
    today = clock.today()
    return render_template(
        "follow_up/overview.html",
        drafts=review.open_drafts(g.session, reviewed, g.access.person_id),
        late=queries.late_by_body(g.session, readable, today),
        ahead=queries.meetings_ahead(g.session, readable, today, MEETINGS_AHEAD),
        mine=_open(queries.owned_by(g.session, g.access.person_id, clock.now() - RECENTLY)),
    )


@routes.get("/mina")
@requires(Permission.SIGNED_IN)
def mine() -> str:
    """What one has promised, by when, and what one did lately."""
    rows = queries.owned_by(g.session, g.access.person_id, clock.now() - RECENTLY)
    today = clock.today()
    return render_template(
        "follow_up/mine.html",
        groups=grouped(_open(rows), today),
        done=sorted((row for row in rows if row.is_done), key=_when, reverse=True),
        ahead=queries.meetings_ahead(g.session, g.access.bodies(Permission.READ), today, 1),
    )


@routes.get("/atgarder")
@requires(Permission.READ)
def actions() -> str:
    """The action items of all bodies that one may read."""
    chosen = request.args.get("status", "oppna")
    wanted = queries.Filter(
        body=request.args.get("organ") or None,
        owner=request.args.get("ansvarig", "").strip()[:200],
        standing=STANDINGS.get(chosen, Standing.OPEN),
        page=request.args.get("sida", 1, type=int),
    )
    visible = g.access.bodies(Permission.READ)
    found = queries.actions(g.session, visible, wanted, clock.today())
    return render_template(
        "follow_up/actions.html",
        found=found,
        wanted=wanted,
        chosen=chosen if chosen in STANDINGS else "oppna",
    )


@routes.post("/atgarder/<int:action_id>/klar")
@requires(Permission.SIGNED_IN)
def mark_done(action_id: int) -> ResponseReturnValue:
    """Mark an action item as done."""
    _demand(action_id)
    service.mark_done(g.session, action_id, by=g.access.person_id, at=clock.now())
    return _answer(action_id, "Åtgärden är markerad som klar.")


@routes.post("/atgarder/<int:action_id>/oppna")
@requires(Permission.SIGNED_IN)
def reopen(action_id: int) -> ResponseReturnValue:
    """Open a done action item again."""
    _demand(action_id)
    service.reopen(g.session, action_id, by=g.access.person_id, at=clock.now())
    return _answer(action_id, "Åtgärden är öppen igen.")


@routes.app_template_global("may_mark")
def may_mark(row: ActionRow) -> bool:
    """An owner may mark the action item, and so may secretary and chair of the body."""
    return _is_owner(row) or g.access.may(Permission.FOLLOW_UP, row.body_id)


@routes.app_template_global("actions_of_meeting")
def actions_of_meeting(meeting_id: int) -> dict[int, ActionRow]:
    """How the action items of a meeting stand now: for the page of the meeting, which lies
    below this stage and knows only what its minutes say.
    """
    return queries.of_meeting(g.session, meeting_id)


def _demand(action_id: int) -> None:
    row = queries.action(g.session, action_id)
    if not _is_owner(row):
        g.access.demand(Permission.FOLLOW_UP, row.body_id)


def _is_owner(row: ActionRow) -> bool:
    return any(person_id == g.access.person_id for _, person_id in row.owners if person_id)


def _open(rows: list[ActionRow]) -> list[ActionRow]:
    return [row for row in rows if not row.is_done]


def _when(row: ActionRow) -> float:
    return row.since.timestamp() if row.since else 0.0


def _answer(action_id: int, message: str) -> ResponseReturnValue:
    if request.headers.get("HX-Request"):
        return render_template("follow_up/one.html", row=queries.action(g.session, action_id))
    flash(message)
    return redirect(request.script_root + safe_next(request.form.get("nasta")), code=303)
