"""The minutes as they are before anybody has written in them: head, attendance, headings. Pure.

They are made in the form that our own reading knows best.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes.formatting import clock_times
from minutes.people.tables import Role
from minutes.people.words import ROLE_WORDS
from minutes.recognition.findings import MinutesKind, Presence
from minutes.writing.numbering import written_number
from minutes.writing.tables import NumberStyle

ATTENDANCE = "## Närvaro"
PRESENCE_HEADINGS = {
    Presence.PRESENT: "Närvarande",
    Presence.ABSENT: "Förhinder",
    Presence.COPY: "Kopia till",
}


@dataclass(frozen=True, slots=True)
class Head:
    """Of which meeting the minutes are."""

    body: str
    organisation: str
    kind: MinutesKind
    date: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""
    adjusters: tuple[str, ...] = ()
    title: str = ""
    times: str = ""  # as they are printed, where they are not known as times


@dataclass(frozen=True, slots=True)
class Attending:
    """Somebody in the list of attendance. `note` says for whom a substitute serves, or from and
    to which paragraph somebody was there.
    """

    name: str
    role: str = ""
    presence: Presence = Presence.PRESENT
    note: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A point of the agenda: its title, and what is written below it beforehand."""

    title: str
    text: str = ""


def skeleton(
    head: Head,
    people: Sequence[Attending],
    points: Sequence[Heading],
    *,
    first: int,
    style: NumberStyle,
) -> str:
    """The text to begin with. `first`: the number of the first paragraph."""
    parts = [*head_lines(head), ATTENDANCE, *attendance_lines(people)]
    for number, point in enumerate(points, first):
        parts.append(f"## {written_number(style, number, head.date)} {one_line(point.title)}")
        parts.append(point.text.strip())
    return "\n\n".join(part for part in parts if part) + "\n"


def head_lines(head: Head) -> list[str]:
    """The head, a paragraph a fact; what is not known yet has its label, to be filled in."""
    word = "Protokoll" if head.kind is MinutesKind.PROTOKOLL else "Minnesanteckningar"
    title = head.title or f"{word} {head.body} {head.date.isoformat()}"
    times = clock_times(head.start, head.end) if head.start else head.times
    fields = (
        ("Organisation", head.organisation),
        ("Organ", head.body),
        ("Datum", head.date.isoformat()),
        ("Tid", f"kl. {times}" if times else ""),
        ("Plats", head.place),
        ("Ordförande", head.chair),
        ("Sekreterare", head.secretary),
        ("Justerare", ", ".join(head.adjusters)),
    )
    return [
        f"# {one_line(title)}",
        *(f"{label}: {one_line(value)}" for label, value in fields if value),
    ]


def attendance_lines(people: Iterable[Attending]) -> list[str]:
    """The lists of those present, absent and copied in, each under its heading."""
    by_presence: dict[Presence, list[Attending]] = {each: [] for each in Presence}
    for person in people:
        by_presence[person.presence].append(person)
    lines = []
    for presence, those in by_presence.items():
        if those:
            lines.append(f"### {PRESENCE_HEADINGS[presence]}")
            lines.append("\n".join(f"- {_line_of(person)}" for person in those))
    return lines


def _line_of(person: Attending) -> str:
    said = ", ".join(filter(None, (person.name, person.role, person.organisation)))
    return one_line(f"{said} ({person.note})" if person.note else said)


def one_line(text: str) -> str:
    """The words on one line."""
    return " ".join(text.split())


def role_of(role: Role) -> str:
    """What a role is called in minutes."""
    return str(ROLE_WORDS[role])
