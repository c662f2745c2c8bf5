"""The life of an action item and of a decision in a browser; axe looks at their pages."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import Session

from minutes.follow_up import agenda_service
from minutes.follow_up import service as follow_up
from minutes.follow_up.agenda_service import By
from minutes.follow_up.owners import Owner
from minutes.people.access import COOKIE
from minutes.people.tables import Body, Role
from minutes.reading.blocks import Source
from minutes.recognition import findings as found
from minutes.review import service
from minutes.web.language import COOKIE as LANGUAGE
from tests.builders import Builder
from tests.journeys.looking import LANGUAGES, faults_of
from tests.review.drafts import AT, RECOGNITION, draft_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SAID = "Karin har skickat listan till rektorerna."
PATHS = (
    "/atgarder/1",
    "/mina",
    "/mina/bevakar",
    "/mina/organ",
    "/beslut/1",
    "/utan-ansvarig",
    "/organ/largruppen",
    "/organ/largruppen/nasta-mote",
    "/organ/largruppen/balanslista",
    "/granskning/2/uppfoljning",
)


@pytest.fixture
def token(session: Session, build: Builder) -> str:
    """A secretary's browser; meeting 1, and draft 2 of later minutes that report on it."""
    body = build.body("Lärgruppen", "Region Sjöland", slug="largruppen")
    council: Body = build.body("Utbildningsrådet", slug="radet")
    karin = build.person("Karin Lind")
    build.mandate(karin, body, Role.SECRETARY)
    service.register_draft(session, draft_of(session, body), by=karin.id, at=AT)
    later = replace(
        RECOGNITION,
        header=replace(RECOGNITION.header, date=AT.date().replace(month=11)),
        running_text=(found.RunningText("1", SAID, Source(10, 10)),),
    )
    draft_of(session, body, recognition=later, name="senare.md")
    by, one, other = By(karin.id, AT), body.id or 0, council.id or 0
    agenda_service.refer(session, by, question="Får vi låna salen?", from_body=other, to_body=one)
    agenda_service.refer(session, by, question="Vem bjuder in?", from_body=one, to_body=other)
    follow_up.hand_over(session, 2, to=[Owner("Olle Berg")], by=karin.id, at=AT)
    agenda_service.watch(session, by, body_id=one, what="Regionens budget", check_day=AT.date())
    return build.token(build.account(karin))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_accessible_and_fits(
    chromium: Browser, address: str, token: str, language: str
) -> None:
    cookies = {COOKIE: token, LANGUAGE: language}
    faults = faults_of(chromium, (address, language), cookies, PATHS)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [900, 848, 800, 770, 700, 641])
def test_lists_are_as_wide_as_a_window_between_a_phone_and_a_desk(
    session: Session, build: Builder, page: Page, address: str, width: int
) -> None:
    body = build.body("Samverkansgruppen för utbildningsfrågor", "Region Sjöland")
    karin = build.person("Karin Lind")
    build.mandate(karin, body, Role.SECRETARY)
    nobodys = tuple(replace(each, owners=(), due=AT.date()) for each in RECOGNITION.actions)
    items = tuple(replace(each, title="Studierektorsfördelningen") for each in RECOGNITION.items)
    recognition = replace(RECOGNITION, actions=nobodys, items=items)
    draft = draft_of(session, body, by=karin.id, recognition=recognition)
    service.register_draft(session, draft, by=karin.id, at=AT)
    token = build.token(build.account(karin))
    page.context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    page.set_viewport_size({"width": width, "height": 800})
    for path, row in (("/beslut", "tbody tr"), ("/utan-ansvarig", ".action .action__due .due")):
        page.goto(path)
        assert page.locator(row).count()
        assert page.evaluate("document.documentElement.scrollWidth") == width, path


def test_an_action_item_is_begun_moved_and_handed_over(
    page: Page, address: str, token: str
) -> None:
    page.context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    page.goto("/atgarder")
    page.get_by_role("link", name="Skicka listan till rektorerna").click()
    page.get_by_label("Kommentar").fill("Har bett om adresserna.")
    page.get_by_role("button", name="Pågår").click()
    expect(page.get_by_text("Åtgärden är markerad som pågående.")).to_be_visible()
    expect(page.locator(".timeline")).to_contain_text("Har bett om adresserna.")
    page.get_by_text("Mer tid", exact=True).click()
    page.get_by_label("Ny dag").fill("2031-05-30")
    page.get_by_role("button", name="Spara ny dag").click()
    expect(page.locator(".facts")).to_contain_text("30 maj 2031")
    page.get_by_text("Lämna över", exact=True).first.click()
    page.get_by_label("Namn").fill("Eva Hed")
    page.get_by_label("E-postadress").fill("eva.hed@example.se")
    page.locator(".hand-over").get_by_role("button", name="Lämna över").click()
    expect(page.locator(".facts")).to_contain_text("Eva Hed")
    expect(page.locator(".facts")).to_contain_text("Överlämnad")


def test_later_minutes_close_what_was_promised(page: Page, address: str, token: str) -> None:
    page.context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    page.goto("/granskning/2")
    page.get_by_role("link", name="Se dem sida vid sida").click()
    beside = page.locator(".beside", has_text=SAID)
    expect(beside).to_contain_text("Karin Lind skickar listan")
    beside.get_by_role("button", name=re.compile("^Ja, den är klar")).click()
    expect(page.get_by_text("Svaret är sparat.")).to_be_visible()
    page.goto("/atgarder/1")
    expect(page.locator(".timeline")).to_contain_text("enligt senare protokoll")


def test_a_decision_is_executed_and_the_list_is_printed(
    page: Page, address: str, token: str
) -> None:
    page.context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    page.goto("/beslut/1")
    page.get_by_label("Ej verkställt").check()
    page.get_by_label("Hänvisning").fill("Dnr 12/2026")
    page.get_by_role("button", name="Spara läget").click()
    expect(page.locator(".facts")).to_contain_text("Dnr 12/2026")
    page.goto("/organ/largruppen/balanslista")
    expect(page.locator("main")).to_contain_text("Dnr 12/2026")
    with page.expect_download(timeout=60_000) as download:  # the first PDF of a process
        page.get_by_role("button", name="Ladda ner PDF").click(no_wait_after=True)
    assert download.value.suggested_filename.endswith(".pdf")
