"""A listed person as a finding, with the lines of the name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.vocabulary import GROUP_ENDINGS
from minutes.recognition.layout.outline import Outline, Passage, Zone
from minutes.recognition.people.listed import ListedPerson
from minutes.recognition.people.names import is_given_name, is_person_name

_FEW_WORDS = 2
# "Kultur och Fritidskontoret" below a name: what somebody represents.
_WORDS_OF_BODIES = regex(r"[A-ZÅÄÖ][\w, -]*")


def attendee_of(block: Block, person: ListedPerson, presence: Presence, start: int = 0) -> Attendee:
    """The finding; its lines are those where the name stands, from `start` of the text on."""
    place = max(block.text.find(person.name, start), 0)
    return Attendee(
        name=person.name,
        presence=presence,
        source=block.lines(place, place + len(person.name)),
        organisation=person.organisation,
        role=person.role,
        note=person.note,
    )


def is_sure_name(person: ListedPerson) -> bool:
    """In a table, where any word may stand, a single word must be a common given name."""
    return is_person_name(person.name) or is_given_name(person.name.split()[0])


def without_places(people: Sequence[Attendee], outline: Outline) -> list[Attendee]:
    """The people of a list "Anna Berg Norrby", without the place that stands for a comma.

    Where the text calls one of them "Anna Berg", the third word is a place with all of them.
    """
    long = [person for person in people if len(person.name.split()) == 3]
    if not long:
        return list(people)
    text = " ".join(p.block.text for p in outline.in_zone(Zone.ITEM))
    short = [person for person in long if _without_third(person.name, text)]
    if not short or len(short) < sum(person.name in text for person in long):
        return list(people)
    return [
        replace(
            person,
            name=" ".join(person.name.split()[:2]),
            organisation=person.organisation or person.name.split()[2],
        )
        if person in long
        else person
        for person in people
    ]


def _without_third(name: str, text: str) -> bool:
    first, second, third = name.split()
    if second[0].islower() or is_given_name(second):
        return False  # "Anna von Berg", "Anna Karin Ek": the second word is no surname
    return bool(
        re.search(rf"\b{re.escape(first)} {re.escape(second)}\b(?! {re.escape(third)})", text)
    )


def without_bodies(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages of a list without the lines that say what the person above them represents."""
    kept: list[Passage] = []
    for passage in passages:
        text = passage.block.text
        body = text.endswith(GROUP_ENDINGS) and _WORDS_OF_BODIES.fullmatch(text)
        if not body or _begins_with_name(text) or not (kept and _names_one(kept[-1].block.text)):
            kept.append(passage)
    return kept


def _begins_with_name(text: str) -> bool:
    """As "Anna Berg Skolnämnden", who stands on the line with what she represents."""
    first, second, *more = [*text.split(), "", ""]
    return any(more) and is_given_name(first) and second[:1].isupper()


def _names_one(text: str) -> bool:
    name = " ".join(text.split(",")[0].split()[:2])
    return is_person_name(name) and (is_given_name(name.split()[0]) or text.count(" ") < _FEW_WORDS)
