"""A listed person as a finding, with the lines of the name."""

from minutes.reading.blocks import Block
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.names import is_given_name, is_person_name
from minutes.recognition.people_lists import ListedPerson


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
