"""The anslagstavla, for everybody, and the page where a secretary has a justering announced."""

import datetime as dt

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, Refused
from minutes.justering import queries as justering
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.slugs import slug_of
from minutes.publication import notice_queries, notice_service, proof, queries
from minutes.publication.anslag import latest_posting
from minutes.publication.blueprint import by
from minutes.publication.blueprint import routes as publication
from minutes.publication.feed_routes import routes
from minutes.publication.public_routes import MIMETYPES, cached
from minutes.publication.tables import Notice
from minutes.register import queries as register
from minutes.register.tables import Meeting
from minutes.texts import N_

__all__ = ["routes"]


@routes.get("/anslagstavla")
@requires(Permission.PUBLIC)
@cached
def board() -> str:
    """What is announced now."""
    return render_template("public/board.html", notices=notice_queries.up(g.session))


@routes.get("/anslagstavla/<int:notice_id>")
@requires(Permission.PUBLIC)
@cached
def notice(notice_id: int) -> str:
    """One notice, while it is up."""
    return render_template("public/notice.html", shown=notice_queries.one_up(g.session, notice_id))


@publication.route("/moten/<int:meeting_id>/anslag", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def announce(meeting_id: int) -> ResponseReturnValue:
    """Have the justering of a meeting announced, now or at a time; and what was announced."""
    meeting = _looked_after(meeting_id)
    refusal = None
    if request.method == "POST":
        g.session.rollback()
        try:
            at = _moment(request.form.get("dag", ""), request.form.get("tid", ""))
            kept_at = request.form.get("finns", "")
            notice_service.post_by_hand(g.session, meeting_id, kept_at, at, by())
        except MinutesError as error:
            g.session.rollback()
            refusal = error
        else:
            flash(N_("Justeringen anslås."))
            return redirect(url_for(".announce", meeting_id=meeting_id), code=303)
        meeting = _looked_after(meeting_id)
    round_ = justering.signed_minutes(g.session, meeting_id)
    assert round_.ended_at is not None
    page = render_template(
        "publication/announce.html",
        meeting=meeting,
        notices=notice_queries.of_meeting(g.session, meeting_id),
        latest=latest_posting(queries.justerat_on(round_.ended_at)),
        kept_at=queries.rules_of(g.session, meeting.body_id).kept_at,
        refusal=refusal.message if refusal else None,
        typed=request.form,
    )
    return page, refusal.status if refusal else 200


@publication.get("/moten/<int:meeting_id>/anslag/<int:notice_id>.<any(pdf, docx):kind>")
@requires(Permission.REVIEW)
def proof_of_posting(meeting_id: int, notice_id: int, kind: str) -> Response:
    """Bevis om anslag, as it is now."""
    _looked_after(meeting_id)
    found = notice_queries.of_meeting_one(g.session, meeting_id, notice_id)
    made = _proof(found)
    content = proof.pdf_of(made) if kind == "pdf" else proof.word_of(made)
    response = Response(content, mimetype=MIMETYPES[kind])
    name = f"{slug_of(made.title)}.{kind}"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _proof(found: Notice) -> proof.Proof:
    assert found.id is not None
    standing = notice_queries.standing_of(g.session, found, clock.now())
    checks = notice_queries.number_of_checks(g.session, found.id)
    return proof.proof_of(found, people.body(g.session, found.body_id), standing, checks)


def _looked_after(meeting_id: int) -> Meeting:
    meeting = register.meeting(g.session, meeting_id)
    g.access.demand(Permission.REVIEW, meeting.body_id)
    return meeting


def _moment(day: str, time: str) -> dt.datetime | None:
    """When it is to be put up; None for at once. Raises Refused."""
    if not day.strip():
        return None
    try:
        written = dt.datetime.fromisoformat(f"{day.strip()}T{time.strip() or '00:00'}")
    except ValueError:
        raise Refused("Skriv dagen som 2026-03-31 och tiden som 08:00.") from None
    return written.replace(tzinfo=clock.STOCKHOLM)


@publication.app_template_global("notices_of_meeting")
def notices_of_meeting(meeting: Meeting) -> list[Notice]:
    """For the page of the meeting, which lies below this stage."""
    return list(notice_queries.of_meeting(g.session, meeting.id or 0))
