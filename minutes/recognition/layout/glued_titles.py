"""Titles to which the text is glued: "Ekonomi Karin redovisade läget", "EkonomiKarin redovisade"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes.expressions import regex
from minutes.recognition.language.finite import is_finite, tells
from minutes.recognition.language.vocabulary import GROUPS, OFFICES, ROLE_WORDS, is_group
from minutes.recognition.people.names import is_given_name

_LONGEST_TITLE = 10  # words
_LOOKED_AT = 160  # characters
_POINT = regex(r"(?:\d{1,2}|[a-f])[.)]|•")  # "Information 1) Karin berättade"
# "VAL AV JUSTERARE Bo Ek valdes": the words in capitals are the title.
_IN_CAPITALS = regex(
    r"[A-ZÅÄÖ]{2,}(?:[ ,/&-]+(?:[A-ZÅÄÖ]{2,}|\d{1,4}))+\s+(?=(?:[A-ZÅÄÖ]\s)?[A-ZÅÄÖa-zåäö]?[a-zåäö])"
)
# "3. CORRESPONDENCE A letter was read.": a single word will do where a number stands before it.
_CAPITALS_AND_TOLD = regex(
    r"(?P<first>[A-ZÅÄÖ][A-ZÅÄÖ'’]+)(?:[ ,/&-]+(?:[A-ZÅÄÖ'’]{2,}|\d{1,4}|&))*\s+(?=[A-ZÅÄÖ]?[a-zåäö’']*(?:\s\S.*)?[.!]$)",
    re.DOTALL,
)
_SHORTEST_ALONE = 6  # characters, with the space
_NO_TITLES = frozenset(
    "ACTION ACTIONS AGREED RESOLVED NOTED MOTION DECISION DECIDED BESLUT NOTE".split()
)
_BEFORE_NAMES = frozenset("av för från i med om på till vid och samt hos under".split())
_WITHOUT_SPACE = regex(r"(?<=[a-zåäö]{3})(?=[A-ZÅÄÖ][a-zåäö]+ [\wåäö])")
_OPENS_CLAUSE = frozenset("då när eftersom sedan nu också även därefter därför".split())
# Words with which a sentence of minutes begins.
_OPENS_SENTENCE = (
    frozenset(
        """till det den vi en ett att beslutades beslöts mötet medlemmarna stämman årsmötet medlemsmötet
    föregående dagordningen ingen inga inget punkten frågan ärendet förslaget vi""".split()
    )
    | OFFICES
    | GROUPS
)


def title_length(text: str) -> int:
    """How long the title is to which the text is glued; 0 where it has none.

    The text begins at the next capital letter that is not that of a name in the title.
    """
    capitals = _IN_CAPITALS.match(text)
    if capitals:
        return capitals.end()
    words = list(re.finditer(r"\S+", text[:_LOOKED_AT]))
    if not words or is_given_name(words[0].group().strip(".,:")) or _begins_low(words):
        return 0
    for before, word in pairwise(words[: _LONGEST_TITLE + 1]):
        said = before.group().strip(".,:").casefold()
        counted = before.group()[-1] == "," and word.group()[0].islower()
        if is_finite(said) or (before.group()[-1] in ".," and not counted):
            return 0  # "Öppnande, upprop, val Bo Ek …" has a title of several words
        if before.group().endswith(":") or _POINT.fullmatch(word.group()):
            return word.start()
        if word.group()[0].isupper() and said not in _BEFORE_NAMES:
            return word.start()
    return 0


def _begins_low(words: Sequence[re.Match[str]]) -> bool:
    """Whether the text is a sentence from its first word: "Då Bo …", "Kvällens ordförande Bo Ek …"."""
    first = [word.group() for word in words[:3]]
    if first[0].casefold() in _OPENS_CLAUSE:
        return True
    office = next((place for place, word in enumerate(first[:2]) if _is_office(word)), 2)
    return office < len(first) - 1 and is_given_name(first[office + 1])


def _is_office(word: str) -> bool:
    return word.casefold() in OFFICES or bool(ROLE_WORDS.fullmatch(word))


def glued_title(text: str) -> int:
    """The same where the line ends are whole: only what surely begins a sentence ends the title."""
    lost = _WITHOUT_SPACE.search(text[:_LOOKED_AT])
    if lost and not tells(text[: lost.start()]) and tells(text[lost.start() :]):
        return lost.start()
    capitals = _CAPITALS_AND_TOLD.match(text)
    if capitals and capitals.end() > _SHORTEST_ALONE and _may_head(capitals["first"]):
        return capitals.end()
    length = title_length(text)
    first = re.match(r"\w+", text[length:])
    if not length or first is None or first.end() + length >= len(text) or not tells(text[length:]):
        return 0  # the last word alone, "BYGGRUPPEN REDOGÖR", is no sentence
    word = first.group().casefold()
    opens = word in _OPENS_SENTENCE or is_finite(word) or is_group(word)
    opens = opens or is_given_name(first.group()) or _repeats(word, text[:length])
    return length if opens else 0


def _may_head(word: str) -> bool:
    """Whether a word in capitals is of a title; "ANNA ordnar kaffe" and "BESLUT Vi köper" are none."""
    return word not in _NO_TITLES and not is_given_name(word.title())


def _repeats(word: str, title: str) -> bool:
    """Whether the sentence begins with a word of the title: "Val av kassör Kassören valdes"."""
    parts = re.findall(r"\w{5,}", title.casefold())
    return any(word.startswith(part) or part.startswith(word) for part in parts if len(word) > 4)
