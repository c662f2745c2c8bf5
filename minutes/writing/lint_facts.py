"""The facts that lint asks about: of a text that is written here, or of a draft in review."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from minutes.people.tables import Body, Regime, Role
from minutes.recognition.findings import MinutesKind, Recognition
from minutes.review.contents import (
    ActionContent,
    AttendeeContent,
    DecisionContent,
    HeaderContent,
    ItemContent,
)
from minutes.review.registration import counts
from minutes.review.tables import DraftFinding, FindingKind
from minutes.writing import queries
from minutes.writing.lint import Facts, Person, Point, linted
from minutes.writing.lint_votes import RULES
from minutes.writing.numbering import Fault

SEATED = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER)

_Heading = tuple[str, str, int]  # key, title, line
_Clause = tuple[str | None, int, str]  # key of its item, line, words


def facts_of_text(
    text: str, found: Recognition, regime: Regime, seats: int, kind: MinutesKind | None = None
) -> Facts:
    """The facts of a text with what was recognised in it."""
    head = found.header
    return Facts(
        kind=kind or head.kind or MinutesKind.PROTOKOLL,
        regime=regime,
        chair=head.chair or "",
        secretary=head.secretary or "",
        adjusters=head.adjusters,
        people=tuple(
            Person(
                each.name, each.presence, each.role or "", each.note or "", each.source.first_line
            )
            for each in found.attendance
        ),
        points=_points(
            text.split("\n"),
            [(item.id, item.title, item.source.first_line) for item in found.items],
            [(each.item, each.source.first_line, each.quote) for each in found.decisions],
        ),
        seats=seats,
        unowned=tuple(each.source.first_line for each in found.actions if not each.owners),
    )


def _points(
    lines: Sequence[str], items: Sequence[_Heading], decisions: Sequence[_Clause]
) -> tuple[Point, ...]:
    ends = [line - 1 for _, _, line in items[1:]] + [len(lines)]
    return tuple(
        Point(
            title,
            line,
            tuple((number, lines[number - 1]) for number in range(line + 1, end + 1)),
            tuple((at, words) for key_of, at, words in decisions if key_of == key),
        )
        for (key, title, line), end in zip(items, ends, strict=False)
    )


def seats_of(session: Session, body_id: int, day: date) -> int:
    """How many members the body has on the day, without substitutes."""
    return sum(1 for seat in queries.roster(session, body_id, day) if seat.role in SEATED)


def lint_of_draft(
    session: Session, body: Body, findings: Sequence[DraftFinding], lines: Sequence[str]
) -> list[Fault]:
    """What lint has to say of minutes in review; `lines` are those of their document."""
    header = HeaderContent()
    items: list[_Heading] = []
    people, decisions, unowned = [], [], []
    for each in findings:
        line = each.first_line or 0
        if each.kind is FindingKind.HEADER:
            header = HeaderContent.model_validate(each.content)
        elif each.kind is FindingKind.ITEM:
            item = ItemContent.model_validate(each.content)
            items.append((item.key, item.title, line))
        elif each.kind is FindingKind.ATTENDEE and counts(each):
            person = AttendeeContent.model_validate(each.content)
            people.append(
                Person(person.name, person.presence, person.role or "", person.note or "", line)
            )
        elif each.kind is FindingKind.DECISION and counts(each):
            clause = DecisionContent.model_validate(each.content)
            decisions.append((clause.item, line, clause.quote))
        elif each.kind is FindingKind.ACTION and counts(each) and not _owned(each):
            unowned.append(line)
    items.sort(key=lambda item: item[2])
    assert body.id is not None
    facts = Facts(
        kind=header.kind or MinutesKind.MINNESANTECKNINGAR,
        regime=body.regime,
        chair=header.chair or "",
        secretary=header.secretary or "",
        adjusters=header.adjusters,
        people=tuple(people),
        points=_points(lines, items, decisions),
        seats=seats_of(session, body.id, header.date) if header.date else 0,
        unowned=tuple(unowned),
    )
    return linted(facts, RULES)


def _owned(finding: DraftFinding) -> bool:
    return bool(ActionContent.model_validate(finding.content).owners)
