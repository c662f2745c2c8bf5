"""What other pages get from here: remarks on a draft, and registered minutes as files."""

from collections.abc import Sequence

from flask import Response, g

from minutes.justering import queries as justering
from minutes.justering.freezing import minutes_of
from minutes.people.access import Permission, requires
from minutes.people.slugs import slug_of
from minutes.people.tables import Body
from minutes.register import queries as register
from minutes.review.tables import Draft, DraftFinding
from minutes.writing.blueprint import routes
from minutes.writing.lint_facts import lint_of_draft
from minutes.writing.markdown_minutes import markdown_of
from minutes.writing.numbering import Fault
from minutes.writing.word_minutes import word_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@routes.app_template_global("lint_of_draft")
def lint(
    draft: Draft,
    body: Body | None,
    findings: Sequence[DraftFinding],
    transcript: Sequence[str],
) -> list[Fault]:
    """The remarks on a draft; none where its body is not known. `transcript`: its own lines."""
    if body is None:
        return []
    lines = [*[""] * ((draft.first_line or 1) - 1), *transcript]  # so that they count as they do
    return lint_of_draft(g.session, body, findings, lines)


@routes.get("/moten/<int:meeting_id>/protokoll.<any(docx, md):kind>")
@requires(Permission.READ)
def minutes_file(meeting_id: int, kind: str) -> Response:
    """What the register has of the meeting, as a file that reads back to the same facts."""
    meeting = register.meeting(g.session, meeting_id)
    g.access.demand(Permission.READ, meeting.body_id)
    minutes, at = minutes_of(g.session, meeting), meeting.recorded_at
    own = justering.template_of(g.session, meeting.body_id) if kind == "docx" else None
    template = own.content if own else None
    g.session.rollback()  # writing the file needs nothing more of the database
    if kind == "docx":
        response = Response(word_of(minutes, at, template), mimetype=WORD)
    else:
        response = Response(markdown_of(minutes), mimetype="text/markdown")
    name = slug_of(f"{minutes.body} {minutes.date.isoformat()}")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.{kind}")
    return response
