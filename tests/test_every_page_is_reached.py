"""Whoever does not know the addresses gets everywhere by following links from the start page."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from lxml import html
from sqlmodel import Session, select
from werkzeug.routing import Rule

from minutes.people.access import FOR_PROGRAMS, Permission, permission_of
from minutes.people.tables import Body, Person, Role
from tests.builders import Builder
from tests.busy import busy_body
from tests.pages import Pages

pytestmark = pytest.mark.slow

PAGES = 400  # enough for all there is; more would be a page that makes new addresses for ever
# What nobody follows a link to.
BY_MAIL = (
    "/protokoll/prenumerera/",
    "/protokoll/avsluta/",
    "/svar/",
    "/paminnelser/<token>",
    "/justering/lank/",
    "/kalender/<token>",
)
NOT_PAGES = (
    "/halsa",
    "/sok/forslag",
    "/logga-in",
    "/granskning/<int:draft_id>/andras",
    "/robots.txt",
    "/protokoll/sitemap.xml",
)
# Of what is published, and of what is justerat and waits for it.
PUBLISHED = (
    "/anslagstavla/<int:notice_id>",
    "/anslagstavla/mote/<int:notice_id>",
    "/moten/<int:meeting_id>/expediering",
    "/moten/<int:meeting_id>/anslag",
    "/moten/<int:meeting_id>/publicering",
    "/protokoll/<slug>",
    "/protokoll/data/<",
    "/protokoll/oparl/",  # each names the next, for programs
)
# Found only after something that the world of the test does not have.
LATER = (
    "/arsberattelser/<int:report_id>/justering",
    "/arsberattelser/<int:report_id>/publicering",
    "/arsberattelser/<int:report_id>/publicering/godkann",
    "/siffror/arsberattelse.<any(docx, pdf, md):kind>",  # about several bodies
    "/moten/<int:meeting_id>/rattelse",
    "/justering/<int:round_id>/bevis.zip",
    "/justering/<int:round_id>/papper/<int:evidence_id>",
    "/justering/<int:round_id>/utdrag/<int:place>.<any(pdf, docx):kind>",
    "/granskning/<int:draft_id>/uppfoljning",
    "/moten/<int:meeting_id>/kalla.txt",
    "/hantera/jobb/korningar",
)
# Read by others than who writes it when it is finished.
FINISHED = "/arsberattelser/<int:report_id>"


@pytest.fixture
def body(session: Session, build: Builder) -> Body:
    return busy_body(session, build)


def reached(pages: Pages) -> set[str]:
    """Every address that links and GET forms lead to from the start page."""
    found, waiting = set(), ["/"]
    while waiting:
        assert len(found) < PAGES, sorted(found)
        address = waiting.pop()
        if address in found:
            continue
        found.add(address)
        answer = pages.get(address, follow_redirects=True)
        assert answer.status_code == 200, address
        if answer.mimetype == "text/html":
            waiting += _links(answer.text)
    return found


def _links(page: str) -> list[str]:
    tree = html.document_fromstring(page)
    ways = [*tree.xpath("//a/@href"), *tree.xpath("//form[not(@method='post')]/@action")]
    addresses = (re.split(r"[?#]", way)[0] for way in ways)
    return [each for each in addresses if each.startswith("/") and not each.startswith("/static")]


def left_out(app: Flask, found: set[str], held: set[Permission]) -> list[str]:
    """The pages open to who holds these permissions that were not reached."""
    adapter = app.url_map.bind("")
    seen = set()
    for address in found:
        rule, _ = adapter.match(address, method="GET", return_rule=True)
        seen.add(rule.rule)
    return sorted(
        rule.rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and _is_wanted(app, rule, held) and rule.rule not in seen
    )


def _is_wanted(app: Flask, rule: Rule, held: set[Permission]) -> bool:
    if rule.endpoint == "static" or rule.endpoint.startswith(f"{FOR_PROGRAMS}."):
        return False
    if rule.rule.startswith(BY_MAIL + PUBLISHED) or rule.rule in NOT_PAGES:
        return False
    if rule.rule.startswith(FINISHED) and Permission.REVIEW not in held:
        return False
    return rule.rule not in LATER and permission_of(app.view_functions[rule.endpoint]) in held


HELD = {
    Role.READER: {Permission.PUBLIC, Permission.SIGNED_IN, Permission.READ},
    Role.CHAIR: {Permission.SIGNED_IN, Permission.READ, Permission.FOLLOW_UP},
    Role.SECRETARY: {Permission.READ, Permission.FOLLOW_UP, Permission.REVIEW},
}


@pytest.mark.parametrize("role", [Role.READER, Role.CHAIR])
def test_whoever_has_a_role_finds_its_pages(
    app: Flask, pages_of: Callable[..., Pages], body: Body, role: Role
) -> None:
    assert left_out(app, reached(pages_of(role, body)), HELD[role]) == []


def test_a_secretary_finds_the_pages_of_reviewing(
    app: Flask, session: Session, sign_in: Callable[..., Pages], body: Body
) -> None:
    karin = session.exec(select(Person).where(Person.name == "Karin Lind")).one()
    assert left_out(app, reached(sign_in(karin)), HELD[Role.SECRETARY]) == []


def test_an_administrator_finds_all_pages(app: Flask, administrator: Pages, body: Body) -> None:
    found = left_out(app, reached(administrator), set(Permission))
    assert found == ["/inlasning/<int:batch_id>"]  # another's
