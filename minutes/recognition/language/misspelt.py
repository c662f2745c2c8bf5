"""Formal verbs that are misspelt, "faställdes", "gokändes", put right so that the rules know them."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

_FORMS = tuple(
    """fastställde fastställdes fastställer fastställs godkände godkändes godkänner godkänns
    beslutade beslutades beslutar bordlades bordläggs bordlägger beviljade beviljades beviljar""".split()
)
# A word that begins so is another form of the verb, "beslutande", and no slip.
_RIGHT = ("fastställ", "godkän", "beslut", "bordl", "bordsl", "bordd", "bevilj")
_FIRST = frozenset("fgb")
_SHORTEST = 7
# In "fastställa" two letters stand twice, and both are lost at once.
_SLIPS_IN = {"f": 2}


def respelt(text: str, words: frozenset[str]) -> str | None:
    """The text with its misspelt formal verbs put right; None where it has none."""
    wrong = [
        word
        for word in words
        if word[0] in _FIRST and len(word) >= _SHORTEST and right_spelling(word)
    ]
    if not wrong:
        return None
    for word in wrong:
        text = re.sub(rf"\b{word}\b", right_spelling(word), text, flags=re.IGNORECASE)
    return text


@lru_cache(maxsize=4096)
def right_spelling(word: str) -> str:
    """The formal verb, in the same form, that this word in lower case means; "" where none."""
    if word.startswith(_RIGHT):
        return ""
    slips = _SLIPS_IN.get(word[0], 1)
    for form in _FORMS:
        alike = form[0] == word[0] and form[-1] == word[-1]
        if alike and OSA.distance(word, form, score_cutoff=slips) <= slips:
            return form
    return ""
