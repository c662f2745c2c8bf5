"""What a list of people says of all under its label: "Tjänstgörande ersättare: Bo Ek"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.vocabulary import FIELD_LABELS
from minutes.recognition.layout.labels import label_of, labelled
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.presence_labels import presence_of

_SUBSTITUTE = regex(r"\b(?P<word>ersättare|suppleant)(?:er|en|erna)?\b")
_SERVING = regex(r"\b(?:tjänstgörande|beslutande)\b")
_NOT = regex(r"\b(?:ej|inte|icke)\s+(?:tjänstgörande|beslutande)\b")


def group_of(label: str) -> str | None:
    """What those under the label are: served as substitutes, were substitutes, or served.

    None where it says only that they were there.
    """
    substitute = _SUBSTITUTE.search(label)
    if _NOT.search(label):
        return f"ej tjänstgörande {substitute['word']}" if substitute else None
    if substitute:
        serving = "tjänstgörande " if _SERVING.search(label) else ""
        return f"{serving}{substitute['word']}"
    return "tjänstgörande" if _SERVING.search(label) else None


def with_groups(people: Sequence[Attendee], passages: Sequence[Passage]) -> list[Attendee]:
    """The people with the group under whose label their line stands."""
    by_line: defaultdict[int, list[tuple[str, str | None]]] = defaultdict(list)
    last = max((person.source.first_line for person in people), default=0)
    above = [passage for passage in passages if passage.block.source.first_line <= last]
    for line, text, group in _grouped(above):
        by_line[line].append((text, group))
    return [
        replace(person, group=_of(person, by_line[person.source.first_line]))
        if person.presence is Presence.PRESENT
        else person
        for person in people
    ]


def _of(person: Attendee, there: Sequence[tuple[str, str | None]]) -> str | None:
    return next((group for text, group in there if person.name in text), None)


def _grouped(passages: Sequence[Passage]) -> Iterator[tuple[int, str, str | None]]:
    """(line, what stands on it, the group of those whom it names) of each line of the passages."""
    group: str | None = None
    under = None
    for passage in passages:
        block = passage.block
        here = (passage.zone, passage.item)
        label = label_of(block.cells[0]) if block.cells else labelled(block)[0]
        if presence_of(label):
            group = group_of(label)
        elif label in FIELD_LABELS or here != under:
            group = None
        under = here
        for line in range(block.source.first_line, block.source.last_line + 1):
            yield line, block.text, group
