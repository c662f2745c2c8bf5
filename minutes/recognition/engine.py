"""From a read document to its findings. Pure: the same document gives the same findings."""

from collections.abc import Sequence
from dataclasses import replace

from minutes.reading.blocks import Block, BlockKind, ReadDocument
from minutes.recognition.findings import (
    Attendee,
    Header,
    Presence,
    Recognition,
    RunningText,
)
from minutes.recognition.language.finite import tells
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.layout.outline import Outline, Passage, Zone, outline
from minutes.recognition.modes import BOXES
from minutes.recognition.people.called import handles, named_in_lists, nicknames
from minutes.recognition.people.names import full_names
from minutes.recognition.people.roster import KnownPeople, Roster
from minutes.recognition.remarks import called_off_remark, personal_numbers, remarks
from minutes.recognition.rules.actions.check_days import with_check_day, with_suggested_day
from minutes.recognition.rules.attachments import attachments
from minutes.recognition.rules.attendance.attendance import attendance
from minutes.recognition.rules.attendance.counted import counted
from minutes.recognition.rules.called_off import called_off
from minutes.recognition.rules.document_kind import Verdict, is_acted_on, is_minutes, weighed
from minutes.recognition.rules.header.header import header
from minutes.recognition.rules.marked import announced, is_marked, marked
from minutes.recognition.rules.meetings_ahead import meetings_ahead
from minutes.recognition.rules.paper_kind import paper_kind
from minutes.recognition.several import (
    each_chapter,
    each_meeting,
    joined,
    lines_of,
    together,
    without_recurring,
)
from minutes.recognition.statements import statements

_SEVERAL = 2  # names
_WORDS_OF_ONE = 3  # with what stands beside the name
NOBODY = KnownPeople()


def recognise(
    document: ReadDocument,
    *,
    filename: str = "",
    people: KnownPeople = NOBODY,
    are_minutes: bool = False,
) -> Recognition:
    """Everything that the document says of its meeting, or of each of them.

    `people` are the body's own. are_minutes: whoever wrote it says so; it is not weighed.
    """
    notes = each_chapter(document)
    parts = notes or _parts(document)
    if len(parts) == 1:
        return _meeting(document, filename, people, are_minutes=are_minutes)
    found: list[Recognition] = []
    for part in parts:
        items_before = sum(len(each.items) for each in found)
        meeting = _meeting(part, "", people, items_before, are_minutes=bool(notes))
        found.append(replace(meeting, lines=lines_of(part)))
    return together(without_recurring(_of_one_body(found) if notes else found))


def _of_one_body(chapters: Sequence[Recognition]) -> list[Recognition]:
    """The meetings of a notebook: its title says once whose they are."""
    book = chapters[0].header
    return [
        replace(
            each,
            header=replace(
                each.header,
                body=each.header.body or book.body,
                organisation=each.header.organisation or book.organisation,
            ),
        )
        for each in chapters
    ]


def _parts(document: ReadDocument) -> list[ReadDocument]:
    """The part of each meeting. A head without minutes below it begins no meeting."""
    parts: list[ReadDocument] = []
    for part in each_meeting(document):
        if parts and not (_is_minutes(parts[-1]) and _is_minutes(part)):
            parts[-1] = joined(document, parts[-1], part)
        else:
            parts.append(part)
    return parts


def _is_minutes(part: ReadDocument) -> bool:
    plan = outline(part.blocks)
    return is_minutes(part, plan, attendance(plan))


def _meeting(
    document: ReadDocument,
    filename: str,
    people: KnownPeople,
    items_before: int = 0,
    *,
    are_minutes: bool = False,
) -> Recognition:
    plan = outline(document.blocks, items_before)
    present = attendance(plan)
    off = called_off(plan, present)
    verdict = Verdict.MINUTES if are_minutes or off else weighed(document, plan, present)
    if verdict is not Verdict.OTHER:
        found = _found(document, filename, people, plan, present, off)
        if verdict is Verdict.MINUTES or is_acted_on(found):
            return found
    return _other_paper(document, plan)


def _found(
    document: ReadDocument,
    filename: str,
    people: KnownPeople,
    plan: Outline,
    present: tuple[Attendee, ...],
    off: Sentence | None,
) -> Recognition:
    """What minutes say of their meeting."""
    roster = _roster(plan, present, people)
    head, head_remarks = header(document, plan, present, roster, filename)
    text = _without_list(plan.in_zone(Zone.ITEM), present)
    above, last = plan.in_zone(Zone.HEAD), plan.in_zone(Zone.SIGNATURES)
    if is_marked(above):
        said = marked([*above, *text], roster, head.date)
        ahead = tuple(announced(above))
    else:
        said = statements(text, plan.items, roster, head, in_english=plan.in_english)
        ahead = meetings_ahead(
            above + text + last, plan.items, head.date, head.body, head.start, head.place
        )
    following = min((each.date for each in ahead if each.date), default=None)
    return Recognition(
        header=head,
        attendance=present,
        items=plan.items,
        decisions=tuple(said.decisions),
        actions=tuple(with_suggested_day(each, head.date, following) for each in said.actions),
        meetings_ahead=ahead,
        attachments=attachments(plan),
        watch_items=tuple(with_check_day(each, head.date, following) for each in said.watch_items),
        refusals=tuple(said.refusals),
        running_text=_running_text(plan),
        remarks=(
            *((called_off_remark(off),) if off else ()),
            *document.remarks,
            *head_remarks,
            *plan.remarks,
            *remarks(
                *(document.transcript, head, present, said.actions, ahead, roster, off),
                counted=None if present else counted(plan),
            ),
        ),
    )


def _other_paper(document: ReadDocument, plan: Outline) -> Recognition:
    """What is said of a document that is no minutes."""
    return Recognition(
        header=Header(is_minutes=False, paper=paper_kind(document), title=document.title or None),
        attachments=attachments(plan),
        remarks=(*document.remarks, *personal_numbers(document.transcript)),
    )


def _without_list(text: Sequence[Passage], present: Sequence[Attendee]) -> list[Passage]:
    """The text without the lines of a list of people in it: "Klass 6: Beata och Leo" settles nothing."""
    lines = {person.source for person in present}
    names = {person.name for person in present}  # "- [x] Anna Berg" was there
    return [
        p
        for p in text
        if p.block.source not in lines
        or not (
            _lists(p.block.text, present) or (p.block.marker in BOXES and p.block.text in names)
        )
    ]


def _lists(line: str, present: Sequence[Attendee]) -> bool:
    """Whether the line consists of some of their names; one may head what she is to do."""
    named = sum(person.name in line for person in present)
    return named >= _SEVERAL and len(line.split()) <= _WORDS_OF_ONE * named and not tells(line)


def _roster(plan: Outline, present: tuple[Attendee, ...], people: KnownPeople) -> Roster:
    listed = [person.name for person in present if person.presence is not Presence.COPY]
    listed += [person.name for person in present if person.presence is Presence.COPY]
    mentioned = [
        name
        for passage in plan.without_appendices
        for part in passage.block.cells or (passage.block.text,)
        for name in full_names(part)
    ]
    texts = [passage.block.text for passage in plan.without_appendices]
    represented = [
        said
        for person in present
        for said in (person.organisation, person.note, person.name)
        if said
    ]
    bullets = (p.block.text for p in plan.without_appendices if p.block.marker)
    called = [*nicknames(texts), *named_in_lists(bullets)]
    return Roster(listed, [*mentioned, *called], people, handles(texts), represented)


def _running_text(plan: Outline) -> tuple[RunningText, ...]:
    """The blocks of the text, whole, so that nothing of the document is lost."""
    blocks = [passage.block for passage in plan.passages]
    rows = (at for at, block in enumerate(blocks) if sum(map(bool, block.cells)) > 1)
    near = {place for at in rows for place in (at - 1, at, at + 1)}
    return tuple(
        RunningText(
            passage.item,
            _row(block) if at in near else _whole(block),
            block.source,
        )
        for at, (passage, block) in enumerate(zip(plan.passages, blocks, strict=True))
    )


def _whole(block: Block) -> str:
    return f"{block.marker} {block.text}".strip(" ") if block.marker else block.text.strip(" ")


def _row(block: Block) -> str:
    """A row with its empty cells, which say in which column the others stand."""
    if block.kind is not BlockKind.TABLE_ROW or all(block.cells):
        return _whole(block)
    return " ".join([block.marker, *" | ".join(block.cells).split()]).strip()
