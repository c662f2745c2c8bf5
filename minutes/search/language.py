"""What a typed search means: `bryggan ägare:ronny är:öppen organ:rådet år:2023`. Pure.

Anything that is typed gives a result. What is not understood is a fault in words, and the rest
is looked for all the same.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from minutes.search.words import WORD, stem
from minutes.texts import N_

LONGEST = 300  # characters of a search
MOST_WORDS = 20


class Kind(StrEnum):
    """What can be found. Their order is that in which they are shown of a day."""

    MEETING = "meeting"
    ITEM = "item"
    DECISION = "decision"
    ACTION = "action"
    PAPER = "paper"
    REPORT = "report"


class State(StrEnum):
    """How an action item that is looked for stands, by the word that is typed."""

    OPEN = "öppen"  # whatever is not closed
    LATE = "försenad"
    IN_PROGRESS = "pågående"
    WAITING = "väntande"
    HANDED_OVER = "överlämnad"
    DONE = "klar"
    DROPPED = "avförd"


KINDS = {
    "möte": Kind.MEETING,
    "punkt": Kind.ITEM,
    "beslut": Kind.DECISION,
    "åtgärd": Kind.ACTION,
    "handling": Kind.PAPER,
    "årsberättelse": Kind.REPORT,
}
STATES = {state.value: state for state in State}
FILTERS = {
    "ägare": N_("den som är ansvarig för en åtgärd"),
    "är": N_("hur en åtgärd står: öppen, försenad, klar …"),
    "organ": "ett organ",
    "år": N_("mötets år"),
    "typ": N_("möte, punkt, beslut, åtgärd, handling eller årsberättelse"),
}
ALSO = {
    "öppna": State.OPEN,
    "sen": State.LATE,
    "sena": State.LATE,
    "pågår": State.IN_PROGRESS,
    "väntar": State.WAITING,
}
MINE = "mig"
# What people type for these: the page's own words, without dots, and in English.
CALLED = {
    "ansvarig": "ägare",
    "agare": "ägare",
    "owner": "ägare",
    "status": "är",
    "is": "är",
    "body": "organ",
    "year": "år",
    "type": "typ",
}

Value = TypeVar("Value", bound=StrEnum)

_PART = re.compile(
    r"(?:(?P<without>-)?(?P<filter>[^\W\d_]+):(?=\S))?"
    r'(?:(?P<minus>-)?"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<bare>[^\s"]+))'
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word that must be there, or with `without` must not; or a beginning, typed `brygg*`."""

    stem: str
    beginning: str = ""
    without: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search. What is empty or None does not matter. `faults` are for the reader."""

    words: tuple[Word, ...] = ()
    phrases: tuple[str, ...] = ()  # words in a row, as written
    phrases_without: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()  # parts of names
    bodies: tuple[str, ...] = ()  # parts of names
    kinds: frozenset[Kind] = frozenset()
    states: frozenset[State] = frozenset()
    years: tuple[tuple[int, int], ...] = ()  # the first and the last
    faults: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not (
            any(not each.without for each in self.words)
            or self.phrases
            or self.owners
            or self.bodies
            or self.kinds
            or self.states
            or self.years
        )

    @property
    def marked(self) -> frozenset[str]:
        """The stems that a result is marked at."""
        phrases = " ".join(self.phrases)
        return frozenset(
            [each.stem for each in self.words if not each.without]
            + [stem(match.group()) for match in WORD.finditer(phrases)]
        )

    @property
    def beginnings(self) -> tuple[str, ...]:
        """What words of a result begin with, that are marked too."""
        return tuple(each.beginning for each in self.words if each.beginning and not each.without)


def wanted(typed: str) -> Wanted:
    """What a search means, however it is typed."""
    text = _plain(typed)
    reading = _Reading()
    if len(text) > LONGEST:
        text = text[:LONGEST]
        reading.faults.append(
            N_("Sökningen är lång. Bara de första %(most)s tecknen används.", most=LONGEST)
        )
    for part in _PART.finditer(text):
        reading.take(part)
    return reading.wanted()


def _plain(typed: str) -> str:
    """One line, without control characters, with one kind of quotation marks."""
    text = unicodedata.normalize("NFC", re.sub(r"[”“„»«]", '"', typed))
    return "".join(" " if unicodedata.category(each)[0] in "CZ" else each for each in text).strip()


class _Reading:
    def __init__(self) -> None:
        self.faults: list[str] = []
        self._words: list[Word] = []
        self._phrases: list[str] = []
        self._phrases_without: list[str] = []
        self._values: dict[str, list[str]] = {name: [] for name in FILTERS}

    def take(self, part: re.Match[str]) -> None:
        """Add what one part of the search says."""
        quoted = part["quoted"]
        if quoted is not None and not part["closed"]:
            self.faults.append(
                N_("Ett citattecken saknar sitt par. Allt efter det lästes som citat.")
            )
        value = (quoted if quoted is not None else part["bare"]).strip()
        name = (part["filter"] or "").casefold()
        name = CALLED.get(name, name)
        if not value:
            return
        if name in FILTERS and not part["without"]:
            self._values[name].append(value)
        elif name:
            self.faults.append(_no_such_filter(name, without=bool(part["without"])))
        elif quoted is not None:
            phrases = self._phrases_without if part["minus"] else self._phrases
            phrases.append(" ".join(value.split()))
        else:
            self._words.extend(_words(value))

    def wanted(self) -> Wanted:
        """The search that was read."""
        if len(self._words) > MOST_WORDS:
            self.faults.append(N_("Bara de första %(most)s orden används.", most=MOST_WORDS))
        return Wanted(
            words=tuple(dict.fromkeys(self._words[:MOST_WORDS])),
            phrases=tuple(self._phrases[:MOST_WORDS]),
            phrases_without=tuple(self._phrases_without[:MOST_WORDS]),
            owners=tuple(self._values["ägare"]),
            bodies=tuple(self._values["organ"]),
            kinds=frozenset(self._known("typ", KINDS)),
            states=frozenset(self._known("är", STATES, ALSO)),
            years=tuple(dict.fromkeys(self._years())),
            faults=tuple(dict.fromkeys(self.faults)),
        )

    def _known(
        self, name: str, values: Mapping[str, Value], also: Mapping[str, Value] | None = None
    ) -> Iterator[Value]:
        # By the stem, so that "typ:åtgärder" is understood; and by the name in English.
        known = {stem(word): value for word, value in values.items()}
        known |= {value.name.casefold(): value for value in values.values()} | dict(also or {})
        for written in self._values[name]:
            value = known.get(stem(written)) or known.get(written.casefold())
            if value is not None:
                yield value
            else:
                self.faults.append(
                    N_(
                        "”%(name)s:%(written)s” finns inte. Välj %(values)s.",
                        name=name,
                        written=written,
                        values=_choice(list(values)),
                    )
                )

    def _years(self) -> Iterator[tuple[int, int]]:
        for written in self._values["år"]:
            years = re.fullmatch(r"([12]\d{3})(?:[-–]([12]\d{3}))?", written, re.ASCII)
            first, last = map(int, (years[1], years[2] or years[1])) if years else (1, 0)
            if first <= last:
                yield first, last
            else:
                self.faults.append(
                    N_(
                        "”%(written)s” är inget år. Skriv till exempel år:2023 eller år:2020-2023.",
                        written=written,
                    )
                )


def _words(value: str) -> Iterator[Word]:
    without = value.startswith("-")
    *whole, last = [match.group() for match in WORD.finditer(value)] or [""]
    for word in whole:
        yield Word(stem(word), without=without)
    if last:
        yield Word(stem(last), last.casefold() if value.endswith("*") else "", without)


def _no_such_filter(name: str, *, without: bool) -> str:
    if without and name in FILTERS:
        return N_(
            "”-%(name)s:” går inte att söka på. Minustecknet används bara framför ord.", name=name
        )
    near = [each for each in FILTERS if without_dots(each) == without_dots(name)]
    near = near or get_close_matches(name, [*FILTERS, *CALLED], n=2, cutoff=0.75)
    if near:
        meant = _choice([f"{CALLED.get(each, each)}:" for each in near])
        return N_("Filtret ”%(name)s:” finns inte. Menade du %(meant)s?", name=name, meant=meant)
    return N_(
        "Filtret ”%(name)s:” finns inte. Välj %(filters)s.",
        name=name,
        filters=_choice(list(FILTERS)),
    )


def without_dots(word: str) -> str:
    """The word as somebody writes it who lacks the letters."""
    return word.translate(str.maketrans("åäö", "aao"))


def _choice(values: Sequence[str]) -> str:
    *others, last = dict.fromkeys(values)
    if not others:
        return last
    return N_("%(others)s eller %(last)s", others=", ".join(others), last=last)
