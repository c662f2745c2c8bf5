"""What a program changes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import Session, select

from minutes.audit.tables import AuditEvent
from minutes.follow_up.tables import ActionEvent, Via
from minutes.people.api_tokens import Scope
from minutes.people.tables import Body, Person, Role
from minutes.review.tables import Draft
from tests.api.conftest import Program
from tests.builders import Builder
from tests.review.drafts import TRANSCRIPT

HOSTILE = Path(__file__).parents[3] / "shared" / "corpus" / "hostile"
FILE = "application/octet-stream"


@pytest.fixture
def action(program: Program) -> int:
    return int(program.get("/actions?owner=karin").json["data"][0]["id"])


def test_an_action_item_is_marked_as_done_and_it_is_written_down_from_where(
    program: Program, session: Session, action: int
) -> None:
    answer = program.ask(
        "POST", f"/actions/{action}/events", json={"kind": "done", "note": "Sänt."}
    )
    assert (answer.status_code, answer.json["state"]) == (200, "done")
    event = session.exec(select(ActionEvent)).one()
    assert (event.via, event.note) == (Via.API, "Sänt.")
    assert session.exec(select(AuditEvent.act)).all()[-1] == "action.done"


def test_it_is_changed_only_in_the_version_that_was_read(program: Program, action: int) -> None:
    read = program.get(f"/actions/{action}").headers["ETag"]
    path, day = f"/actions/{action}/events", {"kind": "more_time", "due": "2999-01-01"}
    too_far = program.ask("POST", path, json=day, headers={"If-Match": read})
    assert (too_far.status_code, too_far.json["status"]) == (422, 422)
    first = program.ask("POST", path, json={"kind": "started"}, headers={"If-Match": read})
    assert first.status_code == 200
    late = program.ask("POST", path, json={"kind": "done"}, headers={"If-Match": read})
    assert (late.status_code, late.mimetype) == (412, "application/problem+json")
    new = {"If-Match": first.headers["ETag"]}
    assert program.ask("POST", path, json={"kind": "done"}, headers=new).status_code == 200
    assert program.ask("POST", path, json={"kind": "done"}).json["state"] == "done"  # so already
    assert program.ask("POST", path, json={"kind": "waiting"}).status_code == 409


@pytest.mark.parametrize(
    "sent,said",
    [
        ({}, "Uppgiften saknas."),
        ({"kind": "klar"}, "något av"),
        ({"kind": "done", "who": 1}, "känns inte igen"),
        ({"kind": "more_time"}, "Ange den nya dagen"),
        ({"kind": "done", "due": "2026-12-01"}, "hör bara till more_time"),
        ({"kind": "more_time", "due": 0}, "går inte att använda"),
        ({"kind": "more_time", "due": "2020-01-01"}, "har redan varit"),
        ({"kind": "commented"}, "Skriv en kommentar"),
        ({"kind": "done", "note": "x" * 5000}, "går inte att använda"),
    ],
)
def test_a_wrong_event_changes_nothing(
    program: Program, session: Session, action: int, sent: object, said: str
) -> None:
    answer = program.ask("POST", f"/actions/{action}/events", json=sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert session.exec(select(ActionEvent)).all() == []


def test_what_is_no_json_is_said(program: Program, action: int) -> None:
    path = f"/actions/{action}/events"
    broken = program.ask("POST", path, data=b"{", content_type="application/json")
    assert (broken.status_code, "inte giltig JSON" in broken.text) == (422, True)
    assert program.ask("POST", path, data={"kind": "done"}).status_code == 415


def test_who_may_only_read_changes_nothing(
    build: Builder, program_of: Callable[..., Program], body: Body, secretary: Person, action: int
) -> None:
    reader = build.person()
    build.mandate(reader, body, Role.READER)
    build.account(reader)
    path = f"/actions/{action}/events"
    for program in (program_of(reader), program_of(secretary, Scope.READ)):
        assert program.ask("POST", path, json={"kind": "done"}).status_code == 403
        assert program.get(f"/actions/{action}").json["state"] == "open"


def test_a_file_becomes_a_draft_and_the_same_again_changes_nothing(
    program: Program, session: Session
) -> None:
    data = TRANSCRIPT.replace("lokaler", "salar").encode()
    path = "/imports?filename=protokoll.md"
    answer = program.ask("POST", path, data=data, content_type=FILE)
    assert answer.status_code == 201
    assert answer.json["is_minutes"] is True
    [draft] = answer.json["drafts"]
    assert session.get(Draft, draft["id"]) is not None
    session.commit()
    again = program.ask("POST", path, data=data, content_type=FILE).json
    assert (again["already_there"], again["drafts"]) == (True, answer.json["drafts"])


def test_a_file_of_another_body_tells_nothing_of_its_draft(
    build: Builder, program: Program, program_of: Callable[..., Program]
) -> None:
    data = TRANSCRIPT.replace("lokaler", "salar").encode()
    program.ask("POST", "/imports?filename=a.md", data=data, content_type=FILE)
    stranger = build.person()
    build.mandate(stranger, build.body("Annan grupp"), Role.SECRETARY)
    build.account(stranger)
    answer = program_of(stranger).ask(
        "POST", "/imports?filename=a.md", data=data, content_type=FILE
    )
    assert (answer.json["already_there"], answer.json["drafts"]) == (True, [])


@pytest.mark.parametrize("name", ["", "a/b.md", "a%0Ab.md"])
def test_a_file_needs_a_name(program: Program, name: str) -> None:
    answer = program.ask("POST", f"/imports?filename={name}", data=b"# A", content_type=FILE)
    assert answer.status_code == 422


@pytest.mark.skipif(not HOSTILE.is_dir(), reason=f"needs the hostile files in {HOSTILE}")
def test_every_hostile_file_ends_in_a_clear_answer(program: Program, session: Session) -> None:
    for file in sorted(HOSTILE.iterdir()):
        if not file.is_file():
            continue
        path = "/imports?filename=" + file.name.replace(" ", "%20").replace("%", "%25")
        answer = program.ask("POST", path, data=file.read_bytes(), content_type=FILE)
        assert answer.status_code in (201, 413, 422), file.name
        if answer.status_code != 201:
            assert answer.mimetype == "application/problem+json"
            assert answer.json["detail"], file.name
