"""A report put together: the record of its year, today's draft, and the text with its numbers."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.annual_report import merging, queries, snapshot
from minutes.annual_report.document import Document, document
from minutes.annual_report.facts import Record
from minutes.annual_report.figures import Figures, figures_by_body
from minutes.annual_report.importance import Weighed, weighed
from minutes.annual_report.merging import Change
from minutes.annual_report.narrative import narrative
from minutes.annual_report.readable import readable
from minutes.annual_report.subjects import recurring
from minutes.annual_report.tables import AnnualReport, ReportPin, ReportState, Section
from minutes.annual_report.telling import listed
from minutes.people import queries as people
from minutes.people.tables import Body
from minutes.register.tables import MeetingState

MOST_NAMED = 5  # bodies; more are only counted in the title
SIGNED = (MeetingState.JUSTERAT, MeetingState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Whom a report is about: the body that keeps it, and the names of all bodies in order.

    organisation: whose they are, where they are all its bodies; a part does not speak for it.
    """

    keeper: Body
    names: Sequence[str]
    organisation: str = ""

    @property
    def called(self) -> str:
        """What they are called together."""
        few = len(self.names) <= MOST_NAMED
        return self.organisation or (listed(self.names) if few else f"{len(self.names)} organ")

    @property
    def in_a_sentence(self) -> str:
        """The same where they are too many to be listed, as in a sentence; else empty."""
        if self.organisation:
            return f"organen inom {self.organisation}"
        return "organen" if len(self.names) > MOST_NAMED else ""

    def title(self, year: int) -> str:
        """What their report is called."""
        return f"Årsberättelse {year} för {self.called}"


@dataclass(frozen=True, slots=True)
class Composed:
    """A report with all that it is made of. `draft` is what the program would write today;
    `left_out` counts the rows and paragraphs that are not for its reader.
    """

    report: AnnualReport
    bodies: Bodies
    record: Record
    figures: Figures
    pins: Mapping[int, bool]
    draft: str
    document: Document
    left_out: int = 0

    @property
    def body(self) -> Body:
        """The body that keeps it."""
        return self.bodies.keeper

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

    def readable(self, rows: Iterable[str], *, with_sources: bool = True) -> str:
        """Rows of Markdown as they will be read, with their numbers and where they stand."""
        return readable(rows, self.record, self.figures, with_sources=with_sources)

    @property
    def decisions(self) -> list[Weighed]:
        """The decisions of the year by their weight."""
        held = self.record.of_year(self.report.year)
        return weighed(held, recurring(held), self.pins)


def composed(session: Session, report: AnnualReport, today: dt.date) -> Composed:
    """Put the report together. The same number of statements for any size."""
    record = record_of(session, report)
    bodies = bodies_of(session, report, record)
    counted = figures_by_body(record, report.year, today)
    pins = pins_of(session, report)
    made = (
        snapshot.read(report.fixed)
        if report.state is ReportState.FINISHED
        else document(bodies.title(report.year), report.text, record, counted)
    )
    draft = written(report, bodies, record, today, pins)
    return Composed(report, bodies, record, counted, pins, draft, made)


def bodies_of(session: Session, report: AnnualReport, record: Record) -> Bodies:
    """Whom the report is about."""
    keeper = people.body(session, report.body_id)
    names = [name for _, name in record.bodies]
    if not report.others or not keeper.organisation:
        return Bodies(keeper, names)
    same = {each.id for each in people.bodies(session) if each.organisation == keeper.organisation}
    return Bodies(keeper, names, keeper.organisation if same == set(report.bodies) else "")


def record_of(session: Session, report: AnnualReport) -> Record:
    """What the report may tell of."""
    only = SIGNED if report.only_justerade else tuple(MeetingState)
    return queries.record(session, report.bodies, report.year, only=only)


def written(
    report: AnnualReport, bodies: Bodies, record: Record, today: dt.date, pins: Mapping[int, bool]
) -> str:
    """What the program would write today."""
    return narrative(
        record,
        report.year,
        today,
        name=bodies.in_a_sentence,
        extent=report.extent,
        chosen=sections_of(report),
        together=report.together,
        pins=pins,
    )


def sections_of(report: AnnualReport) -> list[Section]:
    """The sections that are chosen, in their order."""
    return [Section(each) for each in report.sections.split()]


def pins_of(session: Session, report: AnnualReport) -> dict[int, bool]:
    """The decisions that somebody has chosen for the report or taken away."""
    rows = session.execute(
        sa.select(col(ReportPin.decision_id), col(ReportPin.is_important)).where(
            col(ReportPin.report_id) == report.id
        )
    )
    return {row[0]: row[1] for row in rows}
