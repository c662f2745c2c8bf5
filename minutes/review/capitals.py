"""A title that was written in capitals, in ordinary letters, so that no list shouts. Pure."""

import re

_SHORTEST = 12  # letters; "RÅDET 2026" is left as it is
_SMALL = frozenset("av de den det från fört för i med nr och om på samt till vid".split())
# Common nouns of titles, whatever stands before them in the word: "styrelsemöte", "årsstämma".
_COMMON = re.compile(
    r"\w*(?:protokoll|anteckning|möte|sammanträd|stämma|styrelse|förening|nämnd|utskott|råd|grupp"
    r"|kommitté|beredning|klubb|fullmäktige)(?:en|et|ets|ens|ar|er|e|t|n|s)*"
    r"|(?:janu|febru)ari|mars|april|maj|ju[nl]i|augusti|(?:septem|okto|novem|decem)ber"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|ordinarie|extra|konstituerande|lokala"
)
_VOWELS = frozenset("aeiouyåäöé")
_WORD = re.compile(r"[^\W\d_]+")


def calm(title: str) -> str:
    """The title in ordinary letters, where all of it stood in capitals; else as it is."""
    if not title.isupper() or sum(map(str.isalpha, title)) < _SHORTEST:
        return title
    words = _WORD.sub(lambda word: _ordinary(word.group()), title)
    return words[0].upper() + words[1:]


def _ordinary(word: str) -> str:
    """A common word in small letters, a name with its first large; "BRF" stays."""
    small = word.lower()
    if small in _SMALL or _COMMON.fullmatch(small):
        return small
    vowels = sum(1 for letter in small if letter in _VOWELS)
    stands_for_words = len(small) <= 3 or vowels * 5 < len(small)
    return word if stands_for_words else word.capitalize()
