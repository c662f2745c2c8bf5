"""Sentences of a block, with their places in it, so that each can be traced to its lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.reading.blocks import Block, Source
from minutes.recognition.words import words_of

_ABBREVIATIONS = frozenset(
    "kl ca bl a t ex dvs nr st tel ordf sekr forts m fl etc resp s k f d v jan feb mar apr jun jul "
    "aug sep sept okt nov dec mån tis ons tors tor fre lör sön p g o dyl e kap pkt dnr bil ang avd "
    "alt inkl exkl max min prel vice tf proc mkr tkr kr ev fr mm enl obs just sid".split()
)
# These also stand at the end of sentences: "för 450 kr. Styrelsen beslöt".
_MAY_END = frozenset("kr tkr mkr st m etc dyl osv d fl tf just sekr ordf enl n".split())
_HYPHENATED = re.compile(r"(\w{2,})- (?!och\b|eller\b|samt\b|respektive\b|/)([a-zåäö])")
_LAST_WORD = re.compile(r"([\w§]+)$")
_TITLES = frozenset({"ordf", "sekr", "v ordf", "vordf"})
_END = re.compile(
    r"([.!?…]+[)”\"’']?)(\s+)(?=[A-ZÅÄÖÉ\d\"”“’'(@•§☐\[-])"
    r"|(\.)(?<=[a-zåäö]{3}\.)(?=[A-ZÅÄÖ](?:[a-zåäö]+|[A-ZÅÄÖ]{1,2}) [a-zåäö])"  # the space is missing
)


@dataclass(slots=True)
class Sentence:
    """`text` is what stood, verbatim, at block.text[start:end]."""

    block: Block
    start: int
    end: int
    text: str
    _words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """Its words in lower case; it is cut into them once, whoever asks."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words

    @property
    def source(self) -> Source:
        """The lines that the sentence stood on."""
        return self.block.lines(self.start, self.end)

    def part(self, start: int, end: int) -> "Sentence":
        """A clause of the sentence; start and end count from its own beginning."""
        return sentence_at(self.block, self.start + start, self.start + end)


def sentence_at(block: Block, start: int, end: int) -> Sentence:
    """The sentence that stands there."""
    return Sentence(block, start, end, block.text[start:end])


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of the block. Abbreviations, dates and initials end none."""
    text, start = block.text, 0
    for match in _END.finditer(text):
        if not _ends_nothing(text, start, match):
            yield sentence_at(block, start, match.end(1) if match.group(1) else match.end())
            start = match.end()
    if text[start:].strip():
        yield sentence_at(block, start, len(text.rstrip()))


def _ends_nothing(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group(1) != ".":
        return False
    before = _LAST_WORD.search(text, max(start, match.start() - 30), match.start())
    if before is None:
        return False
    word = before.group(1)
    following = text[match.end() : match.end() + 1]
    if len(word) == 1 and word.isupper() and following.isupper():
        # "A. Berg": an initial, unless the sentence simply ends with a letter ("bilaga A. Mötet")
        return text[start : match.start()].rstrip().count(" ") < 1 or _after_name(
            text, start, match
        )
    if text[start : match.start()].strip().casefold() in _TITLES:
        return True  # "Ordf. Anna Berg öppnade": a title before its name
    if word.casefold() in _MAY_END:
        return not following.isupper()
    return word.casefold() in _ABBREVIATIONS and (word.islower() or following.isdigit())


def _after_name(text: str, start: int, match: re.Match[str]) -> bool:
    return bool(re.search(r"[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ]$", text[start : match.start()]))


def tidy(quote: str) -> str:
    """The words as they are shown: hyphens of line ends closed, first letter raised."""
    text = " ".join(undivided(quote).split()).lstrip("-–•* ").strip()
    return text[:1].upper() + text[1:]


def undivided(text: str) -> str:
    """The text with the words that were divided at the end of a line made whole."""
    return _HYPHENATED.sub(_close, text) if "- " in text else text


def _close(match: re.Match[str]) -> str:
    before, after = match.groups()
    # "HSN- finansierade" keeps its hyphen, "arbets- grupp" was broken at the line's end.
    return f"{before}-{after}" if before.isupper() else before + after
