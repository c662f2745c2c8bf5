"""Annual reports: the list, one report, its files, and writing it."""

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.annual_report import (
    covered,
    figures_routes,
    public_routes,
    publish_routes,
    service,
    shaping_routes,
    signing,
    signing_routes,
    template_routes,
    templates,
    year_lists_routes,
)
from minutes.annual_report.blueprint import (
    by,
    put_together,
    readable,
    reads_all_of,
    routes,
    writable,
)
from minutes.annual_report.files import FILES, file_of, saved
from minutes.annual_report.report_list import reports as report_rows
from minutes.annual_report.tables import AnnualReport, Extent, ReportState
from minutes.annual_report.word_report import Cover
from minutes.errors import MinutesError, StepNotAllowed
from minutes.justering import issuing
from minutes.justering import queries as justering
from minutes.justering.documents import sheet_of
from minutes.justering.fingerprint import fingerprint, in_groups
from minutes.justering.signatories import ROLE_WORDS
from minutes.justering.tables import JusteringRound, RoundState
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.sent import sent_number
from minutes.publication import queries as publication
from minutes.publication.blueprint import is_chair
from minutes.publication.tables import Looker
from minutes.texts import N_

# The other modules have their views on the same blueprint.
__all__ = [
    "figures_routes",
    "public_routes",
    "publish_routes",
    "routes",
    "shaping_routes",
    "signing_routes",
    "template_routes",
    "year_lists_routes",
]

EXTENTS = {
    Extent.FULL.value: N_("Hel"),
    Extent.SHORT.value: N_("Kort, ungefär en sida"),
}


@routes.route("/arsberattelser", methods=["GET", "POST"])
@requires(Permission.READ)
def reports() -> ResponseReturnValue:
    """The reports that one may see, and the beginning of a new one."""
    refusal, status = None, 200
    if request.method == "POST":
        g.session.rollback()
        try:
            report_id = _begin()
        except MinutesError as error:
            g.session.rollback()
            refusal, status = error.message, error.status
        else:
            flash(N_("Här är ett första utkast. Läs igenom det och skriv om det som du vill."))
            return redirect(url_for(".report", report_id=report_id), code=303)
    readable_in, writable_in = (
        g.access.bodies(each) for each in (Permission.READ, Permission.REVIEW)
    )
    page = render_template(
        "annual_report/reports.html",
        reports=report_rows(g.session, readable_in, writable_in),
        bodies=people.bodies(g.session, writable_in),
        others=covered.offered(),
        covers=(request.form or request.args).getlist("aven"),
        extents=EXTENTS,
        last_year=clock.today().year - 1,
        refusal=refusal,
        typed=request.form or request.args,
    )
    return page, status


def _begin() -> int:
    body = people.body_by_slug(g.session, request.form.get("organ", ""))
    g.access.demand(Permission.REVIEW, body.id)
    assert body.id is not None
    body_id, others = body.id, covered.chosen(body.id)
    g.session.rollback()
    extent = request.form.get("omfattning", Extent.FULL.value)
    report = service.begin(
        g.session,
        by(),
        body_id=body_id,
        year=_year(request.form.get("ar", "")),
        covers=others,
        together=covered.together(),
        extent=Extent(extent) if extent in EXTENTS else Extent.FULL,
        only_justerade="justerade" in request.form,
    )
    assert report.id is not None
    return report.id


def _year(written: str) -> int:
    """The year, 0 for what is none: the service says what is wrong with it."""
    return int(written) if written.isdecimal() and len(written) == 4 else 0


@routes.get("/arsberattelser/<int:report_id>")
@requires(Permission.READ)
def report(report_id: int) -> str:
    """The report as it will be read, with its sources."""
    found = readable(report_id)
    round_, reads_all = signing.round_of(g.session, found), reads_all_of(found)
    return render_template(
        "annual_report/report.html",
        made=put_together(found),
        is_finished=found.state is ReportState.FINISHED,
        round=round_,
        fields=justering.fields(g.session, round_.id or 0) if round_ else (),
        fingerprint=in_groups(fingerprint(found.exact)) if found.exact else "",
        role_words=ROLE_WORDS,
        may_write=reads_all and g.access.may(Permission.REVIEW, found.body_id),
        reads_all=reads_all,
        files=FILES,
        approves=_approves(found, round_),
    )


def _approves(found: AnnualReport, round_: JusteringRound | None) -> bool:
    """Whether who reads it is the chair, whom the body asks before it publishes."""
    return (
        round_ is not None
        and round_.state is RoundState.COMPLETED
        and is_chair(found.body_id)
        and publication.rules_of(g.session, found.body_id).looker is Looker.CHAIR
    )


@routes.get("/arsberattelser/<int:report_id>/fil.<any(docx, pdf, md):kind>")
@requires(Permission.READ)
def report_file(report_id: int, kind: str) -> Response:
    """The report as Word, PDF or Markdown; the PDF of one that was sent is the one to sign."""
    found = readable(report_id)
    round_ = signing.round_of(g.session, found)
    if kind == "pdf" and round_ is not None and reads_all_of(found):
        content = issuing.pdf_of_round(g.session, g.settings, round_, clock.now())
        return saved(content, kind, round_.title)
    made = put_together(found)
    cover = Cover(
        made.body.name,
        made.body.organisation,
        made.report.changed_at,
        sheet_of(g.session, round_).signatures if round_ else (),
        fingerprint(found.exact) if found.exact else "",
    )
    template = templates.content(g.session, found.body_id)
    document = made.document
    g.session.rollback()  # drawing takes long, and needs nothing more of the database
    return saved(file_of(kind, document, cover, template), kind, document.title)


@routes.route("/arsberattelser/<int:report_id>/skriv", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def write(report_id: int) -> ResponseReturnValue:
    """The text with its fields and footnotes, to be written on."""
    found = writable(report_id)
    refusal, status, text = None, 200, found.text
    if request.method == "POST":
        text = request.form.get("text", "")
        seen = sent_number()
        g.session.rollback()
        try:
            service.save(g.session, by(), report_id, text, seen)
        except MinutesError as error:
            g.session.rollback()
            refusal, status = error.message, error.status
            other = isinstance(error, StepNotAllowed)
        else:
            flash(N_("Texten är sparad."))
            return redirect(url_for(".report", report_id=report_id), code=303)
    made = put_together(writable(report_id))
    page = render_template(
        "annual_report/write.html",
        made=made,
        text=text,
        theirs=made.report.text if refusal and other else None,
        refusal=refusal,
    )
    return page, status
