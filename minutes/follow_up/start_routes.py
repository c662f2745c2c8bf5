"""The start page: what waits for the person, by what they are in their bodies."""

from flask import g, render_template

from minutes import clock
from minutes.follow_up import queries
from minutes.follow_up.blueprint import routes
from minutes.follow_up.due_dates import grouped
from minutes.help.queries import first_steps
from minutes.people.access import Permission, requires
from minutes.review.open_drafts import draft_page

MEETINGS_AHEAD = 5
LATE_SHOWN = 10
DRAFTS_SHOWN = 5
MINE_BESIDE_OTHER_WORK = 5


@routes.get("/")
@requires(Permission.SIGNED_IN)
def overview() -> str:
    """Drafts for who reviews, what is late for who follows up, and for all what they promised."""
    today, now = clock.today(), clock.now()
    readable = g.access.bodies(Permission.READ)
    reviews = g.access.may_somewhere(Permission.REVIEW)
    follows_up = g.access.may_somewhere(Permission.FOLLOW_UP)
    mine = queries.owned_by(g.session, g.access.person_id, now, today)
    context = {
        "groups": grouped((row for row in mine if not row.is_done), today),
        "ahead": queries.meetings_ahead(g.session, readable, today, MEETINGS_AHEAD),
        "most_mine": MINE_BESIDE_OTHER_WORK,
    }
    if g.access.is_administrator:
        has_mail = g.settings.smtp_url is not None
        context["steps"] = first_steps(g.session, g.access.person_id, has_mail=has_mail)
    if reviews:
        reviewed = g.access.bodies(Permission.REVIEW)
        person_id = g.access.person_id
        context["drafts"] = draft_page(g.session, reviewed, person_id, rows=DRAFTS_SHOWN)
    if follows_up:
        followed = g.access.bodies(Permission.FOLLOW_UP)
        context["late"] = queries.late_by_body(g.session, followed, today)
        if not reviews:
            context["late_rows"] = queries.late(g.session, followed, today, LATE_SHOWN)
    return render_template("follow_up/overview.html", reviews=reviews, **context)
