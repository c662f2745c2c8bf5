"""What the words of a passage are to the rules, as the bits of one number: its cues.

Each word is weighed once, when it is first met, and not by each rule in each sentence: a rule then
asks for its own bit, or for those of many rules at once, before it looks at the text.
"""

from collections.abc import Callable, Collection
from itertools import count

from minutes.expressions import regex

_WORD = regex(r"\w+")
_STEM = 7
_MOST_KNOWN = 100_000  # pieces of text; a word and "word," are two
_bits = count()
_by_word: dict[str, int] = {}
_by_stem: dict[str, int] = {}
_by_sign: dict[str, int] = {}
_tests: list[tuple[Callable[[str], object], int]] = []


def stem_of(word: str) -> str:
    """The first letters of the word, by which its forms are one: "fastställer", "fastställdes"."""
    return word[:_STEM]


def cue_of_words(words: Collection[str]) -> int:
    """The cue of a text in which one of the words stands, in any case."""
    return _declared(_by_word, words)


def cue_of_stems(words: Collection[str]) -> int:
    """The cue of a text in which one of the words stands in any form."""
    return _declared(_by_stem, set(map(stem_of, words)))


def cue_of_signs(signs: Collection[str]) -> int:
    """The cue of a text in which one of the signs stands."""
    return _declared(_by_sign, signs)


def cue_where(test: Callable[[str], object]) -> int:
    """The cue of a text in which the test holds of a word in lower case."""
    _known.clear()
    _tests.append((test, cue := 1 << next(_bits)))
    return cue


def _declared(by_form: dict[str, int], forms: Collection[str]) -> int:
    _known.clear()  # of the words that were met before, nobody had asked this
    cue = 1 << next(_bits)
    for form in forms:
        by_form[form] = by_form.get(form, 0) | cue
    return cue


def cues_of(text: str) -> int:
    """The cues of all words and signs of the text."""
    cues = 0
    for piece in text.split():
        cues |= _known[piece]
    return cues


class _Known(dict[str, int]):
    """The cues of the pieces between spaces that were met."""

    def __missing__(self, piece: str) -> int:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        folded = piece.casefold()
        bare = folded.rstrip(".,:;")
        words, signs = [bare], folded[len(bare) :]
        if not bare.isalnum():
            words, signs = _WORD.findall(folded), piece
        cues = 0
        for word in words:
            cues |= _by_word.get(word, 0) | _by_stem.get(word[:_STEM], 0)
            for test, cue in _tests:
                if test(word):
                    cues |= cue
        for sign in signs:
            cues |= _by_sign.get(sign, 0)
        self[piece] = cues
        return cues


_known = _Known()
