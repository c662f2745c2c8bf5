"""A draft put together for looking over: its source, line by line, beside its findings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from minutes.recognition.findings import Presence, confidence_word
from minutes.review.contents import HeaderContent
from minutes.review.queries import REVIEWED
from minutes.review.tables import DraftFinding, FindingKind, FindingState

# The strongest mark on a line first.
MARKS = (
    (FindingKind.DECISION, "beslut"),
    (FindingKind.ACTION, "åtgärd"),
    (FindingKind.ANNOUNCED_MEETING, "möte"),
    (FindingKind.ATTENDEE, "namn"),
    (FindingKind.REFUSAL, "inte med"),
    (FindingKind.ATTACHMENT, "bilaga"),
    (FindingKind.ITEM, "punkt"),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line of the source is part of; `begins` on the finding's first line."""

    finding_id: int
    kind: FindingKind
    word: str
    begins: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source with the finding that it belongs to."""

    number: int
    text: str
    mark: Mark | None = None
    finding_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A finding as its page shows it; `errors` and `entered` after a refused correction."""

    row: DraftFinding
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The row's id."""
        return self.row.id or 0

    @property
    def content(self) -> dict[str, Any]:
        """The fields of the finding."""
        return self.row.content

    @property
    def confidence(self) -> str:
        """säker, trolig or osäker."""
        return confidence_word(self.row.confidence)

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
    """A point of the agenda with the findings under it."""

    item: View | None
    findings: list[View] = field(default_factory=list)
    refusals: list[View] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the findings that ask for a word have got one; `doubtful` still do."""

    reviewed: int
    total: int
    waiting: int
    doubtful: int


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
    lines: list[Line]
    progress: Progress

    @property
    def items(self) -> list[tuple[str, str]]:
        """(key, what it is called) of each point, to choose from."""
        found = [group.item.content for group in self.groups if group.item]
        return [(each["key"], item_name(each)) for each in found]


def draft_page(
    findings: Sequence[DraftFinding],
    transcript: Sequence[str],
    refused: View | None = None,
    first_line: int = 1,
) -> DraftPage:
    """The page of the findings, in the document's order; `refused` is shown instead of its row.

    `first_line` is that of the transcript, where it is only a part of the document.
    """
    views = [refused if refused and refused.id == each.id else View(each) for each in findings]
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
        remarks=_of(views, FindingKind.REMARK),
        lines=source_lines(findings, transcript, first_line),
        progress=progress(findings),
    )


def item_name(content: dict[str, Any]) -> str:
    """The number and title of a point."""
    return " ".join(filter(None, (content.get("number"), content["title"])))


def progress(findings: Iterable[DraftFinding]) -> Progress:
    """How far the review has come."""
    asked = [each for each in findings if each.kind in REVIEWED]
    waiting = [each for each in asked if each.state is FindingState.PROPOSED]
    doubtful = [each for each in waiting if confidence_word(each.confidence) == "osäker"]
    done = len(asked) - len(waiting)
    return Progress(done, len(asked), len(waiting) - len(doubtful), len(doubtful))


def source_lines(
    findings: Sequence[DraftFinding], transcript: Sequence[str], first_line: int = 1
) -> list[Line]:
    """The lines of the source, each with its strongest mark and all findings that stand on it."""
    strength = {kind: place for place, (kind, _) in enumerate(MARKS)}
    words = dict(MARKS)
    on: dict[int, list[DraftFinding]] = {}
    for each in findings:
        if each.kind in strength and each.first_line is not None:
            for number in range(each.first_line, (each.last_line or each.first_line) + 1):
                on.setdefault(number, []).append(each)
    lines = []
    for number, text in enumerate(transcript, start=first_line):
        here = sorted(on.get(number, ()), key=lambda each: strength[each.kind])
        mark = None
        if here:
            top = here[0]
            mark = Mark(top.id or 0, top.kind, words[top.kind], top.first_line == number)
        lines.append(Line(number, text, mark, tuple(each.id or 0 for each in here)))
    return lines


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
        if each.row.kind in (FindingKind.DECISION, FindingKind.ACTION):
            group.findings.append(each)
        elif each.row.kind is FindingKind.REFUSAL:
            group.refusals.append(each)
    found = list(groups.values())
    return [loose, *found] if loose.findings or loose.refusals else found
