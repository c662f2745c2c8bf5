"""The text of a public page is made when it is published, and kept as long as it stands."""

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlmodel import Session, select

from minutes.publication import page_text, public_queries, publishing
from minutes.publication.jobs import keep_page_texts
from minutes.publication.tables import PageText
from minutes.settings import Settings
from tests.pages import Pages
from tests.publication.world import SECRET, World
from tests.statements import counted

MEETING = "/protokoll/largruppen/2026-10-14"


def kept(session: Session) -> list[PageText]:
    """All that is kept."""
    session.rollback()
    return list(session.exec(select(PageText).order_by(sa.text("language"))))


def test_a_page_is_answered_by_what_was_kept(app: Flask, anonymous: Pages, world: World) -> None:
    world.published()
    english, swedish = kept(world.session)
    assert (english.language, swedish.language) == ("en", "sv")
    with counted(app.extensions["engine"]) as statements:
        page = anonymous.get(MEETING).text
    assert len(statements) == 1
    for part in (swedish.facts, swedish.minutes, swedish.aside):
        assert part in page
    assert "Närvarande" in swedish.facts
    assert "Present" in english.facts


def test_what_is_kept_has_nothing_that_is_masked(world: World) -> None:
    world.published()
    for each in kept(world.session):
        for secret in (*SECRET, "Ekman", "640823"):
            assert secret not in each.facts + each.minutes + each.aside + each.summary


def test_the_text_of_other_templates_is_not_shown_and_is_made_again(
    app: Flask,
    anonymous: Pages,
    world: World,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world.published()
    before = anonymous.get(MEETING).text
    world.session.execute(sa.update(PageText).values(facts="Gammalt"))
    world.session.commit()
    for module in (page_text, public_queries):
        monkeypatch.setattr(module, "made_with", lambda: "nya")
    assert anonymous.get(f"{MEETING}?ny=1").text.replace("?ny=1", "") == before
    with counted(app.extensions["engine"]) as statements:  # only the first reader waits
        assert anonymous.get(f"{MEETING}?ny=2").text.replace("?ny=2", "") == before
    assert len(statements) == 1
    assert keep_page_texts(world.session, settings) == "1 sida gjordes om."
    assert {each.made_with for each in kept(world.session)} == {"nya"}
    assert len(kept(world.session)) == 2
    assert keep_page_texts(world.session, settings) == "0 sidor gjordes om."


def test_nothing_is_kept_of_what_does_not_stand(world: World, settings: Settings) -> None:
    world.published()
    publishing.withdraw(world.session, world.meeting_id, "Ett namn stod kvar.", world.by())
    assert kept(world.session) == []
    keep_page_texts(world.session, settings)
    assert kept(world.session) == []
    world.publish()
    assert len(kept(world.session)) == 2
