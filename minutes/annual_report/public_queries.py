"""What stands of reports on the public site, and for whom."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import Session, col, select

from minutes.annual_report import open_to_readers, snapshot
from minutes.annual_report.document import Document
from minutes.annual_report.tables import PublishedReport, ReportLookAnswer
from minutes.errors import MinutesError, NotFound
from minutes.people.tables import Body
from minutes.publication.look import Choice
from minutes.publication.public_lists import ListedBody
from minutes.publication.readers import READERS, Reader, readable, stands
from minutes.publication.tables import LookAnswer, Publication, PublicationState


class ReportWithdrawn(MinutesError):
    """The report was taken back; the message is the reason that was given."""

    status = 410

    def __init__(self, report: PublishedReport) -> None:
        super().__init__(report.reason)
        self.report = report


@dataclass(frozen=True, slots=True)
class ListedReport:
    """A report in a list."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class PublicReport:
    """A report as its reader may see it now. `addresses`: of the public minutes, by meeting."""

    body: Body
    published: PublishedReport
    document: Document
    left_out: int
    addresses: Mapping[int, tuple[str, str]]

    @property
    def justerat_by(self) -> list[str]:
        """Who signed it."""
        return [each for each in self.published.justerat_by.split("\n") if each]


def public_report(session: Session, reader: Reader, slug: str, address: str) -> PublicReport:
    """The report at the address. Raises NotFound, and ReportWithdrawn."""
    row = session.execute(
        sa.select(Body, PublishedReport)
        .join(PublishedReport, col(PublishedReport.body_id) == Body.id)
        .where(
            col(Body.slug) == slug,
            col(PublishedReport.address) == address,
            col(PublishedReport.state) != PublicationState.REPLACED,
            readable(reader, PublishedReport),
        )
        .order_by(col(PublishedReport.version).desc())
        .limit(1)
    ).first()
    if row is None:
        raise NotFound("Sidan finns inte.")
    body, found = row
    if found.state is PublicationState.WITHDRAWN:
        raise ReportWithdrawn(found)
    return _shown(session, reader, body, found)


def _shown(session: Session, reader: Reader, body: Body, found: PublishedReport) -> PublicReport:
    stored = snapshot.read(found.fixed)
    wanted = [each.meeting_id for each in stored.notes if each.meeting_id is not None]
    addresses = _addresses(session, reader, wanted)
    words = {word for each in masks(session, wanted).values() for word in each}
    words |= own_masks(session, found.report_id)
    now = open_to_readers.still_open(stored, addresses.keys(), words)
    return PublicReport(body, found, now.document, found.left_out + now.left_out, addresses)


def _addresses(
    session: Session, reader: Reader, meetings: Sequence[int]
) -> dict[int, tuple[str, str]]:
    """(body, address) of the minutes of these meetings that stand and that the reader may read."""
    rows = session.execute(
        sa.select(col(Publication.meeting_id), col(Body.slug), col(Publication.address))
        .join(Body, col(Body.id) == Publication.body_id)
        .where(col(Publication.meeting_id).in_(meetings), stands(reader))
    )
    return {meeting: (slug, address) for meeting, slug, address in rows}


def masks(session: Session, meetings: Collection[int]) -> Mapping[int, list[str]]:
    """The words that are masked in the minutes of these meetings."""
    rows = session.execute(
        sa.select(col(LookAnswer.meeting_id), col(LookAnswer.words)).where(
            col(LookAnswer.meeting_id).in_(meetings), col(LookAnswer.choice) == Choice.MASK
        )
    )
    found: defaultdict[int, list[str]] = defaultdict(list)
    for meeting, words in rows:
        found[meeting].append(words)
    return found


def own_masks(session: Session, report_id: int) -> set[str]:
    """The words that are masked in this report."""
    return set(
        session.scalars(
            sa.select(col(ReportLookAnswer.words)).where(
                col(ReportLookAnswer.report_id) == report_id,
                col(ReportLookAnswer.choice) == Choice.MASK,
            )
        )
    )


def standing_of(session: Session, report_id: int) -> PublishedReport | None:
    """What stands of the report."""
    return session.exec(
        select(PublishedReport).where(
            PublishedReport.report_id == report_id,
            PublishedReport.state == PublicationState.PUBLISHED,
        )
    ).first()


def versions(session: Session, report_id: int) -> Sequence[PublishedReport]:
    """The publications of a report, the latest first."""
    return session.exec(
        select(PublishedReport)
        .where(PublishedReport.report_id == report_id)
        .order_by(col(PublishedReport.id).desc())
    ).all()


def of_body(connection: Connection, reader: Reader, body_id: int) -> tuple[ListedReport, ...]:
    """The reports of a body that stand, the latest year first."""
    rows = connection.execute(_of_body(reader), {"body_id": body_id})
    return tuple(ListedReport(*row) for row in rows)


@lru_cache(maxsize=READERS)
def _of_body(reader: Reader) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(col(PublishedReport.address), col(PublishedReport.title))
        .join(Body, col(Body.id) == PublishedReport.body_id)
        .where(
            col(PublishedReport.body_id) == sa.bindparam("body_id"),
            col(PublishedReport.state) == PublicationState.PUBLISHED,
            readable(reader, PublishedReport),
        )
        .order_by(col(PublishedReport.year).desc(), col(PublishedReport.address))
    )


def bodies_with_only_reports(session: Session, reader: Reader) -> list[ListedBody]:
    """The bodies of which reports stand and no minutes do, by name."""
    minutes = sa.select(col(Publication.id)).where(
        col(Publication.body_id) == col(Body.id), stands(reader)
    )
    rows = session.execute(
        sa.select(col(Body.slug), col(Body.name), col(Body.organisation), sa.func.count())
        .join(PublishedReport, col(PublishedReport.body_id) == Body.id)
        .where(
            col(PublishedReport.state) == PublicationState.PUBLISHED,
            readable(reader, PublishedReport),
            sa.not_(minutes.correlate(Body).exists()),
        )
        .group_by(col(Body.id))
        .order_by(col(Body.name), col(Body.organisation))
    )
    return [
        ListedBody(slug, name, organisation, 0, None, of) for slug, name, organisation, of in rows
    ]
