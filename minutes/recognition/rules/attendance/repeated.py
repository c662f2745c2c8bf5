"""Somebody of the list whom the next line calls by the first name: "Lena skriver protokoll"."""

from collections.abc import Iterable

from minutes.recognition.findings import Attendee


def without_repeated(people: Iterable[Attendee]) -> list[Attendee]:
    """The people, each once; a first name with something beside it may mean one of the others."""
    listed = list(people)
    first = [person.name.split()[0] for person in listed if " " in person.name]
    return [
        person
        for person in listed
        if " " in person.name
        or not (person.role or person.organisation or person.note)
        or first.count(person.name) != 1
    ]
