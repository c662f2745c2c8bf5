"""Whom a secretary is offered as signatories of a meeting, and how each of them can sign."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from minutes.justering import queries
from minutes.justering.freezing import minutes_of
from minutes.justering.minutes_text import Minutes
from minutes.justering.signatories import Rules, Signatory, proposed
from minutes.justering.tables import SignerRole
from minutes.people import queries as people
from minutes.people.tables import Role
from minutes.register.tables import Meeting
from minutes.review import known


class Way(StrEnum):
    """How somebody can sign."""

    ACCOUNT = "account"
    LINK = "link"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The signatories that the rules and the minutes give, and the persons to choose from."""

    rules: Rules
    signatories: list[Signatory]
    names: dict[int, str]
    ways: dict[int, Way]


def proposal(session: Session, meeting: Meeting) -> Proposal:
    """Who is to sign the minutes of the meeting, as far as that is known."""
    return proposal_for(session, meeting.body_id, minutes_of(session, meeting))


def proposal_for(session: Session, body_id: int, minutes: Minutes) -> Proposal:
    """Who is to sign a text of the body, as far as that is known."""
    rules = queries.rules_of(session, body_id)
    members = known.members(session, body_id, minutes.date)
    seats = people.seats(session, body_id=body_id, on=minutes.date)
    roles = {SignerRole.SECRETARY: Role.SECRETARY, SignerRole.CHAIR: Role.CHAIR}

    def holder(role: SignerRole) -> tuple[str, int] | None:
        held = [seat for seat in seats if seat.role is roles[role]]
        return (held[0].person, held[0].person_id) if len(held) == 1 else None

    found = proposed(rules, minutes, members.person, holder)
    names = {each.person_id: each.name for each in members.holders}
    reach = queries.reach(session, list(names))
    ways = {id_: _way(email, account, rules) for id_, (email, account) in reach.items()}
    return Proposal(rules, found, names, ways)


def _way(email: str | None, has_account: bool, rules: Rules) -> Way:
    if has_account:
        return Way.ACCOUNT
    return Way.LINK if email and rules.links else Way.PAPER
