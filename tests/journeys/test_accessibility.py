"""Every page of the main job in a browser: axe finds nothing, and nothing scrolls sideways."""

from collections.abc import Iterable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from sqlmodel import Session

from minutes.people import saved_views
from minutes.people.access import COOKIE
from minutes.people.tables import Role
from minutes.review import batches, judging, service
from minutes.web.language import COOKIE as LANGUAGE
from tests.builders import Builder
from tests.journeys.conftest import AXE
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
GONE = {"/moten/99"}  # looked at as the page of what is not there
WIDTHS = (1280, 768, 390)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


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


# English at the width where longer words break a page; its colours are those of Swedish.
LOOKS = [("sv", width, scheme) for width in WIDTHS for scheme in ("light", "dark")]
LOOKS += [("en", 390, "light"), ("en", 1280, "dark")]


@pytest.mark.parametrize("language, width, scheme", LOOKS)
def test_every_page_is_accessible_and_fits(
    chromium: Browser, address: str, token: str, language: str, width: int, scheme: str
) -> None:
    faults = faults_of(chromium, (address, language, width, scheme), {COOKIE: token}, PATHS)
    assert not faults, "\n".join(faults)


def faults_of(
    chromium: Browser,
    look: tuple[str, str, int, str],
    cookies: dict[str, str],
    paths: Iterable[str],
) -> list[str]:
    """What is wrong with the pages; `look`: address of the server, language, width, scheme."""
    address, language, width, scheme = look
    context = chromium.new_context(
        base_url=address,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    kept = {**cookies, LANGUAGE: language}
    context.add_cookies(
        [{"name": name, "value": value, "url": address} for name, value in kept.items()]
    )
    page = context.new_page()
    faults = [f"{path}: {fault}" for path in paths for fault in problems(page, path, width)]
    context.close()
    return faults


def problems(page: Page, path: str, width: int) -> list[str]:
    """What is wrong with the page, with everything that can be unfolded unfolded."""
    answer = page.goto(path)
    assert answer is not None
    missing = [f"answers {answer.status}"] if answer.status >= 400 and path not in GONE else []
    # Of the menus that lie over the page only the first: two would lie over each other.
    page.evaluate(
        "document.querySelectorAll('main details:not(.menu)').forEach((d) => { d.open = true; });"
        "document.querySelectorAll('main details.menu').forEach((d, i) => { d.open = i === 0; });"
    )
    page.add_script_tag(path=str(AXE))
    report: dict[str, Any] = page.evaluate("(tags) => axe.run(document, { runOnly: tags })", RULES)
    faults = [f"{fault['id']}: {fault['nodes'][0]['html'][:160]}" for fault in report["violations"]]
    needed = page.evaluate("document.documentElement.scrollWidth")
    return [*missing, *faults, *([f"scrolls sideways: {needed}"] if needed > width else [])]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_without_end_makes_no_page_wider(
    session: Session, build: Builder, chromium: Browser, address: str, width: int
) -> None:
    endless = "Samverkansgruppsmötesprotokoll" * 6
    body, karin = build.body(endless, endless), build.person(endless)
    build.mandate(karin, body, Role.SECRETARY)
    recognition = with_header(title=endless, place=endless)
    for name in ("1.md", "2.md"):
        draft_of(session, body, by=karin.id, recognition=recognition, name=endless + name)
    service.register_draft(session, 1, by=karin.id, at=AT)
    context = chromium.new_context(base_url=address, viewport={"width": width, "height": 900})
    token = build.token(build.account(karin))
    context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    page = context.new_page()
    for path in (*PATHS, "/organ", "/konto"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
