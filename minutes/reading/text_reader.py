"""Plain text, as it comes out of a PDF, a mail or a text editor, as transcript and blocks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from minutes.reading.blocks import Block, BlockKind, ReadDocument, Source, split_marker
from minutes.reading.encoding import decode
from minutes.reading.wrapping import Line, paragraphs

PAGE_BREAK = "\f"
_PAGE_NUMBER = re.compile(
    r"(?:^|\s)(?:\d{1,3}\s?\(\d{1,3}\)|(?:sida|sid\.?|page)\s?\d{1,3}(?:\s?(?:av|of|/|\()\s?\d{1,3}\)?)?)\s*$",
    re.IGNORECASE,
)
_NUMBER_OR_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d|\d{1,2} [a-z]{3,9} \d{4}\b)|\d+")
_ONLY_NUMBER = re.compile(r"^[-–]?\s?\d{1,3}\s?[-–]?$")
_COLUMN_GAP = re.compile(r"\t+| {3,}|\s\|(?:\s|$)")
_MARGIN_DEPTH = 3  # lines at the top and bottom of a page that may be its header or footer


def read_text(data: bytes) -> ReadDocument:
    """The document; its transcript is the file's own lines. Raises Unreadable."""
    return read_lines(decode(data).split("\n"))


def read_lines(lines: Sequence[str]) -> ReadDocument:
    """The same for text that is already decoded and split at its line ends."""
    transcript = tuple(line.replace(PAGE_BREAK, "").rstrip() for line in lines)
    margins = _margins(lines)
    blocks = [_block(group) for group in paragraphs(_text_lines(lines, margins))]
    blocks = [block for block in _with_underlined(blocks) if block.text or block.marker]
    blocks += [_margin(transcript[number - 1], number) for number in sorted(margins)]
    return ReadDocument(transcript, tuple(sorted(blocks, key=lambda block: block.source)))


def _text_lines(lines: Sequence[str], margins: set[int]) -> list[Line]:
    found: list[Line] = []
    gap, page = 0, False
    for number, line in enumerate(lines, start=1):
        page = page or PAGE_BREAK in line
        text = line.replace(PAGE_BREAK, "")
        if not text.strip() or number in margins:
            gap += not text.strip()
            continue
        marker, rest = split_marker(text)
        indent = len(text) - len(text.lstrip())
        if indent == 1:
            indent = 0  # a single leading space is what a page break left behind
        found.append(Line(number, rest, indent, gap, marker, page))
        gap, page = 0, False
    return found


def _block(group: Sequence[Line]) -> Block:
    first, last = group[0], group[-1]
    text, breaks = "", []
    for line in group:
        if text:
            text += " "
        if line is not first:  # also where the first line is a marker and nothing else
            breaks.append((len(text), line.number))
        text += " ".join(line.text.split())
    cells = tuple(part.strip() for part in _COLUMN_GAP.split(first.text))
    return Block(
        kind=BlockKind.LIST_ITEM if first.marker else BlockKind.PARAGRAPH,
        text=text,
        source=Source(first.number, last.number),
        level=first.indent // 4,
        marker=first.marker,
        cells=cells if len(cells) > 1 else (),
        breaks=tuple(breaks),
    )


def _with_underlined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Lines drawn with = or - are no text; a line that is underlined is a heading."""
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if _is_rule(block):
            continue
        underlined = following is not None and _is_rule(following)
        near = following is not None and following.source.first_line == block.source.last_line + 1
        if underlined and near and block.kind is BlockKind.PARAGRAPH and len(block.text) < 100:
            yield Block(BlockKind.HEADING, block.text, block.source, 1, breaks=block.breaks)
        else:
            yield block


def _is_rule(block: Block) -> bool:
    text = block.marker + block.text
    return len(text) > 2 and not text.strip("=-_*~–— ")


def _margin(text: str, number: int) -> Block:
    return Block(BlockKind.PAGE_MARGIN, " ".join(text.split()), Source(number, number))


def _margins(lines: Sequence[str]) -> set[int]:
    """Numbers of the lines that are page headers or footers.

    They carry a page number ("3(7)", "Sida 3 av 7"), or stand in the same words at the
    top or bottom of several pages.
    """
    numbered = {
        n for n, line in enumerate(lines, 1) if _PAGE_NUMBER.search(line) and len(line) < 100
    }
    pages = _pages(lines)
    edges = [n for page in pages for n in {*page[:_MARGIN_DEPTH], *page[-_MARGIN_DEPTH:]}]
    seen = Counter(_shape(lines[n - 1]) for n in edges)
    often = max(2, len(pages) * 0.4)
    repeated = {
        n
        for n in edges
        if seen[_shape(lines[n - 1])] >= often and not lines[n - 1].rstrip().endswith((",", ":"))
    }
    alone = {n for n in edges if _ONLY_NUMBER.match(lines[n - 1].strip())}
    return (numbered if len(numbered) > 1 else set()) | repeated | alone


def _pages(lines: Sequence[str]) -> list[list[int]]:
    """The numbers of the lines with text, page by page; [] where there is one page only."""
    pages: list[list[int]] = [[]]
    for number, line in enumerate(lines, start=1):
        if PAGE_BREAK in line:
            pages.append([])
        if line.replace(PAGE_BREAK, "").strip():
            pages[-1].append(number)
    return pages if len(pages) > 1 else []


def _shape(line: str) -> str:
    """The line without its numbers; a day is kept, for that of another meeting is another line."""
    said = " ".join(line.replace(PAGE_BREAK, "").split()).casefold()
    return _NUMBER_OR_DAY.sub(lambda found: found["day"] or "#", said)
