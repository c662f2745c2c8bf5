"""Whom an owner means on a day: a person, who holds the role, or who answers for the body. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from minutes.people.tables import Role
from minutes.people.words import ROLE_WORDS
from minutes.review.matching import ROLE_WORDS as WRITTEN_ROLES
from minutes.review.matching import folded

# What the minutes of a body call the body itself.
OWN_BODY = frozenset("styrelsen nämnden rådet gruppen utskottet kommittén".split())
ANSWERS = Role.CHAIR  # for what is given to a body


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is to do something: a person, a role in a body, a body, or only a name as written."""

    name: str
    person_id: int | None = None
    body_id: int | None = None
    role: Role | None = None

    @property
    def is_only_a_name(self) -> bool:
        """Whether we do not know who or what is meant."""
        return self.person_id is None and self.body_id is None and self.role is None


@dataclass(frozen=True, slots=True)
class Seats:
    """Who holds which role on a day, and what the bodies are called."""

    held: Mapping[tuple[int, Role], tuple[tuple[int, str], ...]] = field(default_factory=dict)
    bodies: Mapping[str, int] = field(default_factory=dict)  # folded name, where one has it


@dataclass(frozen=True, slots=True)
class PresentOwner:
    """An owner, and the persons that this means today."""

    owner: Owner
    persons: tuple[tuple[int, str], ...] = ()  # id, name

    @property
    def named(self) -> list[tuple[str, int | None]]:
        """(name for a list, person), one for each person that is meant."""
        if self.owner.person_id is not None or not self.persons:
            return [(self.owner.name, self.owner.person_id)]
        return [(f"{self.owner.name} ({name})", person) for person, name in self.persons]


def understood(owner: Owner, own_body: int, bodies: Mapping[str, int]) -> Owner:
    """The owner with the role or the body that the name means in the minutes of the body."""
    if not owner.is_only_a_name:
        return owner
    name = folded(owner.name)
    if name in WRITTEN_ROLES:
        return replace(owner, role=Role(WRITTEN_ROLES[name]), body_id=own_body)
    if name in bodies:
        return replace(owner, body_id=bodies[name])
    return replace(owner, body_id=own_body) if name in OWN_BODY else owner


def meant(owner: Owner, own_body: int, seats: Seats) -> PresentOwner:
    """The owner with the persons that are meant on the day of the seats."""
    known = understood(owner, own_body, seats.bodies)
    if known.person_id is not None:
        return PresentOwner(known, ((known.person_id, known.name),))
    if known.body_id is None:
        return PresentOwner(known)
    return PresentOwner(known, seats.held.get((known.body_id, known.role or ANSWERS), ()))


def words_of(role: Role) -> list[str]:
    """How minutes write the role, in small letters."""
    return [word for word, each in WRITTEN_ROLES.items() if each == role.value]


def role_name(role: Role, body: str) -> str:
    """What a list calls an owner that is a role: Ordföranden i Lärgruppen."""
    return f"{ROLE_WORDS[role].capitalize()}n i {body}"


def ids(owners: Iterable[PresentOwner]) -> frozenset[int]:
    """All persons that are meant by the owners."""
    return frozenset(person for owner in owners for person, _ in owner.persons)
