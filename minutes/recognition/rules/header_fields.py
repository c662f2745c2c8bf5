"""The labelled fields of the head and of the signature block, and who was elected to sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from minutes.reading.blocks import Block, BlockKind, ReadDocument, Source
from minutes.recognition.findings import Attendee
from minutes.recognition.labels import label_of
from minutes.recognition.names import is_given_name, is_person_name
from minutes.recognition.outline import Outline, Zone
from minutes.recognition.people_lists import split_people
from minutes.recognition.presence_labels import presence_of
from minutes.recognition.rules.signed_names import signed
from minutes.recognition.sentences import Sentence, sentences
from minutes.recognition.vocabulary import FIELD_LABELS, SIGNERS
from minutes.recognition.words import holds_any

# These words begin no sentence of the text, so that they need no colon after them.
_PLAIN_LABELS = frozenset({"sammanträdesplats", "sammanträdestid", "myndighet"})
_WRITES = re.compile(
    r"^(?:mötes|nämnd)?sekr|sekreterare\b|protokollförare|vid (?:protokollet|pennan|anteckningarna)"
)
_CHOOSING = ("vald", "väl", "Väl", "Val", "utse", "utså", "Utse", "Utså", "anmäl")
_SURNAME_CHOSEN = re.compile(
    r"(?P<name>[A-ZÅÄÖ][a-zåäöé-]+) (?:vald|valdes|väljs|blev vald|utsågs|utses) (?:enhälligt )?till "
)
_BEGINS_WITH_LABEL = re.compile(
    "(" + "|".join(sorted(map(re.escape, FIELD_LABELS), key=len, reverse=True)) + r")\s"
)
_FIRST_OF_LABELS = frozenset(label.split()[0] for label in FIELD_LABELS)
# Several fields on one line, and "Plats, Klubbhuset".
_SEVERAL_LABELS = re.compile(
    r"(?<![\wåäö])(?P<label>Datum|Mötesdatum|Tid|Plats|Lokal|När|Var|Ordförande|Sekreterare|Justerare)\s*:\s*"
)
_COMMA_LABEL = re.compile(r"^(Plats|Tid|Datum|Tid och plats|Plats och tid),(?=\s)")
_NEXT_OFFICE = re.compile(
    r"[.,] (?P<label>[Oo]rdförande|[Ss]ekreterare|[Jj]usterare) (?P<name>[A-ZÅÄÖ][^,.]{4,40})"
)
_SIGNED_LINES = 14
_NAME = r"[A-ZÅÄÖÉ][a-zåäöé]+(?:-[A-ZÅÄÖ]?[a-zåäöé]+)?"
_ANY_NAME = re.compile(rf"(?<![\wåäö-]){_NAME}(?: (?:(?:von|af|de|van) )?{_NAME}){{0,3}}")
# Words with a capital beside a name: "Valdes Anna Berg", "Bo Ek Till sekreterare".
_NO_NAME = re.compile(r"^(?:Vald|Valdes|Väljs|Utses|Utsågs|Omval|Nyval)\b ?| (?:Till|Som|Att)$")
_TO_CHAIR = re.compile(
    r"\btill\s+att\s+leda\b|\btill\s+(?:mötes)?ordförande\b(?!\s+(?:på|för\s+(?!mötet|dagens|årsmötet|stämman)))|\bsom\s+mötesordförande\b",
    re.IGNORECASE,
)
_TO_SECRETARY = re.compile(
    r"\b(?:till|som)\s+(?:mötes)?(?:sekreterare|protokollförare)\b(?!\s+på)|\bföra\s+(?:dagens\s+)?protokoll",
    re.IGNORECASE,
)
_TO_ADJUST = re.compile(
    r"\b(?:(?:till|som)\s+(?:protokolls?)?(?:justerare|juster\w+)|att\b[^.]{0,80}\bjustera\b)",
    re.IGNORECASE,
)
_ELECTED = {"chair": _TO_CHAIR, "secretary": _TO_SECRETARY, "adjusters": _TO_ADJUST}
_ELECTION_ITEM = {
    "chair": re.compile(r"val av (?:mötes)?ordförande(?!\s+(?:på|för\s+(?!mötet|dagens|årsmötet|stämman)))", re.IGNORECASE),
    "secretary": re.compile(r"val av (?:mötes)?(?:sekreterare|protokollförare)", re.IGNORECASE),
    "adjusters": re.compile(r"(?:val av|utseende av)\b.*juster|^justering|^justerare", re.IGNORECASE),
}  # fmt: skip
_CHOSEN = re.compile(
    r"\b(?:väljs|valdes|valde|vald|valda|utses|utsågs|utsåg|utsedd|välja|utse|väljer|utser|omvaldes|anmäler|anmälde)\b",
    re.IGNORECASE,
)
_OPENED_BY = re.compile(
    rf"(?P<name>{_NAME}(?: (?:(?:von|af|de) )?{_NAME}){{0,3}})\s+(?:hälsar|hälsade|förklarar|förklarade|öppnar|öppnade|inleder|inledde)\b[^.]{{0,60}}(?:välkom|öppnat|mötet|sammanträdet|stämman)"
)


@dataclass
class Fields:
    """What the document states, by field; the first statement of a field stands."""

    values: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)

    def put(self, name: str, value: str, source: Source) -> None:
        """Keep the value, unless it is empty or the field is stated already."""
        value = value.strip(" .:;,\t-–_…")
        if value and name not in self.values:
            self.values[name] = value
            self.sources[name] = source


def fields_of(document: ReadDocument, outline: Outline, people: Sequence[Attendee]) -> Fields:
    """What labels state, then elections in the text, listed roles, who opened, front matter."""
    fields = Fields()
    blocks = [p.block for p in outline.passages if p.zone is not Zone.APPENDIX]
    _signature_columns(fields, [p.block for p in outline.passages if p.zone is not Zone.HEAD])
    for name, person, source in signed(blocks[-_SIGNED_LINES:]):
        fields.put(name, person, source)
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        _labelled(fields, block, following)
    _elected(fields, outline)
    _by_role(fields, people)
    _opening(fields, outline)
    for block in document.blocks:
        if block.kind is BlockKind.NOTE:
            _front_matter(fields, block)
    return fields


def _front_matter(fields: Fields, block: Block) -> None:
    """A line "date: 2026-03-04 12:00"; its time is that of the page, not of the meeting."""
    label, _, value = block.text.partition(":")
    name = FIELD_LABELS.get(label_of(label))
    if name == "date":
        value = " ".join(value.split()[:1])
    if name in {"date", "body", "organisation"}:
        fields.put(name, value, block.source)


# --- labels -------------------------------------------------------------------------------------


def _labelled(fields: Fields, block: Block, following: Block | None) -> None:
    if block.cells:
        _cells(fields, block)
        if len([cell for cell in block.cells if cell.strip()]) > 1:
            return
    several = list(_SEVERAL_LABELS.finditer(block.text)) if ":" in block.text else []
    if len(several) > 1 and several[0].start() == 0:
        _on_one_line(fields, block, several)
        return
    text = block.text.replace("：", ":")
    if "," in text:
        text = _COMMA_LABEL.sub(r"\1:", text)
    label, colon, value = text.partition(":")
    name = FIELD_LABELS.get(label_of(label))
    if name in SIGNERS and block.kind is BlockKind.HEADING:
        return
    if name is not None and colon and value.strip() and len(value) < 200:
        fields.put(name, value, block.source)
    elif name is not None and following is not None and _may_be_value(block, following):
        named = split_people(following.text) if name in SIGNERS else [following]
        if FIELD_LABELS.get(label_of(following.text)) is None and named:
            value = ", ".join(following.cells) if name in SIGNERS else following.text
            fields.put(name, value or following.text, following.source)
    elif not colon and len(block.text) < 120:
        _prefixed(fields, block)


def _on_one_line(fields: Fields, block: Block, labels: Sequence[re.Match[str]]) -> None:
    """As in "Datum: 12 november Tid: 18.00 Plats: Klubbhuset"."""
    ends = [*(match.start() for match in labels[1:]), len(block.text)]
    for match, end in zip(labels, ends, strict=True):
        label = match["label"].casefold()
        name = "date" if label == "när" else FIELD_LABELS[label]
        fields.put(name, block.text[match.end() : end], block.source)


def _may_be_value(label: Block, following: Block) -> bool:
    """Whether a label alone on its line is followed by its value; a bullet is no label."""
    return len(following.text) < 120 and label.kind is not BlockKind.LIST_ITEM


def _prefixed(fields: Fields, block: Block) -> None:
    """A label without a colon: "Sekreterare Anna Berg", "Plats och tid Rådhuset, kl. 9"."""
    folded = block.text.casefold()
    first = folded.partition(" ")[0]
    match = _BEGINS_WITH_LABEL.match(folded) if first in _FIRST_OF_LABELS else None
    for other in _NEXT_OFFICE.finditer(block.text):
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
        stated = value if colon and value.strip() else following
        if not stated or (name in SIGNERS and _BEGINS_WITH_LABEL.match(stated.casefold())):
            continue
        if FIELD_LABELS.get(label_of(stated).replace(" ", "")) is not None:
            continue
        lines = stated.strip(" _.…").split("\n")
        stated = ", ".join(lines) if name in SIGNERS else lines[0]
        if name not in SIGNERS or split_people(stated):
            fields.put(name, stated, block.source)


def _signature_columns(fields: Fields, blocks: Sequence[Block]) -> None:
    """A row of labels with the names in a row below: "Vid protokollet | Justeras"."""
    columns: list[str | None] = []
    for block in blocks:
        cells = [cell.strip() for cell in block.cells]
        named = [FIELD_LABELS.get(label_of(cell)) for cell in cells]
        if len(cells) > 1 and sum(name in SIGNERS for name in named) > 1:
            columns = named
        elif columns and len(cells) == len(columns):
            for name, cell in zip(columns, cells, strict=True):
                if name in SIGNERS and is_person_name(cell.split("\n")[-1].strip()):
                    fields.put(name, cell.split("\n")[-1], block.source)
        elif block.text.strip(" _.…") and not cells:
            columns = []


# --- elections, roles, who opened ---------------------------------------------------------------


def _elected(fields: Fields, outline: Outline) -> None:
    """Such as "Till ordförande för mötet valdes Anna Berg"; "Bo Ek utses att justera protokollet"."""
    only = {item.id: _elects_only(item.title) for item in outline.items}
    for passage in outline.in_zone(Zone.ITEM):
        office = only.get(passage.item or "")
        text = passage.block.text
        if office is None and not holds_any(text, _CHOOSING):
            continue
        for sentence in sentences(passage.block):
            if len(sentence.text) < 300:
                _chosen_in(fields, sentence, office)


def _chosen_in(fields: Fields, sentence: Sentence, office: str | None) -> None:
    chosen = _CHOSEN.search(sentence.text)
    for name, pattern in _ELECTED.items():
        said = bool(chosen and pattern.search(sentence.text))
        if not said and not (name == office and len(sentence.text) < 120):
            continue
        people = _names(sentence.text)
        match = pattern.search(sentence.text)
        if said and match and name != "adjusters":
            people = _nearest(sentence.text, match) or people
        if not people and (surname := _SURNAME_CHOSEN.match(sentence.text)):
            people = [surname["name"]]
        if people:
            named = people if name == "adjusters" else people[:1]
            fields.put(name, ", ".join(named), sentence.source)


def _nearest(text: str, office: re.Match[str]) -> list[str]:
    """The name right after "till sekreterare valdes", else the last one before the office."""
    after = re.split(r"[.;]|,\s+(?:som|till)\s", text[office.end() :])[0]
    return _names(after)[:1] or _names(text[: office.start()])[-1:]


def _elects_only(title: str) -> str | None:
    """The office, where the item elects to one office only."""
    offices = [name for name, pattern in _ELECTION_ITEM.items() if pattern.search(title)]
    return offices[0] if len(offices) == 1 else None


def _names(text: str) -> list[str]:
    found = [_NO_NAME.sub("", match.group()) for match in _ANY_NAME.finditer(text)]
    found = [name for name in found if name]
    return [name for name in found if is_given_name(name.split()[0]) or is_person_name(name)]


def _by_role(fields: Fields, people: Sequence[Attendee]) -> None:
    for person in people:
        role = (person.role or "").casefold()
        if re.match(r"(?:mötes)?ordf", role):
            fields.put("chair", person.name, person.source)
        elif _WRITES.search(role) and not re.match(r"vice|bitr", role):
            fields.put("secretary", person.name, person.source)
        elif re.match(r"(?:protokolls?)?juster", role):
            fields.put("adjusters", person.name, person.source)


def _opening(fields: Fields, outline: Outline) -> None:
    for passage in outline.in_zone(Zone.ITEM)[:12]:
        match = _OPENED_BY.search(passage.block.text)
        if match:
            words = match["name"].split()
            while words and not is_given_name(words[0]):
                words = words[1:]
            if words:
                fields.put("chair", " ".join(words), passage.block.source)
            return
