"""Public pages are kept, and what changes what is published is seen at once."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.audit import service as audit
from minutes.publication import publishing, service
from minutes.publication.look import Choice, Kind
from minutes.publication.service import Answer
from minutes.register.tables import Meeting
from minutes.web import public_cache
from tests.builders import Builder
from tests.pages import Pages
from tests.publication.world import World
from tests.statements import counted

MEETING = "/protokoll/largruppen/2026-10-14"


@pytest.fixture
def world(session: Session, build: Builder) -> World:
    return World(session, build)


def test_a_page_is_made_once(app: Flask, anonymous: Pages, world: World) -> None:
    world.published()
    first = anonymous.get(MEETING)
    with counted(app.extensions["engine"]) as statements:
        second = anonymous.get(MEETING)
        head = anonymous._client.head(MEETING)
    assert statements == []
    assert second.data == first.data
    assert (head.status_code, head.data) == (200, b"")
    assert second.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]


def test_who_has_the_kept_page_is_not_sent_it_again(anonymous: Pages, world: World) -> None:
    world.published()
    tag = anonymous.get(MEETING).headers["ETag"]
    for known in (tag, f'"x", W/{tag}'):
        again = anonymous.get(MEETING, headers={"If-None-Match": known})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == tag
    assert anonymous.get(MEETING, headers={"If-None-Match": '"x"'}).status_code == 200


def test_a_question_with_a_condition_keeps_the_whole_page(anonymous: Pages, world: World) -> None:
    world.published()
    first = anonymous.get(MEETING, headers={"If-None-Match": '"x"', "Range": "bytes=0-9"})
    assert first.status_code == 200
    assert anonymous.get(MEETING).data == first.data


def test_what_is_taken_back_is_gone_at_once(anonymous: Pages, world: World) -> None:
    world.published()
    for path in (MEETING, "/protokoll"):
        anonymous.get(path)
    publishing.withdraw(world.session, world.meeting_id, "Ett namn stod kvar.", world.by())
    assert anonymous.get(MEETING).status_code == 410
    assert "largruppen" not in anonymous.get("/protokoll").text


def test_what_is_masked_later_is_gone_at_once(anonymous: Pages, world: World) -> None:
    world.published()
    paths = (MEETING, "/protokoll/sok?q=föreningen", "/protokoll/data/2026.json")
    for path in paths:
        assert "föreningen" in anonymous.get(path).text, path
    answers = [
        Answer(each.finding.words, each.finding.kind, Choice.MASK) for each in world.prepared.looked
    ]
    answers.append(Answer("föreningen", Kind.OWN, Choice.MASK))
    service.answer(world.session, world.meeting_id, answers, {}, world.by())
    world.publish()
    for path in paths:
        text = anonymous.get(path).text.replace('value="föreningen"', "")
        assert "av föreningen" not in text, path


def test_a_new_name_of_the_body_is_shown_at_once(anonymous: Pages, world: World) -> None:
    world.published()
    assert "Lärgruppen" in anonymous.get("/protokoll").text
    world.body.name = "Studierådet"
    world.session.add(world.body)
    at = world.by().at
    audit.append(world.session, at=at, actor="person:1", act="body.changed", subject="body:1")
    world.session.commit()
    assert "Studierådet" in anonymous.get("/protokoll").text


def test_what_pages_share_is_asked_for_once_and_is_true_at_once(
    app: Flask, anonymous: Pages, world: World
) -> None:
    world.published()
    sent = []
    for number in range(2):
        with counted(app.extensions["engine"]) as statements:
            page = anonymous.get(f"/protokoll/largruppen?x={number}").text
        sent.append(len(statements))
        assert "har inget publicerat protokoll" not in page
    assert sent[1] == 0
    assert sent[0] > 4
    at = world.by().at
    day = at.date()
    world.session.add(
        Meeting(body_id=world.body.id, kind="protokoll", title="Möte", date=day, recorded_at=at)
    )
    audit.append(
        world.session, at=at, actor="person:1", act="meeting.recorded", subject="meeting:9"
    )
    world.session.commit()
    assert "Ett möte till har inget" in anonymous.get("/protokoll/largruppen?x=2").text


def test_no_page_is_kept_for_long(
    app: Flask, anonymous: Pages, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.published()
    anonymous.get(MEETING)
    monkeypatch.setattr(public_cache, "LONGEST", -1.0)
    with counted(app.extensions["engine"]) as statements:
        anonymous.get(MEETING)
    assert statements


def test_a_large_page_is_not_kept(
    app: Flask, anonymous: Pages, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_cache, "LARGEST", 100)
    world.published()
    for _ in range(2):
        with counted(app.extensions["engine"]) as statements:
            anonymous.get(MEETING)
        assert statements


def test_a_page_is_kept_in_each_language_and_whatever_cookies_of_others_are_sent(
    app: Flask, anonymous: Pages, world: World
) -> None:
    world.published()
    english = Pages(app)
    english.set_cookie("minutes_language", "en")
    for _ in range(2):
        assert '<html lang="en">' in english.get("/protokoll").text
        assert '<html lang="sv">' in anonymous.get("/protokoll").text
    other = Pages(app)
    other.set_cookie("annan", "1")
    with counted(app.extensions["engine"]) as statements:
        other.get("/protokoll")
    assert statements == []


def test_who_is_signed_in_is_given_nothing_kept(
    app: Flask, anonymous: Pages, world: World, sign_in: Callable[..., Pages]
) -> None:
    world.published()
    anonymous.get("/protokoll")
    karin = sign_in(world.build.person())
    for _ in range(2):
        with counted(app.extensions["engine"]) as statements:
            assert karin.get("/protokoll").headers["Cache-Control"] == "no-store"
        assert len(statements) > 1


def test_what_does_not_exist_is_not_kept(app: Flask, anonymous: Pages, world: World) -> None:
    world.published()
    for _ in range(2):
        with counted(app.extensions["engine"]) as statements:
            assert anonymous.get("/protokoll/largruppen/1999-01-01").status_code == 404
        assert len(statements) == 1


def test_so_many_pages_are_kept(
    anonymous: Pages, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_cache, "MOST_PAGES", 3)
    world.published()
    cache = anonymous._client.application.wsgi_app
    for number in range(6):
        anonymous.get(f"/protokoll?x={number}")
    assert len(cache._pages) == 3
