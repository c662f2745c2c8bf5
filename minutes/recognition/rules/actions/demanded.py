"""What is asked for with a verb that stands first: "Boka lokal", "Köp in färg"."""

import re

from minutes.expressions import regex
from minutes.recognition.language.verbs import PRESENT, demands
from minutes.recognition.language.words import first_word
from minutes.recognition.people.names import is_given_name

_IS_NAME = regex(r"[a-zåäö]{2,}(?:de|te|log|gick|[aeäö]r)$|[A-ZÅÄÖ][a-zåäö-]+$")  # or a surname
_FINITE = frozenset("är har fungerar får var blev finns ska kan går saknas gäller".split())
_SUBJECTS = frozenset("vi ni du man han hon".split())
# Infinitives that are as often nouns or the beginning of a report.
_NOT_DEMANDS = frozenset(
    "hyra fråga resa rapportera komma ha föra gå stå tar använda låta lista välkomna besök lyft".split()
)
# Of verbs that as often tell, what surely asks for something with its second word.
_ASKS = regex(
    r"(?:Få (?:tag|fram|in|till|ihop|igång|ut)|Gå (?:ut med|runt|vidare med)|För (?:in|upp|över)(?= (?:[a-zåäö-]+ ){1,3}(?:i|på|till)\b)) \S",
    re.IGNORECASE,
)
_SUM = regex(r":\s\d")  # "Inköp: 2 500 kr"


def is_demand(text: str) -> bool:
    """Whether the sentence begins with a verb in the infinitive or imperative."""
    first, words = first_word(text), text.split()
    if first.casefold() == "fråga" and len(words) > 1 and is_given_name(words[1].strip(".")):
        return True  # "Fråga Rune om han kan"; "Fråga" alone is as often a noun
    if _ASKS.match(text):
        return not text.rstrip().endswith(":")
    if (
        text.rstrip().endswith(":")
        or text.startswith(f"{first}-")  # "Skriv- och ritmaterial"
        or _SUM.match(text, len(first))
        or first.casefold() in _NOT_DEMANDS
        or (first.isupper() and len(words) > 1 and words[1].islower())  # initials
        or not demands(first, " ".join(words[1:]))
    ):
        return False
    if words[1:2] and words[1] in _SUBJECTS:  # "Kör vi den 3 maj"
        return False
    if len(words) < 2 or (is_given_name(first) and _IS_NAME.match(words[1].rstrip(","))):
        return False  # "Lotta undrar", "Lotta Ek, lärare, visade": a name that is a verb as well
    return not any((w in PRESENT and w != "för") or w in _FINITE for w in words[1:3])
