"""Who is to do it: persons, offices and groups, as the words of a sentence name them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY, SURE
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.language.vocabulary import (
    GROUPS,
    OFFICES_AND_GROUPS,
    OTHER_BODIES,
    PARTNERS,
    is_group,
)
from minutes.recognition.language.words import any_of
from minutes.recognition.people.initials import may_be_initials
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.roster import Roster
from minutes.records import record

_CAPITAL = r"[A-ZÅÄÖÉ][\wåäöéèüÅÄÖ’'-]*"
_HANDLE = r"(?<!\w)@[a-zåäö][\w.-]*\w"
_NAME = rf"(?:{_HANDLE}|@?(?:[A-ZÅÄÖ]\.\s?|[A-HJ-ZÄÖ]\s(?=[A-ZÅÄÖ][a-zåäö]))?{_CAPITAL}(?:\s[”“\"]\w+[”“\"])?(?:\s(?:(?:von|af|de|van|la|der)\s)?[A-ZÅÄÖÉ][\wåäöéèü’'-]*\.?){{0,5}})"
_PAREN = r"(?:\s?\([^()]{1,40}\))?"
NAMES = rf"{_NAME}{_PAREN}(?:(?:\s?,\s|\s(?:och|and|&|\+|samt|eller|resp\.?|respektive|o)\s|\s?[/+&]\s?){_NAME}{_PAREN}){{0,15}}"
_JOINED = regex(r"\s?,\s|\s(?:och|and|&|\+|samt|eller|resp\.?|respektive|o)\s|\s?[/+&]\s?")
_OFFICE = any_of(OFFICES_AND_GROUPS)
_AND = regex(r"\s(?:och|samt|eller)\s")
OFFICE = rf"{_OFFICE}(?:\s(?:och|samt|eller)\s{_OFFICE})?"

_TITLE = regex(
    r"ordf\.?|vordf|sekr\.?|vd|\w*(?:ordförande|sekreterare|ledare|chef|biolog|strateg|samordnare|konsult|ingenjör|arkitekt|assistent|"
    r"handläggare|inspektör|direktör|präst|herde|diakon|pedagog|lärare|mästare|värd|fogde|ansvarig|kamrer|rektor|ledamot|suppleant|"
    r"utvecklare|planerare|utredare|controller|ekonom|jurist|sköterska|läkare|rådgivare|tekniker|revisor|koordinator|kassör|"
    r"administratör|redaktör|kurator|intendent|antikvarie|bibliotekarie|tränare|vice)",
    re.IGNORECASE,
)
PRONOUNS = frozenset({"han", "hon", "hen", "he", "she"})
EVERYBODY = frozenset("alla samtliga medlemmarna boende".split())
THEY = frozenset({"de", "they"})
NOT_SUBJECTS = frozenset(
    """
    det den detta denna de dessa han hon hen man vilka vem vad när om hur var där här så sedan därefter
    därför dock även också samt men och att som enligt efter innan under inför till från med för vid
    i på av mötet beslut förslag frågan punkten ärendet ingen inget inga ny nytt nya årets alla en ett
    viktigt tanken planen idag nu just resultatet information diskussion återkoppling protokollet
    kallelse dagordning budget ekonomi obs ps vissa flera många några båda bägge resten övriga
    """.split()
)


# "Enligt Bo ska kommunen sanda"
_PREPOSITIONS = frozenset({"Enligt", "Tack", "Hos", "Från", "Till", "För", "Med", "Av", "Utan"})


@record
class Owners:
    """The owners of a promise: resolved names, the form as written, and how sure we are."""

    names: tuple[str, ...]
    text: str
    confidence: float

    @property
    def folded(self) -> str:
        """The form as written, in lower case."""
        return self.text.casefold()

    @property
    def are_people(self) -> bool:
        """Whether they are named, and neither an office nor a group."""
        return bool(self.names) and self.confidence > LIKELY + 0.05


@lru_cache(maxsize=2048)  # each form asks again who the same words are
def owners_of(written: str, roster: Roster) -> Owners | None:
    """The owners that a subject names; None where it names nobody who can promise.

    A word with a capital that is no office, no group and nobody of the roster counts only
    where it is a given name.
    """
    text = written.strip(" ,.:;–-")
    if not text or (_names_none(text) and not roster.knows(text)):  # "KS" may be Karin Ström
        return None
    if _are_offices(text) or is_group(text):
        if text.casefold() in {"vi", "jag"}:
            return Owners((), text, LIKELY)
        return Owners(_offices(text), text, LIKELY + 0.05)
    names, sure = [], True
    parts = _JOINED.split(text)
    pair = text.count(", ") == 1 and len(parts) == 2  # "Container, Bo": no list of people
    for part in parts:
        name = re.sub(r"\s?\([^()]*\)|\s[”“\"]\w+[”“\"]", "", part).strip(" @.,")
        if not name:
            continue
        name = _without_title(name, roster)
        first = name.split()[0]
        office = name.casefold() in OFFICES_AND_GROUPS
        if office or is_group(name):
            names.append(_raised(name))
            sure = sure and office
            continue
        listed = roster.knows(name)
        if first.casefold() in NOT_SUBJECTS or (_is_other_body(name) and not listed):
            return None
        if listed:
            names.append(roster.resolve(name))
        elif part.lstrip().startswith("@"):
            names.append(name)  # somebody, though nobody says who has this handle
        elif (
            may_be_initials(name)
            or is_given_name(first)
            or (len(parts) > 1 and not pair and _may_be_nickname(name))
        ):
            names.append(name)
            sure = False
        else:
            return None
    known = any(
        roster.knows(name) or is_given_name(name.split()[0]) or may_be_initials(name)
        for name in names
    )
    if not names or not (known or "@" in written):
        return None
    return Owners(tuple(names), text, SURE if sure else LIKELY + 0.1)


def _names_none(text: str) -> bool:
    """Whether it names nobody of those who met: another body, or a name behind a preposition."""
    first = text.partition(" ")[0]
    return (
        _is_other_body(text)
        or text.casefold() in PARTNERS - GROUPS
        or (first in _PREPOSITIONS and first != text)
    )


def _are_offices(text: str) -> bool:
    """Whether the text is an office or a group, or two of them: what `OFFICE` finds."""
    folded = text.casefold()
    return folded in OFFICES_AND_GROUPS or any(
        folded[: link.start()] in OFFICES_AND_GROUPS and folded[link.end() :] in OFFICES_AND_GROUPS
        for link in _AND.finditer(folded)
    )


def joined(owners: Owners, others: Owners | None) -> Owners:
    """The owners and those with whom they do it, each once."""
    more = [name for name in others.names if name not in owners.names] if others else ()
    return replace(owners, names=(*owners.names, *more))


def _without_title(name: str, roster: Roster) -> str:
    """The name in "Ordförande Karin Ström", "Kommunbiolog Bo Ek"."""
    first, _, rest = name.partition(" ")
    while rest and _TITLE.fullmatch(first) and not roster.knows(name):
        name = rest
        first, _, rest = name.partition(" ")
    return rest if rest and _is_heading(first, rest, roster) else name


def _is_heading(word: str, name: str, roster: Roster) -> bool:
    """Whether a word before a name is only the heading above it: "Julgran Karin köper en"."""
    longer = len(word) > 3 and word.istitle() and not is_given_name(word)
    known = is_given_name(name.split()[0]) and len(roster.candidates(name)) == 1
    return longer and known and not roster.knows(f"{word} {name}")


def _may_be_nickname(name: str) -> bool:
    """Beside a name that is known, "Knatten och Bo": one word that is nothing definite."""
    definite = name.endswith(("en", "et", "erna", "arna", "orna"))
    return (
        bool(re.fullmatch(r"[A-ZÅÄÖ][a-zåäöé]+", name)) and not definite and not is_given_name(name)
    )


def _is_other_body(text: str) -> bool:
    return bool(OTHER_BODIES.fullmatch(text) or OTHER_BODIES.fullmatch(text.casefold()))


def _offices(text: str) -> tuple[str, ...]:
    if text.casefold() in OFFICES_AND_GROUPS or is_group(text):
        return (_raised(text),)
    return tuple(_raised(part) for part in re.split(r"\s(?:och|samt|eller)\s", text))


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]


_REPORTER = regex(
    rf"(?P<who>{_NAME})(?:,\s[a-zåäö][\wåäö ]{{2,40}}|\s?\([^()]{{2,40}}\))?\s?[;:]\s"
)


def reporter_of(text: str, roster: Roster) -> Owners | None:
    """Whose report the paragraph is, as "Karin, kassör: Har betalat hyran" begins."""
    match = _REPORTER.match(text) if ";" in text or ":" in text else None
    if match is None or not roster.knows(match["who"]):
        return None
    return owners_of(match["who"], roster)


_FULL_OR_FIRST = regex(_NAME)


def person_told_of(text: str, roster: Roster) -> Owners | None:
    """The one person of the roster whom the sentence names; None where it names none or several."""
    people = _people_of(text, roster)
    return Owners((people[0],), people[0], SURE) if len(people) == 1 else None


def last_told_of(read: Sequence[Sentence], roster: Roster) -> Owners | None:
    """The one person whom the nearest of the last three sentences names: whom "hon" means."""
    found = (person_told_of(each.text, roster) for each in read[:-4:-1])
    return next((owners for owners in found if owners), None)


def persons_told_of(text: str, roster: Roster) -> Owners | None:
    """The persons of the roster whom the sentence names, where they are several."""
    people = _people_of(text, roster)
    return Owners(tuple(people), " och ".join(people), LIKELY) if len(people) > 1 else None


def _people_of(text: str, roster: Roster) -> list[str]:
    """The persons that a text surely names, each once, in its order."""
    named = (match.group().strip("@. ") for match in _FULL_OR_FIRST.finditer(text))
    each = (part for name in named for part in _JOINED.split(name))
    sure = (
        part for part in each if len(roster.candidates(part)) == 1 or _stands_for_one(part, roster)
    )
    return list(dict.fromkeys(roster.resolve(part) for part in sure))


def _stands_for_one(word: str, roster: Roster) -> bool:
    """Whether a given name that the list does not hold is somebody all the same."""
    return is_given_name(word) and not roster.knows(word)
