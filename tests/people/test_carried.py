"""What was typed is not lost where the sign-in ran out, or another window signed in anew."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from lxml import html
from sqlmodel import Session

from minutes.people.access import COOKIE
from minutes.people.carried import read
from minutes.people.tables import Body, Person, Role
from minutes.review import queries
from minutes.review.tables import FindingKind
from tests.builders import PASSWORD, Builder
from tests.pages import Page, Pages, checked, text_of
from tests.review.drafts import draft_of

HERE = {"Origin": "http://localhost", "Referer": "http://localhost/granskning/1?sedan=3#mote"}
TYPED = '<script>alert("Åsa & Ö")</script>\nandra raden'


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen")


@pytest.fixture
def karin(build: Builder, body: Body) -> Person:
    karin = build.person("Karin Lind", "karin@example.se")
    build.mandate(karin, body, Role.SECRETARY)
    build.account(karin)
    return karin


@pytest.fixture
def path(session: Session, body: Body) -> str:
    draft_id = draft_of(session, body)
    kinds = {each.kind: each.id for each in queries.findings(session, draft_id)}
    session.commit()
    return f"/granskning/{draft_id}/fynd/{kinds[FindingKind.DECISION]}/andra"


def hidden(page: Page, name: str) -> str:
    return str(page.xpath(f"string(//main//input[@name='{name}']/@value)"))


def fields(page: Page) -> dict[str, str]:
    return {each.get("name"): each.get("value") for each in page.xpath("//main//form//input")}


def sign_in(pages: Pages, kept: str, password: str = PASSWORD) -> Page:
    form = {"email": "karin@example.se", "password": password, "kvar": kept, "nasta": "/"}
    answer = pages._client.get("/logga-in")
    token = html.document_fromstring(answer.text).xpath("//input[@name='csrf_token']/@value")[0]
    answer = pages._client.post("/logga-in", data={**form, "csrf_token": token})
    return checked(answer, "/logga-in", 200 if password == PASSWORD else 401)


def test_a_form_sent_after_the_sign_in_ran_out_is_sent_again(
    session: Session, anonymous: Pages, karin: Person, path: str
) -> None:
    answer = anonymous.post(path, {"text": TYPED, "version": "0"}, headers=HERE)
    page = checked(answer, path, 401)
    assert "Det du skrev finns kvar" in text_of(page)
    page = sign_in(anonymous, hidden(page, "kvar"), password="fel lösenord helt")
    page = sign_in(anonymous, hidden(page, "kvar"))
    assert page.xpath("//a[@href='/granskning/1?sedan=3']")
    assert page.xpath("//main//form/@action") == [path]
    sent = fields(page)
    assert sent["text"] == TYPED
    answer = anonymous._client.post(path, data=sent, follow_redirects=True)
    assert "alert" in text_of(checked(answer, path, 200))
    finding = queries.finding(session, 1, int(re.findall(r"\d+", path)[1]))
    assert finding.content["text"] == TYPED


def test_a_form_with_the_token_of_an_earlier_sign_in_is_kept(
    sign_in: Callable[..., Pages], build: Builder, body: Body, path: str
) -> None:
    person = build.person()
    build.mandate(person, body, Role.SECRETARY)
    pages = sign_in(person)
    answer = pages._client.post(
        path, data={"text": TYPED, "csrf_token": "of yesterday"}, headers=HERE
    )
    page = checked(answer, path, 400)
    answer = pages._client.post(path, data=fields(page), follow_redirects=True)
    assert "andra raden" in text_of(checked(answer, path, 200))


@pytest.mark.parametrize("origin", ["https://example.com", "null", None])
def test_the_form_of_another_site_is_not_kept(
    anonymous: Pages, path: str, origin: str | None
) -> None:
    headers = {"Origin": origin} if origin else {}
    answer = anonymous.post(path, {"text": TYPED}, headers=headers)
    assert (answer.status_code, answer.location) == (303, "/logga-in")


def test_a_form_of_another_site_is_not_offered_to_who_is_signed_in(
    app: Flask, build: Builder, karin: Person, path: str
) -> None:
    pages = Pages(app)
    account = build.account(build.person("Olle Berg"), is_administrator=True)
    pages.set_cookie(COOKIE, build.token(account))
    answer = pages._client.post(
        path, data={"text": TYPED}, headers={"Origin": "https://example.com"}
    )
    assert answer.status_code == 400
    assert "alert" not in answer.text


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", "[" * 9000, '["//example.com/x", "/", []]', '["/x", "/", [["a", 1]]]', "null"],
)
def test_what_could_not_be_sent_again_is_nothing(text: str) -> None:
    assert read(text) is None
