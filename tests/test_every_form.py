"""Every form there is, sent empty, overlong and with markup: answered in Swedish, and unharmed."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from lxml import html
from sqlalchemy.engine import Engine
from sqlmodel import Session, SQLModel

from minutes.follow_up import agenda_service, service
from minutes.follow_up.agenda_service import By
from minutes.people.tables import Body, Role
from minutes.review import service as review
from tests.builders import Builder
from tests.pages import Pages, checked, text_of
from tests.review.drafts import AT, RECOGNITION, draft_of, with_header
from tests.test_every_route import opened

pytestmark = pytest.mark.slow

LONG = "Ö" * 25_000
MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 77 * 777 }}"
WRITTEN = ("text", "search", "email", "date", "time", "number", "password", None)
# They end what the other forms need.
LAST = ("/logga-ut", "/sprak")


@dataclass(frozen=True)
class Form:
    """Where a form is sent, and its fields as they stand; `written` are those one types in."""

    path: str
    fields: tuple[tuple[str, str], ...]
    written: frozenset[str]

    def filled(self, words: str) -> dict[str, Any]:
        """The fields with the words in each that one types in."""
        return {name: words if name in self.written else value for name, value in self.fields}


def everywhere(thing: Any, words: str) -> Any:
    """The recognised thing with the words added to every text in it."""
    if isinstance(thing, str) and type(thing) is str:
        return f"{thing} {words}"
    if isinstance(thing, tuple):
        return tuple(everywhere(each, words) for each in thing)
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        changed = {
            each.name: everywhere(getattr(thing, each.name), words)
            for each in dataclasses.fields(thing)
            if each.name not in ("item", "number", "parent", "sources", "code")
        }
        return replace(thing, **changed)
    return thing


@pytest.fixture
def body(session: Session, build: Builder) -> Body:
    """A body in which every text is markup: a meeting followed up, and a draft."""
    body = build.body(f"Lärgruppen {MARKUP}", MARKUP, slug="largruppen")
    karin = build.person(f"Karin {MARKUP}")
    build.mandate(karin, body, Role.SECRETARY)
    build.alias(karin, body, f"Kajsa {MARKUP}")
    build.body("Rådet", slug="radet")
    marked = everywhere(RECOGNITION, MARKUP)
    review.register_draft(
        session, draft_of(session, body, recognition=marked, name=f"{MARKUP}.md"), by=None, at=AT
    )
    later = everywhere(with_header(date=dt.date(2026, 11, 18)), MARKUP)
    draft_of(session, body, recognition=later, name="nytt.md")
    by, one = karin.id or 0, body.id or 0
    service.comment(session, 1, text=MARKUP, by=by, at=AT)
    agenda_service.watch(session, By(by, AT), body_id=one, what=MARKUP)
    agenda_service.refer(session, By(by, AT), question=MARKUP, from_body=one, to_body=one + 1)
    session.commit()
    return body


def forms(pages: Pages, app: Flask) -> Iterator[Form]:
    """Every form that is sent by POST on any page, once for each address."""
    seen = set()
    for address, (_, status) in opened(app, pages).items():
        answer = pages.get(address)
        if status != 200 or answer.mimetype != "text/html" or "<html" not in answer.text:
            continue
        for form in html.document_fromstring(answer.text).xpath("//form[@method='post']"):
            path = form.get("action") or address
            ways = [path, *form.xpath(".//button/@formaction")]
            for way in (each.partition("#")[0] for each in ways):
                if way not in seen and way not in LAST:
                    seen.add(way)
                    yield _form(way, form)


def _form(path: str, form: html.HtmlElement) -> Form:
    inputs = form.xpath(".//input[@name][@name!='csrf_token'] | .//textarea[@name]")
    chosen = form.xpath(".//select[@name]")
    written = [
        each.get("name") for each in inputs if each.tag == "textarea" or each.get("type") in WRITTEN
    ]
    fields = {each.get("name"): each.get("value") or "" for each in inputs if _is_sent(each)}
    fields |= {
        each.get("name"): str(each.xpath("string(.//option[last()]/@value)")) for each in chosen
    }
    return Form(path, tuple(fields.items()), frozenset(written))


def _is_sent(field: html.HtmlElement) -> bool:
    return (
        field.get("type") not in ("file", "radio", "checkbox") or field.get("checked") is not None
    )


def overlong(engine: Engine) -> list[str]:
    """The columns that hold more than they say they do: PostgreSQL would have refused it."""
    found = []
    with engine.connect() as connection:
        for table in SQLModel.metadata.sorted_tables:
            for column in table.columns:
                most = getattr(column.type, "length", None)
                if isinstance(column.type, sa.Enum) or not most:
                    continue
                longest = connection.execute(sa.select(sa.func.max(sa.func.length(column))))
                if (longest.scalar() or 0) > most:
                    found.append(str(column))
    return found


@pytest.mark.parametrize("words", ["", LONG, MARKUP, "\0"], ids=("empty", "long", "markup", "nul"))
def test_whatever_is_written_in_a_form_is_answered(
    app: Flask, engine: Engine, administrator: Pages, body: Body, words: str
) -> None:
    found = list(forms(administrator, app))
    assert len(found) > 40
    for form in found:
        answer = administrator.post(form.path, form.filled(words), follow_redirects=True)
        assert answer.status_code < 500, form
        if answer.mimetype == "text/html" and "<html" in answer.text:
            page = checked(answer, form.path, answer.status_code)
            assert answer.status_code < 400 or page.xpath("//main//p[normalize-space()]"), form
            nothing_ran(page, form.path)
    assert overlong(engine) == []


def nothing_ran(page: html.HtmlElement, where: str) -> None:
    """No markup of anybody's has become part of the page."""
    assert page.xpath("//script[not(@src)] | //img | //*[@onerror]") == [], where


def test_markup_in_every_text_is_shown_as_it_was_written(
    app: Flask, administrator: Pages, body: Body
) -> None:
    shown = 0
    for address, (_, status) in opened(app, administrator).items():
        answer = administrator.get(address)
        if status == 200 and answer.mimetype == "text/html" and "<html" in answer.text:
            page = html.document_fromstring(answer.text)
            nothing_ran(page, address)
            shown += "<script>alert(1)</script>" in text_of(page)
            assert "59829" not in text_of(page).replace("{{ 77 * 777 }}", ""), address
    assert shown > 15


@pytest.mark.parametrize(
    "path", ["/granskning/2/registrera", "/moten/1/justering", "/atgarder/1/klar"]
)
def test_a_form_of_before_the_sign_in_ran_out_is_kept(
    app: Flask, sign_in: Callable[..., Pages], anonymous: Pages, body: Body, path: str
) -> None:
    answer = anonymous.post(
        path,
        {"kommentar": "Det jag skrev"},
        headers={"Origin": "http://localhost", "Referer": "http://localhost/"},
    )
    page = checked(answer, path, 401)
    assert "Det du skrev finns kvar" in text_of(page)
    (kept,) = page.xpath("//form//input[@type='hidden'][contains(@value, 'Det jag skrev')]")
    assert path in kept.get("value")
