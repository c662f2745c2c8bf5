"""Points whose § are lost with the line ends: "… 44 Dagordning Rådet … 45 Skyltar …".

Bare numbers may be anything: only those that run on, with text of minutes, are points.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.flattened.pairs import two_points

_SHORTEST = 250  # characters; one of the lines is so long
_SHORT_PAGE = 100  # characters; so long are the others
# What stands in all that these find; a line without it is not searched for each of them.
_NUMBERED = regex(r"\d[.):]?\s*[A-ZÅÄÖa-d]")
_BARE_SECTION = regex(
    r"(?<![\w§.,/()–:-])(?<!\bkl )(?<![Ss]ida )(?<!\bnr )(?P<number>\d{1,3})\s+(?=[A-ZÅÄÖ][a-zåäö]+)"
)
_PAGE_HEAD = regex(
    r"\d{1,3} (?:(?:[\w-]+ ){0,4}?\w*protokoll (?:[\w-]+ ){0,4}?(?:\d{1,3} ?\(\d{1,3}\) )?(?:\d{4}-\d\d-\d\d )?)?(?=\d{1,3} [A-ZÅÄÖ])",
    re.IGNORECASE,
)
_TOLD = regex(
    r"\bBeslut\b|\bbesluta|Bakgrund|ärende|informer|redovis|godkänn|föredr|meddela|rapporter|\butse|justerar|till handlingarna"
)
_FEWEST_SECTIONS = 3
_Lines = Sequence[tuple[int, Block]]
_HasPoints = Callable[[Block], bool]
_Run = list[tuple[int, re.Match[str]]]  # numbers, each with the index of its line


def bare_sections(
    blocks: Sequence[Block], has_points: _HasPoints
) -> dict[int, list[re.Match[str]]]:
    """The numbers of each long line, where they run on from page to page with text of minutes.

    has_points tells of a line whether it has points of its own, with a sign.

    Where the numbers also stand in a table of contents, the later ones count.
    """
    long = next((i for i, block in enumerate(blocks) if len(block.text) >= _SHORTEST), len(blocks))
    lines = [
        (index, blocks[index])
        for index in range(long, len(blocks))
        if len(blocks[index].text) >= _SHORT_PAGE
        and not blocks[index].cells
        and _NUMBERED.search(blocks[index].text)
    ]
    best = next(
        (run for step in (1, 2) if _is_told(run := _longest_run(lines, step, has_points))),
        list(_first_of_pages(lines, has_points)) or list(_few(lines, has_points)),
    )
    found: dict[int, list[re.Match[str]]] = {}
    for index, match in best:
        found.setdefault(index, []).append(match)
    return found


def _longest_run(lines: _Lines, step: int, has_points: _HasPoints) -> _Run:
    """The longest run of bare numbers; step 2: some are lost, but no line has points of its own."""
    ends: dict[int, _Run] = {}  # by its last number, the latest run
    best: _Run = []
    for index, block in lines:
        if block.marker or (step > 1 and has_points(block)):
            continue
        for match in _BARE_SECTION.finditer(block.text):
            number = int(match["number"])
            if not match.start() and number <= len(lines):
                continue  # the number of the page
            before = max((ends.get(number - back, []) for back in range(1, step + 1)), key=len)
            ends[number] = [*before, (index, match)]
            best = max(ends[number], best, key=len)
    return best


def _is_told(run: _Run) -> bool:
    """Whether it goes on from one line to another, and text of minutes comes after its numbers."""
    told = sum(bool(_TOLD.search(match.string, match.end())) for _, match in run)
    several = len({index for index, _ in run}) > 1
    return len(run) >= _FEWEST_SECTIONS and several and 3 * told >= 2 * len(run)


def _first_of_pages(lines: _Lines, has_points: _HasPoints) -> Iterator[tuple[int, re.Match[str]]]:
    """The number right after the head of each page: "4 SAMMANTRÄDESPROTOKOLL Sida 4(14) 35 Taxor"."""
    last = 0
    for index, block in lines:
        head = None if has_points(block) else _PAGE_HEAD.match(block.text)
        match = _BARE_SECTION.match(block.text, head.end()) if head else None
        if match and last < int(match["number"]) and _TOLD.search(block.text, match.end()):
            last = int(match["number"])
            yield index, match


def _few(lines: _Lines, has_points: _HasPoints) -> Iterator[tuple[int, re.Match[str]]]:
    """Two points or more in the only line that has such."""
    for index, block in lines:
        found = [] if block.marker or has_points(block) else two_points(block.text)
        if found:
            yield from ((index, match) for match in found)
            return
