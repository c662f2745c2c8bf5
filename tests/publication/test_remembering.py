"""What the application has answered is remembered, and nothing stale is ever answered."""

from collections.abc import Callable

import pytest
from flask import Flask

from minutes.audit import service as audit
from minutes.publication import publishing, remembering, service
from minutes.publication.look import Choice, Kind
from minutes.publication.remembering import Answer, Memory
from minutes.publication.service import Answer as Chosen
from tests.pages import Pages
from tests.publication.world import World
from tests.statements import counted

MEETING = "/protokoll/largruppen/2026-10-14"


@pytest.fixture
def asker(app: Flask) -> Pages:
    """A browser with a cookie, so that no page is kept for it in front of the application."""
    pages = Pages(app)
    pages.set_cookie("annan", "1")
    return pages


def test_who_sends_a_cookie_is_answered_from_memory(app: Flask, asker: Pages, world: World) -> None:
    world.published()
    for path in (MEETING, "/protokoll/largruppen", "/protokoll", "/protokoll/sok?q=stugan"):
        first = asker.get(path)
        with counted(app.extensions["engine"]) as statements:
            second = asker.get(path)
        assert statements == []
        assert second.data == first.data
        assert second.headers["ETag"] == first.headers["ETag"]
        assert second.headers["Vary"] == first.headers["Vary"]
        assert second.headers["X-Request-ID"] != first.headers["X-Request-ID"]
        known = {"If-None-Match": first.headers["ETag"]}
        assert asker.get(path, headers=known).status_code == 304


def test_what_is_taken_back_is_gone_at_once(asker: Pages, world: World) -> None:
    world.published()
    for path in (MEETING, "/protokoll", f"{MEETING}/protokoll.pdf"):
        assert asker.get(path).status_code == 200
    publishing.withdraw(world.session, world.meeting_id, "Ett namn stod kvar.", world.by())
    assert asker.get(MEETING).status_code == 410
    assert asker.get(f"{MEETING}/protokoll.pdf").status_code == 410
    assert "largruppen" not in asker.get("/protokoll").text


def test_what_is_masked_later_is_gone_at_once(asker: Pages, world: World) -> None:
    world.published()
    paths = (MEETING, "/protokoll/sok?q=föreningen", "/protokoll/data/2026.json")
    for path in paths:
        assert "föreningen" in asker.get(path).text, path
    answers = [
        Chosen(each.finding.words, each.finding.kind, Choice.MASK) for each in world.prepared.looked
    ]
    answers.append(Chosen("föreningen", Kind.OWN, Choice.MASK))
    service.answer(world.session, world.meeting_id, answers, {}, world.by())
    world.publish()
    for path in paths:
        text = asker.get(path).text.replace('value="föreningen"', "")
        assert "av föreningen" not in text, path


def test_each_language_is_remembered_for_itself(app: Flask, asker: Pages, world: World) -> None:
    world.published()
    english = Pages(app)
    english.set_cookie("minutes_language", "en")
    for _ in range(2):
        assert '<html lang="en">' in english.get(MEETING).text
        assert '<html lang="sv">' in asker.get(MEETING).text


def test_a_new_name_of_the_body_is_shown_at_once(asker: Pages, world: World) -> None:
    world.published()
    assert "Lärgruppen" in asker.get("/protokoll").text
    world.body.name = "Studierådet"
    world.session.add(world.body)
    at = world.by().at
    audit.append(world.session, at=at, actor="person:1", act="body.changed", subject="body:1")
    world.session.commit()
    assert "Studierådet" in asker.get("/protokoll").text


def test_who_is_signed_in_is_neither_remembered_nor_given_what_is(
    app: Flask, asker: Pages, world: World, sign_in: Callable[..., Pages]
) -> None:
    world.published()
    karin = sign_in(world.build.person())
    assert karin.get(MEETING).headers["Cache-Control"] == "no-store"
    with counted(app.extensions["engine"]) as statements:
        asker.get(MEETING)
    assert len(statements) > 1
    with counted(app.extensions["engine"]) as statements:
        assert karin.get(MEETING).headers["Cache-Control"] == "no-store"
    assert len(statements) > 1


def test_an_answer_is_of_its_event_and_no_older_than_a_minute(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memory = Memory()
    memory.keep("a", Answer(b"1", [], after=7, at=0.0))
    monkeypatch.setattr(remembering.time, "monotonic", lambda: remembering.LONGEST)
    assert memory.find("a", 7) is not None
    assert memory.find("b", 7) is None
    assert memory.find("a", 8) is None
    assert memory.find("a", 7) is None
    memory.keep("a", Answer(b"1", [], after=8, at=0.0))
    monkeypatch.setattr(remembering.time, "monotonic", lambda: remembering.LONGEST + 1)
    assert memory.find("a", 8) is None


def test_what_was_not_asked_for_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST", 10)
    monkeypatch.setattr(remembering.time, "monotonic", lambda: 0.0)
    memory = Memory()
    for key in "abc":
        memory.keep(key, Answer(b"1234", [], after=1, at=0.0))
        memory.find("a", 1)
    assert [key for key in "abc" if memory.find(key, 1)] == ["a", "c"]


def test_a_large_answer_is_not_remembered(
    app: Flask, asker: Pages, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "LARGEST", 100)
    world.published()
    for _ in range(2):
        with counted(app.extensions["engine"]) as statements:
            asker.get(MEETING)
        assert len(statements) > 1
