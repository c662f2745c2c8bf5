"""Those whom the minutes of a body name and who are not its members yet: taking them in.

The first minutes of a body often come before its members. Who is taken in afterwards gets what
the minutes give them, as if they had been known when the meeting was registered.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.audit import service as audit
from minutes.errors import Refused
from minutes.people import member_file, member_import
from minutes.people.service import By
from minutes.people.tables import Role
from minutes.people.words import ROLE_WORDS
from minutes.recognition.findings import Presence
from minutes.register.tables import ActionItem, ActionOwner, Attendance, Meeting
from minutes.review import known
from minutes.review.matching import is_a_role

MOST = 60  # names on the page
MEETINGS = 5  # the newest ones; who was there before may have left
# The first of these words in what the minutes say of somebody; nobody else is a member by it.
_OFFICES = (
    (re.compile(r"vice ?ord|\bv\.? ?ordf"), Role.VICE_CHAIR),
    (re.compile(r"ordf"), Role.CHAIR),
    (re.compile(r"sekr"), Role.SECRETARY),
    (re.compile(r"ersättare|suppleant"), Role.SUBSTITUTE),
    (re.compile(r"ledamot|kassör|beslutande|tjänstgörande"), Role.MEMBER),
)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A name as the page shows it: what the minutes say of it, and what was typed beside it."""

    name: str
    said: str = ""
    role: Role = Role.MEMBER
    email: str = ""
    chosen: bool = True
    fault: str = ""


def named(session: Session, body_id: int) -> list[Newcomer]:
    """The names that the newest meetings list, of nobody we know."""
    newest = (
        sa.select(col(Meeting.id))
        .where(col(Meeting.body_id) == body_id)
        .order_by(col(Meeting.date).desc(), col(Meeting.id).desc())
        .limit(MEETINGS)
    )
    rows = session.execute(
        sa.select(col(Attendance.name), col(Attendance.role), col(Attendance.presence))
        .join(Meeting, col(Meeting.id) == Attendance.meeting_id)
        .where(col(Attendance.meeting_id).in_(newest), col(Attendance.person_id).is_(None))
        .order_by(col(Meeting.date).desc(), col(Attendance.position))
    )
    people = known.members(session, body_id, None)
    found: dict[str, Newcomer] = {}
    for name, said, presence in rows:
        if people.person(name) is None:
            newcomer = _newcomer(name, said or "", came=presence is not Presence.COPY)
            found.setdefault(name.casefold(), newcomer)
    return list(found.values())[:MOST]


def _newcomer(name: str, said: str, *, came: bool) -> Newcomer:
    """Who has another title than a member's is listed, but not chosen: a guest, an official.

    Nor is who only got a copy of the minutes.
    """
    offices = (role for word, role in _OFFICES if word.search(said.casefold()))
    role = next(offices, None)
    return Newcomer(name, said, role or Role.MEMBER, chosen=role is not None or (came and not said))


def checked(session: Session, body_id: int, typed: Sequence[Newcomer], today: date) -> "Checked":
    """What taking in those who are chosen would do. Raises Refused where nobody is."""
    chosen = [each for each in typed if each.chosen]
    if not chosen:
        raise Refused("Välj minst en person att lägga in.")
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(member_file.COLUMNS[:4])
    first = _first_days(session, body_id)
    for each in chosen:
        since = first.get(each.name.casefold(), today)
        writer.writerow((each.name or " ", each.email, ROLE_WORDS[each.role], since.isoformat()))
    lines = member_file.lines(text.getvalue())
    return Checked(lines, member_import.plan(session, body_id, lines, today))


def _first_days(session: Session, body_id: int) -> dict[str, date]:
    """When each name first stands in the body's minutes: from then on it is a member's."""
    rows = session.execute(
        sa.select(col(Attendance.name), sa.func.min(col(Meeting.date)))
        .join(Meeting, col(Meeting.id) == Attendance.meeting_id)
        .where(col(Meeting.body_id) == body_id, col(Attendance.person_id).is_(None))
        .group_by(col(Attendance.name))
    )
    return {name.casefold(): day for name, day in rows}


@dataclass(frozen=True, slots=True)
class Checked:
    """The persons who are chosen, a line each in their order, and what each leads to."""

    lines: Sequence[member_file.Line]
    planned: Sequence[member_import.Planned]

    @property
    def faults(self) -> list[str]:
        """What is wrong with each, empty where nothing is."""
        return [line.fault for line in self.lines]


def take_in(session: Session, by: By, body_id: int, found: Checked, today: date) -> tuple[int, int]:
    """Make them members, and give them what the minutes name them for: (members, action items)."""
    taken = member_import.take_in(session, by, body_id, found.planned, today)
    return taken, recognise_members(session, by, body_id)


def recognise_members(session: Session, by: By, body_id: int) -> int:
    """Let the names in the body's minutes mean the members that they fit; of how many items.

    A role stays a role, so that what "Ordföranden" promised follows the mandate.
    """
    people = known.members(session, body_id, None)
    given = set()
    for row, action_id in _unknown_owners(session, body_id):
        person_id = None if is_a_role(row.name) else people.person(row.name)
        if person_id is not None:
            row.person_id, row.name = person_id, people.name(person_id)
            given.add(action_id)
    for attendance in _unknown_present(session, body_id):
        attendance.person_id = people.person(attendance.name)
    if given:
        audit.append(
            session,
            at=by.at,
            actor=by.actor,
            act="members.recognised",
            subject=f"body:{body_id}",
            details={"åtgärder": ", ".join(map(str, sorted(given)))},
        )
    session.commit()
    return len(given)


def recognise_everywhere(session: Session, by: By) -> int:
    """The same in every body whose minutes give something to nobody we know; of how many items."""
    bodies = session.execute(
        sa.select(col(Meeting.body_id))
        .join(ActionItem, col(ActionItem.meeting_id) == Meeting.id)
        .join(ActionOwner, col(ActionOwner.action_item_id) == ActionItem.id)
        .where(col(ActionOwner.person_id).is_(None))
        .distinct()
    ).scalars()
    return sum(recognise_members(session, by, body_id) for body_id in bodies.all())


def _unknown_owners(session: Session, body_id: int) -> list[tuple[ActionOwner, int]]:
    query = (
        sa.select(ActionOwner, col(ActionItem.id))
        .join(ActionItem, col(ActionItem.id) == ActionOwner.action_item_id)
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .where(col(Meeting.body_id) == body_id, col(ActionOwner.person_id).is_(None))
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def _unknown_present(session: Session, body_id: int) -> list[Attendance]:
    query = (
        sa.select(Attendance)
        .join(Meeting, col(Meeting.id) == Attendance.meeting_id)
        .where(col(Meeting.body_id) == body_id, col(Attendance.person_id).is_(None))
    )
    return list(session.execute(query).scalars())


def has_owners(session: Session, meeting_id: int) -> bool:
    """Whether any action item of the meeting is somebody's."""
    query = (
        sa.select(col(ActionItem.id))
        .join(ActionOwner, col(ActionOwner.action_item_id) == ActionItem.id)
        .where(col(ActionItem.meeting_id) == meeting_id)
    )
    return session.execute(query.limit(1)).first() is not None


def left_without(session: Session, meeting_id: int) -> int:
    """How many action items of the meeting are for somebody who was there and is no member."""
    query = (
        sa.select(sa.func.count(sa.distinct(col(ActionItem.id))))
        .join(ActionOwner, col(ActionOwner.action_item_id) == ActionItem.id)
        .join(Attendance, col(Attendance.meeting_id) == ActionItem.meeting_id)
        .where(
            col(ActionItem.meeting_id) == meeting_id,
            col(ActionOwner.person_id).is_(None),
            col(Attendance.person_id).is_(None),
            col(Attendance.name) == ActionOwner.name,
        )
    )
    count: int = session.execute(query).scalar_one()
    return count
