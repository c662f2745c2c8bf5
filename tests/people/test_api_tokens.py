"""Keys for programs, as their owner makes and ends them."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from minutes.people.tables import ApiToken, Person, Role
from tests.builders import Builder
from tests.pages import Pages, text_of


@pytest.fixture
def karin(build: Builder) -> Person:
    person = build.person("Karin Lind")
    build.mandate(person, build.body("Lärgruppen", slug="largruppen"), Role.MEMBER)
    return person


FORM = {"namn": "Diariet", "far": ["read", "follow_up"], "till": "2026-12-31"}


@pytest.fixture
def pages(sign_in: Callable[..., Pages], karin: Person, monkeypatch: pytest.MonkeyPatch) -> Pages:
    monkeypatch.setattr("minutes.clock.today", lambda: date(2026, 11, 2))
    monkeypatch.setattr("minutes.clock.now", lambda: datetime(2026, 11, 2, 9, tzinfo=UTC))
    return sign_in(karin)


def test_a_key_is_shown_once_opens_the_api_and_can_be_ended(pages: Pages, session: Session) -> None:
    page = pages.send("/nycklar", FORM)
    token = page.xpath("string(//input[@id='nyckel']/@value)")
    assert token.startswith("minutes_")
    assert token not in pages.get("/nycklar").text
    listed = text_of(pages.open("/nycklar"))
    assert "Diariet" in listed
    assert "Gäller till och med 31 december 2026." in listed
    assert token not in str(session.exec(select(ApiToken)).one())
    session.commit()
    asked = {"Authorization": f"Bearer {token}"}
    assert pages.get("/api/v1/me", headers=asked).json == {
        "name": "Karin Lind",
        "scopes": ["read", "follow_up"],
    }
    assert "Inga nycklar ännu." in text_of(pages.send("/nycklar/1/ta-bort"))
    assert pages.get("/api/v1/me", headers=asked).status_code == 401


@pytest.mark.parametrize(
    "wrong,said",
    [
        ({"namn": " "}, "Skriv vad nyckeln ska användas till."),
        ({"namn": "x" * 81}, "högst 80 tecken"),
        ({"far": []}, "Välj minst en sak"),
        ({"far": ["allt"]}, "Välj minst en sak"),
        ({"till": "snart"}, "ÅÅÅÅ-MM-DD"),
        ({"till": "2026-11-01"}, "inom ett år"),
        ({"till": "2028-01-01"}, "inom ett år"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    pages: Pages, session: Session, wrong: dict[str, object], said: str
) -> None:
    assert said in text_of(pages.send("/nycklar", {**FORM, **wrong}, status=422))
    assert session.exec(select(ApiToken)).all() == []


def test_nobody_ends_the_key_of_another(
    pages: Pages, build: Builder, sign_in: Callable[..., Pages], session: Session
) -> None:
    pages.send("/nycklar", FORM)
    assert sign_in(build.person()).post("/nycklar/1/ta-bort").status_code == 404
    assert len(session.exec(select(ApiToken)).all()) == 1


def test_there_is_an_end_to_how_many_one_may_have(pages: Pages) -> None:
    for _ in range(20):
        pages.send("/nycklar", FORM)
    assert "redan 20 nycklar" in text_of(pages.send("/nycklar", FORM, status=422))
