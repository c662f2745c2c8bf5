"""Those who go by the names they have on the net: "zasha", "e-rocken", one on each line of a list."""

from collections.abc import Iterator, Sequence

from minutes.expressions import regex
from minutes.recognition.findings import Attendee
from minutes.recognition.layout.labels import is_bare_presence_label, label_of
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.listed import ListedPerson
from minutes.recognition.people.names import is_person_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.rules.attendance.attendees import attendee_of

_FEWEST = 3
_HANDLE = regex(
    r"@?(?P<who>[a-z][\w.-]{1,15})(?:\s\((?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)+)\))?"
)
_NO_HANDLES = frozenset(
    "kassör ordförande sekreterare ledamot suppleant revisor ingen inga alla vakant övriga".split()
)


def from_handles(passages: Sequence[Passage]) -> Iterator[Attendee]:
    """The people of each list below a label that has handles and full names and nothing else."""
    for place, passage in enumerate(passages):
        if is_bare_presence_label(passage.block):
            yield from _below(passages, place)


def _below(passages: Sequence[Passage], label: int) -> list[Attendee]:
    presence = presence_of(label_of(passages[label].block.text))
    found: list[Attendee] = []
    handles = 0
    for passage in passages[label + 1 :]:
        text = passage.block.text.strip()
        match = _HANDLE.fullmatch(text)
        if presence is None or (match is None and not is_person_name(text)):
            break
        if match and match["who"] in _NO_HANDLES:
            return []
        handles += bool(match)
        name = (match["name"] or match["who"]) if match else text
        found.append(attendee_of(passage.block, ListedPerson(name), presence))
    return found if handles >= _FEWEST else []
