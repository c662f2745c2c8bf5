"""The application as a whole: errors, headers, permissions, and the pages' frame."""

import gzip
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from flask import Flask, g
from sqlmodel import Session

from minutes.audit import service as audit
from minutes.paging import PAGE
from minutes.people.access import Permission, permission_of, requires
from minutes.people.tables import Role
from minutes.review import service
from minutes.web.requests import LARGEST_FORM
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT, draft_of


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


def test_an_upload_over_the_limit_is_a_page_in_swedish(administrator: Pages) -> None:
    response = administrator.post("/ladda-upp", {"email": "x" * (LARGEST_FORM + 1)})
    assert response.status_code == 413
    assert "En fil får vara högst 20 MB" in response.text


def test_only_the_upload_takes_more_than_a_form_holds(anonymous: Pages) -> None:
    file = {"email": (BytesIO(b"x" * LARGEST_FORM), "stor.txt")}
    response = anonymous.post("/logga-in", file)
    response.request.environ["wsgi.input"].close()  # the test client's own temporary file
    assert response.status_code == 413


def test_what_does_not_exist_and_what_is_not_for_me_are_told_alike(
    session: Session, build: Builder, pages_of: Callable[..., Pages]
) -> None:
    body = build.body(slug="hemligt")
    draft_id = draft_of(session, body)
    meeting_id = service.register_draft(session, draft_id, by=None, at=AT)
    stranger = pages_of(Role.SECRETARY, build.body())
    for hidden, missing in (
        (f"/moten/{meeting_id}", "/moten/777"),
        (f"/moten/{meeting_id}/kalla", "/moten/777/kalla"),
        (f"/granskning/{draft_id}", "/granskning/777"),
        ("/dokument/1", "/dokument/777"),
        ("/organ/hemligt", "/organ/finns-inte"),
    ):
        told = [text_of(stranger.open(path, status=404)) for path in (hidden, missing)]
        assert told[0] == told[1]


def test_a_nul_in_what_is_sent_is_refused(anonymous: Pages, administrator: Pages) -> None:
    administrator.open("/moten?q=%00", status=400)
    assert anonymous.post("/logga-in", {"email": "a\0b"}).status_code == 400


def test_a_script_is_told_that_the_sign_in_has_ended(anonymous: Pages) -> None:
    response = anonymous.get("/mina", headers={"HX-Request": "true"})
    assert response.status_code == 401
    assert "inte längre inloggad" in response.text
    assert "<html" not in response.text


def test_a_bug_is_a_page_with_a_case_number_and_no_trace(
    app: Flask, anonymous: Pages, caplog: pytest.LogCaptureFixture
) -> None:
    app.testing = False

    @requires(Permission.PUBLIC)
    def broken(key: str) -> str:
        raise RuntimeError("secret detail")

    app.add_url_rule("/trasig/<key>", "broken", broken)
    page = anonymous.open("/trasig/hemlig-nyckel", status=500)
    assert "Ärendenummer" in text_of(page)
    assert "secret" not in text_of(page)
    assert "Traceback" not in text_of(page)
    number = page.findtext(".//main//code")
    assert any(number in record.getMessage() for record in caplog.records)
    assert "/trasig/<key>" in caplog.text
    assert "hemlig-nyckel" not in caplog.text


def test_a_form_that_was_open_too_long_is_told_so(administrator: Pages) -> None:
    response = administrator.post_without_token("/hantera/organ", {"name": "Styrelsen"})
    assert response.status_code == 400
    assert "ladda om den" in response.text


def test_an_error_in_a_part_of_a_page_is_only_its_message(anonymous: Pages) -> None:
    response = anonymous.get("/finns-inte", headers={"HX-Request": "true"})
    assert response.status_code == 404
    assert "<html" not in response.text
    assert 'role="alert"' in response.text
    assert response.headers["HX-Reswap"] == "beforebegin"  # what was acted on stays


def test_every_answer_forbids_foreign_scripts_and_frames(anonymous: Pages) -> None:
    for path in ("/logga-in", "/finns-inte", "/static/minutes.css", "/halsa"):
        headers = anonymous.get(path).headers
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe-inline" not in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_what_a_signed_in_person_saw_is_not_kept_by_the_browser(
    anonymous: Pages, administrator: Pages
) -> None:
    assert administrator.get("/organ").headers["Cache-Control"] == "no-store"
    assert anonymous.get("/logga-in").headers["Cache-Control"] == "no-cache"


def test_our_own_files_are_kept_by_the_browser_and_their_addresses_change(
    anonymous: Pages,
) -> None:
    page = anonymous.open("/logga-in")
    style = str(page.xpath("string(//link[contains(@href, 'minutes.css')]/@href)"))
    assert "?v=" in style
    assert "max-age=31536000" in anonymous.get(style).headers["Cache-Control"]


def test_https_is_demanded_once_it_was_used(anonymous: Pages) -> None:
    plain = anonymous.get("/halsa")
    assert "Strict-Transport-Security" not in plain.headers
    secure = anonymous.get("/halsa", base_url="https://localhost")
    assert "max-age=31536000" in secure.headers["Strict-Transport-Security"]


def test_every_answer_bears_an_id_of_its_own(anonymous: Pages) -> None:
    ids = {anonymous.get("/halsa").headers["X-Request-ID"] for _ in range(3)}
    assert len(ids) == 3


def test_whoever_watches_the_machine_gets_an_answer(anonymous: Pages) -> None:
    assert anonymous.get("/halsa").text == "ok\n"


def test_reading_a_page_can_change_nothing(app: Flask, administrator: Pages) -> None:
    @requires(Permission.PUBLIC)
    def isolation() -> str:
        options = g.session.connection().get_execution_options()
        return str(options.get("readonly", False))

    app.add_url_rule("/frågar", "reads", isolation)
    assert administrator.get("/frågar").text == "True"


def test_the_menu_has_no_link_that_leads_nowhere(administrator: Pages) -> None:
    page = administrator.open("/konto")
    for path in set(page.xpath("//header//a/@href")):
        assert administrator.get(path).status_code == 200, path


def test_only_who_reviews_somewhere_is_offered_to_upload(
    pages_of: Callable[..., Pages], build: Builder
) -> None:
    body = build.body()
    uploads = "//header//a[@href='/ladda-upp']"
    assert pages_of(Role.SECRETARY, body).open("/konto").xpath(uploads)
    assert not pages_of(Role.MEMBER, body).open("/konto").xpath(uploads)


def test_every_template_can_be_read(app: Flask) -> None:
    names = app.jinja_env.list_templates(extensions=["html"])
    assert "base.html" in names
    for name in names:
        app.jinja_env.get_template(name)


@pytest.mark.parametrize("digits", [25, 5000])
def test_a_number_that_no_database_can_hold_is_no_address(
    administrator: Pages, digits: int
) -> None:
    number = "9" * digits
    for path in ("/moten", "/granskning", "/dokument", "/hantera/personer"):
        administrator.open(f"{path}/{number}", status=404)


@pytest.mark.parametrize("path", ["/moten", "/atgarder", "/hantera/handelser"])
@pytest.mark.parametrize("page", ["-1", "0", "x", "7", "9" * 25, "9" * 5000])
def test_a_page_of_a_list_that_does_not_exist_is_the_nearest_that_does(
    administrator: Pages, path: str, page: str
) -> None:
    administrator.open(f"{path}?sida={page}")


def test_a_page_link_keeps_the_choice_and_takes_no_orders_from_it(
    session: Session, administrator: Pages
) -> None:
    for _ in range(PAGE + 1):
        audit.append(
            session, at=AT, actor="kommandoraden", act="person.created", subject="person:1"
        )
    session.commit()
    page = administrator.open("/hantera/handelser?_scheme=javascript&_external=1&endpoint=x&q=%26")
    assert page.xpath("//a[@rel='next']/@href") == [
        "/hantera/handelser?_scheme=javascript&_external=1&endpoint=x&q=%26&sida=2"
    ]
    assert page.xpath("//a[@rel='prev']") == []


def test_a_moment_has_its_day_in_sweden(app: Flask) -> None:
    day = app.jinja_env.filters["local_day"]
    assert day(datetime(2026, 11, 21, 23, 30, tzinfo=UTC)) == date(2026, 11, 22)


def test_our_own_files_are_sent_in_fewer_bytes_and_pages_as_they_are(anonymous: Pages) -> None:
    plain = anonymous.get("/static/minutes.css")
    packed = anonymous.get("/static/minutes.css", headers={"Accept-Encoding": "br, gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2
    page = anonymous.get("/logga-in", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in page.headers
    kept = {"If-None-Match": packed.headers["ETag"], "Accept-Encoding": "gzip"}
    assert anonymous.get("/static/minutes.css", headers=kept).status_code == 304
