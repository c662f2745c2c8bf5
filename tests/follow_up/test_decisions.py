import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from minutes.audit.tables import AuditEvent
from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.follow_up import decision_queries, decision_service
from minutes.follow_up.decisions import NEXT, calls_for_execution, demand_step, present
from minutes.follow_up.tables import DecisionEvent, DecisionNow
from minutes.follow_up.tables import DecisionState as State
from minutes.people.tables import Body, Person, Role
from minutes.register.tables import Decision
from minutes.review import service as review
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT, draft_of
from tests.statements import counted

IN_FORCE, NOT_EXECUTED, EXECUTED, REVOKED, REPLACED = State
OPEN = (IN_FORCE, NOT_EXECUTED, EXECUTED)
PAGE = "/beslut/1"


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("to", State)
def test_every_step_from_every_state(state: State, to: State) -> None:
    allowed = to is not state if state in OPEN else to is IN_FORCE
    if allowed:
        demand_step(state, to)
    else:
        with pytest.raises(StepNotAllowed):
            demand_step(state, to)


@given(st.lists(st.sampled_from([*State, None]), max_size=10))
def test_whatever_happens_the_last_state_that_was_said_holds(wanted: list[State | None]) -> None:
    events, now = [], IN_FORCE
    for state in wanted:
        if state is None or state in NEXT[now]:
            events.append(DecisionEvent(decision_id=1, state=state, at=AT))
            now = state or now
    assert present(1, events).state is now


@pytest.mark.parametrize(
    "words",
    [
        "Nämnden ger förvaltningen i uppdrag att ta fram en plan.",
        "Styrelsen uppdrar åt kassören att begära in offerter.",
        "Direktören ska återkomma med en redovisning i mars.",
        "Avtalet skall upphandlas under året.",
    ],
)
def test_words_that_order_something(words: str) -> None:
    assert calls_for_execution(words)


@pytest.mark.parametrize(
    "words",
    [
        "Nämnden godkänner rapporten och lägger den till handlingarna.",
        "Gruppen beslutar att mötena hålls på distans.",
        "Årsmötet fastställer medlemsavgiften till 200 kronor.",
        "Förslaget avslås.",
    ],
)
def test_words_that_order_nothing(words: str) -> None:
    assert not calls_for_execution(words)


@pytest.mark.usefixtures("meeting")
class TestMarking:
    def mark(self, session: Session, state: State, **said: object) -> None:
        decision_service.mark(session, 1, state, by=None, at=AT, **said)  # type: ignore[arg-type]

    def test_it_is_in_force_until_something_is_said(self, session: Session) -> None:
        assert decision_queries.decision(session, 1).state is IN_FORCE

    def test_executed_with_day_and_reference(self, session: Session) -> None:
        day = dt.date(2026, 10, 12)
        self.mark(session, EXECUTED, day=day, reference="Avtal 12/2026")
        row = decision_queries.decision(session, 1)
        assert (row.state, row.day, row.reference) == (EXECUTED, day, "Avtal 12/2026")

    def test_it_is_written_down(self, session: Session) -> None:
        self.mark(session, REVOKED)
        event = session.exec(select(AuditEvent).order_by(col(AuditEvent.id).desc())).first()
        assert event is not None
        assert (event.act, event.subject) == ("decision.revoked", "decision:1")

    def test_it_cannot_have_been_executed_on_a_day_to_come(self, session: Session) -> None:
        with pytest.raises(Refused):
            self.mark(session, EXECUTED, day=AT.date() + dt.timedelta(days=1))

    def test_replaced_says_by_what(self, session: Session) -> None:
        with pytest.raises(Refused):
            self.mark(session, REPLACED)
        with pytest.raises(Refused):
            self.mark(session, REPLACED, replaced_by=1)
        with pytest.raises(Refused):
            self.mark(session, REPLACED, replaced_by=99)
        self.mark(session, REPLACED, reference="§ 14 den 2 mars")

    def test_what_is_not_there(self, session: Session) -> None:
        with pytest.raises(NotFound):
            decision_service.mark(session, 99, EXECUTED, by=None, at=AT)

    def test_what_is_stored_is_what_the_events_make(self, session: Session) -> None:
        self.mark(session, NOT_EXECUTED)
        decision_service.comment(session, 1, text="Väntar på svar", by=None, at=AT)
        self.mark(session, EXECUTED, reference="Klart")
        events = session.exec(select(DecisionEvent).order_by(col(DecisionEvent.id))).all()
        stored = session.exec(select(DecisionNow)).one()
        assert stored.model_dump() == present(1, events).model_dump()

    def test_followed_up_minutes_are_not_taken_back(self, session: Session, meeting: int) -> None:
        self.mark(session, EXECUTED)
        with pytest.raises(Refused):
            review.take_back(session, meeting, by=None, at=AT)


@pytest.mark.usefixtures("meeting")
class TestPage:
    def test_the_secretary_says_how_it_stands(
        self, session: Session, body: Body, pages_of: Callable[..., Pages]
    ) -> None:
        form = {"lage": "executed", "dag": "2026-10-20", "hanvisning": "Protokoll § 3"}
        page = pages_of(Role.SECRETARY, body).send(f"{PAGE}/lage", form)
        assert "Verkställt" in text_of(page)
        assert "Protokoll § 3" in text_of(page)
        assert decision_queries.decision(session, 1).state is EXECUTED

    @pytest.mark.parametrize(
        "form,said",
        [
            ({}, "Välj hur beslutet står."),
            ({"lage": "executed", "dag": "i går"}, "Skriv dagen som ÅÅÅÅ-MM-DD"),
            ({"lage": "replaced"}, "Skriv vilket beslut som ersätter"),
            ({"lage": "in_force"}, "redan markerat som gäller"),
        ],
    )
    def test_bad_input_is_answered(
        self, body: Body, pages_of: Callable[..., Pages], form: dict[str, str], said: str
    ) -> None:
        assert said in text_of(pages_of(Role.SECRETARY, body).send(f"{PAGE}/lage", form))

    def test_a_later_decision_replaces_it(
        self, session: Session, body: Body, pages_of: Callable[..., Pages]
    ) -> None:
        review.register_draft(session, draft_of(session, body, name="2.md"), by=None, at=AT)
        form = {"lage": "replaced", "ersatt-av": "2"}
        page = pages_of(Role.CHAIR, body).send(f"{PAGE}/lage", form)
        assert page.xpath("//a[@href='/beslut/2']")

    def test_a_member_may_comment_and_not_mark(
        self, session: Session, sign_in: Callable[..., Pages], karin: Person
    ) -> None:
        pages = sign_in(karin)
        page = pages.send(f"{PAGE}/kommentera", {"kommentar": "Gjort i går"})
        assert "Gjort i går" in text_of(page)
        assert pages.post(f"{PAGE}/lage", {"lage": "revoked"}).status_code == 403

    def test_to_a_stranger_it_does_not_exist(
        self, build: Builder, pages_of: Callable[..., Pages]
    ) -> None:
        stranger = pages_of(Role.SECRETARY, build.body())
        assert stranger.get(PAGE).status_code == 404
        assert stranger.post(f"{PAGE}/lage", {"lage": "revoked"}).status_code == 404

    def test_the_meeting_shows_how_it_stands(
        self, session: Session, body: Body, pages_of: Callable[..., Pages]
    ) -> None:
        decision_service.mark(session, 1, REVOKED, by=None, at=AT)
        assert "Upphävt" in text_of(pages_of(Role.MEMBER, body).open("/moten/1"))

    def test_the_page_takes_as_many_statements_after_many_events_as_after_one(
        self, app: Flask, session: Session, body: Body, pages_of: Callable[..., Pages]
    ) -> None:
        pages, numbers = pages_of(Role.SECRETARY, body), []
        for _ in range(2):
            decision_service.comment(session, 1, text="Nytt", by=None, at=AT)
            with counted(app.extensions["engine"]) as sent:
                pages.open(PAGE)
            numbers.append(len(sent))
        assert numbers[0] == numbers[1] <= 4


def test_a_decision_that_orders_something_is_proposed_until_somebody_says_how_it_stands(
    session: Session, body: Body, meeting: int
) -> None:
    decision = session.get_one(Decision, 1)
    decision.quote = "Gruppen ger sekreteraren i uppdrag att boka lokal."
    session.add(decision)
    session.commit()
    assert body.id is not None
    waiting = decision_queries.not_executed(session, body.id, None)
    assert ([r.id for r in waiting.marked], [r.id for r in waiting.perhaps]) == ([], [1])
    decision_service.mark(session, 1, NOT_EXECUTED, by=None, at=AT)
    waiting = decision_queries.not_executed(session, body.id, 2026)
    assert ([r.id for r in waiting.marked], [r.id for r in waiting.perhaps]) == ([1], [])
    assert not decision_queries.not_executed(session, body.id, 2025).marked
