"""Who of a list of those present was away all the same: "Bo Ek (förhinder)", "Alla utom Eva"."""

from minutes.expressions import regex
from minutes.recognition.findings import Presence
from minutes.recognition.people.listed import ListedPerson
from minutes.recognition.people.presence_labels import presence_of

_AWAY = regex(
    r"(?:är |var )?(?:sjuk|sjukanmäld|bortrest|föräldraledig|tjänstledig|ledig|semester|vab|avanmäld|frånv\.?)"
)
_ALL_BUT = regex(
    r"\s*(?:[Aa]lla|[Ss]amtliga|[Hh]ela)(?: [a-zåäö]+){0,3} (?:utom|förutom|utan)\s+(?=[A-ZÅÄÖ])"
    r"|\s*(?:[Ee]veryone|[Ee]verybody|[Aa]ll(?: [a-z]+){0,3}),? (?:except|but|apart from|besides)(?: for)?\s+(?=[A-ZÅÄÖ])"
)


def is_away(person: ListedPerson) -> bool:
    """Whether what stands beside the name says nothing else than that; "ej § 4" says when."""
    beside = (person.note, person.role, person.organisation)
    return any(_says_away(text.strip(" .,").casefold()) for text in beside if text)


def _says_away(text: str) -> bool:
    return bool(_AWAY.fullmatch(text)) or presence_of(text) is Presence.ABSENT


def all_but(text: str) -> int:
    """Where the names of those begin who were missing: "Alla utom Eva"; 0 where all are named."""
    match = _ALL_BUT.match(text)
    return match.end() if match else 0
