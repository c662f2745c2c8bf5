"""What is made into objects of OParl: publications, and whom and what their minutes name. Pure."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes.justering.minutes_text import Minutes
from minutes.publication.masking import MASK
from minutes.recognition.findings import Presence


@dataclass(frozen=True, slots=True)
class Held:
    """A publication: `organisation` is the key of the OParl body. files: bytes by kind.

    created: when its first version was published. modified: when it was last changed or taken
    back.
    """

    publication_id: int
    organisation: str
    slug: str
    address: str
    text: str
    is_deleted: bool
    created: dt.datetime
    modified: dt.datetime
    files: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Named:
    """A person whom the minutes of one body name, and in which role; or a place.

    is_deleted: only minutes that no longer stand name it.
    """

    slug: str
    organisation: str
    name: str
    created: dt.datetime
    modified: dt.datetime
    role: str = ""
    is_deleted: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others of the body."""
        return key_of(self.name)


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting to come. is_held: minutes of it are published, and it is no longer to come.
    is_deleted: so it is, or its day has passed, or its notice was taken down before.

    places: where it is held, and after that where an earlier notice said. agenda: its points; one
    that only an earlier notice had is empty.
    """

    organisation: str
    slug: str
    body: str
    date: dt.date
    start: dt.time | None
    notice_id: int | None
    places: tuple[str, ...]
    agenda: tuple[str, ...]
    is_cancelled: bool
    is_held: bool
    is_deleted: bool
    created: dt.datetime
    modified: dt.datetime


def key_of(name: str) -> str:
    """What tells a person or a place from the others that a body's minutes name."""
    return hashlib.sha256(name.casefold().encode()).hexdigest()[:16]


def people_of(held: Held, twin: Minutes) -> Iterator[Named]:
    """Whom the minutes name, with the role that they give them."""
    officers = {twin.chair: "Ordförande", twin.secretary: "Sekreterare"}
    there = [each for each in twin.attendees if each.presence is not Presence.COPY]
    roles = {each.name: each.role for each in there}
    for name in dict.fromkeys([*officers, *twin.adjusters, *roles]):
        if is_name(name):
            role = officers.get(name) or roles.get(name, "")
            said = "" if MASK in role else role
            yield Named(held.slug, held.organisation, name, held.created, held.modified, said)


def places_of(held: Held, twin: Minutes) -> Iterator[Named]:
    """Where the minutes say that the body met."""
    if is_name(twin.place):
        yield Named(held.slug, held.organisation, twin.place, held.created, held.modified)


def places_ahead(meeting: Planned) -> Iterator[Named]:
    """Where a meeting to come is held, and as deleted where it is not any longer."""
    for place in meeting.places:
        is_deleted = meeting.is_deleted or place != meeting.places[0]
        about = (meeting.slug, meeting.organisation, place, meeting.created, meeting.modified)
        yield Named(*about, is_deleted=is_deleted)


def is_name(name: str) -> bool:
    """Whether it says who or where, and nothing in it is masked."""
    return bool(name.strip()) and MASK not in name
