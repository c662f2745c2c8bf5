"""From the findings of a draft to the rows of the register."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from minutes.errors import Refused
from minutes.people.tables import Body
from minutes.recognition.findings import LIKELY, ActionStatus, MinutesKind
from minutes.recognition.language.sentences import undivided
from minutes.register.tables import (
    ActionItem,
    ActionOwner,
    AnnouncedMeeting,
    Attachment,
    Attendance,
    Decision,
    Item,
    Meeting,
)
from minutes.review import known
from minutes.review.contents import (
    ActionContent,
    AnnouncedContent,
    AttachmentContent,
    AttendeeContent,
    DecisionContent,
    HeaderContent,
    ItemContent,
)
from minutes.review.matching import Members, folded, is_a_role
from minutes.review.tables import Draft, DraftFinding, FindingKind, FindingState

Findings = Sequence[DraftFinding]
AFTER = "efter"  # where an item's key could stand: the text that follows the last of them


@dataclass(frozen=True, slots=True)
class Recorded:
    """The meeting that was made, and how much it holds."""

    meeting_id: int
    decisions: int
    actions: int


def counts(finding: DraftFinding) -> bool:
    """Whether the finding is recorded: accepted, or not looked at and at least likely."""
    if finding.state is FindingState.PROPOSED:
        return finding.confidence >= LIKELY
    return finding.state is FindingState.ACCEPTED


def record(session: Session, draft: Draft, findings: Findings, *, at: datetime) -> Recorded:
    """Add the meeting and all that belongs to it; does not commit.

    Raises Refused where the body or the date of the meeting is not known.
    """
    header = _header(findings)
    if draft.body_id is None:
        raise Refused("Välj vilket organ protokollet gäller innan du registrerar.")
    if header.date is None:
        raise Refused("Fyll i mötets datum innan du registrerar.")
    members = known.members(session, draft.body_id, header.date)
    meeting = _meeting(session, draft, header, at=at)
    kept = [each for each in findings if counts(each)]
    _attendance(session, meeting, _of(kept, FindingKind.ATTENDEE), members)
    items = _items(session, meeting, _of(kept, FindingKind.ITEM), _texts(findings))
    decisions = _of(kept, FindingKind.DECISION)
    _decisions(session, meeting, decisions, items)
    actions = _of(kept, FindingKind.ACTION)
    _actions(session, meeting, actions, items, members)
    _ahead(session, meeting, _of(kept, FindingKind.ANNOUNCED_MEETING))
    _attachments(session, meeting, _of(kept, FindingKind.ATTACHMENT))
    session.flush()
    return Recorded(meeting, len(decisions), len(actions))


def _header(findings: Findings) -> HeaderContent:
    found = _of(findings, FindingKind.HEADER)
    return HeaderContent.model_validate(found[0].content if found else {})


def _of(findings: Iterable[DraftFinding], kind: FindingKind) -> list[DraftFinding]:
    return [each for each in findings if each.kind is kind]


def _meeting(session: Session, draft: Draft, header: HeaderContent, *, at: datetime) -> int:
    assert draft.body_id is not None
    assert header.date is not None
    body = session.get_one(Body, draft.body_id)
    meeting = Meeting(
        body_id=draft.body_id,
        document_id=draft.document_id,
        first_line=draft.first_line,
        last_line=draft.last_line,
        kind=header.kind or MinutesKind.MINNESANTECKNINGAR,
        title=header.title or f"{body.name} {header.date.isoformat()}",
        date=header.date,
        start=header.start,
        end=header.end,
        place=header.place,
        chair=header.chair,
        secretary=header.secretary,
        adjusters="\n".join(header.adjusters)[:500],
        recorded_at=at,
    )
    session.add(meeting)
    session.flush()
    assert meeting.id is not None
    return meeting.id


def _attendance(session: Session, meeting: int, found: Findings, members: Members) -> None:
    for position, each in enumerate(found):
        person = AttendeeContent.model_validate(each.content)
        session.add(
            Attendance(
                meeting_id=meeting,
                position=position,
                person_id=members.person(person.name),
                **person.model_dump(),
            )
        )


def _texts(findings: Findings) -> dict[str | None, list[str]]:
    """The running text of each item, in the order of the lines.

    What was not taken for a decision or an action is text as well, unless its words
    stand in the text already. Text under no item is None's before the first, AFTER's else.
    """
    texts: dict[str | None, list[str]] = {}
    first = min((each.first_line or 0 for each in _of(findings, FindingKind.ITEM)), default=None)

    def under(each: DraftFinding) -> str | None:
        item: str | None = each.content.get("item")
        is_after = item is None and first is not None and (each.first_line or 0) > first
        return AFTER if is_after else item

    for each in _of(findings, FindingKind.RUNNING_TEXT):
        texts.setdefault(under(each), []).append(each.content["text"])
    whole = {item: folded(" ".join(parts)) for item, parts in texts.items()}
    for each in findings:
        if each.state is FindingState.MERGED:
            continue  # its words are in another finding's
        left = each.kind is FindingKind.REFUSAL or (
            each.kind in (FindingKind.DECISION, FindingKind.ACTION) and not counts(each)
        )
        quote, item = each.content.get("quote", ""), under(each)
        if left and folded(quote) not in whole.get(item, ""):
            texts.setdefault(item, []).append(quote)
    return texts


def _items(
    session: Session, meeting: int, found: Findings, texts: dict[str | None, list[str]]
) -> dict[str, int]:
    """The row of each item by its key. Text before and after them gets one without a title."""
    rows: dict[str, int] = {}
    if texts.get(None):
        session.add(Item(meeting_id=meeting, position=0, title="", text=_paragraphs(texts[None])))
    for position, each in enumerate(found, start=1):
        content = ItemContent.model_validate(each.content)
        item = Item(
            meeting_id=meeting,
            parent_id=rows.get(content.parent or ""),
            position=position,
            number=content.number,
            title=content.title,
            text=_paragraphs(texts.get(content.key, [])),
            first_line=each.first_line,
            last_line=each.last_line,
        )
        session.add(item)
        session.flush()
        assert item.id is not None
        rows[content.key] = item.id
    if texts.get(AFTER):
        last, text = len(found) + 1, _paragraphs(texts[AFTER])
        session.add(Item(meeting_id=meeting, position=last, title="", text=text))
    return rows


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(undivided(part.strip()) for part in parts if part.strip())


def _decisions(session: Session, meeting: int, found: Findings, items: dict[str, int]) -> None:
    for position, each in enumerate(found):
        content = DecisionContent.model_validate(each.content)
        session.add(
            Decision(
                meeting_id=meeting,
                item_id=items.get(content.item or ""),
                position=position,
                quote=content.quote,
                text=content.text,
                **_lines(each),
            )
        )


def _actions(
    session: Session, meeting: int, found: Findings, items: dict[str, int], members: Members
) -> None:
    for position, each in enumerate(found):
        content = ActionContent.model_validate(each.content)
        action = ActionItem(
            meeting_id=meeting,
            item_id=items.get(content.item or ""),
            position=position,
            quote=content.quote,
            text=content.text,
            owner_text=content.owner_text,
            due=content.due,
            due_text=content.due_text,
            done_in_minutes=content.status is ActionStatus.DONE,
            **_lines(each),
        )
        session.add(action)
        session.flush()
        assert action.id is not None
        session.add_all(_owners(action.id, content.owners, members))


def _owners(action_id: int, names: Iterable[str], members: Members) -> list[ActionOwner]:
    """Each owner once: by full name where we know who it is, else as written.

    A role stays a role, so that what "Ordföranden" promised follows the mandate.
    """
    found: dict[str, int | None] = {}
    for written in names:
        person_id = None if is_a_role(written) else members.person(written)
        found[members.name(person_id) if person_id else written] = person_id
    return [
        ActionOwner(action_item_id=action_id, person_id=person_id, position=position, name=name)
        for position, (name, person_id) in enumerate(found.items())
    ]


def _ahead(session: Session, meeting: int, found: Findings) -> None:
    for each in found:
        content = AnnouncedContent.model_validate(each.content)
        session.add(AnnouncedMeeting(meeting_id=meeting, **content.model_dump()))


def _attachments(session: Session, meeting: int, found: Findings) -> None:
    for each in found:
        content = AttachmentContent.model_validate(each.content)
        session.add(Attachment(meeting_id=meeting, **content.model_dump(), **_lines(each)))


def _lines(finding: DraftFinding) -> dict[str, Any]:
    return {"first_line": finding.first_line, "last_line": finding.last_line}
