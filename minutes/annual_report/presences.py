"""How often persons, organisations and roles were there, of the meetings that list them. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from minutes.annual_report.facts import AttendeeFact, MeetingFact
from minutes.recognition.findings import Presence


@dataclass(frozen=True, slots=True)
class Presences:
    """A person, an organisation or a role. `organisation` and `role`: a person's, when last seen.

    present, served: at how many meetings, of the `listed` to which it was summoned.

    An organisation or a role was there if anybody of it was.
    """

    key: str
    name: str
    present: int
    listed: int
    organisation: str = ""
    role: str = ""
    served: int = 0


@dataclass(slots=True)
class _Seen:
    name: str = ""
    organisation: str = ""
    role: str = ""
    present: set[int] = field(default_factory=set)
    served: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)


def of_persons(meetings: Iterable[MeetingFact]) -> tuple[Presences, ...]:
    """Each person who was summoned to any of the meetings."""
    return _counted(meetings, lambda each: each.key, lambda each: each.name)


def of_organisations(meetings: Iterable[MeetingFact]) -> tuple[Presences, ...]:
    """Each organisation that persons came from."""
    return _counted(
        meetings, lambda each: (each.organisation or "").casefold(), lambda each: each.organisation
    )


def of_roles(meetings: Iterable[MeetingFact]) -> tuple[Presences, ...]:
    """Each role in which persons were there."""
    return _counted(meetings, lambda each: (each.role or "").casefold(), lambda each: each.role)


def present_at(meeting: MeetingFact) -> int:
    """How many were there."""
    return len({each.key for each in meeting.attendees if each.presence is Presence.PRESENT})


def is_told_who_served(meeting: MeetingFact) -> bool:
    """Whether some of those who were there served (tjänstgjorde), and others did not."""
    return 0 < served_at(meeting) < present_at(meeting)


def served_at(meeting: MeetingFact) -> int:
    """How many served (tjänstgjorde)."""
    return len({each.key for each in meeting.attendees if each.served})


def _counted(
    meetings: Iterable[MeetingFact],
    key: Callable[[AttendeeFact], str],
    name: Callable[[AttendeeFact], str | None],
) -> tuple[Presences, ...]:
    found: dict[str, _Seen] = {}
    for meeting in meetings:
        for each in meeting.attendees:
            if each.presence is Presence.COPY or not key(each):
                continue
            seen = found.setdefault(key(each), _Seen())
            seen.name = name(each) or seen.name
            seen.organisation = each.organisation or seen.organisation
            seen.role = each.role or seen.role
            seen.listed.add(meeting.id)
            if each.presence is Presence.PRESENT:
                seen.present.add(meeting.id)
            if each.served:
                seen.served.add(meeting.id)
    counted = (
        Presences(
            known,
            each.name,
            len(each.present),
            len(each.listed),
            each.organisation,
            each.role,
            len(each.served),
        )
        for known, each in found.items()
    )
    return tuple(sorted(counted, key=lambda each: (-each.present, each.name.casefold())))
