"""The words of a PDF file and the lines drawn on its pages, where they stand.

PDFium is asked here, and nowhere else; what its answers mean is worked out in pdf_layout.
"""

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from minutes.reading.pdf_words import DIVIDED, Page, Rule, Word
from minutes.reading.symbols import as_seen
from minutes.records import record

_HYPHEN_AT_END = "\x02"  # what PDFium gives for the hyphen of a divided word
_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st", 0x00AD: "", 0x200B: "", 0x2010: "-", 0x2011: "-", 0xFEFF: "",
}  # fmt: skip
_MARKS_BEFORE = (("\N{RING ABOVE}", "\u030a"), ("\N{DIAERESIS}", "\u0308"))
_LOST = "\N{REPLACEMENT CHARACTER}"
_UPRIGHT = 0.3  # radians that a line may slope and still be read
_THIN = 3.0  # points; a thicker shape is no line of a table
_SHORTEST_RULE = 6.0
_MOST_OBJECTS = 20_000  # on a page; more are a drawing


class Locked(Exception):
    """The file is encrypted with a password that must be known to open it."""


class Broken(Exception):
    """The file, or all of it that matters, is no PDF that can be opened."""


def pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF file, one by one. Raises Locked or Broken."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise (Locked if locked else Broken)() from None
    try:
        for index in range(len(document)):
            try:
                page = document[index]
            except pdfium.PdfiumError:
                yield Page(())  # damaged; the others may be whole
                continue
            yield _page(page)
            page.close()
    finally:
        document.close()


def count_pages(data: bytes) -> int:
    """How many pages the file says that it has. Raises Locked or Broken."""
    try:
        with pdfium.PdfDocument(data) as document:
            return len(document)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise (Locked if locked else Broken)() from None


def _page(page: pdfium.PdfPage) -> Page:
    rotation = page.get_rotation()
    left, bottom, right, top = page.get_bbox()
    seen = _Seen(rotation, left, bottom, right, top)
    rules, pictures = _rules(page, seen)
    try:
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return Page((), pictures=pictures)
    try:
        words, sideways = _words(text, seen)
    finally:
        text.close()
    return Page(tuple(words), tuple(rules), sideways, pictures)


@record
class _Seen:
    """From the coordinates of the file to those of the page as it is turned for the reader."""

    rotation: int
    left: float
    bottom: float
    right: float
    top: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


class _Looks:
    """(size, bold) of the letters, asked once for each piece of text that was drawn in one go."""

    def __init__(self, handle: object) -> None:
        self._handle = handle
        self._known: dict[int | None, tuple[float, bool]] = {}

    def at(self, index: int) -> tuple[float, bool]:
        thing = raw.FPDFText_GetTextObject(self._handle, index)
        key = ctypes.cast(thing, ctypes.c_void_p).value
        if key is None or key not in self._known:
            self._known[key] = _size(self._handle, index), _is_bold(self._handle, index)
        return self._known[key]


def _words(text: pdfium.PdfTextPage, seen: _Seen) -> tuple[list[Word], str]:
    """The words that stand upright, and the others as one text."""
    handle = text.raw
    looks = _Looks(handle)
    upright: list[Word] = []
    sideways: list[str] = []
    for letters, first, last in _runs(handle, text.count_chars()):
        word = _word(handle, letters, first, last, seen, looks)
        if word is not None:
            upright.append(word)
        else:
            sideways.append(letters.replace(_HYPHEN_AT_END, "-"))
    return upright, " ".join(sideways)


def _runs(handle: object, count: int) -> Iterator[tuple[str, int, int]]:
    """(letters, first index, last index) of what stands without space between."""
    get = raw.FPDFText_GetUnicode
    letters: list[str] = []
    start = 0
    for index in range(count):
        letter = _letter(get(handle, index))
        if letter != " ":
            if not letters:
                start = index
            letters.append(letter)
            # PDFium joins what a hyphen divides at the end of a line.
            ends = letter in ("-", _HYPHEN_AT_END) and _ends_line(handle, index, count)
            if not ends:
                continue
        if letters:
            yield "".join(letters), start, index if letter != " " else index - 1
            letters = []
    if letters:
        yield "".join(letters), start, count - 1


def _ends_line(handle: object, index: int, count: int) -> bool:
    if index + 1 >= count:
        return True
    x, y, following = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(handle, index, x, y)
    raw.FPDFText_GetCharOrigin(handle, index + 1, x, following)
    return abs(y.value - following.value) > 2.0


def _letter(code: int) -> str:
    if code == 2:
        return _HYPHEN_AT_END
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return _LOST
    return " " if code < 0x20 or (letter := chr(code)).isspace() else letter


def _word(
    handle: object, text: str, first: int, last: int, seen: _Seen, looks: _Looks
) -> Word | None:
    """The word with where it stands; None where it does not stand upright."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box, end = raw.FS_RECTF(), raw.FS_RECTF()
    raw.FPDFText_GetCharOrigin(handle, first, x, y)
    raw.FPDFText_GetLooseCharBox(handle, first, box)
    raw.FPDFText_GetLooseCharBox(handle, last, end)
    angle = raw.FPDFText_GetCharAngle(handle, first)
    turned = (angle + math.radians(seen.rotation)) % math.tau
    if min(turned, math.tau - turned) > _UPRIGHT and angle >= 0:
        return None
    corners = [seen.at(r.left, r.bottom) for r in (box, end)]
    corners += [seen.at(r.right, r.top) for r in (box, end)]
    x0, x1 = min(c[0] for c in corners), max(c[0] for c in corners)
    _, base = seen.at(x.value, y.value)
    text = _composed(text).replace(_HYPHEN_AT_END, DIVIDED)
    return Word(text, x0, x1, base, *looks.at(first))


def _composed(text: str) -> str:
    """Letters with their marks in one sign; older TeX prints the mark and then the letter."""
    if text.isascii():
        return text
    for mark, combining in _MARKS_BEFORE:
        if mark in text:
            text = re.sub(f"{mark}([aouAOU])", rf"\1{combining}", text)
    return unicodedata.normalize("NFC", as_seen(text))


def _size(handle: object, index: int) -> float:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = float(raw.FPDFText_GetFontSize(handle, index)) * scale
    return min(max(size, 1.0), 400.0)


def _is_bold(handle: object, index: int) -> bool:
    buffer, flags = ctypes.create_string_buffer(96), ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, index, buffer, 96, flags)
    name = buffer.value.lower()
    return b"bold" in name or b"black" in name or b"heavy" in name


def _rules(page: pdfium.PdfPage, seen: _Seen) -> tuple[list[Rule], bool]:
    """The thin shapes on the page, and whether there is a picture on it."""
    rules: list[Rule] = []
    pictures = False
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        thing = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(thing)
        pictures = pictures or kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
        if kind != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(thing, *sides):
            continue
        left, bottom, right, top = (side.value for side in sides)
        (ax, ay), (bx, by) = seen.at(left, bottom), seen.at(right, top)
        rule = Rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        wide, high = rule.x1 - rule.x0, rule.y1 - rule.y0
        if min(wide, high) <= _THIN and max(wide, high) >= _SHORTEST_RULE:
            rules.append(rule)
        elif wide > 2 * _SHORTEST_RULE and high > _SHORTEST_RULE:
            rules += _box(rule)
    return rules, pictures


def _box(shape: Rule) -> list[Rule]:
    """The four sides of a shape: a cell drawn as a frame or as a coloured ground."""
    x0, y0, x1, y1 = shape.x0, shape.y0, shape.x1, shape.y1
    return [Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)]
