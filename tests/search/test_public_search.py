"""The search of the public site: word forms, filters, and that what is masked is not found."""

from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from minutes.people.tables import Role
from minutes.publication import publishing
from minutes.publication.tables import Audience
from minutes.search import index
from minutes.search.tables import PublicSearchEntry
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.publication.world import SECRET, World
from tests.statements import counted

MEETING = "/protokoll/largruppen/2026-10-14"


@pytest.fixture
def world(app: Flask, session: Session, build: Builder) -> World:
    assert app  # it keeps the index
    return World(session, build)


def hits(pages: Pages, query: str) -> list[str]:
    page = pages.open(f"/protokoll/sok?{query}")
    return [str(each) for each in page.xpath("//li[@class='hit']//a/@href")]


@pytest.mark.parametrize(
    "query",
    ["q=stugan", "q=stuga", "q=stugornas", "q=stug*", 'q="städas av föreningen"', "q=STÄDAR"],
)
def test_forms_of_words_are_found(anonymous: Pages, world: World, query: str) -> None:
    world.published()
    assert f"{MEETING}#p2" in hits(anonymous, query)


def test_what_is_found_can_be_narrowed(anonymous: Pages, world: World) -> None:
    world.published()
    assert hits(anonymous, "q=distans&typ=beslut") == [f"{MEETING}#p1"]
    assert hits(anonymous, "q=typ:beslut") == [f"{MEETING}#p1"]
    assert hits(anonymous, "q=distans&ar=2026&organ=largruppen")
    assert hits(anonymous, "q=distans&ar=2025") == []
    assert hits(anonymous, "q=distans&organ=radet") == []
    assert hits(anonymous, "q=distans -grupp") == []
    assert hits(anonymous, "q=Sara&typ=möte") == [MEETING]
    assert len(hits(anonymous, "organ=largruppen")) >= 4


def test_what_is_masked_is_found_by_nobody(
    anonymous: Pages, world: World, pages_of: Callable[..., Pages]
) -> None:
    world.published()
    for reader in (anonymous, pages_of(Role.SECRETARY, world.body)):
        for secret in SECRET:
            assert hits(reader, f'q="{secret}"') == []
            for word in secret.replace("@", " ").replace("-", " ").split():
                if word.lower() not in ("example", "se"):
                    assert hits(reader, f"q={word}") == [], word
    kept = " ".join(each.stems for each in world.session.exec(select(PublicSearchEntry)))
    assert "ekman" not in kept
    assert "640823" not in kept


def test_what_is_not_for_the_reader_is_not_found(
    anonymous: Pages, world: World, pages_of: Callable[..., Pages], build: Builder
) -> None:
    world.rules(audience=Audience.MEMBERS)
    world.answer()
    world.publish()
    assert hits(anonymous, "q=stugan") == []
    assert hits(pages_of(Role.SECRETARY, build.body()), "q=stugan") == []
    assert hits(pages_of(Role.MEMBER, world.body), "q=stugan")


def test_what_is_taken_back_is_not_found(anonymous: Pages, world: World, session: Session) -> None:
    world.published()
    publishing.withdraw(session, world.meeting_id, "Ett namn stod kvar.", world.by())
    assert hits(anonymous, "q=stugan") == []
    assert session.exec(select(PublicSearchEntry)).all() == []


def test_the_index_can_be_made_again(world: World, session: Session) -> None:
    world.published()
    assert index.difference(session).is_none
    session.delete(session.exec(select(PublicSearchEntry)).first())
    session.flush()
    assert index.difference(session).missing == 1
    index.rebuild(session)
    assert index.difference(session).is_none


def test_what_members_can_ask_for_is_no_filter_here(anonymous: Pages, world: World) -> None:
    world.published()
    for asked in ("ägare:Karin", "är:öppen", "distans är:klar", "typ:åtgärd", "typ:handling"):
        text = text_of(anonymous.open(f"/protokoll/sok?q={asked}"))
        assert "Åtgärder, handlingar och årsberättelser går inte att söka" in text, asked
    assert hits(anonymous, "q=distans är:klar") == hits(anonymous, "q=distans")


def test_words_in_a_row_can_be_kept_out(anonymous: Pages, world: World) -> None:
    world.published()
    assert f"{MEETING}#p2" in hits(anonymous, "q=stugan")
    assert f"{MEETING}#p2" not in hits(anonymous, 'q=stugan -"städas av föreningen"')


def test_the_search_asks_little_of_the_database(app: Flask, anonymous: Pages, world: World) -> None:
    world.published()
    with counted(app.extensions["engine"]) as statements:
        anonymous.open("/protokoll/sok?q=stugan")
    assert len(statements) == 4  # which they are and what they say, among others


@pytest.mark.usefixtures("world")
@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=400), page=st.text(max_size=12))
def test_whatever_is_typed_is_answered(anonymous: Pages, typed: str, page: str) -> None:
    answer = anonymous.get(
        "/protokoll/sok", query_string={"q": typed, "sida": page, "organ": typed, "ar": page}
    )
    assert answer.status_code == (400 if "\0" in typed + page else 200)
