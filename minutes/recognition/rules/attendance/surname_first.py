"""Lists with the surname first, "Ek Bo", read as the names are said."""

from collections.abc import Sequence
from dataclasses import replace

from minutes.recognition.findings import Attendee
from minutes.recognition.people.names import is_given_name

_FEWEST = 3  # people whose first word is no given name, and two thirds of all


def given_name_first(people: Sequence[Attendee]) -> list[Attendee]:
    """The people; turned where every name ends with a given name, and most begin with none."""
    words = [person.name.split() for person in people]
    if not all(len(each) > 1 and is_given_name(each[-1]) for each in words):
        return list(people)
    turned = sum(not is_given_name(each[0]) for each in words)
    if turned < _FEWEST or 3 * turned < 2 * len(words):
        return list(people)
    return [
        replace(person, name=" ".join([*each[1:], each[0]]))
        for person, each in zip(people, words, strict=True)
    ]
