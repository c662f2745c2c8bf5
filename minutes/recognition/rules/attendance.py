"""Närvarande, förhinder, kopia: who is listed, wherever the list stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.labels import label_of, labelled
from minutes.recognition.names import is_given_name, is_person_name
from minutes.recognition.outline import Outline, Passage, Zone
from minutes.recognition.people_lists import ListedPerson, split_people
from minutes.recognition.vocabulary import (
    FIELD_LABELS,
    PRESENCE_LABELS,
    ROLE_WORDS,
    SUMMONED_LABELS,
)

_TICK = re.compile(r"^(?:x|✓|✔|√|☒|☑|ja|yes|p|närv(?:arande)?\.?|1)$", re.IGNORECASE)
_NO_TICK = re.compile(r"^(?:☐|□|nej|no|a|f|frånv(?:arande)?\.?|förhinder|-|–|0)?$", re.IGNORECASE)
_TICKED = re.compile(
    r"^(?P<name>[A-ZÅÄÖ][\w’'-]+(?: (?:von |af |de )?[A-ZÅÄÖ][\w’'-]+){1,3}?) (?P<mark>[Xx✓✔]|[Jj]a|[Nn]ej|[-–]|(?:[Aa]nmält |[Mm]eddelat )?[Ff]örhinder|[Ff]rånvarande|[Nn]ärvarande)(?P<note>,.*)?$"
)
# The same where the line ends are lost, with a party between: "Anna Berg S 1 Bo Ek M -".
_FLAT_TICKS = re.compile(
    r"(?P<name>(?!Ordförande|Ledamot|Ersättare)[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?(?: [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?){1,2}) (?P<party>[A-ZÅÄÖ]{1,3}|KD|SD|MP|Kd|Mp|Sd|Fp) (?P<mark>[1Xx]|[-–])(?= |$)"
)
_SHORT_HEADS = {"p": "närvarande", "n": "närvarande", "a": "frånvarande", "f": "frånvarande"}
_TICK_MARK = re.compile(r" [A-ZÅÄÖ]{1,3} [1Xx–-](?: |$)")
_ARE_PRESENT = re.compile(r"(?P<names>[^.:]{8,500}?) (?:är|var) närvarande\b")
_OTHERS = re.compile(
    r"Övriga (?:närvarande|deltagande|deltagare) (?P<names>.+?)(?= \d+ [A-ZÅÄÖ]{4,}|$)"
)
_IN_TEXT = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=\s))(?P<label>" + "|".join(
        sorted((re.escape(label) for label in PRESENCE_LABELS if len(label) > 6), key=len, reverse=True)
    ) + r")\s*:\s*(?P<names>[^:]*?)(?=\.\s|\.$|$|\s[\wåäöÅÄÖ ]{3,30}:)",
    re.IGNORECASE,
)  # fmt: skip


def attendance(outline: Outline) -> tuple[Attendee, ...]:
    """Everybody listed, each once: who is both present and copied in counts as present."""
    found: dict[str, Attendee] = {}
    passages = [p for p in outline.passages if p.zone is not Zone.APPENDIX]
    every = [*_flat_ticks(passages), *_from_lists(passages), *_from_tables(passages)]
    for attendee in every:
        key = " ".join(re.sub(r"[-.]", " ", attendee.name).casefold().split())
        if key not in found or found[key].presence is Presence.COPY:
            found[key] = attendee
    return tuple(_without_places(list(found.values()), outline))


def _without_places(people: Sequence[Attendee], outline: Outline) -> list[Attendee]:
    """The people of a list "Anna Berg Norrby", without the place that stands for a comma.

    Where the text calls one of them "Anna Berg", the third word is a place with all of them.
    """
    text = " ".join(p.block.text for p in outline.in_zone(Zone.ITEM))
    long = [person for person in people if len(person.name.split()) == 3]
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
    return bool(
        re.search(rf"\b{re.escape(first)} {re.escape(second)}\b(?! {re.escape(third)})", text)
    )


def _from_lists(passages: Sequence[Passage]) -> Iterator[Attendee]:
    presence: Presence | None = None
    under: tuple[Zone, str | None] | None = None
    for position, passage in enumerate(passages):
        block = passage.block
        label, value = labelled(block)
        if under != (passage.zone, passage.item):
            presence, under = None, (passage.zone, passage.item)
        if label in PRESENCE_LABELS and block.kind is not BlockKind.TABLE_ROW:
            presence = PRESENCE_LABELS[label]
            yield from _people(block, value, presence)
            continue
        if block.kind is BlockKind.TABLE_ROW:
            yield from _labelled_row(block)
            presence = None
            continue
        if presence is not None and _ends_list(block, passage, label):
            presence = None
        elif presence is not None:
            yield from _people(block, 0, presence)
            continue
        if passage.zone is Zone.ITEM or len(block.text) > 300:
            yield from _in_running_text(block)
        elif passage.zone is Zone.HEAD and _names_before_absent(passages, position):
            yield from _people(block, 0, Presence.PRESENT)


def _ends_list(block: Block, passage: Passage, label: str) -> bool:
    office = block.kind is BlockKind.LIST_ITEM and ":" not in block.text
    if block.kind is BlockKind.HEADING or label in SUMMONED_LABELS:
        return True
    if label in FIELD_LABELS and not office:
        return True
    text = block.text
    if len(text) > 60 and text.endswith(".") and not split_people(text):
        return True
    return passage.zone is Zone.ITEM and not split_people(text)


def _people(block: Block, start: int, presence: Presence) -> Iterator[Attendee]:
    text = block.text[start:]
    cut = re.search(r"\b(?:§|dagordning\b|mötet\s+öppna)", text, re.IGNORECASE)
    text = text[: cut.start()] if cut and cut.start() > 40 else text
    ticked = _TICKED.match(text)
    if ticked and is_person_name(ticked["name"]):
        yield _ticked(block, ticked)
        return
    people = split_people(text)
    if block.kind is BlockKind.LIST_ITEM and _is_office(text):
        people = [ListedPerson(text.strip(), role=text.strip())]
    for person in people:
        yield _attendee(block, person, presence, start)


def _is_office(text: str) -> bool:
    """A line that names an office instead of a person: "Kassör", "Vice ordförande"."""
    words = text.split()
    if not words or len(words) > 3 or "," in text or any(is_given_name(word) for word in words):
        return False
    return bool(ROLE_WORDS.search(text)) or (len(words) == 1 and text.strip().isupper())


def _ticked(block: Block, match: re.Match[str]) -> Attendee:
    """A line "Anna Berg X, ej § 4" or "Bo Ek Anmält förhinder" of a list with marks."""
    mark = match["mark"]
    presence = PRESENCE_LABELS.get(mark.casefold(), Presence.PRESENT)
    if mark in {"-", "–"} or mark.casefold() == "nej":
        presence = Presence.ABSENT
    note = (match["note"] or "").strip(" ,") or None
    return _attendee(block, ListedPerson(match["name"], note=note), presence)


def _attendee(block: Block, person: ListedPerson, presence: Presence, start: int = 0) -> Attendee:
    place = max(block.text.find(person.name, start), 0)
    return Attendee(
        name=person.name,
        presence=presence,
        source=block.lines(place, place + len(person.name)),
        organisation=person.organisation,
        role=person.role,
        note=person.note,
    )


def _in_running_text(block: Block) -> Iterator[Attendee]:
    present = _ARE_PRESENT.match(block.text)
    if present and len(people := split_people(present["names"])) > 1:
        yield from (_attendee(block, person, Presence.PRESENT) for person in people)
    if ":" not in block.text:
        return
    for match in _IN_TEXT.finditer(block.text):
        presence = PRESENCE_LABELS[match["label"].casefold()]
        people = split_people(match["names"])
        if len(match["names"]) < 40 * max(len(people), 1):
            yield from (_attendee(block, person, presence, match.start()) for person in people)


def _names_before_absent(passages: Sequence[Passage], position: int) -> bool:
    """The end of a list whose beginning is lost: names, and then "Förhinder"."""
    text = passages[position].block.text
    following = passages[position + 1].block.text if position + 1 < len(passages) else ""
    absent = PRESENCE_LABELS.get(label_of(following)) is Presence.ABSENT
    return absent and "," in text and ":" not in text and len(split_people(text)) > 1


# --- tables -----------------------------------------------------------------------------------


def _flat_ticks(passages: Sequence[Passage]) -> Iterator[Attendee]:
    for passage in passages:
        block = passage.block
        if not _TICK_MARK.search(block.text):
            continue
        matches = [m for m in _FLAT_TICKS.finditer(block.text) if is_person_name(m["name"])]
        if len(matches) < 3:
            continue
        for match in matches:
            absent = match["mark"] in {"-", "–"}
            yield Attendee(
                match["name"],
                Presence.ABSENT if absent else Presence.PRESENT,
                block.lines(match.start(), match.end()),
                organisation=match["party"],
            )
        others = _OTHERS.search(block.text, matches[-1].end())
        if others:
            for person in split_people(others["names"]):
                yield _attendee(block, person, Presence.PRESENT, others.start())


def _labelled_row(block: Block) -> Iterator[Attendee]:
    """A row whose first cell is the label and whose second holds the names."""
    cells = [cell for cell in block.cells if cell.strip()]
    if len(cells) < 2:
        return
    presence = PRESENCE_LABELS.get(label_of(cells[0]))
    if presence is not None:
        for cell in cells[1:]:
            for person in split_people(cell.replace("\n", ", ")):
                if _is_sure_name(person):
                    yield _attendee(block, person, presence)


def _is_mark(text: str) -> bool:
    return bool(_TICK.match(text) or _NO_TICK.match(text))


def _is_sure_name(person: ListedPerson) -> bool:
    """In a table, where any word may stand, a single word must be a common given name."""
    return is_person_name(person.name) or is_given_name(person.name.split()[0])


def _from_tables(passages: Sequence[Passage]) -> Iterator[Attendee]:
    columns: list[str] = []
    for passage in passages:
        block = passage.block
        if block.kind is not BlockKind.TABLE_ROW:
            columns = []
            continue
        labels = [label_of(cell) for cell in block.cells]
        if not columns and _is_header(labels):
            columns = labels
        elif columns:
            yield from _row(block, columns)


def _is_header(labels: Sequence[str]) -> bool:
    named = {"namn", "name", "member", "ledamot", "ledamöter", "deltagare", "person"} & set(labels)
    marked = any(label in PRESENCE_LABELS for label in labels)
    votes = {"röst", "ja", "nej", "avstår", "ja-röst", "nej-röst"} & set(labels)
    if votes or any(re.search(r"\d", label) for label in labels):
        return False
    return len(labels) > 1 and bool(named or (marked and len(labels) > 2))


def _row(block: Block, columns: Sequence[str]) -> Iterator[Attendee]:
    cells = list(block.cells)
    people = next((found for cell in cells if (found := split_people(cell))), [])
    people = [person for person in people if _is_sure_name(person)]
    if not people:
        return
    presence = Presence.PRESENT
    role = None
    for column, cell in zip(columns, cells, strict=False):
        text = cell.strip()
        label = _SHORT_HEADS.get(column, column)
        if label_of(text) in PRESENCE_LABELS and label in PRESENCE_LABELS:
            presence = PRESENCE_LABELS[label_of(text)]
        elif label in PRESENCE_LABELS and (_is_mark(text) or not split_people(text)):
            if PRESENCE_LABELS[label] is Presence.PRESENT:
                presence = Presence.ABSENT if _NO_TICK.match(text) else presence
            elif _TICK.match(text):
                presence = PRESENCE_LABELS[label]
        elif label in {"roll", "funktion", "uppdrag", "role", "befattning"} and text:
            role = text
    for person in people:
        yield _attendee(
            block,
            ListedPerson(person.name, role or person.role, person.organisation, person.note),
            presence,
        )
