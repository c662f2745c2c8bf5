"""Signing in and out in the browser."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from minutes.people.next_page import safe_next
from minutes.people.sign_in import TRIES_PER_USER
from tests.builders import PASSWORD, Builder
from tests.pages import Pages, text_of

EMAIL = "anna.berg@example.se"


@pytest.fixture(autouse=True)
def account(build: Builder) -> None:
    build.account(build.person("Anna Berg", EMAIL))


def sign_in(pages: Pages, password: str = PASSWORD, **fields: str) -> tuple[int, str]:
    response = pages.post("/logga-in", {"email": EMAIL, "password": password, **fields})
    return response.status_code, response.location or ""


def test_signing_in_leads_to_the_page_that_was_wanted(anonymous: Pages) -> None:
    assert sign_in(anonymous, nasta="/organ") == (303, "/organ")
    assert "Anna Berg" in text_of(anonymous.open("/organ"))


def test_signing_in_never_leads_out_of_the_site(anonymous: Pages) -> None:
    assert sign_in(anonymous, nasta="https://example.com/") == (303, "/")


@pytest.mark.parametrize(
    "wanted",
    [
        "//example.com",
        "https://example.com",
        "/\\example.com",
        "\\\\example.com",
        "javascript:x",
        "/\t/example.com",
        "",
        None,
        "organ",
    ],
)
def test_an_address_that_is_not_a_path_of_ours_is_not_followed(wanted: str | None) -> None:
    assert safe_next(wanted) == "/"


def test_a_path_of_ours_is_followed_with_its_question() -> None:
    assert safe_next("/moten?organ=radet&sida=2") == "/moten?organ=radet&sida=2"


def test_a_wrong_password_is_told_on_the_page(anonymous: Pages) -> None:
    page = anonymous.send("/logga-in", {"email": EMAIL, "password": "fel"}, status=401)
    assert "stämmer inte" in text_of(page)
    assert page.xpath("//input[@name='email']/@value") == [EMAIL]


def test_an_empty_field_is_asked_for(anonymous: Pages) -> None:
    page = anonymous.send("/logga-in", {"email": EMAIL, "password": ""}, status=422)
    assert "Fyll i fältet." in text_of(page)


def test_too_many_tries_are_told_with_the_time_to_wait(anonymous: Pages) -> None:
    for _ in range(5):
        sign_in(anonymous, "fel")
    page = anonymous.send("/logga-in", {"email": EMAIL, "password": PASSWORD}, status=429)
    assert re.search(r"Vänta 1[45] minuter", text_of(page))


def test_the_cookie_is_kept_from_scripts_and_other_sites(anonymous: Pages) -> None:
    response = anonymous.post("/logga-in", {"email": EMAIL, "password": PASSWORD})
    cookie = next(
        value for value in response.headers.getlist("Set-Cookie") if "minutes_sign_in" in value
    )
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_signing_out_ends_it(anonymous: Pages, app: Flask) -> None:
    sign_in(anonymous)
    anonymous.open("/konto")
    anonymous.post("/logga-ut")
    assert anonymous.get("/konto").status_code == 303


def test_a_form_without_the_token_is_refused(anonymous: Pages) -> None:
    response = anonymous.post_without_token("/logga-in", {"email": EMAIL, "password": PASSWORD})
    assert response.status_code == 400
    assert "Sidan är för gammal" in response.text


def test_changing_the_password_signs_out_everywhere(anonymous: Pages, app: Flask) -> None:
    elsewhere = Pages(app)
    sign_in(elsewhere)
    sign_in(anonymous)
    new = "ett helt nytt lösenord"
    anonymous.send("/konto", {"old": PASSWORD, "new": new, "again": new})
    assert elsewhere.get("/konto").status_code == 303
    assert sign_in(anonymous)[0] == 401
    assert sign_in(anonymous, new) == (303, "/")


@pytest.mark.parametrize(
    "old, new, again, said",
    [
        ("fel", "ett helt nytt lösenord", "ett helt nytt lösenord", "nuvarande lösenordet"),
        (PASSWORD, "kort", "kort", "för kort"),
        (PASSWORD, "ett helt nytt lösenord", "ett annat lösenord", "inte lika"),
        (PASSWORD, "aaaaaaaaaaaaa", "aaaaaaaaaaaaa", "olika tecken"),
        (PASSWORD, "anna.berg och mer", "anna.berg och mer", "e-postadress"),
    ],
)
def test_a_poor_change_of_password_is_refused(
    anonymous: Pages, old: str, new: str, again: str, said: str
) -> None:
    sign_in(anonymous)
    page = anonymous.send("/konto", {"old": old, "new": new, "again": again}, status=422)
    assert said in text_of(page)


def test_guessing_the_old_password_meets_the_same_patience_as_signing_in(
    build: Builder, sign_in: Callable[..., Pages]
) -> None:
    person = build.person("Anna Berg", "anna.guess@example.se")
    pages = sign_in(person)
    guess = {"old": "fel", "new": "ett nytt långt lösenord", "again": "ett nytt långt lösenord"}
    for _ in range(TRIES_PER_USER):
        assert "stämmer inte" in text_of(pages.send("/konto", guess, status=422))
    assert "Vänta 15 minuter" in text_of(pages.send("/konto", {**guess, "old": PASSWORD}, 429))
    signing_in = {"email": person.email, "password": PASSWORD}
    pages.send("/logga-ut")
    assert "Vänta" in text_of(pages.send("/logga-in", signing_in, status=429))
