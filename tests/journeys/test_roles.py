"""What each role opens the system for, from the start page on, in a browser."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from minutes.follow_up import decision_service
from minutes.follow_up.tables import DecisionState
from minutes.people.tables import Role
from minutes.recognition.findings import MinutesKind
from tests.builders import PASSWORD
from tests.journeys.looking import violations
from tests.journeys.test_justering_journey import browser_of, world
from tests.justering.world import NOW, World

__all__ = ["world"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]

Start = Callable[[str], Page]


@pytest.fixture
def start(world: World, chromium: Browser, address: str) -> Iterator[Start]:
    """The start page of somebody of the world, in a browser of their own: start("anna")."""
    pages: list[Page] = []

    def opened(name: str) -> Page:
        pages.append(browser_of(world, chromium, address, name, 1280))
        pages[-1].goto("/")
        return pages[-1]

    yield opened
    for page in pages:
        page.context.close()


def in_menu(page: Page, words: str) -> None:
    """Follow a link of the person's own menu."""
    page.locator("details.menu > summary").first.click()
    page.locator(".menu__list").get_by_role("link", name=words, exact=True).click()


def test_the_secretary_sends_what_waits_and_sees_what_was_mailed(
    start: Start, world: World
) -> None:
    meeting = world.meeting
    meeting.kind = MinutesKind.PROTOKOLL  # notes are not asked about
    world.session.add(meeting)
    world.session.commit()
    page = start("karin")
    waiting = page.get_by_role("region", name=re.compile("Att skicka för justering"))
    waiting.get_by_role("button", name="Skicka").click()
    page.get_by_role("button", name="Skicka för justering").click()
    expect(page.get_by_text("Skickat för justering.")).to_be_visible()
    page.get_by_role("link", name="Översikt").click()
    expect(page.get_by_role("region", name=re.compile("Under justering"))).to_be_visible()
    expect(waiting).to_have_count(0)
    in_menu(page, "Utskick")
    expect(page.get_by_role("heading", name="Utskick")).to_be_visible()
    in_menu(page, "Granskning")
    page.get_by_role("link", name="Efter tvekan").click()
    expect(page.get_by_text("Inga utkast väntar på granskning.")).to_be_visible()


def test_the_chair_sees_what_is_late_signs_and_says_how_a_decision_stands(
    world: World, start: Start
) -> None:
    world.send(["anna"])
    page = start("anna")
    late = page.get_by_role("region", name=re.compile("Försenat i mina organ"))
    expect(late.get_by_role("link", name="Skicka listan till rektorerna")).to_be_visible()
    page.get_by_role("button", name="Läs och justera").click()
    page.get_by_label("Jag har läst texten").check()
    page.get_by_label("Ditt lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Skriv under").click()
    expect(page.get_by_text("texten är justerad", exact=False).first).to_be_visible()
    page.get_by_role("link", name="Beslut", exact=True).click()
    page.get_by_role("link", name=re.compile("distans")).click()
    page.get_by_label("Ej verkställt").check()
    page.get_by_role("button", name="Spara läget").click()
    page.goto("/beslut")
    page.get_by_label("Läge").select_option("ej-verkstallda")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator("tbody tr")).to_have_count(1)


def test_the_member_says_how_it_goes_and_asks_for_more_time(start: Start) -> None:
    page = start("olle")
    action = page.locator(".action", has_text="frågan om lokaler")
    more = action.locator(".action__more > summary")
    more.click()
    action.get_by_role("button", name="Pågår", exact=True).click()
    expect(action.locator(".tag")).to_have_text("Pågår")
    more.click()
    action.get_by_label("Ny dag").fill("2031-05-30")
    action.get_by_role("button", name="Ändra dag").click()
    expect(action).to_contain_text("30 maj 2031")
    action.get_by_role("button", name=re.compile("^Klar")).click()
    expect(action.get_by_role("button", name=re.compile("Öppna igen"))).to_be_visible()


def test_the_reader_finds_a_decision_and_its_line_and_changes_nothing(
    world: World, start: Start
) -> None:
    world.people["rut"] = world.build.person("Rut Ask", "rut@example.se")
    world.build.mandate(world.people["rut"], world.body, Role.READER)
    world.build.account(world.people["rut"])
    decision_service.mark(world.session, 1, DecisionState.EXECUTED, by=None, at=NOW)
    page = start("rut")
    expect(page.get_by_role("link", name="Ladda upp")).to_have_count(0)
    page.get_by_role("link", name="Beslut", exact=True).click()
    row = page.locator("tbody tr", has_text="distans")
    expect(row).to_contain_text("Verkställt")
    row.get_by_role("link", name="rad 9").click()
    expect(page.locator("li:target")).to_contain_text("mötena hålls på distans")
    page.get_by_role("link", name="Åtgärder", exact=True).click()
    expect(page.locator(".action")).not_to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("^Klar"))).to_have_count(0)
    page.goto("/beslut")
    with page.expect_download() as download:
        page.get_by_role("link", name="Excel").click()
    assert download.value.suggested_filename.endswith(".xlsx")


def test_the_administrator_makes_one_of_two_persons_and_sees_it_written_down(
    world: World, start: Start
) -> None:
    world.build.person("Sara Eek", None)
    world.people["siv"] = world.build.person("Siv Alm", "siv@example.se")
    world.build.account(world.people["siv"], is_administrator=True)
    page = start("siv")
    in_menu(page, "Personer")
    page.get_by_role("link", name="Sara Eek").click()
    page.get_by_label("Samma person som").select_option(label="Sara Ek (sara@example.se)")
    page.get_by_role("button", name="Visa vad som flyttas").click()
    page.get_by_role("button", name="Slå ihop").click()
    expect(page.get_by_text("Personerna är ihopslagna.")).to_be_visible()
    in_menu(page, "Händelser")
    expect(page.get_by_text("slog ihop två personer").first).to_be_visible()
    in_menu(page, "Jobb")
    expect(page.get_by_role("heading", name="Jobb", exact=True)).to_be_visible()


@pytest.mark.parametrize("path", ["/hantera/handelser", "/hantera/utskick"])
@pytest.mark.parametrize("width", [1280, 1024, 800, 770])
def test_a_long_log_is_as_wide_as_its_page(
    world: World, start: Start, width: int, path: str
) -> None:
    world.people["rut"] = world.build.person("Rut Alm", "rut@example.se")
    world.build.account(world.people["rut"], is_administrator=True)
    world.sign(world.send(), "olle")
    page = start("rut")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert page.locator("tbody tr").count() > 1
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("allowed", [True, False])
def test_the_address_of_a_calendar_is_copied_by_one_press(start: Start, allowed: bool) -> None:
    page = start("olle")
    if allowed:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    else:  # what a browser refuses is marked, to be copied by hand
        page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(Error())")
    page.goto("/kalender")
    field = page.get_by_label("Mina åtgärder", exact=True)
    page.get_by_role("button", name="Kopiera: Mina åtgärder").click()
    said = page.get_by_role("status").filter(has_text="opiera")
    expect(said).to_have_text("Kopierat." if allowed else re.compile("Texten är markerad"))
    if allowed:
        taken = page.evaluate("navigator.clipboard.readText()")
    else:
        taken = page.evaluate("getSelection().toString()")
    assert taken == field.input_value()
    assert violations(page) == []
