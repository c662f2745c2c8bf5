"""What the law or the body asks of minutes, and a text lacks: remarks, never a block. Pure.

A rule sees the facts and says what it misses, on which line, and where that is asked for.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from minutes.people.tables import Regime
from minutes.recognition.findings import MinutesKind, Presence
from minutes.register import serving
from minutes.texts import N_
from minutes.writing.numbering import Fault


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the list of attendance. `line` is 0 where it is not known."""

    name: str
    presence: Presence
    role: str = ""
    note: str = ""
    line: int = 0

    @property
    def about(self) -> str:
        """Role and note."""
        return f"{self.role} {self.note}".strip()

    @property
    def is_substitute(self) -> bool:
        """Whether they have no seat of their own."""
        return serving.is_substitute(self.about)

    @property
    def serves(self) -> bool:
        """Whether they have a vote at the meeting."""
        return self.presence is Presence.PRESENT and serving.serves(self.about)


@dataclass(frozen=True)
class Point:
    """A point: its heading's line, the lines below it with their numbers, and its decisions."""

    title: str
    line: int
    lines: tuple[tuple[int, str], ...] = ()
    decisions: tuple[tuple[int, str], ...] = ()

    @cached_property
    def text(self) -> str:
        """All its words."""
        return "\n".join(words for _, words in self.lines)

    def where(self, expression: re.Pattern[str]) -> int:
        """The first line on which it stands, or else that of the heading."""
        return next((line for line, words in self.lines if expression.search(words)), self.line)

    def has(self, expression: re.Pattern[str]) -> bool:
        """Whether it stands anywhere below the heading."""
        return expression.search(self.text) is not None


@dataclass(frozen=True)
class Facts:
    """What the rules are asked about. `seats`: how many members the body has, 0 if not known."""

    kind: MinutesKind
    regime: Regime
    chair: str = ""
    secretary: str = ""
    adjusters: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    points: tuple[Point, ...] = ()
    seats: int = 0
    unowned: tuple[int, ...] = ()  # the lines of action items that nobody owns

    @property
    def is_formal(self) -> bool:
        """Whether the minutes are a protokoll of a body with rules for it."""
        return self.kind is MinutesKind.PROTOKOLL and self.regime is not Regime.NONE

    @property
    def is_municipal(self) -> bool:
        """Whether kommunallagen says what they must contain."""
        return self.is_formal and self.regime is Regime.KOMMUNALLAGEN

    @property
    def present(self) -> list[Person]:
        """Those who were there."""
        return [each for each in self.people if each.presence is Presence.PRESENT]


Rule = Callable[[Facts], Iterator[Fault]]
BYLAWS = N_("stadgarna")


def source(facts: Facts, law: str) -> str:
    """Where it is asked for: the law for a municipal body, else the body's own bylaws."""
    return law if facts.is_municipal else BYLAWS


def linted(facts: Facts, rules: Sequence[Rule]) -> list[Fault]:
    """What the rules miss, by line."""
    found = [fault for rule in rules for fault in rule(facts)]
    return sorted(found, key=lambda fault: fault.line)
