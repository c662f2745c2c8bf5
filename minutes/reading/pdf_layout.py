"""From words and drawn lines on a page to its lines of text in the order of reading. Pure.

A row of a drawn table is one line with its cells apart; two columns side by side are read one
after the other; all else is read as it stands, with gaps where the page has gaps.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from minutes.reading.pdf_columns import Row, in_columns, rows_of
from minutes.reading.pdf_tables import Band, bands
from minutes.reading.pdf_words import DIVIDED, Page, Word
from minutes.records import record

GAP = "   "
_PARAGRAPH_GAP = 1.3  # of the distance between lines; more is a new paragraph
_PADDING = 6.0  # points between the text of a cell and the line beside it
_SHORT_REST = 30  # characters
_SHORT_RULE = 200.0  # points
_FULL_ROW = 1_500  # characters; a longer row only lays out the page
_AFTER_LOOSE_HYPHEN = ("och", "eller", "samt", "respektive", "men")  # "mark- och miljö"
_LARGER = 1.12  # how much larger a line is that is no running text


@record
class TextLine:
    """A line of the transcript; `text` is "" between paragraphs, `cells` of a table row."""

    text: str
    size: float = 0.0
    bold: bool = False
    cells: tuple[str, ...] = ()
    note: bool = False  # a footnote


def lines_of(page: Page) -> list[TextLine]:
    """The lines of the page, a blank one between what stands apart."""
    rest = list(page.words)
    placed: list[tuple[float, list[TextLine]]] = []
    for band in bands(page.rules):
        inside = [word for word in rest if _is_inside(word, band)]
        if not inside:
            continue
        taken = _table_row(band, inside)
        names = {id(word) for word in inside}
        rest = [word for word in rest if id(word) not in names]
        placed.append((min(word.y for word in inside), taken))
    rest, notes = _without_notes(page, rest)
    placed.sort(key=lambda each: each[0])
    return _woven(rest, placed) + notes + ([TextLine(page.sideways)] if page.sideways else [])


def _without_notes(page: Page, words: Sequence[Word]) -> tuple[list[Word], list[TextLine]]:
    """The words above the short line that parts footnotes from the text, and the footnotes."""
    bottom = max((word.y for word in words), default=0.0)
    for rule in page.rules:
        short = rule.y1 - rule.y0 < 3 and rule.x1 - rule.x0 < _SHORT_RULE
        if not short or rule.y0 < bottom / 2:
            continue
        rows = rows_of(word for word in words if word.y > rule.y1)
        if not rows or not rows[0].words[0].text[0].isdigit() or rows[0].x0 > rule.x1:
            continue
        notes = [row for row in rows if row.x0 < rule.x1]
        names = {id(word) for row in notes for word in row.words}
        lines = [TextLine(row.text, row.size, row.bold, note=True) for row in notes]
        return [word for word in words if id(word) not in names], _made_whole(lines)
    return list(words), []


def _is_inside(word: Word, band: Band) -> bool:
    down, along = word.y - 0.3 * word.size, (word.x0 + word.x1) / 2
    return band.y0 <= down <= band.y1 and band.x0 - word.size <= along <= band.x1 + word.size


def _woven(words: Sequence[Word], placed: Sequence[tuple[float, list[TextLine]]]) -> list[TextLine]:
    """The text between the tables, and the tables, from the top of the page downwards."""
    lines: list[TextLine] = []
    above = float("-inf")
    for y, taken in [*placed, (float("inf"), [])]:
        lines += _running([word for word in words if above <= word.y < y])
        lines += taken
        above = y
    return lines


def _table_row(band: Band, words: Sequence[Word]) -> list[TextLine]:
    """The row that the band is, or its cells one after the other where they are no row."""
    edges = (*band.between, band.x1)
    cells: list[list[Word]] = [[] for _ in edges]
    for word in words:
        middle = (word.x0 + word.x1) / 2
        cells[sum(1 for x in band.between if x < middle)].append(word)
    rows = [(rows_of(cell), edge - _PADDING) for cell, edge in zip(cells, edges, strict=True)]
    # The outer lines make a first and a last cell, which are empty unless the table is open.
    rows = rows[0 if cells[0] else 1 : len(rows) if cells[-1] else -1]
    filled = [each for each, _ in rows if each]
    if len(filled) < 2 or _lays_out(filled):
        return [line for each, _ in rows if each for line in _running_rows(each)]
    texts = tuple(_cell_text(each, right) for each, right in rows)
    size = max(word.size for word in words)
    line = GAP.join(" ".join(text.split()) for text in texts if text)
    return [TextLine(line, size, all(word.bold for word in words), texts)]


def _lays_out(cells: Sequence[Sequence[Row]]) -> bool:
    """Whether cells beside each other are lists or texts of their own, not facts of one row."""
    if sum(len(row.text) for cell in cells for row in cell) > _FULL_ROW:
        return True
    long = [cell for cell in cells if len(cell) >= 3]
    return len(long) == len(cells) and all(_is_list(cell) for cell in long)


def _is_list(rows: Sequence[Row]) -> bool:
    """Whether each row ends where it need not: the next word would have fitted."""
    right = max(row.x1 for row in rows)
    pairs = pairwise(rows)
    short = sum(1 for row, following in pairs if _would_fit(row, following, right))
    return 2 * short >= len(rows) - 1


def _cell_text(rows: Sequence[Row], right: float) -> str:
    r"""The text of a cell that ends at `right`; "\n" where a line ended before it had to."""
    text = rows[0].text.strip() if rows else ""
    for row, following in pairwise(rows):
        piece = following.text.strip()
        whole = _divided(text, piece)
        if whole is not None:
            text = whole + piece
        else:
            begins = piece[0].isupper() or piece[0].isdigit()
            text += ("\n" if begins and _would_fit(row, following, right) else " ") + piece
    return text.replace(DIVIDED, "-")


def _would_fit(row: Row, following: Row, right: float) -> bool:
    """Whether the first word of the next row had room on this one."""
    word = following.words[0]
    return row.x1 + 0.3 * row.size + word.x1 - word.x0 < right


def _running(words: Sequence[Word]) -> list[TextLine]:
    """Text outside tables, column by column where it stands in columns."""
    lines: list[TextLine] = []
    for part in in_columns(rows_of(words)):
        if lines:
            lines.append(TextLine(""))
        lines += _running_rows(part)
    return lines


def _running_rows(rows: Sequence[Row]) -> list[TextLine]:
    if not rows:
        return []
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    pitch = _pitch(rows)
    lines: list[TextLine] = []
    last: Row | None = None
    value = float("-inf")  # where the value after a label begins
    for row in rows:
        hangs = abs(row.x0 - value) < 0.3 * row.size
        if last is not None and hangs and not _would_fit(last, row, right):
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {row.text}")
            last = row
            continue
        parts = row.parts()
        value = parts[-1].x0 if len(parts) > 1 else value if hangs else float("-inf")
        if last is not None and (_stand_apart(last, row, pitch) or _ended(last, row, right)):
            lines.append(TextLine(""))
        indent = round((row.x0 - left) / (0.5 * row.size))
        lines.append(TextLine(" " * min(indent, 60) + row.text, row.size, row.bold))
        last = row
    return _made_whole(lines)


def _stand_apart(last: Row, row: Row, pitch: float) -> bool:
    if row.y - last.y > _PARAGRAPH_GAP * pitch or row.bold != last.bold:
        return True
    return max(row.size, last.size) > _LARGER * min(row.size, last.size)


def _ended(last: Row, row: Row, right: float) -> bool:
    """Whether a paragraph ended: a sentence did, and the next word would have fitted."""
    return last.text.endswith((".", "!", "?")) and _would_fit(last, row, right - 0.2 * last.size)


def _pitch(rows: Sequence[Row]) -> float:
    """The usual distance between two lines that follow each other."""
    usual = [
        following.y - row.y
        for row, following in pairwise(rows)
        if 0 < following.y - row.y < 2.2 * row.size
    ]
    return median(usual) if usual else 1.3 * rows[0].size


def _made_whole(lines: Sequence[TextLine]) -> list[TextLine]:
    """The same, the rest of a word that was divided moved up to its beginning."""
    whole: list[TextLine] = []
    for line in lines:
        text = line.text
        if whole and (begun := _divided(whole[-1].text, text)) is not None:
            word, _, text = text.strip().partition(" ")
            if len(text) <= _SHORT_REST:  # alone on a line it would look like a thing of its own
                word, text = f"{word} {text}".rstrip(), ""
            whole[-1] = replace(whole[-1], text=begun + word)
            if not text:
                continue
        whole.append(replace(line, text=text))
    return [replace(line, text=line.text.replace(DIVIDED, "-")) for line in whole]


def _divided(above: str, below: str) -> str | None:
    """The line above as it goes on in the word below; None where no word is divided."""
    below = below.strip()
    if not below[:1].isalpha() or not above.endswith(("-", DIVIDED)) or not above[-2:-1].isalpha():
        return None
    if below.split()[0] in _AFTER_LOOSE_HYPHEN:
        return None
    if below[0].isupper() or above[-2].isupper():
        return above[:-1] + "-"  # "Per-" and "Erik", "ST-" and "läkare"
    return above[:-1]
