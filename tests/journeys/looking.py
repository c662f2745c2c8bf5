"""What axe finds wrong with a page, and whether it fits its width."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only what is read: the rest of the report takes longer to hand over than to make.
FAULTS = """async (tags) => {
  const report = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return report.violations.map((fault) => `${fault.id}: ${fault.nodes[0].html.slice(0, 160)}`);
}"""
WIDTHS = (1280, 768, 390)
LANGUAGES = ("sv", "en")
# Each language in both schemes and both layouts, each scheme in both layouts.
SCHEMES: dict[tuple[str, int], Literal["light", "dark"]] = {
    ("sv", 1280): "light",
    ("sv", 390): "dark",
    ("en", 1280): "dark",
    ("en", 390): "light",
}


def violations(page: Page) -> list[str]:
    """What axe says of the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    faults: list[str] = page.evaluate(FAULTS, TAGS)
    return faults


def problems(page: Page, path: str, width: int, *, gone: bool = False) -> list[str]:
    """What is wrong with the page, with everything that can be unfolded unfolded.

    `gone`: it is looked at as the page of what is not there.
    """
    return [*_opened(page, path, gone=gone), *violations(page), *_too_wide(page, width)]


def faults_of(
    chromium: Browser,
    look: tuple[str, str],
    cookies: dict[str, str],
    paths: Iterable[str],
    gone: frozenset[str] = frozenset(),
) -> list[str]:
    """What is wrong with the pages in any width; `look`: address of the server, language."""
    address, language = look
    context = chromium.new_context(base_url=address, reduced_motion="reduce")
    context.add_cookies(
        [{"name": name, "value": value, "url": address} for name, value in cookies.items()]
    )
    page = context.new_page()
    faults = []
    for path in paths:
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        faults += [f"{path}: {fault}" for fault in _opened(page, path, gone=path in gone)]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found = _too_wide(page, width)
            if scheme := SCHEMES.get((language, width)):
                page.emulate_media(color_scheme=scheme)
                found += violations(page)
            faults += [f"{path} at {width}: {fault}" for fault in found]
    context.close()
    return faults


def _opened(page: Page, path: str, *, gone: bool) -> list[str]:
    answer = page.goto(path)
    assert answer is not None
    # Of the menus that lie over the page only the first: two would lie over each other.
    page.evaluate(
        "document.querySelectorAll('main details:not(.menu)').forEach((d) => { d.open = true; });"
        "document.querySelectorAll('main details.menu').forEach((d, i) => { d.open = i === 0; });"
    )
    return [f"answers {answer.status}"] if answer.status >= 400 and not gone else []


def _too_wide(page: Page, width: int) -> list[str]:
    needed = page.evaluate("document.documentElement.scrollWidth")
    return [f"scrolls sideways: {needed}"] if needed > width else []
