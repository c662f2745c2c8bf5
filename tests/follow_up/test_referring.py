"""Which sentences refer a question to another body, and what the secretary is offered."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlmodel import Session

from minutes.follow_up import agenda, agenda_service, later_minutes
from minutes.follow_up import queries as actions
from minutes.follow_up.matching import Passage
from minutes.follow_up.referring import Receiver, referred
from minutes.follow_up.tables import ActionState
from minutes.people.tables import Body, Role
from minutes.reading.blocks import Source
from minutes.recognition import findings as found
from minutes.review import queries as drafts
from minutes.review import service as review
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT, RECOGNITION, draft_of

BOARD = Receiver(1, "styrelsen", "Föreningens styrelse", "Sjöföreningen")
COUNCIL = Receiver(2, "radet", "Utbildningsrådet", "Region Sjöland")
SHORT = Receiver(3, "lar-st", "LÄR-ST", "Region Sjöland")
OTHER = Receiver(4, "namnden", "Lärnämnden", "Region Sjöland")


def to(sentence: str) -> list[str]:
    passages, bodies = [Passage(sentence, 4)], [BOARD, COUNCIL, SHORT, OTHER]
    return [each.to.slug for each in referred(passages, bodies, "Sjöföreningen")]


@pytest.mark.parametrize(
    "sentence,receiver",
    [
        ("Frågan hänskjuts till styrelsen.", "styrelsen"),
        ("Mötet beslutar att hänskjuta frågan om lokaler till Utbildningsrådet.", "radet"),
        ("Ärendet återremitteras till Utbildningsrådet för beredning.", "radet"),
        ("Karin tar frågan tillbaka till LÄR-ST, punkten diskuteras vidare i gruppen.", "lar-st"),
        ("Olle lyfter frågorna om schemat till Utbildningsrådet.", "radet"),
        ("Punkten tas vidare till LÄR-ST.", "lar-st"),
    ],
)
def test_a_question_that_is_handed_on(sentence: str, receiver: str) -> None:
    assert to(sentence) == [receiver]


@pytest.mark.parametrize(
    "sentence",
    [
        "Karin tar med sig kaffe till Utbildningsrådet.",
        "Frågan hänskjuts till nästa möte.",
        "Frågan har tidigare hänskjutits till Utbildningsrådet.",
        "Frågan bör hänskjutas till Utbildningsrådet.",
        "Ska frågan hänskjutas till Utbildningsrådet?",
        "Frågan hänskjuts inte till styrelsen.",
        "Frågan hänskjuts till nämnden.",  # another organisation's
        "Frågan hänskjuts till Utbildningsrådets sekreterare.",
        "Karin tar frågan vidare.",
        "Olle lämnar nycklarna till styrelsen.",
        "Karin föreslår att frågan hänskjuts till styrelsen.",
    ],
)
def test_what_is_no_referral(sentence: str) -> None:
    assert to(sentence) == []


def test_a_short_name_that_could_be_two_bodies_is_none() -> None:
    two = [BOARD, replace(BOARD, id=9, name="Stiftelsens styrelse")]
    assert not referred([Passage("Frågan hänskjuts till styrelsen.", 4)], two, "Sjöföreningen")


SAID = "Frågan om lokaler hänskjuts till Utbildningsrådet."


class TestAtReview:
    @pytest.fixture
    def council(self, build: Builder) -> Body:
        return build.body("Utbildningsrådet", slug="radet")

    @pytest.fixture
    def draft_id(self, session: Session, body: Body, council: Body) -> int:
        text = found.RunningText("1", SAID, Source(10, 10))
        return draft_of(session, body, recognition=replace(RECOGNITION, running_text=(text,)))

    def test_one_click_lays_it_on_the_other_bodys_agenda_and_it_is_offered_no_more(
        self,
        session: Session,
        body: Body,
        council: Body,
        draft_id: int,
        pages_of: Callable[..., Pages],
    ) -> None:
        pages = pages_of(Role.SECRETARY, body)
        assert "en fråga till ett annat organ" in text_of(pages.open(f"/granskning/{draft_id}"))
        here = f"/granskning/{draft_id}/uppfoljning"
        (form,) = pages.open(here).xpath("//form[contains(@action, 'hanskjut')]")
        sent = {each.name: each.value for each in form.xpath(".//input")}
        assert SAID not in text_of(pages.send("/organ/largruppen/hanskjut", sent))
        session.expire_all()
        (row,) = agenda.agenda(session, council.id or 0, AT.date()).received
        assert row.question == f"{SAID} (Lärgruppen 2026-10-14, rad 10)"
        session.commit()

    def test_the_action_item_of_the_same_sentence_waits_for_the_answer(
        self, session: Session, body: Body, council: Body, build: Builder
    ) -> None:
        said = "Karin Lind tar frågan om lokaler vidare till Utbildningsrådet."
        action = replace(RECOGNITION.actions[0], quote=said)
        rest = RECOGNITION.actions[1:]
        draft_id = draft_of(
            session, body, recognition=replace(RECOGNITION, actions=(action, *rest))
        )
        question, by = f"{said} (Lärgruppen 2026-10-14, rad 10)", agenda_service.By(None, AT)
        asked = agenda_service.refer(
            session, by, question=question, from_body=body.id or 0, to_body=council.id or 0
        )
        review.register_draft(session, draft_id, by=None, at=AT)
        session.refresh(asked)
        assert asked.action_item_id == 1
        assert actions.action(session, 1, AT.date()).state is ActionState.WAITING
        assert actions.action(session, 2, AT.date()).state is ActionState.OPEN
        session.rollback()

    def test_a_body_does_not_refer_to_itself(
        self, session: Session, council: Body, draft_id: int
    ) -> None:
        draft = drafts.draft(session, draft_id)
        draft.body_id = council.id
        assert later_minutes.later(session, draft, AT.date()).referred == []
        session.rollback()
