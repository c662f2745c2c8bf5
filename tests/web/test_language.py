"""Pages in Swedish and in English: which it is, how it is chosen, and what is said."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask, g, render_template_string
from flask.sessions import SecureCookieSessionInterface
from sqlmodel import Session, select

from minutes.people.permissions import Access
from minutes.people.tables import Account, Role
from minutes.texts import N_
from tests.builders import Builder
from tests.pages import Pages, text_of


def choose(pages: Pages, language: str, origin: str = "http://localhost") -> int:
    answer = pages.post_without_token(
        "/sprak", {"sprak": language, "nasta": "/logga-in"}, headers={"Origin": origin}
    )
    return answer.status_code


def test_pages_are_swedish_until_something_else_is_chosen(anonymous: Pages) -> None:
    page = anonymous.open("/logga-in")
    assert page.get("lang") == "sv"
    assert page.xpath("//footer//button/text()") == ["In English"]


def test_the_choice_holds_in_the_browser(anonymous: Pages) -> None:
    assert choose(anonymous, "en") == 303
    page = anonymous.open("/logga-in")
    assert page.get("lang") == "en"
    assert "Sign in" in text_of(page)
    assert page.xpath("//footer//button/text()") == ["På svenska"]
    choose(anonymous, "sv")
    assert anonymous.open("/logga-in").get("lang") == "sv"


def test_the_choice_follows_the_account_to_other_browsers(
    session: Session, build: Builder, pages_of: Callable[..., Pages]
) -> None:
    pages = pages_of(Role.MEMBER, build.body())
    choose(pages, "en")
    pages.delete_cookie("minutes_language")
    assert pages.open("/konto").get("lang") == "en"
    assert [each.language for each in session.exec(select(Account))] == ["en"]


def test_the_choice_leads_back_to_the_page(anonymous: Pages) -> None:
    page = anonymous.open("/logga-in?nasta=/moten")
    (to,) = page.xpath("//input[@form=//button[@name='sprak']/../@id]/@value")
    assert to == "/logga-in?nasta=/moten"


@pytest.mark.parametrize("origin", ["https://evil.example", ""])
def test_another_site_cannot_choose(anonymous: Pages, origin: str) -> None:
    assert choose(anonymous, "en", origin) == 400


def test_an_unknown_language_is_refused(anonymous: Pages) -> None:
    assert choose(anonymous, "xx") == 400


@pytest.fixture
def english(app: Flask) -> Iterator[None]:
    """A request of somebody who has chosen English."""
    with app.test_request_context():
        g.access = Access(language="en")
        yield


def rendered(template: str, **values: object) -> str:
    return render_template_string(template, **values)


@pytest.mark.usefixtures("english")
def test_a_marked_text_is_said_in_english_where_a_template_prints_it() -> None:
    assert rendered("{{ text }}", text=N_("Logga in")) == "Sign in"
    assert rendered("{{ _(text) }}", text=N_("Logga in")) == "Sign in"
    assert rendered("{{ _('Logga in') }}") == "Sign in"
    assert rendered("{% trans %}Logga in{% endtrans %}") == "Sign in"


@pytest.mark.usefixtures("english")
def test_values_are_escaped() -> None:
    text = N_("%(name)s har redan ett konto.", name="<b>")
    assert rendered("{{ text }}", text=text) == "&lt;b&gt; already has an account."
    assert rendered("{{ _('%(a)s', a=a) }}", a="<b>") == "&lt;b&gt;"


@pytest.mark.usefixtures("english")
def test_numbers_choose_the_form_and_are_written_as_the_language_does() -> None:
    assert rendered("{{ counted(1, 'åtgärd', 'åtgärder') }}") == "1 action item"
    assert rendered("{{ counted(1234, 'åtgärd', 'åtgärder') }}") == "1,234 action items"
    assert rendered("{{ 12345678|file_size }}") == "11.8 MB"


def test_outside_a_page_a_text_is_swedish() -> None:
    assert f"{N_('%(name)s har redan ett konto.', name='Siv')}" == "Siv har redan ett konto."
    assert N_("en fil", "%(num)s filer", num=1) == "en fil"
    assert N_("en fil", "%(num)s filer", num=2) == "2 filer"


def test_a_text_that_waits_in_the_session_is_said_in_the_language_of_the_page(app: Flask) -> None:
    serializer = SecureCookieSessionInterface.serializer
    waiting = serializer.dumps({"text": N_("%(name)s har redan ett konto.", name="Siv")})
    with app.test_request_context():
        g.access = Access(language="en")
        text = serializer.loads(waiting)["text"]
        assert rendered("{{ text }}", text=text) == "Siv already has an account."
