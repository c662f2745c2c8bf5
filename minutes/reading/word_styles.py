"""What the paragraph and character styles of a Word file mean for its structure."""

import re
from dataclasses import dataclass, field

from lxml import etree

from minutes.reading.word_names import attribute, child, is_on, name_of, number
from minutes.records import record

_HEADING = re.compile(r"(?:heading|rubrik|überschrift|overskrift|otsikko|titre)\s?(\d)", re.I)
_TITLE = frozenset({"title", "rubrik", "titel"})
_SUBTITLE = frozenset({"subtitle", "underrubrik", "undertitel"})
_CONTENTS = re.compile(r"(?:toc|innehåll|contents)\s?\d", re.I)
_BODY_TEXT = 9  # the outline level that is none


@record
class Style:
    """A style with what it has from the styles that it is based on.

    `heading` is 1 for the topmost heading and 0 for what is none; `numbering` and
    `list_level` are the numId and ilvl that the style itself carries.
    """

    id: str = ""
    heading: int = 0
    bold: bool = False
    hidden: bool = False
    numbering: int | None = None
    list_level: int | None = None
    contents: bool = False  # an entry of a table of contents


@dataclass(slots=True)
class _Declared:
    id: str
    name: str
    based_on: str | None
    outline: int | None
    bold: bool | None
    hidden: bool | None
    numbering: int | None
    list_level: int | None


@dataclass(slots=True)
class Styles:
    """The styles of a document by id; a style that is not declared is known by its id."""

    _declared: dict[str, _Declared] = field(default_factory=dict)
    _resolved: dict[str | None, Style] = field(default_factory=dict)
    _default: str | None = None

    @classmethod
    def read(cls, root: etree._Element | None) -> "Styles":
        """From styles.xml, which may be missing."""
        styles = cls()
        for element in () if root is None else root:
            if name_of(element) != "style":
                continue
            declared = _declared(element)
            styles._declared[declared.id] = declared
            is_default = attribute(element, "default") in ("1", "true", "on")
            if is_default and attribute(element, "type") == "paragraph":
                styles._default = declared.id
        return styles

    def get(self, style_id: str | None) -> Style:
        """The style, or the document's own for a paragraph that names none."""
        found = self._resolved.get(style_id)
        if found is None:
            found = self._resolve(self._default if style_id is None else style_id)
            self._resolved[style_id] = found
        return found

    def _resolve(self, style_id: str | None) -> Style:
        if style_id is None:
            return Style()
        chain = self._chain(style_id)
        names = [style.name for style in chain] or [style_id]
        outline = next((s.outline for s in chain if s.outline is not None), None)
        numbered = next((s for s in chain if s.numbering is not None), None)
        return Style(
            id=style_id,
            heading=next(filter(None, map(_heading_of, names)), 0) or _heading_at(outline),
            bold=next((s.bold for s in chain if s.bold is not None), False),
            hidden=next((s.hidden for s in chain if s.hidden is not None), False),
            numbering=numbered.numbering if numbered else None,
            list_level=next((s.list_level for s in chain if s.list_level is not None), None),
            contents=any(_CONTENTS.fullmatch(name) for name in names),
        )

    def _chain(self, style_id: str) -> list[_Declared]:
        """The style, the one it is based on, and so on; a ring of styles ends."""
        chain: list[_Declared] = []
        following = self._declared.get(style_id)
        while following is not None and following not in chain:
            chain.append(following)
            following = self._declared.get(following.based_on or "")
        return chain


def _declared(element: etree._Element) -> _Declared:
    properties = child(element, "pPr")
    characters = child(element, "rPr")
    name = child(element, "name")
    based_on = child(element, "basedOn")
    style_id = attribute(element, "styleId") or ""
    numbering = None if properties is None else child(properties, "numPr")
    return _Declared(
        id=style_id,
        name=(attribute(name) if name is not None else None) or style_id,
        based_on=attribute(based_on) if based_on is not None else None,
        outline=None if properties is None else number(child(properties, "outlineLvl")),
        bold=None if characters is None else is_on(child(characters, "b")),
        hidden=None if characters is None else is_on(child(characters, "vanish")),
        numbering=None if numbering is None else number(child(numbering, "numId")),
        list_level=None if numbering is None else number(child(numbering, "ilvl")),
    )


def _heading_of(name: str) -> int:
    """The level that a style's name (or id) says: "heading 2" and "Rubrik2" are 2."""
    found = _HEADING.fullmatch(name.strip())
    if found:
        return max(1, int(found[1]))
    plain = name.strip().casefold()
    return 1 if plain in _TITLE else 2 if plain in _SUBTITLE else 0


def _heading_at(outline: int | None) -> int:
    return 0 if outline is None or not 0 <= outline < _BODY_TEXT else outline + 1
