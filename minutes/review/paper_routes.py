"""Papers that are not minutes: the list of them, and attaching them to a meeting."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, NotFound, Refused
from minutes.people.access import Permission, requires
from minutes.reading.bounds import Limits
from minutes.register import paper_queries
from minutes.register import queries as register
from minutes.register import service as meetings
from minutes.register.lifecycle import Step, allowed
from minutes.register.tables import Meeting
from minutes.review.blueprint import routes
from minutes.review.papers import attach_file
from minutes.texts import N_


@routes.get("/handlingar")
@requires(Permission.REVIEW)
def papers() -> str:
    """The papers that one may attach to a meeting."""
    return render_template("review/papers.html", papers=paper_queries.papers(g.session, g.access))


@routes.post("/moten/<int:meeting_id>/handlingar")
@requires(Permission.REVIEW)
def attach(meeting_id: int) -> ResponseReturnValue:
    """Attach a stored paper, or a file that is sent along."""
    meeting = _looked_after(meeting_id)
    file, chosen = request.files.get("fil"), request.form.get("handling", "")
    try:
        if file is not None and file.filename:
            _attach_file(meeting, file.filename, file.stream.read(g.settings.upload_limit + 1))
        elif chosen:
            _attach_stored(meeting, chosen)
        else:
            raise Refused("Välj en handling eller en fil.")
    except MinutesError as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
    else:
        flash(N_("Handlingen är tillagd."))
    return _to_attachments(meeting_id)


@routes.post("/moten/<int:meeting_id>/handlingar/<int:attachment_id>/ta-bort")
@requires(Permission.REVIEW)
def detach(meeting_id: int, attachment_id: int) -> ResponseReturnValue:
    """Take a paper away from the meeting."""
    _looked_after(meeting_id)
    g.session.rollback()
    by, at = g.access.person_id, clock.now()
    name = meetings.detach(g.session, meeting_id, attachment_id, by=by, at=at)
    flash(N_("%(name)s är borttagen från mötet. Filen finns kvar bland handlingarna.", name=name))
    return _to_attachments(meeting_id)


@routes.app_template_global("may_attach")
def may_attach(meeting: Meeting) -> bool:
    """Whether the asker may attach papers to the meeting as it is now."""
    may = g.access.may(Permission.REVIEW, meeting.body_id)
    return bool(may and allowed(meeting.state, Step.ATTACH))


@routes.app_template_global("papers_to_choose")
def papers_to_choose(meeting: Meeting) -> list[paper_queries.Paper]:
    """The stored papers that can be attached to the meeting."""
    return paper_queries.to_choose(g.session, g.access, meeting)


def _attach_file(meeting: Meeting, filename: str, data: bytes) -> None:
    meeting_id, body_id = meeting.id, meeting.body_id
    assert meeting_id is not None
    limits = Limits(file_bytes=g.settings.upload_limit, pages=g.settings.page_limit)
    by, at = g.access.person_id, clock.now()
    g.session.rollback()
    attach_file(g.session, meeting_id, body_id, filename, data, by=by, at=at, limits=limits)


def _attach_stored(meeting: Meeting, chosen: str) -> None:
    meeting_id = meeting.id
    assert meeting_id is not None
    offered = {str(each.id): each.id for each in papers_to_choose(meeting)}
    if chosen not in offered:
        raise NotFound("Handlingen finns inte, eller så är den redan tillagd.")
    g.session.rollback()
    by, at = g.access.person_id, clock.now()
    meetings.attach(g.session, meeting_id, offered[chosen], by=by, at=at)


def _looked_after(meeting_id: int) -> Meeting:
    meeting = register.meeting(g.session, meeting_id)
    g.access.demand(Permission.REVIEW, meeting.body_id)
    return meeting


def _to_attachments(meeting_id: int) -> ResponseReturnValue:
    return redirect(url_for("register.meeting", meeting_id=meeting_id) + "#bilagor", code=303)
