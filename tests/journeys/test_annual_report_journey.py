"""From a year's minutes to an annual report that the public reads, in a browser."""

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import Session, select

from minutes.follow_up import service as follow_up
from minutes.register.tables import ActionItem
from tests.builders import PASSWORD, Builder
from tests.journeys.looking import problems
from tests.journeys.test_justering_journey import browser_of
from tests.publication.world import NOW, World

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PUBLIC = "/protokoll/largruppen/arsberattelse/2026"


@pytest.fixture
def world(session: Session, build: Builder) -> World:
    world = World(session, build)
    world.published()
    return world


def looked_at(page: Page, width: int) -> None:
    """Axe finds nothing on the page, and nothing scrolls sideways."""
    where = page.url
    assert problems(page, where, width) == []
    page.goto(where)


def test_a_report_is_drafted_edited_changed_signed_published_and_read(
    world: World, chromium: Browser, address: str
) -> None:
    karin = browser_of(world.justering, chromium, address, "karin", 1280)
    karin.goto("/arsberattelser")
    karin.locator("#organ").select_option("largruppen")
    karin.locator("#ar").fill("2026")
    karin.get_by_role("button", name="Skriv ett utkast").click()
    expect(karin.get_by_text("har hållit ett möte", exact=False)).to_be_visible()
    looked_at(karin, 1280)
    report = karin.url

    karin.get_by_role("button", name="Skriv", exact=True).click()
    text = karin.get_by_label("Text", exact=True)
    text.fill(text.input_value() + "\n\n## Tack\n\nTack till alla.\n")
    karin.get_by_role("button", name="Spara").click()
    expect(karin.get_by_text("Tack till alla.")).to_be_visible()

    _something_is_done(world)
    karin.goto(report)
    karin.get_by_role("button", name="Ändrade uppgifter").click()
    looked_at(karin, 1280)
    for box in karin.locator("input[name=ta]").all():
        box.check()
    karin.get_by_role("button", name="Spara valen").click()
    expect(karin.get_by_text("Tack till alla.")).to_be_visible()
    expect(karin.get_by_text("klar", exact=False).first).to_be_visible()
    karin.get_by_role("button", name="Versioner").click()
    looked_at(karin, 1280)

    karin.goto(report)
    karin.get_by_role("button", name="Färdigställ").click()
    karin.get_by_role("button", name="Skicka för justering").click()
    looked_at(karin, 1280)
    for row in ("0", "2"):  # only the chair signs here
        karin.locator(f"#person-{row}").select_option("")
    karin.get_by_role("button", name="Skicka för justering").click()
    expect(karin.get_by_text("0 av 1 har skrivit under")).to_be_visible()

    anna = browser_of(world.justering, chromium, address, "anna", 390)
    anna.goto("/")
    anna.get_by_role("button", name="Läs och justera").click()
    looked_at(anna, 390)
    anna.get_by_label("Jag har läst årsberättelsen").check()
    anna.get_by_label("Ditt lösenord").fill(PASSWORD)
    anna.get_by_role("button", name="Skriv under").click()
    expect(anna.get_by_text("texten är justerad", exact=False).first).to_be_visible()

    karin.goto(report)
    karin.get_by_role("button", name="Publicera").click()
    looked_at(karin, 1280)
    karin.get_by_role("button", name="Publicera").click()
    expect(karin.get_by_text("Årsberättelsen är publicerad.")).to_be_visible()

    _read_by_the_public(chromium, address)
    for page in (karin, anna):
        page.context.close()


def _something_is_done(world: World) -> None:
    action = world.session.exec(select(ActionItem)).first()
    assert action is not None
    follow_up.mark_done(world.session, action.id or 0, by=None, at=NOW)


def _read_by_the_public(chromium: Browser, address: str) -> None:
    for width in (1280, 768, 390):
        context = chromium.new_context(base_url=address, viewport={"width": width, "height": 844})
        page = context.new_page()
        page.goto("/protokoll/largruppen")
        page.get_by_role("link", name="Årsberättelse 2026 för Lärgruppen").click()
        expect(page.get_by_text("Tack till alla.")).to_be_visible()
        assert page.url.endswith(PUBLIC)
        looked_at(page, width)
        page.locator(".sources a").first.click()
        expect(page.locator("h1")).to_contain_text("Lärgruppen")
        context.close()
