"""Which sentences of later minutes report on an open action item. Pure; it proposes, no more.

A report has the words of the promise in it and says how it went: "Listan är skickad",
"Offerterna har inte kommit". A sentence that only promises the same thing again is offered
as that; one that shares a word or two and says nothing of how it went is no report.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from minutes.review.matching import folded


class Outcome(StrEnum):
    """What the later minutes say of it."""

    DONE = "done"
    NOT_YET = "not_yet"
    AGAIN = "again"  # promised once more


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the later minutes."""

    text: str
    first_line: int | None


@dataclass(frozen=True, slots=True)
class Promise:
    """An open action item: its words, and the names of those who are to do it."""

    id: int
    text: str
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence that seems to report on an action item. `shared`: the words they share."""

    action_id: int
    passage: Passage
    outcome: Outcome
    shared: tuple[str, ...]
    names_owner: bool


_NOT_YET = re.compile(
    r"""\b(?:
        (?:är|har|hade|blev|kunde|hann|hinner)\s+(?:ännu\s+|fortfarande\s+|dock\s+|tyvärr\s+)*(?:inte|ej)
      | ännu\s+(?:inte|ej) | (?:inte|ej)\s+(?:ännu|klar[ta]?|färdig\w*)
      | återstår | kvarstår | pågår | skjut\w+\s+(?:upp|fram) | fördröj\w+ | försena\w+
      | avvakta\w* | väntar\s+på | bordlägg\w+ | under\s+arbete
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DONE = re.compile(
    r"""\b(?:har|hade)\s+(?:\w+\s+){0,4}?\w{2,}(?:at|it|ts|tt|rt|nt|kt|ort|ått|ett)s?\b
      | \b(?:är|blev|blivit|var)\s+(?:nu\s+|redan\s+|därmed\s+)*
          (?:\w+(?:ad|ade|at|[^aeiouyåäö]d|[^aeiouyåäö]t|da|na)|klara?|färdig\w*|gjor[dt]a?)\b
      | \b(?:klart?|gjort|utfört|genomfört|åtgärdat|slutfört|avslutat|färdigt)\b
      | \b\w{3,}(?:ades|ade|tes|des)\b
      | \b(?:skrev|tog|gav|fick|bjöd|kom|drog|höll|gjorde|återkom|lade|gick)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:ska(?:ll)?|kommer\s+att|bör|planerar|senast|får\s+i\s+uppdrag|borde)\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(r"\b(?:förra|tidigare)\s+(?:året|mandatperioden)\b", re.IGNORECASE)

_STOP = frozenset(
    """och att det den de som på av för med till från om i en ett är var har hade ska skall kommer
    inte ej ännu nu redan sedan samt eller men han hon vi ni jag sig sin sitt sina vid efter före
    innan inför under över ut upp fram vidare mot hos man kan kunna få får fick bli blir blev varje
    alla detta denna dessa där här då när så också även senast nästa möte mötet sammanträde punkt
    punkten gruppen nämnden styrelsen rådet januari februari mars april maj juni juli augusti
    september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag vecka
    dag dagen år året uppdrag ansvarar återkommer återkom tar ta tog tagit ge ger gav gör göra
    gjort gjorde ett två tre fyra fem sex någon något några""".split()
)
_ENDINGS = (
    "arnas ernas ornas arna erna orna ades ande aren ade are des tes ats its ens ets ingen ningen "
    "ing ning ingar de te at ad it en et an ar er or as es na ts s t d r a e n"
).split()
_IRREGULAR = {"skrev": "skriva", "bjöd": "bjuda", "drog": "draga", "höll": "hålla"}
_SHORTEST = 4  # letters of a word that are left without its ending


def stems(word: str) -> frozenset[str]:
    """What may be left of a word without its ending; two forms of one word share one."""
    whole = _IRREGULAR.get(word, word)
    cut = {whole[: -len(end)] for end in _ENDINGS if whole.endswith(end)}
    return frozenset({whole, *(each for each in cut if len(each) >= _SHORTEST)})


def telling(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, in small letters."""
    return frozenset(re.findall(r"[a-zåäö]{3,}", folded(text))) - _STOP


def _all_stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for word in words for stem in stems(word))


def reports(passages: Iterable[Passage], promises: Sequence[Promise]) -> list[Report]:
    """The best sentence for each action item, in the order of the minutes."""
    known = [(promise, _by_stem(promise)) for promise in promises]
    best: dict[int, tuple[float, int, Report]] = {}
    for order, passage in enumerate(passages):
        outcome = outcome_of(passage.text)
        if outcome is None:
            continue
        said = _all_stems(telling(passage.text))
        for promise, words in known:
            found = _report(promise, words, passage, said, outcome)
            if found is None:
                continue
            score = len(found.shared) / len(set(words.values())) + 0.3 * found.names_owner
            if outcome is Outcome.AGAIN:
                score -= 0.2  # how it went tells more than that it is promised again
            if promise.id not in best or score > best[promise.id][0]:
                best[promise.id] = (score, order, found)
    return [report for _, _, report in sorted(best.values(), key=lambda each: each[1])]


def _report(
    promise: Promise,
    words: Mapping[str, str],
    passage: Passage,
    said: frozenset[str],
    outcome: Outcome,
) -> Report | None:
    shared = {words[stem] for stem in words.keys() & said}
    if not shared:
        return None
    count = len(set(words.values()))
    if len(shared) < min(2, count):
        return None
    named = any(_is_named(owner, passage.text) for owner in promise.owners)
    share = len(shared) / count
    needed = 0.75 if outcome is Outcome.AGAIN else 0.4 if named else 0.5
    if share < needed or (count == 1 and not named):
        return None
    return Report(promise.id, passage, outcome, tuple(sorted(shared)), named)


def outcome_of(text: str) -> Outcome | None:
    """What a sentence says of how something went; None where it says nothing of it."""
    if text.rstrip().endswith("?") or _OTHER_TIME.search(text):
        return None
    if _NOT_YET.search(text):
        return Outcome.NOT_YET
    if _AHEAD.search(text):
        return Outcome.AGAIN
    return Outcome.DONE if _DONE.search(text) else None


def _by_stem(promise: Promise) -> dict[str, str]:
    """The telling words of a promise by what may be left of each without its ending."""
    words = telling(promise.text) - _names(promise)
    return {stem: word for word in sorted(words) for stem in stems(word)}


def _is_named(owner: str, text: str) -> bool:
    parts = owner.split()
    return bool(parts) and any(
        re.search(rf"\b{re.escape(part)}\b", text) for part in (owner, parts[0]) if len(part) > 2
    )


def _names(promise: Promise) -> frozenset[str]:
    return frozenset(word for owner in promise.owners for word in telling(owner))


def split(text: str) -> list[str]:
    """The sentences of running text."""
    parts = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|\n+", text)
    return [part.strip() for part in parts if part.strip()]
