"""What a program reads."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import Session

from minutes.follow_up import service as follow_up
from minutes.follow_up.owners import Owner
from minutes.people.api_tokens import Scope
from minutes.people.tables import Body, Person, Role
from tests.api.conftest import Program
from tests.builders import Builder
from tests.review.drafts import AT

LISTS = ("/bodies", "/meetings", "/items", "/decisions", "/actions")


def test_a_program_learns_whose_key_it_has(program: Program) -> None:
    assert program.get("/me").json == {
        "name": "Siv Ek",
        "scopes": ["read", "follow_up", "import"],
    }


def test_a_meeting_is_answered_with_all_that_its_minutes_say(program: Program) -> None:
    [line] = program.get("/meetings?body=largruppen&year=2026").json["data"]
    assert (line["date"], line["body"], line["decisions"]) == ("2026-10-14", "Lärgruppen", 1)
    meeting = program.get(f"/meetings/{line['id']}").json
    assert [each["name"] for each in meeting["attendance"]] == [
        "Karin Lind",
        "Olle Berg",
        "Sara Ek",
    ]
    assert meeting["attendance"][2]["presence"] == "absent"
    assert [each["title"] for each in meeting["items"]] == ["Föregående möte", "Övriga frågor"]
    assert meeting["decisions"][0]["item_id"] == meeting["items"][0]["id"]
    assert meeting["actions"][0]["owners"][0]["name"] == "Karin Lind"
    assert meeting["announced"][0]["start"] == "13:30:00"


def test_points_decisions_and_actions_are_listed_and_each_has_its_own_address(
    program: Program,
) -> None:
    for list_of in ("items", "decisions", "actions"):
        found = program.get(f"/{list_of}").json
        assert found["total"] == len(found["data"]) >= 1
        first = found["data"][0]
        one = program.get(f"/{list_of}/{first['id']}").json
        assert {name: one[name] for name in first} == first


@pytest.mark.parametrize(
    "query,count",
    [
        ("body=largruppen", 2),
        ("body=finns-inte", 0),
        ("year=1999", 0),
        ("owner=karin", 1),
        ("q=lokaler", 1),
        ("state=done", 0),
        ("standing=open", 2),
        ("page=7", 2),  # the last there is
    ],
)
def test_action_items_are_filtered(program: Program, query: str, count: int) -> None:
    assert len(program.get(f"/actions?{query}").json["data"]) == count


def test_points_are_found_by_their_words(program: Program) -> None:
    [found] = program.get("/items?q=listan&body=largruppen&year=2026").json["data"]
    assert (found["title"], found["meeting_id"]) == ("Föregående möte", 1)
    assert program.get("/items?q=finns-inte").json["data"] == []


def test_an_answer_that_is_unchanged_is_not_sent_again(program: Program) -> None:
    first = program.get("/meetings")
    again = program.get("/meetings", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_stranger_sees_nothing_of_the_body(
    build: Builder, program_of: Callable[..., Program], body: Body
) -> None:
    stranger = build.person()
    build.mandate(stranger, build.body("Annan grupp"), Role.SECRETARY)
    build.account(stranger)
    program = program_of(stranger)
    assert [len(program.get(each).json["data"]) for each in LISTS] == [1, 0, 0, 0, 0]
    hidden = [program.get(f"/{each}/1") for each in ("meetings", "items", "decisions", "actions")]
    missing = program.get("/meetings/999999")
    assert {each.status_code for each in hidden} == {404}
    assert {each.data for each in hidden} == {missing.data}


def test_what_one_has_promised_one_may_read_though_not_the_minutes(
    build: Builder, program_of: Callable[..., Program], session: Session, program: Program
) -> None:
    helper = build.person("Hjalmar Ö")
    build.account(helper)
    action = program.get("/actions?owner=karin").json["data"][0]["id"]
    to = [Owner(helper.name, person_id=helper.id)]
    follow_up.hand_over(session, action, to=to, by=None, at=AT)
    theirs = program_of(helper)
    assert theirs.get(f"/actions/{action}").json["owners"][0]["name"] == "Hjalmar Ö"
    assert theirs.get("/actions").json["data"] == []
    assert theirs.get("/meetings/1").status_code == 404


def test_an_administrators_key_reads_all_and_does_no_more_than_it_is_for(
    build: Builder, program_of: Callable[..., Program], body: Body
) -> None:
    administrator = build.person()
    build.account(administrator, is_administrator=True)
    program = program_of(administrator, Scope.READ)
    assert program.get("/meetings").json["total"] == 1
    refused = program.ask("POST", "/imports?filename=a.md", data=b"# A", content_type="text/plain")
    assert refused.status_code == 403


@pytest.mark.parametrize("token", ["", "minutes_fel", "x" * 5000, "minutes_å"])
def test_a_wrong_key_is_refused(app: object, token: str, body: Body) -> None:
    answer = Program(app, token).get("/meetings")  # type: ignore[arg-type]
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.mimetype == "application/problem+json"


def test_a_cookie_opens_nothing(pages_of: Callable[..., object], body: Body) -> None:
    pages = pages_of(Role.SECRETARY, body)
    assert pages.get("/api/v1/meetings").status_code == 401  # type: ignore[attr-defined]


def test_a_key_that_has_ended_is_refused(
    program_of: Callable[..., Program], secretary: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = program_of(secretary, last_day=date.today())
    assert program.get("/me").status_code == 200
    monkeypatch.setattr("minutes.clock.today", lambda: date(2999, 1, 1))
    assert program.get("/me").status_code == 401


@pytest.mark.parametrize(
    "path,status,said",
    [
        ("/meetings?page=0", 422, "Värdet går inte att använda."),
        ("/meetings?page=tre", 422, "Skriv ett heltal."),
        ("/meetings?sida=2", 422, "Uppgiften känns inte igen."),
        ("/meetings?state=klar", 422, "Värdet ska vara något av"),
        ("/meetings?page=1&page=2", 422, "står flera gånger"),
        ("/meetings/finns", 404, "Det finns inget här"),
        ("/finns/inte", 404, "Det finns inget här"),
        ("/meetings?q=%00", 400, "Kontrollera adressen"),
    ],
)
def test_what_is_wrong_is_said_as_problem_details(
    program: Program, path: str, status: int, said: str
) -> None:
    answer = program.get(path)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    problem = answer.json
    assert problem["status"] == status
    assert said in problem["detail"] + "".join(each["message"] for each in problem["errors"])


def test_a_method_that_is_not_there_is_told_which_are(program: Program) -> None:
    answer = program.ask("DELETE", "/meetings/1")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
