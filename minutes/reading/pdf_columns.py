"""Rows of words on a page, and which of them stand in two columns side by side. Pure."""

from collections.abc import Iterable, Sequence

from minutes.reading.pdf_words import Word
from minutes.records import record

_SAME_LINE = 0.4  # of the size of the letters
_WIDE = 0.9  # of the size; a wider space parts what it stands between
_NEXT_ROW = 2.7  # of the size; what stands further down is no more of the same column
_LEAST_ROWS = 3
_MIDDLE = (0.38, 0.85)  # of the width of the text, where a second column may begin
_LONGEST_ENTRY = 5  # words in an entry of a list


@record
class Row:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]
    y: float
    size: float

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        """The words, with three spaces where they stand far apart."""
        text = self.words[0].text
        for word, following in zip(self.words, self.words[1:], strict=False):
            wide = following.x0 - word.x1 > _WIDE * self.size
            text += ("   " if wide else " ") + following.text
        return text

    def parts(self) -> list["Row"]:
        """The row, parted where there is a wide space."""
        parts = [[self.words[0]]]
        for word, following in zip(self.words, self.words[1:], strict=False):
            if following.x0 - word.x1 > _WIDE * self.size:
                parts.append([])
            parts[-1].append(following)
        return [Row(tuple(part), self.y, self.size) for part in parts]


def rows_of(words: Iterable[Word]) -> list[Row]:
    """The rows, from the top."""
    rows: list[list[Word]] = []
    y = size = 0.0
    for word in sorted(words, key=lambda each: each.y):
        if rows and word.y - y <= _SAME_LINE * max(size, word.size):
            rows[-1].append(word)
            size = max(size, word.size)
        else:
            rows.append([word])
            y, size = word.y, word.size
    return [_row(row) for row in rows]


def _row(words: Sequence[Word]) -> Row:
    largest = max(words, key=lambda word: word.size)
    return Row(tuple(sorted(words, key=lambda word: word.x0)), largest.y, largest.size)


def in_columns(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows in the order of reading: a left column whole, then the right one."""
    parted = [row.parts() for row in rows]
    left = min((row.x0 for row in rows), default=0.0)
    right = max((row.x1 for row in rows), default=0.0)
    groups: list[list[Row]] = [[]]
    position = 0
    while position < len(rows):
        columns = _columns(parted, position, left, right)
        if columns is None:
            groups[-1].append(rows[position])
            position += 1
            continue
        first, second, position = columns
        groups += [first, second, []]
    return [group for group in groups if group]


def _columns(
    rows: Sequence[Sequence[Row]], start: int, left: float, right: float
) -> tuple[list[Row], list[Row], int] | None:
    """(left column, right column, where they end), or None where none begin at `start`."""
    if len(rows[start]) != 2:
        return None
    a, b = rows[start][0].x1, rows[start][1].x0
    if not _MIDDLE[0] <= (b - left) / max(right - left, 1.0) <= _MIDDLE[1]:
        return None
    first, second, end = [rows[start][0]], [rows[start][1]], start + 1
    for row in rows[start + 1 :]:
        size = row[0].size
        if row[0].y - max(first[-1].y, second[-1].y) > _NEXT_ROW * size:
            break
        middle = (a + b) / 2
        before = [part for part in row if (part.x0 + part.x1) / 2 < middle]
        after = [part for part in row if (part.x0 + part.x1) / 2 >= middle]
        new_a = max([a, *(part.x1 for part in before)])
        new_b = min([b, *(part.x0 for part in after)])
        if len(before) > 1 or len(after) > 1 or new_b - new_a < _WIDE * size:
            break
        if after and abs(after[0].x0 - second[0].x0) > 4 * size:
            break
        a, b = new_a, new_b
        first += before
        second += after
        end += 1
    return (first, second, end) if _are_columns(first, second) else None


def _are_columns(first: Sequence[Row], second: Sequence[Row]) -> bool:
    """Whether these are two texts, and not a table whose rows go across."""
    if min(len(first), len(second)) < _LEAST_ROWS:
        return False
    if _is_filled(first) and _is_filled(second):
        return True
    lists = all(len(row.words) <= _LONGEST_ENTRY for row in (*first, *second))
    figures = any(letter.isdigit() for row in second for letter in row.text)
    if first[0].text.rstrip().endswith(":") and first[1].text.rstrip().endswith(":"):
        return False  # labels, and beside each what it is a label of
    return lists and not figures


def _is_filled(rows: Sequence[Row]) -> bool:
    """Whether most rows go to the edge of the column, as running text does."""
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    full = sum(1 for row in rows if row.x1 - row.x0 > 0.8 * (right - left))
    return len(rows) > 5 and full > 0.6 * len(rows)
