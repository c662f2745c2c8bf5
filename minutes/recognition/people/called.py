"""What the document itself says that somebody is called: a handle, a nickname that was elected."""

import re
from collections.abc import Iterable

from minutes.expressions import regex
from minutes.recognition.language.vocabulary import OFFICES_AND_GROUPS, ROLE_WORDS, is_group
from minutes.recognition.language.words import holds_any
from minutes.recognition.people.names import CAPITAL, FULL_NAME, NOT_IN_NAMES, is_given_name

_HANDLE = regex(rf"(?P<name>{FULL_NAME.pattern})\s*\(\s*@(?P<handle>[\w.-]*\w)")
# "KS = Karin Ström", where it is said what the letters stand for
_LEGEND = regex(rf"\b(?P<handle>[A-ZÅÄÖ]{{2,4}})\s?=\s?(?P<name>{FULL_NAME.pattern})")
_WORD = r"[A-ZÅÄÖ][a-zåäöé]{2,}"
# "Bo (Bosse) Ek"; not "Bo (Norrby) Eva Ek", whose parenthesis says where he is from
NICKNAMED = regex(
    rf"(?<!\w)(?P<first>{CAPITAL}[a-zåäöé-]+) \((?P<handle>{_WORD})\) (?P<last>{CAPITAL}\w+)"
)
_LIST = rf"{_WORD}(?:(?:, | och ){_WORD})*"
_CHOOSING = ("väljer ", "valde", "utser ", "utsåg", "väljs ", "utses ")
_ELECTED = regex(
    rf"\b(?:väljer|valde|utser|utsåg)\s+(?P<a>{_LIST})\s+(?:som|till|att)\b"
    rf"|(?<![\w-])(?P<b>{_LIST})\s+(?:valdes|väljs|utsågs|utses)\s+(?:som|till|att)\b"
)
_DEFINITE = ("en", "et", "arna", "erna", "orna")


def handles(texts: Iterable[str]) -> dict[str, str]:
    """Whose each handle is, as "Karin Ström (@karins)", "KS = Karin Ström", "Bo (Bosse) Ek" say."""
    found: dict[str, str] = {}
    for text in texts:
        for sign, pattern in (("(@", _HANDLE), ("=", _LEGEND)):
            if sign in text:
                found |= {match["handle"]: match["name"] for match in pattern.finditer(text)}
        if ") " in text:
            named = filter(is_nickname, NICKNAMED.finditer(text))
            found |= {m["handle"]: f"{m['first']} {m['last']}" for m in named}
    return found


def is_nickname(match: re.Match[str]) -> bool:
    """Whether it stands in brackets between one person's names, and is no office."""
    named = is_given_name(match["first"]) and not is_given_name(match["last"])
    return named and not ROLE_WORDS.fullmatch(match["handle"])


def nicknames(texts: Iterable[str]) -> list[str]:
    """Single words that are no given names and yet somebody who was elected here."""
    return [
        word
        for text in texts
        if holds_any(text, _CHOOSING)
        for match in _ELECTED.finditer(text)
        for word in re.findall(_WORD, match["a"] or match["b"])
        if _may_be_called(word)
    ]


# "Boka salen (Karin, Nunnu)" in one bullet, "Köpa kaffe (Bo)" in another.
_IN_BRACKETS = regex(rf"\((?P<names>{_WORD}(?:(?:, | och | & ){_WORD}){{0,4}})\)\W*$")
_SHARE_KNOWN = 0.5


def named_in_lists(bullets: Iterable[str]) -> list[str]:
    """Single words that stand in brackets at the ends of bullets, where most of them are names."""
    found = [match["names"] for text in bullets if (match := _IN_BRACKETS.search(text))]
    words = {word for names in found for word in re.findall(_WORD, names)}
    known = {word for word in words if is_given_name(word)}
    if not known or len(known) < _SHARE_KNOWN * len(words):
        return []
    return sorted(word for word in words - known if _may_be_called(word))


def _may_be_called(word: str) -> bool:
    folded = word.casefold()
    common = folded in NOT_IN_NAMES or folded in OFFICES_AND_GROUPS or is_group(word)
    return not (common or word.endswith(_DEFINITE) or is_given_name(word))
