"""A real server and a real browser."""

import shutil
import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect, sync_playwright
from werkzeug.serving import make_server

expect.set_options(timeout=60_000)  # milliseconds; a busy machine is slow, not wrong

# The first draws no window around the pages, which takes twice as long as the pages themselves.
PROGRAMS = ("chromium-headless-shell", "chromium")


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the application answers."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for the tests of a file.

    No longer, since an event loop of its own runs as long, and what signs a PDF needs one too.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """A page of a browser of its own; an error in a script fails the test."""
    context = chromium.new_context(base_url=address, locale="sv-SE")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None,
    )
    page.set_default_timeout(90_000)
    yield page
    context.close()
    assert errors == []
