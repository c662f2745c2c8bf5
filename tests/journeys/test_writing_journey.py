"""Minutes in a browser: prepare, write, decide with a vote, finish, download, import again."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import Session, select

from minutes.justering.freezing import minutes_of
from minutes.people.access import COOKIE
from minutes.people.tables import BodyKind, Role
from minutes.register.tables import Decision, Meeting
from tests.builders import Builder
from tests.journeys.looking import WIDTHS, violations
from tests.writing.minutes_at_random import facts_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DAY = date.today() + timedelta(days=14)


@pytest.fixture
def secretary(build: Builder, session: Session, page: Page, address: str) -> Page:
    """The browser of the secretary of a board with a chair and two members."""
    body = build.body("Vägstyrelsen", "Tallmo vägförening", "vagstyrelsen")
    body.kind = BodyKind.BOARD
    session.add(body)
    session.commit()
    for name, role in (("Maja Almgren", Role.CHAIR), ("Bo Ekdahl", Role.MEMBER)):
        build.mandate(build.person(name), body, role)
    ronny = build.person("Ronny Wretling")
    build.mandate(ronny, body, Role.SECRETARY)
    token = build.token(build.account(ronny))
    page.context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    return page


def looked_at(page: Page) -> None:
    """axe finds nothing, and nothing scrolls sideways at any width."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, page.url
    assert violations(page) == [], page.url


def prepare(page: Page) -> None:
    page.goto("/organ/vagstyrelsen")
    page.locator("a", has_text="Förbereda och skriva").click()
    page.fill("#datum", DAY.isoformat())
    page.fill("#start", "18:00")
    page.fill("#plats", "Bygdegården")
    page.get_by_role("button", name="Förbered mötet").click()
    expect(page.locator(".agenda__title").first).to_have_text("Mötets öppnande")


def titles(page: Page) -> list[str]:
    return page.locator(".agenda__title").all_inner_texts()


def test_points_are_moved_by_keyboard_by_drag_and_by_buttons(secretary: Page) -> None:
    page = secretary
    prepare(page)
    looked_at(page)
    first, second, *rest = titles(page)
    page.locator(".agenda__handle").first.focus()
    with page.expect_response("**/ordning"):
        page.keyboard.press("ArrowDown")
    assert titles(page) == [second, first, *rest]
    page.reload()
    assert titles(page) == [second, first, *rest]
    with page.expect_response("**/ordning"):
        page.locator(".agenda__handle").nth(1).drag_to(page.locator(".agenda__point").first)
    page.reload()
    assert titles(page) == [first, second, *rest]
    page.get_by_role("button", name=f"Flytta ner {first}").click()
    expect(page.locator(".agenda__title").first).to_have_text(second)


def test_minutes_are_prepared_written_decided_finished_downloaded_and_imported_again(
    secretary: Page, session: Session, tmp_path: Path
) -> None:
    page = secretary
    prepare(page)
    page.get_by_role("button", name="Skriv protokollet").click()
    text = page.locator("#text")
    assert "## § 1 Mötets öppnande" in text.input_value()
    text.click()
    page.keyboard.press("Control+End")
    page.locator("summary", has_text="Votering").click()
    for name, words in (
        ("ja-for", "bifall till förslaget"), ("nej-for", "avslag"), ("ja", "2"), ("nej", "1"),
        ("satser", "sätta upp två lampor vid bron"),
    ):  # fmt: skip
        page.fill(f"#votering-{name}", words)
    page.get_by_role("button", name="Infoga votering").click()
    expect(page.locator(".look__counts")).to_contain_text("1 beslut")
    page.locator("summary", has_text="Åtgärd").last.click()
    page.fill("#atgard-vem", "Ronny")
    page.fill("#atgard-vad", "beställa lamporna")
    page.fill("#atgard-senast", (DAY + timedelta(days=30)).isoformat())
    page.get_by_role("button", name="Infoga åtgärd").click()
    expect(page.locator("#lage")).to_have_text("Allt är sparat.")
    looked_at(page)
    page.get_by_role("button", name="Klart: lämna till granskning").click()
    page.get_by_role("button", name="Registrera").first.click()
    page.wait_for_url("**/moten/*")
    with page.expect_download() as download:
        page.locator("a", has_text="Ladda ner som Markdown").click()
    file = tmp_path / "igen.md"
    download.value.save_as(file)
    page.goto("/ladda-upp")
    page.set_input_files("input[type=file]", file)
    page.locator("main a", has_text="Granska").first.click()
    page.get_by_role("button", name="Registrera").first.click()
    page.wait_for_url("**/moten/*")
    first, again = session.exec(select(Meeting).order_by(Meeting.id)).all()
    assert facts_of(minutes_of(session, again)) == facts_of(minutes_of(session, first))
    quotes = session.exec(select(Decision.quote)).all()
    assert list(quotes) == ["att sätta upp två lampor vid bron."] * 2


def test_what_is_typed_without_a_connection_is_sent_when_it_is_back(secretary: Page) -> None:
    page = secretary
    prepare(page)
    page.get_by_role("button", name="Skriv protokollet").click()
    page.locator("#text").click()
    page.keyboard.press("Control+End")
    page.context.set_offline(True)
    page.keyboard.type("Skrivet utan förbindelse.")
    expect(page.locator("#lage")).to_contain_text("Ingen förbindelse.")
    page.context.set_offline(False)
    expect(page.locator("#lage")).to_have_text("Allt är sparat.")
    page.reload()
    assert "Skrivet utan förbindelse." in page.locator("#text").input_value()
