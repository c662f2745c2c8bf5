"""What the styles and lists of an OpenDocument file mean for its structure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from minutes.reading.odt_names import FO, STYLE, TEXT, attribute, name_of, number
from minutes.reading.word_numbering import as_number
from minutes.records import record

_BOLD = frozenset(("bold", "600", "700", "800", "900"))
_TITLES = {"Title": 1, "Subtitle": 2}
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
          "I": "upperRoman"}  # fmt: skip
_LEVELS = 10
_PLACE = re.compile(r"%(\d{1,2})%")


@record
class Style:
    """A style with what it has from those that it is based on."""

    bold: bool = False
    hidden: bool = False
    list: str = ""  # the name of the list that its paragraphs belong to
    heading: int = 0  # the level of a title, which OpenDocument writes as a paragraph


@dataclass(slots=True)
class _Declared:
    parent: str
    bold: bool | None = None
    hidden: bool | None = None
    list: str | None = None


@record
class Level:
    """How one level of a list prints; `format` is "" where it prints no number."""

    format: str = ""
    pattern: str = ""  # "§ %1%": where the numbers of the levels go
    start: int = 1
    bullet: str = ""


_SILENT = Level()


@dataclass(slots=True)
class Styles:
    """The styles of a document by name, and its lists by name with their levels from 1."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)
    _declared: dict[str, _Declared] = field(default_factory=dict)
    _resolved: dict[str, Style] = field(default_factory=dict)

    def add(self, root: etree._Element | None) -> None:
        """Take over what content.xml or styles.xml declares."""
        for group in () if root is None else root:
            if name_of(group) not in ("styles", "automatic-styles"):
                continue
            for element in group:
                name = name_of(element)
                if name == "style":
                    self._declared[attribute(element, STYLE, "name")] = _declared(element)
                elif name == "list-style":
                    self.lists[attribute(element, STYLE, "name")] = _levels(element)
                elif name == "outline-style":
                    self.outline = _levels(element)

    def get(self, name: str) -> Style:
        """The style of that name."""
        if name not in self._resolved:
            self._resolved[name] = self._resolve(name)
        return self._resolved[name]

    def _resolve(self, name: str) -> Style:
        chain = list(self._chain(name))
        declared = [each for _, each in chain]
        return Style(
            bold=next((each.bold for each in declared if each.bold is not None), False),
            hidden=next((each.hidden for each in declared if each.hidden is not None), False),
            list=next((each.list for each in declared if each.list is not None), ""),
            heading=next((_TITLES[each] for each, _ in chain if each in _TITLES), 0),
        )

    def _chain(self, name: str) -> Iterator[tuple[str, _Declared]]:
        seen: set[str] = set()
        while name in self._declared and name not in seen:
            seen.add(name)
            yield name, self._declared[name]
            name = self._declared[name].parent


class Counts:
    """How far each list has been counted."""

    def __init__(self) -> None:
        self._counted: dict[str, list[int | None]] = {}

    def next(self, key: str, levels: dict[int, Level], level: int, start: int | None) -> str:
        """Count an item on a level (from 1) of a list, and give what is printed before it."""
        if not 1 <= level <= _LEVELS:
            return ""
        counted = self._counted.setdefault(key, [None] * (_LEVELS + 1))
        printed = levels.get(level, _SILENT)
        before = counted[level]
        if start is not None:
            counted[level] = start
        else:
            counted[level] = printed.start if before is None else before + 1
        counted[level + 1 :] = [None] * (_LEVELS - level)
        if printed.bullet:
            return printed.bullet
        return _printed(printed, levels, counted) if printed.format else ""


def _printed(printed: Level, levels: dict[int, Level], counted: list[int | None]) -> str:
    def place(found: re.Match[str]) -> str:
        level = int(found[1])
        at = levels.get(level, _SILENT)
        value = counted[level] if level <= _LEVELS else None
        return as_number(at.start if value is None else value, at.format or "none")

    return " ".join(_PLACE.sub(place, printed.pattern).split())


def _declared(element: etree._Element) -> _Declared:
    declared = _Declared(
        attribute(element, STYLE, "parent-style-name"),
        list=element.get(f"{{{STYLE}}}list-style-name"),
    )
    for properties in element:
        if name_of(properties) == "text-properties":
            weight = properties.get(f"{{{FO}}}font-weight")
            display = properties.get(f"{{{TEXT}}}display")
            declared.bold = None if weight is None else weight in _BOLD
            declared.hidden = None if display is None else display == "none"
    return declared


def _levels(element: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for found in element:
        level = number(found, TEXT, "level")
        if level is None or not 1 <= level <= _LEVELS:
            continue
        if name_of(found) == "list-level-style-bullet":
            sign = attribute(found, TEXT, "bullet-char").strip()
            levels[level] = Level(bullet="•" if _is_symbol(sign) else sign[:2])
        elif name_of(found) in ("list-level-style-number", "outline-level-style"):
            form = _FORMS.get(attribute(found, STYLE, "num-format"), "")
            start = number(found, TEXT, "start-value")
            levels[level] = Level(form, _pattern(found, level), 1 if start is None else start)
    return levels


def _is_symbol(sign: str) -> bool:
    return not sign or "\ue000" <= sign[0] <= "\uf8ff"


def _pattern(element: etree._Element, level: int) -> str:
    """Where the numbers stand; LibreOffice writes it as such, OpenDocument in pieces."""
    for name, value in element.attrib.items():
        if str(name).endswith("}num-list-format"):
            return str(value)
    shown = min(number(element, TEXT, "display-levels") or 1, level)
    places = ".".join(f"%{each}%" for each in range(level - shown + 1, level + 1))
    prefix = attribute(element, STYLE, "num-prefix")
    return prefix + places + attribute(element, STYLE, "num-suffix")
