"""From the bytes of a text file to its text, whatever system it was written on.

UTF-8 and UTF-16 can be told for certain. Of the old eight-bit encodings the one is taken
under which the bytes make Swedish letters inside words; Windows-1252 where that is a draw.
"""

import codecs
import re
import unicodedata

from minutes.reading.bounds import Unreadable
from minutes.reading.symbols import as_seen

_BINARY = (
    "Filen innehåller inte läsbar text. Spara protokollet som Word, Markdown eller text "
    "och försök igen."
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PASTED = "minutes-pasted-windows-1252"  # the name under which codecs knows _pasted
_WINDOWS = {
    byte: letter
    for byte in range(0x80, 0xA0)
    if (letter := bytes([byte]).decode("cp1252", errors="ignore"))
}
# Where å ä ö é, Å Ä Ö É and § stand, by encoding. The order decides a draw.
_LETTERS = {
    "cp1252": ("åäöé", "ÅÄÖÉ"),
    "cp850": ("åäöé", "ÅÄÖÉ"),
    "mac-roman": ("åäöé", "ÅÄÖÉ"),
}
_ENOUGH_TO_GUESS = 200_000  # bytes
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
# What only says where a word may be divided.
_UNSEEN = {0x00AD: None, 0x200B: None}
_TOLERATED = 0.01  # share of control characters in what is still text


def decode(data: bytes) -> str:
    r"""The text of a file: every line ends in "\n", a page break stays "\f", letters are NFC.

    Stray control characters are dropped, and what is not seen; every hyphen is "-".
    Raises Unreadable where the bytes are no text.
    """
    text = _LINE_ENDS.sub("\n", _decoded(data))
    text = as_seen(_without_control_characters(text))
    return unicodedata.normalize("NFC", text if text.isascii() else text.translate(_UNSEEN))


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if encoding := _utf16_without_mark(data):
        return data.decode(encoding, errors="replace")
    if b"\0" in data:
        raise Unreadable(_BINARY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mostly_utf8(data) or _eight_bit(data)


def _utf16_without_mark(data: bytes) -> str:
    """The kind of UTF-16 whose every other byte is zero in Western text, or ""."""
    sample = data[:2_000]
    if len(sample) < 8 or b"\0" not in sample:
        return ""
    half = len(sample) / 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 into which a few bytes of Windows-1252 were pasted, or None."""
    valid = data.decode("utf-8", errors="ignore")
    letters = len(valid) - len(valid.encode("ascii", errors="ignore"))
    strays = len(data) - len(valid.encode())
    if strays * 4 > letters:
        return None
    return data.decode("utf-8", errors=_PASTED)


def _pasted(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _windows(error.object[error.start : error.end]), error.end


codecs.register_error(_PASTED, _pasted)


def _eight_bit(data: bytes) -> str:
    encoding = max(_LETTERS, key=lambda name: _swedishness(data, name))
    if encoding == "cp1252":
        return _windows(data)
    if encoding == "cp850":
        # MS-DOS printed § for the control character 21 too.
        data = data.replace(b"\x15", "§".encode("cp850"))
    return data.decode(encoding)


def _swedishness(data: bytes, encoding: str) -> float:
    """How many high bytes are Swedish letters where Swedish letters may stand."""
    small, large = (re.escape(letters.encode(encoding)) for letters in _LETTERS[encoding])
    within_word = rb"(?<=[A-Za-z])[%b]|[%b](?=[a-z])" % (small, small)
    first_in_word = rb"(?<![A-Za-z])[%b](?=[A-Za-z])|(?<=[A-Z])[%b](?=[A-Z])" % (large, large)
    # Before a number stands no letter: "§ 14", not "õ 14".
    section = rb"[%b](?=\s?\d)" % re.escape("§".encode(encoding))
    sample = data[:_ENOUGH_TO_GUESS]
    return float(
        len(re.findall(within_word, sample))
        + len(re.findall(first_in_word, sample))
        + 0.5 * len(re.findall(section, sample))
    )


def _windows(data: bytes) -> str:
    """Windows-1252; the five bytes that it leaves open stay control characters."""
    return data.decode("latin-1").translate(_WINDOWS)


def _without_control_characters(text: str) -> str:
    kept, found = _CONTROL.subn("", text)
    if "\0" in text or found > max(3, _TOLERATED * len(text)):
        raise Unreadable(_BINARY)
    return kept
