"""What feeds and search engines are told of published reports: those that are for everybody."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from minutes.annual_report.tables import PublishedReport
from minutes.people.queries import called
from minutes.people.tables import Body
from minutes.publication.atom import Entry
from minutes.publication.data_queries import MOST_IN_FEED, MOST_IN_SITEMAP
from minutes.publication.readers import Reader, readable
from minutes.publication.tables import PublicationState

_FOR_ALL = readable(Reader(), PublishedReport)


def told(session: Session, base_url: str, body_id: int | None = None) -> list[Entry]:
    """The reports that were published and not replaced, and those that were taken back."""
    later = aliased(PublishedReport)
    replaced = sa.select(col(later.id)).where(
        col(later.body_id) == PublishedReport.body_id,
        col(later.address) == PublishedReport.address,
        col(later.version) > PublishedReport.version,
    )
    when = sa.func.coalesce(col(PublishedReport.withdrawn_at), col(PublishedReport.published_at))
    query = (
        sa.select(PublishedReport, col(Body.slug), called())
        .join(Body, col(Body.id) == PublishedReport.body_id)
        .where(_FOR_ALL, sa.not_(replaced.correlate(PublishedReport).exists()))
        .order_by(when.desc(), col(PublishedReport.id).desc())
        .limit(MOST_IN_FEED)
    )
    if body_id is not None:
        query = query.where(col(PublishedReport.body_id) == body_id)
    return [_entry(report, slug, body, base_url) for report, slug, body in session.execute(query)]


def _entry(report: PublishedReport, slug: str, body: str, base_url: str) -> Entry:
    title, summary = report.title, f"{body}: årsberättelse {report.year}."
    if report.state is PublicationState.WITHDRAWN:
        # Not its title: it may be what was wrong with it.
        title = f"{body}: publiceringen av årsberättelsen {report.year} är tillbakatagen"
        summary = f"Skälet: {report.reason}"
    return Entry(
        url=f"{base_url}/protokoll/{slug}/arsberattelse/{report.address}",
        title=title,
        updated=report.withdrawn_at or report.published_at,
        published=report.published_at,
        summary=summary,
        author=body,
    )


def sitemap(session: Session) -> list[tuple[str, str, dt.datetime]]:
    """(slug of the body, address, published) of every report that stands, the latest first."""
    rows = session.execute(
        sa.select(col(Body.slug), col(PublishedReport.address), col(PublishedReport.published_at))
        .join(Body, col(Body.id) == PublishedReport.body_id)
        .where(_FOR_ALL, col(PublishedReport.state) == PublicationState.PUBLISHED)
        .order_by(col(PublishedReport.published_at).desc())
        .limit(MOST_IN_SITEMAP)
    )
    return [tuple(row) for row in rows]
