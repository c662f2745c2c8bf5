"""Närvarande, förhinder, kopia: who is listed, wherever the list stands."""

import re
from collections.abc import Iterator, Mapping, Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.finite import tells
from minutes.recognition.language.houses import is_house
from minutes.recognition.language.vocabulary import (
    ELECTS,
    FIELD_LABELS,
    ROLE_WORDS,
    SIGNERS,
    SUMMONED_LABELS,
)
from minutes.recognition.layout.labels import is_bare_presence_label, label_of, labelled
from minutes.recognition.layout.outline import Outline, Passage, Zone
from minutes.recognition.people.columns import side_by_side
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.people.presence_labels import presence_of, presence_of_item
from minutes.recognition.rules.attendance.attendees import without_places
from minutes.recognition.rules.attendance.bodies_on_lines import with_people_apart
from minutes.recognition.rules.attendance.groups import with_groups
from minutes.recognition.rules.attendance.handles import from_handles
from minutes.recognition.rules.attendance.parts_by_label import begins_with_people, parts_by_label
from minutes.recognition.rules.attendance.people import by_boxes, names_only, people_on
from minutes.recognition.rules.attendance.prose import from_running_text, told_absent
from minutes.recognition.rules.attendance.repeated import without_repeated
from minutes.recognition.rules.attendance.surname_first import given_name_first
from minutes.recognition.rules.attendance.tables import (
    from_flat_ticks,
    from_labelled_row,
    from_marked_rows,
    from_tables,
    with_marks_beside,
)
from minutes.recognition.rules.attendance.titles_below import begins_low, names_nobody
from minutes.recognition.rules.attendance.unlabelled import unlabelled
from minutes.recognition.rules.decisions.elections import elects

_FROM = regex(r"Från [\wåäöÅÄÖ -]{3,40}:\s*(?P<names>[A-ZÅÄÖ].*)$")  # "Från Norrby kommun: Bo Ek"
_ENCLOSED = frozenset({"bilagor", "bilaga", "handlingar", "underlag", "kallelse"})
_AGENDA_LABELS = frozenset(
    "dagordning agenda mötespunkter punkter dagordningspunkter ärenden ärendelista föredragningslista innehåll innehållsförteckning frågor minnesanteckningar mötesanteckningar protokoll".split()
)
# On the front page of a municipal body these stand below those present.
_AFTER_PEOPLE = frozenset(
    {"paragrafer", "underskrifter", "underskrift", "utses att justera", "justerande"}
)
_MEMBERS = frozenset({"ledamöter", "ledamot", "övriga ledamöter", "suppleanter"})
_CLASS = regex(r"(?:åk|klass|årskurs|grupp)\.?\s?\d{1,2}\s?[a-zåäö]?|\d{1,2}[a-h]")  # of pupils
_AT_THE_HEAD = frozenset({"här", "vilka", "who"})  # further on they say who does something
_SEATS = frozenset({"ledamot", "ersättare", "suppleant"})
# Alone on a line of a list of people each of these heads the names below it.
_HEADS_IN_LIST = frozenset({"ordförande", "sekreterare", "justerare"})
_MOST_OFFICERS = 4  # lines
_MOST_OF_GROUP = 4  # words
_LONG = 200  # characters: with a verb it is text whose line ends are lost
# "d) Revisorer: Bo Ek" far down the agenda tells who was elected.
_ELECTED = regex(r"(?i:revisorer|ersättare|suppleanter|ledamöter|ledamot)(?: \([^()]+\))?\s*:")
_FIRST_ITEMS = 4  # of the agenda; a later one "Deltagare" is about another occasion
_TOLD_EARLY = 60  # who is there is told at the beginning, however the rest goes on


def attendance(outline: Outline) -> tuple[Attendee, ...]:
    """Everybody listed, each once: who is both present and copied in counts as present."""
    found: dict[str, Attendee] = {}
    passages = with_marks_beside(side_by_side(outline.without_appendices))
    later = {item.id for item in outline.items[_FIRST_ITEMS:]}
    later |= {item.id for item in outline.items if elects(item.title)}
    lists = [p for p in passages if p.item not in later or not _ELECTED.match(p.block.text)]
    every = [
        *from_flat_ticks(passages),
        *from_handles(lists),
        *from_marked_rows(passages),
        *_from_lists(with_people_apart(lists), _items_of_people(outline)),
    ]
    every += from_tables(passages, bare=not any(p.presence is Presence.PRESENT for p in every))
    for attendee in every:
        key = _key(attendee.name)
        if key not in found or found[key].presence is Presence.COPY:
            found[key] = attendee
    found = by_boxes(found, passages)
    for person in unlabelled(outline, passages, list(found.values())):
        found.setdefault(_key(person.name), person)
    people = without_places(given_name_first(without_repeated(found.values())), outline)
    return tuple(with_groups(people, passages))


def _key(name: str) -> str:
    return " ".join(re.sub(r"[-.]", " ", name).casefold().split())


def _items_of_people(outline: Outline) -> dict[str | None, Presence]:
    """The first items of the agenda that list who came or stayed away: "1. Närvarande"."""
    found = ((item, presence_of_item(item.title)) for item in outline.items)
    early = {item.id for item in outline.items[:_FIRST_ITEMS]}
    return {
        item.id: presence
        for item, presence in found
        if presence and (item.id in early or item.title.casefold().startswith("närvar"))
    }


def _from_lists(
    passages: Sequence[Passage], of_people: Mapping[str | None, Presence]
) -> Iterator[Attendee]:
    presence: Presence | None = None
    # The label stood alone, so that an office with a name is in its list, or had names beside it.
    alone = named = False
    by_line = False  # the list goes on below its label, a person on each line
    under: tuple[Zone, str | None] | None = None
    for position, passage in enumerate(passages):
        block = passage.block
        label, value = labelled(block)
        if under != (passage.zone, passage.item):
            goes_on = under is not None and passage.zone is Zone.ITEM and passage.item is None
            presence = presence if goes_on else of_people.get(passage.item)
            under, named = (passage.zone, passage.item), False
        listed = _listed(passages, position, label, presence)
        if listed and block.kind is not BlockKind.TABLE_ROW:
            presence, by_line = listed, False
            alone = not block.text[value:].strip(" .:*_")
            named = bool(split_people(block.text[value:]))
            if label in _MEMBERS or label.startswith("övriga"):
                yield from _officers_above(passages, position)
            yield from _in_parts(block, 0 if _CLASS.fullmatch(label) else value, presence)
            yield from told_absent(block)
            continue
        if block.kind is BlockKind.TABLE_ROW:
            yield from from_labelled_row(block)
            presence = None
            continue
        told = _told(passage) if position < _TOLD_EARLY or presence else []
        if told and not (presence and begins_with_people(block.text, presence)):
            yield from told
            continue
        leads = (by_line and passage.zone is Zone.HEAD) or (presence is not None and alone)
        if leads and _is_officer(block, label, value):  # who leads and writes is there
            how = presence if presence is not None and alone else Presence.PRESENT
            yield from people_on(block, value, how)
            continue
        if presence is not None and _heads_bullets(passages, position):
            continue
        if presence is not None:
            if not _stops(passage, label, alone=alone, named=named):
                by_line = presence is Presence.PRESENT
                yield from _in_parts(block, 0, presence)
                presence = parts_by_label(block.text, 0, presence)[-1][2]
                continue
            presence = None
        if passage.zone is Zone.HEAD and _names_before_absent(passages, position):
            yield from people_on(block, 0, Presence.PRESENT)


def _listed(
    passages: Sequence[Passage], position: int, label: str, above: Presence | None
) -> Presence | None:
    """How those stand whom the label of the line lists, if it is one."""
    block = passages[position].block
    listed = presence_of(label)
    if not listed and passages[position].zone is Zone.HEAD and _CLASS.fullmatch(label):
        return Presence.PRESENT
    if not listed or ELECTS.search(block.text):
        return None
    if label in _AT_THE_HEAD and passages[position].zone is Zone.ITEM:
        return None
    if above is Presence.ABSENT and label in _SEATS and position:
        before = passages[position - 1].block
        office = label_of(before.text) in _SEATS or ROLE_WORDS.match(before.text)
        if office or is_bare_presence_label(before):
            return above  # "Frånvarande:" and below it "Ledamot: Anna Berg"
    return listed


def _heads_bullets(passages: Sequence[Passage], position: int) -> bool:
    """Whether it is a bullet with others below it, "Skolan", and names nobody itself."""
    block = passages[position].block
    below = passages[position + 1].block if position + 1 < len(passages) else block
    deeper = below.kind is BlockKind.LIST_ITEM and below.level > block.level
    return block.kind is BlockKind.LIST_ITEM and deeper and not _has_name(block.text)


def _told(passage: Passage) -> list[Attendee]:
    """Those whom a sentence names, or a line of the head: "Från Norrby kommun: Bo Ek"."""
    sent = _FROM.match(passage.block.text) if passage.zone is Zone.HEAD else None
    if sent and all(is_person_name(person.name) for person in split_people(sent["names"])):
        return list(people_on(passage.block, 0, Presence.PRESENT))
    return list(from_running_text(passage.block, in_head=passage.zone is Zone.HEAD))


def _officers_above(passages: Sequence[Passage], position: int) -> Iterator[Attendee]:
    """Over the list "Ledamöter" the chair and the secretary of the body stand by themselves."""
    first = max(0, position - _MOST_OFFICERS)
    for place in range(position - 1, first - 1, -1):
        block = passages[place].block
        label, value = labelled(block)
        if _is_bare_office(block):
            continue
        if not _is_officer(block, label, value):
            office = ROLE_WORDS.match(block.text)
            if office and is_person_name(block.text[office.end() :].strip(" :")):
                value = office.end()
            elif place and _is_bare_office(passages[place - 1].block) and split_people(block.text):
                value = 0
            else:
                return
        yield from people_on(block, value, Presence.PRESENT)


def _is_bare_office(block: Block) -> bool:
    """A line "Ordförande:" of which the name stands on the next one."""
    return FIELD_LABELS.get(label_of(block.text)) in SIGNERS and not block.text.partition(":")[2]


def _in_parts(block: Block, start: int, presence: Presence) -> Iterator[Attendee]:
    """The people from `start` on, also after other labels on the line: "… Bo. Frånvarande: Eva"."""
    for begin, end, how in parts_by_label(block.text, start, presence):
        if how is not None:
            yield from people_on(block, begin, how, len(block.text[:end].rstrip(" (")))


def _has_name(text: str) -> bool:
    """Whether the line begins with a name: after the names of a label "1. Ekonomi" is a point."""
    first = text.split(",")[0].strip()
    return is_person_name(first) or is_given_name(first.split(" ")[0])


def _is_officer(block: Block, label: str, value: int) -> bool:
    """As in "Ordförande: Anna Berg" in a list of people."""
    names = block.text[value:].strip(" *_")
    return FIELD_LABELS.get(label) in SIGNERS and bool(names) and bool(split_people(names))


def _ends_list(block: Block, passage: Passage, label: str) -> bool:
    if "val" in block.text and ELECTS.search(block.text):
        return True
    office = block.kind is BlockKind.LIST_ITEM and ":" not in block.text
    if passage.zone is Zone.HEAD and block.text.strip().casefold() in _HEADS_IN_LIST:
        return False
    if block.kind is BlockKind.HEADING or label in SUMMONED_LABELS:
        return True
    if block.cells and label_of(block.cells[0]) in _AFTER_PEOPLE:
        return True
    if label in FIELD_LABELS and not office:
        return True
    if label in _ENCLOSED or (is_house(block.text) and not is_given_name(block.text.split()[0])):
        return True  # "Bilagor: Budget"
    if label in _AGENDA_LABELS and not block.text.partition(":")[2].strip():
        return True
    text = block.text
    if text.endswith(":") and len(text.split()) <= _MOST_OF_GROUP and not tells(text):
        return False  # "Från skolan:" heads some of them
    if len(text) > 60 and text.endswith(".") and not split_people(text):
        return True
    if text.endswith(".") and not _has_name(text) and tells(names_only(text)):
        return True  # "Inbjudan har gått till Bo Ek."
    told = (text.rstrip().endswith(".") or len(text) > _LONG) and tells(names_only(text))
    goes_on = len(text) > _LONG or begins_low(text)
    if passage.zone is Zone.HEAD and told and len(text) > 60 and goes_on:
        return True  # "Ritningarna finns på kommunens sida."
    return passage.zone is Zone.ITEM and (told or not split_people(text))


def _stops(passage: Passage, label: str, *, alone: bool, named: bool) -> bool:
    """Whether the list ends before the passage: a point, or a title of one word below the names."""
    block, word = passage.block, passage.block.text.strip()
    numbered = not alone and block.marker[:1].isdigit() and not _has_name(block.text)
    title = named and names_nobody(word)
    return numbered or title or block.marker[:1] == "§" or _ends_list(block, passage, label)


def _names_before_absent(passages: Sequence[Passage], position: int) -> bool:
    """The end of a list whose beginning is lost: names, and then "Förhinder"."""
    text = passages[position].block.text
    following = passages[position + 1].block.text if position + 1 < len(passages) else ""
    absent = presence_of(label_of(following)) is Presence.ABSENT
    return absent and "," in text and ":" not in text and len(split_people(text)) > 1
