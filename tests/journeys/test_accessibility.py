"""Every page of the main job in a browser: axe finds nothing, and nothing scrolls sideways."""

import pytest
from playwright.sync_api import Browser
from sqlmodel import Session

from minutes.people import saved_views
from minutes.people.access import COOKIE
from minutes.people.tables import Role
from minutes.review import batches, judging, service
from minutes.web.language import COOKIE as LANGUAGE
from tests.builders import Builder
from tests.journeys.looking import LANGUAGES, WIDTHS, faults_of
from tests.review.drafts import AT, DEED, draft_of, with_header

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATHS = (
    "/",
    "/mina",
    "/mina/organ",
    "/atgarder",
    "/atgarder?status=klara",
    "/moten",
    "/moten?q=finns-inte",
    "/moten/1",
    "/moten/1/kalla",
    "/moten/1/justering",
    "/justering",
    "/granskning",
    "/granskning/2",
    "/granskning/3",
    "/granskning/ko",
    "/inlasning",
    "/inlasning/1",
    "/ladda-upp",
    "/paminnelser",
    "/kalender",
    "/hantera/utskick",
    "/konto",
    "/nycklar",
    "/api",
    "/organ",
    "/sok",
    "/sok?q=lista+färg:blå",
    "/sok?q=finns-inte",
    "/moten/99",
    "/moten?sortera=organ&ar=2026",
    "/beslut",
    "/beslut?q=finns-inte",
    "/organ/largruppen",
    "/organ/largruppen/installningar",
    "/organ/largruppen/ledamoter",
    "/hantera/komponenter",
    "/hantera/personer",
    "/hantera/personer/2",
    "/hantera/personer/2/sla-ihop?med=3",
    "/hantera/organ",
    "/hantera/handelser",
    "/hjalp",
    "/hjalp/sekreterare",
    "/hjalp/administrator",
)
GONE = frozenset({"/moten/99"})


@pytest.fixture
def token(session: Session, build: Builder) -> str:
    """A secretary who administers too; meeting 1, draft 2 of a known body, 3 of an unknown."""
    body = build.body("Lärgruppen", "Region Sjöland", slug="largruppen")
    karin = build.person("Karin Lind")
    build.mandate(karin, body, Role.SECRETARY)
    first = draft_of(session, body, by=karin.id, name="1.md")
    service.register_draft(session, first, by=karin.id, at=AT)
    second = draft_of(session, body, by=karin.id, name="2.md")
    judging.accept_all(session, second, DEED)
    draft_of(session, None, by=karin.id, recognition=with_header(date=None), name="3.md")
    files = [("1.md", b"Protokoll"), ("2.md", b"Protokoll")]
    batches.start(session, files, body_id=None, among=None, by=karin.id or 0, at=AT)
    build.account(build.person("Siv Alm"))
    build.person("Siw Ahlm")
    saved_views.save(session, person_id=karin.id, page="moten", name="I år", query="ar=2026")
    return build.token(build.account(karin, is_administrator=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_accessible_and_fits(
    chromium: Browser, address: str, token: str, language: str
) -> None:
    cookies = {COOKIE: token, LANGUAGE: language}
    faults = faults_of(chromium, (address, language), cookies, PATHS, GONE)
    assert not faults, "\n".join(faults)


def test_a_word_without_end_makes_no_page_wider(
    session: Session, build: Builder, chromium: Browser, address: str
) -> None:
    endless = "Samverkansgruppsmötesprotokoll" * 6
    body, karin = build.body(endless, endless), build.person(endless)
    build.mandate(karin, body, Role.SECRETARY)
    recognition = with_header(title=endless, place=endless)
    for name in ("1.md", "2.md"):
        draft_of(session, body, by=karin.id, recognition=recognition, name=endless + name)
    service.register_draft(session, 1, by=karin.id, at=AT)
    context = chromium.new_context(base_url=address)
    token = build.token(build.account(karin))
    context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    page = context.new_page()
    for path in (*PATHS, "/organ", "/konto"):
        page.goto(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
