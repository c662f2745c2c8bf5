"""Who of a list of those present was away all the same: "Bo Ek (förhinder)", "Alla utom Eva"."""

from minutes.expressions import regex
from minutes.recognition.findings import Presence
from minutes.recognition.people.listed import ListedPerson
from minutes.recognition.people.presence_labels import presence_of

_IS = regex(r"^(?:är|var) ")
_ALL_BUT = regex(
    r"\s*(?:[Aa]lla|[Ss]amtliga|[Hh]ela)(?: [a-zåäö]+){0,3} (?:utom|förutom|utan)\s+(?=[A-ZÅÄÖ])"
    r"|\s*(?:[Ee]veryone|[Ee]verybody|[Aa]ll(?: [a-z]+){0,3}),? (?:except|but|apart from|besides)(?: for)?\s+(?=[A-ZÅÄÖ])"
)


def is_away(person: ListedPerson) -> bool:
    """Whether what stands beside the name says nothing else than that; "ej § 4" says when."""
    beside = (person.note, person.role, person.organisation)
    said = (_IS.sub("", text.strip(" .,").casefold()) for text in beside if text)
    return any(presence_of(text) is Presence.ABSENT for text in said)


def all_but(text: str) -> int:
    """Where the names of those begin who were missing: "Alla utom Eva"; 0 where all are named."""
    match = _ALL_BUT.match(text)
    return match.end() if match else 0
