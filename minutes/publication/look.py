"""The look before publishing: what in the minutes may be somebody's own, where, and why. Pure.

Finds and proposes; a person decides. Each finding is some words, wherever they stand, so that
what is masked in one paragraph is not read in the next.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from minutes.justering.minutes_text import Minutes
from minutes.publication import masking, outside_names, personal_data, sensitive_words
from minutes.texts import N_


class Kind(StrEnum):
    """What kind of thing was found."""

    PERSONAL_NUMBER = "personal_number"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    HEALTH = "health"
    UNION = "union"
    NAME = "name"
    OWN = "own"  # words that the one who looked has added


class Choice(StrEnum):
    """What is done with what was found."""

    MASK = "mask"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand: what the passage is called, its line from 1, and the words around.

    paragraph: its place in the minutes, counted from 0; None outside of the paragraphs.
    """

    where: str
    line: int
    before: str
    words: str
    after: str
    paragraph: int | None = None


@dataclass(slots=True)
class Finding:
    """Some words. `proposal` is None where somebody has to think."""

    kind: Kind
    words: str
    reason: str
    proposal: Choice | None
    places: list[Place] = field(default_factory=list)
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the minutes, and what it is called. `is_venue`: says where one meets."""

    where: str
    text: str
    paragraph: int | None = None
    is_venue: bool = False
    is_attendance: bool = False


_Finder = Callable[[str], Iterator[tuple[str, str]]]
_FINDERS: tuple[tuple[Kind, _Finder, Choice | None], ...] = (
    (Kind.PERSONAL_NUMBER, personal_data.personal_numbers, Choice.MASK),
    (Kind.PHONE, personal_data.phone_numbers, Choice.MASK),
    (Kind.MAIL, personal_data.mail_addresses, Choice.MASK),
    (Kind.ADDRESS, personal_data.street_addresses, Choice.MASK),
    (Kind.HEALTH, sensitive_words.health_words, None),
    (Kind.UNION, sensitive_words.union_words, None),
)
_MOST_NAMED = 6
_AROUND = 70  # characters shown on each side


def look(minutes: Minutes, inside: Collection[str]) -> list[Finding]:
    """What was found, in the order of the kinds and then of the minutes.

    inside: names of those who hold mandates. Whoever the minutes name as chair, secretary or
    justerare is inside too.
    """
    inside = {*inside, minutes.chair, minutes.secretary, *minutes.adjusters} - {""}
    passages = list(_passages(minutes))
    found: dict[tuple[Kind, str], Finding] = {}
    for passage in passages:
        for kind, finder, proposal in _FINDERS:
            if kind is Kind.ADDRESS and passage.is_venue:
                continue  # where a body meets is for everybody to know
            for words, reason in finder(passage.text):
                _add(found, Finding(kind, words, reason, proposal), passage)
    for finding, passage in _names(passages, inside):
        _add(found, finding, passage)
    order = list(Kind)
    return sorted(found.values(), key=lambda each: order.index(each.kind))


def is_needed(finding: Finding) -> bool:
    """Whether somebody has to look at it: not at a guest whom the attendance list names."""
    return finding.proposal is not Choice.KEEP


def places_of(minutes: Minutes, words: str) -> list[Place]:
    """Where the words stand as they are masked, for those that somebody has typed."""
    return [
        _place(passage, words)
        for passage in _passages(minutes)
        if masking.standing(passage.text, words)[0]
    ]


def warning_of(minutes: Minutes, words: str) -> str:
    """What whoever typed the words has to know: that they stand nowhere, or inside longer words,
    which are not masked with them.
    """
    found = [masking.standing(passage.text, words) for passage in _passages(minutes)]
    longer: dict[str, str] = {}  # each once, however it is cased
    for word in (word for _, inside in found for word in inside):
        longer.setdefault(word.casefold(), word)
    if longer:
        named = ", ".join(f"”{each}”" for each in list(longer.values())[:_MOST_NAMED])
        return N_("Maskeras inte i längre ord: %(words)s. Skriv hela ordet.", words=named)
    return (
        "" if any(stands for stands, _ in found) else N_("Står inte i texten. Är det rättstavat?")
    )


def _names(passages: list[Passage], inside: Collection[str]) -> Iterator[tuple[Finding, Passage]]:
    outside: dict[str, Choice | None] = {}
    for passage in passages:
        for name in outside_names.outside_names(passage.text, inside):
            if passage.is_attendance:
                reason = "Står i närvarolistan men har inget uppdrag i organet"
                outside.setdefault(name, Choice.KEEP)
            else:
                reason = "Namn på någon som inte har något uppdrag i organet"
                outside.setdefault(name, None)
            yield Finding(Kind.NAME, name, reason, outside[name]), passage
    for passage in passages:
        forms = outside_names.short_forms(passage.text, outside, inside)
        for form, name in forms.items():
            yield Finding(Kind.NAME, form, f"Kan vara {name}", outside[name]), passage


def _add(found: dict[tuple[Kind, str], Finding], new: Finding, passage: Passage) -> None:
    new.words = " ".join(new.words.split())
    known = found.setdefault((new.kind, new.words.casefold()), new)
    place = _place(passage, new.words)
    if place not in known.places:
        known.places.append(place)


def _place(passage: Passage, words: str) -> Place:
    lines = passage.text.split("\n")
    wanted = words.casefold()
    for number, line in enumerate(lines, 1):
        at = line.casefold().find(wanted)
        if at >= 0:
            end = at + len(words)
            return Place(
                passage.where,
                number,
                _cut(line[:at], from_end=True),
                line[at:end],
                _cut(line[end:]),
                passage.paragraph,
            )
    # The words go on from one line to the next, or are written with other spaces.
    return Place(passage.where, 1, "", words, "", passage.paragraph)


def _cut(text: str, *, from_end: bool = False) -> str:
    if len(text) <= _AROUND:
        return text
    return "… " + text[-_AROUND:] if from_end else text[:_AROUND] + " …"


def _passages(minutes: Minutes) -> Iterator[Passage]:
    yield Passage("Rubriken", minutes.title)
    yield Passage("Platsen", minutes.place, is_venue=True)
    yield Passage("Ordförande, sekreterare och justerare", _officers(minutes))
    for each in minutes.attendees:
        yield Passage("Närvaron", each.name, is_attendance=True)
        yield Passage("Närvaron", ", ".join(filter(None, (each.role, each.organisation))))
        yield Passage("Närvaron", each.note)
    labels = minutes.labels
    for place, paragraph in enumerate(minutes.paragraphs):
        label = labels[place]
        yield Passage(f"{label}, rubriken", paragraph.title, place)
        yield Passage(label, paragraph.text, place)
        for clause in paragraph.clauses:
            for text in (clause.quote, clause.text, ", ".join(clause.owners), clause.due):
                if text not in paragraph.text:
                    yield Passage(f"{label}, {clause.kind.value}", text, place)
    for meeting in minutes.ahead:
        yield Passage("Kommande möten", meeting.place, is_venue=True)
        yield Passage("Kommande möten", meeting.note)
    for name in minutes.attachments:
        yield Passage("Bilagor", name)
    for correction in minutes.corrections:
        said = (correction.place, correction.before, correction.after, correction.reason)
        yield Passage("Rättelser", "\n".join(said))


def _officers(minutes: Minutes) -> str:
    return "\n".join((minutes.chair, minutes.secretary, *minutes.adjusters))
