"""Real minutes are reviewed by the keyboard within a minute: counted in keys, not by a clock."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import Session, select

from minutes.people.access import COOKIE
from minutes.people.tables import Role
from minutes.register.tables import Meeting
from minutes.review.service import import_file
from tests.builders import Builder
from tests.review.drafts import AT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOCUMENTS = Path(__file__).parents[3] / "shared" / "corpus" / "documents"
SECONDS_A_KEY = 2  # to read what has the focus, and to press
MOST_KEYS = 60 // SECONDS_A_KEY


@pytest.mark.parametrize("number", range(5))
def test_every_finding_gets_a_word_within_a_minute(
    page: Page, address: str, session: Session, build: Builder, number: int
) -> None:
    found = sorted(DOCUMENTS.glob(f"{number:03}_*.txt"))
    if not found:
        pytest.skip("the real minutes are not on this machine")
    body, karin = build.body("Lärgruppen"), build.person("Karin Lind")
    build.mandate(karin, body, Role.SECRETARY)
    data = found[0].read_bytes()
    imported = import_file(session, found[0].name, data, body=body, by=karin.id, at=AT)
    token = build.token(build.account(karin))
    page.context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    keys = [reviewed(page, each.draft_id) for each in imported.drafts]
    print(found[0].name, "keys:", keys)
    assert max(keys, default=0) <= MOST_KEYS
    assert len(session.exec(select(Meeting)).all()) == len(keys)


def reviewed(page: Page, draft_id: int) -> int:
    """Review the draft and register it; how many keys that took."""
    keys = 0

    def press(key: str) -> None:
        nonlocal keys
        page.keyboard.press(key)
        keys += 1

    page.goto(f"/granskning/{draft_id}")
    waiting = page.locator(".finding[data-state=proposed]:visible, .remark[data-state=proposed]")
    if page.locator("[data-key-page=A]").count():
        press("Shift+A")
        # The answer, not the absence of the button: that is also absent while the page is fetched.
        expect(page.get_by_text("godkändes.")).to_be_visible()
        page.wait_for_load_state()
    while left := waiting.count():
        if not page.locator(".is-lit[data-state=proposed]").count():
            press("j")
        press("a" if page.locator(".remark.is-lit").count() else "r")
        expect(waiting).to_have_count(left - 1)
    press("Shift+R")
    day = page.locator("#mote [name=date]")
    if day.is_visible():  # the minutes do not say their day
        expect(day).to_be_focused()
        for digit in "10102022":
            press(digit)
        press("Control+Enter")
        expect(page.get_by_role("button", name="Registrera")).to_be_visible()
        page.wait_for_load_state()
        press("Shift+R")
    expect(page.get_by_text("Mötet är registrerat.")).to_be_visible()
    return keys
