"""Drafts: the list of them, one with its findings, and what the secretary says of it."""

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import NotAllowed, Refused
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.register import queries as meetings
from minutes.register.lifecycle import Step, allowed
from minutes.register.routes import download
from minutes.register.tables import Meeting
from minutes.review import (
    batch_routes,
    finding_routes,
    judging,
    newcomer_routes,
    newcomers,
    paper_routes,
    queries,
    rule_routes,
    same_body,
    service,
    steps,
    upload_routes,
)
from minutes.review.access import may_have_file, may_review
from minutes.review.blueprint import routes
from minutes.review.corrections import corrected
from minutes.review.open_drafts import draft_page
from minutes.review.page import View
from minutes.review.showing import deed, number, page_of, reviewable, who_changed
from minutes.review.steps import ChangedMeanwhile
from minutes.review.tables import Draft, DraftState
from minutes.texts import N_

# The other modules have their views on the same blueprint.
__all__ = [
    "batch_routes",
    "finding_routes",
    "newcomer_routes",
    "paper_routes",
    "routes",
    "rule_routes",
    "upload_routes",
]

NEW_BODY = "nytt"


@routes.get("/granskning")
@requires(Permission.REVIEW)
def drafts() -> str:
    """The drafts that wait to be looked over."""
    bodies = g.access.bodies(Permission.REVIEW)
    page = request.args.get("sida", 1, int)
    found = draft_page(g.session, bodies, g.access.person_id, page)
    return render_template("review/drafts.html", found=found)


@routes.get("/granskning/<int:draft_id>")
@requires(Permission.REVIEW)
def draft(draft_id: int) -> ResponseReturnValue:
    """One draft: the source beside what was recognised in it."""
    found = reviewable(draft_id)
    if found.state is DraftState.REGISTERED and found.meeting_id is None:
        body = people.body(g.session, found.body_id or 0)
        return redirect(url_for("writing.of_body", slug=body.slug, _anchor="installda"), code=303)
    if found.state is DraftState.REGISTERED:
        return redirect(url_for("register.meeting", meeting_id=found.meeting_id), code=303)
    if found.state is DraftState.DISCARDED:
        flash(N_("Utkastet är kastat. Ladda upp filen igen för att få ett nytt."), "error")
        return redirect(url_for(".drafts"), code=303)
    return page_of(found)


@routes.get("/granskning/<int:draft_id>/original")
@requires(Permission.REVIEW)
def original(draft_id: int) -> Response:
    """The file that the draft is made from, for who may review all of its meetings."""
    found = reviewable(draft_id)
    if not may_have_file(found):
        raise NotAllowed("Filen innehåller också möten i organ som du inte har tillgång till.")
    return download(found.document_id)


@routes.post("/granskning/<int:draft_id>/mote")
@requires(Permission.REVIEW)
def correct_meeting(draft_id: int) -> ResponseReturnValue:
    """Change what is said of the meeting itself, and of which body it is."""
    found = reviewable(draft_id)
    body_id = found.body_id
    try:
        header = queries.header(g.session, draft_id)
        corrected(header.kind, header.content, request.form)  # before a body is made
        judging.correct_meeting(g.session, draft_id, request.form, _body(body_id), deed())
        others = same_body.settle_others(g.session, draft_id, deed()) if body_id is None else 0
    except ChangedMeanwhile as change:
        return _meeting_again(draft_id, {}, who_changed(change)), change.status
    except Refused as refusal:
        fields = getattr(refusal, "fields", {"body": refusal.message})
        return _meeting_again(draft_id, fields), refusal.status
    flash(N_("Uppgifterna om mötet är sparade."))
    if others:
        flash(
            N_(
                "Ett utkast till är av samma organ, och har fått det.",
                "%(num)s utkast till är av samma organ, och har fått det.",
                num=others,
            )
        )
    return redirect(url_for(".draft", draft_id=draft_id), code=303)


def _meeting_again(draft_id: int, fields: dict[str, str], notice: str = "") -> str:
    """The page with what was typed of the meeting, and why it was not taken."""
    g.session.rollback()
    header = queries.header(g.session, draft_id)
    shown = View(header, fields, request.form.to_dict(), notice)
    return page_of(queries.draft(g.session, draft_id), shown)


def _body(known: int | None) -> int | None:
    """The body that the form chooses, made if it is a new one; None where it is the known one."""
    chosen = request.form.get("body", "")
    if chosen == NEW_BODY:
        name, organisation = (
            request.form.get(field, "").strip() for field in ("new_body", "new_organisation")
        )
        return service.new_body(
            g.session, name, organisation, by=g.access.person_id, at=clock.now()
        )
    body_id = number("body")
    if body_id is not None and body_id != known:
        g.access.demand(Permission.REVIEW, body_id)
    return body_id


@routes.post("/granskning/<int:draft_id>/godkann-alla")
@requires(Permission.REVIEW)
def accept_all(draft_id: int) -> ResponseReturnValue:
    """Accept all sure and likely findings."""
    reviewable(draft_id)
    count = judging.accept_all(g.session, draft_id, deed())
    flash(N_("1 fynd godkändes.", "%(num)s fynd godkändes.", num=count))
    return redirect(url_for(".draft", draft_id=draft_id), code=303)


@routes.post("/granskning/<int:draft_id>/registrera")
@requires(Permission.REVIEW)
def register(draft_id: int) -> ResponseReturnValue:
    """Make the meeting of the draft."""
    found = reviewable(draft_id)
    try:
        meeting_id = service.register_draft(
            g.session,
            draft_id,
            by=g.access.person_id,
            at=clock.now(),
            seen=number("version"),
        )
    except Refused as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
        since = number("version")
        return redirect(url_for(".draft", draft_id=draft_id, sedan=since, _anchor="mote"), code=303)
    flash(_registered(meeting_id))
    waiting = queries.waiting_in_file(g.session, found)
    if waiting:
        flash(
            N_(
                "1 möte till ur samma fil väntar på granskning.",
                "%(num)s möten till ur samma fil väntar på granskning.",
                num=waiting,
            )
        )
    url = url_for("register.meeting", meeting_id=meeting_id, granska=_next_draft(found))
    return redirect(url, code=303)


def _next_draft(done: Draft) -> int | None:
    """What to review after it: another meeting of the same file, or the oldest draft."""
    beside = queries.others_of_file(g.session, done)
    for each in beside:
        if each.state is DraftState.OPEN and may_review(each):
            return each.id
    bodies = g.access.bodies(Permission.REVIEW)
    oldest = draft_page(g.session, bodies, g.access.person_id, rows=1).rows
    return oldest[0].id if oldest else None


def _registered(meeting_id: int) -> str:
    if not newcomers.has_owners(g.session, meeting_id):
        return N_("Mötet är registrerat.")
    left = newcomers.left_without(g.session, meeting_id)
    if not left:
        return N_("Mötet är registrerat. De ansvariga ser nu sina åtgärder.")
    return N_(
        "Mötet är registrerat. En åtgärd påminns ingen om, eftersom den ansvariga inte är inlagd i "
        "organet. Lägg in namnen under Närvarande.",
        "Mötet är registrerat. %(num)s åtgärder påminns ingen om, eftersom de ansvariga inte är "
        "inlagda i organet. Lägg in namnen under Närvarande.",
        num=left,
    )


@routes.get("/granskning/<int:draft_id>/andras")
@requires(Permission.REVIEW)
def others(draft_id: int) -> ResponseReturnValue:
    """What others have done to the draft since the version; nothing where that is told already."""
    found = reviewable(draft_id)
    since = number("sedan") or 0
    done = steps.others_since(g.session, draft_id, since, g.access.person_id)
    if not done or done[-1].version <= (number("visat") or 0):
        return "", 204
    return render_template("review/changes.html", draft=found, since=since, changes=done)


@routes.post("/granskning/<int:draft_id>/kasta")
@requires(Permission.REVIEW)
def discard(draft_id: int) -> ResponseReturnValue:
    """Throw the draft away."""
    reviewable(draft_id)
    service.discard_draft(g.session, draft_id, by=g.access.person_id, at=clock.now())
    flash(N_("Utkastet är kastat. Filen kan laddas upp igen."))
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
    flash(N_("Mötet är taget ur registret, och utkastet är öppet igen."))
    return redirect(url_for(".draft", draft_id=draft_id), code=303)


@routes.app_template_global("may_take_back")
def may_take_back(meeting: Meeting) -> bool:
    """Whether the page of a meeting offers to open its review again."""
    may: bool = g.access.may(Permission.REVIEW, meeting.body_id)
    return may and allowed(meeting.state, Step.TAKE_BACK)
