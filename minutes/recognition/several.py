"""Where one file holds the minutes of several meetings, each with a head of its own. Blocks in.

A head is a title with a day and, below it, a list of who was there. The same title on
every page, the minutes of another meeting in an appendix and a line that only names a
meeting are no heads.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, ReadDocument, Source
from minutes.recognition.findings import Attendee, Presence, Recognition, Refusal, RefusedKind
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.vocabulary import A_MEETING, FIELD_LABELS
from minutes.recognition.language.words import phrase
from minutes.recognition.layout.day_lines import SOME_YEAR, days_in, is_day
from minutes.recognition.layout.labels import label_of, labelled
from minutes.recognition.layout.notebooks import chapters
from minutes.recognition.layout.outline import APPENDIX_LABEL
from minutes.recognition.people.presence_labels import presence_of
from minutes.records import record

_LONGEST_TITLE = 120
_RECURS = 3  # meetings
_HEAD = 16  # blocks between a title and the list of those present
_MINUTES = phrase(
    "protokoll anteckningar minutes",
    r"\b(?:\w*protokoll|\w*anteckningar|meeting minutes|minutes of)\b",
)
_MEETING = regex(rf"\b\w*(?:{A_MEETING}[tn]?|meeting)\b", re.IGNORECASE)
_OF_ANOTHER = regex(
    r"\b(?:föregående|förra|nästa|senaste|kommande|justera\w*|godkänn\w*|fastställ\w*|genomgång|val\s+av|previous|next|last)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = regex(r"(?<=[a-zåäö]{2})\.$")
_FIRST_NUMBER = regex(r"§?\s*0*1\b")


@record
class _Head:
    """Begins at block `start`; the list of those present is at `people`."""

    start: int
    people: int
    day: dt.date
    called: str  # the word for the meeting: årsmöte, styrelsemöte


def each_meeting(document: ReadDocument) -> list[ReadDocument]:
    """The document of each meeting, lines counted as in the file; one only, as a rule.

    A part has the blocks of its meeting, and no words in the lines of the others.
    """
    return _parts(document, _starts(document.blocks))


def each_chapter(document: ReadDocument) -> list[ReadDocument]:
    """The same of a notebook, where each chapter is a meeting; [] of other files."""
    starts = chapters(document.blocks)
    return _parts(document, starts) if starts else []


def _parts(document: ReadDocument, begins: Sequence[int]) -> list[ReadDocument]:
    starts = [document.blocks[i].source.first_line for i in begins]
    return [_part(document, first, last) for first, last in _spans(starts, document)]


def joined(document: ReadDocument, before: ReadDocument, after: ReadDocument) -> ReadDocument:
    """Two neighbouring parts of the document as one."""
    return _part(document, lines_of(before).first_line, lines_of(after).last_line)


def lines_of(part: ReadDocument) -> Source:
    """The lines of the file in which a part has words."""
    written = [number for number, line in enumerate(part.transcript, 1) if line]
    return Source(written[0], written[-1]) if written else Source(1, 1)


def together(meetings: Sequence[Recognition]) -> Recognition:
    """All that was found: the header of the first meeting, each person once."""
    people: dict[str, Attendee] = {}
    for found in meetings:
        for each in found.attendance:
            people.setdefault(each.name.casefold(), each)
    return Recognition(
        header=meetings[0].header,
        attendance=tuple(people.values()),
        items=tuple(each for found in meetings for each in found.items),
        decisions=tuple(each for found in meetings for each in found.decisions),
        actions=tuple(each for found in meetings for each in found.actions),
        meetings_ahead=tuple(each for found in meetings for each in found.meetings_ahead),
        attachments=tuple(each for found in meetings for each in found.attachments),
        watch_items=tuple(each for found in meetings for each in found.watch_items),
        refusals=tuple(each for found in meetings for each in found.refusals),
        running_text=tuple(each for found in meetings for each in found.running_text),
        remarks=tuple(dict.fromkeys(each for found in meetings for each in found.remarks)),
        meetings=tuple(meetings),
    )


def without_recurring(meetings: Sequence[Recognition]) -> list[Recognition]:
    """The meetings, without the tasks that stand word for word in most of them: points of an agenda."""
    each = [{a.text.casefold() for a in found.actions if not a.owners} for found in meetings]
    counts = Counter(text for texts in each for text in texts)
    recurring = {
        text for text, count in counts.items() if count >= _RECURS and 2 * count > len(meetings)
    }
    return [_without(found, recurring) for found in meetings] if recurring else list(meetings)


def _without(found: Recognition, recurring: Collection[str]) -> Recognition:
    again = [a for a in found.actions if not a.owners and a.text.casefold() in recurring]
    refused = (
        Refusal(RefusedKind.ACTION, a.item, a.quote, "återkommande punkt, ingen åtgärd", a.source)
        for a in again
    )
    kept = tuple(action for action in found.actions if action not in again)
    return replace(found, actions=kept, refusals=(*found.refusals, *refused))


def _part(document: ReadDocument, first: int, last: int) -> ReadDocument:
    if first == 1 and last >= len(document.transcript):
        return document
    lines = enumerate(document.transcript, 1)
    inside = [b for b in document.blocks if first <= b.source.first_line <= last]
    return replace(
        document,
        transcript=tuple(line if first <= number <= last else "" for number, line in lines),
        blocks=(*inside, *(b for b in _of_the_file(document) if b not in inside)),
        remarks=tuple(
            each
            for each in document.remarks
            if each.source is None or first <= each.source.first_line <= last
        ),
    )


def _of_the_file(document: ReadDocument) -> list[Block]:
    """Page headers and footers that stand on every page; a day there is of one meeting."""
    text = [b.source.first_line for b in document.blocks if b.kind is not BlockKind.PAGE_MARGIN]
    return [
        block
        for block in document.blocks
        if block.kind is BlockKind.PAGE_MARGIN
        and not (text and text[0] < block.source.first_line < text[-1])
        and not date_mentions(block.text, None)
    ]


def _spans(starts: Sequence[int], document: ReadDocument) -> Iterator[tuple[int, int]]:
    """The first and last line of each part; the first has what stands before its head too."""
    edges = [1, *starts[1:], len(document.transcript) + 1]
    return ((first, after - 1) for first, after in pairwise(edges))


def _starts(blocks: Sequence[Block]) -> list[int]:
    """The block with which each meeting begins; none or one where there is one meeting."""
    meetings: list[_Head] = []
    for head in _heads(blocks):
        if not meetings or _is_another(meetings[-1], head, blocks):
            meetings.append(head)
    if len(meetings) < 2:
        return []
    letterhead = {_said(block) for block in blocks[: meetings[0].start]}
    return [_with_letterhead(blocks, head.start, letterhead) for head in meetings]


def _heads(blocks: Sequence[Block]) -> Iterator[_Head]:
    """Each title with a day that has a list of those present of its own below it."""
    taken = -1
    titles = [_is_title(block) or _is_day_of(blocks, at) for at, block in enumerate(blocks)]
    for index, title in enumerate(titles):
        if index <= taken or not title or _in_appendix(blocks, index):
            continue
        head = _head(blocks, titles, index)
        if head is not None:
            taken = head.people
            yield head


def _head(blocks: Sequence[Block], titles: Sequence[bool], start: int) -> _Head | None:
    day: dt.date | None = None
    called = ""
    for index in range(start, min(start + _HEAD, len(blocks))):
        block = blocks[index]
        if index > start and _opens_text(block):
            return None
        if day is None and (titles[index] or _may_tell_day(block)):
            base = SOME_YEAR if titles[index] else None
            day = next((m.date for m in date_mentions(block.text, base)), None)
        named = _MEETING.search(block.text) if titles[index] else None
        called = called or (named.group().casefold() if named else "")
        if presence_of(labelled(block)[0]) is Presence.PRESENT:
            return _Head(start, index, day, called) if day else None
    return None


def _is_title(block: Block) -> bool:
    """A line by itself that names minutes, or a meeting with its day; a day as a heading."""
    text = block.text.strip()
    if len(text) > _LONGEST_TITLE or block.cells or _is_numbered(block):
        return False
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return False
    if text.endswith(".") and _SENTENCE_ENDS.match(text, len(text) - 1):
        return False
    if not _MINUTES.search(text, text.casefold()):
        headed = block.kind is BlockKind.HEADING and is_day(text)
        if not headed and not (_MEETING.search(text) and days_in(text)):
            return False
    return not _OF_ANOTHER.search(text)


def _is_day_of(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line is a day with the list of those present right below, or says "date: …" in front."""
    block = blocks[index]
    if block.kind is BlockKind.NOTE:
        return block.text.startswith("date:") and is_day(block.text)
    if block.kind is not BlockKind.PARAGRAPH or block.cells or not is_day(block.text):
        return False
    below = blocks[index + 1 : index + 3]
    return any(presence_of(labelled(each)[0]) is Presence.PRESENT for each in below)


def _may_tell_day(block: Block) -> bool:
    field = FIELD_LABELS.get(label_of(block.text)) or FIELD_LABELS.get(
        label_of(block.cells[0]) if block.cells else ""
    )
    return field in ("date", "time", "place") or len(block.text) < 40


def _opens_text(block: Block) -> bool:
    """Whether the head has ended: a numbered point, or a paragraph of running text."""
    if presence_of(labelled(block)[0]):
        return False
    return _is_numbered(block) or len(block.text) > 250


def _is_numbered(block: Block) -> bool:
    return bool(block.marker) and any(map(str.isdecimal, block.marker))


def _in_appendix(blocks: Sequence[Block], index: int) -> bool:
    return any(APPENDIX_LABEL.match(block.text) for block in blocks[max(0, index - 3) : index + 1])


def _is_another(before: _Head, head: _Head, blocks: Sequence[Block]) -> bool:
    """Another day; or the same day, called otherwise, with points that begin at 1 again."""
    if head.day != before.day:
        return True
    if head.called == before.called:
        return False
    between, after = blocks[before.people : head.start], blocks[head.people :]
    numbered = next((block.marker for block in after if re.search(r"\d", block.marker)), "")
    had = any(_FIRST_NUMBER.match(block.marker) for block in between)
    return had and bool(_FIRST_NUMBER.match(numbered))


def _with_letterhead(blocks: Sequence[Block], start: int, letterhead: set[str]) -> int:
    """Above the title may stand what stood above the first one, and headings without text."""
    while start > 0 and (
        _said(blocks[start - 1]) in letterhead
        or (blocks[start - 1].kind is BlockKind.HEADING and not blocks[start - 1].marker)
    ):
        start -= 1
    return start


def _said(block: Block) -> str:
    return " ".join(block.text.casefold().split())
