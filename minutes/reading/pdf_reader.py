"""A PDF file with text in it as transcript and blocks.

The transcript has the lines as they are read from top to bottom; headings are told by the
size of their letters. A page that is only a picture has no text to read.
"""

import json
import logging
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from minutes.reading.blocks import Block, BlockKind, ReadDocument, Remark, Source
from minutes.reading.bounds import PAGE, USUAL, Limits, Unreadable, too_long
from minutes.reading.pdf_layout import TextLine
from minutes.reading.pdf_words import LOCKED, TOO_LARGE, TOO_LONG
from minutes.reading.text_reader import PAGE_BREAK, read_lines
from minutes.records import record

_log = logging.getLogger(__name__)
_WORKER = "minutes.reading.pdf_worker"
_SECONDS = 30.0
_HEADING = 1.12  # of the size of the running text
_TITLE = 1.4
_NUMBER = re.compile(r"§.*|\d+\.\d.*")
_LONGEST_HEADING = 120  # characters
_LOST = "\N{REPLACEMENT CHARACTER}"

_LOCKED = (
    "PDF-filen är skyddad med lösenord. Spara den utan lösenord, eller lämna in protokollet som "
    "Word, och försök igen."
)
_DAMAGED = (
    "PDF-filen är skadad och går inte att läsa. Spara protokollet som PDF på nytt och försök igen."
)
_TOO_LARGE = (
    "PDF-filen tar för mycket minne eller tid att läsa. Kontrollera att det är rätt fil, eller "
    "lämna in protokollet som Word."
)
_NO_TEXT = (
    "PDF-filen innehåller ingen text, bara bilder av sidorna. Kör texttolkning (OCR) på den och "
    "försök igen, eller lämna in protokollet som Word."
)
_NO_LETTERS = (
    "PDF-filens text går inte att läsa ut, eftersom typsnitten i den saknar uppgift om vilka "
    "tecken de visar. Kör texttolkning (OCR) på den, eller lämna in protokollet som Word."
)


@record
class _Page:
    pictures: bool
    lines: tuple[TextLine, ...]


def read_pdf(data: bytes, limits: Limits = USUAL) -> ReadDocument:
    """The document; its transcript has the lines of its pages in the order of reading.

    Raises Unreadable where the file is damaged, encrypted, too large, or has no text.
    """
    pages = _pages(data, limits)
    lines = [line for page in pages for line in page.lines]
    if not any(line.text.strip() for line in lines):
        raise Unreadable(_NO_TEXT if any(page.pictures for page in pages) else _DAMAGED)
    letters = "".join(line.text for line in lines)
    if letters.count(_LOST) * 3 > len("".join(letters.split())):
        raise Unreadable(_NO_LETTERS)
    document = read_lines(_running_text(pages))
    looks = dict(enumerate(lines, start=1))
    apart = [_apart(number, line) for number, line in looks.items() if line.cells or line.note]
    usual = _usual_size(lines)
    blocks = [_as_printed(block, looks, usual) for block in document.blocks]
    return ReadDocument(
        transcript=tuple(line.text.rstrip() for line in lines),
        blocks=tuple(sorted([*blocks, *apart], key=lambda block: block.source)),
        remarks=_unread(pages),
    )


def require_pages(data: bytes, limits: Limits = USUAL) -> None:
    """Raise Unreadable where the file has no page that can be shown; text is not asked for."""
    if not _pages(data, limits):
        raise Unreadable(_DAMAGED)


def _pages(data: bytes, limits: Limits) -> list[_Page]:
    """What the process that reads the file found. Raises Unreadable."""
    command = (sys.executable, "-m", _WORKER, str(limits.pages), str(limits.pages * PAGE))
    try:
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(_TOO_LARGE) from None
    if done.returncode < 0:  # ended by the system, for what it took or did
        raise Unreadable(_TOO_LARGE if -done.returncode in (9, 24) else _DAMAGED)
    if done.returncode > 0:
        if b"MemoryError" in done.stderr:
            raise Unreadable(_TOO_LARGE)
        _log.error("reading a PDF file failed: %s", done.stderr.decode(errors="replace"))
        raise Unreadable(_DAMAGED)
    answer = json.loads(done.stdout)
    if answer == TOO_LONG:
        raise too_long(limits)
    if isinstance(answer, str):
        said = {LOCKED: _LOCKED, TOO_LARGE: _TOO_LARGE}
        raise Unreadable(said.get(answer, _DAMAGED))
    return [_Page(pictures, tuple(_line(*line) for line in lines)) for pictures, lines in answer]


def _line(text: str, size: float, bold: bool, cells: Sequence[str], note: bool) -> TextLine:
    return TextLine(text, size, bold, tuple(cells), note)


def _running_text(pages: Sequence[_Page]) -> list[str]:
    """The lines as plain text would have them; rows of tables and footnotes are left blank."""
    lines: list[str] = []
    for number, page in enumerate(pages):
        first = PAGE_BREAK if number else ""
        for line in page.lines:
            lines.append(first + ("" if line.cells or line.note else line.text))
            first = ""
    return lines


def _apart(number: int, line: TextLine) -> Block:
    """The block of a table row or of a line of a footnote."""
    source = Source(number, number)
    if line.note:
        return Block(BlockKind.NOTE, " ".join(line.text.split()), source)
    text = " | ".join(" ".join(cell.split()) for cell in line.cells if cell)
    return Block(BlockKind.TABLE_ROW, text, source, cells=line.cells, bold=line.bold)


def _usual_size(lines: Sequence[TextLine]) -> float:
    """The size of the letters of most of the text."""
    sizes = [line.size for line in lines if line.text for _ in range(1 + len(line.text) // 20)]
    return median(sizes) if sizes else 0.0


def _as_printed(block: Block, looks: dict[int, TextLine], usual: float) -> Block:
    """The block, a heading where its letters are large, and bold where all of it is."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return block
    numbers = range(block.source.first_line, block.source.last_line + 1)
    lines = [looks[number] for number in numbers if looks[number].text]
    if not lines:
        return block
    bold = all(line.bold for line in lines)
    size = min(line.size for line in lines)
    large = size > _HEADING * usual
    if (large or (bold and _NUMBER.fullmatch(block.marker))) and _is_short(block):
        level = (1 if size > _TITLE * usual else 2) if large else 3
        return replace(block, kind=BlockKind.HEADING, level=level, bold=bold)
    return replace(block, bold=bold)


def _is_short(block: Block) -> bool:
    return len(block.text) <= _LONGEST_HEADING and not block.cells


def _unread(pages: Sequence[_Page]) -> tuple[Remark, ...]:
    """That some pages are pictures, though others have text."""
    numbers = [
        str(number)
        for number, page in enumerate(pages, start=1)
        if page.pictures and not any(line.text.strip() for line in page.lines)
    ]
    if not numbers:
        return ()
    named = ", ".join(numbers[:20]) + (" med flera" if len(numbers) > 20 else "")
    one = len(numbers) == 1
    message = (
        f"{'Sidan' if one else 'Sidorna'} {named} är {'en bild' if one else 'bilder'} utan text "
        "och har inte lästs. Kör texttolkning (OCR) på filen om de hör till protokollet."
    )
    return (Remark("pages-without-text", message),)
