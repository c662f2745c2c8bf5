"""Notices of meetings ahead: on the anslagstavla, and where a secretary puts them up."""

import datetime as dt

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.errors import MinutesError, Refused
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.tables import Body
from minutes.publication import meeting_notices
from minutes.publication.blueprint import by, moment
from minutes.publication.blueprint import routes as publication
from minutes.publication.caching import cached
from minutes.publication.feed_routes import routes
from minutes.publication.tables import MeetingNotice, Summons
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_

__all__ = ["routes"]


@routes.get("/anslagstavla/mote/<int:notice_id>")
@requires(Permission.PUBLIC)
@cached
def meeting_notice(notice_id: int) -> str:
    """The notice of a meeting, while it is up."""
    shown = meeting_notices.one_up(g.session, notice_id)
    return render_template("public/meeting_notice.html", shown=shown)


@publication.route("/organ/<slug>/kungorelser", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def summons(slug: str) -> ResponseReturnValue:
    """The notices of the body's meetings, and a new one."""
    body = _looked_after(slug)
    refusal = None
    if request.method == "POST":
        g.session.rollback()
        try:
            notice = _typed(body.id or 0)
            meeting_notices.put_up(g.session, notice, by())
        except MinutesError as error:
            g.session.rollback()
            refusal = error
        else:
            is_up = notice.post_at <= by().at
            flash(
                N_("Anslaget är uppe.") if is_up else N_("Anslaget sätts upp den dag du har valt.")
            )
            if meeting_notices.is_late(notice.kind, notice.date, day_in_sweden(notice.post_at)):
                flash(
                    N_(
                        "Det är mindre än en vecka före mötet. Fullmäktige ska kungöra minst en "
                        "vecka före (kommunallagen 5 kap. 13 §)."
                    ),
                    "error",
                )
            return redirect(url_for(".summons", slug=slug), code=303)
        body = _looked_after(slug)
    page = render_template(
        "publication/summons.html",
        body=body,
        notices=meeting_notices.of_body(g.session, body.id or 0),
        refusal=refusal.message if refusal else None,
        typed=request.form,
        kinds={
            Summons.KALLELSE: N_("Kallelse"),
            Summons.KUNGORELSE: N_("Kungörelse (fullmäktige)"),
        },
    )
    return page, refusal.status if refusal else 200


@publication.post("/organ/<slug>/kungorelser/<int:notice_id>/ta-ned")
@requires(Permission.REVIEW)
def take_down(slug: str, notice_id: int) -> ResponseReturnValue:
    """Take the notice of a meeting down."""
    body_id = _looked_after(slug).id or 0
    g.session.rollback()
    meeting_notices.take_down(g.session, body_id, notice_id, by())
    flash(N_("Anslaget är nedtaget."))
    return redirect(url_for(".summons", slug=slug), code=303)


def _looked_after(slug: str) -> Body:
    body = people.body_by_slug(g.session, slug)
    g.access.demand(Permission.REVIEW, body.id)
    return body


def _typed(body_id: int) -> MeetingNotice:
    form = request.form
    try:
        kind = Summons(form.get("slag", ""))
        date = dt.date.fromisoformat(form.get("motesdag", "").strip())
        start = form.get("kl", "").strip()
        at = dt.time.fromisoformat(start) if start else None
    except ValueError:
        raise Refused(
            "Välj vad det är, och skriv dagen som 2026-03-31 och tiden som 08:00."
        ) from None
    return MeetingNotice(
        body_id=body_id,
        kind=kind,
        date=date,
        start=at,
        place=" ".join(form.get("plats", "").split()),
        agenda=form.get("punkter", "").strip(),
        about=form.get("om", "").strip(),
        post_at=moment(form.get("dag", ""), form.get("tid", "")) or by().at,
    )
