"""Lists of people below a head that is no label of those present: "Ungdomar", "Röstlängd"."""

import re
from collections.abc import Iterator, Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import FIELD_LABELS, SUMMONED_LABELS
from minutes.recognition.layout.labels import is_section_label, label_of
from minutes.recognition.layout.outline import Outline, Passage, Zone
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.rules.attendance.people import people_on

_FEWEST = 3  # people
_FEWEST_BELOW = 2  # rows below one head
_LONGEST = 120  # characters of a row
_HEAD = regex(r"[A-ZÅÄÖ][a-zåäö]{2,}(?: [\wåäöÅÄÖ-]+){0,3}:?")
# Whom these head was told, elected or written to; nothing says that they were there.
_OTHERS = regex(
    r"(?:utse|just|sänd|kopi|till|utdel|utskick|distrib|kall|under|sign|kontakt|val|vald|tack|grat|avgå|avtack|saknad)",
    re.IGNORECASE,
)
# "11 närvarande, varav alla har betalt: tuva7, …"
_LEADS_IN = regex(r"[^:]{0,120}\b(?:närvarande|röstberättigade|medlemmar|personer)\b[^:]{0,90}:\s*")


def on_the_roll(outline: Outline) -> Iterator[Attendee]:
    """Those of the item "Fastställande av röstlängd" that lists who may vote, and so who came."""
    roll = {item.id for item in outline.items if "röstlängd" in item.title.casefold()}
    found = [
        person
        for passage in (outline.in_zone(Zone.ITEM) if roll else ())
        if passage.item in roll
        for person in _on_roll(passage.block)
    ]
    yield from found if len(found) >= _FEWEST else ()


def _on_roll(block: Block) -> list[Attendee]:
    led_in = _LEADS_IN.match(block.text)
    start = led_in.end() if led_in else 0
    text = block.text[start:]
    people = list(people_on(block, start, Presence.PRESENT)) if text and not tells(text) else []
    words = sum(len(person.name.split()) for person in people)
    sure = all(person.name.islower() or _is_known(person.name) for person in people)
    return people if sure and 2 * words >= len(text.split()) else []


def under_heads(passages: Sequence[Passage]) -> Iterator[Attendee]:
    """The people of the head of the minutes below heads that say which of them they are."""
    found: list[Attendee] = []
    rows: list[Block] = []
    heads = False
    for passage in passages:
        if passage.zone is not Zone.HEAD or presence_of(label_of(passage.block.text)):
            break
        block = passage.block
        if heads and _is_row(block):
            rows.append(block)
            continue
        if len(rows) >= _FEWEST_BELOW:
            found += _people(rows)
        heads, rows = _is_head(block), []
    if len(rows) >= _FEWEST_BELOW:
        found += _people(rows)
    yield from found if len(found) >= _FEWEST else ()


def _people(rows: Sequence[Block]) -> list[Attendee]:
    return [person for row in rows for person in people_on(row, 0, Presence.PRESENT)]


def _is_head(block: Block) -> bool:
    text = block.text.strip()
    if block.kind is BlockKind.TABLE_ROW or block.cells or not _HEAD.fullmatch(text):
        return False
    label = label_of(text)
    other = label in FIELD_LABELS or label in SUMMONED_LABELS or is_section_label(text)
    return not (other or _OTHERS.match(text) or is_person_name(text) or tells(text))


def _is_row(block: Block) -> bool:
    text = block.text
    if block.cells or text[_LONGEST:] or tells(text):
        return False
    people = split_people(text)
    return len(people) == 1 and text.startswith(people[0].name) and _is_known(people[0].name)


def _is_known(name: str) -> bool:
    return is_person_name(name) and is_given_name(name.split()[0])
