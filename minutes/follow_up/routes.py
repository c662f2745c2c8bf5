"""One's own action items."""

from datetime import timedelta

from flask import g, render_template

from minutes import clock
from minutes.follow_up import (
    action_routes,
    agenda_routes,
    balance_routes,
    decision_routes,
    later_routes,
    list_routes,
    mine_routes,
    new_minutes,
    queries,
    start_routes,
)
from minutes.follow_up.blueprint import routes
from minutes.follow_up.due_dates import grouped
from minutes.follow_up.queries import ActionRow
from minutes.people.access import Permission, requires

# Their views are on the same blueprint; new_minutes listens to the review.
__all__ = [
    "action_routes",
    "agenda_routes",
    "balance_routes",
    "decision_routes",
    "later_routes",
    "list_routes",
    "mine_routes",
    "new_minutes",
    "routes",
    "start_routes",
]

RECENTLY = timedelta(days=14)


@routes.get("/mina")
@requires(Permission.SIGNED_IN)
def mine() -> str:
    """What one has promised, by when, and what one did lately."""
    today = clock.today()
    rows = queries.owned_by(g.session, g.access.person_id, clock.now() - RECENTLY, today)
    return render_template(
        "follow_up/mine.html",
        groups=grouped((row for row in rows if not row.is_done), today),
        done=sorted((row for row in rows if row.is_done), key=_when, reverse=True),
        ahead=queries.meetings_ahead(g.session, g.access.bodies(Permission.READ), today, 1),
    )


@routes.app_template_global("actions_of_meeting")
def actions_of_meeting(meeting_id: int) -> dict[int, ActionRow]:
    """How the action items of a meeting stand now: for the page of the meeting, which lies
    below this stage and knows only what its minutes say.
    """
    return queries.of_meeting(g.session, meeting_id, clock.today())


def _when(row: ActionRow) -> float:
    return row.since.timestamp() if row.since else 0.0
