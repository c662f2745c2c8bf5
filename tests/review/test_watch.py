"""What is decided elsewhere, proposed only, or due at a vague time, as the review shows it."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from minutes.people.tables import Body, Role
from minutes.register.tables import ActionItem, Decision, Item
from minutes.review import queries, service
from minutes.review.tables import DraftFinding, FindingKind, FindingState
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT
from tests.review.test_import import bring

NOTES = """\
# Protokoll från Lärgruppens möte 2026-04-13

**Närvarande:** Karin Ström, Bo Ekdal

## 1. Lokaler

Länsstyrelsen väntas fatta beslut om dispensen i juni.

Kommunen har beslutat om nya taxor.

Bo Ekdal tar fram en lista under hösten.

## 2. Avgiften

Karin Ström föreslår att avgiften höjs.

## 3. Avslutning

Karin Ström avslutade mötet.
""".encode()


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen", "Region Sjöland")


@pytest.fixture
def draft_id(session: Session, body: Body) -> int:
    found = bring(session, NOTES, "a.md", body).draft_id
    assert found is not None
    return found


@pytest.fixture
def secretary(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.SECRETARY, body)


def of_kind(session: Session, draft_id: int, kind: FindingKind) -> list[DraftFinding]:
    session.expire_all()
    return [each for each in queries.findings(session, draft_id) if each.kind is kind]


def act(pages: Pages, session: Session, finding: DraftFinding, name: str, **form: str) -> None:
    form["version"] = str(finding.version)
    path = f"/granskning/{finding.draft_id}/fynd/{finding.id}/{name}"
    session.commit()  # even a reader holds the lock on SQLite
    pages.post(path, form)
    session.expire_all()


def test_the_page_shows_what_is_to_be_watched(secretary: Pages, draft_id: int) -> None:
    page = text_of(secretary.open(f"/granskning/{draft_id}"))
    assert "Kommande beslut" in page
    assert "Länsstyrelsen" in page
    assert "Beslut av ett annat organ" in page


def test_a_proposal_without_a_decision_is_shown_and_not_recorded(
    secretary: Pages, session: Session, draft_id: int
) -> None:
    assert "Förslag utan antecknat beslut" in text_of(secretary.open(f"/granskning/{draft_id}"))
    service.register_draft(session, draft_id, by=None, at=AT)
    assert session.exec(select(Decision)).all() == []
    texts = [item.text for item in session.exec(select(Item))]
    assert any("Karin Ström föreslår att avgiften höjs." in text for text in texts)


def test_one_click_makes_it_a_decision_and_one_takes_it_back(
    secretary: Pages, session: Session, draft_id: int
) -> None:
    (proposal,) = of_kind(session, draft_id, FindingKind.REFUSAL)
    act(secretary, session, proposal, "ta-med")
    (decision,) = of_kind(session, draft_id, FindingKind.DECISION)
    assert decision.content["text"] == "Karin Ström föreslår att avgiften höjs."
    act(secretary, session, decision, "aterstall")
    (again,) = of_kind(session, draft_id, FindingKind.REFUSAL)
    assert again.content["kind"] == "proposal"


def test_a_vague_due_has_a_day_that_one_click_takes(
    secretary: Pages, session: Session, draft_id: int
) -> None:
    (action,) = of_kind(session, draft_id, FindingKind.ACTION)
    assert (action.content["due"], action.content["due_suggested"]) == (None, "2026-11-30")
    page = secretary.open(f"/granskning/{draft_id}")
    assert page.xpath("//button[contains(., 'Sätt 30 november 2026')]")
    act(secretary, session, action, "andra", due="2026-11-30")
    service.register_draft(session, draft_id, by=None, at=AT)
    (item,) = session.exec(select(ActionItem)).all()
    assert (item.due, item.due_text) == (dt.date(2026, 11, 30), "under hösten")


def test_a_suggested_day_that_nobody_took_is_no_due(session: Session, draft_id: int) -> None:
    service.register_draft(session, draft_id, by=None, at=AT)
    (item,) = session.exec(select(ActionItem)).all()
    assert (item.due, item.due_text) == (None, "under hösten")


def test_what_is_watched_can_be_corrected_and_is_found_for_the_meeting(
    secretary: Pages, session: Session, draft_id: int
) -> None:
    coming, decided = of_kind(session, draft_id, FindingKind.WATCH_ITEM)
    act(secretary, session, coming, "andra", check_day="2026-07-01", body="Länsstyrelsen")
    act(secretary, session, decided, "avvisa")
    meeting_id = service.register_draft(session, draft_id, by=None, at=AT)
    (kept,) = queries.watched(session, meeting_id)
    assert kept.content["check_day"] == "2026-07-01"
    assert kept.state is FindingState.ACCEPTED
    assert kept.first_line == 7
