"""The page of who publishes a report: what may be read of it, what was found, and the button."""

from collections.abc import Callable

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.annual_report import publishing, report_list
from minutes.annual_report.blueprint import routes, writable
from minutes.annual_report.preparing import address_of, prepared
from minutes.errors import MinutesError, NotAllowed, NotFound
from minutes.people.access import Permission, requires
from minutes.publication.blueprint import is_chair
from minutes.publication.looking import KIND_WORDS, answers_from
from minutes.publication.service import By
from minutes.texts import N_


@routes.get("/arsberattelser/<int:report_id>/publicering")
@requires(Permission.REVIEW)
def publishing_page(report_id: int) -> str:
    """The report as the public would read it."""
    now = prepared(g.session, writable(report_id))
    return render_template(
        "annual_report/publish.html", now=now, kind_words=KIND_WORDS, address=address_of(now.report)
    )


@routes.route("/arsberattelser/<int:report_id>/publicering/godkann", methods=["GET", "POST"])
@requires(Permission.FOLLOW_UP)
def publishing_approval(report_id: int) -> ResponseReturnValue:
    """The chair reads what is to be published, and approves it; the secretary may look on."""
    report = report_list.report_of(g.session, report_id)
    body_id = report.body_id
    if not g.access.may(Permission.FOLLOW_UP, body_id):
        raise NotFound("Årsberättelsen finns inte.")
    if request.method == "POST":
        if not is_chair(body_id):
            raise NotAllowed("Det är ordföranden som godkänner.")
        g.session.rollback()
        by = By(g.access.person_id, clock.now(), clock.today())
        try:
            publishing.approve(g.session, report_id, request.form.get("fingeravtryck", ""), by)
            flash(N_("Du har godkänt det som publiceras. Sekreteraren kan nu publicera."))
        except MinutesError as refusal:
            g.session.rollback()
            flash(refusal.message, "error")
        return redirect(url_for(".publishing_approval", report_id=report_id), code=303)
    return render_template(
        "annual_report/approve.html",
        now=prepared(g.session, report),
        may_approve=is_chair(body_id),
    )


@routes.post("/arsberattelser/<int:report_id>/publicering/<any(svar, publicera, tillbaka):step>")
@requires(Permission.REVIEW)
def publishing_step(report_id: int, step: str) -> ResponseReturnValue:
    """Answer what was found, publish, or take it back."""
    writable(report_id)
    g.session.rollback()
    by = By(g.access.person_id, clock.now(), clock.today())
    steps: dict[str, tuple[Callable[[], object], str]] = {
        "svar": (
            lambda: publishing.answer(g.session, report_id, answers_from(request.form), by),
            N_("Svaren är sparade."),
        ),
        "publicera": (
            lambda: publishing.publish(
                g.session, report_id, request.form.get("fingeravtryck", ""), by
            ),
            N_("Årsberättelsen är publicerad."),
        ),
        "tillbaka": (
            lambda: publishing.withdraw(g.session, report_id, request.form.get("skal", ""), by),
            N_("Publiceringen är tillbakatagen."),
        ),
    }
    act, said = steps[step]
    try:
        act()
        flash(said)
    except MinutesError as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
    return redirect(url_for(".publishing_page", report_id=report_id), code=303)
