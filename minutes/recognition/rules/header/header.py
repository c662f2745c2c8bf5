"""Of which meeting the minutes are: put together from its fields, its dates and its title."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, ReadDocument, Remark
from minutes.recognition.findings import Attendee, Header
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import FIELD_LABELS
from minutes.recognition.layout.labels import is_labelled_cell, label_of
from minutes.recognition.layout.outline import Outline, Zone
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.header.dates import meeting_date, meeting_times
from minutes.recognition.rules.header.english_body import english_body
from minutes.recognition.rules.header.fields import fields_of
from minutes.recognition.rules.header.mail_head import without_mail_head
from minutes.recognition.rules.header.place import meeting_place
from minutes.recognition.rules.header.post_stamp import without_post_stamps
from minutes.recognition.rules.header.title import body_and_organisation, calmed, kind_of
from minutes.recognition.rules.header.values import Fields

# Where other text stands before the minutes, their own first line still says what they are.
_MINUTES_OF = regex(
    r"(?:\d{1,2}\s+)?(?:\w*protokoll|minnesanteckningar|anteckningar)\s+(?:från|fört|förda|vid|för)\b",
    re.IGNORECASE,
)


def header(
    document: ReadDocument,
    outline: Outline,
    people: Sequence[Attendee],
    roster: Roster,
    filename: str,
) -> tuple[Header, list[Remark]]:
    """The head of the minutes, and remarks where its statements do not agree."""
    outline = without_post_stamps(without_mail_head(outline))
    fields = fields_of(document, outline, people)
    title = title_blocks(document, outline)
    date, date_source, remarks = meeting_date(document, outline, title, fields, filename)
    start, end = meeting_times(outline, title, fields)
    body, organisation = body_and_organisation(title, outline, fields.values.get("body"), people)
    sources = {**fields.sources, **({"date": date_source} if date_source else {})}
    if body is None and outline.in_english:
        body = english_body([*(block.text for block in title), document.title])
    chair = next(iter(_people(fields, "chair", roster)), None)
    adjusters = _people(fields, "adjusters", roster)
    found = Header(
        is_minutes=True,
        kind=kind_of(title, document, outline),
        title=calmed(title[0].text) if title and _may_be_title(title[0]) else None,
        organisation=organisation or fields.values.get("organisation"),
        body=body,
        date=date,
        start=start,
        end=end,
        place=meeting_place(fields, title, outline),
        chair=chair,
        secretary=next(iter(_people(fields, "secretary", roster)), None),
        adjusters=adjusters if _in_head(fields, outline) else _beside(chair, adjusters),
        sources=sources,
    )
    return found, remarks


def _in_head(fields: Fields, outline: Outline) -> bool:
    """Whether the head says who adjusts: then it means all whom it names."""
    source = fields.sources.get("adjusters")
    return any(passage.block.source == source for passage in outline.in_zone(Zone.HEAD))


def _beside(chair: str | None, adjusters: tuple[str, ...]) -> tuple[str, ...]:
    """Those who were chosen to adjust; the chair signs beside them."""
    return tuple(name for name in adjusters if name != chair) or adjusters


def _people(fields: Fields, name: str, roster: Roster) -> tuple[str, ...]:
    stated = fields.values.get(name, "")
    if beside := roster.side_by_side(stated):
        return beside
    handle = _HANDLE.fullmatch(stated) and stated not in _NOBODY and not tells(stated)
    if handle or roster.knows(stated):
        return (roster.resolve(stated),)  # "AB", by the letters of a name in the list
    return tuple(roster.resolve(person.name) for person in split_people(stated))


# What somebody calls himself on the net; "Ordförande: vakant" names nobody.
_HANDLE = regex(r"[a-z][a-z0-9_-]{2,15}")
_NOBODY = frozenset("vakant saknas ingen inga styrelsen ordinarie vice utses".split())


def _may_be_title(block: Block) -> bool:
    """Whether the line names the meeting: "Plats och tid Rådhuset, kl. 9" is a field of its head."""
    text = block.text.casefold()
    field = any(text.startswith(f"{label} ") for label in FIELD_LABELS if " " in label)
    return not field and not is_labelled_cell(block)


def title_blocks(document: ReadDocument, outline: Outline) -> list[Block]:
    """The lines of the head that may name the meeting, page headers after them."""
    head = [
        p.block
        for p in outline.in_zone(Zone.HEAD)
        if len(p.block.text) < 200
        and presence_of(label_of(p.block.text)) is None
        and not any(presence_of(label_of(cell)) for cell in p.block.cells)
        and (p.block.kind is BlockKind.HEADING or FIELD_LABELS.get(label_of(p.block.text)) is None)
    ]
    margins = [b for b in document.blocks if b.kind is BlockKind.PAGE_MARGIN]
    front = sorted(head, key=lambda block: (block.kind is not BlockKind.HEADING, block.source))
    said = [
        p.block for p in outline.in_zone(Zone.ITEM)[:40] if _MINUTES_OF.match(p.block.text[:100])
    ]
    late = [
        block
        for block in front[8:16]
        if re.match(r"\w*protokoll|\w*anteckningar", block.text, re.I)
    ]
    return [*front[:8], *late[:1], *said[:1], *margins[:6]]
