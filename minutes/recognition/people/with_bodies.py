"""Names in a row, each with its body behind it: "Anna Berg Norrby kommun Bo Ek Granverket (punkt 6)".

Text that is taken out of a table of two columns comes so. A name begins at a given name and
ends with its surname; whatever stands before the next one is of the body.
"""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.language.finite import tells
from minutes.recognition.people.names import (
    NOT_IN_NAMES,
    OF_PLACES,
    PARTICLES,
    SURNAME_ENDS,
    is_given_name,
)

_FEWEST = 2  # persons
_MOST_BESIDE = 9  # words of a body
_LONGEST_NAME = 3  # words
_CAPITAL = regex(r"[A-ZÅÄÖÉ][\wåäöé’'-]*[a-zåäöéü]")
_INSTEAD = frozenset({"ersättare", "för", "efter"})
_SERVES_FOR = "ersätter"
# Words of bodies that begin like names or stand in a surname's place.
BODY = regex(
    r"(?:.*(?:kommun(?:e)?|etat|förening|nämnd|styrelse|verk|förbund|skola|stift|kontor|bolag|råd|region|grupp|sektion|enhet|avdelning|klubb|utskott|fullmäktige|stämma|beredning|firma|kyrka|polis|konsult|förvaltning|myndighet|sällskap|byrå|central|tjänst|institut|kansli|bibliotek|företag|partner)(?:en|et|n|ens|ar|er|s)?)|.*(?:vetenskap|ologi|kemi|genetik|onomi|teknik|region(?:en)?)|[\wåäö-]+[&/][\wåäö&/-]+|AB|HB|IF|FK|Library|University|Institute|Agency|Council|Foundation",
    re.IGNORECASE,
)

# The same in the middle of a text that is to be somebody's name.
ORGANISATION = regex(
    r"\b(?:service|sjukhus\w*|region\w*|förvaltning\w*|kommun\w*|universitet\w*|avd\w*|enhet\w*|ab|psykiatri\w*|kontor\w*|"
    r"högskola\w*|institut\w*|verk\w*|bolag\w*|förening\w*|förbund\w*|nämnd\w*|konsult\w*|kansli\w*|skola\w*|vård\w*|centrum|"
    r"län\w*|stab|primärvård\w*|styrelse\w*|råd\w*|\w*område|\w*polis\w*|företag\w*|kyrka\w*|församling\w*|museum|kommunal|vision|saco|ledarna|unionen|seko|\w+förbundet|fastigheter|bostäder|grupp\w*|byalag\w*|bygdelag\w*|samfällighet\w*|sällskap\w*|bygdegård\w*|fastighet\w*|akademi\w*|division\w*|norr|söder|väst|öst|hr|it)\b",
    re.IGNORECASE,
)


def with_bodies(words: Sequence[str]) -> list[str]:
    """Each person with the body in parentheses behind the name; none where the row is no such.

    What stands before the first name is the head of the column, unless it reads as a name.
    """
    starts = [
        i
        for i in range(len(words) - 1)
        if starts_name(words, i) and not (i and words[i - 1] == _SERVES_FOR)
    ]
    if starts and starts[0] > 2 and all(map(is_name_word, words[:2])):
        starts = [0, *starts]  # whatever her given name
    said = " ".join(word for word in words if word != _SERVES_FOR)
    if len(starts) < _FEWEST or tells(said) or _names_the_other(words, starts):
        return []
    found: list[str] = []
    for start, stop in zip(starts, [*starts[1:], len(words)], strict=True):
        end = start + name_length(words[start:stop])
        beside = " ".join(words[end:stop]).translate(str.maketrans("()[]", "    ")).strip(" ,;")
        name = [word for word in words[start:end] if word not in PARTICLES and len(word) > 1]
        if stop - end > _MOST_BESIDE or len(name) > _LONGEST_NAME:
            return []
        found.append(
            " ".join(words[start:end]) + (f" ({' '.join(beside.split())})" if beside else "")
        )
    return found


def _names_the_other(words: Sequence[str], starts: Sequence[int]) -> bool:
    """Whether somebody stands in for another one: "ersättare för Bo Ek"."""
    return any(words[start - 1] in _INSTEAD for start in starts if start)


def starts_name(words: Sequence[str], place: int) -> bool:
    """Whether a name begins here: a given name with a surname behind it."""
    if not is_given_name(words[place]) or not is_name_word(_after(words, place)):
        return False
    return not (place and is_given_name(words[place - 1]) and words[place - 1][0].isupper())


def _after(words: Sequence[str], place: int) -> str:
    """The next word that is no particle and no initial."""
    rest = (w for w in words[place + 1 :] if w not in PARTICLES and len(w.strip(".")) > 1)
    return next(rest, "").strip(",;.")


def is_name_word(word: str) -> bool:
    """Whether the word may be a part of a name: a capital, and no word of a body."""
    plain = bool(_CAPITAL.fullmatch(word)) and word.casefold() not in NOT_IN_NAMES
    return plain and word not in OF_PLACES and not BODY.fullmatch(word)


def name_length(words: Sequence[str]) -> int:
    """How many words the name has with which they begin: one surname, or two that are sure."""
    place = 1
    while (
        place < len(words) - 1
        and is_name_word(words[place + 1].strip(",;"))
        and (
            words[place] in PARTICLES
            or len(words[place].strip(".")) == 1
            or is_given_name(words[place])
        )
    ):
        place += 1
    place += 1  # the surname
    second = words[place].strip(",;") if place < len(words) else ""
    if second and not words[place - 1].endswith((",", ";")) and is_name_word(second):
        place += second.endswith(SURNAME_ENDS) and second != words[place - 1]
    return min(place, len(words))
