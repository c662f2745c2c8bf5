"""The names by which a body calls itself, where no word says what it is: "LAG", "Fjällfiskarna".

Its title has them: "Protokoll LAG Norrbygden". A sentence that begins with one, "LAG beslutar
att …", is then read as if it began with "Mötet".
"""

import re
from collections.abc import Iterator

from minutes.expressions import regex
from minutes.recognition.findings import Header
from minutes.recognition.language.vocabulary import OTHER_BODY_WORDS, OWN_BODY_ENDINGS
from minutes.recognition.people.names import is_given_name

# "LAG", also in "LAG-möte", and words in the definite form: "Fjällfiskarna", "Kretsen".
_LETTERS = regex(r"(?<![\wåäöÅÄÖ])[A-ZÅÄÖ]{2,6}(?![\wåäöÅÄÖ])")
_DEFINITE = regex(r"(?<![\wåäöÅÄÖ-])[A-ZÅÄÖ][\wåäö-]{3,}(?:en|et|na)(?![\wåäöÅÄÖ-])")
_PAPERS = regex(r"(?:\w*protokoll|\w*anteckning)", re.IGNORECASE)
_MEETING = "Mötet"


def own_names(head: Header) -> frozenset[str]:
    """The words of title and body that may begin a sentence about what the body settles."""
    return frozenset(
        word
        for text in (head.title, head.body)
        for word in _candidates(text or "")
        if not _is_known(word.casefold()) and not is_given_name(word)
    )


def _is_known(folded: str) -> bool:
    """Whether the word says by itself whose it is: "styrelsen", "kommunstyrelsen"."""
    return folded in OTHER_BODY_WORDS or folded.endswith(OWN_BODY_ENDINGS)


def _candidates(text: str) -> Iterator[str]:
    yield from _LETTERS.findall(text)
    yield from (word for word in _DEFINITE.findall(text) if not _PAPERS.match(word))


def as_meeting(text: str, names: frozenset[str]) -> str:
    """The sentence with "Mötet" for such a name that it begins with."""
    first, space, rest = text.partition(" ")
    return f"{_MEETING}{space}{rest}" if first in names and rest[:1].islower() else text
