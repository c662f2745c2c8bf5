"""Which reports there are, and the versions of one."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.annual_report.tables import AnnualReport, AnnualReportVersion, ReportState
from minutes.errors import NotFound
from minutes.people.queries import called
from minutes.people.tables import Body, Person

Visible = frozenset[int] | None  # bodies; None means all


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list."""

    id: int
    year: int
    body: str
    covers: str
    state: ReportState
    changed_at: dt.datetime
    changed_by: str | None

    @property
    def others(self) -> int:
        """How many bodies it is about besides the one that keeps it."""
        return len(self.covers.split())


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a report's text."""

    number: int
    what: str
    at: dt.datetime
    by: str | None


def reports(session: Session, readable: Visible, writable: Visible) -> list[ReportRow]:
    """The reports that one may see: finished ones of bodies one reads, all of those one writes."""
    finished = col(AnnualReport.state) == ReportState.FINISHED
    query = (
        sa.select(
            col(AnnualReport.id),
            col(AnnualReport.year),
            called(),
            col(AnnualReport.covers),
            col(AnnualReport.state),
            col(AnnualReport.changed_at),
            col(Person.name),
        )
        .join(Body, col(Body.id) == AnnualReport.body_id)
        .outerjoin(Person, col(Person.id) == AnnualReport.changed_by)
        .order_by(col(AnnualReport.year).desc(), col(Body.name), col(AnnualReport.id))
    )
    if readable is not None:
        query = query.where(
            sa.and_(finished, col(AnnualReport.body_id).in_(readable)) | _in(writable)
        )
    return [ReportRow(*row) for row in session.execute(query)]


def _in(bodies: Visible) -> sa.ColumnElement[bool]:
    return sa.true() if bodies is None else col(AnnualReport.body_id).in_(bodies)


def versions(session: Session, report_id: int) -> list[VersionRow]:
    """The versions of a report's text, the latest first."""
    rows = session.execute(
        sa.select(
            col(AnnualReportVersion.number),
            col(AnnualReportVersion.what),
            col(AnnualReportVersion.at),
            col(Person.name),
        )
        .outerjoin(Person, col(Person.id) == AnnualReportVersion.by)
        .where(col(AnnualReportVersion.report_id) == report_id)
        .order_by(col(AnnualReportVersion.number).desc())
    )
    return [VersionRow(*row) for row in rows]


def report_of(session: Session, report_id: int) -> AnnualReport:
    """The report. Raises NotFound."""
    found = session.get(AnnualReport, report_id)
    if found is None:
        raise NotFound("Årsberättelsen finns inte.")
    return found


def stored(session: Session, body_ids: Collection[int], year: int) -> AnnualReport | None:
    """The report about just these bodies, kept by any of them."""
    found = session.exec(
        select(AnnualReport).where(
            col(AnnualReport.body_id).in_(body_ids), col(AnnualReport.year) == year
        )
    )
    return next((each for each in found if set(each.bodies) == set(body_ids)), None)


def version(session: Session, report_id: int, number: int) -> AnnualReportVersion:
    """A version of the text. Raises NotFound."""
    found = session.exec(
        select(AnnualReportVersion).where(
            col(AnnualReportVersion.report_id) == report_id,
            col(AnnualReportVersion.number) == number,
        )
    ).first()
    if found is None:
        raise NotFound("Versionen finns inte.")
    return found
