"""The page of all components."""

import re
from collections.abc import Callable
from pathlib import Path

from minutes.people.tables import Role
from tests.builders import Builder
from tests.pages import Pages

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
NOT_SHOWN = {"as_seen", "csrf", "post_button"}  # not seen, but the last, which would change things


def test_every_component_is_shown(administrator: Pages) -> None:
    administrator.open("/hantera/komponenter")
    page = (TEMPLATES / "components" / "page.html").read_text("utf-8")
    used = page.split("{% block content %}")[1]
    macros = {
        name
        for path in (TEMPLATES / "components").glob("*.html")
        for name in re.findall(r"{% macro ([a-z]\w*)\(", path.read_text("utf-8"))
    }
    assert {name for name in macros if not re.search(rf"\b{name}\(", used)} == NOT_SHOWN


def test_a_heading_sorts_and_says_how_the_list_is_sorted(administrator: Pages) -> None:
    page = administrator.open("/hantera/komponenter?sida=3&q=grus")
    (sorted_by,) = page.xpath("//th[@aria-sort]")
    assert sorted_by.get("aria-sort") == "descending"
    assert [a.get("href") for a in page.xpath("//th/a[@class='sort']")] == [
        "/hantera/komponenter?sida=1&q=grus&sortera=datum",
        "/hantera/komponenter?sida=1&q=grus&sortera=organ",
    ]


def test_the_page_is_for_administrators(build: Builder, pages_of: Callable[..., Pages]) -> None:
    pages_of(Role.SECRETARY, build.body()).open("/hantera/komponenter", status=403)
