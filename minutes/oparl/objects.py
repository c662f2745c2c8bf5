"""What is published as the objects of OParl 1.1 (https://schema.oparl.org/1.1/). Pure.

A body of OParl is an organisation of ours, and its organizations are our bodies. Everything is
made of the public twins: a person is somebody whom published minutes name as present or absent, and
a location is where they say that a body met.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from minutes.formatting import long_date
from minutes.justering.minutes_text import Clause, Minutes
from minutes.oparl.held import Held, Named, Planned, is_name, key_of, places_ahead, places_of
from minutes.publication.addresses import anchors
from minutes.publication.masking import WITHHELD
from minutes.recognition.findings import Presence
from minutes.swedish_time import STOCKHOLM, day_in_sweden

SCHEMA = "https://schema.oparl.org/1.1/"
LICENSE = "http://creativecommons.org/publicdomain/zero/1.0/"  # of the data, as in DCAT
HELD = "durchgeführt"  # what the specification calls a meeting whose minutes are published
SUMMONED = "eingeladen"  # and one of which the notice is up
POINT = "dagordning-"  # and its number: a point of an agenda, which is no paragraph of minutes
MIMETYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Makes:
    """Makes the objects of one installation; `root` is where they stand, `site` the public site."""

    root: str
    site: str

    def system(self, created: dt.datetime, modified: dt.datetime) -> Values:
        """Where a client begins."""
        return self._object("System", "system", created, modified) | {
            "oparlVersion": SCHEMA,
            "name": "Protokoll",
            "body": f"{self.root}/body",
            "license": LICENSE,
            "website": self.site,
            "web": f"{self.site}/data",
        }

    def body(self, key: str, name: str, created: dt.datetime, modified: dt.datetime) -> Values:
        """An organisation, with where the lists of all that it has stand."""
        lists = (
            "organization person membership meeting agendaItem paper consultation file "
            "legislativeTermList locationList"
        ).split()
        return self._object("Body", f"body/{key}", created, modified) | {
            "system": f"{self.root}/system",
            "name": name,
            "legislativeTerm": [],
            **{each: f"{self.root}/body/{key}/{each.lower()}" for each in lists},
        }

    def organization(
        self, key: str, slug: str, name: str, created: dt.datetime, modified: dt.datetime
    ) -> Values:
        """One of our bodies."""
        return self._object("Organization", f"organization/{slug}", created, modified) | {
            "body": f"{self.root}/body/{key}",
            "name": name,
            "organizationType": "Gremium",
            "meeting": f"{self.root}/organization/{slug}/meeting",
            "web": f"{self.site}/{slug}",
        }

    def meeting(self, held: Held, twin: Minutes) -> Values:
        """A meeting with its items and its minutes as files."""
        made = self._of("Meeting", held)
        if held.is_deleted:
            return made
        present = [each for each in twin.attendees if each.presence is Presence.PRESENT]
        made |= {
            "name": twin.title,
            "meetingState": HELD,
            "cancelled": False,
            "start": _moment(twin.date, twin.start),
            "organization": [f"{self.root}/organization/{held.slug}"],
            "agendaItem": [self._item(held, twin, place) for place in range(len(twin.paragraphs))],
            "web": self._page(held),
        }
        if twin.end:
            made["end"] = _moment(twin.date, twin.end)
        people = [
            f"{self.root}/person/{held.slug}/{key_of(each.name)}"
            for each in present
            if is_name(each.name)
        ]
        if people:
            made["participant"] = people
        for place in places_of(held, twin):
            made["location"] = self.location(place)
        return made | self._files(held, "resultsProtocol")

    def planned(self, meeting: Planned) -> Values:
        """A meeting to come, at the address that it has when its minutes are published."""
        path = f"meeting/{meeting.slug}/{meeting.date.isoformat()}"
        made = self._object("Meeting", path, meeting.created, meeting.modified)
        if meeting.is_deleted:
            return made | {"deleted": True}
        start = dt.datetime.combine(meeting.date, meeting.start or dt.time(0), STOCKHOLM)
        agenda = [
            _inside(self.point(meeting, number), "meeting")
            for number, point in enumerate(meeting.agenda, 1)
            if point
        ]
        if agenda:
            made["agendaItem"] = agenda
        for place in places_ahead(meeting):
            if not place.is_deleted:
                made["location"] = self.location(place)
        return made | {
            "name": f"{meeting.body} {long_date(meeting.date)}",
            "meetingState": SUMMONED,
            "cancelled": meeting.is_cancelled,
            "start": start.isoformat(),
            "organization": [f"{self.root}/organization/{meeting.slug}"],
            "web": self._board(meeting),
        }

    def point(self, meeting: Planned, number: int) -> Values:
        """A point of the agenda of a meeting to come."""
        day, name = meeting.date.isoformat(), meeting.agenda[number - 1]
        path = f"agendaitem/{meeting.slug}/{day}/{POINT}{number}"
        made = self._object("AgendaItem", path, meeting.created, meeting.modified)
        if meeting.is_deleted or not name:
            return made | {"deleted": True}
        return made | {
            "meeting": f"{self.root}/meeting/{meeting.slug}/{day}",
            "number": str(number),
            "order": number - 1,
            "name": name,
            "web": self._board(meeting),
        }

    def paper(self, held: Held, twin: Minutes) -> Values:
        """The minutes as a document."""
        made = self._of("Paper", held)
        if held.is_deleted:
            return made
        made |= {
            "body": f"{self.root}/body/{held.organisation}",
            "name": twin.title,
            "paperType": "Protokoll",
            "date": twin.date.isoformat(),
            "originatorOrganization": [f"{self.root}/organization/{held.slug}"],
            "consultation": [_inside(self.consultation(held), "paper")],
            "web": self._page(held),
        }
        return made | self._files(held, "mainFile")

    def consultation(self, held: Held) -> Values:
        """That the minutes belong to their meeting."""
        made = self._of("Consultation", held)
        if held.is_deleted:
            return made
        return made | {
            "paper": self._id("paper", held),
            "meeting": self._id("meeting", held),
            "organization": [f"{self.root}/organization/{held.slug}"],
            "role": "Protokoll",
        }

    def agenda_item(self, held: Held, twin: Minutes, anchor: str) -> Values:
        """The paragraph at the anchor; deleted where the minutes have none there any longer."""
        found = anchors(twin.paragraphs)
        if held.is_deleted or anchor not in found:
            path = f"agendaitem/{held.slug}/{held.address}/{anchor}"
            return self._object("AgendaItem", path, held.created, held.modified) | {"deleted": True}
        made = self._item(held, twin, found.index(anchor))
        return made | {"meeting": self._id("meeting", held)}

    def file(self, held: Held, kind: str) -> Values:
        """The minutes as a file."""
        path = f"file/{held.slug}/{held.address}.{kind}"
        made = self._object("File", path, held.created, held.modified)
        if held.is_deleted:
            return made | {"deleted": True}
        url = f"{self._page(held)}/protokoll.{kind}"
        return made | {
            "name": f"Protokoll {held.address}",
            "fileName": f"protokoll-{held.slug}-{held.address}.{kind}",
            "mimeType": MIMETYPES[kind],
            "date": day_in_sweden(held.created).isoformat(),
            "size": held.files.get(kind, 0),
            "accessUrl": url,
            "downloadUrl": url,
            "paper": [self._id("paper", held)],
            "meeting": [self._id("meeting", held)],
        }

    def person(self, named: Named) -> Values:
        """A person, with the role that the minutes give them."""
        made = self._named("Person", named)
        if named.is_deleted:
            return made
        made |= {"body": f"{self.root}/body/{named.organisation}", "name": named.name}
        if named.role:
            made["membership"] = [_inside(self.membership(named), "person")]
        return made

    def membership(self, named: Named) -> Values:
        """The role of a person in a body."""
        made = self._named("Membership", named)
        if named.is_deleted:
            return made
        return made | {
            "person": f"{self.root}/person/{named.slug}/{named.key}",
            "organization": f"{self.root}/organization/{named.slug}",
            "role": named.role,
        }

    def location(self, named: Named) -> Values:
        """Where a body has met."""
        made = self._named("Location", named)
        return made if named.is_deleted else made | {"description": named.name}

    def _board(self, meeting: Planned) -> str:
        """Where the notice of the meeting is up."""
        if meeting.notice_id is None:
            return f"{self.site}/{meeting.slug}"
        return f"{self.site.removesuffix('/protokoll')}/anslagstavla/mote/{meeting.notice_id}"

    def _named(self, kind: str, named: Named) -> Values:
        path = f"{kind.lower()}/{named.slug}/{named.key}"
        made = self._object(kind, path, named.created, named.modified)
        return made | {"deleted": True} if named.is_deleted else made

    def _files(self, held: Held, main: str) -> Values:
        made = [
            _inside(self.file(held, kind), "paper", "meeting")
            for kind in MIMETYPES
            if kind in held.files
        ]
        if not made:
            return {}
        return {main: made[0]} | ({"auxiliaryFile": made[1:]} if made[1:] else {})

    def _item(self, held: Held, twin: Minutes, place: int) -> Values:
        paragraph, anchor = twin.paragraphs[place], anchors(twin.paragraphs)[place]
        path = f"agendaitem/{held.slug}/{held.address}/{anchor}"
        made = self._object("AgendaItem", path, held.created, held.modified) | {
            "name": paragraph.title or paragraph.label,
            "order": place,
            "public": paragraph.title != WITHHELD,
            "web": f"{self._page(held)}#{anchor}",
        }
        if paragraph.number:
            made["number"] = paragraph.number
        decided = [each for each in paragraph.parts if isinstance(each, Clause)]
        if decided:
            made["resolutionText"] = "\n\n".join(each.quote or each.text for each in decided)
        return made

    def _of(self, kind: str, held: Held) -> Values:
        path = f"{kind.lower()}/{held.slug}/{held.address}"
        made = self._object(kind, path, held.created, held.modified)
        return made | {"deleted": True} if held.is_deleted else made

    def _id(self, kind: str, held: Held) -> str:
        return f"{self.root}/{kind}/{held.slug}/{held.address}"

    def _page(self, held: Held) -> str:
        return f"{self.site}/{held.slug}/{held.address}"

    def _object(self, kind: str, path: str, created: dt.datetime, modified: dt.datetime) -> Values:
        return {
            "id": f"{self.root}/{path}",
            "type": f"{SCHEMA}{kind}",
            "created": _iso(created),
            "modified": _iso(modified),
        }


def _inside(made: Values, *backwards: str) -> Values:
    """An object within another: without what points back to it."""
    return {name: value for name, value in made.items() if name not in backwards}


def _iso(moment: dt.datetime) -> str:
    return moment.astimezone(STOCKHOLM).isoformat(timespec="seconds")


def _moment(day: dt.date, time: str) -> str:
    """The moment in Sweden; the beginning of the day where the minutes say no time (13.30)."""
    hour, _, minute = time.partition(".")
    at = dt.time(int(hour), int(minute or 0)) if hour.isdigit() else dt.time(0)
    return dt.datetime.combine(day, at, STOCKHOLM).isoformat()
