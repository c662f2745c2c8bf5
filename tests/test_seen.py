"""A page that somebody left open: what others have changed since is not overwritten unseen."""

import pytest
from lxml import html
from sqlmodel import Session

from minutes.seen import ChangedSince, demand_seen, mark
from minutes.web.language import COOKIE as LANGUAGE
from tests.builders import Builder
from tests.pages import Page, Pages, text_of
from tests.publication.world import World

SAID = "Någon har ändrat det här sedan du öppnade sidan"
# The page, what its form is known by, a field, and what two persons write in it.
FORMS = [
    ("/organ/largruppen/installningar", "organisation", "Kommunen", "Regionen"),
    ("/organ/largruppen/paminnelser", "again_days", "5", "9"),
    ("/organ/largruppen/publicering", "finns", "Kansliet", "Arkivet"),
    ("/organ/largruppen/justering", "dagar", "10", "12"),
    ("/hantera/personer/1", "email", "ny@example.se", "annan@example.se"),
    ("/moten/1/publicering", "egna", "Stugan", "Föreningen"),
]


@pytest.fixture
def world(session: Session, build: Builder) -> World:
    world = World(session, build)
    world.rules()
    return world


def sent(page: Page, field: str) -> tuple[str, dict[str, str]]:
    """Where the form with the field goes, and what a browser sends of it as it stands."""
    (form,) = page.xpath(f"//form[@method='post'][.//*[@name='{field}']]")
    assert isinstance(form, html.FormElement)
    return form.action or "", dict(form.form_values())


@pytest.mark.parametrize("path, field, first, second", FORMS)
def test_of_two_open_pages_the_second_is_not_saved_over_the_first(
    world: World, administrator: Pages, path: str, field: str, first: str, second: str
) -> None:
    one, other = administrator.open(path), administrator.open(path)
    action, form = sent(one, field)
    assert SAID not in text_of(administrator.send(action or path, {**form, field: first}))
    _, form = sent(other, field)
    page = administrator.send(action or path, {**form, field: second})
    assert SAID in text_of(page)
    _, form = sent(page, field)
    assert form[field] != second
    page = administrator.send(action or path, {**form, field: second})  # now it has been read
    assert SAID not in text_of(page)


def test_it_is_said_in_the_language_of_the_page(world: World, administrator: Pages) -> None:
    administrator.set_cookie(LANGUAGE, "en")
    page = administrator.send(
        "/organ/largruppen/paminnelser", {"sett": "x", "days_before": "7", "again_days": "7"}
    )
    assert "Somebody has changed this since you opened the page" in text_of(page)


def test_the_same_facts_have_the_same_mark() -> None:
    demand_seen({"sett": mark("a", 1)}, mark("a", 1))
    demand_seen({}, mark("a", 1))  # of a form that somebody else has made
    with pytest.raises(ChangedSince, match=SAID):
        demand_seen({"sett": mark("a", 1)}, mark("a", 2))
