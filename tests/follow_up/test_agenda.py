import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.errors import Refused, StepNotAllowed
from minutes.follow_up import agenda, agenda_service, queries
from minutes.follow_up.agenda_service import By
from minutes.follow_up.referrals import demand_step
from minutes.follow_up.tables import ActionState, ReferralState, WatchState
from minutes.people.tables import Body, Role
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT
from tests.statements import counted

SENT, ANSWERED, CLOSED, WITHDRAWN = ReferralState
BY = By(None, AT)
TODAY = AT.date()
TABLE = {(SENT, ANSWERED), (SENT, WITHDRAWN), (ANSWERED, CLOSED), (ANSWERED, SENT)}


@pytest.mark.parametrize("state", ReferralState)
@pytest.mark.parametrize("to", ReferralState)
def test_every_step_from_every_state(state: ReferralState, to: ReferralState) -> None:
    if (state, to) in TABLE:
        demand_step(state, to)
    else:
        with pytest.raises(StepNotAllowed):
            demand_step(state, to)


@pytest.fixture
def council(build: Builder) -> Body:
    return build.body("Utbildningsrådet", slug="radet")


@pytest.fixture
def asked(session: Session, body: Body, council: Body) -> int:
    """A question of the group to the council."""
    made = agenda_service.refer(
        session,
        BY,
        question="Kan rådet stå för lokalen?",
        from_body=body.id or 0,
        to_body=council.id or 0,
    )
    return made.id or 0


def found(session: Session, of: Body) -> agenda.Agenda:
    session.expire_all()
    made = agenda.agenda(session, of.id or 0, TODAY)
    session.commit()
    return made


def test_a_question_lies_on_the_receivers_agenda_and_returns_with_the_answer(
    session: Session, body: Body, council: Body, asked: int
) -> None:
    assert [row.id for row in found(session, council).received] == [asked]
    assert [row.id for row in found(session, body).with_others] == [asked]
    agenda_service.answer(session, BY, asked, "Ja, från mars.")
    assert not found(session, council).received
    assert [row.answer for row in found(session, body).returned] == ["Ja, från mars."]
    agenda_service.close(session, BY, asked)
    assert not found(session, body).returned
    assert [row.state for row in found(session, body).ended] == [CLOSED]


def test_an_answer_that_is_not_enough_goes_back(
    session: Session, council: Body, asked: int
) -> None:
    agenda_service.answer(session, BY, asked, "Kanske.")
    agenda_service.send_again(session, BY, asked)
    assert [row.id for row in found(session, council).received] == [asked]


def test_nothing_is_asked_of_oneself_and_nothing_without_words(
    session: Session, body: Body, council: Body
) -> None:
    one, other = body.id or 0, council.id or 0
    for question, to in (("Hur?", one), ("  ", other), ("x" * 5000, other)):
        with pytest.raises(Refused):
            agenda_service.refer(session, BY, question=question, from_body=one, to_body=to)


@pytest.mark.usefixtures("meeting")
class TestOfAnActionItem:
    def state(self, session: Session) -> ActionState:
        session.expire_all()
        found = queries.action(session, 1, TODAY).state
        session.commit()
        return found

    def test_it_waits_until_the_other_body_has_answered(
        self, session: Session, body: Body, council: Body, pages_of: Callable[..., Pages]
    ) -> None:
        group, other = pages_of(Role.SECRETARY, body), pages_of(Role.CHAIR, council)
        (form,) = group.open("/atgarder/1").xpath("//form[contains(@action, 'hanskjut')]")
        sent = {"till": "radet", "fraga": form.xpath(".//textarea")[0].text}
        assert "(Lärgruppen 2026-10-14)" in sent["fraga"]
        group.send("/atgarder/1/hanskjut", sent)
        assert self.state(session) is ActionState.WAITING
        assert "Frågan ligger hos Utbildningsrådet." in text_of(group.open("/atgarder/1"))
        other.send("/hanskjutna/1/besvara", {"svar": "Ja, från mars."})
        assert self.state(session) is ActionState.IN_PROGRESS
        assert "Utbildningsrådet har svarat: Ja, från mars." in text_of(group.open("/atgarder/1"))
        group.send("/hanskjutna/1/igen")
        assert self.state(session) is ActionState.WAITING
        group.send("/hanskjutna/1/aterta")
        assert self.state(session) is ActionState.IN_PROGRESS

    def test_one_that_is_done_meanwhile_stays_so_and_keeps_the_answer(
        self, session: Session, body: Body, council: Body, pages_of: Callable[..., Pages]
    ) -> None:
        group = pages_of(Role.SECRETARY, body)
        group.send("/atgarder/1/hanskjut", {"till": "radet", "fraga": "Får vi?"})
        group.send("/atgarder/1/klar", {})
        agenda_service.answer(session, BY, 1, "x" * 3999)
        assert self.state(session) is ActionState.DONE
        assert "har svarat: xxx" in text_of(group.open("/atgarder/1"))

    def test_a_member_does_not_refer(
        self, body: Body, council: Body, pages_of: Callable[..., Pages]
    ) -> None:
        form = {"till": "radet", "fraga": "Får vi?"}
        assert pages_of(Role.MEMBER, body).post("/atgarder/1/hanskjut", form).status_code == 403


class TestWatching:
    def watch(self, session: Session, body: Body, day: dt.date | None = None) -> int:
        made = agenda_service.watch(
            session, BY, body_id=body.id or 0, what="Regionens budget", check_day=day
        )
        return made.id or 0

    def test_it_is_watched_until_it_has_come(self, session: Session, body: Body) -> None:
        first = self.watch(session, body, TODAY)
        second = self.watch(session, body)
        assert [row.id for row in found(session, body).watched] == [first, second]
        agenda_service.came(session, BY, first, on=TODAY, outcome="Antagen")
        made = found(session, body)
        assert [row.id for row in made.watched] == [second]
        assert [row.state for row in made.came] == [WatchState.CAME]
        with pytest.raises(StepNotAllowed):
            agenda_service.stop_watching(session, BY, first)

    def test_it_is_asked_about_later(self, session: Session, body: Body) -> None:
        watch = self.watch(session, body, TODAY)
        agenda_service.check_later(session, BY, watch, TODAY + dt.timedelta(days=7))
        assert found(session, body).watched[0].check_day == TODAY + dt.timedelta(days=7)
        with pytest.raises(Refused):
            agenda_service.check_later(session, BY, watch, TODAY - dt.timedelta(days=7))

    def test_the_day_is_that_of_sweden_late_in_the_evening(
        self, session: Session, body: Body
    ) -> None:
        by = By(None, dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC))
        agenda_service.came(session, by, self.watch(session, body), on=dt.date(2026, 11, 23))
        assert not found(session, body).watched

    def test_it_cannot_have_come_on_a_day_to_come(self, session: Session, body: Body) -> None:
        with pytest.raises(Refused):
            agenda_service.came(
                session, BY, self.watch(session, body), on=TODAY + dt.timedelta(days=1)
            )


@pytest.mark.usefixtures("meeting")
class TestPages:
    def test_from_question_to_answer(
        self, body: Body, council: Body, pages_of: Callable[..., Pages]
    ) -> None:
        group, other = pages_of(Role.SECRETARY, body), pages_of(Role.CHAIR, council)
        page = group.send("/organ/largruppen/hanskjut", {"till": "radet", "fraga": "Får vi?"})
        assert "Får vi?" in text_of(page)
        assert "1 punkt från andra organ" in text_of(other.open("/organ/radet"))
        other.send("/hanskjutna/1/besvara", {"svar": "Ja"})
        assert "1 punkt från andra organ" in text_of(group.open("/organ/largruppen"))
        assert "Frågan är avslutad." in text_of(group.send("/hanskjutna/1/avsluta"))

    def test_each_body_takes_its_own_steps(
        self, body: Body, council: Body, asked: int, pages_of: Callable[..., Pages]
    ) -> None:
        group, other = pages_of(Role.SECRETARY, body), pages_of(Role.SECRETARY, council)
        assert group.post(f"/hanskjutna/{asked}/besvara", {"svar": "Ja"}).status_code == 404
        assert other.post(f"/hanskjutna/{asked}/aterta").status_code == 404

    def test_watching_by_hand(self, body: Body, pages_of: Callable[..., Pages]) -> None:
        pages = pages_of(Role.SECRETARY, body)
        form = {"vad": "Budgeten för 2027", "vems": "Regionfullmäktige", "dag": "2026-12-01"}
        assert "Regionfullmäktige" in text_of(pages.send("/organ/largruppen/bevaka", form))
        page = pages.send("/bevakningar/1/kommit", {"utfall": "Antagen", "dag": "2026-11-01"})
        assert "Har kommit" in text_of(page)

    @pytest.mark.parametrize(
        "path,form,said",
        [
            ("/organ/largruppen/hanskjut", {"till": "finns-inte", "fraga": "x"}, "Organet finns"),
            ("/organ/largruppen/hanskjut", {"till": "radet"}, "ta ställning till"),
            ("/organ/largruppen/bevaka", {"vad": ""}, "Skriv vilket beslut"),
            ("/organ/largruppen/bevaka", {"vad": "x", "dag": "snart"}, "ÅÅÅÅ-MM-DD"),
        ],
    )
    def test_bad_input_is_answered(
        self,
        body: Body,
        council: Body,
        pages_of: Callable[..., Pages],
        path: str,
        form: dict[str, str],
        said: str,
    ) -> None:
        assert said in text_of(pages_of(Role.SECRETARY, body).send(path, form))

    def test_a_member_reads_and_changes_nothing(
        self, body: Body, council: Body, pages_of: Callable[..., Pages]
    ) -> None:
        member = pages_of(Role.MEMBER, body)
        member.open("/organ/largruppen/nasta-mote")
        form = {"till": "radet", "fraga": "Får vi?"}
        assert member.post("/organ/largruppen/hanskjut", form).status_code == 403
        assert member.get("/organ/radet/nasta-mote").status_code == 404

    def test_the_page_takes_as_many_statements_for_many_points_as_for_few(
        self, app: Flask, session: Session, body: Body, asked: int, pages_of: Callable[..., Pages]
    ) -> None:
        pages, numbers = pages_of(Role.SECRETARY, body), []
        for _ in range(2):
            for what in ("Budget", "Lokaler", "Taxa"):
                agenda_service.watch(session, BY, body_id=body.id or 0, what=what)
            with counted(app.extensions["engine"]) as sent:
                pages.open("/organ/largruppen/nasta-mote")
            numbers.append(len(sent))
        assert numbers[0] == numbers[1] <= 9
