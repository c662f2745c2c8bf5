"""A Markdown file as transcript and blocks; the transcript is the file's own lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from minutes.reading.blocks import Block, BlockKind, ReadDocument, Source, split_marker
from minutes.reading.encoding import decode
from minutes.reading.markdown_lines import (
    TextLine,
    groups,
    is_table_row,
    is_table_rule,
    lines_of,
)
from minutes.reading.markdown_source import pieces, prepare


class _Parser(MarkdownIt):
    """Where a link leads is not read, so that its address need not be made ready for a page."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's own name
        return url


# Indented text is no program in minutes, and "[Anna]: tar frågan" defines no link. The rule
# for tables drops the cells of a row that is longer than the head; see _rows.
_PARSER = _Parser("commonmark").enable("strikethrough").disable(["code", "reference"])
_TASK = re.compile(r"\[([ xX])\]\s+")
_TAG = re.compile(r"<[^<>]{1,2000}>")
_HTML_HEADING = re.compile(r"\s*<h([1-6])\b", re.IGNORECASE)
_HTML_ITEM = re.compile(r"\s*<li\b", re.IGNORECASE)
_LONGEST_LINE = 120_000  # characters
_BULLETS = "-*+"


def read_markdown(data: bytes) -> ReadDocument:
    """The document. Raises Unreadable where the bytes are no text."""
    return read_markdown_text(decode(data))


def read_markdown_text(text: str) -> ReadDocument:
    r"""The same for text that is already decoded, with "\n" as its only line end."""
    text = text.replace("\f", "")
    source = prepare(text)
    blocks = [
        Block(BlockKind.NOTE, f"{key}: {value}", Source(number, number))
        for number, key, value in source.properties
    ]
    for before, piece in pieces(source.lines):
        if len(piece) < _LONGEST_LINE or "\n" in piece:
            blocks += _Walk(_PARSER.parse(piece), before).blocks()
        else:
            blocks.append(_unparsed(piece, before + 1))
    transcript = tuple(map(str.rstrip, text.split("\n")))
    blocks.sort(key=lambda block: block.source.first_line)
    return ReadDocument(transcript, tuple(blocks), title=source.title)


class _Walk:
    """One pass over the tokens; knows in which list and which table it is."""

    def __init__(self, tokens: Sequence[Token], lines_before: int) -> None:
        self._tokens = tokens
        self._before = lines_before
        self._depth = -1  # of lists
        self._marker = ""  # of the list item whose first paragraph is still to come
        self._marker_line = 0
        self._heading = 0

    def blocks(self) -> Iterator[Block]:
        for token in self._tokens:
            kind = token.type
            if kind == "inline":
                yield from self._inline(token)
            elif kind == "heading_open":
                self._heading = int(token.tag[1])
            elif kind == "list_item_open":
                self._open_item(token)
            elif kind == "list_item_close":
                self._marker = ""
            elif kind in ("bullet_list_open", "ordered_list_open"):
                self._depth += 1
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self._depth -= 1
            elif kind == "html_block" or kind == "fence":
                yield from _raw_lines(token, self._first_line(token))

    def _open_item(self, token: Token) -> None:
        """A bullet on the line of a number that waits for its text, "1. - Kassan", is none."""
        line = self._first_line(token)
        if not (self._marker[:1].isdigit() and self._marker_line == line):
            self._marker, self._marker_line = token.info + token.markup, line

    def _first_line(self, token: Token) -> int:
        return self._before + (token.map[0] if token.map else 0) + 1

    def _inline(self, token: Token) -> Iterator[Block]:
        level, self._heading = self._heading, 0
        lines = lines_of(token, self._first_line(token))
        if level and len(lines) > 1:  # the line above the one that is drawn below is text
            for group in groups(lines[:-1]):
                yield self._block(group, 0, "")
            lines = lines[-1:]
        if "|" in token.content and not level:
            rows, lines = _rows(lines)
            yield from rows
        first = True
        for group in groups(lines):
            yield self._block(group, level, self._marker if first else "")
            first, self._marker = False, ""

    def _block(self, group: Sequence[TextLine], heading: int, marker: str) -> Block:
        line = group[0].text.strip()
        if marker and (task := _TASK.match(line)):
            marker, line = ("☐" if task[1] == " " else "☑"), line[task.end() :]
        elif not marker or marker in _BULLETS:
            typed, rest = split_marker(line)
            if typed and (not marker or typed[-1:].isalnum() or len(typed) > 1):
                marker, line = typed, rest
        text, breaks = _fold(line, group)
        kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        columns: tuple[str, ...] = ()
        if "\t" in line:
            columns = tuple(" ".join(c.split()) for c in line.split("\t") if c.strip())
        return Block(
            kind=BlockKind.HEADING if heading else kind,
            text=text,
            source=Source(group[0].number, group[-1].number),
            level=heading or (max(self._depth, 0) if marker else 0),
            marker=marker,
            cells=columns if len(columns) > 1 else (),
            bold=all(part.bold for part in group),
            breaks=breaks,
        )


def _unparsed(line: str, number: int) -> Block:
    """A single line of a hundred pages, which nobody wrote by hand."""
    return Block(BlockKind.PARAGRAPH, " ".join(line.split()), Source(number, number))


def _fold(line: str, group: Sequence[TextLine]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """(text, breaks) of the lines of a block, the first of them without its marker."""
    if len(group) == 1:
        return " ".join(line.split()), ()
    text, breaks = " ".join(line.split()), []
    for part in group[1:]:
        text += " "
        breaks.append((len(text), part.number))
        text += " ".join(part.text.split())
    return text, tuple(breaks)


def _rows(lines: Sequence[TextLine]) -> tuple[list[Block], list[TextLine]]:
    """(the table rows among the lines, the lines that are none)."""
    in_table = any(map(is_table_rule, lines))
    rows, others = [], []
    for line in _with_broken_cells(lines, in_table):
        if not is_table_row(line, in_table):
            others.append(line)
        elif not is_table_rule(line) and (row := _table_row(line)):
            rows.append(row)
    return rows, others


def _with_broken_cells(lines: Sequence[TextLine], in_table: bool) -> Iterator[TextLine]:
    """The lines; <br> in a cell does not end its row, but is a line end in the cell."""
    for _, parts in groupby(lines, key=lambda line: line.number):
        first, *others = parts
        if others and is_table_row(first, in_table):
            text = "\n".join(part.text for part in (first, *others))
            yield TextLine(first.number, text, all(part.bold for part in (first, *others)))
        else:
            yield from (first, *others)


def _table_row(line: TextLine) -> Block | None:
    inner = line.text.strip().removeprefix("|").removesuffix("|")
    # A rule within the table is drawn in the cells.
    cells = tuple(_cell(c) if c.strip("-: ") else "" for c in inner.split("|"))
    text = " | ".join(" ".join(cell.split()) for cell in cells if cell)
    if not text:
        return None
    where = Source(line.number, line.number)
    return Block(BlockKind.TABLE_ROW, text, where, cells=cells, bold=bool(line.bold))


def _cell(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _raw_lines(token: Token, first: int) -> Iterator[Block]:
    """The lines of raw HTML without tags, or of a fenced passage as they are."""
    is_html = token.type == "html_block"
    first += 0 if is_html else 1  # the fence has a line of its own
    for number, raw in enumerate(token.content.split("\n"), start=first):
        text = " ".join((_TAG.sub(" ", raw) if is_html else raw).split())
        if not text:
            continue
        heading = _HTML_HEADING.match(raw) if is_html else None
        item = is_html and _HTML_ITEM.match(raw)
        marker, text = ("-", text) if item else split_marker(text)
        kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        yield Block(
            kind=BlockKind.HEADING if heading else kind,
            text=text,
            source=Source(number, number),
            level=int(heading[1]) if heading else 0,
            marker=marker,
        )
