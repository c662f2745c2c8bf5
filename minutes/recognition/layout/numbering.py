"""Numbers that run through the document: "1.", "§ 14", "3.2", "A.", and their gaps."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase

from minutes.expressions import regex
from minutes.reading.blocks import Block, Remark
from minutes.recognition.language.finite import tells
from minutes.recognition.layout.title_ends import MAX_TITLE, ends_at_signs, title_end
from minutes.recognition.layout.written_numbers import ROMANS
from minutes.records import record

_OCR_LETTERS = {"8": "B", "0": "O", "1": "I", "5": "S", "6": "G"}
_SECTION = regex(r"(?:§\s?|[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,4}\s)(\d+)")  # "§ 3", "VR 3"
_PLAIN = regex(
    r"(?:Punkt\s|\(|\d\d[:-]|\d\d\.(?=\d{1,3}\)$)|20\d\d[:/-])?(\d{1,3})(?:\.\)|(?:\.0)?[.):]?|/\d+)"
)
_DOTTED_SECTION = regex(r"§\s?\d+\.\d+")  # "§ 10.1", "§ 10.2"
_LETTERED = regex(r"(\d{1,3})\s?[a-h][.)]")  # "3a." and "3b.", beside or under "3."
_FEWEST_LETTERS = 2  # a. and b.
_FEWEST_POINTS = 3
_MOST_RUNS = 40  # a long text has many lists that begin with 1; the agenda's is early


@record
class Heading:
    """blocks[index] is a heading; its title is text[:title_end]. depth 0 is outermost."""

    index: int
    number: str
    title_end: int
    depth: int = 0


def _value(block: Block) -> tuple[str, int] | None:
    """("§", 14), ("n", 3) of a block with such a number."""
    marker = block.marker
    section = _SECTION.match(marker)
    if section:
        return "§", int(section.group(1))
    plain = _PLAIN.fullmatch(marker) or _LETTERED.fullmatch(marker)
    return ("n", int(plain.group(1))) if plain else None


def main_series(blocks: Sequence[Block]) -> list[int]:
    """The indexes of the blocks whose numbers run through the whole document."""
    best: list[int] = []
    outer: list[int] = []  # the first that is long enough for an agenda
    best_score = 0.0
    numbers = [(i, v) for i, b in enumerate(blocks) if b.marker and b.text and (v := _value(b))]
    numbers = _without_decided(blocks, numbers)
    numbers = [(i, v) for i, v in numbers if not _is_lettered_alone(blocks[i], blocks, numbers)]
    for style in ("n", "§"):
        values = [(i, number) for i, (kind, number) in numbers if kind == style]
        first = 1 if any(n == 1 for _, n in values) else values[0][1] if values else 0
        starts = [p for p, (_, n) in enumerate(values) if n == first]
        for start in starts[:_MOST_RUNS]:
            run = _run(blocks, values[start:])
            if _is_beneath(run, outer, blocks):
                continue
            outer = outer or (run if len(run) >= _FEWEST_POINTS else [])
            preferred = style == "§" and run and not _within(run, best)
            score = _score(blocks, run) + (100 if preferred else 0)
            if score > best_score:
                best, best_score = run, score
    return best


def _within(run: Sequence[int], other: Sequence[int]) -> bool:
    """Whether it stands inside a single one of the others: the § of bylaws adopted under "6."."""
    before = bisect_left(other, run[0])
    return 0 < before == bisect_left(other, run[-1]) < len(other)


def _is_beneath(run: Sequence[int], outer: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Whether it begins with what stands indented under a single point of the agenda."""
    if not outer or blocks[run[0]].level <= blocks[outer[0]].level:
        return False
    return _within(run, outer) or not set(outer).isdisjoint(run)


# "Nämndens beslut"; "§ Ärende Beslut" are the heads of columns.
_DECIDED = regex(r"(?is)(?!.*ärende\s+beslut)(?:.*\s)??(?:förslag\s+till\s+)?beslut\s*:?")


def _without_decided(
    blocks: Sequence[Block], numbers: Sequence[tuple[int, tuple[str, int]]]
) -> list[tuple[int, tuple[str, int]]]:
    """The numbers, without those of the clauses right below a label "Nämndens beslut"."""
    kept: list[tuple[int, tuple[str, int]]] = []
    last = -1  # the latest clause below the label
    for index, value in numbers:
        if blocks[index].text.startswith("att "):
            continue  # a clause of a decision heads nothing
        above = blocks[index - 1].text.strip() if index else ""
        follows = last == index - 1 and last >= 0
        if value[0] == "n" and (follows or (value[1] == 1 and _DECIDED.fullmatch(above))):
            last = index
        else:
            kept.append((index, value))
    return kept


def _is_lettered_alone(
    block: Block, blocks: Sequence[Block], numbers: Sequence[tuple[int, tuple[str, int]]]
) -> bool:
    """Whether it is a "3a." without any "3b." beside it."""
    lettered = _LETTERED.fullmatch(block.marker)
    if lettered is None:
        return False
    value = ("n", int(lettered.group(1)))
    same = [i for i, v in numbers if v == value and _LETTERED.fullmatch(blocks[i].marker)]
    return len(same) < 2


def _run(blocks: Sequence[Block], values: Sequence[tuple[int, int]]) -> list[int]:
    """Numbers that go up from the first, skipping lists inside the items."""
    first_index, last = values[0]
    run = [first_index]
    level = blocks[first_index].level
    sublists: dict[int, int] = {}  # the last number of each, by how far it is indented
    for index, number in values[1:]:
        block = blocks[index]
        in_sublist = sublists.get(block.level) == number - 1 and number > 1 and not block.bold
        outermost = block.level <= level or number == last + 1 or block.marker.startswith("§")
        if last < number <= last + 3 and outermost and not in_sublist:
            if number > last + 1 and not _looks_like_title(block):
                continue
            run.append(index)
            last = number
            sublists.clear()
        elif number == last and _is_part(block, blocks[run[-1]]):
            run.append(index)
        else:
            around = {at: n for at, n in sublists.items() if at < block.level}
            sublists = around | ({block.level: number} if number == 1 or in_sublist else {})
    return run


def _is_part(block: Block, before: Block) -> bool:
    """Whether it is the next part of the same number: "3b." after "3a.", "§ 10.2" after "§ 10.1"."""
    if _LETTERED.fullmatch(block.marker):
        return True
    dotted = _DOTTED_SECTION.match(block.marker) and _DOTTED_SECTION.match(before.marker)
    return bool(dotted) and block.marker != before.marker


def _score(blocks: Sequence[Block], run: Sequence[int]) -> float:
    """More for items that have text under them, less for a bare list or long paragraphs."""
    followed = sum(1 for a, b in pairwise([*run, len(blocks)]) if b - a > 1)
    titles = sum(1 for i in run if _looks_like_title(blocks[i]))
    return followed + 0.4 * titles + 0.1 * len(run)


def spans(series: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Whether the numbers run through most of the document."""
    spread = (series[-1] - series[0]) if series else 0
    return len(series) >= 3 and spread > len(blocks) * 0.5


def _looks_like_title(block: Block) -> bool:
    return len(block.text) <= MAX_TITLE


def from_series(
    blocks: Sequence[Block], series: Sequence[int]
) -> tuple[list[Heading], list[Remark]]:
    """The headings that these numbers make, those nested in them, and remarks on gaps."""
    found: list[Heading] = []
    remarks: list[Remark] = []
    values = [value[1] for i in series if (value := _value(blocks[i]))]
    for (a, b), index in zip(pairwise(values), series[1:], strict=False):
        if b > a + 1:
            missing = ", ".join(str(n) for n in range(a + 1, b))
            remarks.append(_gap(missing, blocks[index]))
    colons = ends_at_signs([blocks[i].text for i in series])
    for index, following in pairwise([*series, len(blocks)]):
        block = blocks[index]
        end = colons.get(block.text) or title_end(block)
        found.append(Heading(index, number_of(block.marker), end, _depth(block, found)))
        inner, inner_remarks = _nested(blocks, index + 1, following, block)
        found += inner
        remarks += inner_remarks
    return found, remarks


def _depth(block: Block, before: Sequence[Heading]) -> int:
    """1 of "3a." where "3." has its own heading, else 0."""
    lettered = _LETTERED.fullmatch(block.marker)
    return int(bool(lettered and any(each.number == lettered.group(1) for each in before)))


def _gap(missing: str, block: Block) -> Remark:
    return Remark(
        "number-gap",
        f"Punkt {missing} saknas i numreringen. Kontrollera om en rubrik har fallit bort.",
        block.source,
    )


def _nested(
    blocks: Sequence[Block], start: int, end: int, parent: Block
) -> tuple[list[Heading], list[Remark]]:
    """Headings inside an item: "3.1", styled ones, and letters A, B, C that run on."""
    found, remarks = [], []
    letter: str | None = None
    parent_number = re.sub(r"\D", "", parent.marker)
    for index in range(start, end):
        block = blocks[index]
        dotted = re.fullmatch(r"(\d{1,3})((?:\.\d{1,2})+)\.?", block.marker)
        if dotted and dotted.group(1) == parent_number and title_end(block) <= MAX_TITLE:
            found.append(
                Heading(
                    index, number_of(block.marker), title_end(block), block.marker.count(".") or 1
                )
            )
            continue
        read = _letter(block, letter)
        if read is None:
            continue
        if letter is not None and ord(read) > ord(letter) + 1:
            missing = ", ".join(chr(c) for c in range(ord(letter) + 1, ord(read)))
            remarks.append(_gap(missing, block))
        if read not in block.marker:
            remarks.append(
                Remark("number-misread", f"”{block.marker}” är troligen {read}.", block.source)
            )
        letter = read
        found.append(Heading(index, number_of(block.marker), title_end(block), 1))
    letters = [h.index for h in found if re.fullmatch(r"[A-ZÅÄÖ]|\d", h.number)]
    # "A. Dass  B. Brunn": alternatives one below the other have nothing under them.
    bare = all(i + 1 >= end or blocks[i + 1].marker for i in letters[:-1])
    if len(letters) < 2 or bare:
        found = [h for h in found if not re.fullmatch(r"[A-ZÅÄÖ]", h.number)]
    return found or small_letters(blocks, start, end), remarks


def small_letters(
    blocks: Sequence[Block], start: int, end: int, letters: Sequence[str] = ascii_lowercase
) -> list[Heading]:
    """The headings "a. Ungdom", "b. Bingo" with text under most of them; a list of clauses is none."""
    found: list[int] = []
    for index in range(start, end):
        marker = blocks[index].marker.strip("().: ")
        if marker and len(found) < len(letters) and marker == letters[len(found)]:
            found.append(index)
    titles = [i for i in found if _is_small_title(blocks[i])]
    followed = [i for i in titles if i + 1 < end and not number_of(blocks[i + 1].marker)]
    few = 4 * len(titles) < 3 * len(found) or 2 * len(followed) < len(found)
    if few or len(found) < _FEWEST_LETTERS:
        return []
    return [Heading(i, number_of(blocks[i].marker), title_end(blocks[i]), 1) for i in found]


def letter_points(blocks: Sequence[Block]) -> list[Heading]:
    """The outermost headings of notes that number them by letters or in Roman numbers."""
    for letters in (ascii_lowercase, ascii_uppercase, ROMANS):
        found = small_letters(blocks, 0, len(blocks), letters)
        if len(found) > _FEWEST_POINTS:
            return [replace(heading, depth=0) for heading in found]
    return []


def _is_small_title(block: Block) -> bool:
    title = block.text[: title_end(block)].rstrip()
    return title[:1].isupper() and len(title) <= MAX_TITLE and not tells(title)


def _letter(block: Block, last: str | None) -> str | None:
    """The capital letter that the block is numbered with, misread digits mended."""
    marker = block.marker.strip(".)(: ")
    if not _looks_like_title(block):
        return None
    if re.fullmatch(r"[A-ZÅÄÖ]", marker):
        ahead = ord(marker) - ord(last) if last else ord(marker) - ord("A") + 1
        return marker if 0 < ahead <= 3 else None
    if last is not None and _OCR_LETTERS.get(marker) == chr(ord(last) + 1):
        return _OCR_LETTERS[marker]
    return None


def number_of(marker: str) -> str:
    """The number as printed, without what ends it; "" of a bullet."""
    marker = marker.removeprefix("Punkt ")
    return re.sub(r"[\s.):/]+$", "", marker.strip("( ")) if re.search(r"\w", marker) else ""
