"""A report put together: the record of its year, today's draft, and the text with its numbers."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.annual_report import merging, queries, snapshot
from minutes.annual_report.document import Document, document
from minutes.annual_report.facts import Record
from minutes.annual_report.figures import Figures, figures, figures_by_body
from minutes.annual_report.importance import Weighed, weighed
from minutes.annual_report.merging import Change
from minutes.annual_report.narrative import narrative, narrative_of_bodies
from minutes.annual_report.subjects import recurring
from minutes.annual_report.tables import AnnualReport, DecisionPin, Extent, ReportState, Section
from minutes.annual_report.telling import listed
from minutes.people.tables import Body
from minutes.register.tables import Decision, Meeting, MeetingState

MOST_NAMED = 5  # bodies; more are only counted in the title
SIGNED = (MeetingState.JUSTERAT, MeetingState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Composed:
    """A report with all that it is made of. `draft` is what the program would write today."""

    report: AnnualReport
    body: Body
    record: Record
    figures: Figures
    pins: Mapping[int, bool]
    draft: str
    document: Document

    @property
    def offered(self) -> str:
        """The fingerprint of today's draft."""
        return snapshot.fingerprint(self.draft)

    @property
    def changes(self) -> list[Change]:
        """What has changed since the secretary last answered; nothing in a finished report."""
        if self.report.state is ReportState.FINISHED:
            return []
        return merging.changes(self.report.draft, self.draft, self.report.text)

    @property
    def decisions(self) -> list[Weighed]:
        """The decisions of the year by their weight."""
        held = self.record.of_year(self.report.year)
        return weighed(held, recurring(held), self.pins)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a draft about several bodies is written (narrative_of_bodies). `organisation`: whose they
    are, where it is about all of it that one may read.
    """

    organisation: str = ""
    extent: Extent = Extent.FULL
    together: bool = False


def composed(session: Session, report: AnnualReport, today: dt.date) -> Composed:
    """Put the report together. The same number of statements for any size."""
    body = session.get_one(Body, report.body_id)
    record = record_of(session, report)
    counted = figures(record, report.year, today)
    pins = pins_of(session, [report.body_id], report.year)
    made = (
        snapshot.read(report.fixed)
        if report.state is ReportState.FINISHED
        else document(title_of(body, report.year), report.text, record, counted)
    )
    return Composed(report, body, record, counted, pins, written(report, record, today, pins), made)


def record_of(session: Session, report: AnnualReport) -> Record:
    """What the report may tell of."""
    only = SIGNED if report.only_justerade else tuple(MeetingState)
    return queries.record(session, [report.body_id], report.year, only=only)


def written(report: AnnualReport, record: Record, today: dt.date, pins: Mapping[int, bool]) -> str:
    """What the program would write today."""
    return narrative(
        record,
        report.year,
        today,
        extent=report.extent,
        chosen=sections_of(report),
        pins=pins,
    )


def sections_of(report: AnnualReport) -> list[Section]:
    """The sections that are chosen, in their order."""
    return [Section(each) for each in report.sections.split()]


def title_of(body: Body, year: int) -> str:
    """What the report is called."""
    return f"Årsberättelse {year} för {body.name}"


def of_bodies(
    session: Session,
    bodies: Sequence[Body],
    year: int,
    today: dt.date,
    shape: Shape,
) -> Document:
    """A draft about several bodies, which is not stored. The same number of statements for any."""
    name = shape.organisation
    names = [each.name for each in bodies]
    called = name or (listed(names) if len(names) <= MOST_NAMED else f"{len(names)} organ")
    ids = [each.id for each in bodies if each.id is not None]
    record = queries.record(session, ids, year)
    text = narrative_of_bodies(
        record,
        year,
        today,
        name=f"organen inom {name}" if name else "organen" if len(names) > MOST_NAMED else "",
        extent=shape.extent,
        together=shape.together,
        pins=pins_of(session, ids, year),
    )
    return document(
        f"Årsberättelse {year} för {called}", text, record, figures_by_body(record, year, today)
    )


def pins_of(session: Session, body_ids: Collection[int], year: int) -> dict[int, bool]:
    """The decisions of the year that somebody has chosen or taken away."""
    rows = session.execute(
        sa.select(col(DecisionPin.decision_id), col(DecisionPin.is_important))
        .join(Decision, col(Decision.id) == DecisionPin.decision_id)
        .join(Meeting, col(Meeting.id) == Decision.meeting_id)
        .where(
            col(Meeting.body_id).in_(body_ids),
            col(Meeting.date) >= dt.date(year, 1, 1),
            col(Meeting.date) <= dt.date(year, 12, 31),
        )
    )
    return {row[0]: row[1] for row in rows}
