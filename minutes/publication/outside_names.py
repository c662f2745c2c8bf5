"""Finds names of persons who hold no mandate. Pure."""

import re
from collections.abc import Collection, Iterator

from minutes.recognition.people.names import full_names, is_given_name

_CAPITALISED = re.compile(r"(?<![\w-])[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)?(?![\w-])")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
# Given names that begin a sentence as another word more often than as a name.
_ALSO_WORDS = frozenset("Bo Dag Kim Liv Love Maj Mars Mia My Nova Stig Sten Tor Tova Åke".split())


def names_in(text: str) -> Iterator[str]:
    """Full names in running text, and given names by themselves."""
    yield from full_names(text)
    for match in _CAPITALISED.finditer(text):
        word = match.group()
        if word not in _ALSO_WORDS and (is_given_name(word) or is_given_name(word.rstrip("s"))):
            yield word


def outside_names(text: str, inside: Collection[str]) -> list[str]:
    """Full names in the text that are none of those `inside`; a genitive gives the bare name."""
    known = {_folded(name) for name in inside}
    found = []
    for name in _names_in_lines(_without(text, inside)):
        bare = name[:-1] if name.endswith("s") and _folded(name[:-1]) in known else name
        if _folded(bare) not in known and not _is_known_in_parts(bare, known):
            found.append(bare)
    return list(dict.fromkeys(found))


def short_forms(text: str, outside: Collection[str], inside: Collection[str]) -> dict[str, str]:
    """Given names and surnames that stand by themselves, and the one outside whom each means.

    A form that somebody inside bears too means nobody for certain, and is left out.
    """
    borne = {part.casefold() for name in inside for part in name.split()}
    bearers: dict[str, set[str]] = {}
    for name in outside:
        parts = name.split()
        for part in (parts[0], parts[-1]):
            if len(part) > 2 and part.casefold() not in borne:
                bearers.setdefault(part, set()).add(name)
    standing = {match.group() for match in _CAPITALISED.finditer(_without(text, outside))}
    return {form: min(names) for form, names in bearers.items() if standing & {form, form + "s"}}


def _without(text: str, names: Collection[str]) -> str:
    """The text with a mark in the place of each of these full names, so that those who are named
    one after the other are not taken for one person.
    """
    whole = [each.split() for each in names if " " in each]
    if not whole:
        return text
    forms = (r"\s+".join(map(re.escape, each)) for each in sorted(whole, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{'|'.join(forms)})s?(?!\w)", ";", text)


def _names_in_lines(text: str) -> Iterator[str]:
    """The names on each line, and those that begin on one and end on the next."""
    on_a_line = [name for line in text.split("\n") for name in full_names(line)]
    yield from on_a_line
    # Only the break of a line is a space: wider gaps stand between names in columns.
    for name in full_names(_BREAK.sub(" ", text)):
        if not any(each in name for each in on_a_line):
            yield name


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _is_known_in_parts(name: str, known: Collection[str]) -> bool:
    """Whether somebody inside has all the words of the name: a middle name is often left out."""
    parts = _folded(name).split()
    ends = {parts[0], parts[-1]}
    return any(
        ends == {each.split()[0], each.split()[-1]} or set(parts) == set(each.split())
        for each in known
        if each
    )
