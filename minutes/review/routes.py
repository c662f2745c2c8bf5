"""Drafts: the list of them, one with its findings, and what the secretary says of it."""

import re
from datetime import date
from typing import Any

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, NotFound, Refused
from minutes.formatting import counted
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.recognition.findings import MinutesKind, Presence
from minutes.register import queries as meetings
from minutes.register.lifecycle import Step, allowed
from minutes.register.routes import download
from minutes.register.tables import Meeting
from minutes.review import judging, queries, service, upload_routes
from minutes.review.access import may_review
from minutes.review.blueprint import routes
from minutes.review.corrections import CorrectionRefused, corrected
from minutes.review.page import DraftPage, View, draft_page, progress
from minutes.review.tables import Draft, DraftFinding, DraftState, FindingKind

__all__ = ["routes", "upload_routes"]  # the latter has its views on the same blueprint

ACTS = {
    "godkann": judging.accept,
    "avvisa": judging.refuse,
    "angra": judging.undo,
    "ta-med": judging.promote,
}
ADDED = {
    "beslut": FindingKind.DECISION,
    "atgard": FindingKind.ACTION,
    "person": FindingKind.ATTENDEE,
    "mote": FindingKind.ANNOUNCED_MEETING,
}
NEW_BODY = "nytt"


@routes.get("/granskning")
@requires(Permission.REVIEW)
def drafts() -> str:
    """The drafts that wait to be looked over."""
    found = queries.open_drafts(g.session, g.access.bodies(Permission.REVIEW), g.access.person_id)
    return render_template("review/drafts.html", drafts=found)


@routes.get("/granskning/<int:draft_id>")
@requires(Permission.REVIEW)
def draft(draft_id: int) -> ResponseReturnValue:
    """One draft: the source beside what was recognised in it."""
    found = _reviewable(draft_id)
    if found.state is DraftState.REGISTERED:
        return redirect(url_for("register.meeting", meeting_id=found.meeting_id), code=303)
    if found.state is DraftState.DISCARDED:
        flash("Utkastet är kastat. Ladda upp filen igen för att få ett nytt.", "error")
        return redirect(url_for(".drafts"), code=303)
    return _page(found)


@routes.get("/granskning/<int:draft_id>/original")
@requires(Permission.REVIEW)
def original(draft_id: int) -> Response:
    """The file that the draft is made from."""
    return download(_reviewable(draft_id).document_id)


@routes.post(
    "/granskning/<int:draft_id>/fynd/<int:finding_id>/<any(godkann,avvisa,angra,'ta-med'):act>"
)
@requires(Permission.REVIEW)
def judge(draft_id: int, finding_id: int, act: str) -> ResponseReturnValue:
    """Accept, refuse or undo a finding, or take in one that was refused."""
    _reviewable(draft_id)
    finding = ACTS[act](g.session, draft_id, finding_id)
    return _finding_answer(draft_id, finding)


@routes.post("/granskning/<int:draft_id>/fynd/<int:finding_id>/andra")
@requires(Permission.REVIEW)
def correct(draft_id: int, finding_id: int) -> ResponseReturnValue:
    """Change a finding, and take it."""
    found = _reviewable(draft_id)
    try:
        finding = judging.correct(g.session, draft_id, finding_id, request.form)
    except CorrectionRefused as refusal:
        g.session.rollback()
        row = queries.finding(g.session, draft_id, finding_id)
        return _refused(found, View(row, refusal.fields, request.form.to_dict()))
    return _finding_answer(draft_id, finding)


@routes.post("/granskning/<int:draft_id>/mote")
@requires(Permission.REVIEW)
def correct_meeting(draft_id: int) -> ResponseReturnValue:
    """Change what is said of the meeting itself, and of which body it is."""
    found = _reviewable(draft_id)
    header = next(
        each for each in queries.findings(g.session, draft_id) if each.kind is FindingKind.HEADER
    )
    header_id = header.id or 0
    try:
        corrected(header.kind, header.content, request.form)  # before anything is stored
        _choose_body(found)
        judging.correct(g.session, draft_id, header_id, request.form)
    except Refused as refusal:
        g.session.rollback()
        fields = getattr(refusal, "fields", {"body": refusal.message})
        row = queries.finding(g.session, draft_id, header_id)
        found = queries.draft(g.session, draft_id)
        return _page(found, View(row, fields, request.form.to_dict())), 422
    flash("Uppgifterna om mötet är sparade.")
    return redirect(url_for(".draft", draft_id=draft_id), code=303)


@routes.post("/granskning/<int:draft_id>/nytt/<any(beslut,atgard,person,mote):kind>")
@requires(Permission.REVIEW)
def add(draft_id: int, kind: str) -> ResponseReturnValue:
    """Add what was not recognised."""
    _reviewable(draft_id)
    try:
        finding = judging.add(g.session, draft_id, ADDED[kind], request.form)
    except MinutesError as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
        return redirect(url_for(".draft", draft_id=draft_id, _anchor=f"nytt-{kind}"), code=303)
    return _to_finding(draft_id, finding)


@routes.post("/granskning/<int:draft_id>/godkann-alla")
@requires(Permission.REVIEW)
def accept_all(draft_id: int) -> ResponseReturnValue:
    """Accept all sure and likely findings."""
    _reviewable(draft_id)
    count = judging.accept_all(g.session, draft_id)
    flash("1 fynd godkändes." if count == 1 else f"{count} fynd godkändes.")
    return redirect(url_for(".draft", draft_id=draft_id), code=303)


@routes.post("/granskning/<int:draft_id>/registrera")
@requires(Permission.REVIEW)
def register(draft_id: int) -> ResponseReturnValue:
    """Make the meeting of the draft."""
    found = _reviewable(draft_id)
    try:
        meeting_id = service.register_draft(
            g.session, draft_id, by=g.access.person_id, at=clock.now()
        )
    except Refused as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
        return redirect(url_for(".draft", draft_id=draft_id, _anchor="mote"), code=303)
    flash("Mötet är registrerat. De ansvariga ser nu sina åtgärder.")
    waiting = queries.waiting_in_file(g.session, found)
    if waiting:
        left = counted(waiting, "möte till", "möten till")
        flash(f"{left} ur samma fil väntar på granskning.")
    return redirect(url_for("register.meeting", meeting_id=meeting_id), code=303)


@routes.post("/granskning/<int:draft_id>/kasta")
@requires(Permission.REVIEW)
def discard(draft_id: int) -> ResponseReturnValue:
    """Throw the draft away."""
    _reviewable(draft_id)
    service.discard_draft(g.session, draft_id, by=g.access.person_id, at=clock.now())
    flash("Utkastet är kastat. Filen kan laddas upp igen.")
    return redirect(url_for(".drafts"), code=303)


@routes.post("/moten/<int:meeting_id>/ta-tillbaka")
@requires(Permission.REVIEW)
def take_back(meeting_id: int) -> ResponseReturnValue:
    """Open the review of a registered meeting again."""
    meeting = meetings.meeting(g.session, meeting_id)
    g.access.demand(Permission.REVIEW, meeting.body_id)
    try:
        draft_id = service.take_back(g.session, meeting_id, by=g.access.person_id, at=clock.now())
    except Refused as refusal:
        flash(refusal.message, "error")
        return redirect(url_for("register.meeting", meeting_id=meeting_id), code=303)
    flash("Mötet är taget ur registret, och utkastet är öppet igen.")
    return redirect(url_for(".draft", draft_id=draft_id), code=303)


@routes.app_template_global("may_take_back")
def may_take_back(meeting: Meeting) -> bool:
    """Whether the page of a meeting offers to open its review again."""
    may: bool = g.access.may(Permission.REVIEW, meeting.body_id)
    return may and allowed(meeting.state, Step.TAKE_BACK)


def _reviewable(draft_id: int) -> Draft:
    """The draft, if it may be seen: one of no known body by who brought it only."""
    found = queries.draft(g.session, draft_id)
    if found.body_id is not None:
        g.access.demand(Permission.REVIEW, found.body_id)
    elif not may_review(found):
        raise NotFound("Utkastet finns inte, eller så har du inte tillgång till det.")
    return found


def _choose_body(found: Draft) -> None:
    """Do as the form says of the body. Raises Refused."""
    chosen, draft_id = request.form.get("body", ""), found.id or 0
    if chosen == NEW_BODY:
        name = request.form.get("new_body", "").strip()
        if not name or len(name) > 200:
            raise Refused("Skriv vad det nya organet heter, med högst 200 tecken.")
        organisation = request.form.get("new_organisation", "").strip()[:200]
        service.choose_new_body(
            g.session, draft_id, name, organisation, by=g.access.person_id, at=clock.now()
        )
    elif re.fullmatch(r"\d{1,9}", chosen) and int(chosen) != found.body_id:
        g.access.demand(Permission.REVIEW, int(chosen))
        service.choose_body(g.session, draft_id, int(chosen))


def _page(found: Draft, refused: View | None = None) -> str:
    assert found.id is not None
    filename, transcript = queries.transcript(g.session, found)
    first_line = found.first_line or 1
    page = draft_page(queries.findings(g.session, found.id), transcript, refused, first_line)
    return render_template(
        "review/draft.html",
        draft=found,
        filename=filename,
        page=page,
        same_day=_same_day(found, page),
        others=[e for e in queries.others_of_file(g.session, found) if may_review(e)],
        **_choices(found, page),
    )


def _choices(found: Draft, page: DraftPage) -> dict[str, Any]:
    bodies = people.bodies(g.session, g.access.bodies(Permission.REVIEW))
    return {
        "bodies": bodies,
        "body": next((each for each in bodies if each.id == found.body_id), None),
        "kinds": MinutesKind,
        "presences": Presence,
        "items": page.items,
        "header": page.header,
    }


def _same_day(found: Draft, page: DraftPage) -> list[tuple[int, str]]:
    day = page.header.content.get("date")
    if found.body_id is None or day is None:
        return []
    return queries.meetings_on(g.session, found.body_id, date.fromisoformat(day))


def _finding_answer(draft_id: int, finding: DraftFinding) -> ResponseReturnValue:
    """The finding as it stands now: alone for htmx, else the whole page at its place."""
    if request.headers.get("HX-Request"):
        return _part(queries.draft(g.session, draft_id), View(finding))
    return _to_finding(draft_id, finding)


def _refused(found: Draft, view: View) -> ResponseReturnValue:
    if request.headers.get("HX-Request"):
        return _part(found, view), 422
    return _page(found, view), 422


def _part(found: Draft, view: View) -> str:
    findings = queries.findings(g.session, found.id or 0)
    page = draft_page(findings, ())
    return render_template(
        "review/one.html",
        draft=found,
        view=view,
        progress=progress(findings),
        **_choices(found, page),
    )


def _to_finding(draft_id: int, finding: DraftFinding) -> ResponseReturnValue:
    return redirect(url_for(".draft", draft_id=draft_id, _anchor=f"fynd-{finding.id}"), code=303)
