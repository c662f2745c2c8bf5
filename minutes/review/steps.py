"""A step of the review: who changes what, without overwriting another's change, and undone again.

A step locks the draft, remembers how what it changes was, and gives the draft and each
finding that it touched the draft's next version. A form tells which version it shows.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from sqlmodel import Session, col, select

from minutes.errors import NotFound, StepNotAllowed
from minutes.people.tables import Person
from minutes.review import queries
from minutes.review.tables import Draft, DraftFinding, DraftStep, FindingKind, FindingState
from minutes.texts import N_

KEPT = ("kind", "state", "content", "recognised", "recognised_kind", "position", "reason",
        "first_line", "last_line")  # fmt: skip
OF_DRAFT = ("body_id", "left_open")
SOMEBODY = "Någon annan"


@dataclass(frozen=True, slots=True)
class Deed:
    """Who takes a step, when, and which version of the finding they had before them."""

    by: int | None
    at: datetime
    seen: int | None = None


class ChangedMeanwhile(StepNotAllowed):
    """Somebody else has changed the finding since the asker's page was made."""

    def __init__(self, finding_id: int, person_id: int | None, name: str, at: datetime) -> None:
        super().__init__(N_("%(name)s ändrade fyndet medan du hade sidan öppen.", name=name))
        self.finding_id, self.person_id, self.name, self.at = finding_id, person_id, name, at


@dataclass(slots=True)
class Step:
    """One transaction on an open draft. Made by begin(), ended by done()."""

    session: Session
    draft: Draft
    deed: Deed
    _before: dict[str, Any] = field(default_factory=dict)
    _touched: dict[int, DraftFinding] = field(default_factory=dict)
    _added: list[DraftFinding] = field(default_factory=list)

    @classmethod
    def begin(cls, session: Session, draft_id: int, deed: Deed) -> Self:
        """Lock the draft. Raises NotFound, and StepNotAllowed where it is not open."""
        return cls(session, queries.open_draft(session, draft_id), deed)

    @property
    def draft_id(self) -> int:
        """The draft's id."""
        assert self.draft.id is not None
        return self.draft.id

    def shown(self, finding_id: int) -> DraftFinding:
        """The finding that the asker's form shows, to be changed.

        Raises NotFound, and ChangedMeanwhile where it is not as the form shows it.
        """
        finding = queries.finding(self.session, self.draft_id, finding_id)
        self.session.refresh(finding)
        if self.deed.seen is not None and finding.version != self.deed.seen:
            raise _changed(self.session, finding)
        return self.other(finding)

    def other(self, finding: DraftFinding) -> DraftFinding:
        """A further finding of the draft, to be changed."""
        assert finding.id is not None
        if finding.id not in self._touched:
            self._before[str(finding.id)] = {name: getattr(finding, name) for name in KEPT}
            self._touched[finding.id] = finding
        return finding

    def add(self, finding: DraftFinding) -> DraftFinding:
        """A new finding."""
        finding.draft_id = self.draft_id
        self._added.append(finding)
        return finding

    def change_draft(self, **fields: Any) -> None:
        """Change the draft's own fields."""
        self._before.setdefault("draft", {name: getattr(self.draft, name) for name in OF_DRAFT})
        for name, value in fields.items():
            setattr(self.draft, name, value)

    def remember_alias(self, text: str) -> None:
        """Undoing the step takes this alias of the draft's body away again."""
        self._before["alias"] = text

    def done(self, words: str, *, can_be_undone: bool = True) -> None:
        """Keep it all, under the words by which the step is told and undone; commits."""
        self.draft.version += 1
        self.session.add(self.draft)
        for finding in (*self._touched.values(), *self._added):
            finding.version = self.draft.version
            self.session.add(finding)
        self.session.flush()
        before = {**self._before, **{str(each.id): None for each in self._added}}
        self.session.add(
            DraftStep(
                draft_id=self.draft_id,
                version=self.draft.version,
                person_id=self.deed.by,
                at=self.deed.at,
                words=words if len(words) <= 200 else words[:199] + "…",
                before=before,
                undone=not can_be_undone,
            )
        )
        self.session.commit()


def last_step(session: Session, draft_id: int, person_id: int | None) -> DraftStep | None:
    """The person's latest step on the draft that is not undone."""
    return session.exec(
        select(DraftStep)
        .where(
            DraftStep.draft_id == draft_id,
            DraftStep.person_id == person_id,
            col(DraftStep.undone).is_(False),
        )
        .order_by(col(DraftStep.version).desc())
        .limit(1)
    ).first()


@dataclass(frozen=True, slots=True)
class Other:
    """A step that somebody else has taken."""

    version: int
    name: str
    at: datetime
    words: str
    finding_ids: tuple[int, ...]


def others_since(session: Session, draft_id: int, seen: int, person_id: int | None) -> list[Other]:
    """What others than the person have done to the draft since that version, the oldest first."""
    rows = session.exec(
        select(DraftStep, Person.name)
        .outerjoin(Person, col(Person.id) == DraftStep.person_id)
        .where(
            DraftStep.draft_id == draft_id,
            DraftStep.version > seen,
            col(DraftStep.person_id).is_distinct_from(person_id),
        )
        .order_by(col(DraftStep.version))
    ).all()
    return [
        Other(step.version, name or SOMEBODY, step.at, step.words, _findings(step))
        for step, name in rows
    ]


def _findings(step: DraftStep) -> tuple[int, ...]:
    return tuple(int(each) for each in step.before if each.isdecimal())


def undo_last(session: Session, draft_id: int, deed: Deed) -> tuple[DraftStep, list[int]]:
    """Take back the asker's latest step: the step, and the findings that it had touched.

    Raises NotFound where there is none, StepNotAllowed where somebody else has gone on from it.
    """
    step = Step.begin(session, draft_id, deed)
    last = last_step(session, draft_id, deed.by)
    if last is None:
        raise NotFound("Det finns inget att ångra.")
    _require_last(session, last)
    touched = {name: was for name, was in last.before.items() if name.isdecimal()}
    for finding_id, was in touched.items():
        finding = step.session.get(DraftFinding, int(finding_id))
        if finding is None:
            continue
        if was is None:
            session.delete(finding)
        else:
            restore(step.other(finding), was)
    if "draft" in last.before:
        step.change_draft(**last.before["draft"])
    last.undone = True
    session.add(last)
    step.done(f"Ångrade: {last.words}", can_be_undone=False)
    return last, [int(each) for each, was in touched.items() if was is not None]


def restore(finding: DraftFinding, was: dict[str, Any]) -> None:
    """Give the finding back what it was."""
    for name, value in was.items():
        setattr(finding, name, value)
    finding.kind, finding.state = FindingKind(was["kind"]), FindingState(was["state"])


def _require_last(session: Session, last: DraftStep) -> None:
    later = session.exec(
        select(DraftStep).where(
            DraftStep.draft_id == last.draft_id,
            DraftStep.version > last.version,
            col(DraftStep.undone).is_(False),
        )
    ).all()
    for step in later:
        if set(step.before) & set(last.before):
            raise StepNotAllowed(
                N_(
                    "%(name)s har gått vidare från det som du vill ångra. "
                    "Ändra fyndet direkt i stället.",
                    name=_name(session, step.person_id),
                )
            )


def _changed(session: Session, finding: DraftFinding) -> ChangedMeanwhile:
    step = session.exec(
        select(DraftStep).where(
            DraftStep.draft_id == finding.draft_id, DraftStep.version == finding.version
        )
    ).one()
    name = _name(session, step.person_id)
    assert finding.id is not None
    return ChangedMeanwhile(finding.id, step.person_id, name, step.at)


def _name(session: Session, person_id: int | None) -> str:
    person = session.get(Person, person_id) if person_id is not None else None
    return person.name if person else SOMEBODY
