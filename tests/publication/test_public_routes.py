"""The public site, as nobody, as somebody of another body, and as who may read."""

import datetime as dt
import gc
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from types import FrameType

import pytest
from flask import Flask
from lxml import etree
from sqlalchemy.engine import Engine

from minutes.app import create_app
from minutes.people.tables import Regime, Role
from minutes.publication import publishing
from minutes.publication.tables import Audience
from minutes.settings import Settings
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.publication.world import World
from tests.statements import counted

MEETING = "/protokoll/largruppen/2026-10-14"


def without_asker(page: str) -> str:
    """The page without the token of who asks, and the address that they typed."""
    return re.sub(r'name="(?:csrf_token|nasta)" value="[^"]+"', "", page)


def test_everybody_reads_what_is_published(anonymous: Pages, world: World) -> None:
    world.published()
    start = anonymous.open("/protokoll")
    assert "Lärgruppen" in text_of(start)
    body = anonymous.open("/protokoll/largruppen")
    assert body.xpath(f"//a[@href='{MEETING}']")
    page = anonymous.open(MEETING)
    assert "Stugan städas av föreningen." in text_of(page)
    assert [each.get("id") for each in page.xpath("//section[contains(@class, 'point')]")] == [
        "p1",
        "p2",
        None,
    ]
    assert "Justerat20 oktober 2026: Karin Lind, Anna Berg, Olle Berg" in text_of(page)


def test_a_page_says_where_it_stands_and_what_it_is(anonymous: Pages, world: World) -> None:
    world.published()
    page = anonymous.open(MEETING)
    assert page.xpath("//link[@rel='canonical']/@href") == [f"http://127.0.0.1:8000{MEETING}"]
    assert page.xpath("//meta[@property='og:title']/@content")
    assert "Föregående möte; Övriga frågor" in page.xpath("//meta[@name='description']/@content")[0]
    assert page.xpath("//*[@itemtype='https://schema.org/Report']")


def test_no_cookie_is_set_and_no_script_needed(anonymous: Pages, world: World) -> None:
    world.published()
    for path in ("/protokoll", MEETING, "/protokoll/beslut", "/protokoll/finns-inte"):
        answer = anonymous.get(path)
        assert "Set-Cookie" not in answer.headers, path
    assert "<script" not in anonymous.get(MEETING).text


def test_who_has_the_page_is_not_sent_it_again(anonymous: Pages, world: World) -> None:
    world.published()
    for path in (MEETING, f"{MEETING}/protokoll.pdf", "/protokoll/sitemap.xml"):
        first = anonymous.get(path)
        assert first.headers["Cache-Control"] == "public, no-cache"
        again = anonymous.get(path, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")


def test_what_a_member_sees_is_kept_by_no_cache(
    world: World, sign_in: Callable[..., Pages]
) -> None:
    world.published()
    karin = sign_in(world.build.person())
    assert karin.get(MEETING).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("audience", [Audience.MEMBERS, Audience.ORGANISATION])
def test_what_is_not_for_everybody_cannot_be_told_from_what_does_not_exist(
    anonymous: Pages,
    world: World,
    pages_of: Callable[..., Pages],
    build: Builder,
    audience: Audience,
) -> None:
    world.rules(audience=audience)
    world.answer()
    world.publish()
    stranger = pages_of(Role.SECRETARY, build.body())
    for reader in (anonymous, stranger):
        unknown = reader.get("/protokoll/largruppen/1999-01-01")
        for path in (MEETING, f"{MEETING}/protokoll.pdf", "/protokoll/largruppen"):
            answer = reader.get(path)
            assert answer.status_code == unknown.status_code == 404, path
            assert without_asker(answer.text) == without_asker(unknown.text)
        for path in ("/protokoll", "/protokoll/beslut", "/protokoll/sitemap.xml"):
            assert "largruppen" not in reader.get(path).text, path
    member = pages_of(Role.MEMBER, world.body)
    assert member.get(MEETING).status_code == 200


def test_an_unpublished_meeting_costs_the_same_as_one_that_does_not_exist(
    engine: Engine, app: Flask, anonymous: Pages, world: World
) -> None:
    sent = {}
    for path in (MEETING, "/protokoll/largruppen/1999-01-01", "/protokoll/ingen/2026-10-14"):
        with counted(app.extensions["engine"]) as statements:
            answer = anonymous.get(path)
        assert answer.status_code == 404
        sent[path] = len(statements)
    assert set(sent.values()) == {1}
    for path in ("/protokoll/largruppen", "/protokoll/ingen"):
        with counted(app.extensions["engine"]) as statements:
            assert anonymous.get(path).status_code == 404
        assert len(statements) == 2, path


def test_an_unpublished_meeting_is_refused_by_the_same_steps_as_none(
    app: Flask, anonymous: Pages, world: World
) -> None:
    world.rules(audience=Audience.MEMBERS)
    world.answer()
    world.publish()
    app.testing = False  # as it runs

    def steps(path: str) -> Counter[str]:
        """Every function of the program and its libraries that answers, and how often."""
        taken: Counter[str] = Counter()

        def note(frame: FrameType, what: str, _argument: object) -> None:
            if what == "call":
                taken[f"{frame.f_code.co_filename}:{frame.f_code.co_name}"] += 1

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            answer = anonymous.get(path)
        finally:
            sys.setprofile(before)
        assert answer.status_code == 404
        return taken

    gc.disable()
    try:
        for hidden, none in (
            (MEETING, "/protokoll/largruppen/2026-10-15"),
            (f"{MEETING}/protokoll.pdf", "/protokoll/largruppen/2026-10-15/protokoll.pdf"),
            ("/protokoll/largruppen", "/protokoll/largrupper"),
        ):
            for path in (hidden, none):
                anonymous.get(path)
            assert steps(hidden) == steps(none)
    finally:
        gc.enable()


def test_who_misses_a_public_page_stays_on_the_public_site(
    anonymous: Pages, world: World, sign_in: Callable[..., Pages]
) -> None:
    path = "/protokoll/largruppen/1999-01-01"
    page = anonymous.open(path, 404)
    assert page.xpath("//main//a[@href='/protokoll']")
    assert not page.xpath("//link[@rel='canonical']")
    assert not sign_in(world.build.person()).open(path, 404).xpath("//main//a[@href='/protokoll']")


def test_a_slash_at_the_end_of_an_address_leads_to_the_page(anonymous: Pages, world: World) -> None:
    world.published()
    for path in (MEETING, "/protokoll", "/protokoll/largruppen", "/anslagstavla", "/protokoll/x y"):
        answer = anonymous.get(f"{path}/")
        assert (answer.status_code, answer.location) == (301, path.replace(" ", "%20"))
    for path in ("/moten/", "//protokoll/", "/"):
        assert anonymous.get(path).status_code != 301, path
    for hidden in ("/protokoll/\\exempel.se/", "/protokoll/a%0d%0aSet-Cookie:%20a/"):
        answer = anonymous.get(hidden)
        assert answer.location.startswith("/protokoll/")
        assert "Set-Cookie" not in answer.headers


def test_of_unpublished_meetings_there_are_only_numbers(
    anonymous: Pages, world: World, build: Builder
) -> None:
    world.published()
    world.session.add(
        type(world.justering.meeting)(
            body_id=world.body.id or 0,
            kind="protokoll",
            title="Hemligt möte",
            date=dt.date(2026, 11, 5),
            recorded_at=dt.datetime(2026, 11, 5, tzinfo=dt.UTC),
        )
    )
    world.session.commit()
    text = text_of(anonymous.open("/protokoll/largruppen"))
    assert "Ett möte till har inget publicerat protokoll." in text
    assert "Hemligt" not in text


def test_a_withdrawn_page_is_gone_and_says_why(anonymous: Pages, world: World) -> None:
    world.published()
    publishing.withdraw(world.session, world.meeting_id, "Ett namn stod kvar.", world.by())
    page = anonymous.open(MEETING, 410)
    assert "Ett namn stod kvar." in text_of(page)
    assert "allmän handling" in text_of(page)
    world.body.regime = Regime.ASSOCIATION  # whose minutes nobody has a right to see
    world.session.add(world.body)
    world.session.commit()
    assert "allmän handling" not in text_of(anonymous.open(MEETING, 410))
    assert anonymous.get(f"{MEETING}/protokoll.pdf").status_code == 410
    assert "2026-10-14" not in anonymous.get("/protokoll/sitemap.xml").text


@pytest.mark.parametrize(
    "path",
    [
        "/protokoll/largruppen/1066",
        "/protokoll/largruppen/0000",
        "/protokoll/largruppen/9999",
        "/protokoll/largruppen/2026-13-45",
        "/protokoll/largruppen/2026-10-14-2",
        "/protokoll/largruppen/2026-10-14%00",
        "/protokoll/largruppen/../../konto",
        "/protokoll/largruppen/2026-10-14/protokoll.exe",
        "/protokoll/beslut?ar=99999999999999",
        "/protokoll/beslut?ar=-3",
    ],
)
def test_what_does_not_exist_is_not_found(anonymous: Pages, world: World, path: str) -> None:
    world.published()
    assert anonymous.get(path).status_code in {400, 404}


def test_odd_questions_are_answered(anonymous: Pages, world: World) -> None:
    world.published()
    for query in ("organ=finns-inte", "organ='--", "sida=999999999999", "sida=-1", "ar=abc"):
        anonymous.open(f"/protokoll/beslut?{query}")
        anonymous.open(f"/protokoll/largruppen?{query}")


def test_the_sitemap_has_every_published_page(anonymous: Pages, world: World) -> None:
    world.published()
    tree = etree.fromstring(anonymous.get("/protokoll/sitemap.xml").data)
    found = [each.text for each in tree.iter("{*}loc")]
    assert f"http://127.0.0.1:8000{MEETING}" in found
    robots = anonymous.get("/robots.txt").text
    assert re.search(r"^Sitemap: .+/protokoll/sitemap.xml$", robots, re.MULTILINE)


def test_the_page_of_a_meeting_asks_little_of_the_database(
    app: Flask, anonymous: Pages, world: World
) -> None:
    world.published()
    for path, most in ((MEETING, 1), ("/protokoll/largruppen", 8), ("/protokoll", 6)):
        with counted(app.extensions["engine"]) as statements:
            anonymous.get(path)
        assert len(statements) <= most, (path, statements)


@pytest.mark.parametrize(
    "contact, link",
    [
        ("tips@example.se", "mailto:tips@example.se"),
        ("https://example.se/fel", "https://example.se/fel"),
    ],
)
def test_the_statement_says_where_to_report_what_does_not_work(
    app: Flask, settings: Settings, contact: str, link: str
) -> None:
    path = "/protokoll/tillganglighet"
    assert "den organisation som har publicerat" in text_of(Pages(app).open(path))
    reachable = create_app(replace(settings, accessibility_contact=contact))
    page = Pages(reachable).open(path)
    reachable.extensions["engine"].dispose()
    assert link in page.xpath("//main//a/@href")
    assert contact in text_of(page)
