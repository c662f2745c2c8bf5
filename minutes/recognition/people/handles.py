"""Rows that have nothing but initials, or nothing but handles: "BÅL, KE", "tuva7, kalleb", "@rut"."""

from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.people.listed import ListedPerson
from minutes.recognition.people.names import is_person_name

_INITIALS_ONLY = regex(r"(?P<who>[A-ZÅÄÖ]{2,3})(?: \((?P<role>[^()]+)\))?$")
# "tuva7, kalleb, zog (distans)": small letters throughout, and few that end as a noun does.
_HANDLE = regex(r"(?P<who>[a-z][a-z0-9_-]{2,15})(?:\s\((?P<note>[^()]+)\))?")
_NOUN = regex(r"(?:er|ar|or|na|en|et|are|ör|al|ist|ande|ing|se|rn)(?:\s|$)")
_AT_HANDLE = regex(r"@\w[\w.-]*\w")
# "Sven-X", "b0rst", "humlan": one word each; half of them look as no name and no noun does.
_ONE_WORD = regex(r"(?P<who>[A-Za-zÅÄÖåäö][\w.-]{1,19})(?:\s\((?P<note>[^()]+)\))?")
_ODD = regex(r"[a-zåäö].*|.*(?:\d|[a-zåäö][A-ZÅÄÖ]).*")
_FEWEST_HANDLES = 4
_MOST_NAMES = 2  # before the letters; behind more of them letters are of parties


def letters_or_handles(parts: Sequence[str]) -> list[ListedPerson]:
    """Those of a row that has nothing but initials, or nothing but handles; else nobody."""
    if parts and all(map(_AT_HANDLE.fullmatch, parts)):
        return [ListedPerson(part.removeprefix("@")) for part in parts]
    handles = [_HANDLE.fullmatch(part) for part in parts]
    nouns = sum(bool(_NOUN.search(part)) for part in parts)
    if len(parts) >= _FEWEST_HANDLES and all(handles) and 3 * nouns <= len(parts):
        return [ListedPerson(match["who"], note=match["note"]) for match in handles if match]
    words = [match for part in parts if (match := _ONE_WORD.fullmatch(part))]
    odd = sum(bool(_ODD.fullmatch(match["who"])) for match in words)
    if len(parts) == len(words) >= _FEWEST_HANDLES and 2 * odd > len(words) and 3 * nouns <= odd:
        return [ListedPerson(match["who"], note=match["note"]) for match in words]
    whole = [part for part in parts[:_MOST_NAMES] if is_person_name(part)]  # "Bo Ek, KS, MB, PL"
    letters = [_INITIALS_ONLY.match(part) for part in parts[len(whole) :]]
    if len(letters) > 2 and all(letters):
        short = [ListedPerson(match["who"], match["role"]) for match in letters if match]
        return [*map(ListedPerson, whole), *short]
    return []
