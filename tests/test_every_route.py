"""Every page there is, opened by everybody: who may, what it answers, and how the page is made."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
from flask import Flask
from sqlmodel import Session
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

from minutes.people.access import FOR_PROGRAMS, Permission, permission_of
from minutes.people.tables import Body, Role
from minutes.review import service as review
from tests.builders import Builder
from tests.busy import busy_body
from tests.pages import Pages, checked
from tests.review.drafts import AT, draft_of

pytestmark = pytest.mark.slow

# Where a rule has another part, it is opened with 1 or with x: what does not exist is a page too.
PARTS = {"slug": "largruppen", "draft_id": 2}
# May be answered to who has the permission: what the world of the test does not have.
MISSING = {404, 409, 410}
WAYS_ON = {301, 302, 303}


@pytest.fixture
def body(session: Session, build: Builder) -> Body:
    """A body with a registered meeting and a draft."""
    body = build.body("Lärgruppen", slug="largruppen")
    build.mandate(build.person("Karin Lind"), body)
    review.register_draft(session, draft_of(session, body), by=None, at=AT)
    draft_of(session, body, name="nytt.md")
    return body


def addresses(app: Flask, parts: Mapping[str, str | int] = PARTS) -> Iterator[tuple[Rule, str]]:
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if "GET" not in (rule.methods or ()) or _is_no_page(rule):
                continue
            values = {part: parts.get(part) or _value(rule, part) for part in rule.arguments}
            yield rule, app.url_map.bind("").build(rule.endpoint, values)


def _is_no_page(rule: Rule) -> bool:
    # tests/api asks the API.
    return rule.endpoint == "static" or rule.endpoint.startswith(f"{FOR_PROGRAMS}.")


def _value(rule: Rule, part: str) -> str | int:
    converter = rule._converters[part]
    if isinstance(converter, AnyConverter):
        return min(converter.items)
    return 1 if isinstance(converter, IntegerConverter) else "x"


def opened(app: Flask, pages: Pages) -> dict[str, tuple[Permission | None, int]]:
    """(permission, status) by address; whatever is a page is looked at as one."""
    found = {}
    for rule, address in addresses(app):
        answer = pages.get(address)
        is_page = answer.mimetype == "text/html" and "<html" in answer.text  # or a part of one
        if is_page and answer.status_code not in WAYS_ON:
            checked(answer, address, answer.status_code)
        assert answer.status_code < 500, address
        found[address] = permission_of(app.view_functions[rule.endpoint]), answer.status_code
    return found


def wrong(
    found: dict[str, tuple[Permission | None, int]], held: set[Permission], refused: set[int]
) -> dict[str, int]:
    """The addresses that were answered otherwise than who holds the permissions should be."""
    allowed = {200, 204, *WAYS_ON, *MISSING}
    return {
        address: status
        for address, (needed, status) in found.items()
        if status not in (allowed if needed in held else refused)
    }


SLUG, IDS = ("largruppen",), (1, 2)

ALL = {Permission.PUBLIC, Permission.SIGNED_IN, Permission.READ}
REFUSED_IN_A_BODY = {403, 404}


def test_nobody_signed_in_sees_what_is_public_and_is_asked_to_sign_in_elsewhere(
    app: Flask, anonymous: Pages, body: Body
) -> None:
    found = opened(app, anonymous)
    assert wrong(found, {Permission.PUBLIC}, {303}) == {}
    asked = anonymous.get("/moten?q=grus")
    assert asked.location == "/logga-in?nasta=/moten?q%3Dgrus"


@pytest.mark.parametrize("role", [Role.MEMBER, Role.CHAIR])
def test_who_sits_in_a_body_sees_all_but_the_work_of_its_secretary(
    app: Flask, pages_of: Callable[..., Pages], body: Body, role: Role
) -> None:
    found = opened(app, pages_of(role, body))
    held = ALL | {Permission.FOLLOW_UP} if role is Role.CHAIR else ALL
    assert wrong(found, held, REFUSED_IN_A_BODY) == {}
    assert found["/ladda-upp"][1] == found["/hantera/personer"][1] == 403


def test_a_secretary_sees_all_but_the_administration(
    app: Flask, pages_of: Callable[..., Pages], body: Body
) -> None:
    found = opened(app, pages_of(Role.SECRETARY, body))
    assert wrong(found, ALL | {Permission.FOLLOW_UP, Permission.REVIEW}, REFUSED_IN_A_BODY) == {}
    assert found["/granskning/2"][1] == found["/organ/largruppen/installningar"][1] == 200


def test_an_administrator_sees_all(app: Flask, administrator: Pages, body: Body) -> None:
    found = opened(app, administrator)
    assert wrong(found, set(Permission), set()) == {}
    assert found["/hantera/komponenter"][1] == found["/hantera/personer/1"][1] == 200


def of_bodies(app: Flask, method: str) -> Iterator[str]:
    """Every address in which a body or the id of a thing stands: each step, the first few ids."""
    adapter = app.url_map.bind("")
    for rule in app.url_map.iter_rules():
        parts = {part: _choices(rule, part) for part in rule.arguments}
        is_public = permission_of(app.view_functions[rule.endpoint]) is Permission.PUBLIC
        if method not in (rule.methods or ()) or is_public or _is_no_page(rule):
            continue
        if any(each in (SLUG, IDS) for each in parts.values()):
            for values in itertools.product(*parts.values()):
                yield adapter.build(rule.endpoint, dict(zip(parts, values, strict=True)))


def _choices(rule: Rule, part: str) -> Sequence[str | int]:
    converter = rule._converters[part]
    if isinstance(converter, AnyConverter):
        return sorted(converter.items)
    return IDS if isinstance(converter, IntegerConverter) else SLUG


def test_who_sits_elsewhere_finds_nothing_of_the_body(
    app: Flask, session: Session, build: Builder, pages_of: Callable[..., Pages]
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    busy_body(session, build)
    stranger = pages_of(Role.SECRETARY, build.body())
    for address in of_bodies(app, "GET"):
        assert stranger.get(address).status_code in REFUSED_IN_A_BODY, address
    for address in of_bodies(app, "POST"):
        assert stranger.post_without_token(address).status_code in REFUSED_IN_A_BODY, address
    for address in ("/moten", "/beslut", "/atgarder"):
        assert "Lärgruppen" not in stranger.get(address).text, address
