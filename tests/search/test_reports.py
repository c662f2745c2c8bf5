"""A finished årsberättelse is found, by those who read its body's minutes."""

import datetime as dt

import pytest
from sqlmodel import Session

from minutes.annual_report import service
from minutes.annual_report.service import By
from minutes.annual_report.tables import AnnualReport
from minutes.people.tables import Person
from minutes.search import index
from minutes.search.language import wanted
from minutes.search.queries import Asker, found
from tests.review.drafts import AT

BY = By(None, AT, dt.date(2026, 12, 1))


@pytest.fixture
def report(session: Session, meeting: int, karin: Person) -> AnnualReport:
    assert meeting
    assert karin
    return service.begin(session, BY, body_id=1, year=2026)


def test_a_report_is_found_while_it_is_finished(session: Session, report: AnnualReport) -> None:
    assert reports(session, None) == []  # a draft is its writers' own
    service.finish(session, BY, report.id or 0, report.version)
    assert reports(session, None) == ["Årsberättelse 2026 för Lärgruppen"]
    assert reports(session, frozenset({report.body_id + 1})) == []
    assert index.difference(session).is_none
    service.reopen(session, BY, report.id or 0)
    assert reports(session, None) == []
    assert index.difference(session).is_none


def reports(session: Session, visible: frozenset[int] | None) -> list[str]:
    """The headings of the reports that somebody who reads these bodies finds."""
    asker = Asker(1, visible, AT.date())
    rows = found(session, asker, wanted("typ:årsberättelse distans"), 1).rows
    return [row.text.partition("\n")[0] for row in rows if row.meeting_id is None]
