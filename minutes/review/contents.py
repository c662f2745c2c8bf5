"""What a draft stores of each finding: the fields of its kind, checked both ways."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from minutes.reading.blocks import Remark, Source
from minutes.recognition import findings as found
from minutes.recognition.findings import ActionStatus, MinutesKind, Presence, RefusedKind, WatchKind
from minutes.review.capitals import calm
from minutes.review.tables import FindingKind


def _at_most(characters: int) -> BeforeValidator:
    """What a document says may be longer than a column; nothing in it may stop the import."""

    def cut(value: Any) -> Any:
        if isinstance(value, str) and len(value) > characters:
            return value[: characters - 1] + "…"
        return value

    return BeforeValidator(cut)


Mark = Annotated[str, _at_most(40)]
Label = Annotated[str, _at_most(80)]
Short = Annotated[str, _at_most(200)]
Medium = Annotated[str, _at_most(300)]
Long = Annotated[str, _at_most(500)]


class Content(BaseModel):
    """The base: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class HeaderContent(Content):
    """Of which meeting the minutes are; `sources` are lines by field name."""

    kind: MinutesKind | None = None
    title: Medium | None = None
    organisation: Short | None = None
    body: Short | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: Medium | None = None
    chair: Short | None = None
    secretary: Short | None = None
    adjusters: tuple[Short, ...] = ()
    sources: dict[str, tuple[int, int]] = {}


class AttendeeContent(Content):
    """A person in the attendance list."""

    name: Short
    presence: Presence
    organisation: Medium | None = None
    role: Short | None = None
    note: Medium | None = None


class ItemContent(Content):
    """A point of the agenda; `key` is what the other findings call it."""

    key: str
    number: Mark | None = None
    title: Long
    parent: str | None = None


class DecisionContent(Content):
    """An operative clause."""

    item: str | None = None
    quote: str
    text: str
    refers_to: tuple[int, int] | None = None


class ActionContent(Content):
    """A commitment, with its owners as written; a vague due has a suggested day."""

    item: str | None = None
    quote: str
    text: str
    owners: tuple[Short, ...] = ()
    owner_text: Medium | None = None
    due: dt.date | None = None
    due_text: Medium | None = None
    due_suggested: dt.date | None = None
    status: ActionStatus = ActionStatus.OPEN


class WatchContent(Content):
    """A decision of another body or to come; `check_day` is one on which to look."""

    kind: WatchKind
    item: str | None = None
    quote: str
    text: str
    body: Short | None = None
    date: dt.date | None = None
    date_text: Medium | None = None
    check_day: dt.date | None = None


class AnnouncedContent(Content):
    """A coming meeting."""

    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: Medium | None = None
    note: Medium | None = None


class AttachmentContent(Content):
    """An appendix."""

    label: Label
    title: Long = ""


class RefusalContent(Content):
    """A passage that looked like a decision or an action, or a proposal without a decision."""

    kind: RefusedKind
    item: str | None = None
    quote: str


class RunningTextContent(Content):
    """A passage that is nothing else."""

    item: str | None = None
    text: str


class RemarkContent(Content):
    """What the secretary should look at."""

    code: str
    message: str


MODELS: Mapping[FindingKind, type[Content]] = {
    FindingKind.HEADER: HeaderContent,
    FindingKind.ATTENDEE: AttendeeContent,
    FindingKind.ITEM: ItemContent,
    FindingKind.DECISION: DecisionContent,
    FindingKind.ACTION: ActionContent,
    FindingKind.ANNOUNCED_MEETING: AnnouncedContent,
    FindingKind.ATTACHMENT: AttachmentContent,
    FindingKind.WATCH_ITEM: WatchContent,
    FindingKind.REFUSAL: RefusalContent,
    FindingKind.RUNNING_TEXT: RunningTextContent,
    FindingKind.REMARK: RemarkContent,
}


# What each kind is called by in a sentence about it.
_CALLED_BY = ("text", "name", "title", "date", "label", "quote", "message")


def called(kind: FindingKind, content: Mapping[str, Any]) -> str:
    """A few words that tell which finding it is."""
    if kind is FindingKind.HEADER:
        return "uppgifterna om mötet"
    words = next((content[name] for name in _CALLED_BY if content.get(name)), "möte utan datum")
    one_line = " ".join(str(words).split())
    return one_line if len(one_line) <= 60 else one_line[:59].rstrip() + "…"


class Proposal(BaseModel):
    """A finding as the draft stores it, before it has a row; `refused` by the body's rule."""

    model_config = ConfigDict(frozen=True)

    kind: FindingKind
    content: dict[str, Any]
    lines: tuple[int, int] | None = None
    confidence: float = 1.0
    reason: str = ""
    refused: bool = False


def proposals(recognition: found.Recognition) -> tuple[Proposal, ...]:
    """Everything that was recognised, the header first and then in the order of the lines."""
    header, *rest = _each(recognition)
    return (header, *sorted(rest, key=lambda each: each.lines or (0, 0)))


def _each(recognition: found.Recognition) -> Iterator[Proposal]:
    yield _header(recognition.header)
    for person in recognition.attendance:
        yield _of(FindingKind.ATTENDEE, _with_group(person))
    for item in recognition.items:
        yield _item(item)
    for decision in recognition.decisions:
        yield _decision(decision)
    for action in recognition.actions:
        yield _of(FindingKind.ACTION, action)
    for meeting in recognition.meetings_ahead:
        yield _of(FindingKind.ANNOUNCED_MEETING, meeting)
    for attachment in recognition.attachments:
        yield _of(FindingKind.ATTACHMENT, attachment)
    for watch in recognition.watch_items:
        yield _of(FindingKind.WATCH_ITEM, watch)
    for refusal in recognition.refusals:
        yield _of(FindingKind.REFUSAL, refusal)
    for text in recognition.running_text:
        yield _of(FindingKind.RUNNING_TEXT, text)
    for remark in recognition.remarks:
        yield _remark(remark)


def _header(header: found.Header) -> Proposal:
    content = {name: getattr(header, name) for name in HeaderContent.model_fields}
    content["title"] = calm(header.title) if header.title else None
    content["sources"] = {name: _lines(source) for name, source in header.sources.items()}
    return Proposal(kind=FindingKind.HEADER, content=_checked(FindingKind.HEADER, content))


def _with_group(person: found.Attendee) -> found.Attendee:
    """The group under which somebody is listed is the role, or where that is another, noted."""
    group = person.group
    if group is None or group in f"{person.role} {person.note}".casefold():
        return person
    if person.role is None:
        return replace(person, role=group)
    note = ", ".join(filter(None, (person.note, group)))
    return replace(person, note=note)


def _item(item: found.Item) -> Proposal:
    content = {
        "key": item.id,
        "number": item.number,
        "title": item.title,
        "parent": item.parent,
    }
    checked = _checked(FindingKind.ITEM, content)
    return Proposal(kind=FindingKind.ITEM, content=checked, lines=_lines(item.source))


def _decision(decision: found.Decision) -> Proposal:
    means = decision.refers_to
    return _of(FindingKind.DECISION, decision, refers_to=_lines(means) if means else None)


def _remark(remark: Remark) -> Proposal:
    content = {"code": remark.code, "message": remark.message}
    lines = _lines(remark.source) if remark.source else None
    return Proposal(kind=FindingKind.REMARK, content=content, lines=lines)


def _of(kind: FindingKind, finding: Any, **instead: Any) -> Proposal:
    content = {name: getattr(finding, name) for name in MODELS[kind].model_fields} | instead
    return Proposal(
        kind=kind,
        content=_checked(kind, content),
        lines=_lines(finding.source),
        confidence=getattr(finding, "confidence", 1.0),
        reason=getattr(finding, "reason", "")[:300],
    )


def _lines(source: Source) -> tuple[int, int]:
    return source.first_line, source.last_line


def _checked(kind: FindingKind, content: Mapping[str, Any]) -> dict[str, Any]:
    return MODELS[kind].model_validate(content).model_dump(mode="json")
