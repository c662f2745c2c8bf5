"""The anslagstavla, for everybody, and the page where a secretary has a justering announced."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, NotFound
from minutes.justering.canonical import read_canonical
from minutes.justering.latest_day import LatestDay
from minutes.justering.minutes_text import Paragraph
from minutes.justering.tables import JusteringRound, RoundKind
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.sent import row_number
from minutes.people.slugs import slug_of
from minutes.publication import (
    meeting_notices,
    notice_queries,
    notice_service,
    proof,
    queries,
)
from minutes.publication.anslag import latest_posting
from minutes.publication.blueprint import by, moment, tried
from minutes.publication.blueprint import routes as publication
from minutes.publication.caching import cached
from minutes.publication.meeting_notice_routes import routes
from minutes.publication.public_routes import MIMETYPES
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
    return render_template(
        "public/board.html",
        notices=notice_queries.up(g.session),
        meetings=meeting_notices.up(g.session),
    )


@routes.get("/anslagstavla/<int:notice_id>")
@requires(Permission.PUBLIC)
@cached
def notice(notice_id: int) -> ResponseReturnValue:
    """One notice, while it is up; then that it was."""
    try:
        shown = notice_queries.one_up(g.session, notice_id)
    except notice_queries.TakenDown as gone:
        return render_template("public/taken_down.html", said=gone.message), gone.status
    return render_template("public/notice.html", shown=shown)


@publication.route("/moten/<int:meeting_id>/anslag", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def announce(meeting_id: int) -> ResponseReturnValue:
    """Have the justering of a meeting announced, now or at a time; and what was announced."""
    meeting = _looked_after(meeting_id)
    refusal = None
    if request.method == "POST":
        g.session.rollback()
        try:
            at = moment(request.form.get("dag", ""), request.form.get("tid", ""))
            kept_at = request.form.get("finns", "")
            round_id = request.form.get("justering", type=row_number)
            notice_service.post_by_hand(g.session, meeting_id, kept_at, at, by(), round_id)
        except MinutesError as error:
            g.session.rollback()
            refusal = error
        else:
            flash(N_("Justeringen anslås."))
            return redirect(url_for(".announce", meeting_id=meeting_id), code=303)
        meeting = _looked_after(meeting_id)
    rounds = notice_queries.to_announce(g.session, meeting)
    notices = notice_queries.of_meeting(g.session, meeting_id)
    if not rounds and not notices:
        raise NotFound("Protokollet är inte justerat.")
    page = render_template(
        "publication/announce.html",
        meeting=meeting,
        meeting_body=people.body(g.session, meeting.body_id),
        notices=[(each, _interrupted(each)) for each in notices],
        announcing=[_announcing(each) for each in rounds],
        kept_at=queries.rules_of(g.session, meeting.body_id).kept_at,
        refusal=refusal.message if refusal else None,
        typed=request.form,
    )
    return page, refusal.status if refusal else 200


@publication.post("/moten/<int:meeting_id>/anslag/<int:notice_id>/angra")
@requires(Permission.REVIEW)
def drop(meeting_id: int, notice_id: int) -> ResponseReturnValue:
    """Take back a notice that is not up yet."""
    _looked_after(meeting_id)

    def act() -> None:
        notice_service.drop_planned(g.session, meeting_id, notice_id, by())

    onward = url_for(".announce", meeting_id=meeting_id)
    return tried(act, N_("Anslaget sätts inte upp."), onward)


def _interrupted(found: Notice) -> Sequence[dt.date]:
    """The days on which the notice was not up."""
    if found.posted_at is None:
        return ()
    return notice_queries.standing_of(g.session, found, clock.now()).interrupted


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


@dataclass(frozen=True, slots=True)
class Announcing:
    """Something justerat to be announced; `paragraphs` where they were justerade at once."""

    round_id: int
    latest: LatestDay
    paragraphs: Sequence[Paragraph]


def _announcing(round_: JusteringRound) -> Announcing:
    assert round_.ended_at is not None
    at_once = round_.kind is RoundKind.PARAGRAPHS
    return Announcing(
        round_.id or 0,
        latest_posting(queries.justerat_on(round_.ended_at)),
        read_canonical(round_.text).paragraphs if at_once else (),
    )


def _looked_after(meeting_id: int) -> Meeting:
    meeting = register.meeting(g.session, meeting_id)
    g.access.demand(Permission.REVIEW, meeting.body_id)
    return meeting


@publication.app_template_global("at_once_to_announce")
def at_once_to_announce(meeting: Meeting) -> bool:
    """For the page of the meeting: whether paragraphs wait for a notice of their own."""
    if not g.access.may(Permission.REVIEW, meeting.body_id):
        return False
    found = notice_queries.to_announce(g.session, meeting)
    return any(each.kind is RoundKind.PARAGRAPHS for each in found)


@publication.app_template_global("notices_of_meeting")
def notices_of_meeting(meeting: Meeting) -> list[Notice]:
    """For the page of the meeting, which lies below this stage."""
    return list(notice_queries.of_meeting(g.session, meeting.id or 0))
