"""Names as they are written, and the one person that each of them means."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Persons that the body knows beforehand: full names, and aliases to full names."""

    names: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
