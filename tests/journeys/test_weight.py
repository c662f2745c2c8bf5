"""What a page costs the first time: few bytes, and nothing that jumps while it is read."""

import pytest
from playwright.sync_api import Browser

from minutes.people.access import COOKIE
from tests.journeys.test_accessibility import token

__all__ = ["token"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATHS = (
    "/",
    "/mina",
    "/moten",
    "/moten/1",
    "/atgarder",
    "/beslut",
    "/granskning/2",
    "/organ",
    "/protokoll",
    "/hjalp/sekreterare",
)
MOST_BYTES = 150_000
BYTES = """() => performance.getEntriesByType("resource")
  .concat(performance.getEntriesByType("navigation"))
  .reduce((sum, entry) => sum + entry.transferSize, 0)"""
# From the first paint on, which may come later than "load" on a busy machine.
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver(() => setTimeout(() => resolve(sum), 300))
    .observe({ type: "paint", buffered: true });
})"""


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
    assert shifted == 0
    assert 10_000 < carried < MOST_BYTES
