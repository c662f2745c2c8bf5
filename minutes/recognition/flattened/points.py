"""Points whose line ends are lost: "1. Dagordningen godkändes. 2. Bo valdes till sekreterare. 3. …".

Text that was taken from a web page often comes as one long line. Its numbers still run on
from 1, one after the other, and each is followed by a capital letter.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.flattened.bare import bare_sections
from minutes.recognition.flattened.front_pages import divided
from minutes.recognition.flattened.numbers import after_letters, dotted
from minutes.recognition.layout.glued_titles import title_length
from minutes.recognition.people.names import is_given_name

_SHORTEST = 250  # characters; a shorter paragraph has lost no line ends
_SHORT_HEAD = 80  # characters, above points whose line ends are lost
# The sign, and how many numbers in a row make a series: bare figures may be anything.
_STYLES = (
    (regex(r"(?<![\w.,/])§\s?(?P<number>\d{1,3})\.?\s+(?=[A-ZÅÄÖ])"), 3),
    (
        regex(
            r"(?<![\w§.,/-])(?<!punkt )(?<!punkten )(?<!ilaga )(?:Punkt )?(?P<number>\d{1,2})[.)]\s+(?=[A-ZÅÄÖa-d])"
        ),
        3,
    ),
    (regex(r"(?<![\w§.,:/-])(?P<number>\d{1,2}):\s*(?=[A-ZÅÄÖ][a-zåäö])"), 3),
    (
        regex(
            r"(?<![\w§.,/-])(?<!\bkl )(?<!edamot )(?<!uppleant )(?<!sättare )(?P<number>\d{1,2})\s+(?=[A-ZÅÄÖ][a-zåäö])"
        ),
        3,
    ),
)
# What stands in all that these find; a line without it is not searched for each of them.
_NUMBERED = regex(r"\d[.):]?\s*[A-ZÅÄÖa-d]")
_FEWEST_SECTIONS = 3
_FEWEST_FROM_ANY = 4
_FEWEST_AFTER_LIST = 2
_PRESENCE = regex(
    r"(?<!\S)(?<!\bde )(?:(?:Övriga|Också|Ej|ej|Inte) )?(?:[Nn]ärvarande|Frånvarande|(?:(?:Anmält|Meddelat|Lämnat) )?[Ff]örhinder|Deltagare)(?:(?: [a-zåäö]+){1,3}:|\s*[:;]?)\s+(?=[A-ZÅÄÖ]|(?:ordf|sekr|ledam)[a-zåäö]*[.:]{1,2} [A-ZÅÄÖ])"
)


def with_points(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with each point of such a line as a block of its own, its title apart."""
    points = _points(blocks)
    first = next((i for i in points if len(blocks[i].text) > _SHORTEST), -1)
    found: list[Block] = []
    for index, block in enumerate(blocks):
        if index in points:
            found += _parted(block, points[index])
        elif index < first and len(block.text) > _SHORT_HEAD:
            found += _head(block)
        else:
            found += divided(block)
    return found


def _points(blocks: Sequence[Block]) -> dict[int, list[re.Match[str]]]:
    """The points of each line that has some."""
    found: dict[int, list[re.Match[str]]] = {}
    lettered = after_letters(blocks)
    sections = _sections(blocks) or dotted(blocks, _SHORTEST)
    if _count(lettered) >= _count(sections):  # "VR 3 Taxor", of which the others take the 3
        sections = lettered
    numbers = {match.group() for block in blocks if (match := _PLAIN.match(block.marker))}
    before: list[re.Match[str]] = []  # the points of the page before
    lost = False  # the line ends of a line before
    for index, block in enumerate(blocks):
        long = len(block.text) > _SHORTEST and not block.cells
        page = long or (lost and not block.cells)
        places = sections.get(index) or (_going_on(block, before) if page else [])
        places = places or (_places(block) if long else _next_section(block))
        places = places or _lost_number(block, numbers)
        if places:
            found[index] = before = places
            lost = lost or long
    return found


def _count(sections: Mapping[int, Sequence[re.Match[str]]]) -> int:
    return sum(map(len, sections.values()))


def _sections(blocks: Sequence[Block]) -> dict[int, list[re.Match[str]]]:
    """The § of each long line, where they run on from page to page."""
    found: dict[int, list[re.Match[str]]] = {}
    last: int | None = None
    for index, block in enumerate(blocks):
        if "§" not in block.text or len(block.text) < _SHORTEST or block.cells:
            continue
        for match in _STYLES[0][0].finditer(block.text):
            number = int(match["number"])
            refers = _REFERS.search(block.text, 0, match.start())
            if not refers and (last is None or last < number <= last + 2):
                found.setdefault(index, []).append(match)
                last = number
    if _count(found) >= _FEWEST_SECTIONS and len(found) > 1:
        return found
    return bare_sections(blocks, lambda block: bool(_places(block)))


def _next_section(block: Block) -> list[re.Match[str]]:
    """The § that follows that of the line: "§ 2 Dagordningen fastställs § 3 Val av justerare"."""
    if "§" not in block.text or not block.marker.startswith("§"):
        return []
    marked = re.search(r"\d+", block.marker)
    number = int(marked.group()) + 1 if marked else 0
    return [
        m
        for m in _STYLES[0][0].finditer(block.text)
        if int(m["number"]) == number and not _REFERS.search(block.text, 0, m.start())
    ][:1]


_PLAIN = regex(r"\d{1,3}(?=[.)]?$)")
_AFTER_SENTENCE = regex(r"(?<=[.!?:)] )(?P<number>\d{1,3})[.)]?\s+(?=[A-ZÅÄÖ][a-zåäö])")


def _lost_number(block: Block, numbers: Collection[str]) -> list[re.Match[str]]:
    """The point 3 in the text of point 2, where the next one with a line of its own is 4."""
    marked = _PLAIN.match(block.marker)
    number = int(marked.group()) + 1 if marked else 0
    if not number or str(number) in numbers or str(number + 1) not in numbers:
        return []
    return [
        m
        for m in _AFTER_SENTENCE.finditer(block.text)
        if int(m["number"]) == number and title_length(block.text[m.end() :])
    ][:1]


_REFERS = regex(r"\b(?:se|enligt|av|i|under|till|och|mot|jfr)\s$", re.IGNORECASE)


def _places(block: Block) -> list[re.Match[str]]:
    """The numbers of the series that begins first; its first number may be the block's marker.

    After a list of who was there, which ends the head of minutes, two are enough.
    """
    if not _NUMBERED.search(block.text):
        return []
    marked = re.search(r"\d+", block.marker)
    before = int(marked.group()) if marked else None
    listed = _PRESENCE.search(block.text)
    found = []
    for pattern, fewest in _STYLES:
        numbers = list(pattern.finditer(block.text))
        series = _series(numbers, before)
        if len(series) + (before is not None) >= fewest:
            found.append(series)
        elif listed:
            series = _series([m for m in numbers if m.start() > listed.end()], None)
            if len(series) >= _FEWEST_AFTER_LIST and not any(map(_is_somebody, series)):
                found.append(series)
    if not found and before is None:
        found = [run for run in [_from_any(list(_STYLES[1][0].finditer(block.text)))] if run]
    return min(found, key=lambda series: series[0].start(), default=[])


def _from_any(numbers: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Numbers that run on over the year, "33. … 34. … 35. … 36.": one after the other, none lost."""
    run: list[re.Match[str]] = []
    for match in numbers:
        if run and int(match["number"]) == int(run[-1]["number"]) + 1:
            run.append(match)
        elif len(run) < _FEWEST_FROM_ANY:
            run = [match]
    return run if len(run) >= _FEWEST_FROM_ANY and not any(map(_is_somebody, run)) else []


def _going_on(block: Block, before: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The points of a page whose numbers go on from those of the page before: "4. Ekonomi"."""
    if not before or block.marker:
        return []
    last, inner = int(before[-1]["number"]), 0
    found: list[re.Match[str]] = []
    for match in before[-1].re.finditer(block.text):
        number = int(match["number"])
        if not match.start() and match.group()[-2:-1].isdigit():
            continue  # the number of the page
        listed = number == 1 or (inner and number == inner + 1)
        if listed and not (number == last + 1 and title_length(block.text[match.end() :])):
            inner = number  # of a list in the text
        elif number == last + 1 and not _is_somebody(match):
            found.append(match)
            last, inner = number, 0
    return found


def _is_somebody(number: re.Match[str]) -> bool:
    """Whether a name comes after the number: "1. Anna Berg"."""
    return is_given_name(number.string[number.end() :].partition(" ")[0].strip(".,"))


def _series(numbers: Sequence[re.Match[str]], before: int | None) -> list[re.Match[str]]:
    """From 1, any § or the marker on, each next one, or one more where one is lost.

    Where the first comes again before the second, that is the one that counts.
    """
    run: list[re.Match[str]] = []
    last = before
    for match in numbers:
        number = int(match["number"])
        first = last is None and (number == 1 or "§" in match.group())
        if first or (last is not None and last < number <= last + 2):
            run.append(match)
            last = number
        elif len(run) == 1 and number == last:
            run = [match]
    return run


def _parted(block: Block, places: Sequence[re.Match[str]]) -> Iterator[Block]:
    first = places[0].start()
    if block.text[:first].strip():
        yield from _head(block.part(0, first))
    ends = [*(match.start() for match in places[1:]), len(block.text)]
    for match, end in zip(places, ends, strict=True):
        start = match.end()
        title = start + title_length(block.text[start:end])
        point = block.part(start, title if title > start else end)
        yield replace(point, kind=BlockKind.LIST_ITEM, marker=_marker(match))
        if title > start:
            yield block.part(title, end)


def _marker(match: re.Match[str]) -> str:
    """The number as it is printed, "§ 3." or "VR 3", without what stands behind it."""
    letters = match.groupdict().get("letters")
    return f"{letters} {match['number']}" if letters else match.group().strip()


def _head(block: Block) -> Iterator[Block]:
    """What stands before the points, divided before each list of people."""
    for part in divided(block, cut=True):
        labels = () if part.cells else _PRESENCE.finditer(part.text)
        for start, end in pairwise([0, *(label.start() for label in labels), len(part.text)]):
            whole = (start, end) == (0, len(part.text))
            if whole or part.text[start:end].strip():
                yield part if whole else _labelled_part(part, start, end)


def _labelled_part(block: Block, start: int, end: int) -> Block:
    """What stands between two labels, with the first of them as a cell of its own."""
    part = block.part(start, end)
    label = _PRESENCE.match(part.text)
    if label is None:
        return part
    return replace(part, cells=(label.group().strip(" :;"), part.text[label.end() :]))
