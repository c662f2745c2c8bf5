"""The source beside the findings: each line in the shape it had, with what stands on it. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from minutes.reading.blocks import Block, BlockKind
from minutes.review.tables import DraftFinding, FindingKind, FindingState
from minutes.texts import N_

# The strongest mark on a line first.
MARKS = (
    (FindingKind.DECISION, N_("beslut")),
    (FindingKind.ACTION, N_("åtgärd")),
    (FindingKind.ANNOUNCED_MEETING, N_("möte")),
    (FindingKind.WATCH_ITEM, N_("bevakning")),
    (FindingKind.ATTENDEE, N_("namn")),
    (FindingKind.REFUSAL, N_("inte med")),
    (FindingKind.ATTACHMENT, N_("bilaga")),
    (FindingKind.ITEM, N_("punkt")),
)
DEEPEST = 3  # headings and lists below are drawn like this
_SHAPED = (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
_HASHES = re.compile(r"^\s{0,3}#{1,6}\s+|\s+#+\s*$")
_BULLET = re.compile(r"^(\s*)[-*+]\s+")
_RULE = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|?)+\s*|\s*(?:={3,}|\*{3,}|_{3,})\s*")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line of the source is part of; `begins` on the finding's first line."""

    finding_id: int
    kind: FindingKind
    word: str
    begins: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source: its shape, its words (a cell each, in parts: text, whether bold)."""

    number: int
    cells: tuple[tuple[tuple[str, bool], ...], ...]
    shape: str = ""
    level: int = 0
    mark: Mark | None = None
    finding_ids: tuple[int, ...] = ()


def layout_of(blocks: Iterable[Block]) -> list[list[Any]]:
    """The shapes to store with a draft: [first line, last line, kind, level] of each block.

    A table row that stands on its line without its empty cells has its cells behind them.
    """
    return [
        [each.source.first_line, each.source.last_line, each.kind.value, each.level, *_gaps(each)]
        for each in blocks
        if each.kind in _SHAPED
    ]


def source_lines(
    findings: Sequence[DraftFinding],
    transcript: Sequence[str],
    layout: Sequence[Sequence[Any]] = (),
    *,
    first_line: int = 1,
    markdown: bool = False,
) -> list[Line]:
    """The lines of the source, each with its strongest mark and all findings that stand on it.

    `first_line` is that of the transcript, where it is only a part of the document.
    """
    on = _standing_on(findings)
    shapes = {
        number: (kind, min(level, DEEPEST), cells[0] if cells and not markdown else ())
        for first, last, kind, level, *cells in layout
        for number in range(first, last + 1)
    }
    return [
        _line(number, text, shapes.get(number, ("", 0, ())), on.get(number, []), markdown)
        for number, text in enumerate(transcript, start=first_line)
    ]


def _gaps(block: Block) -> list[tuple[str, ...]]:
    """The cells of a row that has empty ones, which its line in the transcript lacks."""
    filled = sum(1 for cell in block.cells if cell)
    one_line = block.source.first_line == block.source.last_line
    return [block.cells] if one_line and 1 < filled < len(block.cells) else []


def _standing_on(findings: Sequence[DraftFinding]) -> dict[int, list[DraftFinding]]:
    strength = {kind: place for place, (kind, _) in enumerate(MARKS)}
    on: dict[int, list[DraftFinding]] = {}
    for each in findings:
        gone = each.state is FindingState.MERGED
        if each.kind in strength and each.first_line is not None and not gone:
            for number in range(each.first_line, (each.last_line or each.first_line) + 1):
                on.setdefault(number, []).append(each)
    for here in on.values():
        here.sort(key=lambda each: strength[each.kind])
    return on


def _line(
    number: int,
    text: str,
    shaped: tuple[str, int, Sequence[str]],
    here: Sequence[DraftFinding],
    markdown: bool,
) -> Line:
    shape, level, cells = shaped
    mark = None
    if here:
        top = here[0]
        mark = Mark(top.id or 0, top.kind, dict(MARKS)[top.kind], top.first_line == number)
    if not text.strip():
        shape = "empty"
    elif markdown and _RULE.fullmatch(text):
        shape = "rule"
    return Line(
        number,
        tuple(_parts(cell, markdown) for cell in cells) or _cells(text, shape, markdown),
        shape,
        level,
        mark,
        tuple(each.id or 0 for each in here),
    )


def _cells(text: str, shape: str, markdown: bool) -> tuple[tuple[tuple[str, bool], ...], ...]:
    if shape == BlockKind.TABLE_ROW and ("|" in text or "\t" in text):
        cells = [cell.strip() for cell in re.split(r"[|\t]", text.strip().strip("|"))]
        return tuple(_parts(cell, markdown) for cell in cells)
    if markdown and shape == BlockKind.HEADING:
        text = _HASHES.sub("", text)
    if markdown and shape == BlockKind.LIST_ITEM:
        text = _BULLET.sub("• ", text)
    return (_parts(text, markdown),)


def _parts(text: str, markdown: bool) -> tuple[tuple[str, bool], ...]:
    """The text cut where it becomes bold and stops to be."""
    if not markdown:
        return ((text, False),)
    parts, at = [], 0
    for bold in _BOLD.finditer(text):
        parts += [(text[at : bold.start()], False), (bold[2], True)]
        at = bold.end()
    parts.append((text[at:], False))
    return tuple(part for part in parts if part[0])
