"""Published reports under the public pages of their body, and the same as Word and PDF."""

import datetime as dt

from flask import Response, g, render_template
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from minutes.annual_report import public_feeds, public_queries, snapshot
from minutes.annual_report.blueprint import routes
from minutes.annual_report.files import FILES, public_file
from minutes.annual_report.public_queries import ReportWithdrawn
from minutes.annual_report.word_report import Cover
from minutes.people.access import Permission, requires
from minutes.people.slugs import slug_of
from minutes.publication.caching import cached, shared
from minutes.publication.feeds import ALSO_TOLD
from minutes.publication.publishers import ALSO_PUBLISHES, who_asks


@routes.get("/protokoll/<slug>/arsberattelse/<address>")
@requires(Permission.PUBLIC)
@cached
def public_report(slug: str, address: str) -> ResponseReturnValue:
    """The report, with links to the minutes that its reader may read."""
    try:
        found = public_queries.public_report(g.session, who_asks(), slug, address)
    except ReportWithdrawn as withdrawn:
        return _withdrawn(withdrawn)
    return render_template("public/report.html", page=found)


@routes.get("/protokoll/<slug>/arsberattelse/<address>/arsberattelse.<any(pdf, docx):kind>")
@requires(Permission.PUBLIC)
@cached
def public_report_file(slug: str, address: str, kind: str) -> ResponseReturnValue:
    """The same report as a file."""
    try:
        found = public_queries.public_report(g.session, who_asks(), slug, address)
    except ReportWithdrawn as withdrawn:
        return _withdrawn(withdrawn)
    fixed = snapshot.written(found.document)
    cover = Cover(found.body.name, found.body.organisation, found.published.published_at)
    g.session.rollback()  # drawing takes long, and needs nothing more of the database
    response = Response(public_file(kind, fixed, cover), mimetype=FILES[kind][1])
    name = f"{slug_of(found.document.title)}.{kind}"
    how = "inline" if kind == "pdf" else "attachment"
    response.headers.set("Content-Disposition", how, filename=name)
    return response


@routes.record_once
def tell_of_reports(state: BlueprintSetupState) -> None:
    """Let the feeds and lists of the public site, which lie below this stage, tell of reports."""
    state.app.extensions[ALSO_TOLD] = public_feeds.told
    state.app.extensions[ALSO_PUBLISHES] = public_queries.bodies_with_only_reports


@routes.app_template_global("reports_of_sitemap")
def reports_of_sitemap() -> list[tuple[str, str, dt.datetime]]:
    """For the sitemap of the public site."""
    return public_feeds.sitemap(g.session)


@routes.app_template_global("published_reports")
def published_reports(body_id: int) -> tuple[public_queries.ListedReport, ...]:
    """For the public page of a body, which lies below this stage."""
    asker = who_asks()
    return shared(
        ("reports", asker, body_id), lambda: public_queries.of_body(g.connection, asker, body_id)
    )


def _withdrawn(withdrawn: ReportWithdrawn) -> tuple[str, int]:
    return render_template("public/report_withdrawn.html", report=withdrawn.report), 410
