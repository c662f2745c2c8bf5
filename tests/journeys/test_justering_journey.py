"""From a registered meeting to minutes that are justerade, the justerare on a telephone."""

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import Session

from minutes.people.access import COOKIE
from minutes.people.queries import account_of
from minutes.register.tables import MeetingState
from tests.builders import PASSWORD, Builder
from tests.journeys.looking import problems
from tests.justering.world import World

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def world(session: Session, build: Builder) -> World:
    return World(session, build)


def browser_of(world: World, chromium: Browser, address: str, name: str, width: int) -> Page:
    """The person's browser, signed in."""
    account = account_of(world.session, world.id(name))
    assert account is not None
    token = world.build.token(account)
    context = chromium.new_context(base_url=address, viewport={"width": width, "height": 844})
    context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    context.set_default_timeout(30_000)
    return context.new_page()


def test_the_secretary_sends_and_the_justerare_signs_on_a_telephone(
    world: World, chromium: Browser, address: str
) -> None:
    karin = browser_of(world, chromium, address, "karin", 1280)
    karin.goto(f"/moten/{world.meeting_id}")
    karin.get_by_role("button", name="Skicka för justering").click()
    for row in ("0", "1"):  # only the justerare signs here
        karin.locator(f"#person-{row}").select_option("")
    assert problems(karin, karin.url, 1280) == []
    karin.goto(f"/moten/{world.meeting_id}/justering")
    for row in ("0", "1"):
        karin.locator(f"#person-{row}").select_option("")
    karin.get_by_role("button", name="Skicka för justering").click()
    expect(karin.get_by_text("0 av 1 har skrivit under")).to_be_visible()

    olle = browser_of(world, chromium, address, "olle", 390)
    olle.goto("/")
    olle.get_by_role("button", name="Läs och justera").click()
    where = olle.url
    assert problems(olle, where, 390) == []
    olle.goto(where)
    olle.get_by_role("button", name="Stämmer: 1 Föregående möte").click()
    expect(olle.locator("#punkt-0 .tag")).to_have_text("Stämmer")
    olle.get_by_role("button", name="Till underskriften").click()
    olle.get_by_label("Jag har läst texten").check()
    olle.get_by_label("Ditt lösenord").fill(PASSWORD)
    olle.get_by_role("button", name="Skriv under").click()
    expect(olle.get_by_text("texten är justerad", exact=False).first).to_be_visible()
    assert problems(olle, where, 390) == []

    karin.goto(f"/moten/{world.meeting_id}")
    expect(karin.get_by_text("av Olle Berg.", exact=False)).to_be_visible()
    assert problems(karin, karin.url, 1280) == []
    world.session.commit()
    assert world.meeting.state is MeetingState.JUSTERAT
    for page in (karin, olle):
        page.context.close()
