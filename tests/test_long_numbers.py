"""Numbers that fit in no database, and years that are none, where a form or an address has them."""

import pytest
from sqlmodel import Session

from tests.builders import Builder
from tests.busy import busy_body
from tests.pages import Pages

LONG, LONGER = "9" * 30, "9" * 5000  # more than SQLite, and more than Python reads

ASKED = (
    "/hantera/personer/1/sla-ihop?med={}",
    "/skriva/1/versioner?jamfor={}",
    "/skriva/1/versioner?jamfor=1&med={}",
    "/granskning/3?sedan={}",
    "/siffror?ar={}",
    "/organ/largruppen/narvarolista.xlsx?ar={}",
)
SENT = (
    ("/hantera/personer/1/sla-ihop", "med", "{}"),
    ("/skriva/2/dagordning/ordning", "punkt", "{}"),
    ("/skriva/2/dagordning/ordning", "flytta", "{}:upp"),
    ("/skriva/1", "version", "{}"),
    ("/moten/2/justering", "person", "{}"),
    ("/granskning/3/mote", "body", "{}"),
    ("/justering/1/punkt", "punkt", "{}"),
)


@pytest.mark.parametrize("number", [LONG, LONGER])
def test_a_number_that_is_too_long_is_answered(
    session: Session, build: Builder, administrator: Pages, number: str
) -> None:
    busy_body(session, build)
    for path in ASKED:
        assert administrator.get(path.format(number)).status_code < 500, path
    for path, name, value in SENT:
        answer = administrator.post(path, {name: value.format(number)})
        assert answer.status_code < 500, (path, name)


@pytest.mark.parametrize("year", ["1", "999", "9999"])
def test_a_year_beside_which_there_is_none_is_no_year(
    build: Builder, administrator: Pages, year: str
) -> None:
    build.body("Lärgruppen", slug="largruppen")
    for path in ("/siffror", "/organ/largruppen/narvarolista.xlsx"):
        assert administrator.get(f"{path}?ar={year}").status_code == 404, path
