"""The group of the drafts, whose one meeting was in October 2026, and a report on that year."""

import datetime as dt

import pytest
from sqlmodel import Session

from minutes.annual_report import service
from minutes.annual_report.service import By
from minutes.annual_report.tables import AnnualReport
from minutes.people.tables import Body
from minutes.review import service as review
from tests.builders import Builder
from tests.review.drafts import AT, draft_of

BY = By(None, AT, dt.date(2026, 12, 1))


@pytest.fixture
def body(build: Builder, session: Session) -> Body:
    body = build.body("Lärgruppen", "Region Sjöland", slug="largruppen")
    for name in ("Karin Lind", "Olle Berg"):
        build.mandate(build.person(name), body)
    review.register_draft(session, draft_of(session, body), by=None, at=AT)
    return body


@pytest.fixture
def report(session: Session, body: Body) -> AnnualReport:
    assert body.id is not None
    return service.begin(session, BY, body_id=body.id, year=2026)
