"""Every form with which a file is sent, with a file that is larger than other forms may be."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from sqlmodel import Session, select

from minutes.people.tables import Person
from minutes.web.requests import LARGEST_FORM, MANY_FILES, ONE_FILE
from tests.builders import Builder
from tests.busy import busy_body
from tests.pages import Pages

pytestmark = pytest.mark.slow

PAGES = (
    "/inlasning",
    "/justering/1",
    "/kontrollera",
    "/ladda-upp",
    "/moten/2",
    "/organ/largruppen/ledamoter",
    "/organ/largruppen/wordmall",
    "/organ/largruppen/wordmall-arsberattelse",
)
# For programs; and only where PDF files are sealed.
ELSEWHERE = {"api.import_file", "justering.signed_file"}


def test_every_form_for_files_takes_a_large_one(
    app: Flask, session: Session, build: Builder, sign_in: Callable[..., Pages]
) -> None:
    busy_body(session, build)
    karin = sign_in(session.exec(select(Person).where(Person.name == "Karin Lind")).one())
    taken = set()
    for address in PAGES:
        for field in karin.open(address).xpath("//form//input[@type='file']"):
            path = field.xpath("string(ancestor::form/@action)") or address
            large = BytesIO(b"x" * 2 * LARGEST_FORM), "stor.pdf"
            answer = karin.post(path, {field.get("name"): large})
            answer.request.environ["wsgi.input"].close()  # the test client's own temporary file
            assert answer.status_code != 413, path
            taken.add(app.url_map.bind("").match(path, method="POST")[0])
    assert taken == {*ONE_FILE, *MANY_FILES} - ELSEWHERE
