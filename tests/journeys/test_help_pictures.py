"""The pictures of help, taken of the demonstration as those who use it see it.

`make pictures` takes them again. Without it the same pages are opened and looked at, and nothing
is written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from sqlmodel import Session, col, select

import minutes
from minutes.commands.demo import demo
from minutes.help.guides import PICTURE_HEIGHT, PICTURE_WIDTH
from minutes.people.access import COOKIE
from minutes.people.tables import Account, Person
from tests.builders import Builder

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEPT = Path(minutes.__file__).parent / "static" / "help"
MOST_BYTES = 40_000
QUALITY = 50


@dataclass(frozen=True)
class Camera:
    """Takes pictures of pages, and keeps them where that was asked for."""

    page: Callable[[str], Page]
    keeps: bool

    def take(self, name: str, page: Page, top: str = "") -> None:
        """What the window shows, from the element `top` on where one is named."""
        page.wait_for_load_state("networkidle")
        if top:
            page.locator(top).first.evaluate("(e) => window.scrollTo(0, e.offsetTop - 24)")
        file = BytesIO()
        with Image.open(BytesIO(page.screenshot(animations="disabled"))) as picture:
            seen = picture.convert("RGB").resize((PICTURE_WIDTH, PICTURE_HEIGHT))
            assert len(seen.getcolors(2**24) or ()) > 50, f"{name} shows nothing"
            seen.save(file, "WEBP", quality=QUALITY, method=6)
        assert len(file.getvalue()) < MOST_BYTES, name
        if self.keeps:
            (KEPT / f"{name}.webp").write_bytes(file.getvalue())


@pytest.fixture
def camera(
    request: pytest.FixtureRequest, session: Session, chromium: Browser, address: str
) -> Iterator[Camera]:
    """Pages of the size of the pictures, opened by the owner of the mail address."""
    pages: list[Page] = []

    def opened(email: str) -> Page:
        statement = select(Account).join(Person).where(col(Person.email) == email)
        token = Builder(session).token(session.exec(statement).one())
        size = {"width": PICTURE_WIDTH, "height": PICTURE_HEIGHT}
        context = chromium.new_context(base_url=address, viewport=size, locale="sv-SE")  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
        pages.append(context.new_page())
        return pages[-1]

    yield Camera(opened, request.config.getoption("--pictures"))
    for page in pages:
        page.context.close()


@pytest.fixture
def demonstration(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTES_DATA", str(tmp_path))
    monkeypatch.setenv("MINUTES_DATABASE_URL", database_url)
    monkeypatch.setenv("MINUTES_SECRET_KEY", "a key for tests only")
    demo()


@pytest.mark.usefixtures("demonstration")
def test_what_the_roles_see_is_worth_a_picture(camera: Camera) -> None:
    secretary = camera.page("maja.ornfeldt@example.se")
    secretary.goto("/granskning")
    secretary.locator("main tbody a").first.click()
    # The source stands beside what was found on a wide window only.
    secretary.set_viewport_size(
        {"width": PICTURE_WIDTH * 4 // 3, "height": PICTURE_HEIGHT * 4 // 3}
    )
    camera.take("granska", secretary, ".review")
    secretary.set_viewport_size({"width": PICTURE_WIDTH, "height": PICTURE_HEIGHT})
    secretary.goto("/atgarder")
    camera.take("atgarder", secretary, "main .list-head")
    secretary.goto("/moten?organ=radet")
    secretary.locator("main tbody a").first.click()
    secretary.get_by_role("button", name="Skicka för justering").click()
    secretary.get_by_role("button", name="Skicka för justering").click()
    chair = camera.page("hakan.bredquist@example.se")
    chair.goto("/")
    camera.take("ordforande", chair)
    chair.get_by_role("button", name="Läs och justera").first.click()
    camera.take("justera", chair)
    member = camera.page("tomas.ringvall@example.se")
    member.goto("/mina")
    camera.take("mina", member)
    reader = camera.page("olle.stenmark@example.se")
    reader.goto("/sok?q=beslut+organ:dialog")
    camera.take("sok", reader)
    administrator = camera.page("roger.alnas@example.se")
    administrator.goto("/organ/radet")
    camera.take("ledamoter", administrator)


def test_the_first_steps_are_worth_a_picture(camera: Camera, build: Builder) -> None:
    build.body("Styrelsen", "Brf Lärkträdet")
    build.account(build.person("Roger Alnäs", "roger@example.se"), is_administrator=True)
    administrator = camera.page("roger@example.se")
    administrator.goto("/")
    camera.take("forsta-stegen", administrator)
