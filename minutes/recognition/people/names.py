"""Names as they are written: what is a given name, a full name, and somebody in running text."""

import re
from collections.abc import Sequence
from functools import lru_cache

from minutes.expressions import regex
from minutes.recognition.people.given_names import GIVEN_NAMES

CAPITAL = r"[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ]"
_REST = r"[a-zß-öø-ÿ\u0100-\u017f’']+(?:[A-ZÅÄÖ][a-zåäöéü]+)?"
_WORD = CAPITAL + _REST
_PART = rf"{_WORD}(?:-{_WORD})?"
_PARTICLE = r"(?:von|v\.?|af|av|de|De|La|la|van|der|den|Von|Af|di|da|Da|Di|Dos|dos|al|El|Mc)"
# "Mari-anne": the second name is written small by some.
_SECOND = (
    "anne|marie|maria|mari|britt|karin|lena|lis|lill|inger|ingrid|louise|lotta|charlotte|kristin|christin|sofi|sofie|"
    "erik|eric|olof|olov|ola|ove|åke|arne|johan|göran|anders|gunnar|gustav|gustaf|ivar|peter|håkan"
)
FULL_NAME = regex(
    # That no word goes on here is asked after the capital: then the search leaps to capitals.
    rf"{CAPITAL}(?<![\w-]{CAPITAL})(?:{_REST}(?:-(?:{_WORD}|{_SECOND}))?|-{CAPITAL})(?:[ ](?:{_PARTICLE}[ ]){{0,2}}(?:{_PART}|[A-ZÅÄÖ]\.?(?![\w])))"
    rf"(?:[ ](?:{_PARTICLE}[ ]){{0,2}}{_PART}){{0,3}}"
)
# Somebody in running text, whatever the name: "Anna", "Anna B", "Anna von Berg".
_SAID = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ]?[a-zåäöé]+)?"
SOMEBODY = rf"{_SAID}(?: (?:(?:von|af|de|van) )?{_SAID}| [A-ZÅÄÖ]\.?(?![\wåäö])){{0,3}}"
# Small words between somebody's names, however they are written.
PARTICLES = frozenset("von af av de De la van der den di da al El Mc".split())
# No given name ends so, nor the name of a body.
SURNAME_ENDS = tuple(
    "son sen berg ström lund qvist kvist gren blom dahl stedt strand lind holm vic ić ski zadeh pour".split()
)
# With these a place or a body begins, and nobody's name.
OF_PLACES = frozenset(
    "Norra Södra Västra Östra Mellersta Övre Nedre Stora Lilla Sankt Nya Gamla Norr Söder Väst Öst".split()
)
_SPELLINGS = (
    ("é", "e"), ("è", "e"), ("ü", "y"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("w", "v"),
    ("c", "k"), ("z", "s"), ("x", "ks"), ("q", "k"),
)  # fmt: skip
# "Mrs Berg": before a surname.
ENGLISH_TITLES = frozenset("Mr Mrs Ms Miss Dr Cllr Councillor Rev Sir".split())
# Words that sound like Nora, André, Annie, Ben, Julie, Seth, …
_NO_NAMES = frozenset(
    "Norra Andre Any Been Bett Juli March Mark May Mera Oven Regi Rich Set Sett Sitta Valid Wiki Pall Marra Torra".split()
)
NOT_IN_NAMES = frozenset(
    """
    ordförande ordf sekreterare sekr ledamot ledamöter ersättare vice justerare justering kassör region
    regionen kommun kommunen landsting styrelsen mötet nämnden protokoll närvarande frånvarande
    minnesanteckningar förhinder rådet gruppen föreningen sammanträde datum plats tid punkt beslut dagordning tjänsteman
    bilaga bilagor inledning bakgrund rapport mötets agenda ärendelista föredragningslista innehåll öppnande ekonomi övrigt rapporter
    vid den det de en ett i på av för till från om kl klockan sida information diskussion enligt
    namn organisation roll funktion telefon alla samtliga ingen inga övriga via stadshuset kommunhuset sal rum teams zoom januari februari
    mars april maj juni juli augusti september oktober november december måndag tisdag onsdag
    torsdag fredag lördag söndag vakant paragrafer underskrifter justerande bevis organ myndighet enligt nästa kallade inbjudna adjungerade revisor revisorer tjänstgörande
    """.split()
)


@lru_cache(maxsize=8192)
def is_given_name(word: str) -> bool:
    """Whether the word is a common Swedish given name, double and otherwise spelt ones included."""
    if "-" not in word:
        return word in GIVEN_NAMES or _is_spelt_otherwise(word)
    if _TWO_LETTERS.fullmatch(word):
        return True
    first, *others = word.split("-")
    if others and first in _FIRST_PARTS:
        return is_given_name(others[-1][:1].upper() + others[-1][1:])
    return is_given_name(first) and all(
        part in {"May", "Mai"} or is_given_name(part[:1].upper() + part[1:]) for part in others
    )


# Only before a hyphen: "Ros-Marie", "Sol-Britt".
_FIRST_PARTS = frozenset({"Ros", "Sol"})
_TWO_LETTERS = regex(rf"{CAPITAL}-{CAPITAL}")  # "P-G Larsson"


def _is_spelt_otherwise(word: str) -> bool:
    """As "Owe" is "Ove", "Sophie" "Sofie" and "Tommie" "Tommy"."""
    capital = word[:1].isupper() and word[1:].islower() and len(word) > 2
    return capital and word not in _NO_NAMES and _sound(word) in _SOUNDS


def _sound(name: str) -> str:
    sound = name.casefold()
    for letters, spoken in _SPELLINGS:
        sound = sound.replace(letters, spoken)
    sound = re.sub(r"(.)\1", r"\1", sound)
    return re.sub(r"(?:ie|y)$", "i", sound).removesuffix("h")


_SOUNDS = frozenset(_sound(name) for name in GIVEN_NAMES if len(name) > 2)


def is_person_name(text: str) -> bool:
    """Whether the whole of `text` reads as somebody's first name and surname."""
    return _are_names(text.split()) and bool(FULL_NAME.fullmatch(text))


# "van den Berg", "de la Cruz": small words of a name that are common words elsewhere.
_OF_NAMES = regex(r"(?<=\w )(?:(?:van|von) (?:den|der|de)|de las?|de los|de|den|der) (?=[A-ZÅÄÖ])")


def _are_names(words: Sequence[str]) -> bool:
    words = _OF_NAMES.sub("", " ".join(words)).split()
    if words[:1] == ["Maj"] and len(words) > 1 and words[1][:1].isupper():
        words = ["Maja", *words[1:]]  # a month has no surname
    if words[:1] == ["Inga"] and len(words) == 2 and words[1][:1].isupper():
        words = ["Inge", words[1]]  # "Inga rapporter" has no capital
    return 2 <= len(words) <= 5 and NOT_IN_NAMES.isdisjoint(map(str.casefold, words))


def full_names(text: str) -> list[str]:
    """The full names in running text whose first word is a common given name."""
    if text.islower():
        return []
    found = [
        name
        for name in FULL_NAME.findall(text)
        if is_given_name((words := name.split())[0]) and _are_names(words)
    ]
    if not found:
        return found
    # "Anna Bergs förslag": the genitive of a name that also stands without it.
    # "Petter S" is a short form of somebody, no full name.
    return [
        name
        for name in found
        if not (name.endswith("s") and name[:-1] in found) and len(name.split()[-1].strip(".")) > 1
    ]
