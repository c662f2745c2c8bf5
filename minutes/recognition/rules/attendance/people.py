"""The people that one line of a list names, each with how he stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import PRESENCE_LABELS, ROLE_WORDS
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.authorities import authorities_of
from minutes.recognition.people.listed import ListedPerson
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.rules.actions.action_items import TICKED_BOXES
from minutes.recognition.rules.attendance.attendees import attendee_of
from minutes.recognition.rules.attendance.away import all_but, is_away
from minutes.recognition.rules.attendance.prose import without_brackets_of_others
from minutes.recognition.rules.attendance.statuses import with_status

_TICKED = regex(
    r"^(?P<name>[A-ZÅÄÖ][\w’'-]+(?: (?:von |af |de )?[A-ZÅÄÖ][\w’'-]+){1,3}?)(?: \(?(?:[A-ZÅÄÖ]{1,3}|[a-zåäö]{1,2}|Kd|Mp|Sd|Fp)\)?)? (?P<mark>[Xx✓✔]|[Jj]a|[Nn]ej|[-–]|(?:[Aa]nmält |[Mm]eddelat )?[Ff]örhinder|[Ff]rånvarande|[Nn]ärvarande)(?P<note>,.*| [Tt]jg?\b.*)?\s*$"
)


_THEN_TOLD = regex(
    r"\.\s+(?=[A-ZÅÄÖ][^.:;(]{1,90}? (?:kunde|hade|har|var|är|anmälde|meddelade|lämnade)\b)"
)
# "… Eva Gran (punkt 5) Anna Berg öppnade mötet": the text has begun.
_THEN_OPENED = regex(
    r"[.,;]?\s+(?=(?:[A-ZÅÄÖ][\w-]+ ){1,3}(?:öppnade|öppnar|hälsade|hälsar|förklarade|förklarar|inledde)\b)"
)
_STOP = regex(r"(?<=[a-zåäö)]{2})\.\s+(?=[A-ZÅÄÖ][a-zåäö]+\s)")
_LETTER = regex(r"[A-ZÅÄÖ]\.")
_SURNAME = regex(
    r"(?!(?:Ordf|Kass|Sekr|Ledam|Suppl|Revis))[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?(?=$|,|\sand\s|\soch\s)"
)
_FEWEST_CELLS = 2
_EMPTY_BOXES = frozenset("☐□")
_LONGEST_LETTERS = 5  # "VO", "ORDF"; a longer word in capitals is a title


def people_on(
    block: Block, start: int, presence: Presence, end: int | None = None
) -> Iterator[Attendee]:
    """Those whom the text of the block names from `start` to `end`, with the label's `presence`."""
    text = _text_of_cells(block, start) if end in {None, len(block.text)} else ""
    text = text or block.text[start:end]
    if not start and _LETTER.fullmatch(block.marker) and _SURNAME.match(text):
        text = f"{block.marker} {text}"  # "B. Ek" is no point B of a list
    text = without_brackets_of_others(text)
    cut = re.search(
        r"\b(?:§|dagordning\b|mötet\s+öppna|protokollet\s+(?:distribu|skick|delges|sänds))",
        text,
        re.IGNORECASE,
    )
    text = text[: cut.start()] if cut and cut.start() > 40 else text
    text = names_only(_THEN_OPENED.split(_THEN_TOLD.split(text, maxsplit=1)[0], maxsplit=1)[0])
    if presence is Presence.PRESENT and (but := all_but(text)):
        presence, start, text = Presence.ABSENT, start + but, text[but:]
    if stood := with_status(text):
        yield attendee_of(block, *stood, start)
        return
    ticked = _TICKED.match(text)
    if ticked and is_person_name(ticked["name"]):
        yield _ticked(block, ticked)
        return
    people = [ListedPerson(name) for name in authorities_of(text)] or split_people(text)
    if block.kind is BlockKind.LIST_ITEM and _is_office(text):
        people = [ListedPerson(text.strip(), role=text.strip())]
    for person in people:
        how = Presence.ABSENT if is_away(person) else presence
        yield attendee_of(block, person, how, start)


def _text_of_cells(block: Block, start: int) -> str:
    """The cells of a row of names, also behind a label, with commas between; else ""."""
    cells = [cell.strip() for cell in block.cells if cell.strip()]
    named = cells if not start else cells[1:] if cells and len(cells[0]) <= start else []
    if len(named) < _FEWEST_CELLS:
        return ""
    whole = all(map(is_person_name, named))
    several = whole or all(map(is_given_name, named)) or (not start and is_person_name(named[0]))
    return ", ".join(named) if several else ""


def names_only(text: str) -> str:
    """The names without what is told after them: "Anna, Bo och Eva. Mötet kunde besluta."."""
    for stop in _STOP.finditer(text):
        sentence = _STOP.split(text[stop.end() :], maxsplit=1)[0]
        if ":" not in sentence and tells(sentence) and not is_given_name(sentence.split(" ")[0]):
            return text[: stop.start()]
    return text


def _is_office(text: str) -> bool:
    """A line that names an office instead of a person: "Kassör", "Vice ordförande"."""
    words = text.split()
    if not words or len(words) > 3 or "," in text or any(is_given_name(word) for word in words):
        return False
    office = ROLE_WORDS.search(text)
    before = text[: office.start()] if office else ""
    if before.endswith((" ", "(")) and is_person_name(before.strip(" ,(–-")):
        return False  # of somebody whose given name nobody knows
    return bool(office) or (
        len(words) == 1 and text.isupper() and len(words[0]) <= _LONGEST_LETTERS
    )


def _ticked(block: Block, match: re.Match[str]) -> Attendee:
    """A line "Anna Berg X, ej § 4" or "Bo Ek Anmält förhinder" of a list with marks."""
    mark = match["mark"]
    presence = PRESENCE_LABELS.get(mark.casefold(), Presence.PRESENT)
    if mark in {"-", "–"} or mark.casefold() == "nej":
        presence = Presence.ABSENT
    note = (match["note"] or "").strip(" ,") or None
    return attendee_of(block, ListedPerson(match["name"], note=note), presence)


def by_boxes(found: Mapping[str, Attendee], passages: Sequence[Passage]) -> dict[str, Attendee]:
    """Those found; where the boxes before some names are ticked, the others stayed away."""
    if not any(passage.block.marker in TICKED_BOXES for passage in passages):
        return dict(found)
    markers = {passage.block.source: passage.block.marker for passage in passages}
    boxes = {key: markers.get(person.source, "") for key, person in found.items()}
    if TICKED_BOXES.isdisjoint(boxes.values()):
        return dict(found)
    return {
        key: replace(person, presence=Presence.ABSENT) if boxes[key] in _EMPTY_BOXES else person
        for key, person in found.items()
    }
