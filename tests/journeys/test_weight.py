"""What a page costs the first time: few bytes, and nothing that jumps while it is read."""

import pytest
from playwright.sync_api import Browser

from minutes.people.access import COOKIE
from tests.journeys.test_accessibility import token

__all__ = ["token"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATHS = ("/", "/mina", "/moten", "/moten/1", "/atgarder", "/beslut", "/granskning/2", "/organ")
MOST_BYTES = 150_000
BYTES = """() => performance.getEntriesByType("resource")
  .concat(performance.getEntriesByType("navigation"))
  .reduce((sum, entry) => sum + entry.transferSize, 0)"""
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""

# Of the window. On a machine that is busy with other tests a list of 390 px is still painted in
# two halves now and then; 0.1 is what a reader begins to notice.
LITTLE = 0.02


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("width", [1280, 768, 390])
def test_the_first_load_is_light_and_still(
    chromium: Browser, address: str, token: str, path: str, width: int
) -> None:
    context = chromium.new_context(base_url=address, viewport={"width": width, "height": 900})
    context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    page = context.new_page()
    # A slow machine paints while it reads, and shows what moves.
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})
    page.goto(path, wait_until="load")
    shifted, carried = page.evaluate(SHIFTS), page.evaluate(BYTES)
    context.close()
    assert shifted <= LITTLE
    assert 10_000 < carried < MOST_BYTES
