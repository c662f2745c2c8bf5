"""Signs that are not what one saw: those of Wingdings and Symbol, and hyphens of other kinds."""

import re

SYMBOLS = {
    0xB7: "•", 0xA7: "▪", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xFE: "☒", 0xFD: "☒",
    0x78: "☒", 0xFC: "✓", 0xFB: "✗", 0xE0: "→", 0xE8: "→", 0xDF: "←", 0x4A: "☺", 0x2A: "✉",
}  # fmt: skip
_PRIVATE = 0xF000  # here such a sign stands where the text was taken out of its document
_TAKEN_OUT = re.compile("[\uf020-\uf0ff]")
_HYPHENS = {0x2010: "-", 0x2011: "-"}  # at the latter no line breaks


def symbol(code: int) -> str:
    """The sign of one of these fonts; "" for one that minutes do without."""
    return SYMBOLS.get(code & 0xFF if code >= _PRIVATE else code, "")


def as_seen(text: str) -> str:
    """The text with such signs as one saw them in its document: bullets, boxes, arrows, hyphens."""
    if text.isascii():
        return text
    text = _TAKEN_OUT.sub(lambda sign: symbol(ord(sign.group())) or sign.group(), text)
    return text.translate(_HYPHENS)
