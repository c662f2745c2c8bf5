"""The main job in a browser: from two dropped files to an action item that is done."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from minutes.people.tables import Person, Role
from tests.builders import PASSWORD, Builder

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOTES = """\
# Minnesanteckningar från Lärgruppens möte 2026-10-14

Region Sjöland

Lärgruppen

Närvarande: Karin Lind, Olle Berg

Förhinder: Sara Ek

## 1. Mötets öppnande

Karin Lind hälsade alla välkomna.

## 2. Listan

Karin Lind skickar listan till rektorerna senast den 1 november.

Gruppen beslutade att mötena hålls på distans.

Vid anteckningarna

Karin Lind
"""
SECOND = NOTES.replace("2026-10-14", "2026-09-16").replace("listan", "kallelsen")


@pytest.fixture
def people(build: Builder) -> tuple[Person, Person]:
    """The secretary and a member, both with accounts."""
    body = build.body("Lärgruppen", "Region Sjöland")
    karin, olle = build.person("Karin Lind"), build.person("Olle Berg")
    build.mandate(karin, body, Role.SECRETARY)
    build.mandate(olle, body, Role.MEMBER)
    for person in (karin, olle):
        build.account(person)
    return karin, olle


def sign_in(page: Page, person: Person) -> None:
    page.goto("/logga-in")
    page.fill("[name=email]", person.email or "")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Logga in").click()
    page.wait_for_url("**/")


def sign_out(page: Page, person: Person) -> None:
    page.locator(".top summary", has_text=person.name).click()
    page.get_by_role("button", name="Logga ut").click()


def drop(page: Page, *files: Path) -> None:
    """Drop files on the page as a hand does."""
    transfer = page.evaluate_handle(
        """(files) => {
          const transfer = new DataTransfer();
          for (const [name, text] of files) transfer.items.add(new File([text], name));
          return transfer;
        }""",
        [[file.name, file.read_text(encoding="utf-8")] for file in files],
    )
    page.dispatch_event(".drop__area", "dragover", {"dataTransfer": transfer})
    page.dispatch_event(".drop__area", "drop", {"dataTransfer": transfer})


def correct_the_owner(page: Page) -> None:
    """Give the action to Olle, and see that finding and line light up together."""
    finding = page.locator("article.finding--action", has_text="skickar listan")
    finding.get_by_text("Ändra", exact=True).click()
    line = page.locator(".line--action.is-lit")
    expect(line).to_contain_text("Karin Lind skickar listan")
    finding.get_by_label("Ansvarig").fill("Olle Berg")
    finding.get_by_role("button", name="Spara och godkänn").click()
    expect(finding.get_by_text("Ändrad", exact=True)).to_be_visible()
    expect(page.locator("#lage")).to_contain_text("1 av")


def test_from_two_dropped_files_to_an_action_that_is_done(
    page: Page, people: tuple[Person, Person], tmp_path: Path
) -> None:
    karin, olle = people
    first, second = tmp_path / "oktober.md", tmp_path / "september.md"
    first.write_text(NOTES, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")

    sign_in(page, karin)
    drop(page, first, second)
    expect(page.get_by_text("Läst. Utkastet är klart att granska.")).to_have_count(2)
    page.locator(".result", has_text="oktober.md").get_by_role("link", name="Granska").click()
    correct_the_owner(page)
    page.get_by_role("button", name="Registrera").click()
    expect(page.get_by_text("Mötet är registrerat.")).to_be_visible()
    sign_out(page, karin)

    sign_in(page, olle)
    action = page.locator(".action", has_text="listan till rektorerna")
    expect(action).to_be_visible()
    action.get_by_role("link", name=re.compile("rad")).click()
    expect(page.locator("li:target")).to_contain_text("Karin Lind skickar listan")
    page.goto("/mina")
    action.get_by_role("button", name=re.compile("^Klar")).click()
    expect(action.get_by_role("button", name=re.compile("Öppna igen"))).to_be_visible()
    page.reload()
    expect(page.get_by_text("Klara de senaste två veckorna")).to_be_visible()


def test_a_line_leads_to_its_finding_and_back(
    page: Page, people: tuple[Person, Person], tmp_path: Path
) -> None:
    karin, _ = people
    file = tmp_path / "oktober.md"
    file.write_text(NOTES, encoding="utf-8")
    sign_in(page, karin)
    page.set_input_files("#filer", file)
    page.get_by_role("link", name="Granska").click()
    page.locator(".line--decision .line__text").first.click()
    expect(page.locator("article.finding--decision").first).to_be_focused()
    expect(page.locator(".finding.is-lit")).to_have_count(1)
