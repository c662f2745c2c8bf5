"""The document's outline: head, agenda items, signatures, appendices. Blocks in, passages out."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, Remark
from minutes.recognition.findings import Item
from minutes.recognition.language.english import written_in_english
from minutes.recognition.language.finite import tells
from minutes.recognition.language.somebody_does import somebody_does
from minutes.recognition.layout.headings import headings
from minutes.recognition.layout.labels import (
    SETTLES,
    begins_text,
    is_bare_presence_label,
    is_head_label,
    is_labelled_cell,
    is_section_label,
    may_list_people,
    starts_signatures,
)
from minutes.recognition.layout.lists_of_people import with_people_in_bullets
from minutes.recognition.layout.numbering import Heading
from minutes.recognition.layout.page_furniture import page_furniture
from minutes.recognition.layout.restored import restored
from minutes.recognition.people.names import is_given_name
from minutes.recognition.rules.actions.errands import errand_of


class Zone(StrEnum):
    """Where in the document a passage stands."""

    HEAD = "head"
    ITEM = "item"
    SIGNATURES = "signatures"
    APPENDIX = "appendix"


@dataclass(slots=True)
class Passage:
    """A block that is no item's heading, with the item under which it stands."""

    block: Block
    zone: Zone
    item: str | None = None
    _folded: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def folded(self) -> str:
        """Its text in lower case; it is folded once, whoever asks."""
        if self._folded is None:
            self._folded = self.block.text.casefold()
        return self._folded


@dataclass(frozen=True)
class Outline:
    """Every block of the document is the heading of an item or a passage."""

    items: tuple[Item, ...]
    passages: tuple[Passage, ...]
    remarks: tuple[Remark, ...] = ()

    def in_zone(self, *zones: Zone) -> list[Passage]:
        """The passages of these zones, which follow one another in the document."""
        return [passage for zone in zones for passage in self._zones[zone]]

    @cached_property
    def without_appendices(self) -> Sequence[Passage]:
        """The passages of the minutes themselves, from the head to the signatures."""
        return [passage for passage in self.passages if passage.zone is not Zone.APPENDIX]

    @cached_property
    def in_english(self) -> bool:
        """Whether they are written in English, for the most part."""
        return written_in_english(passage.block.text for passage in self.passages)

    @cached_property
    def _zones(self) -> Mapping[Zone, Sequence[Passage]]:
        found: dict[Zone, list[Passage]] = {zone: [] for zone in Zone}
        for passage in self.passages:
            found[passage.zone].append(passage)
        return found


APPENDIX_LABEL = regex(
    r"^bilag(?:a|or)\b[\s:.]*(?P<label>(?:nr\.?\s*)?[A-ZÅÄÖ]?\d{0,2}[A-ZÅÄÖ]?\b)?", re.IGNORECASE
)
_CASE_NUMBER = regex(r"\s+(?:Dnr:?\s*)?[A-ZÅÄÖ]{2,5}\s?-?\d{2,4}[-/]\d{1,6}\s*$|\s+Dnr:?\s.*$")
_SHORTENED = regex(r"(?:\b\w|\.\w+|\b(?:etc|mfl|osv|dyl|div|nr|bl))\.$")  # "Avgifter m.m."
_IS_SETTLED = regex(
    r"\b(?:fastställs|godkänns|antas|beviljas|bifalls|avslås|bordläggs|läggs\s+till\s+handlingarna)\b"
)
_NEXT_MEETING = regex(
    r"(?:Nästa\s+[\wåäö]*(?:möte|sammanträde|träff|gång)\w*|Next\s(?:\w+\s)?meeting)\b.*\d",
    re.IGNORECASE,
)
# "Fråga om mötet är behörigt utlyst": the clause is what the item asks.
_ASKS = regex(
    r"(?:Frågan? om (?:mötet|årsmötet|stämman|sammanträdet|kallelse)|Fråga om|Prövning (?:av )?om)\b(?!.*besvara)[^.]*[^.!?]$"
    r"|(?:Vad|Vem|Vilka|Vilken|Vilket|Hur|Varför)\s"  # "Vad ska vi göra i dag." tells nothing
)
# With one of these an agenda ends: what is told before it is no head.
_CLOSING = regex(
    r"(?:Nästa|Kommande|Tid för nästa)\s[\wåäö]*(?:möte|sammanträde|träff)|(?:Mötets\s)?[Aa]vslut|Övrig",
    re.IGNORECASE,
)
_FIRST_LINES = 4  # of the head, whatever they say
_FEWEST_NOTES = 3  # before another item; fewer may be what the head says of the meeting
_APPENDIX_GAP = 3  # blank lines between the minutes and the pages appended to them


def outline(blocks: Sequence[Block], items_before: int = 0) -> Outline:
    """Divide the blocks. Headings become items, in their order, with parents where nested.

    `items_before` are in the same file, of earlier meetings: no two items have one id.
    """
    text = restored(blocks)
    viewer, below = page_furniture(text)
    listed = with_people_in_bullets(text)
    found, remarks = headings(listed)
    end = min(_appendix_start(text, found), below)
    found = [each for each in found if each.index < end and each.index not in viewer]
    first = _head_end(text, found[0].index) if found else _head_length(listed, viewer)
    signatures = _signatures_start(text, found, end)
    by_index = {heading.index: heading for heading in found}
    items: list[Item] = []
    passages: list[Passage] = []
    parents: dict[int, str] = {}
    current: str | None = None
    for index, block in enumerate(text):
        heading = by_index.get(index)
        if heading is not None:
            item = _item(heading, block, items_before + len(items) + 1, parents)
            items.append(item)
            current = item.id
            passages += [Passage(rest, Zone.ITEM, current) for rest in _rest(heading, block)]
            continue
        zone = Zone.APPENDIX if index in viewer else _zone(index, first, signatures, end)
        passages.append(Passage(block, zone, current if zone is Zone.ITEM else None))
    return Outline(tuple(items), tuple(passages), tuple(remarks))


def _zone(index: int, first: int, signatures: int, end: int) -> Zone:
    if index >= end:
        return Zone.APPENDIX
    if index < first:
        return Zone.HEAD
    return Zone.SIGNATURES if index >= signatures else Zone.ITEM


def _item(heading: Heading, block: Block, number: int, parents: dict[int, str]) -> Item:
    identity = f"i{number}"
    parent = next((parents[d] for d in range(heading.depth - 1, -1, -1) if d in parents), None)
    parents[heading.depth] = identity
    for deeper in [depth for depth in parents if depth > heading.depth]:
        del parents[deeper]
    source = block.lines(0, heading.title_end)
    title = _CASE_NUMBER.sub("", block.text[: heading.title_end]).rstrip(" :;–-").lstrip(" ).:")
    if heading.title_end < len(block.text) and not _SHORTENED.search(title):
        title = title.removesuffix(".")  # "Hiss. Se ovan."
    return Item(identity, heading.number or None, title, source, parent)


def _rest(heading: Heading, block: Block) -> list[Block]:
    """What follows the title in the same block; the title itself, where it is a sentence."""
    if heading.title_end >= len(block.text):
        words = len(block.text.split())
        main = block.text.partition(" som ")[0]  # "Åtgärder som ska vara klara" is a title
        ends = block.text.rstrip().endswith((".", "!"))
        sentence = not _ASKS.match(block.text) and (
            (words > 2 and tells(main) and (ends or is_given_name(main.split()[0])))
            or (words > 3 and (ends or tells(main) or errand_of(block.text)))
            or (words > 1 and ends and _IS_SETTLED.search(block.text))
            or (words > 1 and (SETTLES.search(block.text) or _NEXT_MEETING.match(block.text)))
        )
        return [replace(block, kind=BlockKind.PARAGRAPH, marker="")] if sentence else []
    title = block.text[: heading.title_end]
    told = title.rstrip().endswith(".") and len(title.split()) > 2 and tells(title)
    if told or SETTLES.search(title) or _NEXT_MEETING.match(block.text):
        return [replace(block, kind=BlockKind.PARAGRAPH, marker="")]
    under = block.text[heading.title_end :].lstrip(" :–-")
    return [block.part(len(block.text) - len(under), len(block.text))] if under else []


def _head_length(blocks: Sequence[Block], viewer: Collection[int]) -> int:
    """How many blocks belong to the head of a document without any items; the viewer's are none."""
    last = 0
    listed = False  # the names stand below their label, one in each bullet
    notes = 0
    for index, block in enumerate(blocks[:40]):
        if index in viewer:
            continue
        if index and is_bare_presence_label(blocks[index - 1]):
            last = index + 1  # however long, it is the list
            listed = True
            continue
        listed = listed and may_list_people(block)
        if listed:
            last = index + 1
            continue
        told = block.kind is BlockKind.LIST_ITEM and not is_head_label(block) and tells(block.text)
        if told or begins_text(blocks, index):
            break
        notes += _is_note(block)
        if notes >= _FEWEST_NOTES or (notes and somebody_does(block.text)):
            break  # what is labelled below belongs to the end: "Vid pennan"
        first = not notes and index < _FIRST_LINES + len(viewer) and len(block.text) < 90
        if is_head_label(block) or is_labelled_cell(block) or (first and not _is_note(block)):
            last = index + 1
        elif len(block.text) > 200:
            break
    return last


def _head_end(blocks: Sequence[Block], first: int) -> int:
    """Where the head ends: at the first item, or earlier at a sentence that settles something."""
    last_label = max((i for i, b in enumerate(blocks[:first]) if is_head_label(b)), default=-1)
    notes = [i for i in range(last_label + 1, first) if _is_note(blocks[i])]
    if notes and (_CLOSING.match(blocks[first].text) or _is_text([blocks[i] for i in notes])):
        first = notes[0]
    for index in range(last_label + 1, first):
        if begins_text(blocks, index):
            return index
    return first


def _is_text(notes: Sequence[Block]) -> bool:
    """Whether the notes are text above the first heading: three, or one of what somebody does."""
    return len(notes) >= _FEWEST_NOTES or any(somebody_does(note.text) for note in notes)


def _is_note(block: Block) -> bool:
    """A sentence, in a bullet or of some length: the text has begun."""
    words = len(block.text.split())
    if not block.text.rstrip().endswith("."):
        return False
    return (block.kind is BlockKind.LIST_ITEM and words > 2) or (words > 5 and tells(block.text))


def _signatures_start(blocks: Sequence[Block], found: Sequence[Heading], end: int) -> int:
    last_heading = found[-1].index if found else 0
    for index in range(max(last_heading + 1, 1), min(end, len(blocks))):
        if starts_signatures(blocks[index]) and not any(
            len(block.text) > 250 for block in blocks[index + 1 : end]
        ):
            return index
    return len(blocks)


def _appendix_start(blocks: Sequence[Block], found: Sequence[Heading]) -> int:
    """Where the appended pages begin: at a label of theirs that is a heading or comes again."""
    labels = [
        (index, match.group("label") or "")
        for index, block in enumerate(blocks)
        if len(block.text) < 80
        and (match := APPENDIX_LABEL.match(block.text))
        and not is_section_label(block.text)
    ]
    counts = [label for _, label in labels]
    for index, label in labels:
        if any(heading.index > index and heading.number for heading in found):
            continue  # the minutes go on: this line only names the appendix
        if counts.count(label) > 1 or blocks[index].kind is BlockKind.HEADING:
            return _page_start(blocks, index, [h.index for h in found if h.index < index])
    return len(blocks)


def _page_start(blocks: Sequence[Block], index: int, before: Sequence[int]) -> int:
    """A label at the foot of a slide belongs to what stands above it, back to the last gap."""
    limit = before[-1] + 1 if before else 0
    for position in range(index, limit, -1):
        gap = blocks[position].source.first_line - blocks[position - 1].source.last_line - 1
        if gap >= _APPENDIX_GAP:
            return position
    return index
