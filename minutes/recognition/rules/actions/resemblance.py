"""How much a sentence resembles those in which somebody is to do something.

The rules know forms of promises; minutes have more forms than anybody wrote down. Of what no rule
finds, each mark (a word, its beginning and end, two words side by side, what stands behind a name)
speaks for a task or against it, and the sum of them says how likely one is. The weights of the
marks, in `resemblance.tsv`, were learnt from some hundred annotated minutes by
`.ci/learn_resemblance.py`; a mark counts only if it stood in several of them, and no names do.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from pathlib import Path

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, LIKELY
from minutes.recognition.language.cues import cue_of_words
from minutes.recognition.language.sentences import QUOTES, Sentence
from minutes.recognition.language.telling import TELLS, TOLD
from minutes.recognition.language.verbs import INFINITIVE, PRESENT
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions.owners import NAMES, OFFICE, Owners, owners_of
from minutes.recognition.rules.actions.promise import Promise, whole

RESEMBLES = "liknar det som brukar vara åtgärder"
_ENOUGH = 0.6
_WORTH_ASKING = 0.4
WEIGHTS = Path(__file__).with_name("resemblance.tsv")
_PIECE = regex(r"\w+|[.,:;?!()-]")
_NAME, _PROPER, _NUMBER, _START = "NAME", "PROPER", "0", "^"
_VERBS = {**dict.fromkeys(INFINITIVE, "infinitive"), **dict.fromkeys(PRESENT, "present")}
# Without any of these a sentence hands out nothing, and is not weighed.
_DOES = cue_of_words({*_VERBS, "ska", "skall", "måste", "uppdrag"})
# What somebody says, asks or moves at the meeting, and what is quoted, is known for what it is.
_SAYS = cue_of_words(
    {*TELLS, *TOLD, *"frågar påminner föreslår tackar anmäler yrkar reserverar jäv rummet".split()}
)
_MOST = 60  # words that are weighed
_BEHIND = 5  # words behind a name that are marks of what the named does
_LONGEST = 40  # words; longer ones are as rare


def resembling(
    sentence: Sentence, roster: Roster, *, listed: bool, decided: bool
) -> Promise | None:
    """The whole sentence as what somebody is to do; None where that is unlikely.

    listed: it stands in a list of actions; decided: below "Beslut".
    """
    if not sentence.cues & _DOES or sentence.cues & (_SAYS | QUOTES):
        return None
    text = sentence.text
    likelihood = resemblance(marks(sentence, roster, listed=listed, decided=decided))
    if likelihood < _WORTH_ASKING:
        return None
    confidence = LIKELY if likelihood >= _ENOUGH else DOUBTFUL
    return whole(text, _subject(text, roster), confidence, RESEMBLES)


def resemblance(found: Iterable[str]) -> float:
    """How likely it is, from 0 to 1, that a sentence with these marks hands out a task."""
    return 1 / (1 + math.exp(-sum(map(_weights().__getitem__, found))))


# "till Bo": whom it concerns, not who does it; but "en grupp med Bo och Karin" is they.
_CONCERNS = r"(?P<before>(?<!grupp )\b(?:med|till|från|för|åt|om|hos|på|enligt)\s)?\b"
_PERSONS = regex(rf"{_CONCERNS}(?P<who>{NAMES})")
_OFFICES = regex(rf"{_CONCERNS}(?P<who>(?i:{OFFICE}))\b(?! (?:för|med)\b)")


def _subject(text: str, roster: Roster) -> Owners | None:
    """Who does it: the first persons named whom no preposition makes others, else such an office."""
    persons, offices = (
        [owners_of(match["who"], roster) for match in named.finditer(text) if not match["before"]]
        for named in (_PERSONS, _OFFICES)
    )
    each = [who for who in (*filter(_are_people, persons), *offices) if who]
    return each[0] if each else None


def _are_people(owners: Owners | None) -> bool:
    return owners is not None and owners.are_people


def marks(sentence: Sentence, roster: Roster, *, listed: bool, decided: bool) -> frozenset[str]:
    """What is weighed of the sentence, each mark once."""
    words = [_START, *_words(sentence.text, roster)]
    bulleted = bool(sentence.block.marker)
    stands = {"listed": listed, "decided": decided, "bulleted": bulleted}
    return frozenset(
        (
            "sentence",  # how rare actions are
            f"length {min(_LONGEST, len(words)) // 4}",
            f"names {min(3, words.count(_NAME))}",
            f"last {words[-1]}",
            *(place for place, here in stands.items() if here),
            *chain.from_iterable(map(_of_word, words[1:])),
            *(f"pair {word} {following}" for word, following in pairwise(words)),
            *(f"pair {word} {_VERBS[verb]}" for word, verb in pairwise(words) if verb in _VERBS),
            *chain.from_iterable(
                _behind(words, at) for at, word in enumerate(words) if word == _NAME
            ),
        )
    )


def _words(text: str, roster: Roster) -> Sequence[str]:
    """The words and signs in lower case; a person, a proper noun and a number as such."""
    found: list[str] = []
    for piece in _PIECE.findall(text)[:_MOST]:
        if piece.isdigit():
            found.append(_NUMBER)
        elif not piece[0].isupper():
            found.append(piece)
        elif roster.knows(piece) or is_given_name(piece):
            if found[-1:] != [_NAME]:
                found.append(_NAME)
        elif found[-1:] == [_NAME]:  # the surname
            continue
        else:
            begins = not found or found[-1] in ".:?!"
            found.append(piece.casefold() if begins else _PROPER)
    return found


@lru_cache(maxsize=8192)
def _of_word(word: str) -> tuple[str, ...]:
    """The marks of one word: itself, its beginning, its end, and which form of a verb it is."""
    found = [f"word {word}"]
    if word.isupper():
        return tuple(found)
    if len(word) > 4:
        found.append(f"end {word[-3:]}")
    if len(word) > 5:
        found.append(f"beginning {word[:5]}")
    if word in _VERBS:
        found.append(_VERBS[word])
    return tuple(found)


def _behind(words: Sequence[str], at: int) -> Iterator[str]:
    """The marks of the words behind the name that stands there."""
    behind = words[at + 1 : at + 1 + _BEHIND]
    return chain((f"name and {word[-2:]}" for word in behind[:1]), map("behind {}".format, behind))


class _Weights(dict[str, float]):
    """The weight of each mark; one that nobody learnt weighs nothing."""

    def __missing__(self, mark: str) -> float:
        return 0.0


@cache
def _weights() -> _Weights:
    rows = (line.split("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines())
    return _Weights({mark: float(weight) for weight, mark in rows})
