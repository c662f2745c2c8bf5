"""OParl 1.1: types, required fields and paging as the specification asks, and only what is public.

The tables are written from the specification: for each type its required fields, and what
each field that we give has to be.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from sqlmodel import Session

from minutes.oparl import queries
from minutes.publication import publishing, service
from minutes.publication.look import Choice, Kind
from minutes.publication.service import Answer
from minutes.publication.tables import Audience
from tests.builders import Builder
from tests.pages import Pages
from tests.publication.world import SECRET, World

SITE = "http://127.0.0.1:8000"
ROOT = f"{SITE}/protokoll/oparl"
BODY = f"{ROOT}/body/region-sjoland"
SCHEMA = "https://schema.oparl.org/1.1/"
LISTS = (
    "organization person membership meeting agendaitem paper consultation file "
    "legislativetermlist locationlist"
).split()

REQUIRED = {
    "System": {"oparlVersion", "body"},
    "Body": {
        "name", "organization", "person", "meeting", "paper", "legislativeTerm", "agendaItem",
        "consultation", "file", "locationList", "legislativeTermList", "membership",
    },
    "Organization": set(),
    "Person": set(),
    "Membership": set(),
    "Meeting": set(),
    "AgendaItem": set(),
    "Paper": set(),
    "Consultation": set(),
    "File": {"accessUrl"},
    "Location": set(),
}  # fmt: skip
ALWAYS = {"id", "type", "created", "modified"}
URL, TEXT, TIME, DAY, TRUTH, NUMBER = "url", "text", "time", "day", "truth", "number"
FIELDS: dict[str, dict[str, Any]] = {
    "System": {"oparlVersion": URL, "name": TEXT, "body": URL, "website": URL, "web": URL},
    "Body": {
        "system": URL, "name": TEXT, "legislativeTerm": [URL], "organization": URL, "person": URL,
        "membership": URL, "meeting": URL, "agendaItem": URL, "paper": URL, "consultation": URL,
        "file": URL, "legislativeTermList": URL, "locationList": URL,
    },
    "Organization": {
        "body": URL, "name": TEXT, "organizationType": TEXT, "meeting": URL, "web": URL,
    },
    "Person": {"body": URL, "name": TEXT, "membership": ["Membership"]},
    "Membership": {"person": URL, "organization": URL, "role": TEXT},
    "Meeting": {
        "name": TEXT, "meetingState": TEXT, "cancelled": TRUTH, "start": TIME, "end": TIME,
        "organization": [URL], "participant": [URL], "resultsProtocol": "File",
        "auxiliaryFile": ["File"], "agendaItem": ["AgendaItem"], "web": URL,
        "location": "Location",
    },
    "AgendaItem": {
        "meeting": URL, "number": TEXT, "order": NUMBER, "name": TEXT, "public": TRUTH,
        "resolutionText": TEXT, "web": URL,
    },
    "Paper": {
        "body": URL, "name": TEXT, "date": DAY, "paperType": TEXT, "mainFile": "File",
        "auxiliaryFile": ["File"], "originatorOrganization": [URL],
        "consultation": ["Consultation"], "web": URL,
    },
    "Location": {"description": TEXT},
    "Consultation": {"paper": URL, "meeting": URL, "organization": [URL], "role": TEXT},
    "File": {
        "name": TEXT, "fileName": TEXT, "mimeType": TEXT, "date": DAY, "size": NUMBER,
        "accessUrl": URL, "downloadUrl": URL, "paper": [URL], "meeting": [URL],
    },
}  # fmt: skip


def check(value: Any, kind: Any, where: str) -> None:
    """The value is what the table says."""
    if isinstance(kind, list):
        assert isinstance(value, list), where
        for each in value:
            check(each, kind[0], where)
    elif kind in FIELDS:
        checked(value, kind)
    elif kind == NUMBER:
        assert type(value) is int, where
    elif kind == TRUTH:
        assert type(value) is bool, where
    else:
        assert isinstance(value, str), where
        assert value, where
        if kind == URL:
            assert re.fullmatch(r"https?://[^\s]+", value), (where, value)
        elif kind == TIME:
            assert dt.datetime.fromisoformat(value).tzinfo is not None, where
        elif kind == DAY:
            assert dt.date.fromisoformat(value), where


def checked(values: dict[str, Any], kind: str) -> dict[str, Any]:
    """The object, after all that the specification asks of its type."""
    assert values["type"] == f"{SCHEMA}{kind}"
    assert values.keys() >= ALWAYS | (set() if values.get("deleted") else REQUIRED[kind])
    for name, value in values.items():
        assert value is not None, (kind, name)
        if name == "deleted":
            assert value is True
        else:
            known = {"id": URL, "type": URL, "created": TIME, "modified": TIME} | FIELDS[kind]
            check(value, known[name], f"{kind}.{name}")
    return values


def got(pages: Pages, url: str, status: int = 200) -> Any:
    answer = pages.get(url.removeprefix(SITE))
    assert answer.status_code == status, url
    assert answer.mimetype == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    return answer.json


def listed(pages: Pages, url: str) -> Iterator[dict[str, Any]]:
    """The objects of a list, page after page, with what is asked of each page."""
    self, last = None, None
    while url:
        page = got(pages, url)
        assert page.keys() >= {"data", "links"}
        links = page["links"]
        assert links.keys() <= {"first", "prev", "self", "next", "last"}
        assert self is None or links["prev"] == self
        self, last = links["self"], links["last"]
        about = page["pagination"]
        assert len(page["data"]) <= about["elementsPerPage"]
        assert "next" in links or about["currentPage"] == about["totalPages"]
        yield from page["data"]
        url = links.get("next", "")
    assert self == last


def test_every_object_is_what_the_specification_asks(anonymous: Pages, world: World) -> None:
    world.published()
    system = checked(got(anonymous, f"{ROOT}/system"), "System")
    (body,) = listed(anonymous, system["body"])
    checked(body, "Body")
    assert body["id"] == BODY
    counts = {}
    for field in ("organization", "person", "membership", "meeting", "agendaItem", "paper",
                  "consultation", "file", "legislativeTermList", "locationList"):  # fmt: skip
        kind = (field[0].upper() + field[1:]).removesuffix("List")
        found = list(listed(anonymous, body[field]))
        counts[field] = len(found)
        for each in found:
            checked(each, kind)
            assert got(anonymous, each["id"]) == each, each["id"]  # each stands at its own address
    assert counts == {
        "organization": 1, "person": counts["person"], "membership": counts["membership"],
        "meeting": 1, "agendaItem": 2, "paper": 1, "consultation": 1, "file": 2,
        "legislativeTermList": 0, "locationList": 1,
    }  # fmt: skip
    assert counts["person"] >= counts["membership"] >= 2


def test_what_stands_in_an_object_leads_somewhere(anonymous: Pages, world: World) -> None:
    world.published()
    (meeting,) = listed(anonymous, f"{BODY}/meeting")
    assert list(listed(anonymous, f"{ROOT}/organization/largruppen/meeting")) == [meeting]
    for url in (*meeting["organization"], *meeting["participant"]):
        got(anonymous, url)
    for file in (meeting["resultsProtocol"], *meeting["auxiliaryFile"]):
        answer = anonymous.get(file["accessUrl"].removeprefix(SITE))
        assert (answer.status_code, len(answer.data)) == (200, file["size"])
        assert answer.mimetype == file["mimeType"]
    assert meeting["agendaItem"][0]["resolutionText"] == (
        "Gruppen beslutar att mötena hålls på distans."
    )
    assert anonymous.get(meeting["web"].removeprefix(SITE)).status_code == 200
    (paper,) = listed(anonymous, f"{BODY}/paper")
    assert paper["mainFile"]["id"] == meeting["resultsProtocol"]["id"]


def test_what_is_masked_is_in_no_object(anonymous: Pages, world: World) -> None:
    world.published()
    for kind in LISTS:
        text = anonymous.get(f"/protokoll/oparl/body/region-sjoland/{kind}").text
        for secret in SECRET:
            assert secret not in text, kind


@pytest.mark.parametrize("audience", [Audience.MEMBERS, Audience.ORGANISATION])
def test_only_what_is_for_everybody_is_given(
    anonymous: Pages, world: World, audience: Audience
) -> None:
    world.rules(audience=audience)
    world.answer()
    world.publish()
    assert list(listed(anonymous, f"{ROOT}/body")) == []
    for path in ("body/region-sjoland", "organization/largruppen", "meeting/largruppen/2026-10-14",
                 "file/largruppen/2026-10-14.pdf", "body/region-sjoland/meeting"):  # fmt: skip
        error = got(anonymous, f"{ROOT}/{path}", 404)
        assert error == {"type": f"{SCHEMA}Error", "message": "There is no such object."}


def test_one_asks_for_what_was_changed(anonymous: Pages, world: World) -> None:
    world.published()
    (meeting,) = listed(anonymous, f"{BODY}/meeting")
    at = meeting["modified"]
    later = (dt.datetime.fromisoformat(at) + dt.timedelta(seconds=1)).isoformat()
    for kind in ("meeting", "person", "agendaitem", "file", "organization"):
        for name, moment, is_there in (
            ("modified_since", at, True),
            ("modified_since", later, False),
            ("modified_until", at, True),
            ("created_since", later, False),
            ("created_until", later, True),
            ("created_until", "2020-01-01T00:00:00Z", False),
        ):
            url = f"{BODY}/{kind}?{name}={quote(moment)}"
            assert bool(list(listed(anonymous, url))) is is_there, url


def test_what_is_taken_back_is_told_to_who_asks_what_changed(
    anonymous: Pages, world: World
) -> None:
    world.published()
    (before,) = listed(anonymous, f"{BODY}/meeting")
    later = world.by(at=world.by().at + dt.timedelta(hours=1))
    publishing.withdraw(world.session, world.meeting_id, "Ett namn stod kvar.", later)
    assert list(listed(anonymous, f"{BODY}/meeting")) == []
    (gone,) = listed(anonymous, f"{BODY}/meeting?modified_since={quote(before['modified'])}")
    assert gone == {
        "id": before["id"],
        "type": before["type"],
        "created": before["created"],
        "modified": gone["modified"],
        "deleted": True,
    }
    assert gone["modified"] > before["modified"]
    for each in (gone["id"], before["resultsProtocol"]["id"], before["agendaItem"][0]["id"]):
        assert got(anonymous, each)["deleted"] is True
    assert list(listed(anonymous, f"{BODY}/person")) == []


def told_since(pages: Pages, kind: str, moment: str) -> dict[str, bool]:
    """What a list tells that was modified since: each id, and whether it is deleted."""
    found = list(listed(pages, f"{BODY}/{kind}?modified_since={quote(moment)}"))
    for each in found:
        assert got(pages, each["id"]) == each
        if each.get("deleted"):
            assert each.keys() == ALWAYS | {"deleted"}
    return {each["id"]: each.get("deleted", False) for each in found}


def test_every_list_tells_what_was_deleted_since(anonymous: Pages, world: World) -> None:
    world.published()
    before = {
        kind: {each["id"] for each in listed(anonymous, f"{BODY}/{kind}")}
        for kind in LISTS
        if kind not in ("organization", "legislativetermlist")
    }
    at = world.by().at
    later = world.by(at=at + dt.timedelta(hours=1))
    publishing.withdraw(world.session, world.meeting_id, "Ett namn stod kvar.", later)
    for kind, ids in before.items():
        assert ids, kind
        assert list(listed(anonymous, f"{BODY}/{kind}")) == []
        assert told_since(anonymous, kind, at.isoformat()) == dict.fromkeys(ids, True), kind
        much_later = (at + dt.timedelta(hours=2)).isoformat()
        assert told_since(anonymous, kind, much_later) == {}


def test_who_is_masked_later_is_told_as_deleted(anonymous: Pages, world: World) -> None:
    world.published()
    at = world.by().at
    (anna,) = [each for each in listed(anonymous, f"{BODY}/person") if "Anna" in each["name"]]
    answers = [Answer(e.finding.words, e.finding.kind, Choice.MASK) for e in world.prepared.looked]
    answers.append(Answer(anna["name"], Kind.OWN, Choice.MASK))
    later = world.by(at=at + dt.timedelta(hours=1))
    service.answer(world.session, world.meeting_id, answers, {}, later)
    publishing.publish(world.session, world.meeting_id, None, later)
    assert anna["id"] not in {each["id"] for each in listed(anonymous, f"{BODY}/person")}
    told = told_since(anonymous, "person", at.isoformat())
    assert [each for each, is_deleted in told.items() if is_deleted] == [anna["id"]]
    for kind in LISTS:
        text = anonymous.get(f"/protokoll/oparl/body/region-sjoland/{kind}").text
        assert anna["name"] not in text, kind


def test_lists_are_given_in_pages(
    anonymous: Pages, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.published()
    whole = list(listed(anonymous, f"{BODY}/agendaitem"))
    monkeypatch.setattr("minutes.paging.PAGE", 1)
    monkeypatch.setattr("minutes.oparl.queries.PAGE", 1)
    monkeypatch.setattr("minutes.oparl.history.PAGE", 1)
    monkeypatch.setattr("minutes.oparl.answers.PAGE", 1)
    monkeypatch.setattr("minutes.oparl.routes.PAGE", 1)
    for name in ("modified_since", "created_since"):
        url = f"{BODY}/agendaitem?{name}={quote('2020-01-01T00:00:00+01:00')}"
        first = got(anonymous, url)
        assert first["pagination"] == {
            "totalElements": 2, "elementsPerPage": 1, "currentPage": 1, "totalPages": 2,
        }  # fmt: skip
        assert f"{name}=" in first["links"]["next"]
        assert list(listed(anonymous, url)) == whole


@pytest.mark.parametrize("query", ["modified_since=igår", "created_until=2026-99-99", "page=x"])
def test_a_question_that_cannot_be_read_is_answered(
    anonymous: Pages, world: World, query: str
) -> None:
    world.published()
    answer = anonymous.get(f"/protokoll/oparl/body/region-sjoland/meeting?{query}")
    if query.startswith("page"):
        assert answer.status_code == 200
    else:
        assert answer.status_code == 400
        assert answer.json["type"] == f"{SCHEMA}Error"


def test_a_body_without_organisation_is_its_own(
    session: Session, world: World, build: Builder
) -> None:
    world.published()
    body = world.body
    body.organisation = ""
    session.add(body)
    session.commit()
    assert [each.key for each in queries.organs(session)] == ["largruppen"]
