"""The people of one document, and the one of them that each form of a name means."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from minutes.recognition.people.initials import are_initials, has_initials
from minutes.recognition.people.names import is_given_name
from minutes.records import record

LONGEST_NAME = 3  # words


@record
class KnownPeople:
    """Persons that the body knows beforehand: full names, and aliases to full names."""

    names: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)


class Roster:
    """The people of one document; resolves "Karin", "Ida V", "Ekdal" to one of them.

    `listed` are those of the attendance list, `mentioned` other full names in the text,
    `aliases` what the document itself says that somebody is called, `represented` the organisations
    from which they came; `handles` are those listed in small letters, as "tuva7";
    a form is looked for among the listed first, then the mentioned, then those known.
    """

    def __init__(
        self,
        listed: Iterable[str],
        mentioned: Iterable[str] = (),
        known: KnownPeople | None = None,
        aliases: Mapping[str, str] | None = None,
        represented: Iterable[str] = (),
    ) -> None:
        known = known or KnownPeople()
        listed = list(listed)
        self._tiers = [
            {_folded(name): name for name in reversed(list(names))}
            for names in (listed, mentioned, known.names)
        ]
        self.handles = frozenset(name for name in listed if name.islower())
        self._aliases = {_folded(alias): name for alias, name in known.aliases.items()}
        self._aliases |= {_folded(alias): name for alias, name in (aliases or {}).items()}
        organisations = [name for each in represented if (name := _folded(each))]
        self._represented = frozenset(map(_definite, organisations))
        self._first_words = frozenset(
            name.split()[0] for name in [*organisations, *self._represented]
        )
        self._meant: dict[str, tuple[str, ...]] = {}

    def represents(self, organisation: str) -> bool:
        """Whether somebody of the list came from that organisation."""
        return _definite(organisation) in self._represented

    def begins_organisation(self, word: str) -> bool:
        """Whether the name of such an organisation begins with the word; quickly asked."""
        return word.casefold() in self._first_words

    def candidates(self, short: str) -> tuple[str, ...]:
        """The persons that a form as written may mean."""
        if short not in self._meant:  # the same few forms come again in every point
            self._meant[short] = self._sought(short)
        return self._meant[short]

    def _sought(self, short: str) -> tuple[str, ...]:
        folded = _folded(short)
        if folded in self._aliases:
            return (self._aliases[folded],)
        for tier in self._tiers:
            if folded in tier:
                return (tier[folded],)
        if are_initials(short):
            called = tuple(name for name in self._tiers[0].values() if has_initials(name, short))
            if called or not is_given_name(short.capitalize()):
                return called
        for tier in self._tiers:
            found = tuple(n for key, n in tier.items() if _may_mean(folded.split(), key.split()))
            if found:
                return found
        return ()

    def side_by_side(self, text: str) -> tuple[str, ...]:
        """The listed and known people whose full names stand there with nothing between them, as
        below the lines that they sign on; none where they are not the whole text.
        """
        found, words = [], text.split()
        while words:
            for length in range(min(len(words), LONGEST_NAME), 1, -1):
                if name := self._in_full(" ".join(words[:length])):
                    break
            else:
                return ()
            found.append(name)
            words = words[length:]
        return tuple(found)

    def _in_full(self, name: str) -> str:
        listed, _, known = self._tiers
        folded = _folded(name)
        return listed.get(folded) or known.get(folded, "")

    def resolve(self, short: str) -> str:
        """The full name where exactly one fits, else the form as written."""
        found = self.candidates(short)
        return found[0] if len(found) == 1 else short

    def knows(self, short: str) -> bool:
        """Whether the form means somebody of the document or the body."""
        return bool(self.candidates(short))


def _folded(name: str) -> str:
    return " ".join(re.sub(r"[-.’']", " ", name).casefold().split())


def _definite(organisation: str) -> str:
    """What it is called by those who meet: "Norrby kommun" is "kommunen", "Region Nord" "regionen"."""
    match _folded(organisation).split():
        case [*_, "kommun"]:
            return "kommunen"
        case ["region", *_]:
            return "regionen"
        case ["länsstyrelsen", *_]:
            return "länsstyrelsen"
        case words:
            return " ".join(words)


def _may_mean(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether "ida v" may mean "ida vik"; so may "vik"; "ida kull" may not."""
    if not short:
        return False
    if len(short) == 1:
        # A surname alone counts only where it is long enough to be no initial.
        return short[0] == full[0] or (len(short[0]) > 2 and short[0] in full[1:])
    initial = len(short[0]) == 1 and full[0].startswith(short[0])  # "K. Ström", "P-O"
    if short[0] != full[0] and not initial:
        return False
    place = 1
    for part in short[1:]:
        while place < len(full) and not full[place].startswith(part):
            place += 1
        if place == len(full):
            return False
        place += 1
    return True
