"""Who may do what where. Pure: roles in, permissions out; access.py asks for each request."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from minutes.errors import NotAllowed, NotFound
from minutes.people.tables import Role


class Permission(StrEnum):
    """What a page needs. READ, REVIEW and FOLLOW_UP are held in a body, the others are not."""

    PUBLIC = "public"
    SIGNED_IN = "signed_in"
    READ = "read"
    REVIEW = "review"  # upload, review and register minutes
    FOLLOW_UP = "follow_up"  # mark anybody's action as done; one's own needs no permission
    MANAGE = "manage"


_READS = frozenset({Permission.READ})

OF_ROLE: Mapping[Role, frozenset[Permission]] = {
    Role.READER: _READS,
    Role.MEMBER: _READS,
    Role.SUBSTITUTE: _READS,
    Role.VICE_CHAIR: _READS,
    Role.CHAIR: _READS | {Permission.FOLLOW_UP},
    Role.SECRETARY: _READS | {Permission.REVIEW, Permission.FOLLOW_UP},
}


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks, and what they may do in each body. `person_id` is None where nobody signed in."""

    person_id: int | None = None
    name: str = ""
    is_administrator: bool = False
    permissions: Mapping[int, frozenset[Permission]] = field(default_factory=dict)
    language: str | None = None  # that the person has chosen
    # What the key of a program lets it do of what the person may; None for the person's own hands.
    only: frozenset[Permission] | None = None

    @property
    def signed_in(self) -> bool:
        """Whether we know who asks."""
        return self.person_id is not None

    def may(self, permission: Permission, body_id: int | None) -> bool:
        """Whether the person has the permission in the body.

        Where the body is not known yet (None), having it in any body is enough.
        """
        if body_id is None:
            return self.may_somewhere(permission)
        if self._is_kept_from(permission):
            return False
        return self.is_administrator or permission in self.permissions.get(body_id, ())

    def may_somewhere(self, permission: Permission) -> bool:
        """Whether the person has the permission in any body at all."""
        if permission is Permission.PUBLIC:
            return True
        if permission is Permission.SIGNED_IN:
            return self.signed_in
        if self._is_kept_from(permission):
            return False
        if permission is Permission.MANAGE:
            return self.is_administrator
        return self.is_administrator or any(
            permission in held for held in self.permissions.values()
        )

    def demand(self, permission: Permission, body_id: int | None) -> None:
        """Raise NotAllowed without the permission in the body.

        Raises NotFound where the person may not even read there: that a thing exists
        is not told to those who may not see it.
        """
        if self.may(permission, body_id):
            return
        if self.may(Permission.READ, body_id):
            raise NotAllowed("Du har inte behörighet att göra det i det här organet.")
        raise NotFound("Sidan finns inte, eller så har du inte tillgång till den.")

    def bodies(self, permission: Permission) -> frozenset[int] | None:
        """The bodies in which the person has the permission; None means all of them."""
        if self._is_kept_from(permission):
            return frozenset()
        if self.is_administrator:
            return None
        return frozenset(body for body, held in self.permissions.items() if permission in held)

    def _is_kept_from(self, permission: Permission) -> bool:
        return self.only is not None and permission not in self.only


NOBODY = Access()


def access_of(
    person_id: int,
    name: str,
    is_administrator: bool,
    roles: Iterable[tuple[int, Role]],
    language: str | None = None,
) -> Access:
    """The access that follows from the roles a person has today, as (body id, role)."""
    held: dict[int, frozenset[Permission]] = {}
    for body_id, role in roles:
        held[body_id] = held.get(body_id, frozenset()) | OF_ROLE[role]
    return Access(person_id, name, is_administrator, held, language)
