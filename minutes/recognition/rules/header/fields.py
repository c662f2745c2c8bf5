"""The labelled fields of the head and of the signature block, and who was elected to sign."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, ReadDocument
from minutes.recognition.findings import Attendee
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import FIELD_LABELS, SIGNERS
from minutes.recognition.language.words import any_of, holds_any
from minutes.recognition.layout.labels import label_of
from minutes.recognition.layout.outline import Outline, Zone
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.names import is_person_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.people.title_rows import with_titled_apart
from minutes.recognition.rules.header.elected import by_role, elected, held
from minutes.recognition.rules.header.opening import opened_by
from minutes.recognition.rules.header.own_lines import of_this_meeting, when_or_where
from minutes.recognition.rules.header.signed_names import signed
from minutes.recognition.rules.header.told import told
from minutes.recognition.rules.header.values import Fields

# These words begin no sentence of the text, so that they need no colon after them.
_PLAIN_LABELS = frozenset(
    {"sammanträdesplats", "sammanträdestid", "myndighet", "organ", "sammanträdesdatum"}
)
_BEGINS_WITH_LABEL = regex(rf"({any_of(FIELD_LABELS)})\s")
_WORD = regex(r"\w+")
_FIRST_OF_LABELS = frozenset(label for label in FIELD_LABELS for label in _WORD.findall(label)[:1])
# Several fields on one line, and "Plats, Klubbhuset".
_SEVERAL_LABELS = regex(
    r"(?<![\wåäö])(?P<label>Datum|Mötesdatum|Tid|Plats|Lokal|När|Var|Ordförande|Sekreterare|Antecknar|Antecknare|Justerare|Justeras|Justerat|Justeras av|Anteckningar|Mötesordförande|Mötessekreterare|Vid protokollet|Vid anteckningarna|Vid pennan|Protokollförare)\s*:\s*"
)
_COMMA_LABEL = regex(r"^(Plats|Tid|Datum|Tid och plats|Plats och tid),(?=\s)")
_NEXT_OFFICE = regex(
    r"(?<!\))[.,] (?P<label>[Oo]rdförande|[Ss]ekreterare|[Jj]usterare) (?P<name>[A-ZÅÄÖ][^,.]{4,40})"
)
_MOST_NAMED = 4  # under a title of an office
_SIGNED_LINES = 14
_LONGEST_NAME = 40  # characters
_LINE = " ._…-–—\t"  # on which somebody signs
_SIGNS = (":", "：", ";", ",")
_LONGEST_PLAIN = 120  # characters of a line with a label that has no such sign after it


def fields_of(document: ReadDocument, outline: Outline, people: Sequence[Attendee]) -> Fields:
    """What labels state, then elections in the text, listed roles, who opened, front matter."""
    fields = Fields()
    passages = outline.without_appendices
    blocks = [p.block for p in passages]
    _signature_columns(fields, [p.block for p in outline.passages if p.zone is not Zone.HEAD])
    for name, person, source in signed(blocks[-_SIGNED_LINES:]):
        fields.put(name, person, source)
    last = outline.items[-1].id if outline.items else None
    ahead = {item.id for item in outline.items if not of_this_meeting([item.title])}
    chosen = Fields()  # "Ordförande: Bo Ek" of a group that a point puts together
    for passage, following in zip(passages, _following(blocks), strict=True):
        if _may_label(passage.block) and not (
            passage.item in ahead and when_or_where(passage.block)
        ):
            inside = passage.zone is Zone.ITEM and passage.item != last
            signing = passage.zone is Zone.SIGNATURES  # where no label opens the text
            block = replace(passage.block, kind=BlockKind.PARAGRAPH) if signing else passage.block
            _labelled(chosen if inside else fields, block, following)
    for name in chosen.values:
        if name not in SIGNERS:
            fields.put(name, chosen.values[name], chosen.sources[name])
    _in_titles(fields, outline)
    elected(fields, outline)
    told(fields, outline, people)
    by_role(fields, people)
    for name in chosen.values:
        if name in SIGNERS:
            fields.put(name, chosen.values[name], chosen.sources[name])
    held(fields, outline)
    opened_by(fields, outline, people)
    for block in document.blocks:
        if block.kind is BlockKind.NOTE:
            _front_matter(fields, block)
    return fields


def _following(blocks: Sequence[Block]) -> list[Block | None]:
    """What comes after each block, not counting the lines on which somebody is to sign."""
    found: list[Block | None] = []
    after: Block | None = None
    for block in reversed(blocks):
        found.append(after)
        after = block if block.text.strip(_LINE) else after
    return found[::-1]


def _in_titles(fields: Fields, outline: Outline) -> None:
    """The point "2. Justerare: Bo Ek"."""
    for item in outline.items:
        label, _, value = item.title.replace(";", ":").partition(":")
        name = FIELD_LABELS.get(label_of(label))
        if name in SIGNERS and split_people(value):
            fields.put(name, value, item.source)
        elif name in SIGNERS and not value and (below := _names_below(outline, item.id)):
            fields.put(name, ", ".join(block.text for block in below), below[0].source)


def _names_below(outline: Outline, item: str) -> list[Block]:
    """The bullets under a title "Secretary", where each is one name."""
    blocks = [passage.block for passage in outline.in_zone(Zone.ITEM) if passage.item == item]
    named = all(b.kind is BlockKind.LIST_ITEM and len(split_people(b.text)) == 1 for b in blocks)
    return blocks if named and len(blocks) < _MOST_NAMED else []


def _front_matter(fields: Fields, block: Block) -> None:
    """A line "date: 2026-03-04 12:00"; its time is that of the page, not of the meeting."""
    label, _, value = block.text.partition(":")
    name = FIELD_LABELS.get(label_of(label))
    if name == "date":
        value = " ".join(value.split()[:1])
    slug = name in {"body", "organisation"} and value.strip().islower()  # "organ: val"
    if name in {"date", "body", "organisation"} and not slug:
        fields.put(name, value, block.source)


# --- labels -------------------------------------------------------------------------------------


def _may_label(block: Block) -> bool:
    """Whether it has a sign that stands after labels, or is short and begins with one."""
    text = block.text
    if block.cells or holds_any(text, _SIGNS):
        return True
    if len(text) >= _LONGEST_PLAIN:
        return False
    first = _WORD.search(text)
    return ". " in text or (first is not None and first.group().casefold() in _FIRST_OF_LABELS)


def _labelled(fields: Fields, block: Block, following: Block | None) -> None:
    if block.cells:
        _cells(fields, block)
        if len([cell for cell in block.cells if cell.strip()]) > 1:
            if presence_of(label_of(block.cells[0])):
                _offices_within(fields, block, list(_SEVERAL_LABELS.finditer(block.text)))
            return
    text = block.text.replace("：", ":")
    if ":" in text:
        several = list(_SEVERAL_LABELS.finditer(block.text))
        if len(several) > 1 and several[0].start() == 0:
            _on_one_line(fields, block, several)
            return
        _offices_within(fields, block, several)
    elif "," in text:
        text = _COMMA_LABEL.sub(r"\1:", text)
    label, colon, value = text.partition(":")
    name = _field_of(label_of(label), value)
    if name in SIGNERS and block.kind is BlockKind.HEADING:
        return
    if name is not None and colon and value.strip(_LINE) and len(value) < 200:
        fields.put(name, value, block.source)
    elif name is not None and following is not None and _may_be_value(block, following):
        other = name in SIGNERS and _BEGINS_WITH_LABEL.match(following.text.casefold())
        named = split_people(following.text) if name in SIGNERS else [following]
        if not other and FIELD_LABELS.get(label_of(following.text)) is None and named:
            value = ", ".join(following.cells) if name in SIGNERS else following.text
            fields.put(name, value or following.text, following.source)
    elif (not colon or label[-1:].isdigit()) and len(block.text) < _LONGEST_PLAIN:
        _prefixed(fields, block)


def _field_of(label: str, value: str) -> str | None:
    """The field of the label; "Protokoll: Bo Ek" and "Föredragande och sekreterare" say who writes."""
    if label.endswith((" och sekreterare", "/sekreterare")) and not label.startswith("ordf"):
        return "secretary"
    if label == "protokoll" and is_person_name(value.strip()):
        return "secretary"
    return FIELD_LABELS.get(label.replace(" & ", " och "))


def _on_one_line(fields: Fields, block: Block, labels: Sequence[re.Match[str]]) -> None:
    """As in "Datum: 12 november Tid: 18.00 Plats: Klubbhuset"."""
    ends = [*(match.start() for match in labels[1:]), len(block.text)]
    for match, end in zip(labels, ends, strict=True):
        label = match["label"].casefold()
        name = "date" if label == "när" else FIELD_LABELS[label]
        fields.put(name, block.text[match.end() : end], block.source)


def _offices_within(fields: Fields, block: Block, labels: Sequence[re.Match[str]]) -> None:
    """Who leads or writes, told behind those present: "Närvarande: Bo och Eva Vid pennan: Eva"."""
    for match in labels:
        name = FIELD_LABELS.get(match["label"].casefold())
        value = block.text[match.end() : match.end() + _LONGEST_NAME].partition(":")[0]
        people = split_people(value) if match.start() and name in SIGNERS else []
        if name and people and value.startswith(people[0].name):
            fields.put(name, people[0].name, block.source)


def _may_be_value(label: Block, following: Block) -> bool:
    """Whether a label alone on its line is followed by its value; a bullet is no label.

    "Bilagor till protokoll" and "Närvarande:" are no values, but the next label.
    """
    capitals = following.text.isupper() and FIELD_LABELS.get(label_of(label.text)) == "time"
    if following.text.startswith("Bilag") or capitals or presence_of(label_of(following.text)):
        return False
    return len(following.text) < 120 and label.kind is not BlockKind.LIST_ITEM


def _prefixed(fields: Fields, block: Block) -> None:
    """A label without a colon: "Sekreterare Anna Berg", "Plats och tid Rådhuset, kl. 9"."""
    match = _BEGINS_WITH_LABEL.match(block.text.casefold())
    # "… Granskolan, ordförande Bo Ek lektor": the office is that of the one before
    said = with_titled_apart(block.text) if ", " in block.text else block.text
    for other in _NEXT_OFFICE.finditer(said):
        people = split_people(other["name"])
        if people and is_person_name(people[0].name):
            fields.put(FIELD_LABELS[other["label"].casefold()], people[0].name, block.source)
    if match:
        label = match.group(1)
        name = FIELD_LABELS[label]
        rest = block.text[len(label) :].strip(" _.…-–/")
        if (name == "time" and " " in label) or label in _PLAIN_LABELS:
            fields.put(name, rest, block.source)
        elif name in SIGNERS:
            people = split_people(rest)
            by = label.endswith(" av") and len(rest.split()) < 3
            whole = people and (is_person_name(people[0].name) or by or name == "adjusters")
            if whole and rest.startswith(people[0].name):
                fields.put(name, rest, block.source)


def _cells(fields: Fields, block: Block) -> None:
    """Labels in cells, with their values in the next cell or on the next line of the same."""
    cells = [cell.strip() for cell in block.cells if cell.strip()]
    for cell in cells:
        lines = [re.sub(r"[_.…]{3,}", " ", line).strip() for line in cell.split("\n")]
        for label, value in pairwise(lines):
            name = FIELD_LABELS.get(label_of(label))
            if name in SIGNERS and split_people(value):
                fields.put(name, value, block.source)
    for cell, following in zip(cells, [*cells[1:], ""], strict=False):
        label, colon, value = cell.partition(":")
        name = FIELD_LABELS.get(label_of(label))
        if name is None or presence_of(label_of(label)):
            continue
        stated = value if colon and value.strip() else following.lstrip(" :")
        if not stated or (name in SIGNERS and _BEGINS_WITH_LABEL.match(stated.casefold())):
            continue
        if name in SIGNERS and tells(stated):
            continue  # a sentence of the text
        if FIELD_LABELS.get(label_of(stated).replace(" ", "")) is not None:
            continue
        lines = stated.strip(" _.…").split("\n")
        stated = ", ".join(lines) if name in SIGNERS else lines[0]
        if name not in SIGNERS or split_people(stated):
            fields.put(name, stated, block.source)


def _signature_columns(fields: Fields, blocks: Sequence[Block]) -> None:
    """A row of labels with the names in a row below or above: "Vid protokollet | Justeras"."""
    columns: list[str | None] = []
    above: list[str] = []  # the names of the row before, where they belong to no labels yet
    for block in blocks:
        if not block.text.strip(_LINE):
            continue
        if not block.cells:
            columns = []
            continue
        cells = [cell.strip() for cell in block.cells]
        named = [FIELD_LABELS.get(label_of(cell)) for cell in cells]
        if len(cells) > 1 and sum(name in SIGNERS for name in named) > 1:
            if len(above) == len(cells):
                _put_row(fields, named, above, block)
            columns = [] if above else named
            above = []
        elif columns and len(cells) == len(columns):
            _put_row(fields, columns, cells, block)
        else:
            above = cells if all(map(is_person_name, cells)) else []


def _put_row(
    fields: Fields, columns: Sequence[str | None], cells: Sequence[str], block: Block
) -> None:
    """The names of a row under the fields of their columns; who adjusts may stand in several."""
    adjusters: list[str] = [fields.values["adjusters"]] if "adjusters" in fields.values else []
    for name, cell in zip(columns, cells, strict=True):
        person = cell.split("\n")[-1].strip()
        if name == "adjusters" and is_person_name(person):
            adjusters.append(person)
        elif name in SIGNERS and is_person_name(person):
            fields.put(name, person, block.source)
    if adjusters:
        fields.values["adjusters"] = ", ".join(dict.fromkeys(adjusters))
        fields.sources.setdefault("adjusters", block.source)
