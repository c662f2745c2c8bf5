import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.people.tables import Body, Role
from minutes.review import service
from tests.builders import Builder
from tests.pages import Page, Pages, text_of
from tests.review.drafts import AT, RECOGNITION, draft_of, with_header
from tests.statements import counted


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen", slug="largruppen")


@pytest.fixture
def member(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.MEMBER, body)


@pytest.fixture
def record(session: Session) -> Callable[..., int]:
    """A registered meeting: record(body, day)."""

    def recorded(body: Body, day: dt.date = dt.date(2026, 10, 14), name: str = "a") -> int:
        recognition = with_header(date=day, title=f"{body.name} {day}")
        draft_id = draft_of(session, body, recognition=recognition, name=f"{name}{day}.md")
        return service.register_draft(session, draft_id, by=None, at=AT)

    return recorded


def titles(page: Page) -> list[str]:
    return [th.text_content().strip() for th in page.xpath("//tbody/tr/th")]


def test_the_latest_meeting_comes_first(
    member: Pages, record: Callable[..., int], body: Body
) -> None:
    record(body, dt.date(2025, 3, 1))
    record(body, dt.date(2026, 3, 1))
    assert titles(member.open("/moten")) == ["Lärgruppen 2026-03-01", "Lärgruppen 2025-03-01"]


@pytest.mark.parametrize(
    "query,count",
    [
        ("organ=largruppen", 2),
        ("organ=annat", 0),
        ("ar=2025", 1),
        ("status=recorded", 2),
        ("status=published", 0),
        ("q=REKTORERNA", 2),
        ("q=Övriga", 2),
        ("q=100%25", 0),
        ("sida=2", 2),
    ],
)
def test_meetings_are_filtered(
    member: Pages, record: Callable[..., int], body: Body, query: str, count: int
) -> None:
    record(body, dt.date(2025, 3, 1))
    record(body, dt.date(2026, 3, 1))
    assert len(titles(member.open(f"/moten?{query}"))) == count


def test_meetings_of_other_bodies_are_not_listed(
    build: Builder, member: Pages, record: Callable[..., int]
) -> None:
    record(build.body("Hemliga rådet"))
    page = member.open("/moten")
    assert titles(page) == []
    assert "Hemliga rådet" not in text_of(page)


def test_the_list_takes_as_many_statements_for_one_as_for_many(
    app: Flask, member: Pages, record: Callable[..., int], body: Body
) -> None:
    record(body)
    with counted(app.extensions["engine"]) as for_one:
        member.open("/moten")
    for day in range(1, 9):
        record(body, dt.date(2026, 1, day))
    with counted(app.extensions["engine"]) as for_many:
        assert len(titles(member.open("/moten"))) == 9
    assert len(for_one) == len(for_many) <= 4  # one of them finds out who asks


def test_the_page_of_a_meeting_shows_what_its_minutes_say(
    member: Pages, record: Callable[..., int], body: Body
) -> None:
    page = member.open(f"/moten/{record(body)}")
    text = text_of(page)
    for words in (
        "14 oktober 2026, kl. 13.30–15.00",
        "Gröna salen",
        "Närvarande 2 · Förhinder 1",
        "1 Föregående möte",
        "Listan gicks igenom.",
        "Mötena hålls på distans.",
        "Skicka listan till rektorerna",
        "9 december 2026",
    ):
        assert words in text, words


def test_each_decision_and_action_leads_to_its_line(
    member: Pages, record: Callable[..., int], body: Body
) -> None:
    meeting = record(body)
    page = member.open(f"/moten/{meeting}")
    leads = set(page.xpath("//a[@class='source']/@href"))
    assert leads == {f"/moten/{meeting}/kalla#rad-{line}" for line in (8, 9, 12)}
    source = member.open(f"/moten/{meeting}/kalla")
    line = source.xpath("//*[@id='rad-9']")[0]
    assert "Gruppen beslutar att mötena hålls på distans." in line.text_content()


def test_a_meeting_takes_as_many_statements_however_long_it_is(
    app: Flask, session: Session, member: Pages, record: Callable[..., int], body: Body
) -> None:
    short = record(body)
    longer = replace(RECOGNITION, actions=RECOGNITION.actions * 10, items=RECOGNITION.items)
    draft_id = draft_of(session, body, recognition=longer, name="long.md")
    long = service.register_draft(session, draft_id, by=None, at=AT)
    with counted(app.extensions["engine"]) as for_short:
        member.open(f"/moten/{short}")
    with counted(app.extensions["engine"]) as for_long:
        member.open(f"/moten/{long}")
    assert len(for_short) == len(for_long)


def test_the_original_is_saved_and_never_shown(
    member: Pages, record: Callable[..., int], body: Body
) -> None:
    record(body)
    response = member.get("/dokument/1")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.mimetype == "application/octet-stream"
    assert response.data.startswith(b"a2026-10-14.md")


@pytest.mark.parametrize("path", ["/moten/1", "/moten/1/kalla", "/dokument/1"])
def test_a_member_of_another_body_finds_nothing(
    build: Builder,
    pages_of: Callable[..., Pages],
    record: Callable[..., int],
    body: Body,
    path: str,
) -> None:
    record(body)
    assert pages_of(Role.MEMBER, build.body()).get(path).status_code == 404


@pytest.mark.parametrize("path", ["/moten/9", "/moten/9/kalla", "/dokument/9", "/moten?ar=0"])
def test_what_does_not_exist_is_not_found(member: Pages, path: str) -> None:
    assert member.get(path).status_code == 404


def test_the_document_of_a_draft_is_not_for_members(
    session: Session, member: Pages, body: Body
) -> None:
    draft_of(session, body)
    assert member.get("/dokument/1").status_code == 404


def test_a_secretary_takes_a_meeting_back(
    pages_of: Callable[..., Pages], record: Callable[..., int], body: Body
) -> None:
    secretary = pages_of(Role.SECRETARY, body)
    meeting = record(body)
    page = secretary.send(f"/moten/{meeting}/ta-tillbaka")
    assert "utkastet är öppet igen" in text_of(page)
    assert secretary.get(f"/moten/{meeting}").status_code == 404


def test_a_followed_up_meeting_is_not_taken_back(
    pages_of: Callable[..., Pages], record: Callable[..., int], body: Body
) -> None:
    secretary = pages_of(Role.SECRETARY, body)
    meeting = record(body)
    secretary.post("/atgarder/1/klar")
    page = secretary.send(f"/moten/{meeting}/ta-tillbaka")
    assert "kan därför inte tas tillbaka" in text_of(page)
    assert secretary.get(f"/moten/{meeting}").status_code == 200


def test_a_member_cannot_take_a_meeting_back(
    member: Pages, record: Callable[..., int], body: Body
) -> None:
    meeting = record(body)
    assert member.post(f"/moten/{meeting}/ta-tillbaka").status_code == 403
    assert "Blev något fel?" not in text_of(member.open(f"/moten/{meeting}"))
