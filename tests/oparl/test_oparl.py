"""OParl 1.1: objects, lists and filters as the specification asks, and only what is public."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
import requests
from flask import Flask
from sqlmodel import Session

from minutes import clock
from minutes.oparl import queries
from minutes.people.tables import Role
from minutes.publication import publishing, service
from minutes.publication.look import Choice, Kind
from minutes.publication.service import Answer
from minutes.publication.tables import Audience, MeetingNotice, Summons
from tests.builders import Builder
from tests.journeys.conftest import address
from tests.oparl.specification import SCHEMA, TYPES, faults
from tests.pages import Pages
from tests.publication.world import SECRET, World

__all__ = ["address"]

SITE = "http://127.0.0.1:8000"
ROOT = f"{SITE}/protokoll/oparl"
BODY = f"{ROOT}/body/region-sjoland"
EXTERNAL = (
    "organization person membership meeting agendaItem paper consultation file "
    "legislativeTermList locationList"
).split()
LISTS = [each.lower() for each in EXTERNAL]

ALWAYS = {"id", "type", "created", "modified"}


def checked(values: dict[str, Any], kind: str) -> dict[str, Any]:
    """The object, after all that the specification asks of its type."""
    assert list(faults(values, kind)) == []
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
        assert list(faults(page, "list")) == []
        links = page["links"]
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
    for field in EXTERNAL:
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


def test_the_rules_find_what_is_wrong() -> None:
    """Or every object would pass."""
    at = "2026-10-14T13:30:00+02:00"
    whole = {"id": f"{ROOT}/meeting/a/b", "type": f"{SCHEMA}Meeting", "created": at, "modified": at}
    assert list(faults(whole, "Meeting")) == []
    assert list(faults({**whole, "x:own": 1}, "Meeting")) == []
    for wrong in (
        {"start": "2026-10-14"}, {"cancelled": "nej"}, {"organization": "a"}, {"sort": 1},
        {"agendaItem": [{"id": "x"}]}, {"name": ""}, {"deleted": True, "name": "Kvar"},
        {"type": f"{SCHEMA}Paper"}, {"modified": "2026-10-14T13:30:00"}, {"id": "meeting/1"},
    ):  # fmt: skip
        assert list(faults({**whole, **wrong}, "Meeting")), wrong
    for name in ALWAYS:
        assert list(faults({k: v for k, v in whole.items() if k != name}, "Meeting")), name


def test_a_client_reads_all_of_it_over_http(app: Flask, world: World, address: str) -> None:
    """As a harvester does: from the system on, with no other knowledge than the specification."""
    world.published()
    with requests.Session() as session:

        def read(url: str) -> Any:
            answer = session.get(url.replace(SITE, address), timeout=60)
            answer.raise_for_status()
            assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
            return answer.json()

        system = read(f"{ROOT}/system")
        assert list(faults(system, "System")) == []
        seen = Counter({"System": 1})
        lists = [system["body"]]
        while lists:
            url = lists.pop()
            while url:
                page = read(url)
                for each in page["data"]:
                    kind = each["type"].removeprefix(SCHEMA)
                    assert list(faults(each, kind)) == [], each
                    assert read(each["id"]) == each
                    seen[kind] += 1
                    if kind == "Body":
                        lists += [each[name] for name in EXTERNAL]
                url = page["links"].get("next", "")
        for file in read(f"{BODY}/file")["data"]:
            url = file["downloadUrl"].replace(SITE, address)
            assert len(session.get(url, timeout=60).content) == file["size"]
    assert set(seen) == set(TYPES) - {"LegislativeTerm"}  # the minutes say nothing of terms


def test_a_meeting_to_come_is_told_of_and_what_becomes_of_it(
    anonymous: Pages, world: World, pages_of: Callable[..., Pages]
) -> None:
    world.published()
    karin = pages_of(Role.SECRETARY, world.body)
    day = clock.today() + dt.timedelta(days=9)
    form = {"slag": "kallelse", "motesdag": day.isoformat(), "kl": "13:30", "plats": "Gröna salen"}
    karin.send("/organ/largruppen/kungorelser", form)
    held, ahead = listed(anonymous, f"{BODY}/meeting")
    assert held["meetingState"] == "durchgeführt"
    assert checked(ahead, "Meeting") == got(anonymous, ahead["id"])
    assert ahead["id"] == f"{ROOT}/meeting/largruppen/{day.isoformat()}"
    assert (ahead["meetingState"], ahead["cancelled"]) == ("eingeladen", False)
    assert ahead["start"].startswith(f"{day.isoformat()}T13:30:00+0")
    assert anonymous.get(ahead["web"].removeprefix(SITE)).status_code == 200
    assert list(listed(anonymous, f"{ROOT}/organization/largruppen/meeting")) == [held, ahead]

    def since(moment: str) -> dict[str, Any]:
        url = f"{BODY}/meeting?modified_since={quote(moment)}"
        return {each["id"]: each for each in listed(anonymous, url)}

    off = {"stall-in-dag": day.isoformat(), "skal": "Ordföranden är sjuk"}
    karin.send("/organ/largruppen/installda", off)
    called_off = since(ahead["modified"])[ahead["id"]]
    assert called_off["cancelled"] is True
    assert "sjuk" not in str(called_off)
    karin.send("/organ/largruppen/installda", {"stall-in-dag": day.isoformat(), "angra": "1"})
    assert since(called_off["modified"])[ahead["id"]]["cancelled"] is False
    karin.send("/organ/largruppen/kungorelser/1/ta-ned")
    assert list(listed(anonymous, f"{BODY}/meeting")) == [held]
    gone = since(ahead["modified"])[ahead["id"]]
    assert checked(gone, "Meeting")["deleted"] is True
    assert got(anonymous, ahead["id"]) == gone


def test_a_meeting_to_come_has_a_place_and_an_agenda(
    anonymous: Pages,
    world: World,
    pages_of: Callable[..., Pages],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world.published()
    before = {kind: list(listed(anonymous, f"{BODY}/{kind}")) for kind in LISTS}
    karin = pages_of(Role.SECRETARY, world.body)
    day = clock.today() + dt.timedelta(days=9)
    form = {"slag": "kallelse", "motesdag": day.isoformat(), "plats": "Gamla skolan"}
    karin.send("/organ/largruppen/kungorelser", {**form, "punkter": "§ 1 Öppnande\n2. Avgiften"})
    _, ahead = listed(anonymous, f"{BODY}/meeting")
    checked(ahead, "Meeting")
    assert ahead["location"]["description"] == "Gamla skolan"
    assert got(anonymous, ahead["location"]["id"]) == ahead["location"]
    assert ahead["location"] in list(listed(anonymous, f"{BODY}/locationlist"))
    assert [(each["number"], each["name"]) for each in ahead["agendaItem"]] == [
        ("1", "Öppnande"),
        ("2", "Avgiften"),
    ]
    points = list(listed(anonymous, f"{BODY}/agendaitem"))[len(before["agendaitem"]) :]
    assert points == [{**each, "meeting": ahead["id"]} for each in ahead["agendaItem"]]
    for each in points:
        assert checked(each, "AgendaItem") == got(anonymous, each["id"])
    got(anonymous, points[0]["id"].replace("dagordning-1", "dagordning-3"), 404)
    with monkeypatch.context() as small:
        for module in ("paging", "oparl.queries", "oparl.answers", "oparl.lists"):
            small.setattr(f"minutes.{module}.PAGE", 1)
        assert list(listed(anonymous, f"{BODY}/agendaitem?x=1")) == before["agendaitem"] + points


def test_a_place_and_a_point_that_are_no_more_are_told_of_as_deleted(
    anonymous: Pages, world: World, pages_of: Callable[..., Pages]
) -> None:
    at = world.by().at
    world.session.add(
        MeetingNotice(
            body_id=world.body.id, kind=Summons.KALLELSE, date=dt.date(2026, 10, 14),
            place="Gamla skolan", agenda="Öppnande", post_at=at, posted_at=at,
        )
    )  # fmt: skip
    world.published()
    karin = pages_of(Role.SECRETARY, world.body)
    day = clock.today() + dt.timedelta(days=9)
    form = {"slag": "kallelse", "motesdag": day.isoformat(), "plats": "Nya skolan"}
    karin.send("/organ/largruppen/kungorelser", {**form, "punkter": "§ 1 Öppnande\n2. Avgiften"})
    _, ahead = listed(anonymous, f"{BODY}/meeting")
    karin.send("/organ/largruppen/kungorelser/2/ta-ned")
    karin.send("/organ/largruppen/kungorelser", {**form, "plats": "Hallen", "punkter": "Öppnande"})
    _, moved = listed(anonymous, f"{BODY}/meeting")
    assert [each["name"] for each in moved["agendaItem"]] == ["Öppnande"]
    assert moved["location"]["description"] == "Hallen"

    def gone(kind: str) -> set[str]:
        found = list(listed(anonymous, f"{BODY}/{kind}?modified_since=2026-01-01T00:00:00Z"))
        return {each["id"] for each in found if each.get("deleted")}

    held = f"{ROOT}/agendaitem/largruppen/2026-10-14/dagordning-1"  # its minutes stand
    assert gone("agendaitem") == {held, ahead["agendaItem"][1]["id"]}
    assert len(gone("locationlist")) == 2
    assert ahead["location"]["id"] in gone("locationlist")
    for kind in ("agendaitem", "locationlist"):
        of = "AgendaItem" if kind == "agendaitem" else "Location"
        for each in gone(kind):
            assert checked(got(anonymous, each), of)["deleted"] is True
    karin.send("/organ/largruppen/kungorelser/3/ta-ned")
    assert moved["agendaItem"][0]["id"] in gone("agendaitem")


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
        assert list(faults(error, "error")) == []
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
    monkeypatch.setattr("minutes.oparl.lists.PAGE", 1)
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
