"""Which names in a draft could be two persons, to be asked once each. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from minutes.review.matching import Members, folded, may_be
from minutes.review.tables import DraftFinding, FindingKind, FindingState
from minutes.texts import N_

_OPEN = (FindingState.PROPOSED, FindingState.ACCEPTED)


@dataclass(slots=True)
class Question:
    """A name as written, the full names that it may mean, and the findings that it stands in."""

    written: str
    choices: tuple[str, ...]
    findings: list[DraftFinding] = field(default_factory=list)

    @property
    def remark(self) -> str:
        """How the remark of recognition begins that asks the same."""
        return N_("Vem är %(written)s?", written=self.written)


def questions(
    findings: Sequence[DraftFinding], members: Members, left_open: Iterable[str]
) -> list[Question]:
    """The names of owners and attendees that fit several persons, in the order of the lines.

    Those may be members of the body, or listed in the minutes. What the secretary has left
    as written is not asked again.
    """
    asked: dict[str, Question] = {}
    settled = {folded(each) for each in left_open}
    listed = [each.content["name"] for each in findings if each.kind is FindingKind.ATTENDEE]
    for finding in findings:
        if finding.state not in _OPEN:
            continue
        for written in names_in(finding):
            key = folded(written)
            if key in settled:
                continue
            if key not in asked:
                choices = _choices(written, members, listed)
                if len(choices) < 2:
                    settled.add(key)
                    continue
                asked[key] = Question(written, choices)
            asked[key].findings.append(finding)
    return list(asked.values())


def names_in(finding: DraftFinding) -> list[str]:
    """The names of persons that a finding says."""
    if finding.kind is FindingKind.ACTION:
        return list(finding.content.get("owners", ()))
    return [finding.content["name"]] if finding.kind is FindingKind.ATTENDEE else []


def _choices(written: str, members: Members, listed: Sequence[str]) -> tuple[str, ...]:
    if members.person(written) is not None or written in listed:
        return ()
    names = [*members.candidates(written), *(each for each in listed if may_be(written, each))]
    by_name: dict[str, str] = {}
    for name in names:
        by_name.setdefault(folded(name), name)
    return tuple(by_name.values())
