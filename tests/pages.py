"""A test client that looks at every page it opens: house style, labels, headings, language."""

import itertools
import re
from collections.abc import Callable
from typing import Any

from flask import Flask
from lxml import html
from werkzeug.test import TestResponse

Page = html.HtmlElement
ENGLISH = re.compile(r"\b(the|submit|error|required|please|not found|invalid)\b", re.IGNORECASE)


class Pages:
    """Opens pages and sends forms as one browser does, with its cookies."""

    def __init__(self, app: Flask) -> None:
        self._client = app.test_client()

    def set_cookie(self, name: str, value: str) -> None:
        """Give the browser a cookie."""
        self._client.set_cookie(name, value)

    def delete_cookie(self, name: str) -> None:
        """Take a cookie from the browser."""
        self._client.delete_cookie(name)

    def open(self, path: str, status: int = 200) -> Page:
        """The page at the path, checked."""
        return checked(self.get(path), path, status)

    def get(self, path: str, **options: Any) -> TestResponse:
        """The bare answer to GET."""
        return self._client.get(path, buffered=True, **options)

    def post(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> TestResponse:
        """The bare answer to POST, with the CSRF token that the sign-in or any page gives."""
        return self._client.post(
            path, data={"csrf_token": self.csrf_token(), **(data or {})}, **options
        )

    def send(self, path: str, data: dict[str, Any] | None = None, status: int = 200) -> Page:
        """The checked page that a form leads to, after redirects."""
        response = self.post(path, data, follow_redirects=True)
        return checked(response, path, status)

    def post_without_token(
        self, path: str, data: dict[str, Any] | None = None, **options: Any
    ) -> TestResponse:
        """POST as a foreign site would make the browser do."""
        return self._client.post(path, data=data or {}, **options)

    def csrf_token(self) -> str:
        """The token of the browser's session, as it stands in the forms."""
        page = html.document_fromstring(self._client.get("/konto", follow_redirects=True).text)
        return str(page.xpath("string(//input[@name='csrf_token']/@value)"))


def checked(response: TestResponse, path: str, status: int) -> Page:
    """The page as a tree, after every check."""
    assert response.status_code == status, f"{path} answered {response.status}"
    page = html.document_fromstring(response.text)
    for check in CHECKS:
        check(page)
    return page


def text_of(page: Page) -> str:
    """What is read on the page, with single spaces."""
    return " ".join(page.text_content().split())


def in_its_language(page: Page) -> None:
    """The page says which language it speaks; one that says Swedish is."""
    assert page.get("lang") in ("sv", "en")
    if page.get("lang") == "en":
        return
    english = ENGLISH.search(str(page.xpath("string(//main)")))
    assert english is None, f"English on the page: {english}"


def one_heading_that_is_the_title(page: Page) -> None:
    """One h1, and the title begins with it; that a long word may break there counts for nothing."""
    headings = [
        " ".join(h.text_content().replace("\u00ad", "").split()) for h in page.xpath("//h1")
    ]
    assert len(headings) == 1, headings
    title = " ".join(str(page.findtext(".//title")).split())
    assert title.startswith(headings[0]), (title, headings[0])


def headings_without_gaps(page: Page) -> None:
    """After h2 comes h3 at the deepest, never h4."""
    levels = [
        int(h.tag[1]) for h in page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
    ]
    for before, after in itertools.pairwise(levels):
        assert after <= before + 1, levels


def labelled_fields(page: Page) -> None:
    """Every field that is filled in has a label."""
    fields = page.xpath("//input[not(@type='hidden' or @type='submit')] | //select | //textarea")
    for field in fields:
        label = page.xpath(f"//label[@for='{field.get('id')}']") or field.xpath("ancestor::label")
        assert label or field.get("aria-label") or field.get("aria-labelledby"), html.tostring(
            field
        )


def named_buttons(page: Page) -> None:
    """Every button and link can be read aloud."""
    for button in page.xpath("//button | //a[@href]"):
        assert button.text_content().strip() or button.get("aria-label"), html.tostring(button)


def unique_ids(page: Page) -> None:
    """No id stands twice."""
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)), sorted(ids)


def protected_forms(page: Page) -> None:
    """Every form that changes anything carries the token."""
    # On the public site nobody is signed in to be used, and there are no cookies; the choice of
    # language asks where it came from.
    if "public" in (page.find(".//body").get("class") or "").split():
        return
    for form in page.xpath("//form[@method='post'][@action!='/sprak']"):
        assert form.xpath(".//input[@name='csrf_token'][@value!='']"), html.tostring(form)


def nothing_inline(page: Page) -> None:
    """The policy forbids styles and scripts in the page."""
    assert not page.xpath("//@style | //style | //script[not(@src)]")


def tables_with_captions(page: Page) -> None:
    """Every table says what it shows."""
    for table in page.xpath("//table"):
        assert table.xpath("./caption") or table.get("aria-label"), html.tostring(table)[:200]


CHECKS: tuple[Callable[[Page], None], ...] = (
    in_its_language,
    one_heading_that_is_the_title,
    headings_without_gaps,
    labelled_fields,
    named_buttons,
    unique_ids,
    protected_forms,
    nothing_inline,
    tables_with_captions,
)
