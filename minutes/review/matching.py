"""Which body and which persons the words of the minutes mean. Pure; where it is not clear, None."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

CLEAR = 90  # a score of 100
AHEAD = 5  # so much better than the next

# What every organisation has one of.
COMMON = frozenset(
    "styrelse styrelsen årsmöte årsmötet stämma stämman föreningsstämma föreningsstämman "
    "medlemsmöte medlemsmötet ledningsgrupp ledningsgruppen".split()
)

ROLE_WORDS = {
    "ordförande": "chair",
    "ordföranden": "chair",
    "ordf": "chair",
    "ordf.": "chair",
    "vice ordförande": "vice_chair",
    "vice ordföranden": "vice_chair",
    "vordf": "vice_chair",
    "v. ordf": "vice_chair",
    "sekreterare": "secretary",
    "sekreteraren": "secretary",
    "sekr": "secretary",
    "sekr.": "secretary",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body: what it is called, and in which organisation."""

    id: int
    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with a mandate in the body, and the roles of that day."""

    person_id: int
    name: str
    roles: frozenset[str] = field(default_factory=frozenset)


def match_body(
    name: str | None,
    around: Sequence[str | None],
    candidates: Sequence[Candidate],
    *,
    organisation: str | None = None,
) -> int | None:
    """The body that the header names; None where none is clearly meant.

    `organisation` is the header's, and `around` what else it says. A body of another
    organisation is not meant, and of several bodies one called "Styrelsen" only where its
    organisation is named. In this order: the
    same name (in the organisation that is named, if several bodies have it), the nearest
    spelling if it is clearly nearest, a longer name that has the words in it and is alone
    in that ("Dialoggruppen" for "Dialoggruppen för lärande").
    """
    if not name:
        return None
    wanted, said = folded(name), folded(" ".join(filter(None, (organisation, *around))))
    must_be_named = organisation is not None or (wanted in COMMON and len(candidates) > 1)
    if must_be_named:
        candidates = [each for each in candidates if _is_named(each, said, unknown=True)]
    same = [each for each in candidates if folded(each.name) == wanted]
    if same:
        return _the_one(same, said)
    return _nearest_body(wanted, candidates) or _longer_name(wanted, said, candidates)


def _the_one(found: Sequence[Candidate], said: str) -> int | None:
    if len(found) > 1:
        found = [each for each in found if _is_named(each, said)]
    return found[0].id if len(found) == 1 else None


def _is_named(candidate: Candidate, said: str, *, unknown: bool = False) -> bool:
    """Whether the body's organisation is named; `unknown` where we do not know which it is."""
    if not candidate.organisation:
        return unknown
    return folded(candidate.organisation) in said


def _longer_name(wanted: str, said: str, candidates: Sequence[Candidate]) -> int | None:
    if len(wanted) < 5:
        return None
    having = [each for each in candidates if f" {wanted} " in f" {_words(each.name)} "]
    return _the_one([each for each in having if _is_named(each, said)] or having, said)


def _words(name: str) -> str:
    return " ".join(re.findall(r"[\w-]+", folded(name)))


def _nearest_body(wanted: str, candidates: Sequence[Candidate]) -> int | None:
    choices = {each.id: folded(each.name) for each in candidates}
    best = process.extract(wanted, choices, scorer=fuzz.token_sort_ratio, limit=2)
    if not best or best[0][1] < CLEAR:
        return None
    if len(best) > 1 and best[0][1] - best[1][1] < AHEAD:
        return None
    nearest: int = best[0][2]
    return nearest


@dataclass(frozen=True, slots=True)
class Members:
    """Those whom the names in a body's minutes may mean."""

    holders: tuple[Holder, ...] = ()
    aliases: tuple[tuple[str, int], ...] = ()  # as written, person

    def person(self, written: str) -> int | None:
        """The one person that is meant: full name, alias, role, or a part that only one has."""
        wanted = folded(written)
        if not wanted:
            return None
        ways = (self._full_name, self._alias, self._role, self._part)
        return next((found for way in ways if (found := way(wanted)) is not None), None)

    def name(self, person_id: int) -> str:
        """The full name of one of them."""
        return next(each.name for each in self.holders if each.person_id == person_id)

    def candidates(self, written: str) -> list[str]:
        """The full names that a name as written may mean."""
        return [each.name for each in self.holders if may_be(written, each.name)]

    def _full_name(self, wanted: str) -> int | None:
        return _only({each.person_id for each in self.holders if folded(each.name) == wanted})

    def _alias(self, wanted: str) -> int | None:
        return _only({person for text, person in self.aliases if folded(text) == wanted})

    def _role(self, wanted: str) -> int | None:
        role = ROLE_WORDS.get(wanted)
        return _only({each.person_id for each in self.holders if role in each.roles})

    def _part(self, wanted: str) -> int | None:
        return _only({each.person_id for each in self.holders if _is_part(wanted, each.name)})


def may_be(written: str, name: str) -> bool:
    """Whether the full name may be written so: Karin, Lund, Karin L and K Lund for Karin Lund."""
    return _is_part(folded(written), name)


def _is_part(wanted: str, name: str) -> bool:
    """Whether it may mean the name: Karin, Lund, Karin L and K Lund for Karin Lund."""
    written, full = wanted.replace(".", "").split(), folded(name).split()
    if len(written) == 1:
        return len(written[0]) > 1 and written[0] in (full[0], full[-1])
    return (
        len(written) == 2
        and len(full) >= 2
        and full[0].startswith(written[0])
        and full[-1].startswith(written[1])
        and (written[0] == full[0] or written[1] == full[-1])
    )


def _only(found: set[int]) -> int | None:
    return found.pop() if len(found) == 1 else None


def is_a_role(written: str) -> bool:
    """Whether a role is named there, and so whoever holds it."""
    return folded(written) in ROLE_WORDS


def folded(text: str) -> str:
    """For comparison: no case, no accents but å, ä and ö, single spaces."""
    kept = "".join(_letter(letter) for letter in unicodedata.normalize("NFC", text.casefold()))
    return " ".join(kept.split())


def _letter(letter: str) -> str:
    if letter in "åäö":
        return letter
    parts = unicodedata.normalize("NFD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))
