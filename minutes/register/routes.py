"""Meetings: the list, one meeting, its source, and the file it came from."""

from flask import Blueprint, Response, g, render_template, request, url_for

from minutes.errors import NotFound
from minutes.export import list_file
from minutes.order import order
from minutes.people.access import Permission, requires
from minutes.register import meeting_list, original, paper_queries, queries
from minutes.register.choices import Reader, wanted_year
from minutes.register.pages import meeting_page
from minutes.register.section_labels import is_section_label
from minutes.register.tables import Meeting, MeetingState
from minutes.texts import N_

routes = Blueprint("register", __name__)
routes.add_app_template_test(is_section_label, "section_label")

HEADINGS = (
    N_("Datum"),
    N_("Möte"),
    N_("Organ"),
    N_("Beslut", "Beslut", num=2),
    N_("Åtgärder"),
    N_("Status"),
)
SORTED_BY = ("datum", "mote", "organ", "beslut", "atgarder", "status")
STATE_WORDS = {
    MeetingState.RECORDED: N_("Registrerat"),
    MeetingState.AWAITING_JUSTERING: N_("Under justering"),
    MeetingState.JUSTERAT: N_("Justerat"),
    MeetingState.PUBLISHED: N_("Publicerat"),
}


@routes.get("/moten")
@requires(Permission.READ)
def meetings() -> str:
    """The meetings that one may see, filtered as the address says."""
    wanted = _wanted()
    reader = Reader(g.access.person_id, g.access.bodies(Permission.READ), "moten")
    return render_template(
        "register/meetings.html",
        found=meeting_list.meetings(g.session, reader, wanted),
        wanted=wanted,
        states=STATE_WORDS,
    )


@routes.get("/moten.<any(csv, xlsx):kind>")
@requires(Permission.READ)
def meetings_file(kind: str) -> Response:
    """The same meetings, all of them, for a spreadsheet."""
    visible = g.access.bodies(Permission.READ)
    rows = [
        (row.date, row.title, row.body, row.decisions, row.actions, STATE_WORDS[row.state])
        for row in meeting_list.all_meetings(g.session, visible, _wanted())
    ]
    return list_file(kind, N_("Möten"), HEADINGS, rows)


@routes.get("/moten/<int:meeting_id>")
@requires(Permission.READ)
def meeting(meeting_id: int) -> str:
    """What the minutes of one meeting say."""
    found = _readable(meeting_id)
    return render_template(
        "register/meeting.html", page=meeting_page(g.session, found), original=_original(found)
    )


@routes.get("/moten/<int:meeting_id>/kalla")
@requires(Permission.READ)
def source(meeting_id: int) -> str:
    """The document as text, each line with its number."""
    found = _readable(meeting_id)
    filename, lines = _source(found)
    return render_template(
        "register/source.html",
        meeting=found,
        filename=filename,
        lines=enumerate(lines, found.first_line or 1),
        original=_original(found),
    )


@routes.get("/moten/<int:meeting_id>/kalla.txt")
@requires(Permission.READ)
def source_file(meeting_id: int) -> Response:
    """The meeting's own lines as a file, where others of the original are not for the reader."""
    _, lines = _source(_readable(meeting_id))
    response = Response("\n".join(lines) + "\n", mimetype="text/plain")
    response.headers.set("Content-Disposition", "attachment", filename=f"mote-{meeting_id}.txt")
    return response


@routes.get("/dokument/<int:document_id>")
@requires(Permission.READ)
def document(document_id: int) -> Response:
    """The original file, to save; never shown in the browser, whatever is in it."""
    may_have = original.may_have(g.session, document_id, g.access)
    if not may_have and not paper_queries.may_keep(g.session, document_id, g.access):
        raise NotFound("Dokumentet finns inte, eller så har du inte tillgång till hela.")
    return download(document_id)


def download(document_id: int) -> Response:
    """The answer that lets the browser save a document."""
    found = queries.document(g.session, document_id)
    response = Response(found.content, mimetype="application/octet-stream")
    response.headers.set("Content-Disposition", "attachment", filename=found.filename)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _original(meeting: Meeting) -> str | None:
    """Where the reader gets the file from: the whole one, or the meeting's own part of it."""
    if meeting.document_id is None:
        return None
    if meeting.first_line and not original.may_have(g.session, meeting.document_id, g.access):
        return url_for("register.source_file", meeting_id=meeting.id)
    return url_for("register.document", document_id=meeting.document_id)


def _source(meeting: Meeting) -> tuple[str, list[str]]:
    if meeting.document_id is None:
        raise NotFound("Mötet har inget dokument.")
    filename, lines = queries.transcript(g.session, meeting.document_id)
    return filename, lines[(meeting.first_line or 1) - 1 : meeting.last_line]


def _readable(meeting_id: int) -> Meeting:
    found = queries.meeting(g.session, meeting_id)
    g.access.demand(Permission.READ, found.body_id)
    return found


def _wanted() -> meeting_list.Filter:
    return meeting_list.Filter(
        body=request.args.get("organ") or None,
        year=wanted_year(request.args.get("ar")),
        state=_state(request.args.get("status")),
        person=request.args.get("person", "").strip()[:200],
        text=request.args.get("q", "").strip()[:200],
        order=order(request.args.get("sortera"), SORTED_BY, "-datum"),
        page=request.args.get("sida", 1, type=int),
    )


def _state(written: str | None) -> MeetingState | None:
    return MeetingState(written) if written in set(MeetingState) else None
