"""Who was there by lists that no label of those present heads, where no other list tells it."""

from collections.abc import Iterator, Sequence

from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import FIELD_LABELS, SUMMONED_LABELS, is_group
from minutes.recognition.layout.labels import label_of, labelled
from minutes.recognition.layout.outline import Outline, Passage, Zone
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.rules.attendance.headed_lists import on_the_roll, under_heads
from minutes.recognition.rules.attendance.people import people_on

_FEWEST_IN_ROW = 3  # people
_FEWEST_BULLETS = 4
_FIRST_ITEMS = 3
_MEMBERS = frozenset({"members", "board members", "team members", "group members", "team", "board"})


def unlabelled(
    outline: Outline, passages: Sequence[Passage], listed: Sequence[Attendee]
) -> Iterator[Attendee]:
    """Those who were there by such lists; nobody where the labels have told it."""
    there = [person for person in listed if person.presence is Presence.PRESENT]
    if there:
        yield from under_heads(passages) if _are_the_others(passages, there) else ()
        return
    of_all = (*_first(summoned(passages), of_groups(passages), under_heads(passages)),)
    if of_all or listed:
        yield from of_all or on_the_roll(outline)
        return
    yield from _first(
        members(outline), on_the_roll(outline), in_a_row(passages), in_bullets(passages)
    )


def _first(*lists: Iterator[Attendee]) -> list[Attendee]:
    """The people of the first of the lists that has any."""
    return next(filter(None, map(list, lists)), [])


def _are_the_others(passages: Sequence[Passage], there: Sequence[Attendee]) -> bool:
    """Whether they stand below "Övriga deltagare" and nobody above it."""
    first = min(person.source.first_line for person in there)
    above = (
        label_of(passage.block.text)
        for passage in passages
        if passage.block.source.first_line <= first
    )
    labels = [label for label in above if presence_of(label)]
    return bool(labels) and labels[0].startswith(("övrig", "även", "också"))


def summoned(passages: Sequence[Passage]) -> Iterator[Attendee]:
    """Those who were called: where only who stayed away is told, the others came."""
    for passage in passages:
        label, value = labelled(passage.block)
        if label in SUMMONED_LABELS:
            yield from people_on(passage.block, value, Presence.PRESENT)


def of_groups(passages: Sequence[Passage]) -> Iterator[Attendee]:
    """The people of "Styrelsen: Bo Ek, Eva Gran" in the head, on the line or those below it."""
    listing = False
    for passage in passages:
        block = passage.block
        label, start = labelled(block)
        if passage.zone is not Zone.HEAD or presence_of(label) or label in FIELD_LABELS:
            listing = False
            continue
        if ":" in block.text and is_group(label):
            listing = True
            if not block.text[start:].strip():
                continue
        elif ":" in block.text:
            listing = False
        if listing and _names_people(block.text[start:] if is_group(label) else block.text):
            yield from people_on(block, start if is_group(label) else 0, Presence.PRESENT)
        else:
            listing = False


def members(outline: Outline) -> Iterator[Attendee]:
    """Those of an item "Members" at the head that is a list of names and nothing else."""
    for item in outline.items[:_FIRST_ITEMS]:
        if item.title.strip(" :").casefold() not in _MEMBERS:
            continue
        blocks = [passage.block for passage in outline.passages if passage.item == item.id]
        if blocks and all(_may_name(block.text) for block in blocks):
            for block in blocks:
                yield from people_on(block, 0, Presence.PRESENT)
            return


def _may_name(text: str) -> bool:
    people = split_people(text)
    return bool(people) and not tells(text) and people[0].name == text[: len(people[0].name)]


def in_a_row(passages: Sequence[Passage]) -> Iterator[Attendee]:
    """The names of the one line of the head that has nothing else, where no label says more."""
    head = [passage.block for passage in passages if passage.zone is Zone.HEAD]
    rows = [block for block in head if _is_row(block.text)]
    if len(rows) == 1:
        yield from people_on(rows[0], 0, Presence.PRESENT)


def in_bullets(passages: Sequence[Passage]) -> Iterator[Attendee]:
    """Those whom bullets of the head name, one in each, where no label says more."""
    rows: list[Block] = []
    others = 0  # bullets
    for passage in passages:
        block = passage.block
        if passage.zone is not Zone.HEAD:
            break
        people = split_people(block.text) if block.kind is BlockKind.LIST_ITEM else []
        if len(people) == 1 and is_given_name(people[0].name.split()[0]) and not tells(block.text):
            rows.append(block)
        elif block.kind is not BlockKind.LIST_ITEM and len(rows) < _FEWEST_BULLETS:
            rows = []
        others += block.kind is BlockKind.LIST_ITEM and block not in rows
    if len(rows) >= max(_FEWEST_BULLETS, others):
        for block in rows:
            yield from people_on(block, 0, Presence.PRESENT)


def _names_people(text: str) -> bool:
    people = split_people(text)
    for person in people:
        if not (is_person_name(person.name) or is_given_name(person.name.split()[0])):
            return False
        text = text.replace(person.name, "")
    return bool(people) and not tells(text)


def _is_row(text: str) -> bool:
    people = split_people(text) if text.count(",") >= _FEWEST_IN_ROW - 2 else []
    bare = sum(len(person.name.split()) for person in people) >= len(text.split()) - 2
    named = all(is_given_name(person.name.split()[0]) for person in people)
    return len(people) >= _FEWEST_IN_ROW and bare and named and not tells(text)
