"""Feeds, calendars and data, read again by other programs."""

import csv
import datetime as dt
import io
import json

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree
from rdflib import Graph
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from minutes.publication import publishing
from minutes.publication.tables import Audience
from tests.pages import Pages
from tests.publication.world import World

BASE = "http://127.0.0.1:8000"
MEETING = f"{BASE}/protokoll/largruppen/2026-10-14"
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(pages: Pages, path: str = "/protokoll/atom.xml") -> list[dict[str, str]]:
    """The entries of a feed, with what RFC 4287 asks of the feed and of each checked."""
    answer = pages.get(path)
    assert answer.mimetype == "application/atom+xml"
    read = feedparser.parse(answer.data)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    feed = etree.fromstring(answer.data)
    for name in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{name}"), name
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == BASE + path
    found = []
    for entry in feed.iter(f"{ATOM}entry"):
        said = {name: entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "summary")}
        assert said["id"].startswith("urn:uuid:")
        assert dt.datetime.fromisoformat(entry.findtext(f"{ATOM}updated")).tzinfo is not None
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Lärgruppen"
        found.append(said | {"href": entry.find(f"{ATOM}link").get("href")})
    assert [(each.id, each.title, each.link) for each in read.entries] == [
        (each["id"], each["title"], each["href"]) for each in found
    ]
    return found


def test_a_feed_tells_of_what_is_published(anonymous: Pages, world: World) -> None:
    assert entries(anonymous) == []
    world.published()
    (entry,) = entries(anonymous)
    assert entry["href"] == MEETING
    assert entry["title"] == "Lärgruppen 14 oktober 2026"
    assert entries(anonymous, "/protokoll/largruppen/atom.xml") == [entry]


def test_a_feed_tells_of_what_was_taken_back_and_why_but_not_what_it_was(
    anonymous: Pages, world: World
) -> None:
    world.published()
    (before,) = entries(anonymous)
    publishing.withdraw(world.session, world.meeting_id, "Ett namn stod kvar.", world.by())
    (entry,) = entries(anonymous)
    assert entry["id"] == before["id"]
    assert entry["title"] == "Lärgruppen 14 oktober 2026: publiceringen är tillbakatagen"
    assert entry["summary"] == "Skälet: Ett namn stod kvar."
    assert entries(anonymous, "/protokoll/largruppen/atom.xml") == [entry]
    assert anonymous.get("/protokoll/largruppen/kalender.ics").status_code == 200


def test_a_body_that_took_back_what_was_for_its_members_has_no_feed(
    anonymous: Pages, world: World
) -> None:
    world.rules(audience=Audience.MEMBERS)
    world.answer()
    world.publish()
    publishing.withdraw(world.session, world.meeting_id, "Ett namn stod kvar.", world.by())
    for file in ("atom.xml", "kalender.ics"):
        assert anonymous.get(f"/protokoll/largruppen/{file}").status_code == 404


def test_a_calendar_has_meetings_held_and_ahead(anonymous: Pages, world: World) -> None:
    world.published()
    for path in ("/protokoll/kalender.ics", "/protokoll/largruppen/kalender.ics"):
        answer = anonymous.get(path)
        assert answer.mimetype == "text/calendar"
        assert answer.text.count("X-WR-CALNAME") == 1
        events = Calendar.from_ical(answer.data).walk("VEVENT")
        days = sorted(str(each["DTSTART"].dt)[:10] for each in events)
        assert days[0] == "2026-10-14"
        assert all(str(each["SUMMARY"]) == "Lärgruppen" for each in events)
    held = next(each for each in events if str(each["DTSTART"].dt) == "2026-10-14")
    assert MEETING in held["DESCRIPTION"]


def test_a_year_is_saved_as_json(anonymous: Pages, world: World) -> None:
    world.published()
    said = json.loads(anonymous.get("/protokoll/data/2026.json").data)
    (meeting,) = said["möten"]
    assert (meeting["adress"], meeting["justerat"]) == (MEETING, "2026-10-20")
    first = meeting["paragrafer"][0]
    assert first["adress"] == f"{MEETING}#p1"
    assert first["beslut"] == ["Gruppen beslutar att mötena hålls på distans."]
    assert meeting["deltagare"][0]["närvaro"] == "närvarande"


def test_a_year_is_saved_as_a_table(anonymous: Pages, world: World) -> None:
    world.published()
    text = anonymous.get("/protokoll/data/2026.csv").data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    (decision,) = [row for row in rows if row["Slag"] == "beslut"]
    assert decision["Adress"] == f"{MEETING}#p1"
    assert decision["Text"] == "Gruppen beslutar att mötena hålls på distans."


# What DCAT-AP-SE demands of each class.
DEMANDED = {
    DCAT.Catalog: (
        DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset,
    ),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Distribution: (DCAT.accessURL,),
    FOAF.Agent: (FOAF.name,),
}  # fmt: skip


def test_the_data_are_described_for_portals(anonymous: Pages, world: World) -> None:
    world.published()
    said = Graph().parse(data=anonymous.get("/protokoll/data/dcat.rdf").data, format="xml")
    for kind, demanded in DEMANDED.items():
        things = list(said.subjects(RDF.type, kind))
        assert things, kind
        for thing in things:
            for each in demanded:
                assert str(said.value(thing, each) or ""), (thing, each)
    (catalogue,) = said.subjects(RDF.type, DCAT.Catalog)
    (dataset,) = said.objects(catalogue, DCAT.dataset)
    assert {str(said.value(dataset, DCTERMS.title))} == {"Protokoll och beslut"}
    forms = list(said.objects(dataset, DCAT.distribution))
    assert set(forms) == set(said.subjects(RDF.type, DCAT.Distribution))
    files = sorted(str(said.value(each, DCAT.downloadURL)) for each in forms)
    assert files == [f"{BASE}/protokoll/data/2026.{kind}" for kind in ("csv", "json")]
    for file in files:
        assert anonymous.get(file.removeprefix(BASE)).status_code == 200
    assert "2026" in anonymous.open("/protokoll/data").text_content()


@pytest.mark.parametrize("audience", [Audience.MEMBERS, Audience.ORGANISATION])
def test_programs_are_given_only_what_is_for_everybody(
    anonymous: Pages, world: World, audience: Audience
) -> None:
    world.rules(audience=audience)
    world.answer()
    world.publish()
    assert entries(anonymous) == []
    assert Calendar.from_ical(anonymous.get("/protokoll/kalender.ics").data).walk("VEVENT") == []
    for path in ("largruppen/atom.xml", "largruppen/kalender.ics", "data/2026.json"):
        assert anonymous.get(f"/protokoll/{path}").status_code == 404, path


def test_who_has_the_feed_is_not_sent_it_again(anonymous: Pages, world: World) -> None:
    world.published()
    for path in ("/protokoll/atom.xml", "/protokoll/kalender.ics", "/protokoll/data/2026.json"):
        tag = anonymous.get(path).headers["ETag"]
        assert anonymous.get(path, headers={"If-None-Match": tag}).status_code == 304, path
