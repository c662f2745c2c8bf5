"""Sentences of a block, with their places in it, so that each can be traced to its lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from minutes.reading.blocks import Block, Source

_ABBREVIATIONS = frozenset(
    "kl ca bl a t ex dvs nr st tel ordf sekr forts m fl etc resp s k f d v jan feb mar apr jun jul "
    "aug sep sept okt nov dec mån tis ons tors tor fre lör sön p g o dyl e kap pkt dnr bil ang avd "
    "alt inkl exkl max min prel vice tf proc mkr tkr kr ev fr mm enl obs just sid".split()
)
# These also stand at the end of sentences: "för 450 kr. Styrelsen beslöt".
_MAY_END = frozenset("kr tkr mkr st m etc dyl osv d fl tf just sekr ordf enl n".split())
_END = re.compile(
    r"([.!?…]+[)”\"’']?)(\s+)(?=[A-ZÅÄÖÉ\d\"”“’'(@•§☐\[-])"
    r"|(?<=[a-zåäö]{3})(\.)(?=[A-ZÅÄÖ][a-zåäö]+ [a-zåäö])"  # the space is missing
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` stood at block.text[start:end]."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words, verbatim."""
        return self.block.text[self.start : self.end]

    @property
    def source(self) -> Source:
        """The lines that the sentence stood on."""
        return self.block.lines(self.start, self.end)

    def part(self, start: int, end: int) -> "Sentence":
        """A clause of the sentence; start and end count from its own beginning."""
        return Sentence(self.block, self.start + start, self.start + end)


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of the block. Abbreviations, dates and initials end none."""
    return (Sentence(block, start, end) for start, end in _bounds(block.text))


@lru_cache(maxsize=1024)  # several rules ask for the sentences of the same block in turn
def _bounds(text: str) -> tuple[tuple[int, int], ...]:
    found, start = [], 0
    for match in _END.finditer(text):
        if not _ends_nothing(text, start, match):
            found.append((start, match.end(1) if match.group(1) else match.end()))
            start = match.end()
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return tuple(found)


def _ends_nothing(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group(1) != ".":
        return False
    before = re.search(r"([\w§]+)$", text[max(start, match.start() - 30) : match.start()])
    if before is None:
        return False
    word = before.group(1)
    following = text[match.end() : match.end() + 1]
    if len(word) == 1 and word.isupper() and following.isupper():
        # "A. Berg": an initial, unless the sentence simply ends with a letter ("bilaga A. Mötet")
        return text[start : match.start()].rstrip().count(" ") < 1 or _after_name(
            text, start, match
        )
    if word.casefold() in _MAY_END:
        return not following.isupper()
    return word.casefold() in _ABBREVIATIONS and (word.islower() or following.isdigit())


def _after_name(text: str, start: int, match: re.Match[str]) -> bool:
    return bool(re.search(r"[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ]$", text[start : match.start()]))


def tidy(quote: str) -> str:
    """The words as they are shown: hyphens of line ends closed, first letter raised."""
    text = re.sub(r"(\w{2,})- (?!och\b|eller\b|samt\b|respektive\b|/)([a-zåäö])", _close, quote)
    text = " ".join(text.split()).lstrip("-–•* ").strip()
    return text[:1].upper() + text[1:]


def _close(match: re.Match[str]) -> str:
    before, after = match.groups()
    # "HSN- finansierade" keeps its hyphen, "arbets- grupp" was broken at the line's end.
    return f"{before}-{after}" if before.isupper() else before + after
