"""A body's settings, and what its page shows of mandates."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlmodel import Session

from minutes import clock
from minutes.people.tables import Body, BodyKind, MeetingWord, Numbering, Regime, Role
from tests.builders import Builder
from tests.pages import Pages, text_of

SETTINGS = {
    "name": "Tekniska nämnden",
    "organisation": "Åsby kommun",
    "kind": "nämnd",
    "meeting_word": "sammanträde",
    "numbering": "år",
    "regime": "kommunallagen",
}


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Nämnden", slug="namnden")


@pytest.fixture
def secretary(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.SECRETARY, body)


def test_a_secretary_says_what_the_body_is(session: Session, secretary: Pages, body: Body) -> None:
    page = secretary.send("/organ/namnden/installningar", SETTINGS)
    assert "Inställningarna är sparade." in text_of(page)
    assert page.xpath("//a[contains(., 'Sammanträden')]/@href") == ["/moten?organ=namnden"]
    session.expire_all()
    assert (body.kind, body.numbering) == (BodyKind.NAMND, Numbering.PER_YEAR)
    assert (body.meeting_word, body.regime) == (MeetingWord.SAMMANTRADE, Regime.KOMMUNALLAGEN)


@pytest.mark.parametrize(
    "wrong,message",
    [
        ({"name": ""}, "Fyll i fältet."),
        ({"name": "x" * 201}, "200 tecken"),
        ({"kind": "klubb"}, "Inte ett giltigt val"),
        ({"name": "Andra", "organisation": "Åsby"}, "Det finns redan ett organ"),
    ],
)
def test_what_cannot_be_saved_is_told(
    build: Builder, secretary: Pages, wrong: dict[str, str], message: str
) -> None:
    build.body("Andra", "Åsby")
    page = secretary.send("/organ/namnden/installningar", {**SETTINGS, **wrong}, status=422)
    assert message in text_of(page)


def test_only_who_reviews_there_may(
    build: Builder, pages_of: Callable[..., Pages], body: Body
) -> None:
    pages_of(Role.CHAIR, body).open("/organ/namnden/installningar", status=403)
    pages_of(Role.SECRETARY, build.body()).open("/organ/namnden/installningar", status=404)
    assert "Inställningar" not in text_of(pages_of(Role.MEMBER, body).open("/organ/namnden"))


def test_former_mandates_are_shown_with_their_days(
    build: Builder, secretary: Pages, body: Body
) -> None:
    build.mandate(build.person("Siv Alm"), body, last_day=date(2024, 12, 31))
    build.mandate(build.person("Bo Ek"), body, first_day=clock.today() + timedelta(days=30))
    page = secretary.open("/organ/namnden")
    assert "Tidigare och kommande uppdrag (2)" in text_of(page)
    assert "2024-12-31" in text_of(page)
