"""Every page in English, as an administrator sees it: it says so, and no Swedish is left on it.

Swedish is known by its words: those of the Swedish texts that no English text has. What is
stored (names, what the minutes say) may stand on an English page.
"""

import re
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from flask import Flask
from lxml import html
from sqlmodel import Session

from minutes.people.tables import Body
from minutes.web.language import COOKIE
from tests.pages import Page, Pages
from tests.test_every_route import WAYS_ON, addresses, body
from tests.translations.test_catalogue import catalogue, forms, messages, tool

__all__ = ["body", "catalogue", "tool"]  # fixtures

pytestmark = pytest.mark.slow

WORD = re.compile(r"[^\W\d_]{2,}")
SPOKEN = ("title", "aria-label", "placeholder", "alt", "data-label")
# Words of Swedish texts that are English too, or what a filter of the search is called.
ALSO = {"status"}


def words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text)}


@pytest.fixture
def swedish(catalogue: object, session: Session, body: Body) -> set[str]:
    """The words that no English page may say."""
    found: set[str] = set()
    english: set[str] = set(ALSO)
    for message in messages(catalogue):  # type: ignore[arg-type]
        for text in forms(message.id):
            found |= words(re.sub(r"%\(\w+\)s|<[^>]*>|&\w+;", " ", text))
        for text in forms(message.string):
            english |= words(text)
    return found - english - stored(session)


def stored(session: Session) -> set[str]:
    """The words of every text in the database."""
    metadata = sa.MetaData()
    metadata.reflect(session.connection())
    texts = (
        str(value)
        for table in metadata.sorted_tables
        for row in session.execute(sa.select(table))
        for value in row
        if isinstance(value, str | list | dict)
    )
    return {word for text in texts for word in words(text)}


def read(page: Page) -> str:
    """What is read on the page, but of what is marked as Swedish."""
    for element in page.xpath("//*[@lang='sv'] | //script | //style | //code"):
        tail = element.tail or ""
        before, parent = element.getprevious(), element.getparent()
        if before is not None:
            before.tail = (before.tail or "") + " " + tail
        else:
            parent.text = (parent.text or "") + " " + tail
        parent.remove(element)
    said = [str(text) for text in page.xpath("//text()")]
    return " ".join(said + [str(text) for name in SPOKEN for text in page.xpath(f"//@{name}")])


def test_no_swedish_is_left_on_an_english_page(
    app: Flask, administrator: Pages, swedish: set[str]
) -> None:
    administrator.set_cookie(COOKIE, "en")
    left = []
    for _rule, address in addresses(app):
        answer = administrator.get(address)
        if answer.mimetype != "text/html" or not answer.text or answer.status_code in WAYS_ON:
            continue
        page = html.document_fromstring(answer.text)
        if "<html" in answer.text:
            assert page.get("lang") == "en", address
        found = words(read(page)) & swedish
        if found:
            left.append(f"{address}: {sorted(found)}")
    assert not left, "\n".join(left)


def test_a_page_for_nobody_is_english_too(
    anonymous: Pages, swedish: set[str], pages_of: Callable[..., Pages]
) -> None:
    anonymous.set_cookie(COOKIE, "en")
    for address in ("/logga-in", "/finns-inte"):
        page = html.document_fromstring(anonymous.get(address).text)
        assert page.get("lang") == "en"
        assert words(read(page)) & swedish == set(), address
