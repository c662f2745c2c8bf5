"""How important a decision is, by a rule that can be shown and overruled. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from minutes.annual_report.decision_kinds import DecisionKind, kind_of
from minutes.annual_report.facts import DecisionFact, MeetingFact
from minutes.annual_report.subjects import Subject, is_formality

# What speaks for telling of a decision, in the order in which the page lists it.
OF_KIND: Mapping[DecisionKind, int] = {
    DecisionKind.MONEY: 4,
    DecisionKind.RULES: 4,
    DecisionKind.OPINION: 3,
    DecisionKind.COMMISSION: 3,
    DecisionKind.APPROVAL: 2,
    DecisionKind.ELECTION: 2,
    DecisionKind.REJECTION: 2,
    DecisionKind.OTHER: 2,
    DecisionKind.POSTPONED: 0,
    DecisionKind.FORMAL: -10,
    DecisionKind.NOTED: 0,
}
RECURRING = 2  # its point came up at several meetings
FORMALITY = -4  # of course: it belongs to a point that every meeting has
OF_COURSE = (DecisionKind.APPROVAL, DecisionKind.ELECTION, DecisionKind.NOTED)
FOLLOWED = 1  # somebody has said that it is executed, or waits for it
THRESHOLD = 2
PINNED = 100


@dataclass(frozen=True, slots=True)
class Weighed:
    """A decision with its weight, and why it has it."""

    meeting: MeetingFact
    decision: DecisionFact
    weight: int
    why: tuple[str, ...]

    @property
    def is_important(self) -> bool:
        """Whether a report tells of it."""
        return self.weight >= THRESHOLD


def weighed(
    meetings: Sequence[MeetingFact],
    subjects: Iterable[Subject],
    pins: Mapping[int, bool],
) -> list[Weighed]:
    """Every decision of the meetings, the weightiest first, then in order of time.

    pins: decisions that somebody has chosen (True) or taken away (False).
    """
    recurring = {told.item.id for subject in subjects for told in subject.points}
    found = [
        _weigh(meeting, decision, decision.item_id in recurring, pins.get(decision.id))
        for meeting in meetings
        for decision in meeting.decisions
    ]
    return sorted(found, key=lambda each: (-each.weight, each.meeting.date, each.decision.id))


def _weigh(
    meeting: MeetingFact, decision: DecisionFact, recurs: bool, pinned: bool | None
) -> Weighed:
    kind = kind_of(decision.text)
    weight, why = OF_KIND[kind], [kind.value]
    item = meeting.item(decision.item_id)
    if recurs:
        weight, why = weight + RECURRING, [*why, "frågan kom upp vid flera möten"]
    if kind in OF_COURSE and item and is_formality(item.title):
        weight, why = weight + FORMALITY, [*why, "punkten finns på alla möten"]
    if decision.state not in ("in_force",):
        weight, why = weight + FOLLOWED, [*why, "beslutet har följts upp"]
    if pinned is not None:
        weight = PINNED if pinned else -PINNED
        why = ["vald av sekreteraren" if pinned else "bortvald av sekreteraren"]
    return Weighed(meeting, decision, weight, tuple(why))
