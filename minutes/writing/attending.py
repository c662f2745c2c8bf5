"""From the form of attendance to the lists in the minutes, and back. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from minutes.errors import Refused
from minutes.people.queries import Seat
from minutes.people.tables import Role
from minutes.recognition.findings import Attendee, Presence
from minutes.texts import N_
from minutes.writing.skeleton import Attending, one_line, role_of

SERVING = "tjänstgörande ersättare"
CHOICES = {
    "narvarande": N_("Närvarande"),
    "tjanstgor": N_("Tjänstgör"),
    "franvarande": N_("Förhinder"),
    "utelamna": N_("Står inte med"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A person in the form, and what is chosen beforehand."""

    person_id: int
    name: str
    role: str
    is_substitute: bool
    choice: str
    serves_for: str = ""
    since: str = ""
    until: str = ""


def rows(seats: Iterable[Seat], there: Sequence[Attendee], typed: Mapping[str, str]) -> list[Row]:
    """Those who sit in the body, as the text says of them, or as the form was sent."""
    said = {each.name.casefold(): each for each in there}
    return [_row(seat, said.get(seat.person.casefold()), bool(there), typed) for seat in seats]


def _row(seat: Seat, said: Attendee | None, listed: bool, typed: Mapping[str, str]) -> Row:
    choice = "narvarande"
    if said is not None and said.presence is Presence.ABSENT:
        choice = "franvarande"
    elif said is not None and "tjänstgörande" in (said.role or ""):
        choice = "tjanstgor"
    elif said is None and listed:
        choice = "utelamna"
    key = seat.person_id
    return Row(
        person_id=key,
        name=seat.person,
        role=role_of(seat.role),
        is_substitute=seat.role is Role.SUBSTITUTE,
        choice=typed.get(f"narvaro-{key}", choice),
        serves_for=typed.get(f"for-{key}", ""),
        since=typed.get(f"fran-{key}", ""),
        until=typed.get(f"till-{key}", ""),
    )


def attending(chosen: Iterable[Row], others: str) -> list[Attending]:
    """The lists as the form was sent. `others`: a line for each who does not sit in the body.

    Raises Refused where a paragraph is no number.
    """
    found = []
    for row in chosen:
        if row.choice not in CHOICES or row.choice == "utelamna":
            continue
        serves = row.choice == "tjanstgor"
        found.append(
            Attending(
                name=row.name,
                role=SERVING if serves else row.role,
                presence=Presence.ABSENT if row.choice == "franvarande" else Presence.PRESENT,
                note=_note(row, serves=serves),
            )
        )
    for line in others.replace("\r\n", "\n").split("\n"):
        name, _, role = one_line(line).partition(",")
        if name.strip():
            found.append(Attending(name.strip()[:200], role.strip()[:200]))
    return found


def _note(row: Row, *, serves: bool) -> str:
    instead = f"för {one_line(row.serves_for)}" if serves and row.serves_for.strip() else ""
    since, until = _number(row.since), _number(row.until)
    when = ""
    if since and until:
        when = f"§ {since}–{until}"
    elif since:
        when = f"från och med § {since}"
    elif until:
        when = f"till och med § {until}"
    return ", ".join(filter(None, (instead, when)))


def _number(written: str) -> str:
    number = written.strip("§ \t")
    if number and not (number.isdecimal() and len(number) <= 4):
        raise Refused("Skriv paragrafen med siffror, till exempel 7.")
    return number
