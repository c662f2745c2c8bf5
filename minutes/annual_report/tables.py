"""Annual reports: the text with its versions, and which decisions were chosen for it."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type
from minutes.publication.look import Choice, Kind
from minutes.publication.tables import Audience, PublicationState


class Extent(StrEnum):
    """How long a report is."""

    SHORT = "short"  # about a page
    FULL = "full"


class Section(StrEnum):
    """The sections that a body can choose among, in their usual order."""

    INTRODUCTION = "introduction"
    COMPOSITION = "composition"
    MEETINGS = "meetings"
    DECISIONS = "decisions"
    SUBJECTS = "subjects"
    DONE = "done"
    LEFT = "left"
    FOLLOWED = "followed"
    AHEAD = "ahead"


class ReportState(StrEnum):
    """Whether the text is still being written."""

    DRAFT = "draft"
    FINISHED = "finished"  # its text, its numbers and its sources are fixed


class AnnualReport(Table, table=True):
    """A report on a year of the body that keeps it, and of the others that it covers.

    `covers`: the ids of the others in order, with spaces between. Each has a section of its own,
    or all share theirs (`together`). `text` is what stands now, with fields; `draft` what the
    program last wrote and the secretary has answered to, so that what has changed since can be
    offered. `fixed` is the finished report with its numbers, sources and charts as they were
    (snapshot.py), `exact` its words as they are signed (exact_text.py).
    """

    __tablename__ = "annual_report"
    __table_args__ = (sa.UniqueConstraint("body_id", "year", "covers"),)

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id")
    covers: str = Field(default="", max_length=2000, sa_column_kwargs={"server_default": ""})
    together: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    year: int
    extent: Extent = Field(default=Extent.FULL, sa_type=enum_type(Extent))
    sections: str = Field(max_length=300)  # values of Section in their order, with spaces between
    only_justerade: bool = False
    text: str = Field(sa_type=sa.Text)
    draft: str = Field(sa_type=sa.Text)
    version: int = 1
    state: ReportState = Field(default=ReportState.DRAFT, sa_type=enum_type(ReportState))
    fixed: str = Field(default="", sa_type=sa.Text)
    exact: str = Field(default="", sa_type=sa.Text, sa_column_kwargs={"server_default": ""})
    changed_at: dt.datetime = Field(sa_type=UTCDateTime)
    changed_by: int | None = Field(default=None, foreign_key="person.id", index=True)

    @property
    def others(self) -> tuple[int, ...]:
        """The bodies that it covers besides the one that keeps it."""
        return tuple(map(int, self.covers.split()))

    @property
    def bodies(self) -> tuple[int, ...]:
        """All bodies that it is about, the one that keeps it first."""
        return (self.body_id, *self.others)


class AnnualReportRound(Table, table=True):
    """That a report was sent for justering: a round of the text that it had then."""

    __tablename__ = "annual_report_round"

    round_id: int = Field(primary_key=True, foreign_key="justering_round.id", ondelete="CASCADE")
    report_id: int = Field(foreign_key="annual_report.id", ondelete="CASCADE", index=True)


class AnnualReportVersion(Table, table=True):
    """The text as it was saved, each time."""

    __tablename__ = "annual_report_version"
    __table_args__ = (sa.UniqueConstraint("report_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="annual_report.id", ondelete="CASCADE")
    number: int
    text: str = Field(sa_type=sa.Text)
    what: str = Field(max_length=80)  # why there is a new one, in Swedish
    at: dt.datetime = Field(sa_type=UTCDateTime)
    by: int | None = Field(default=None, foreign_key="person.id", index=True)


class ReportPin(Table, table=True):
    """That somebody has chosen a decision for a report, or taken it away."""

    __tablename__ = "report_pin"

    report_id: int = Field(primary_key=True, foreign_key="annual_report.id", ondelete="CASCADE")
    decision_id: int = Field(
        primary_key=True, foreign_key="decision.id", ondelete="CASCADE", index=True
    )
    is_important: bool
    at: dt.datetime = Field(sa_type=UTCDateTime)
    by: int | None = Field(default=None, foreign_key="person.id", index=True)


class ReportTemplate(Table, table=True):
    """The Word file that a body's reports are made from; without a row the default one is."""

    __tablename__ = "report_template"

    body_id: int = Field(primary_key=True, foreign_key="body.id", ondelete="CASCADE")
    filename: str = Field(max_length=200)
    content: bytes = Field(sa_type=sa.LargeBinary)
    at: dt.datetime = Field(sa_type=UTCDateTime)


class ReportLookAnswer(Table, table=True):
    """What is done with words of a report when it is published."""

    __tablename__ = "report_look_answer"
    __table_args__ = (sa.UniqueConstraint("report_id", "words"),)

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="annual_report.id", ondelete="CASCADE")
    words: str = Field(max_length=500)
    kind: Kind = Field(sa_type=enum_type(Kind))
    choice: Choice = Field(sa_type=enum_type(Choice))
    at: dt.datetime = Field(sa_type=UTCDateTime)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)


class ReportApproval(Table, table=True):
    """That the chair has approved what is to be published of a report: the fingerprint of it."""

    __tablename__ = "report_approval"

    report_id: int = Field(primary_key=True, foreign_key="annual_report.id", ondelete="CASCADE")
    fingerprint: str = Field(max_length=64)
    at: dt.datetime = Field(sa_type=UTCDateTime)
    by: int | None = Field(default=None, foreign_key="person.id", index=True)


class PublishedReport(Table, table=True):
    """A report as it was published. All that is served of it is made of this row.

    address: the last part of its address, the same for every version. fixed: what its readers may
    see of it, as in AnnualReport. left_out: how many rows and paragraphs they may not.
    """

    __tablename__ = "published_report"
    __table_args__ = (sa.UniqueConstraint("body_id", "address", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="annual_report.id", index=True)
    body_id: int = Field(foreign_key="body.id")
    year: int
    address: str = Field(max_length=80)
    version: int = 1
    state: PublicationState = Field(
        default=PublicationState.PUBLISHED, sa_type=enum_type(PublicationState)
    )
    audience: Audience = Field(sa_type=enum_type(Audience))
    title: str = Field(max_length=300)
    fixed: str = Field(sa_type=sa.Text)
    left_out: int = 0
    justerat_on: dt.date
    justerat_by: str = Field(default="", sa_type=sa.Text)  # a name a line
    published_at: dt.datetime = Field(sa_type=UTCDateTime)
    published_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    withdrawn_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    withdrawn_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    reason: str = Field(default="", sa_type=sa.Text)  # why it was withdrawn; everybody reads it
