"""Names and offices on one line with nothing between: "Ordförande Anna Berg Sekreterare Bo Ek".

Text that is taken out of a table or a page in columns comes so. Where each name begins,
only the given names and the offices tell.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes.expressions import regex
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import ROLE_WORDS
from minutes.recognition.people.names import (
    FULL_NAME,
    PARTICLES,
    is_given_name,
    is_person_name,
)
from minutes.recognition.people.rows_of_names import (
    is_full_name,
    is_whole,
    names_in_row,
)
from minutes.recognition.people.with_bodies import BODY, name_length, with_bodies

_MOST_WORDS = 120  # of a line that begins with names
_LONGEST = 4  # words of a name and its office
_FEWEST_WORDS = 4  # two persons with two names each
# What one is, by the end of the word: "Förbundsekonom", "HK-ordförande".
OCCUPATION = regex(
    r"(?<!\w)[\wåäöÅÄÖ/-]*(?:ekonom|controller|strateg|ingenjör|konsulent|assistent|lärare|pedagog|ombud|representant|kamrer|arkitekt|"
    r"jurist|läkare|sköterska|planerare|tekniker|administratör|kommunikatör|inspektör|vaktmästare|kurator|psykolog|kyrkoherde|kantor|"
    r"diakon|bibliotekarie|antikvarie|professor|lektor|doktorand|praktikant|byggchef|miljöchef|ledare|ordförande|ledamot|suppleant|sekreterare|personlig ersättare|förtroendevald)(?!\w)",
    re.IGNORECASE,
)
_SEVERAL = regex(
    r"\b(?:ledamöter|suppleanter|ersättare|revisorer|adjungerade|justerare|styrelseledamöter)\b",
    re.IGNORECASE,
)
_MOST_OTHERS = 4  # of so many gaps, one may hold other words than names
_FEWEST_AMONG = 4  # names, and so great a part of the words
_FEWEST_IN_COLUMN = 2  # offices, one after the other
_SHARE_OF_NAMES = 0.5
_PARTIES = frozenset("S M C L V MP KD SD FP FI Kd Mp Fp Sd".split())
_NAME_FIRST = regex(r"[^,(]*[^,( ]")
_LETTERS = regex("[A-ZÅÄÖ]{2,5}")

# Words that belong to the name after them.
_GO_WITH_NAMES = frozenset(
    "för av och samt and till med hos i på vid från ersätter ersättare suppleant von af de genom eller".split()
)
_DECLARED = regex(r"[.!?]\s+[A-ZÅÄÖ]|\b(?:som|att|har|hade|är|var)\b")


def unglued(text: str) -> list[str]:
    """The text of each person with the office that belongs there; [text] where it is of one."""
    words = text.split()
    if len(words) < _FEWEST_WORDS or not any(map(is_given_name, words)):
        return [text]
    roles = [match for match in _roles(text) if text[match.start()].isalpha()]
    if not roles:
        behind = _among_others(words[_first_name(words) :])  # heads of columns stand before
        found = max(behind, _before_others(words), key=len)
    else:
        found = _before_column(text, roles) or _with_offices(text, roles) or _among_others(words)
    # An office before the first name is that one's: so are the others before theirs.
    apart = [] if found and roles and not roles[0].start() else with_bodies(words)
    longest = max((len(name.split()) for name in found), default=0)
    more = len(apart) - len(found)
    return apart if more > 0 or (apart and not more and longest > _LONGEST) else found or [text]


def _before_column(text: str, roles: Sequence[re.Match[str]]) -> list[str]:
    """The names of a column, where the offices or bodies of all stand in another one behind it."""
    first = roles[0].start()
    names = names_in_row(text[:first])
    words = text[first:].split()
    behind = any(map(is_given_name, words))
    beside = max(len(roles), sum(bool(BODY.fullmatch(word)) for word in words))
    column = len(names) >= _FEWEST_AMONG and beside >= _FEWEST_IN_COLUMN
    return names if column and not behind else []


def _roles(text: str) -> list[re.Match[str]]:
    """The offices and occupations in the text, the longest where they overlap."""
    matches = (m for pattern in (ROLE_WORDS, _SEVERAL, OCCUPATION) for m in pattern.finditer(text))
    found: list[re.Match[str]] = []
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if not found or match.start() >= found[-1].end():
            found.append(match)
    return found


def _with_offices(text: str, roles: Sequence[re.Match[str]]) -> list[str]:
    """Each name with the office before it, or behind it; nothing where other words stand between."""
    starts, ends = [m.start() for m in roles], [m.end() for m in roles]
    gaps = [
        text[a:b].strip(" -–:.()") for a, b in zip([0, *ends], [*starts, len(text)], strict=True)
    ]
    people = [_names_among(gap) for gap in gaps]
    others = sum(bool(gap) and not names for gap, names in zip(gaps, people, strict=True))
    if sum(map(len, people)) < 2 or others > len(gaps) // _MOST_OTHERS:
        return []
    offices = ["" if _SEVERAL.fullmatch(m.group()) else m.group() for m in roles]
    if not gaps[0]:
        pairs = [
            (office, name)
            for office, names in zip(offices, people[1:], strict=True)
            for name in names
        ]
        return [f"{office} {name}".strip() for office, name in pairs]
    found: list[str] = []
    for names, office in zip(people, [*offices, ""], strict=True):
        found += [*names[:-1], *(f"{name} {office}".strip() for name in names[-1:])]
    return found


def _names_among(text: str) -> list[str]:
    """The names of a gap; the letters of a body beside them, "i HK", are left out."""
    words = [word for word in text.split() if not _LETTERS.fullmatch(word)]
    if words[:1] == ["för"]:  # "ersättare för Bo Ek Eva Gran": Bo Ek is away
        return names_in_row(" ".join(words[1:]))[1:]
    while words and words[0].islower() and words[0] not in PARTICLES:
        words = words[1:]
    while words and words[-1].islower():
        words = words[:-1]
    length = name_length(words) if words else 0
    one = words[:length] if any(map(BODY.fullmatch, words[length:])) else []
    return names_in_row(" ".join(words)) or [name for name in [" ".join(one)] if is_full_name(name)]


def _before_others(words: Sequence[str]) -> list[str]:
    """The names with which the words begin, and the rest, where there are more than one."""
    names = names_in_row(" ".join(words))
    if len(names) > 1:
        return names
    for count in range(min(len(words) - 1, _MOST_WORDS), _FEWEST_WORDS + 1, -1):
        names = names_in_row(" ".join(words[:count]))
        if names:
            length = name_length(names[-1].split()) if BODY.fullmatch(words[count]) else None
            return [*names[:-1], " ".join(names[-1].split()[:length]), " ".join(words[count:])]
    return [" ".join(words)]


def _first_name(words: Sequence[str]) -> int:
    """Where the first name begins: a given name with a surname behind it."""
    pairs = enumerate(pairwise(words))
    return next((i for i, (a, b) in pairs if is_given_name(a) and b[:1].isupper()), 0)


def _among_others(words: Sequence[str]) -> list[str]:
    """The names of a row with other words after some of them: "Bo Ek per telefon Eva Gran".

    What stands after a name is put in parentheses; who "deltog inte" is left out.
    """
    names: list[list[str]] = []
    beside: list[list[str]] = []
    for word in words:
        starts = is_given_name(word) and (not names or beside[-1] or is_whole(names[-1]))
        if starts:
            names.append([word])
            beside.append([])
        elif not names:
            return []
        elif not beside[-1] and (word[:1].isupper() or word in PARTICLES):
            names[-1].append(word)
        else:
            beside[-1].append(word)
    of_names = sum(map(len, names))
    if len(names) < _FEWEST_AMONG or _SHARE_OF_NAMES * len(words) > of_names:
        return []
    if not all(is_full_name(" ".join(name)) for name in names):
        return []
    if any(
        len(name) > 2 and BODY.fullmatch(rest[0])
        for name, rest in zip(names, beside, strict=True)
        if rest
    ):
        return []  # "Anna Berg Norrby kommun"
    return [
        " ".join(name) + (f" ({' '.join(rest)})" if rest else "")
        for name, rest in zip(names, beside, strict=True)
        if "inte" not in rest
    ]


def parties_behind(text: str) -> str:
    """The list "S Anna Berg M Bo Ek", its parties first, as "Anna Berg (S), Bo Ek (M)"."""
    words = text.split()
    starts = [
        place
        for place, word in enumerate(words[:-1])
        if word in _PARTIES and is_person_name(" ".join(words[place + 1 : place + 3]).strip(","))
    ]
    if len(starts) < 2 or starts[0] != 0 or not is_given_name(words[1]):
        return text
    people = []
    for start, end in pairwise([*starts, len(words)]):
        person = " ".join(words[start + 1 : end])
        people.append(_NAME_FIRST.sub(rf"\g<0> ({words[start]})", person, count=1))
    return ", ".join(people)


def with_commas(text: str) -> str:
    """The list "Anna Berg ekonom Bo Ek lärare, ombud Eva Gran", with a comma before each name.

    Such a list begins with a name, so that what each of them is comes after the name.
    """
    names = [m for m in FULL_NAME.finditer(text) if is_given_name(m.group().split()[0])]
    if not names or names[0].start() != 0 or _DECLARED.search(text) or tells(text):
        return text
    glued = [m for m in names[1:] if _is_beside(text[: m.start()].rsplit(None, 1)[-1])]
    for name in reversed(names if glued else ()):
        if _is_beside(text[name.end() :].partition(" ")[2].partition(" ")[0]):
            text = f"{text[: name.end()]},{text[name.end() :]}"
        if name in glued:
            text = f"{text[: name.start() - 1]}, {text[name.start() :]}"
    return text


def _is_beside(word: str) -> bool:
    """Whether the word says what somebody is: "ekonom", not the "för" of "ersättare för Bo Ek"."""
    word = word.rstrip(",;")
    said = word.isalpha() and word.islower() and word not in _GO_WITH_NAMES
    return said and not BODY.fullmatch(word)
