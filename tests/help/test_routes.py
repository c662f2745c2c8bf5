from collections.abc import Callable

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.help.guides import ROLES
from minutes.help.queries import FirstSteps, first_steps
from minutes.people.tables import Person, Role
from minutes.web.language import COOKIE
from tests.builders import Builder
from tests.pages import Page, Pages, text_of
from tests.review.drafts import draft_of
from tests.statements import counted


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_anybody_reads_a_guide(anonymous: Pages, role: str, language: str) -> None:
    anonymous.set_cookie(COOKIE, language)
    page = anonymous.open(f"/hjalp/{role}")
    for link in page.xpath("//nav[@class='guide__contents']//li/a/@href"):
        assert page.xpath(f"//h2[@id='{link[1:]}']"), link
    for picture in page.xpath("//main//img"):
        assert len(picture.get("alt")) > 20
        assert anonymous.get(picture.get("src")).mimetype == "image/webp"
    for link in page.xpath("//main//div[@class='guide__text']//a/@href"):
        address = link.partition("#")[0]
        address = address if address.startswith("/") else f"/hjalp/{address}"
        assert anonymous.get(address).status_code == 200, link


def test_the_first_page_leads_to_every_guide(anonymous: Pages) -> None:
    page = anonymous.open("/hjalp")
    assert page.xpath("//main//h2/a/@href") == [f"/hjalp/{role}" for role in ROLES]
    anonymous.open("/hjalp/kassor", status=404)


def test_every_page_leads_to_help_about_itself(
    pages_of: Callable[..., Pages], build: Builder
) -> None:
    pages = pages_of(Role.SECRETARY, build.body())
    for path, section in (("/sok", "medlem#sok"), ("/ladda-upp", "sekreterare#lamna-in")):
        links = set(pages.open(path).xpath("//a[starts-with(@href, '/hjalp')]/@href"))
        assert links == {f"/hjalp/{section}"}
    assert "/hjalp/sekreterare#oversikt" in pages.open("/finns-inte", status=404).xpath("//a/@href")


def test_the_public_pages_lead_to_help(anonymous: Pages) -> None:
    assert "/hjalp/allmanheten#protokoll" in anonymous.open("/protokoll").xpath("//footer//a/@href")


def steps_of(page: Page) -> list[tuple[str, bool]]:
    """Where each first step leads, and whether it is done."""
    return [
        (row.xpath("string(.//a/@href)"), row.get("class") == "is-done")
        for row in page.xpath("//section[contains(@class, 'first-steps')]//li")
    ]


def test_a_new_installation_shows_what_is_left_to_do(
    administrator: Pages, build: Builder, session: Session
) -> None:
    post = ("/hjalp/administrator#post", False)
    page = administrator.open("/")
    assert steps_of(page) == [
        ("/hantera/organ", False), ("/hantera/personer", False), post, ("/ladda-upp", False),
    ]  # fmt: skip
    assert "Stäng guiden" not in text_of(page)
    body = build.body("Styrelsen", slug="styrelsen")
    assert steps_of(administrator.open("/"))[:2] == [
        ("/hantera/organ", True), ("/organ/styrelsen/ledamoter", False),
    ]  # fmt: skip
    build.mandate(build.person("Karin Lind"), body, Role.SECRETARY)
    draft_of(session, body)
    session.commit()
    page = administrator.open("/")
    assert [done for _, done in steps_of(page)] == [True, True, False, True]
    assert "3 av 4" in text_of(page)


def test_the_first_steps_are_put_away_for_good(
    administrator: Pages, build: Builder, sign_in: Callable[..., Pages]
) -> None:
    page = administrator.send("/hjalp/forsta-stegen")
    assert "Guiden är stängd" in text_of(page)
    assert steps_of(page) == []
    assert steps_of(administrator.open("/")) == []
    another = sign_in(build.person(), is_administrator=True)
    assert len(steps_of(another.open("/"))) == 4


def test_only_an_administrator_sees_them(pages_of: Callable[..., Pages], build: Builder) -> None:
    pages = pages_of(Role.SECRETARY, build.body())
    assert steps_of(pages.open("/")) == []
    assert pages.post("/hjalp/forsta-stegen").status_code == 403


def test_they_ask_the_database_once(app: Flask, session: Session, build: Builder) -> None:
    person: Person = build.person()
    build.account(person, is_administrator=True)
    with counted(app.extensions["engine"]) as statements, Session(app.extensions["engine"]) as own:
        steps = first_steps(own, person.id, has_mail=True)
    assert steps == FirstSteps(body=None, has_members=False, has_mail=True, has_file=False)
    assert len([each for each in statements if "SELECT" in str(each)]) == 1
