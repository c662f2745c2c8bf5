"""The page on which a finished report is sent to be signed."""

from dataclasses import replace

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.annual_report import report_list, signing
from minutes.annual_report.blueprint import put_together, routes, writable
from minutes.annual_report.files import drawn_of
from minutes.annual_report.tables import AnnualReport
from minutes.errors import MinutesError
from minutes.justering.fingerprint import in_groups
from minutes.justering.forms import Row, rows_from, rows_of, sending_from
from minutes.justering.latest_day import latest_day
from minutes.justering.proposal import Proposal, proposal_for
from minutes.justering.signatories import OF_REPORTS
from minutes.justering.starting import By
from minutes.justering.tables import SignerRole
from minutes.people.access import Permission, requires
from minutes.texts import N_

BOARD = 6  # empty rows: often a whole board signs


@routes.route("/arsberattelser/<int:report_id>/justering", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def send(report_id: int) -> ResponseReturnValue:
    """Choose who signs the report and by when, and send it."""
    report = writable(report_id)
    made = _proposal(report)
    if request.method == "GET":
        return _send_page(report, made, rows_of(made.signatories, SignerRole.MEMBER, BOARD))
    rows = rows_from(request.form)
    drawn = drawn_of(put_together(report).document)
    g.session.rollback()
    try:
        sending = sending_from(request.form, rows, made.names)
        actor = By(g.access.person_id, clock.now(), g.settings.mail_from)
        round_id = signing.send(g.session, report_id, sending, drawn, actor)
    except MinutesError as refusal:
        g.session.rollback()
        report = writable(report_id)
        return _send_page(report, made, rows, refusal.message), refusal.status
    flash(N_("Skickad för justering. Texten är låst tills alla har skrivit under."))
    return redirect(url_for("justering.show", round_id=round_id), code=303)


def _proposal(report: AnnualReport) -> Proposal:
    """Whom the rules name; where minutes have a justerare, a report has a member of the board."""
    made = proposal_for(g.session, report.body_id, signing.exact_of(report).minutes)
    signatories = [
        replace(each, role=SignerRole.MEMBER) if each.role is SignerRole.JUSTERARE else each
        for each in made.signatories
    ]
    return replace(made, signatories=signatories)


def _send_page(
    report: AnnualReport, made: Proposal, rows: list[Row], refusal: str | None = None
) -> str:
    exact = signing.exact_of(report)
    return render_template(
        "annual_report/send.html",
        report=report,
        title=exact.minutes.title,
        made=made,
        rows=rows,
        refusal=refusal,
        fingerprint=exact.fingerprint,
        in_groups=in_groups,
        role_words=OF_REPORTS,
        latest=latest_day(clock.today(), made.rules.days),
        typed=request.form,
    )


@routes.app_template_global("report_of_round")
def report_of_round(round_id: int) -> int | None:
    """For the page of a round: which report it is of, where its reader may see that."""
    report_id = signing.report_of_round(g.session, round_id)
    if report_id is None:
        return None
    report = report_list.report_of(g.session, report_id)
    return report_id if g.access.may(Permission.READ, report.body_id) else None
