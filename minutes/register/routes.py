"""Meetings: the list, one meeting, its source, and the file it came from."""

from flask import Blueprint, Response, g, render_template, request

from minutes.errors import NotFound
from minutes.people.access import Permission, requires
from minutes.register import paper_queries, queries
from minutes.register.pages import meeting_page
from minutes.register.tables import Meeting, MeetingState

routes = Blueprint("register", __name__)


@routes.get("/moten")
@requires(Permission.READ)
def meetings() -> str:
    """The meetings that one may see, filtered as the address says."""
    wanted = queries.Filter(
        body=request.args.get("organ") or None,
        year=request.args.get("ar", type=int),
        state=_state(request.args.get("status")),
        text=request.args.get("q", "").strip()[:200],
        page=request.args.get("sida", 1, type=int),
    )
    if wanted.year is not None and not 1 <= wanted.year <= 9999:
        raise NotFound("Det året finns inte.")
    found = queries.meetings(g.session, g.access.bodies(Permission.READ), wanted)
    return render_template(
        "register/meetings.html",
        found=found,
        wanted=wanted,
        states=MeetingState,
    )


@routes.get("/moten/<int:meeting_id>")
@requires(Permission.READ)
def meeting(meeting_id: int) -> str:
    """What the minutes of one meeting say."""
    found = _readable(meeting_id)
    return render_template("register/meeting.html", page=meeting_page(g.session, found))


@routes.get("/moten/<int:meeting_id>/kalla")
@requires(Permission.READ)
def source(meeting_id: int) -> str:
    """The document as text, each line with its number."""
    found = _readable(meeting_id)
    if found.document_id is None:
        raise NotFound("Mötet har inget dokument.")
    filename, lines = queries.transcript(g.session, found.document_id)
    first = found.first_line or 1
    return render_template(
        "register/source.html",
        meeting=found,
        filename=filename,
        lines=enumerate(lines[first - 1 : found.last_line], first),
    )


@routes.get("/dokument/<int:document_id>")
@requires(Permission.READ)
def document(document_id: int) -> Response:
    """The original file, to save; never shown in the browser, whatever is in it."""
    meetings = queries.meeting_of(g.session, document_id)
    readable = any(g.access.may(Permission.READ, each.body_id) for each in meetings)
    if not readable and not paper_queries.may_keep(g.session, document_id, g.access):
        raise NotFound("Dokumentet finns inte, eller så har du inte tillgång till det.")
    return download(document_id)


def download(document_id: int) -> Response:
    """The answer that lets the browser save a document."""
    found = queries.document(g.session, document_id)
    response = Response(found.content, mimetype="application/octet-stream")
    response.headers.set("Content-Disposition", "attachment", filename=found.filename)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _readable(meeting_id: int) -> Meeting:
    found = queries.meeting(g.session, meeting_id)
    g.access.demand(Permission.READ, found.body_id)
    return found


def _state(written: str | None) -> MeetingState | None:
    return MeetingState(written) if written in set(MeetingState) else None
