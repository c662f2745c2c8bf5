"""The application as a whole: errors, headers, permissions, and the pages' frame."""

from flask import Flask

from minutes.people.access import permission_of
from tests.pages import Pages, text_of


def test_every_view_declares_a_permission(app: Flask) -> None:
    undeclared = [
        endpoint
        for endpoint, view in app.view_functions.items()
        if endpoint != "static" and permission_of(view) is None
    ]
    assert undeclared == []


def test_a_view_that_declares_nothing_opens_for_nobody(app: Flask, administrator: Pages) -> None:
    app.add_url_rule("/odeklarerad", "undeclared", lambda: "secret")
    assert administrator.get("/odeklarerad").status_code == 403


def test_the_sign_in_page_opens_for_everybody(anonymous: Pages) -> None:
    assert "Logga in" in text_of(anonymous.open("/logga-in"))


def test_an_address_that_does_not_exist_is_a_page_in_swedish(anonymous: Pages) -> None:
    assert "Sidan finns inte" in text_of(anonymous.open("/finns-inte", status=404))


def test_the_wrong_method_is_a_page_in_swedish(anonymous: Pages) -> None:
    assert "knapparna" in text_of(anonymous.open("/logga-ut", status=405))
