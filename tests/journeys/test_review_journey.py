"""A review in a browser: by the keyboard alone, by two at once, and without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlmodel import Session, select

from minutes.people.access import COOKIE
from minutes.people.tables import Body, Person, Role
from tests.builders import PASSWORD, Builder
from tests.journeys.looking import violations
from tests.review.drafts import draft_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def body(build: Builder) -> Body:
    """A body with two secretaries, Karin Lind and Olle Berg, and a second Olle."""
    body = build.body("Lärgruppen")
    build.mandate(build.person("Olle Ström"), body)
    return body


@pytest.fixture
def path(session: Session, body: Body) -> str:
    return f"/granskning/{draft_of(session, body)}"


@pytest.fixture
def tokens(build: Builder, body: Body) -> list[str]:
    people: list[Person] = [build.person("Karin Lind"), build.person("Olle Berg")]
    for person in people:
        build.mandate(person, body, Role.SECRETARY)
    return [build.token(build.account(person)) for person in people]


@pytest.fixture
def karin(page: Page, address: str, tokens: list[str]) -> Page:
    page.context.add_cookies([{"name": COOKIE, "value": tokens[0], "url": address}])
    return page


@pytest.fixture
def olle(chromium: Browser, address: str, tokens: list[str]) -> Iterator[Page]:
    context = chromium.new_context(base_url=address, locale="sv-SE")
    context.add_cookies([{"name": COOKIE, "value": tokens[1], "url": address}])
    page = context.new_page()
    page.set_default_timeout(30_000)
    yield page
    context.close()


@pytest.fixture
def without_script(chromium: Browser, address: str, tokens: list[str]) -> Iterator[Page]:
    context: BrowserContext = chromium.new_context(base_url=address, java_script_enabled=False)
    context.add_cookies([{"name": COOKIE, "value": tokens[0], "url": address}])
    yield context.new_page()
    context.close()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_by_the_keyboard_alone(karin: Page, path: str) -> None:
    karin.goto(path)
    press(karin, "j", "ArrowDown", "Enter")  # Vem är Olle? The second choice
    expect(karin.get_by_text("”Olle” är Olle Ström. Det kommer organet ihåg.")).to_be_visible()
    karin.wait_for_load_state()
    press(karin, "j", "a")  # the remark is ticked off, and the first finding has the focus
    expect(karin.locator(".remark .tag")).to_have_text("Klart")
    expect(karin.locator(".finding").first).to_be_focused()
    press(karin, "a")
    expect(karin.locator("#lage")).to_contain_text("1 av 5")
    press(karin, "r")
    expect(karin.locator("#lage")).to_contain_text("2 av 5")
    press(karin, "u")
    expect(karin.get_by_text("Ångrat: Avvisade")).to_be_visible()
    expect(karin.locator("#lage")).to_contain_text("1 av 5")
    karin.wait_for_load_state()
    press(karin, "e")
    expect(karin.locator("details.edit[open] textarea")).to_be_focused()
    press(karin, "Control+End")
    karin.keyboard.type(" Genast. a r u")
    press(karin, "Control+Enter")
    expect(karin.get_by_text("Genast. a r u", exact=False).first).to_be_visible()
    press(karin, "Shift+A")
    expect(karin.locator("#lage")).to_contain_text("4 av 5")
    karin.wait_for_load_state()
    press(karin, "Shift+R")
    expect(karin.get_by_text("Mötet är registrerat.")).to_be_visible()


def test_what_is_in_doubt_is_one_key_or_press_away(karin: Page, path: str) -> None:
    karin.goto(path)
    doubtful = karin.locator(".finding--doubtful")
    press(karin, "o")
    expect(doubtful).to_be_focused()
    karin.locator(".finding").first.click()
    karin.get_by_role("link", name="Visa nästa osäkra").click()
    expect(doubtful).to_be_focused()
    press(karin, "r")
    expect(karin.get_by_role("link", name="Visa nästa osäkra")).to_have_count(0)


@pytest.mark.parametrize("by_script", [True, False])
def test_on_a_phone_the_way_to_what_is_in_doubt_follows(
    chromium: Browser, address: str, tokens: list[str], path: str, by_script: bool
) -> None:
    context = chromium.new_context(
        base_url=address, viewport={"width": 390, "height": 844}, java_script_enabled=by_script
    )
    context.add_cookies([{"name": COOKIE, "value": tokens[0], "url": address}])
    page = context.new_page()
    page.goto(path)
    link = page.get_by_role("link", name="Visa nästa osäkra")
    for part in (".finding--action >> nth=0", ".transcript", "body > footer a >> nth=-1"):
        page.locator(part).scroll_into_view_if_needed()
        expect(link).to_be_in_viewport(ratio=1)
    # What ends the page can be scrolled to above it.
    last, bar = page.locator("body > footer a").last.bounding_box(), link.bounding_box()
    assert last
    assert bar
    assert last["y"] + last["height"] <= bar["y"]
    link.click()
    doubtful = page.locator(".finding--doubtful")
    expect(doubtful).to_be_in_viewport(ratio=1)
    doubtful.get_by_role("button", name="Avvisa").click()
    expect(link).to_have_count(0)  # nothing is in doubt any more
    context.close()


def test_the_keys_are_told_and_can_be_turned_off(karin: Page, path: str) -> None:
    karin.goto(path)
    press(karin, "?")
    expect(karin.get_by_role("heading", name="Kortkommandon")).to_be_visible()
    karin.get_by_label("Använd kortkommandon").uncheck()
    press(karin, "Escape", "j")
    expect(karin.locator(".is-lit")).to_have_count(0)


def test_marked_lines_become_an_action(karin: Page, path: str) -> None:
    karin.goto(path)
    karin.locator("#rad-10 .line__text").click(click_count=3)
    karin.get_by_role("button", name="Åtgärd", exact=True).click()
    form = karin.locator("#nytt-atgard")
    expect(form.get_by_label("Åtgärd")).to_have_value("Listan gicks igenom.")
    expect(form.get_by_label("Rader i källan")).to_have_value("10")
    form.get_by_label("Ansvarig").fill("Sara Ek")
    form.get_by_role("button", name="Lägg till").click()
    added = karin.locator("article.finding--action", has_text="Listan gicks igenom.")
    expect(added).to_contain_text("Sara Ek")
    expect(added).to_be_focused()


def test_what_could_not_be_added_is_seen_with_what_is_wrong(karin: Page, path: str) -> None:
    karin.goto(path)
    karin.get_by_text("Lägg till ett beslut").click()
    form = karin.locator("#nytt-beslut")
    form.get_by_label("Beslut").fill("Köpa en ny tavla.")
    form.get_by_label("Rader i källan").fill("999")
    form.get_by_role("button", name="Lägg till").click()
    expect(form.get_by_text("Källan har rad 1–")).to_be_in_viewport()
    expect(form.get_by_label("Beslut")).to_have_value("Köpa en ny tavla.")


def test_two_secretaries_see_each_others_changes(karin: Page, olle: Page, path: str) -> None:
    for page in (karin, olle):
        page.goto(path)
    of_both = "article.finding--action:has-text('rektorerna')"
    olle.locator(of_both).get_by_text("Ändra", exact=True).click()
    olle.locator(of_both).get_by_label("Ansvarig").fill("Sara Ek")
    karin.locator(of_both).get_by_role("button", name="Avvisa").click()
    expect(karin.locator(of_both).get_by_text("Avvisad")).to_be_visible()
    olle.locator(of_both).get_by_role("button", name="Spara och godkänn").click()
    expect(olle.get_by_text("Karin Lind ändrade fyndet klockan")).to_be_visible()
    expect(olle.locator(of_both).get_by_label("Ansvarig")).to_have_value("Sara Ek")
    olle.locator(of_both).get_by_role("button", name="Spara och godkänn").click()
    expect(olle.locator(of_both).locator(".finding__facts")).to_contain_text("Sara Ek")
    expect(karin.get_by_text("Olle Berg har ändrat i utkastet")).to_be_visible()
    karin.get_by_role("link", name="Visa ändringarna").click()
    expect(karin.get_by_text("Ändrad av Olle Berg")).to_be_visible()


def test_a_sign_in_that_ran_out_loses_nothing(
    karin: Page, build: Builder, path: str, session: Session
) -> None:
    person = session.exec(select(Person).where(Person.name == "Karin Lind")).one()
    session.commit()
    karin.goto(path)
    finding = karin.locator(".finding--action", has_text="rektorerna")
    finding.get_by_text("Ändra", exact=True).click()
    finding.get_by_label("Åtgärd").fill("Skicka den nya listan <b>genast</b>")
    karin.context.clear_cookies(name=COOKIE)
    finding.get_by_role("button", name="Spara och godkänn").click()
    expect(karin.get_by_text("Det du skrev finns kvar")).to_be_visible()
    karin.get_by_label("E-post").fill(person.email or "")
    karin.get_by_label("Lösenord").fill(PASSWORD)
    karin.get_by_role("main").get_by_role("button", name="Logga in").click()
    karin.get_by_role("button", name="Spara det nu").click()
    changed = karin.locator(".finding--accepted", has_text="den nya listan <b>genast</b>")
    expect(changed).to_be_focused()


def test_without_javascript(without_script: Page, path: str) -> None:
    page = without_script
    page.goto(path)
    page.get_by_label("Olle Berg").check()
    page.get_by_role("button", name="Svara").click()
    page.get_by_role("button", name="Klart").click()
    page.locator(".finding--action").first.get_by_role("button", name="Godkänn").click()
    expect(page.locator("#lage")).to_contain_text("1 av 5")
    page.get_by_role("button", name="Ångra:").click()
    expect(page.locator("#lage")).to_contain_text("0 av 5")
    doubtful = page.locator(".finding--action", has_text="mallen")
    doubtful.get_by_text("Ändra", exact=True).click()
    doubtful.get_by_label("Ansvarig").fill("Sara Ek")
    doubtful.get_by_label("Slag").select_option(label="Beslut")
    doubtful.get_by_role("button", name="Spara och godkänn").click()
    expect(page.locator(".finding--decision", has_text="mallen")).to_be_visible()
    page.get_by_role("button", name="Registrera").click()
    expect(page.get_by_text("Mötet är registrerat.")).to_be_visible()


@pytest.mark.parametrize("width, scheme", [(1280, "light"), (390, "dark")])
def test_a_review_is_accessible_in_every_state(
    chromium: Browser, address: str, tokens: list[str], path: str, width: int, scheme: str
) -> None:
    context = chromium.new_context(
        base_url=address,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
    )
    context.add_cookies([{"name": COOKIE, "value": tokens[0], "url": address}])
    page = context.new_page()
    page.goto(path)
    page.locator(".finding--action").first.get_by_role("button", name="Godkänn").click()
    page.locator(".finding--action").nth(1).get_by_role("button", name="Avvisa").click()
    expect(page.locator("#lage")).to_contain_text("2 av 5")
    page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
    page.locator("#rad-10 .line__text").click(click_count=3)
    faults = violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Kortkommandon").click()
    faults += violations(page)
    context.close()
    assert faults == []
