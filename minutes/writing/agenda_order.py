"""In which order the points of an agenda stand, and which decisions only put a matter off. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes.errors import StepNotAllowed
from minutes.writing.tables import PointKind

# What a meeting begins with, before it takes up anything.
_OPENING = re.compile(
    r"\b(?:öppn\w+|upprop|val av (?:\w+ )?(?:ordförande|sekreterare|justerare|justeringsperson\w*)|"
    r"(?:godkänn\w+|fastställ\w+) av (?:dagordning\w*|föredragningslist\w*)|^dagordning$|"
    r"beslutsmässighet|mötets behörig\w+|röstlängd)",
    re.IGNORECASE,
)
# What it ends with, after all that it takes up.
_ENDING = re.compile(
    r"^(?:övriga (?:frågor|ärenden|punkter)\b|nästa (?:möte|sammanträde)\b|"
    r"(?:mötet|sammanträdet)s? avslut|avslut\w+$)",
    re.IGNORECASE,
)
_POSTPONED = re.compile(r"\bbordl(?:ägg|ag|ad|ades|agt)\w*", re.IGNORECASE)
_SENT_BACK = re.compile(r"\båterremi(?:tter|ss)\w*", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:inte|ej)\s+(?:att\s+)?(?:bordl|återremi)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Carried:
    """A point that comes by itself. `source` is what it was made of, so that it comes once."""

    title: str
    text: str
    kind: PointKind
    source: str


def arranged(own: Sequence[str], carried: Sequence[Carried]) -> list[Carried]:
    """The points in their order: how meetings open, what is carried over, the body's own."""
    points = [Carried(title, "", PointKind.OWN, "") for title in own]
    opening = 0
    while opening < len(points) and is_opening(points[opening].title):
        opening += 1
    return [*points[:opening], *carried, *points[opening:]]


def before_the_ending(titles: Sequence[str]) -> int:
    """Where a new point stands: last, but before the points with which meetings end."""
    place = len(titles)
    while place and _ENDING.match(titles[place - 1].strip()):
        place -= 1
    return place


def is_opening(title: str) -> bool:
    """Whether a meeting begins with such a point."""
    return _OPENING.search(title.strip()) is not None


def is_postponed(clause: str) -> bool:
    """Whether a decision only puts its matter off: it is bordlagt or sent back (återremiss)."""
    if _NOT_YET.search(clause):
        return False
    return bool(_POSTPONED.search(clause) or _SENT_BACK.search(clause))


def moved(ids: Sequence[int], point: int, step: int) -> list[int]:
    """The order when the point has gone so many steps down, or up where it is negative."""
    order = list(ids)
    at = order.index(point)
    order.pop(at)
    order.insert(max(0, min(at + step, len(order))), point)
    return order


def reordered(ids: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """The wanted order. Raises StepNotAllowed where it does not have the same points."""
    if sorted(ids) != sorted(wanted):
        raise StepNotAllowed(
            "Någon annan har lagt till eller tagit bort en punkt. Här är dagordningen som den är "
            "nu."
        )
    return list(wanted)
