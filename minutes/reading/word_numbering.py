"""The numbers that Word prints before paragraphs and that stand in no text: "§ 4", "3.2", "a)".

A paragraph refers to a w:num, which refers to a w:abstractNum with nine levels; what has
been counted is kept for each abstractNum, as Word does.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from minutes.reading.word_names import attribute, child, is_on, name_of, number

_LEVELS = 9
_PRINTED = 20  # the longest number that is believed
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
# Bullets are letters of a symbol font; this is how they look.
_BULLETS = {"\uf0a7": "▪", "\uf0fc": "✓", "\uf0a8": "☐", "\uf06f": "☐", "\uf02d": "-", "o": "○"}


@dataclass(slots=True)
class Level:
    """How one level of a list counts and prints."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None  # the level (from 1) that sets it back; 0 is none
    legal: bool = False  # all numbers in it are printed as 1, 2, 3
    style: str | None = None


_PLAIN = Level()  # of a level that is not declared


@dataclass(slots=True)
class _List:
    levels: dict[int, Level]
    counted: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class _Use:
    list: _List
    levels: dict[int, Level]
    starts: dict[int, int]
    seen: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, root: etree._Element | None = None) -> None:
        """From numbering.xml, which may be missing."""
        self._uses: dict[int, _Use] = {}
        if root is not None:
            self._read(root)

    def level_of_style(self, num_id: int, style_id: str) -> int:
        """The level that is tied to a paragraph style, or the outermost."""
        use = self._uses.get(num_id)
        levels = use.levels if use else {}
        return next((n for n, level in levels.items() if level.style == style_id), 0)

    def next(self, num_id: int, level: int) -> str | None:
        """Count a paragraph and give what Word prints before it; None where it is no list.

        A bullet is given as "•" or its like; "" where the level prints nothing.
        """
        use = self._uses.get(num_id)
        if use is None or not 0 <= level < _LEVELS:
            return None
        printed = use.levels.get(level, _PLAIN)
        self._count(use, level, printed)
        if printed.format == "bullet":
            return _bullet(printed.text)
        return _printed(use, printed)

    def _count(self, use: _Use, level: int, printed: Level) -> None:
        counted = use.list.counted
        if level in use.starts and level not in use.seen:
            counted[level] = use.starts[level]
        else:
            before = counted[level]
            counted[level] = printed.start if before is None else before + 1
        use.seen.add(level)
        for deeper in range(level + 1, _LEVELS):
            if counted[deeper] is None:
                continue
            restart = use.levels.get(deeper, _PLAIN).restart
            if restart is None or level < restart:
                counted[deeper] = None
                use.seen.discard(deeper)

    def _read(self, root: etree._Element) -> None:
        lists: dict[int, _List] = {}
        by_style: dict[str, _List] = {}
        links: dict[int, str] = {}
        for element in root:
            if name_of(element) != "abstractNum":
                continue
            list_id = number(element, "abstractNumId")
            if list_id is None:
                continue
            lists[list_id] = _List(_levels(element))
            defines, link = child(element, "styleLink"), child(element, "numStyleLink")
            if defines is not None:
                by_style[attribute(defines) or ""] = lists[list_id]
            if link is not None:
                links[list_id] = attribute(link) or ""
        for list_id, style in links.items():
            lists[list_id] = by_style.get(style, lists[list_id])
        for element in root:
            if name_of(element) == "num":
                self._read_use(element, lists)

    def _read_use(self, element: etree._Element, lists: dict[int, _List]) -> None:
        num_id, list_id = number(element, "numId"), number(child(element, "abstractNumId"))
        if num_id is None or list_id is None or list_id not in lists:
            return
        levels, starts = dict(lists[list_id].levels), {}
        for override in element:
            level = number(override, "ilvl") if name_of(override) == "lvlOverride" else None
            if level is None:
                continue
            start = number(child(override, "startOverride"))
            if start is not None:
                starts[level] = start
            if (own := child(override, "lvl")) is not None:
                levels[level] = _level(own)
        self._uses[num_id] = _Use(lists[list_id], levels, starts)


def _levels(element: etree._Element) -> dict[int, Level]:
    return {
        level: _level(found)
        for found in element
        if name_of(found) == "lvl" and (level := number(found, "ilvl")) is not None
    }


def _level(element: etree._Element) -> Level:
    def value(name: str) -> str | None:
        found = child(element, name)
        return attribute(found) if found is not None else None

    start = number(child(element, "start"))
    return Level(
        start=1 if start is None else start,
        format=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        restart=number(child(element, "lvlRestart")),
        legal=bool(is_on(child(element, "isLgl"))),
        style=value("pStyle"),
    )


def _printed(use: _Use, printed: Level) -> str:
    def place(found: re.Match[str]) -> str:
        level = int(found[1]) - 1
        at = use.levels.get(level, _PLAIN)
        counted = use.list.counted[level]
        value = at.start if counted is None else counted
        return as_number(value, "decimal" if printed.legal else at.format)

    return " ".join(re.sub(r"%([1-9])", place, printed.text).split())


def as_number(value: int, form: str) -> str:
    """The number written in one of Word's forms: 4 is "iv" in the form "lowerRoman"."""
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter") and 0 < value <= 26 * _PRINTED:
        # After z comes aa, then bb.
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        roman = ""
        for worth, letters in _ROMAN:
            times, value = divmod(value, worth)
            roman += letters * times
        return roman.upper() if form == "upperRoman" else roman
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _bullet(text: str) -> str:
    text = text.strip()
    if text in _BULLETS:
        return _BULLETS[text]
    # The rest of the private area holds arrows, diamonds and hands: all of them bullets.
    return "•" if not text or "\ue000" <= text[0] <= "\uf8ff" else text[:2]
