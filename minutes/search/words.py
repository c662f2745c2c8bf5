"""The words of a text, and the stem that the forms of a Swedish word share. Pure.

The stems are made here and not by the databases, so that both find the same: the Swedish
dictionary of PostgreSQL does not know that "protokollet" is "protokoll", and SQLite has none.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from snowballstemmer import stemmer

WORD = re.compile(r"[^\W_]+")
LONGEST = 60  # letters; what is longer is no word that anybody looks for
_KNOWN = 50_000  # words whose stems are remembered
# The definite endings that the stemmer leaves: protokollet, året, kontot, frågan, kommittén.
_DEFINITE = re.compile(r"(?<=\w{3})et$|(?<=^\w{2})e[nt]$|(?<=\w{3}o)[nt]$|(?<=\w{3}a)n$|(?<=é)n$")

# Plurals that change their vowel, among the words of minutes.
_CHANGED = {
    f"{plural}{ending}": singular
    for plural, singular in (
        ("ledamöter", "ledamot"),
        ("böcker", "bok"),
        ("städer", "stad"),
        ("händer", "hand"),
        ("söner", "son"),
        ("bönder", "bonde"),
        ("män", "man"),
        ("nätter", "natt"),
        ("rötter", "rot"),
        ("döttrar", "dotter"),
        ("mödrar", "moder"),
        ("bröder", "broder"),
    )
    for ending in ("", "s", "na", "nas", "nen", "nens")
}
_swedish = stemmer("swedish")


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, stem) of each word of the text."""
    for match in WORD.finditer(text):
        yield match.start(), match.end(), stem(match.group())


def stems(text: str) -> str:
    """The stems of the text, each once, in the order of the alphabet, with spaces between."""
    return " ".join(sorted({each for _, _, each in words(unicodedata.normalize("NFC", text))}))


@lru_cache(maxsize=_KNOWN)
def stem(word: str) -> str:
    """What "beslut", "beslutet", "besluten" and "beslutade" have in common."""
    found = word.casefold()[:LONGEST]
    found = _CHANGED.get(found, found)
    while True:
        shorter = _DEFINITE.sub("", str(_swedish.stemWord(found)))
        if shorter == found:
            return found
        found = shorter
