"""A public twin put together for reading: its paragraphs with their addresses, and the rest."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from minutes.justering.canonical import read_canonical
from minutes.justering.minutes_text import Attendee, Correction, Minutes, Paragraph
from minutes.people.tables import Body
from minutes.publication.addresses import anchors
from minutes.publication.masking import WITHHELD
from minutes.publication.preparing import Prepared
from minutes.publication.queries import justerat_on
from minutes.publication.tables import Publication, Scope
from minutes.recognition.findings import Presence


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
class Neighbour:
    """Another published meeting of the body."""

    address: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class PublicMeeting:
    """What the public page of a meeting shows. `publication` is None in a preview."""

    body: Body
    twin: Minutes
    points: Sequence[Point]
    decisions_only: bool
    justerat_on: dt.date | None
    justerat_by: Sequence[str]
    publication: Publication | None = None
    files: frozenset[str] = frozenset()
    previous: Neighbour | None = None
    next: Neighbour | None = None

    @property
    def attendance(self) -> dict[Presence, list[Attendee]]:
        """Who was there, by presence."""
        found: dict[Presence, list[Attendee]] = {}
        for each in self.twin.attendees:
            found.setdefault(each.presence, []).append(each)
        return found

    @property
    def summary(self) -> str:
        """One sentence for who sees only a link: the headings of the meeting."""
        headings = [each.paragraph.title for each in self.points if each.paragraph.title]
        return "; ".join(headings)[:200]


def points_of(twin: Minutes) -> list[Point]:
    """The paragraphs with their addresses."""
    return [
        Point(anchor, paragraph, [c for c in twin.corrections if c.place == paragraph.label])
        for anchor, paragraph in zip(anchors(twin.paragraphs), twin.paragraphs, strict=True)
    ]


def preview(now: Prepared) -> PublicMeeting:
    """The page as it would be published."""
    ended = now.round.ended_at
    return PublicMeeting(
        body=now.body,
        twin=now.twin,
        points=points_of(now.twin),
        decisions_only=now.rules.scope is Scope.DECISIONS,
        justerat_on=justerat_on(ended) if ended else None,
        justerat_by=(),
    )


def shown(
    body: Body,
    publication: Publication,
    files: frozenset[str],
    previous: Neighbour | None,
    next_: Neighbour | None,
) -> PublicMeeting:
    """The page of a publication."""
    twin = read_canonical(publication.text)
    return PublicMeeting(
        body=body,
        twin=twin,
        points=points_of(twin),
        decisions_only=publication.scope is Scope.DECISIONS,
        justerat_on=publication.justerat_on,
        justerat_by=[each for each in publication.justerat_by.split("\n") if each],
        publication=publication,
        files=files,
        previous=previous,
        next=next_,
    )
