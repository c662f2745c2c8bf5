"""What the views of a draft share: who may see it, the page of it, and one finding of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flask import g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import NotFound
from minutes.formatting import clock_time
from minutes.people import queries as people
from minutes.people.access import Permission
from minutes.people.sent import row_number
from minutes.people.tables import full_name
from minutes.review import known, queries, ruling, steps
from minutes.review.access import may_have_file, may_review
from minutes.review.matching import Members
from minutes.review.page import DraftPage, View, draft_page, to_add
from minutes.review.questions import Question, questions
from minutes.review.source_view import source_lines
from minutes.review.steps import ChangedMeanwhile, Deed
from minutes.review.tables import Draft, DraftFinding, FindingKind
from minutes.texts import N_

MARKDOWN = (".md", ".markdown")


def reviewable(draft_id: int) -> Draft:
    """The draft, if it may be seen: one of no known body by who brought it only."""
    found = queries.draft(g.session, draft_id)
    if found.body_id is not None:
        g.access.demand(Permission.REVIEW, found.body_id)
    elif not may_review(found):
        raise NotFound("Utkastet finns inte, eller så har du inte tillgång till det.")
    return found


def deed() -> Deed:
    """Who asks, when, and which version of the finding stands in their form."""
    return Deed(g.access.person_id, clock.now(), number("version"))


def number(name: str) -> int | None:
    """A whole number that the form or the address gives; None where it gives none."""
    sent: int | None = request.values.get(name, type=row_number)
    return sent


def typed() -> dict[str, str]:
    """What the asker wrote in the form."""
    form: dict[str, str] = request.form.to_dict()
    return {name: text for name, text in form.items() if name not in ("csrf_token", "version")}


def who_changed(change: ChangedMeanwhile) -> str:
    """Who was first, when, and what became of what the asker did."""
    mine = change.person_id == g.access.person_id
    who = N_("Du ändrade fyndet i ett annat fönster")
    if not mine:
        who = N_("%(name)s ändrade fyndet", name=change.name)
    at = clock_time(change.at.astimezone(clock.STOCKHOLM).time())
    kept = (
        N_("Det du skrev finns kvar i formuläret. Spara igen om det ska gälla.")
        if typed()
        else N_("Det du tryckte på är inte gjort.")
    )
    return N_(
        "%(who)s klockan %(at)s, medan du hade sidan öppen. Så här står det nu. %(kept)s",
        who=who,
        at=at,
        kept=kept,
    )


def page_of(
    found: Draft, shown: View | None = None, adding: Mapping[str, View] | None = None
) -> str:
    """The whole page of a draft; `shown` stands instead of its finding.

    `adding` is what was typed in the form for a new finding of a kind, where it was refused.
    """
    assert found.id is not None
    filename, transcript = queries.transcript(g.session, found)
    findings = queries.findings(g.session, found.id)
    lines = source_lines(
        findings,
        transcript,
        found.layout,
        first_line=found.first_line or 1,
        markdown=filename.lower().endswith(MARKDOWN),
    )
    page = draft_page(findings, lines, shown, asked(found, findings))
    since = number("sedan")
    return render_template(
        "review/draft.html",
        draft=found,
        filename=filename,
        page=page,
        findings=findings,
        transcript=transcript,
        adding=adding or {},
        blank=to_add,
        people_open=shown is not None and shown.row.kind is FindingKind.ATTENDEE,
        same_day=_same_day(found, page),
        unknown_body=_unknown_body(found, page),
        others=[each for each in queries.others_of_file(g.session, found) if may_review(each)],
        whole_file=may_have_file(found),
        offers=ruling.offered(g.session, found.body_id) if found.body_id else [],
        changed_by=_changed_by(found, since) if since is not None else {},
        last_step=steps.last_step(g.session, found.id, g.access.person_id),
        **_choices(found, page),
    )


def answer(draft_id: int, finding: DraftFinding, *, moved: bool = False) -> ResponseReturnValue:
    """The finding as it stands now: alone for htmx, else the whole page at its place.

    Where it has `moved` to another place of the page, htmx gets the whole page too.
    """
    if not request.headers.get("HX-Request"):
        return to_finding(draft_id, finding.id)
    if moved:
        response = make_response("")
        response.headers["HX-Refresh"] = "true"
        return response
    return _part(queries.draft(g.session, draft_id), View(finding))


def refused(found: Draft, view: View, status: int = 422) -> ResponseReturnValue:
    """The finding with what was wrong, and everything that was typed."""
    if request.headers.get("HX-Request"):
        return _part(found, view), status
    return page_of(found, view), status


def to_finding(draft_id: int, finding_id: int | None) -> ResponseReturnValue:
    """The page of the draft at the finding."""
    return redirect(url_for("review.draft", draft_id=draft_id, _anchor=f"fynd-{finding_id}"), 303)


def asked(found: Draft, findings: Sequence[DraftFinding]) -> list[Question]:
    """The names that could be two persons."""
    members = known.members(g.session, found.body_id, None) if found.body_id else Members()
    return questions(findings, members, found.left_open)


def _part(found: Draft, view: View) -> str:
    assert found.id is not None
    findings = queries.findings(g.session, found.id)
    page = draft_page(findings, questions=asked(found, findings))
    return render_template(
        "review/one.html",
        draft=found,
        view=view,
        page=page,
        changed_by={},
        last_step=steps.last_step(g.session, found.id, g.access.person_id),
        **_choices(found, page),
    )


def _choices(found: Draft, page: DraftPage) -> dict[str, Any]:
    bodies = people.bodies(g.session, g.access.bodies(Permission.REVIEW))
    return {
        "bodies": bodies,
        "body": next((each for each in bodies if each.id == found.body_id), None),
        "items": page.items,
    }


def _unknown_body(found: Draft, page: DraftPage) -> str | None:
    """What the minutes call their body, where it is none that is known."""
    name = page.header.content.get("body")
    if found.body_id is not None or not name:
        return None
    return full_name(name, page.header.content.get("organisation") or "")


def _same_day(found: Draft, page: DraftPage) -> list[tuple[int, str]]:
    day = page.header.content.get("date")
    if found.body_id is None or day is None:
        return []
    return queries.meetings_on(g.session, found.body_id, date.fromisoformat(day))


def _changed_by(found: Draft, since: int) -> dict[int, str]:
    """Who has changed which finding since the version."""
    others = steps.others_since(g.session, found.id or 0, since, g.access.person_id)
    return {finding_id: each.name for each in others for finding_id in each.finding_ids}
