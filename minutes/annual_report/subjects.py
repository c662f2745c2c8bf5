"""Which points of several meetings are about the same: their titles share their words. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer import stemmer

from minutes.annual_report.facts import ItemFact, MeetingFact
from minutes.texts import N_

ALIKE = 0.6  # of the words of both titles
BEGINNING = 5  # letters
MOST_SUBJECTS = 12
OTHER = N_("allt annat")
_swedish = stemmer("swedish")
_WORD = re.compile(r"[^\W\d_]{2,}")
_WITHOUT_MEANING = frozenset(
    """
    och om att för av på till från med i en ett den det de vid samt under inför kring angående
    avseende gällande rörande fortsatt fortsatta information diskussion rapport rapporter ärende
    ärendet lägesrapport uppföljning beslut fråga frågor frågan punkt nytt nya status aktuellt
    återkoppling genomgång dnr nr
    """.split()
)
# Points that every meeting has; they tell nothing of a year.
_FORMALITY = re.compile(
    r"""^(?:
        mötets?\s+(?:öppnande|öppnas|avslut\w*|avslutas) | sammanträdets?\s+(?:öppnande|avslut\w*)
      | (?:mötets\s+)?(?:öppnande|avslut\w*|inledning|upprop)\b
      | (?:val|utseende)\s+av\s+(?:.{0,40}\b)?(?:mötes|juster|protokoll|rösträkn)
      | (?:val|utseende)\s+av\s+.{0,40}\bför\s+(?:mötet|sammanträdet)
      | (?:godkännande|fastställande)\s+av\s+(?:dagordning|föredragning|föregående|kallelse)
      | (?:dagordning|föredragningslista|justering|närvarande|deltagare|adjungering|röstlängd)
      | (?:föregående|förra|tidigare)\s+(?:mötes?\s+)?(?:protokoll|minnesanteckningar|möte)
      | (?:genomgång\s+av\s+)?(?:föregående|förra)\b | protokoll\s+från\s+föregående
      | nästa\s+(?:möte|sammanträde) | kommande\s+(?:möten|sammanträden) | mötestider | mötesdatum
      | övrig(?:t|a)\b
        (?:[\s/,]+(?:och\s+)?(?:frågor|ärenden|information|\w*punkter|diskussion\w*))*\s*$
      | rundan?\b | laget\s+runt
      | kallelse | mötets\s+behöriga | information\s*$ | meddelanden\s*$ | rapporter\s*$
      | anmälan\s+av\s+(?:delegationsbeslut|skrivelser) | delegationsbeslut | delgivningar
      | beslut\s*$ | diskussion\s*$ | åtgärder\s*$ | att\s+göra\s*$ | bilagor\s*$
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A point of a meeting."""

    meeting: MeetingFact
    item: ItemFact


@dataclass(frozen=True, slots=True)
class Subject:
    """Points about the same, in order of time."""

    title: str  # that of the latest
    points: tuple[Told, ...]

    @property
    def meetings(self) -> int:
        """At how many meetings it came up."""
        return len({each.meeting.id for each in self.points})


def is_formality(title: str) -> bool:
    """Whether it is a point that every meeting has."""
    return _FORMALITY.match(title.strip()) is not None or not _meaning(title)


def says_more(title: str, text: str) -> bool:
    """Whether the title of a point tells what the text under it is about and does not say.

    "Belysningen" is said by "belysningsplanen": compounds share their beginning.
    """
    said = {word[:BEGINNING] for word in _meaning(text)}
    words = {word[:BEGINNING] for word in _meaning(title)}
    return bool(words) and not words & said and not is_formality(title)


def recurring(meetings: Sequence[MeetingFact]) -> list[Subject]:
    """What came up at two meetings or more, what came up most first."""
    groups: list[tuple[frozenset[str], list[Told]]] = []
    for told in _points(meetings):
        words = _meaning(told.item.title)
        for known, points in groups:
            if _alike(known, words):
                points.append(told)
                break
        else:
            groups.append((words, [told]))
    subjects = [Subject(points[-1].item.title, tuple(points)) for _, points in groups]
    again = [each for each in subjects if each.meetings > 1]
    return sorted(again, key=lambda each: -each.meetings)


def by_subject(meetings: Sequence[MeetingFact]) -> tuple[tuple[str, int], ...]:
    """(title, number of decisions) of what came up at several meetings, most decisions first, and
    last of everything else; empty where nothing came up again.
    """
    counted = [(each.title, _decided(each)) for each in recurring(meetings)]
    found = sorted((each for each in counted if each[1]), key=lambda each: -each[1])[:MOST_SUBJECTS]
    rest = sum(len(each.decisions) for each in meetings) - sum(count for _, count in found)
    return (*found, (OTHER, rest)) if found and rest else tuple(found)


def _decided(subject: Subject) -> int:
    points = {told.item.id for told in subject.points}
    held = {told.meeting.id: told.meeting for told in subject.points}.values()
    return sum(each.item_id in points for meeting in held for each in meeting.decisions)


def _points(meetings: Iterable[MeetingFact]) -> Iterator[Told]:
    return (
        Told(meeting, item)
        for meeting in meetings
        for item in meeting.items
        if not is_formality(item.title)
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)


@lru_cache(maxsize=10_000)
def _meaning(title: str) -> frozenset[str]:
    """The stems of the words of the title that say what it is about."""
    words = (word.casefold() for word in _WORD.findall(title))
    return frozenset(_swedish.stemWord(word) for word in words if word not in _WITHOUT_MEANING)
