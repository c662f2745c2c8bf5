"""What the secretary says of a finding: the views behind the buttons of the review."""

from collections.abc import Callable

from flask import flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from minutes.errors import NotFound, Refused
from minutes.people.access import Permission, requires
from minutes.review import answering, judging, queries, service
from minutes.review.blueprint import routes
from minutes.review.page import View, to_add
from minutes.review.showing import (
    answer,
    deed,
    page_of,
    refused,
    reviewable,
    to_finding,
    typed,
    who_changed,
)
from minutes.review.steps import ChangedMeanwhile
from minutes.review.tables import DraftFinding, FindingKind
from minutes.texts import N_

ACTS = {
    "godkann": judging.accept,
    "avvisa": judging.refuse,
    "aterstall": judging.give_back,
    "ta-med": judging.promote,
}
ADDED = {
    "beslut": FindingKind.DECISION,
    "atgard": FindingKind.ACTION,
    "person": FindingKind.ATTENDEE,
    "mote": FindingKind.ANNOUNCED_MEETING,
}
FINDING = "/granskning/<int:draft_id>/fynd/<int:finding_id>"


@routes.post(f"{FINDING}/<any(godkann,avvisa,aterstall,'ta-med'):act>")
@requires(Permission.REVIEW)
def judge(draft_id: int, finding_id: int, act: str) -> ResponseReturnValue:
    """Accept, refuse or give back a finding, or take in one that was refused."""
    return _done(draft_id, finding_id, lambda: ACTS[act](g.session, draft_id, finding_id, deed()))


@routes.post(f"{FINDING}/andra")
@requires(Permission.REVIEW)
def correct(draft_id: int, finding_id: int) -> ResponseReturnValue:
    """Change a finding, and take it."""
    return _done(
        draft_id,
        finding_id,
        lambda: judging.correct(g.session, draft_id, finding_id, request.form, deed()),
    )


@routes.post(f"{FINDING}/sla-ihop")
@requires(Permission.REVIEW)
def merge(draft_id: int, finding_id: int) -> ResponseReturnValue:
    """Put the next finding into this one."""
    return _done(
        draft_id,
        finding_id,
        lambda: judging.merge(g.session, draft_id, finding_id, deed()),
        moved=True,
    )


@routes.post(f"{FINDING}/dela")
@requires(Permission.REVIEW)
def split(draft_id: int, finding_id: int) -> ResponseReturnValue:
    """Divide a finding where its text has an empty line."""
    parts = request.form.get("parts", "")
    return _done(
        draft_id,
        finding_id,
        lambda: judging.split(g.session, draft_id, finding_id, parts, deed())[0],
        moved=True,
    )


@routes.post("/granskning/<int:draft_id>/nytt/<any(beslut,atgard,person,mote):kind>")
@requires(Permission.REVIEW)
def add(draft_id: int, kind: str) -> ResponseReturnValue:
    """Add what was not recognised."""
    reviewable(draft_id)
    try:
        finding = judging.add(g.session, draft_id, ADDED[kind], request.form, deed())
    except Refused as refusal:
        g.session.rollback()
        g.session.rollback()
        fields = getattr(refusal, "fields", {"lines": refusal.message})
        adding = {kind: to_add(kind, fields, typed())}
        return page_of(queries.draft(g.session, draft_id), adding=adding), refusal.status
    return to_finding(draft_id, finding.id)


@routes.post("/granskning/<int:draft_id>/vem")
@requires(Permission.REVIEW)
def who(draft_id: int) -> ResponseReturnValue:
    """Say whom a name means."""
    reviewable(draft_id)
    written, name = request.form.get("written", ""), request.form.get("name")
    if name is None:
        flash(N_("Välj vem som menas, eller låt namnet stå som det är skrivet."), "error")
        return redirect(url_for(".draft", draft_id=draft_id, _anchor="fragor"), 303)
    said = answering.answer(
        g.session, draft_id, written, name, deed(), remember="remember" in request.form
    )
    flash(said)
    return redirect(url_for(".draft", draft_id=draft_id, _anchor="fragor"), 303)


@routes.post("/granskning/<int:draft_id>/angra")
@requires(Permission.REVIEW)
def undo(draft_id: int) -> ResponseReturnValue:
    """Take back one's own latest step."""
    reviewable(draft_id)
    try:
        words, findings = service.undo(g.session, draft_id, deed())
    except NotFound:
        g.session.rollback()
        flash(N_("Det finns inget att ångra."), "error")
        return redirect(url_for(".draft", draft_id=draft_id), 303)
    flash(N_("Ångrat: %(words)s.", words=words))
    if len(findings) == 1:
        return to_finding(draft_id, findings[0])
    return redirect(url_for(".draft", draft_id=draft_id), 303)


def _done(
    draft_id: int, finding_id: int, act: Callable[[], DraftFinding], *, moved: bool = False
) -> ResponseReturnValue:
    """The answer to an act on a finding, also where it could not be done."""
    reviewable(draft_id)
    row = queries.finding(g.session, draft_id, finding_id)
    place = row.kind, row.content.get("item")
    try:
        finding = act()
    except ChangedMeanwhile as change:
        return _shown_again(draft_id, finding_id, who_changed(change), change.status, {})
    except Refused as refusal:
        fields = getattr(refusal, "fields", {})
        message = "" if fields else refusal.message
        return _shown_again(draft_id, finding_id, message, refusal.status, fields)
    return answer(
        draft_id, finding, moved=moved or place != (finding.kind, finding.content.get("item"))
    )


def _shown_again(
    draft_id: int, finding_id: int, message: str, status: int, fields: dict[str, str]
) -> ResponseReturnValue:
    """The finding as it stands, with what was typed beside it."""
    g.session.rollback()
    found = queries.draft(g.session, draft_id)
    row = queries.finding(g.session, draft_id, finding_id)
    return refused(found, View(row, fields, typed(), message), status)
