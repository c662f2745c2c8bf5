"""A draft put together for looking over: its source, line by line, beside its findings."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from minutes.recognition.findings import Presence, RefusedKind, confidence_word
from minutes.recognition.remarks import CALLED_OFF
from minutes.review.contents import HeaderContent
from minutes.review.dividing import divisible
from minutes.review.queries import REVIEWED
from minutes.review.questions import Question
from minutes.review.reasons import known
from minutes.review.source_view import Line
from minutes.review.tables import DraftFinding, FindingKind, FindingState
from minutes.texts import Text

ACCEPTED, PROPOSED = FindingState.ACCEPTED, FindingState.PROPOSED
GROUPED = (FindingKind.DECISION, FindingKind.ACTION, FindingKind.WATCH_ITEM)


@dataclass(frozen=True, slots=True)
class View:
    """A finding as its page shows it.

    After a form that could not be taken: `errors` of its fields, what was `entered`, and
    the `notice` above it. `form` names the form of a finding that is yet to be added.
    """

    row: DraftFinding
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)
    notice: str = ""
    form: str = ""

    @property
    def id(self) -> int | str:
        """What its elements on the page are called by: the row's id, or the form's name."""
        return self.form or self.row.id or 0

    @property
    def content(self) -> dict[str, Any]:
        """The fields of the finding."""
        return self.row.content

    @property
    def confidence(self) -> str:
        """säker, trolig or osäker."""
        return confidence_word(self.row.confidence)

    @property
    def why(self) -> Text | None:
        """Why it was recognised, for the language of the page; None where Swedish only has it."""
        return known(self.row.reason)

    @property
    def is_open(self) -> bool:
        """Whether its form is unfolded: somebody's words are in it."""
        return bool(self.errors or self.entered) and not self.divides

    @property
    def divides(self) -> bool:
        """Whether it is being divided."""
        return "parts" in self.entered

    @property
    def divisible(self) -> str:
        """Its text with an empty line where it may be divided."""
        return self.entered.get("parts") or divisible(self.content.get("text", ""))

    def day(self, name: str) -> dt.date | None:
        """The day in a field."""
        written = self.content.get(name)
        return dt.date.fromisoformat(written) if written else None

    def time(self, name: str) -> dt.time | None:
        """The time of day in a field."""
        written = self.content.get(name)
        return dt.time.fromisoformat(written) if written else None

    def value(self, name: str) -> str:
        """What a form shows in a field: what was typed, or else what stands."""
        if name in self.entered:
            return self.entered[name]
        value = self.row.content.get(name)
        if isinstance(value, list):
            return ", ".join(value)
        return "" if value is None else str(value)


@dataclass(slots=True)
class Group:
    """A point of the agenda with the findings under it; `proposals` got no decision."""

    item: View | None
    findings: list[View] = field(default_factory=list)
    proposals: list[View] = field(default_factory=list)
    refusals: list[View] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the findings that ask for a word have got one, and what else is left."""

    reviewed: int
    total: int
    waiting: int
    doubtful: int
    remarks: int = 0
    questions: int = 0
    next_doubtful: int | None = None  # the first finding that is not sure and waits


@dataclass(frozen=True, slots=True)
class DraftPage:
    """Everything that the page of a draft shows."""

    header: View
    attendance: dict[Presence, list[View]]
    removed: list[View]
    groups: list[Group]
    ahead: list[View]
    attachments: list[View]
    remarks: list[View]
    questions: Sequence[Question]
    lines: Sequence[Line]
    progress: Progress

    @property
    def is_called_off(self) -> bool:
        """Whether the minutes say that the meeting never was."""
        return any(says_called_off(each.row) for each in self.remarks)

    @property
    def items(self) -> list[tuple[str, str]]:
        """(key, what it is called) of each point, to choose from."""
        found = [group.item.content for group in self.groups if group.item]
        return [(each["key"], item_name(each)) for each in found]


def draft_page(
    findings: Sequence[DraftFinding],
    lines: Sequence[Line] = (),
    shown: View | None = None,
    questions: Sequence[Question] = (),
) -> DraftPage:
    """The page of the findings, in the document's order; `shown` stands instead of its row."""
    left = [each for each in findings if each.state is not FindingState.MERGED]
    views = [shown if shown and shown.id == each.id else View(each) for each in left]
    header = _of(views, FindingKind.HEADER)
    people = _of(views, FindingKind.ATTENDEE)
    there = [each for each in people if each.row.state is not FindingState.REFUSED]
    listed = {
        presence: [each for each in there if each.content["presence"] == presence.value]
        for presence in Presence
    }
    return DraftPage(
        header=header[0] if header else View(_blank_header()),
        attendance={presence: each for presence, each in listed.items() if each},
        removed=[each for each in people if each not in there],
        groups=_groups(views),
        ahead=_of(views, FindingKind.ANNOUNCED_MEETING),
        attachments=_of(views, FindingKind.ATTACHMENT),
        remarks=[View(each) for each in remarks(left, questions)],
        questions=questions,
        lines=lines,
        progress=progress(left, questions),
    )


def to_add(
    form: str, errors: Mapping[str, str] | None = None, entered: Mapping[str, str] | None = None
) -> View:
    """The form for a finding to be added, with what was typed where it was refused."""
    row = DraftFinding(draft_id=0, position=0, kind=FindingKind.HEADER, content={})
    return View(row, dict(errors or {}), dict(entered or {}), form=form)


def says_called_off(finding: DraftFinding) -> bool:
    """Whether it is the remark that the minutes say that their meeting was called off, which
    nobody has denied.
    """
    off = finding.kind is FindingKind.REMARK and finding.content.get("code") == CALLED_OFF
    return off and finding.state is PROPOSED


def item_name(content: dict[str, Any]) -> str:
    """The number and title of a point."""
    return " ".join(filter(None, (content.get("number"), content["title"])))


def remarks(
    findings: Iterable[DraftFinding], questions: Sequence[Question] = ()
) -> list[DraftFinding]:
    """What is to be looked at and ticked off.

    Not what is asked as a question, nor a missing date, which is asked for where it is
    filled in.
    """
    asked = {question.remark for question in questions}
    return [
        each
        for each in findings
        if each.kind is FindingKind.REMARK
        and each.content["code"] != "date-missing"
        and not any(each.content["message"].startswith(words) for words in asked)
        and not (each.content["code"] == "ambiguous-owner" and each.state is ACCEPTED)
    ]


def progress(findings: Sequence[DraftFinding], questions: Sequence[Question] = ()) -> Progress:
    """How far the review has come."""
    merged = FindingState.MERGED
    asked = [each for each in findings if each.kind in REVIEWED and each.state is not merged]
    waiting = [each for each in asked if each.state is PROPOSED]
    doubtful = [each for each in waiting if confidence_word(each.confidence) == "osäker"]
    unticked = [each for each in remarks(findings, questions) if each.state is PROPOSED]
    return Progress(
        reviewed=len(asked) - len(waiting),
        total=len(asked),
        waiting=len(waiting) - len(doubtful),
        doubtful=len(doubtful),
        remarks=len(unticked),
        questions=len(questions),
        next_doubtful=doubtful[0].id if doubtful else None,
    )


def _of(views: Iterable[View], kind: FindingKind) -> list[View]:
    return [each for each in views if each.row.kind is kind]


def _blank_header() -> DraftFinding:
    content = HeaderContent().model_dump(mode="json")
    return DraftFinding(draft_id=0, position=0, kind=FindingKind.HEADER, content=content)


def _groups(views: Sequence[View]) -> list[Group]:
    """Each point with what was found under it; what stands under none comes first."""
    loose = Group(None)
    groups = {each.content["key"]: Group(each) for each in _of(views, FindingKind.ITEM)}
    for each in views:
        group = groups.get(each.content.get("item") or "", loose)
        if each.row.kind in GROUPED:
            group.findings.append(each)
        elif each.row.kind is FindingKind.REFUSAL and _is_proposal(each):
            group.proposals.append(each)
        elif each.row.kind is FindingKind.REFUSAL:
            group.refusals.append(each)
    found = list(groups.values())
    has_loose = loose.findings or loose.proposals or loose.refusals
    return [loose, *found] if has_loose else found


def _is_proposal(view: View) -> bool:
    return bool(view.content["kind"] == RefusedKind.PROPOSAL.value)
