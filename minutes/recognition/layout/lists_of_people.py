"""Which lines below a label "Närvarande:" list people, so that none of them is taken for a point.

"1. Anna Berg" is no first point of the agenda there, "3A - Bo Ek" no number with its title, and
"Skolan: Eva Gran, lärare" no title with its text.
"""

from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import FIELD_LABELS, ROLE_WORDS, SIGNERS
from minutes.recognition.layout.labels import bare_presence_labels, label_of
from minutes.recognition.people.groups import CLASS_AHEAD
from minutes.recognition.people.names import is_person_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.people.with_bodies import starts_name

_FEWEST = 2  # names that are known
_LONGEST = 200  # characters of a row
_GROUP = regex(r"[A-ZÅÄÖ][^:/,;]{1,50}?\s?[:/]\s+(?=\S)")
_GROUP_ALONE = regex(r"[A-ZÅÄÖ][^:/,;.]{1,50}?\s?[:/]\s*")
_NAME_ENDS = regex(r"\s*[,;(/–]|\s-\s|\soch\s|\s(?=[a-zåäö§])")
_PARTY = regex(r" [A-ZÅÄÖ]{1,3}$")
_NUMBER = regex(r"(\d{1,2})[.):]?")


def with_people_in_bullets(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that list people as bullets, which they are however they are marked."""
    listed = rows_of_people(blocks)
    return [
        replace(block, kind=BlockKind.LIST_ITEM, marker="•") if index in listed else block
        for index, block in enumerate(blocks)
    ]


def rows_of_people(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the blocks below such labels that list people and nothing else."""
    found: set[int] = set()
    for index in bare_presence_labels(blocks):
        rows = _rows_below(blocks, index)
        known = [_known_in(blocks[row].text) for row in rows]
        if sum(known) >= _FEWEST and 2 * sum(map(bool, known)) >= len(rows):
            found.update(rows)
    return frozenset(found)


def _rows_below(blocks: Sequence[Block], label: int) -> list[int]:
    rows: list[int] = []
    last: int | None = 0  # the number of the row above
    for index in range(label + 1, len(blocks)):
        block = blocks[index]
        number = _NUMBER.fullmatch(block.marker)
        value = int(number[1]) if number else None
        counted = value is None or value == (last or 0) + 1 or (value == 1 and not rows)
        heads = _GROUP_ALONE.fullmatch(block.text) and index + 1 < len(blocks)
        if not counted or not (
            _is_row(block) or (heads and not _is_field(block) and _is_row(blocks[index + 1]))
        ):
            break
        last = value if value is not None else last
        rows.append(index)
    return rows


def _is_row(block: Block) -> bool:
    """Whether it names somebody first, or behind a class, a body or an office."""
    if block.cells or block.text[_LONGEST:] or block.kind is BlockKind.HEADING:
        return False
    if _is_field(block) or tells(block.text):
        return False
    name = _first_name(block.text)
    return is_person_name(name) or _known_in(block.text) >= _FEWEST


def _is_field(block: Block) -> bool:
    """Whether another label stands there than an office with a name."""
    label = label_of(block.text)
    field = FIELD_LABELS.get(label)
    named = field in SIGNERS and ":" in block.text.rstrip(": ")
    return bool(presence_of(label)) or (field is not None and not named)


def _known_in(text: str) -> int:
    """How many known given names stand there with a surname behind, where one of them begins it."""
    words = _ahead_cut(text).replace("/", " / ").split()
    starts = [at for at in range(len(words) - 1) if starts_name(words, at)]
    return len(starts) if starts[:1] == [0] else 0


def _first_name(text: str) -> str:
    """The name up to the first sign, without the letter of a party behind it."""
    return _PARTY.sub("", _NAME_ENDS.split(_ahead_cut(text), maxsplit=1)[0])


def _ahead_cut(text: str) -> str:
    """The text without the class, body or office ahead of the name."""
    for ahead in (CLASS_AHEAD, _GROUP, ROLE_WORDS):
        match = ahead.match(text)
        if match and text[match.end() :].strip():
            text = text[match.end() :].lstrip(" :.–-")
    return text
