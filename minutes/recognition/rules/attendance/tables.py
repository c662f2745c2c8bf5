"""Who is present by a table: columns of names, roles and marks, also where its lines are lost."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.vocabulary import ROLE_WORDS
from minutes.recognition.layout.labels import label_of
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.listed import ListedPerson
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.rules.actions.table_heads import kinds_of
from minutes.recognition.rules.attendance.attendees import attendee_of, is_sure_name

_TICK = regex(r"^(?:x|✓|✔|√|☒|☑|ja|yes|p|närv(?:arande)?\.?|1)$", re.IGNORECASE)
_NO_TICK = regex(r"^(?:☐|□|nej|no|a|f|frånv(?:arande)?\.?|förhinder|-|–|0)?$", re.IGNORECASE)
# A table whose line ends are lost, with a party between: "Anna Berg S 1 Bo Ek M -".
_FLAT_TICKS = regex(
    r"(?P<name>(?!Ordförande|Ledamot|Ersättare)[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?(?: [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?){1,2}) (?P<party>[A-ZÅÄÖ]{1,3}|KD|SD|MP|Kd|Mp|Sd|Fp) (?P<mark>[1Xx]|[-–])(?= |$)"
)
_NAME_COLUMNS = frozenset(
    """namn name member ledamot ledamöter deltagare person förtroendevald förtroendevalda styrelseledamot
    representant för- och efternamn förnamn kallad kallade""".split()
)
_BESIDE_NAMES = frozenset(
    "organisation roll funktion titel befattning uppdrag representerar part förvaltning avdelning klass företag kommun".split()
)
_WHO = frozenset({"who", "vilka"})  # does or says it, in a table of matters
_NOTE_COLUMNS = frozenset({"anmärkning", "anmärkningar", "notering"})
_SHORT_HEADS = {
    **dict.fromkeys(
        ("p", "n", "p/a", "n/f", "närvarande/frånvarande", "närv./frånv"), "närvarande"
    ),
    **dict.fromkeys(("a", "f"), "frånvarande"),
}
_LOST_MARK = regex(r"[Jj]a|[Nn]ej|[Xx]|[Ff]örhinder|[Ff]rånvarande|[Nn]ärvarande")
_LONGEST_MARK = len(" Närvarande ")
_FEWEST_LOST_MARKS = 3
_FEWEST_COLUMNS = 2
_TICK_MARK = regex(r" [A-ZÅÄÖ]{1,3} [1Xx–-](?: |$)")


def with_marks_beside(passages: Sequence[Passage]) -> list[Passage]:
    """The passages of a table that has lost its cells, "Anna Berg" and then "Nej", as one line."""
    found: list[Passage] = []
    marked = 0
    for passage in passages:
        text = passage.block.text
        text = text.strip() if len(text) <= _LONGEST_MARK else ""
        last = found[-1].block if found and text else None
        if last and _LOST_MARK.fullmatch(text) and not last.cells and is_person_name(last.text):
            block = replace(last, text=f"{last.text} {text}")
            found[-1] = replace(found[-1], block=block)
            marked += 1
        else:
            found.append(passage)
    return found if marked >= _FEWEST_LOST_MARKS else list(passages)


def from_flat_ticks(passages: Sequence[Passage]) -> Iterator[Attendee]:
    """Those of a table that has become one line of names, parties and marks."""
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


def from_labelled_row(block: Block) -> Iterator[Attendee]:
    """A row whose first cell is the label and whose second holds the names."""
    cells = [cell for cell in block.cells if cell.strip()]
    if len(cells) < 2:
        return
    label = label_of(cells[0])
    presence = presence_of(label)
    marked = len(block.cells) > _FEWEST_COLUMNS and _is_mark(block.cells[-1].strip())
    if marked and ROLE_WORDS.fullmatch(label):
        return  # "Ledamot | Anna Berg | nej": the column of marks tells
    if presence is not None:
        for cell in cells[1:]:
            for person in split_people(cell.replace("\n", ", ")):
                if is_sure_name(person):
                    yield attendee_of(block, person, presence)


def from_marked_rows(passages: Sequence[Passage]) -> Iterator[Attendee]:
    """Rows without a head, "Anna Berg | Kassör | Förhinder", where there are several."""
    rows = [_name_first(each.block) for each in passages if len(each.block.cells) > 1]
    marked = [block for block in rows if _is_marked(block.cells)]
    if len(marked) < _FEWEST_LOST_MARKS or any(_is_header(block.cells) for block in rows):
        return
    for block in marked:
        role = next((cell for cell in block.cells[1:-1] if ROLE_WORDS.search(cell)), None)
        presence = presence_of(label_of(block.cells[-1])) or Presence.PRESENT
        yield attendee_of(block, ListedPerson(block.cells[0].strip(), role), presence)


def _name_first(row: Block) -> Block:
    """The cells of "Kassör | Anna Berg | Ja" in the order that others have."""
    office = len(row.cells) > _FEWEST_COLUMNS and ROLE_WORDS.fullmatch(row.cells[0].strip(" :"))
    return replace(row, cells=(row.cells[1], row.cells[0], *row.cells[2:])) if office else row


def _is_marked(cells: Sequence[str]) -> bool:
    name = cells[0].strip()
    marked = bool(name) and presence_of(label_of(cells[-1])) is not None
    return marked and is_person_name(name) and is_given_name(name.split()[0])


def _is_mark(text: str) -> bool:
    return bool(_TICK.match(text) or _NO_TICK.match(text))


def from_tables(passages: Sequence[Passage], *, bare: bool) -> Iterator[Attendee]:
    """Those of tables whose header row names the columns.

    bare: also of tables that do not say who was there, "Name | Role", as no other list does.
    """
    columns: list[str] = []
    for passage in passages:
        block = passage.block
        if block.kind is not BlockKind.TABLE_ROW and len(block.cells) < 2:
            columns = []
            continue
        if not columns and _is_header(block.cells):
            columns = [label_of(cell) for cell in block.cells]
        elif columns and (bare or _says_who_came(columns)):
            whole, heads = _with_surnames(block, columns)
            yield from _row(whole, heads)


def _says_who_came(columns: Sequence[str]) -> bool:
    return any(presence_of(_SHORT_HEADS.get(column, column)) for column in columns)


def _with_surnames(block: Block, columns: Sequence[str]) -> tuple[Block, Sequence[str]]:
    """The row with the first name and the surname in one cell, where two columns have them."""
    cells = block.cells
    if "förnamn" not in columns or "efternamn" not in columns or len(cells) != len(columns):
        return block, columns
    first, last = columns.index("förnamn"), columns.index("efternamn")
    name = f"{cells[first].strip()} {cells[last].strip()}".strip()
    rest = [place for place in range(len(cells)) if place not in {first, last}]
    row = replace(block, cells=(name, *(cells[place] for place in rest)))
    return row, ["namn", *(columns[place] for place in rest)]


def _is_header(cells: Sequence[str]) -> bool:
    """Whether a row says what its columns hold, and names nobody."""
    if len(cells) < _FEWEST_COLUMNS:
        return False
    labels = [label_of(cell) for cell in cells]
    if {"task", "due"} <= set(kinds_of(cells)):
        return False  # "Uppgift | Namn | Klart": who is to do what
    named = _NAME_COLUMNS & set(labels)
    marked = [presence_of(label) for label in labels if label not in _WHO and presence_of(label)]
    votes = {"röst", "ja", "nej", "avstår", "ja-röst", "nej-röst"} & set(labels)
    if (
        votes
        or any(
            is_person_name(name := c.strip(" ,")) and is_given_name(name.split()[0]) for c in cells
        )
        or any(re.search(r"\d", label) for label in labels)
    ):
        return False
    other = len(labels) == 2 and bool(marked) and bool(_BESIDE_NAMES & set(labels))
    beside = len(set(marked)) > 1 and len(marked) == len(labels)
    return bool(named or beside or other or (marked and len(labels) > 2))


def _by_column(
    block: Block, columns: Sequence[str], listed: Sequence[Sequence[ListedPerson]]
) -> Iterator[Attendee]:
    """The people of a row whose columns are those present and those absent."""
    for column, found in zip(columns, listed, strict=False):
        for person in found:
            yield attendee_of(block, person, presence_of(column) or Presence.PRESENT)


def _row(block: Block, columns: Sequence[str]) -> Iterator[Attendee]:
    cells = list(block.cells)
    if len(cells) == len(columns) - 1 and presence_of(columns[-1]):
        cells.append("")  # nothing stands in the column of the marks
    listed = [[p for p in split_people(cell) if is_sure_name(p)] for cell in cells]
    if all(map(presence_of, columns)):
        yield from _by_column(block, columns, listed)
        return
    people = next((found for found in listed if found), [])
    if not people:
        return
    presence = Presence.PRESENT
    role = beside = None
    for column, cell in zip(columns, cells, strict=False):
        text = cell.strip()
        label = _SHORT_HEADS.get(column, column)
        if presence_of(label_of(text)) and presence_of(label):
            presence = presence_of(label_of(text)) or presence
        elif presence_of(label) and (_is_mark(text) or not split_people(text)):
            if presence_of(label) is Presence.PRESENT:
                presence = Presence.ABSENT if _NO_TICK.match(text) else presence
            elif _TICK.match(text):
                presence = presence_of(label) or presence
        elif label in {"roll", "funktion", "uppdrag", "role", "befattning"} and text:
            role = text
        elif label in _BESIDE_NAMES and text:
            beside = text
    for person in people:
        yield attendee_of(
            block,
            ListedPerson(
                person.name,
                role or person.role or (beside if ROLE_WORDS.search(beside or "") else None),
                person.organisation or beside,
                person.note or _note(columns, cells),
            ),
            presence,
        )


def _note(columns: Sequence[str], cells: Sequence[str]) -> str | None:
    """What the column of remarks says of the person."""
    beside = zip(columns, cells, strict=False)
    return next((cell.strip() for column, cell in beside if column in _NOTE_COLUMNS), None) or None
