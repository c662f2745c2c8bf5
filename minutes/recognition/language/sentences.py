"""Sentences of a block, with their places in it, so that each can be traced to its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from minutes.expressions import regex
from minutes.reading.blocks import Block, Source
from minutes.recognition.language.cues import cue_of_signs, cues_of
from minutes.recognition.language.words import holds_any, words_of

_DAYS = frozenset(
    "jan feb mar apr jun jul aug sep sept okt nov dec "
    "mån tis ons tors tor fre lör sön månd tisd onsd torsd fred lörd sönd".split()
)
_ABBREVIATIONS = _DAYS | frozenset(
    "kl ca bl a t ex dvs nr st tel ordf sekr forts m fl etc resp s k f d v p g o dyl e kap pkt dnr "
    "bil ang avd pga alt inkl exkl max min prel vice tf proc mkr tkr kr ev fr mm enl obs just sid "
    "prof dr".split()
)
# These also stand at the end of sentences: "för 450 kr. Styrelsen beslöt", "den 14 feb. Bo bokar".
_MAY_END = _DAYS | frozenset(
    "kr tkr mkr st m mm mfl etc dyl osv d fl tf just sekr ordf enl n".split()
)
_CONJUNCTIONS = ("och", "samt", "men", "medan", "så")
_DANGLING = regex(r"[\s,]+(?:och|samt|men|medan|så)$")
_HYPHENATED = regex(r"(\w{2,})- (?!och\b|eller\b|samt\b|respektive\b|/)([a-zåäö])")
_LAST_WORD = regex(r"([\w§]+)$")
_CLOCK = regex(r"[Kk]l(?:ockan)?\.? ?\d")
_TITLES = frozenset({"ordf", "sekr", "v ordf", "vordf"})
_LAST_OF_TITLES = frozenset(title.split()[-1] for title in _TITLES)
_LONGER = 1 + max(map(len, _ABBREVIATIONS | _MAY_END | _LAST_OF_TITLES))
_END = regex(
    r"[.!?…](?<![.!?…]{2})"  # the first of a row of them: each would look to the end of the row
    r"(?:(?P<signs>[.!?…]*[)”\"’']?)\s+(?=[A-ZÅÄÖÉ\d\"”“’'(@•§☐\[-]|[a-h][.)] [A-ZÅÄÖ]|att [a-zåäö]+[aåe] )"
    r"|(?:(?<=[a-zåäö]{3}\.)|(?<= (?:år|in|ut|då|nu)\.)|(?<= \d\d\.))(?=[A-ZÅÄÖ](?:[a-zåäö]+|[A-ZÅÄÖ]{1,2}) [a-zåäö]))"  # the space is missing
)
# "Vem ringer banken? Bo." is one sentence: the names alone say nothing.
_ASKS_WHO = ("Vem ", "Vilka ")
_NAMES_ALONE = regex(
    r"\s*(?:(?:[-–—:→]|->|=>)\s*)?[A-ZÅÄÖ][\w-]*(?:(?:,|\soch|\s&)?\s[A-ZÅÄÖ][\w-]*){0,4}(?:\s(?:gör|tar|fixar|ordnar|kan)(?:\s(?:det|detta|den|dem))?)?\s*\.?\s*$"
)
_BULLETS = (" - att ", "• ", "● ", "▪ ", "○ ", "◦ ")
_BULLET = regex(r"\s+(?:(?=[•●▪○◦]\s)|-\s+(?=att\s))")  # of a list whose lines were run together
# A sentence of the body, of an election or behind a label, that begins without a point before it:
# "… en länk Beslut: Bo fixar det". The space stands first, so that a search leaps from one to the next.
_WITHOUT_POINT = regex(
    r" (?=[BFGKMNRSTUÅ])(?<=[\w)%] )(?=(?:Styrelsen|Mötet|Årsmötet|Stämman|Nämnden|Gruppen|Rådet|Kommittén|Utskottet|Föreningen)"
    r" (?:beslutar|beslutade|beslöt|godkände|godkänner|fastställde|ansåg|diskuterade|enades|utsåg|valde)\b"
    r"|Beslut: "
    r"|Till (?:[a-zåäö]+ ){1,6}?(?:valdes|utsågs|väljs|utses|omvaldes)\b)"
)


@dataclass(slots=True)
class Sentence:
    """`text` is what stood, verbatim, at block.text[start:end]."""

    block: Block
    start: int
    end: int
    text: str
    _words: frozenset[str] | None = None
    _cues: int = -1

    @property
    def words(self) -> frozenset[str]:
        """Its words in lower case; it is cut into them once, whoever asks."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words

    @property
    def cues(self) -> int:
        """What its words are to the rules."""
        if self._cues < 0:
            self._cues = cues_of(self.text)
        return self._cues

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


def sentences(block: Block) -> list[Sentence]:
    """The sentences of the block. Abbreviations, dates and initials end none."""
    return [sentence_at(block, start, end) for start, end in _places(block.text)]


@lru_cache(maxsize=8192)  # several rules ask for the sentences of the same line
def _places(text: str) -> Sequence[tuple[int, int]]:
    """Where each sentence begins and ends."""
    found: list[tuple[int, int]] = []
    glued = _WITHOUT_POINT.search(text)
    bulleted = holds_any(text, _BULLETS)
    for start, end in _bounds(text):
        if bulleted:
            for match in _BULLET.finditer(text, start, end):
                found.append((start, match.start()))
                start = match.end()
        if glued:
            for match in _WITHOUT_POINT.finditer(text, start, end):
                found.append((start, match.start()))
                start = match.end()
        found.append((start, end))
    return found


def _bounds(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends, by the points."""
    start = 0
    found: list[tuple[int, int]] = []
    for match in _END.finditer(text):
        if match["signs"] == "" and text[match.start()] == "." and _goes_on(text, start, match):
            continue
        asks = text[match.start()] == "?" and text.startswith(_ASKS_WHO, start)
        if asks and _NAMES_ALONE.match(text, match.start() + 1):
            continue
        found.append((start, match.end() if match["signs"] is None else match.end("signs")))
        start = match.end()
    end = len(text.rstrip())
    if end > start:
        found.append((start, end))
    return found


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the point, with a space after it, ends an abbreviation, a title or an initial."""
    if text[match.end() : match.end() + 1] in {"k", "K"} and _CLOCK.match(text, match.end()):
        return True  # "måndag 11 mars. Kl 19:00": the hour belongs to the day before it
    before = text[max(start, match.start() - _LONGER) : match.start()]
    if len(before) == _LONGER and before.isalpha():
        return False  # the end of a word that is longer than any abbreviation
    word = _last_word(text[max(start, match.start() - 30) : match.start()])
    if not word:
        return False
    following = text[match.end() : match.end() + 1]
    folded = word.casefold()
    if len(word) == 1 and word.isupper() and following.isupper():
        # "A. Berg": an initial, unless the sentence simply ends with a letter ("bilaga A. Mötet")
        return text[start : match.start()].rstrip().count(" ") < 1 or _after_name(
            text, start, match
        )
    if folded in _LAST_OF_TITLES and text[start : match.start()].strip().casefold() in _TITLES:
        return True  # "Ordf. Anna Berg öppnade": a title before its name
    if folded in _MAY_END:
        return not following.isupper()
    return folded in _ABBREVIATIONS and (word.islower() or following.isdigit())


def _last_word(text: str) -> str:
    """The word at the end of the text; "" after another sign."""
    last = text[text.rfind(" ") + 1 :]
    if last.isalnum():
        return last
    found = _LAST_WORD.search(last)
    return found.group(1) if found else ""


def _after_name(text: str, start: int, match: re.Match[str]) -> bool:
    return bool(re.search(r"[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ]$", text[start : match.start()]))


_SIGNS = regex(r"[^\w@§(\[”“\"'’–-]*")  # emoji and arrows before the words
_LETTER = regex(r"[a-h][.)]\s+(?=[A-ZÅÄÖ])")  # "e. Bo mäter ledningen"


def without_signs(sentence: Sentence) -> Sentence:
    """The sentence without signs that say nothing, and the letter of a list, before its words."""
    text = sentence.text
    signs = _LETTER.match(text) if text[1:2] in {".", ")"} else None
    if not text[0].isalnum():
        signs = _SIGNS.match(text)
    return sentence.part(signs.end(), len(text)) if signs and signs.end() else sentence


QUOTES = cue_of_signs('"”“')


def has_quotations(text: str) -> bool:
    """Whether any sign of a quotation stands in the text."""
    return '"' in text or "”" in text or "“" in text


def tidy(quote: str) -> str:
    """The words as they are shown: no hyphens of line ends, first letter raised, no last comma."""
    text = closed(" ".join(undivided(quote).split()).lstrip("-–•* "))
    return text[:1].upper() + text[1:]


def closed(clause: str) -> str:
    """The clause without the signs at its end, and the conjunction before the next one."""
    clause = clause.strip().rstrip(",;–/- ")
    return _DANGLING.sub("", clause) if clause.endswith(_CONJUNCTIONS) else clause


def undivided(text: str) -> str:
    """The text with the words that were divided at the end of a line made whole."""
    return _HYPHENATED.sub(_close, text) if "- " in text else text


def _close(match: re.Match[str]) -> str:
    before, after = match.groups()
    # "HSN- finansierade" keeps its hyphen, "arbets- grupp" was broken at the line's end.
    return f"{before}-{after}" if before.isupper() else before + after
