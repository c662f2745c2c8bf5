"""Full names one after the other with nothing between: "Anna Berg Bo Ek Eva Gran Lund".

Where each begins only the given names tell, and some of them are surnames as well. Of all ways to
divide the row the one is taken that needs the fewest odd names.
"""

from collections.abc import Sequence
from functools import lru_cache

from minutes.recognition.people.names import (
    NOT_IN_NAMES,
    PARTICLES,
    is_given_name,
    is_person_name,
)
from minutes.recognition.people.with_bodies import ORGANISATION

_MOST_WORDS = 60  # of a row
_LONGEST = 3  # words of a name, without "von" and "de"
# What is odd about a name, so that it is taken only where every other way is odder.
_UNKNOWN_FIRST = 3.0  # no known given name begins it
_THIRD = 1.5  # it has a third word
_THIRD_SURNAME = 0.7  # "Anna Berg Lund": the word between is no given name
_GIVEN_LAST = 1.0  # "Anna Walter": its last word is a given name
_IMPOSSIBLE = float("inf")


def names_in_row(text: str) -> list[str]:
    """The full names of which the text consists, and of nothing else; none where it does not."""
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS:
        return []
    for word in words:
        if (not word[:1].isupper() and word not in PARTICLES) or word.casefold() in NOT_IN_NAMES:
            return []
    names = [" ".join(words[start:end]) for start, end in _divided(tuple(words))]
    firsts = [is_given_name(name.split()[0]) for name in names]
    known = all(firsts) or (len(names) > 2 and 2 * sum(firsts) >= len(firsts))
    return names if known and all(map(_may_be_name, names)) else []


def is_full_name(name: str) -> bool:
    """Whether it is one person's, a given name first."""
    words = name.split()
    short = len(words) <= _LONGEST or not PARTICLES.isdisjoint(words)
    return short and bool(words) and is_given_name(words[0]) and _may_be_name(name)


def is_whole(name: Sequence[str]) -> bool:
    """Whether the words so far have a given name and a surname."""
    return len(name) > 1 and name[-1] not in PARTICLES and not is_given_name(name[-1])


def _may_be_name(name: str) -> bool:
    return is_person_name(name) and not ORGANISATION.search(name)


def _divided(words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where each name begins and ends, in the least odd way; nothing where there is none."""
    best: list[tuple[float, int]] = [
        (0.0, 0)
    ]  # how odd the names up to a word, and the last one's start
    for end in range(1, len(words) + 1):
        ways = (
            (best[start][0] + _oddity(words[start:end]), start)
            for start in range(max(0, end - _LONGEST - 2), end)
        )
        best.append(min(ways))
    if best[-1][0] == _IMPOSSIBLE:
        return []
    found: list[tuple[int, int]] = []
    end = len(words)
    while end:
        start = best[end][1]
        found.append((start, end))
        end = start
    return found[::-1]


@lru_cache(maxsize=4096)
def _oddity(name: tuple[str, ...]) -> float:
    """How odd the words are as one name."""
    plain = [word for word in name if word not in PARTICLES]
    if not 2 <= len(plain) <= _LONGEST or name[0] in PARTICLES or name[-1] in PARTICLES:
        return _IMPOSSIBLE
    known = is_given_name(plain[0])
    if len(plain) == _LONGEST and not known:
        return _IMPOSSIBLE  # a title may stand before a name: "Tolk Anna Berg"
    odd = 0.0 if known else _UNKNOWN_FIRST
    if len(plain) == _LONGEST:
        odd += _THIRD + (0.0 if is_given_name(plain[1]) else _THIRD_SURNAME)
    return odd + (_GIVEN_LAST if is_given_name(plain[-1]) else 0.0)
