"""Help and search as they are used: from the page one stands on, by typing, and from nothing."""

import pytest
from playwright.sync_api import Browser, Page, expect

from minutes.people.access import COOKIE
from tests.builders import Builder
from tests.journeys.looking import violations
from tests.journeys.test_justering_journey import world
from tests.journeys.test_roles import Start, in_menu, start

__all__ = ["start", "world"]
# The application first: it keeps what can be found.
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.usefixtures("app")]

MINUTES = b"""# Protokoll styrelsen

Datum: 2026-11-10
Ordf\xc3\xb6rande: Anna Berg

## 1 Bryggan

Karin Lind skickar listan till medlemmarna senast den 1 december 2026.
"""


def test_a_search_is_typed_and_completed_with_the_keyboard(start: Start) -> None:
    page = start("olle")
    page.get_by_role("link", name="Sök", exact=True).click()
    field = page.get_by_role("combobox", name="Sök i möten")
    field.press_sequentially("typ:åt")
    expect(page.get_by_role("option")).to_have_text(["typ:åtgärd"])
    field.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("typ:åtgärd")
    assert violations(page) == []
    field.press("Enter")
    expect(field).to_have_value("typ:åtgärd ")
    field.press_sequentially("äg")
    expect(page.get_by_role("option")).to_have_count(1)
    field.press("ArrowDown")
    field.press("Tab")
    # What the filter can be is offered at once.
    expect(field).to_have_value("typ:åtgärd ägare:")
    expect(page.get_by_role("option").first).to_have_text("typ:åtgärd ägare:mig")
    field.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    field.press_sequentially("karn")
    field.press("Enter")
    page.get_by_role("link", name='typ:åtgärd ägare:"Karin Lind"').click()
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.locator(".hit")).to_contain_text("Skicka listan")


def test_a_suggestion_is_taken_with_the_mouse(start: Start) -> None:
    page = start("olle")
    page.goto("/sok")
    field = page.get_by_role("combobox")
    field.press_sequentially("org")
    page.get_by_role("option", name="organ:").click()
    page.get_by_role("option", name="organ:Lärgruppen").click()
    expect(field).to_have_value("organ:Lärgruppen ")
    expect(field).to_be_focused()


def test_help_is_reached_from_pages_and_is_about_them(start: Start) -> None:
    page = start("karin")
    page.goto("/ladda-upp")
    page.locator(".top__help").click()
    expect(page.locator("h2:target")).to_have_text("Lämna in ett protokoll")
    page.get_by_role("link", name="Granska utkastet", exact=True).click()
    expect(page.locator("h2:target")).to_be_in_viewport()
    page.locator(".guide__picture img").first.scroll_into_view_if_needed()
    expect(page.locator(".guide__picture img").first).to_have_js_property("complete", True)
    member = start("olle")
    member.goto("/mina")
    in_menu(member, "Hjälp")
    expect(member.locator("h2:target")).to_have_text("Mina åtgärder")
    member.get_by_role("button", name="In English").click()
    expect(member.locator("h1")).to_have_text("For the member")


def test_a_new_installation_is_made_ready_step_by_step(
    chromium: Browser, address: str, build: Builder
) -> None:
    account = build.account(build.person("Siv Alm", "siv@example.se"), is_administrator=True)
    context = chromium.new_context(base_url=address, locale="sv-SE")
    context.add_cookies([{"name": COOKIE, "value": build.token(account), "url": address}])
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto("/")
    done = page.locator(".first-steps .is-done")
    expect(done).to_have_count(0)
    page.get_by_role("link", name="Lägg till ett organ").click()
    page.get_by_label("Namn").fill("Styrelsen")
    page.get_by_role("button", name="Lägg till").click()
    page.goto("/")
    expect(done).to_have_count(1)
    _add_members(page)
    expect(done).to_have_count(2)
    page.get_by_role("link", name="Lämna in det första protokollet").click()
    page.locator("input[type=file]").first.set_input_files(
        {"name": "styrelsen.md", "mimeType": "text/markdown", "buffer": MINUTES}
    )
    expect(page.locator("[data-results]").get_by_role("link").first).to_be_visible()
    page.goto("/")
    expect(done).to_have_count(3)
    page.get_by_role("button", name="Stäng guiden").click()
    expect(page.get_by_text("Guiden är stängd.")).to_be_visible()
    expect(page.locator(".first-steps")).to_have_count(0)
    context.close()


def _add_members(page: Page) -> None:
    page.get_by_role("link", name="Lägg in ledamöterna").click()
    members = b"Namn;E-post;Roll\nKarin Lind;karin@example.se;sekreterare\n"
    page.locator("input[type=file]").set_input_files(
        {"name": "ledamoter.csv", "mimeType": "text/csv", "buffer": members}
    )
    page.get_by_role("button", name="Visa vad som läses in").click()
    page.get_by_role("button", name="Lägg in 1 ledamot").click()
    page.goto("/")
