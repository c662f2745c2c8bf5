"""The blueprint of annual reports, and what its pages share."""

from base64 import b64encode
from dataclasses import replace

from flask import Blueprint, g
from markupsafe import Markup

from minutes import clock
from minutes.annual_report import open_to_readers, report_list
from minutes.annual_report.charts import Chart, svg
from minutes.annual_report.composing import Composed, composed
from minutes.annual_report.service import By
from minutes.annual_report.tables import AnnualReport, ReportState
from minutes.errors import NotAllowed
from minutes.people.permissions import Permission

routes = Blueprint("annual_report", __name__)


@routes.app_template_global("svg")
def drawing(chart: Chart, name: str) -> Markup:
    """The chart as part of a page."""
    return Markup(svg(chart, name))  # noqa: S704  what it holds of words is escaped there


@routes.app_template_global("drawn")
def picture(chart: Chart, name: str) -> str:
    """The chart as the address of a picture, which holds it whole."""
    return f"data:image/svg+xml;base64,{b64encode(svg(chart, name).encode()).decode()}"


def by() -> By:
    """Who acts now."""
    return By(g.access.person_id, clock.now(), clock.today())


def readable(report_id: int) -> AnnualReport:
    """The report, for who writes it, and a finished one for who reads the body's minutes."""
    report = report_list.report_of(g.session, report_id)
    if report.state is not ReportState.FINISHED:
        return writable(report_id)
    g.access.demand(Permission.READ, report.body_id)
    return report


def writable(report_id: int) -> AnnualReport:
    """The report, for who writes it: the secretary of the body that keeps it, who may read the
    minutes of all bodies that it is about. Raises NotAllowed, NotFound.
    """
    report = report_list.report_of(g.session, report_id)
    g.access.demand(Permission.REVIEW, report.body_id)
    if not reads_all_of(report):
        raise NotAllowed(
            "Årsberättelsen handlar också om organ vars protokoll du inte får läsa. Den skrivs av"
            " den som får läsa dem alla."
        )
    return report


def reads_all_of(report: AnnualReport) -> bool:
    """Whether the reader may read the minutes of all bodies that the report is about."""
    return all(g.access.may(Permission.READ, each) for each in report.bodies)


def put_together(report: AnnualReport) -> Composed:
    """The report with all that it is made of; its text as its reader may see it."""
    made = composed(g.session, report, clock.today())
    if reads_all_of(report):
        return made
    read = [each for each in report.bodies if g.access.may(Permission.READ, each)]
    opened = open_to_readers.for_readers_of(made.document, read)
    return replace(made, document=opened.document, left_out=opened.left_out)
