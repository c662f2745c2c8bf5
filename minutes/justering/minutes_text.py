"""What is signed, as values: all of a meeting, some of its paragraphs, or a correction. Pure."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from minutes.formatting import long_date
from minutes.recognition.findings import Presence
from minutes.register.grids import Grid, with_grids
from minutes.register.placing import in_place, with_letters
from minutes.texts import N_

_WITH_DAY = re.compile(r"^(.+) \((\d{4}-\d{2}-\d{2})\)$")
_MARKER = re.compile(r"^(?:\d{1,2}[.)]|[a-z]\)|[-–•*])\s+")
JUSTERARE = N_("justerare")  # as what who adjusts minutes signs


class TextKind(StrEnum):
    """What a text is; of minutes the same words as MinutesKind."""

    PROTOKOLL = "protokoll"
    MINNESANTECKNINGAR = "minnesanteckningar"
    ANNUAL_REPORT = "årsberättelse"


class ClauseKind(StrEnum):
    """What a clause of a paragraph is."""

    DECISION = "beslut"
    ACTION = "åtgärd"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody in the list of attendance, as the minutes write them."""

    presence: Presence
    name: str
    role: str = ""
    organisation: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A decision or an action item: the minutes' own words, and the tidied ones."""

    kind: ClauseKind
    text: str
    quote: str
    owners: tuple[str, ...] = ()
    due: str = ""
    done: bool = False

    @property
    def due_once(self) -> str:
        """When it is due; a day whose own words are the day is said once."""
        both = _WITH_DAY.match(self.due)
        if both is None:
            return self.due
        words, day = both.groups()
        return words if words == day or words == _in_words(day) else self.due

    @property
    def says_more(self) -> bool:
        """Whether the minutes' own words are others than the tidied ones."""
        return _bare(self.quote) != _bare(self.text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A point of the agenda. One without title holds what stands before the first, or nowhere."""

    number: str = ""
    title: str = ""
    depth: int = 0
    text: str = ""
    clauses: tuple[Clause, ...] = ()

    @property
    def is_point(self) -> bool:
        """Whether it has a heading: what stands outside of every point has none."""
        return bool(self.number or self.title)

    @property
    def parts(self) -> list[str | Grid | Clause]:
        """The running text with each decision in its place."""
        decisions = [each for each in self.clauses if each.kind is ClauseKind.DECISION]
        placed = in_place(self.text, decisions, lambda decision: decision.quote)
        parts: list[str | Clause] = with_letters(placed, _lettered)
        return with_grids(parts)

    @property
    def actions(self) -> list[Clause]:
        """The action items."""
        return [each for each in self.clauses if each.kind is ClauseKind.ACTION]

    @property
    def label(self) -> str:
        """What it is called: § 4 Lokaler."""
        called = " ".join(filter(None, (self.number, self.title)))
        return called or ("Text utanför punkterna" if self.text else "Utanför punkterna")


@dataclass(frozen=True, slots=True)
class Announced:
    """A coming meeting, in words."""

    when: str
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A rättelse: where, what stood there, what is to stand there instead, and why."""

    place: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """What is signed: minutes, some paragraphs of them, a correction, or an annual report, whose
    sections are paragraphs and whose date is the day on which it was finished.

    source: the hash of the file that the minutes came in.
    covers: what a part is of ("omedelbar justering", "rättelse"); empty for the whole.
    corrects: the fingerprint of the text that a correction corrects.
    """

    body: str
    organisation: str
    kind: TextKind
    title: str
    date: dt.date
    start: str = ""
    end: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    adjusters: tuple[str, ...] = ()
    source: str = ""
    covers: str = ""
    corrects: str = ""
    attendees: tuple[Attendee, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    ahead: tuple[Announced, ...] = ()
    attachments: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def labels(self) -> list[str]:
        """What each paragraph is called, where two of them may stand outside of the points."""
        points = [each.is_point for each in self.paragraphs]
        return [
            each.label
            if each.is_point or points.count(False) == 1
            else N_("Text före första punkten")
            if not any(points[:place])
            else N_("Text efter sista punkten")
            for place, each in enumerate(self.paragraphs)
        ]

    def only(self, places: Iterable[int], covers: str) -> "Minutes":
        """The paragraphs at these places, with the head and the attendance of the meeting."""
        chosen = tuple(self.paragraphs[place] for place in sorted(set(places)))
        return replace(self, covers=covers, paragraphs=chosen, ahead=(), attachments=())


def _lettered(letter: str, clause: Clause) -> Clause:
    return replace(clause, quote=f"{letter} {clause.quote}")


def _in_words(day: str) -> str:
    try:
        return long_date(dt.date.fromisoformat(day))
    except ValueError:  # the minutes' own words: senast (2026-02-31)
        return ""


def _bare(text: str) -> str:
    return _MARKER.sub("", " ".join(text.split())).rstrip(".,;").casefold()
