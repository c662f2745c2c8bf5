"""What "enligt ovan", "förslaget" and "tredje att-satsen" in a decision refer to.

Pure: the decision's words and what was proposed before it in, the passages meant out.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from minutes.expressions import regex
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.language.words import holds_any, phrase

Passage = TypeVar("Passage")

_ABOVE = phrase(
    "enlig som",
    r"\b(?:enligt|i\s+enlighet\s+med)\s+(?:ovan(?:stående)?(?:\s+förslag\w*)?|det\s+(?:ovan\s+)?(?:föreslagna|sagda)|(?:\w+s\s+)?(?:eget\s+|lagda\s+|liggande\s+)?(?:förslag(?:et|en)?|yrkande(?:t|na)?))\b"
    r"|\bsom\s+ovan\b",
)
_SAYS_ABOVE = regex(r"\b(?:enligt|i\s+enlighet\s+med|som)\s+ovan", re.IGNORECASE)
_PROPOSAL = regex(
    r"\b(?:förslag(?:et|en)?|yrkandet|yrkandena|att-?\s?satse(?:n|r|rna)|att-?\s?sats\s+\d|punkterna)\b",
    re.IGNORECASE,
)
_ANSWERS = regex(
    r"\b(?:bifall\w*|biföll\w*|avslå\w*|avslog\w*|avslag\w*|anta\w*|antog\w*|godkän\w*|beslut\w*|beslöt\w*)\b",
    re.IGNORECASE,
)
_ORDINALS = {
    word: place
    for place, word in enumerate(
        "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde".split(), 1
    )
}
_CLAUSE = regex(
    rf"\b(?P<word>{'|'.join(_ORDINALS)})\s+att-?\s?satsen\b|\batt-?\s?sats(?:en|erna)?\s+(?P<numbers>\d+(?:\s*(?:,|och|–|-)\s*\d+)*)\b",
    re.IGNORECASE,
)
# The words of such a decision that say nothing by themselves.
_FILLING = regex(
    rf"{_PROPOSAL.pattern}|{_ANSWERS.pattern}|"
    r"\b(?:att|det|så|därmed|enhälligt|enhälligen|samtliga|alla|i\s+sin\s+helhet|med\s+acklamation|mötet|styrelsen|nämnden|rådet|stämman|gruppen|vi|man|att-?\s?satse?\w*)\b",
    re.IGNORECASE,
)
# The words, and the beginnings of words, of which all that these find consists. So does a genitive.
_TAKEN = frozenset(
    """enligt enlighet med ovan ovanstående föreslagna sagda eget lagda liggande som och att det därmed enhälligt enhälligen samtliga
    alla sin helhet acklamation mötet styrelsen nämnden rådet stämman gruppen man punkterna""".split()
).union(_ORDINALS)
_FIRST_OF_TAKEN = (
    "förslag", "yrkande", "sats", "attsats", "bifall", "biföll", "avslå", "avslog", "avslag", "anta", "antog", "godkän",
    "beslut", "beslöt", *"0123456789",
)  # fmt: skip
_LONG_WORD = regex(r"\w{3,}")
_MOST_OTHER_WORDS = 1
# One of these stands in all that `_ABOVE`, `_PROPOSAL` and `_CLAUSE` find.
_PARTS = ("förslag", "ovan", "yrkande", "föreslagna", "sagda", "sats", "punkterna")


def refers_above(decision: Sentence) -> bool:
    """Whether the decision says nothing by itself: "Styrelsen beslutar enligt ovan"."""
    folded = decision.text.casefold()
    if folded.startswith(("bif", "avs")) and _BARE_ANSWER.fullmatch(folded.rstrip()):
        return True
    may_refer = holds_any(folded, _PARTS)
    return may_refer and not _says_something(decision.words) and _only_refers(decision.text)


@lru_cache(maxsize=1024)  # such decisions are worded alike, and come again
def _only_refers(text: str) -> bool:
    folded = text.casefold()
    above = _ABOVE.search(text, folded)
    clause = _CLAUSE.search(text) if "sats" in folded else None
    answered = _PROPOSAL.search(text) and _ANSWERS.search(text)
    if not above and not answered and not clause:
        return False
    of_place = (_CLAUSE, _ABOVE.pattern) if above or clause else ()
    for pattern in (*of_place, _FILLING):
        text = pattern.sub(" ", text)
    return len(_LONG_WORD.findall(text)) <= _MOST_OTHER_WORDS


def _says_something(words: frozenset[str]) -> bool:
    """Whether more than one of them are words that no expression here takes away."""
    left = [
        word for word in words - _TAKEN if len(word) > 2 and not word.startswith(_FIRST_OF_TAKEN)
    ]
    return sum(not word.endswith("s") for word in left) > _MOST_OTHER_WORDS


# The whole of "Beslut: Bifall" answers what was proposed.
_BARE_ANSWER = regex(r"(?:bifall|avslag|bifalles|bifölls|avslås|avslogs)\W*", re.IGNORECASE)


def says_above(text: str) -> bool:
    """Whether it is what stands right above that is meant, proposed or not."""
    return "ovan" in text.casefold() and bool(_SAYS_ABOVE.search(text))


def meant(text: str, proposed: Sequence[Passage], decided: int = 0) -> tuple[Passage, ...]:
    """Those of the passages proposed before that the decision means.

    The numbered ones, or else all but the first `decided`, which were answered before.
    """
    places = _places(text)
    if not places:
        return tuple(proposed[decided:])
    return tuple(proposed[place - 1] for place in places if place <= len(proposed))


def _places(text: str) -> list[int]:
    found: list[int] = []
    if "sats" not in text.casefold():
        return found
    for match in _CLAUSE.finditer(text):
        if match["word"]:
            found.append(_ORDINALS[match["word"].casefold()])
            continue
        numbers = [int(number) for number in re.findall(r"\d+", match["numbers"])]
        if re.search(r"[–-]", match["numbers"]) and len(numbers) == 2:
            numbers = list(range(numbers[0], min(numbers[1], numbers[0] + 30) + 1))
        found += numbers
    return found
