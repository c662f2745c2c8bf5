"""A public twin put together for reading: its paragraphs with their addresses, and the rest."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from minutes.justering.canonical import read_canonical
from minutes.justering.minutes_text import Announced, Attendee, Correction, Minutes, Paragraph
from minutes.publication.addresses import anchors
from minutes.publication.announced import told_apart
from minutes.publication.masking import WITHHELD
from minutes.publication.preparing import Prepared
from minutes.publication.queries import justerat_on
from minutes.publication.tables import Publication, Scope
from minutes.recognition.findings import Presence
from minutes.swedish_time import day_in_sweden

LONGEST_SUMMARY = 200


@dataclass(frozen=True, slots=True)
class Point:
    """A paragraph and its address on the page. `corrections` are those of its text."""

    anchor: str
    paragraph: Paragraph
    corrections: Sequence[Correction]

    @property
    def is_withheld(self) -> bool:
        """Whether only its number is published."""
        return self.paragraph.title == WITHHELD


@dataclass(frozen=True, slots=True)
class Content:
    """What the text of a page is made of. changed_on: when this version took the place of another,
    with what is new in it.
    """

    twin: Minutes
    points: Sequence[Point]
    decisions_only: bool
    justerat_on: dt.date | None
    justerat_by: Sequence[str] = ()
    changed_on: dt.date | None = None
    changes: Sequence[str] = ()
    address: str = ""  # empty before it is published

    @property
    def attendance(self) -> dict[Presence, list[Attendee]]:
        """Who was there, by presence."""
        found: dict[Presence, list[Attendee]] = {}
        for each in self.twin.attendees:
            found.setdefault(each.presence, []).append(each)
        return found

    @property
    def ahead(self) -> Sequence[Announced]:
        """The meetings ahead of which no point tells."""
        return told_apart(self.twin)

    @property
    def summary(self) -> str:
        """One sentence for who sees only a link: the headings of the meeting."""
        headings = [each.paragraph.title for each in self.points if each.paragraph.title]
        return "; ".join(headings)[:LONGEST_SUMMARY]


@dataclass(frozen=True, slots=True)
class Text:
    """What a page says of a meeting, its paragraphs, and what stands beside them."""

    facts: Markup
    minutes: Markup
    aside: Markup
    summary: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another published meeting of the body."""

    address: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class PublicMeeting:
    """What the public page of a meeting shows. In a preview it has no address."""

    body: str
    slug: str
    title: str
    date: dt.date
    text: Text
    address: str = ""
    published_at: dt.datetime | None = None
    previous: Neighbour | None = None
    next: Neighbour | None = None


def points_of(twin: Minutes) -> list[Point]:
    """The paragraphs with their addresses."""
    return [
        Point(anchor, paragraph, [c for c in twin.corrections if c.place == paragraph.label])
        for anchor, paragraph in zip(anchors(twin.paragraphs), twin.paragraphs, strict=True)
    ]


def content_before(now: Prepared) -> Content:
    """What would be published."""
    ended = now.round.ended_at
    return Content(
        twin=now.twin,
        points=points_of(now.twin),
        decisions_only=now.rules.scope is Scope.DECISIONS,
        justerat_on=justerat_on(ended) if ended else None,
    )


def content_of(publication: Publication) -> Content:
    """What is published."""
    twin = read_canonical(publication.text)
    is_later = publication.version > 1
    return Content(
        twin=twin,
        points=points_of(twin),
        decisions_only=publication.scope is Scope.DECISIONS,
        justerat_on=publication.justerat_on,
        justerat_by=_lines(publication.justerat_by),
        changed_on=day_in_sweden(publication.published_at) if is_later else None,
        changes=_lines(publication.changes),
        address=publication.address,
    )


def _lines(text: str) -> list[str]:
    return [each for each in text.split("\n") if each]
