"""Lines that say what to do only together: a table whose cells came a line each, a question and its answer.

"Vad", "Vem", "När" head such a table, each on a line of its own; then come "Boka lokal", "Bo", "4 maj".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, Source
from minutes.recognition.language.due_phrases import names_due
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions.owners import NAMES, owners_of
from minutes.recognition.rules.actions.table_heads import kinds_of

_LONGEST_HEAD = 25  # characters
_LONGEST_CELL = 120
_COLUMNS = (3, 2)
_FEWEST_ROWS = 2
_KINDS = frozenset({"task", "owner", "named", "due"})
_ASKS_WHO = regex(r"(?:Vem|Vilka) [a-zåäö][^?]{3,80}\?")
_NAMES_ALONE = regex(rf"(?P<who>{NAMES})\W*")


def with_lines_together(passages: Sequence[Passage], roster: Roster) -> Sequence[Passage]:
    """The passages, each row of such a table as one, and each such question with its answer."""
    return list(_answered(list(_with_rows(passages, roster)), roster))


def _with_rows(passages: Sequence[Passage], roster: Roster) -> Iterator[Passage]:
    at = 0
    while at < len(passages):
        rows = _table(passages, at, roster)
        yield from rows or passages[at : at + 1]
        at += len(rows) * len(rows[0].block.cells) if rows else 1


def _table(passages: Sequence[Passage], at: int, roster: Roster) -> list[Passage]:
    """The head and the rows of the table that begins there; [] where none does."""
    if len(passages[at].block.text) > _LONGEST_HEAD or not _is_cell(passages[at], passages[at]):
        return []
    for width in _COLUMNS:
        heads = [passage.block.text for passage in passages[at : at + width]]
        kinds = kinds_of(heads) if max(map(len, heads)) <= _LONGEST_HEAD else []
        if len(set(kinds)) == width and "task" in kinds and _KINDS.issuperset(kinds):
            rows = list(_rows(passages[at:], kinds, roster))
            return rows if len(rows) > _FEWEST_ROWS else []
    return []


def _rows(passages: Sequence[Passage], kinds: Sequence[str], roster: Roster) -> Iterator[Passage]:
    """The head, and the rows below it as long as each cell is of its column's kind."""
    for start in range(0, len(passages), len(kinds)):
        row = passages[start : start + len(kinds)]
        cells = {kind: cell.block.text for kind, cell in zip(kinds, row, strict=False)}
        if len(row) < len(kinds) or not all(_is_cell(cell, passages[0]) for cell in row):
            return
        if start and not _are_of_kind(cells, roster):
            return
        first, last = row[0].block, row[-1].block
        source = Source(first.source.first_line, last.source.last_line)
        texts = tuple(cells.values())
        block = Block(BlockKind.TABLE_ROW, " | ".join(texts), source, cells=texts)
        yield replace(row[0], block=block)


def _is_cell(passage: Passage, head: Passage) -> bool:
    block = passage.block
    plain = block.kind is BlockKind.PARAGRAPH and not block.marker and not block.cells
    return plain and passage.item == head.item and len(block.text) <= _LONGEST_CELL


def _are_of_kind(cells: dict[str, str], roster: Roster) -> bool:
    owner = owners_of(cells.get("owner") or cells.get("named", ""), roster)
    due = cells.get("due")
    return owner is not None and (due is None or names_due(f"senast {due}"))


def _answered(passages: Sequence[Passage], roster: Roster) -> Iterator[Passage]:
    """The passages, a line of names that follows a question of who behind that question."""
    answered = False
    for passage, following in zip_longest(passages, passages[1:]):
        if answered:
            answered = False
            continue
        block, names = passage.block, following.block if following else None
        asks = block.kind is not BlockKind.TABLE_ROW and _ASKS_WHO.fullmatch(block.text)
        if asks and following and names and following.item == passage.item:
            alone = _NAMES_ALONE.fullmatch(names.text)
            owners = owners_of(alone["who"], roster) if alone else None
            answered = owners is not None and owners.are_people
        yield replace(passage, block=_joined(block, names)) if answered and names else passage


def _joined(question: Block, answer: Block) -> Block:
    text = f"{question.text} {answer.text}"
    source = Source(question.source.first_line, answer.source.last_line)
    begins = (len(question.text) + 1, answer.source.first_line)
    return replace(question, text=text, source=source, breaks=(*question.breaks, begins))
