import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.follow_up import queries
from minutes.follow_up.later_minutes import later
from minutes.follow_up.tables import ActionState, Via
from minutes.follow_up.timeline import timeline
from minutes.people.tables import Body, Role
from minutes.reading.blocks import Source
from minutes.recognition import findings as found
from minutes.review import service as review
from minutes.review.tables import Draft
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import RECOGNITION, draft_of, with_header
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("meeting")
TODAY = dt.date(2026, 11, 22)
SAID = "Karin har skickat listan till rektorerna."
NOT_YET = "Olle har inte hunnit ta upp frågan om lokaler."


@pytest.fixture
def draft(session: Session, body: Body) -> int:
    """Later minutes, which report on both action items."""
    recognition = replace(
        with_header(date=dt.date(2026, 11, 11)),
        actions=(),
        running_text=(
            found.RunningText("1", f"Listan gicks igenom. {SAID}", Source(10, 10)),
            found.RunningText("2", NOT_YET, Source(12, 12)),
        ),
    )
    return draft_of(session, body, recognition=recognition, name="senare.md")


def offers(session: Session, draft: int) -> dict[int, str]:
    found = later(session, session.get_one(Draft, draft), TODAY)
    session.commit()
    return {each.action.id: each.report.passage.text for each in found.offers}


def state(session: Session, action: int) -> ActionState:
    found = queries.action(session, action, TODAY).state
    session.commit()
    return found


def test_both_are_offered_and_nothing_is_closed(session: Session, draft: int) -> None:
    assert offers(session, draft) == {1: SAID, 2: NOT_YET}
    assert state(session, 1) is ActionState.OPEN


def test_minutes_from_before_the_promise_report_nothing(session: Session, body: Body) -> None:
    recognition = replace(
        with_header(date=dt.date(2026, 9, 1)),
        running_text=(found.RunningText("1", SAID, Source(10, 10)),),
    )
    assert offers(session, draft_of(session, body, recognition=recognition, name="f.md")) == {}


def test_another_bodys_minutes_report_nothing(session: Session, build: Builder) -> None:
    other = build.body("Rådet")
    recognition = replace(RECOGNITION, running_text=(found.RunningText("1", SAID, Source(10, 10)),))
    assert offers(session, draft_of(session, other, recognition=recognition, name="r.md")) == {}


def test_the_page_has_both_texts_side_by_side(
    draft: int, body: Body, pages_of: Callable[..., Pages]
) -> None:
    pages = pages_of(Role.SECRETARY, body)
    assert "2 öppna åtgärder från tidigare möten nämns" in text_of(
        pages.open(f"/granskning/{draft}")
    )
    text = text_of(pages.open(f"/granskning/{draft}/uppfoljning"))
    assert "Karin Lind skickar listan till rektorerna senast den 1 november." in text
    assert SAID in text
    assert "Det här låter som att åtgärden inte är klar än." in text


def test_yes_closes_it_and_says_where_that_stands(
    session: Session, draft: int, body: Body, pages_of: Callable[..., Pages]
) -> None:
    pages = pages_of(Role.SECRETARY, body)
    pages.send(f"/granskning/{draft}/uppfoljning/1", {"svar": "klar"})
    assert state(session, 1) is ActionState.DONE
    (event,) = timeline(session, 1)
    session.commit()
    assert event.via is Via.MINUTES
    assert event.note == f"”{SAID}” (2026-11-11, rad 10)"
    assert set(offers(session, draft)) == {2}


def test_it_goes_on_or_gets_a_new_day(
    session: Session, draft: int, body: Body, pages_of: Callable[..., Pages]
) -> None:
    pages = pages_of(Role.SECRETARY, body)
    pages.send(f"/granskning/{draft}/uppfoljning/2", {"svar": "pagar"})
    assert state(session, 2) is ActionState.IN_PROGRESS
    page = pages.send(f"/granskning/{draft}/uppfoljning/1", {"svar": "mer-tid"})
    assert "Välj den nya dagen." in text_of(page)
    assert set(offers(session, draft)) == {1}
    pages.send(f"/granskning/{draft}/uppfoljning/1", {"svar": "mer-tid", "dag": "2030-01-15"})
    assert queries.action(session, 1, TODAY).due == dt.date(2030, 1, 15)


def test_no_changes_nothing_and_is_not_asked_again(
    session: Session, draft: int, body: Body, pages_of: Callable[..., Pages]
) -> None:
    pages = pages_of(Role.SECRETARY, body)
    pages.send(f"/granskning/{draft}/uppfoljning/1", {"svar": "nej"})
    assert state(session, 1) is ActionState.OPEN
    assert set(offers(session, draft)) == {2}
    page = pages.send(f"/granskning/{draft}/uppfoljning/1", {"svar": "klar"})
    assert "Det har redan fått ett svar." in text_of(page)
    assert state(session, 1) is ActionState.OPEN


@pytest.mark.parametrize("form", [{}, {"svar": "kanske"}])
def test_bad_input_is_answered(
    draft: int, body: Body, pages_of: Callable[..., Pages], form: dict[str, str]
) -> None:
    page = pages_of(Role.SECRETARY, body).send(f"/granskning/{draft}/uppfoljning/1", form)
    assert "Välj vad protokollet säger" in text_of(page)


def test_to_others_it_does_not_exist(
    draft: int, build: Builder, pages_of: Callable[..., Pages]
) -> None:
    stranger = pages_of(Role.SECRETARY, build.body())
    path = f"/granskning/{draft}/uppfoljning"
    assert stranger.get(path).status_code == 404
    assert stranger.post(f"{path}/1", {"svar": "klar"}).status_code == 404


def test_another_bodys_decision_is_watched_from_there(
    draft: int, body: Body, pages_of: Callable[..., Pages]
) -> None:
    pages = pages_of(Role.SECRETARY, body)
    page = pages.open(f"/granskning/{draft}/uppfoljning")
    (what,) = page.xpath("//input[@name='vad']/@value")
    assert what == "Budgeten beslutades av nämnden i juni."
    pages.send("/organ/largruppen/bevaka", {"vad": what})
    assert what in text_of(pages.open("/organ/largruppen/nasta-mote"))


def test_what_is_watched_anyhow_is_not_offered_once_more(
    session: Session, body: Body, pages_of: Callable[..., Pages]
) -> None:
    (refusal,) = RECOGNITION.refusals
    watched = found.WatchItem(
        found.WatchKind.DECIDED, "2", refusal.quote, refusal.quote, refusal.source, 0.9, "annans"
    )
    recognition = replace(RECOGNITION, watch_items=(watched,))
    draft = draft_of(session, body, recognition=recognition, name="bevakas.md")
    page = pages_of(Role.SECRETARY, body).open(f"/granskning/{draft}/uppfoljning")
    assert page.xpath("//input[@name='vad']") == []


def test_the_page_takes_as_many_statements_for_many_as_for_few(
    app: Flask, session: Session, draft: int, body: Body, pages_of: Callable[..., Pages]
) -> None:
    pages, numbers = pages_of(Role.SECRETARY, body), []
    for name in ("a.md", "b.md"):
        review.register_draft(
            session,
            draft_of(session, body, name=name),
            by=None,
            at=dt.datetime(2026, 10, 16, tzinfo=dt.UTC),
        )
        with counted(app.extensions["engine"]) as sent:
            pages.open(f"/granskning/{draft}/uppfoljning")
        numbers.append(len(sent))
    assert numbers[0] == numbers[1] <= 9
