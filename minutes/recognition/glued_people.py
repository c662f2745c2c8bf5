"""Names and offices on one line with nothing between: "Ordförande Anna Berg Sekreterare Bo Ek".

Text that is taken out of a table or a page in columns comes so. Where each name begins,
only the given names and the offices tell.
"""

import re
from collections.abc import Sequence

from minutes.recognition.names import NOT_IN_NAMES, is_given_name, is_person_name
from minutes.recognition.vocabulary import ROLE_WORDS

ORGANISATION = re.compile(
    r"\b(?:service|sjukhus\w*|region\w*|förvaltning\w*|kommun\w*|universitet\w*|avd\w*|enhet\w*|ab|psykiatri\w*|kontor\w*|"
    r"högskola\w*|institut\w*|verk\w*|bolag\w*|förening\w*|förbund\w*|nämnd\w*|konsult\w*|kansli\w*|skola\w*|vård\w*|centrum|"
    r"län\w*|stab|primärvård\w*|styrelse\w*|råd\w*|grupp\w*|fastighet\w*|akademi\w*|norr|söder|väst|öst|hr|it)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4  # two persons with two names each
_SEVERAL = re.compile(
    r"\b(?:ledamöter|suppleanter|ersättare|revisorer|adjungerade|justerare|styrelseledamöter)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset("von af av de De la van der den di da al El Mc".split())


def unglued(text: str) -> list[str]:
    """The text of each person with the office that belongs there; [text] where it is of one."""
    words = text.split()
    if len(words) < _FEWEST_WORDS or not any(map(is_given_name, words)):
        return [text]
    roles = [match for match in _roles(text) if text[match.start()].isalpha()]
    if not roles:
        return _before_others(words)
    return _with_offices(text, roles) or [text]


def _roles(text: str) -> list[re.Match[str]]:
    found = sorted([*ROLE_WORDS.finditer(text), *_SEVERAL.finditer(text)], key=lambda m: m.start())
    return [
        m
        for before, m in zip([None, *found], found, strict=False)
        if not before or m.start() >= before.end()
    ]


def _with_offices(text: str, roles: Sequence[re.Match[str]]) -> list[str]:
    """Each name with the office before it, or behind it; nothing where other words stand between."""
    edges = [(m.start(), m.end()) for m in roles]
    first = text[: edges[0][0]].strip(" -–:.")
    between = [
        text[a_end:b_start]
        for (_, a_end), (b_start, _) in zip(edges, [*edges[1:], (len(text), 0)], strict=True)
    ]
    before = not first
    gaps = between if before else [first, *between]
    people: list[list[str]] = [names_in_row(gap.strip(" -–:.")) for gap in gaps]
    offices = [match.group() for match in roles]
    if before:
        if not all(people) or sum(map(len, people)) < 2:
            return []
        return [
            name if _SEVERAL.fullmatch(office) else f"{office} {name}"
            for office, names in zip(offices, people, strict=True)
            for name in names
        ]
    if (gaps[-1].strip() and not people[-1]) or not all(people[:-1]) or sum(map(len, people)) < 2:
        return []
    found: list[str] = []
    for names, office in zip(people, [*offices, ""], strict=False):
        found += names[:-1]
        if names:
            found.append(f"{names[-1]} {office}".strip())
    return found


def _before_others(words: Sequence[str]) -> list[str]:
    """The names with which the words begin, and the rest, where there are more than one."""
    names = names_in_row(" ".join(words))
    if len(names) > 1:
        return names
    for count in range(len(words) - 1, _FEWEST_WORDS + 1, -1):
        names = names_in_row(" ".join(words[:count]))
        if names:
            return [*names, " ".join(words[count:])]
    return [" ".join(words)]


def names_in_row(text: str) -> list[str]:
    """The full names of which the text consists, and of nothing else; none where it does not.

    A new name begins at a given name, as soon as the one before it has a surname.
    """
    words = text.split()
    names: list[list[str]] = []
    for word in words:
        if not word[:1].isupper() and word not in _PARTICLES:
            return []
        if word.casefold() in NOT_IN_NAMES:
            return []
        if not names or (is_given_name(word) and _is_whole(names[-1])):
            names.append([word])
        else:
            names[-1].append(word)
    found = [" ".join(name) for name in names]
    return found if all(map(_is_one, found)) else _in_pairs(words)


def _is_one(name: str) -> bool:
    words = name.split()
    short = len(words) <= 3 or not _PARTICLES.isdisjoint(words)
    person = is_person_name(name) and is_given_name(words[0])
    return short and person and not ORGANISATION.search(name)


def _is_whole(name: Sequence[str]) -> bool:
    """Whether the words so far have a given name and a surname."""
    return len(name) > 1 and name[-1] not in _PARTICLES and not is_given_name(name[-1])


def _in_pairs(words: Sequence[str]) -> list[str]:
    """Two words a person: where most of the first are given names, and none of the second."""
    if len(words) % 2 or len(words) < 2:
        return []
    firsts, seconds = words[::2], words[1::2]
    if any(map(is_given_name, seconds)) or 2 * sum(map(is_given_name, firsts)) <= len(firsts):
        return []
    pairs = [f"{first} {second}" for first, second in zip(firsts, seconds, strict=True)]
    people = all(is_person_name(pair) and not ORGANISATION.search(pair) for pair in pairs)
    return pairs if people else []
