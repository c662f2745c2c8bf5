"""Formal verbs that are misspelt, "faställdes", "gokändes", put right so that the rules know them."""

import re

from rapidfuzz.distance import OSA

from minutes.recognition.language.cues import cue_where

_FORMS = tuple(
    """fastställde fastställdes fastställer fastställs godkände godkändes godkänner godkänns
    beslutade beslutades beslutar bordlades bordläggs bordlägger beviljade beviljades beviljar""".split()
)
# A word that begins so is another form of the verb, "beslutande", and no slip.
_RIGHT = ("fastställ", "godkän", "beslut", "bordl", "bordsl", "bordd", "bevilj")
# By the first and the last letter, which no slip changes.
_BY_ENDS = {
    ends: [form for form in _FORMS if form[0] + form[-1] == ends]
    for ends in {form[0] + form[-1] for form in _FORMS}
}
_SHORTEST = 7
# In "fastställa" two letters stand twice, and both are lost at once.
_SLIPS_IN = {"f": 2}


def respelt(text: str, words: frozenset[str]) -> str:
    """The text, of these words, with its misspelt formal verbs put right."""
    for word in words:
        if right := right_spelling(word):
            text = re.sub(rf"\b{word}\b", right, text, flags=re.IGNORECASE)
    return text


def right_spelling(word: str) -> str:
    """The formal verb, in the same form, that this word in lower case means; "" where none."""
    forms = _BY_ENDS.get(word[0] + word[-1])
    if forms is None or len(word) < _SHORTEST or word.startswith(_RIGHT):
        return ""
    slips = _SLIPS_IN.get(word[0], 1)
    alike = (form for form in forms if OSA.distance(word, form, score_cutoff=slips) <= slips)
    return next(alike, "")


MISSPELT = cue_where(right_spelling)
