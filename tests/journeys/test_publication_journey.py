"""Published, read by nobody in particular, found, subscribed to, confirmed, taken back."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import Session

from minutes.distribution import jobs
from minutes.people.access import COOKIE
from minutes.publication import publishing
from minutes.reminders import jobs as reminders
from minutes.settings import Settings
from tests.builders import Builder
from tests.mail.servers import Mailbox, Server
from tests.publication.world import SECRET, World

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MEETING = "/protokoll/largruppen/2026-10-14"


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(Mailbox())
    server.start()
    yield server
    server.stop()


@pytest.fixture
def settings(settings: Settings, server: Server) -> Settings:
    return replace(settings, smtp_url=server.url(), mail_from="Minutes <minutes@example.se>")


@pytest.fixture
def world(session: Session, build: Builder, settings: Settings, server: Server) -> World:
    world = World(session, build)
    world.rules()
    world.answer()
    reminders.send(session, settings)  # what is about justering
    server.mailbox.mails.clear()
    return world


def mails(session: Session, settings: Settings, mailbox: Mailbox, address: str) -> list[str]:
    """The addresses of links in the newest mail to the address, after the jobs have run."""
    session.commit()
    jobs.tell(session, settings)
    reminders.send(session, settings)
    mail = next(each for each in reversed(mailbox.mails) if each["X-Delivered-To"] == address)
    words = str(mail.get_body(("plain",)).get_content()).split()
    return [each.removeprefix("http://127.0.0.1:8000") for each in words if "/protokoll/" in each]


def test_minutes_on_their_way_to_a_reader_and_back(
    world: World,
    session: Session,
    settings: Settings,
    server: Server,
    chromium: Browser,
    address: str,
    page: Page,
) -> None:
    karin = chromium.new_context(base_url=address, locale="sv-SE")
    account = world.build.token(world.build.account(world.build.person(), is_administrator=True))
    karin.add_cookies([{"name": COOKIE, "value": account, "url": address}])
    desk = karin.new_page()

    assert page.goto(MEETING).status == 404  # type: ignore[union-attr]
    desk.goto("/moten/1")
    desk.get_by_role("button", name="Se över och publicera").click()
    desk.get_by_role("button", name="Publicera det som är sparat").click()
    expect(desk.get_by_text("Protokollet är publicerat.")).to_be_visible()

    page.goto("/protokoll")
    page.get_by_role("searchbox").fill("stugorna")
    page.get_by_role("button", name="Sök").click()
    page.get_by_role("link", name="2 Övriga frågor").click()
    expect(page.get_by_text("Stugan städas av föreningen.")).to_be_visible()
    assert page.url.endswith(f"{MEETING}#p2")
    for secret in SECRET:
        assert secret not in page.content()
    page.emulate_media(media="print")
    expect(page.locator(".attendance__people").get_by_text("Karin Lind")).to_be_visible()
    page.emulate_media(media="screen")

    page.get_by_role("complementary").get_by_role("link", name="Få brev när").click()
    page.get_by_label("Din e-postadress").fill("lasare@example.se")
    page.get_by_role("button", name="Prenumerera").click()
    expect(page.get_by_role("heading", name="Titta i din inkorg")).to_be_visible()
    (confirm,) = mails(session, settings, server.mailbox, "lasare@example.se")
    page.goto(confirm)
    page.get_by_role("button", name="Ja, jag vill ha breven").click()
    expect(page.get_by_role("heading", name="Du prenumererar")).to_be_visible()

    desk.get_by_text("Ta tillbaka publiceringen").first.click()
    desk.get_by_label("Varför?").fill("Ett namn stod kvar.")
    desk.get_by_role("button", name="Ta tillbaka publiceringen").click()
    expect(desk.get_by_text("Publiceringen är tillbakatagen.")).to_be_visible()
    assert page.goto(MEETING).status == 410  # type: ignore[union-attr]
    expect(page.get_by_text("Ett namn stod kvar.")).to_be_visible()
    page.goto("/protokoll/sok?q=stugan")
    expect(page.get_by_text("Inget hittades.")).to_be_visible()

    world.answer(withheld={0: "Rör en enskild."})
    publishing.publish(session, world.meeting_id, None, world.by(at=dt.datetime.now(dt.UTC)))
    link, *_, leave = mails(session, settings, server.mailbox, "lasare@example.se")
    assert link == MEETING
    page.goto(leave)
    page.get_by_role("button", name="Sluta skicka dem till mig").click()
    expect(page.get_by_text("Din adress är borttagen.")).to_be_visible()
    assert page.context.cookies() == []
    karin.close()
