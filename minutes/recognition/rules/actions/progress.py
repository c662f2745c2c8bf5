"""Reports in the same minutes that something promised there is already done."""

import re

from minutes.expressions import regex
from minutes.recognition.language.cues import cue_of_words
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.language.words import phrase

_DONE_TAIL = phrase(
    "klar färdig gjort utfört genomfört åtgärdat avslutad ✓ ✔",
    r"(?:\(\s*(?:klart?|färdigt?|gjort|utfört|genomfört|åtgärdat|avslutad)\s*\)|[–-]\s*(?:klart?|gjort|utfört|avslutad|åtgärdat)(?:,\s[^–]{3,40})?|\b(?:detta\s+är\s+(?:nu\s+)?(?:gjort|klart|åtgärdat))|✓|✔)\s*[.!]?$",
)
_DONE = frozenset("klar klart gjort åtgärdat utfört genomfört avslutad".split())
_DONE_ALONE = regex(
    r"^(?:(?:obs|ps|uppdatering|tillägg)\W*)?(?:klart?|gjort|åtgärdat|utfört|genomfört|avslutad|detta\s+är\s+(?:nu\s+)?(?:gjort|klart|åtgärdat|utfört))\s*[.!]*$",
    re.IGNORECASE,
)
_HAS_DONE = regex(
    r"\bhar\s+(?:nu\s+|redan\s+|sedan\s+(?:dess\s+)?|efter\s+mötet\s+|därefter\s+)*(?:återkommit|skickat|gjort|levererat|återkopplat|kontaktat|genomfört|utfört|svarat|lämnat|bokat|beställt|köpt|fixat|ordnat|kollat|undersökt|åtgärdat|meddelat|inkommit|ringt|mejlat|mailat)\b",
    re.IGNORECASE,
)


# A sentence without it does not say that a promise is kept.
REPORTS = cue_of_words({"har", *_DONE})


def says_done(text: str) -> bool:
    """Whether a promise carries its own mark: "Bo lagar grinden (klart)"."""
    return _DONE_TAIL.search(text, text.casefold()) is not None


def reports_done(sentence: Sentence, owner: str) -> bool:
    """Whether the sentence by itself says that the owner's promise before it is kept."""
    text, words = sentence.text, sentence.words
    if not _DONE.isdisjoint(words) and _DONE_ALONE.match(text.strip()):
        return True
    if not owner or "har" not in words:
        return False
    place = text.find(owner.split()[0])
    done = _HAS_DONE.search(text, place) if place >= 0 else None
    # "Kåren har svarat, Karin lägger upp det": another has done something else.
    return done is not None and not {",", ";"} & set(text[place : done.start()])
