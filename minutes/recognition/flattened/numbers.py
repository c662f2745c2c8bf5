"""Other numbers of points: in two levels, "1. Formalia 1.1 Öppnande …", and after a body's letters.

The line ends of the first are lost; "VR 3 Taxor" may stand on a line or far into a page.
"""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.language.finite import tells
from minutes.recognition.layout.glued_titles import title_length

_NUMBER = regex(
    r"(?<![\w§.,/-])(?P<number>\d{1,2})(?:\.(?P<part>\d{1,2})\.?|\.)\s+(?=[A-ZÅÄÖ][\wåäö]+)"
)
_FEWEST = 3  # parts, "1.1" to "1.3"


def dotted(blocks: Sequence[Block], shortest: int) -> dict[int, list[re.Match[str]]]:
    """The points of each long line, where "1.", "1.1", "1.2", "2." … run on from page to page."""
    found: dict[int, list[re.Match[str]]] = {}
    if not any("1.1" in block.text for block in blocks):
        return found
    last: tuple[int, int] | None = None
    first: tuple[int, int] | None = None
    for index, block in enumerate(blocks):
        if len(block.text) < shortest and last is None:
            continue
        for match in () if block.cells or block.marker else _NUMBER.finditer(block.text):
            value = int(match["number"]), int(match["part"] or 0)
            if value == first and len(found) == 1 and index not in found:
                found, last = {}, None  # those before were a table of contents
            if _comes_next(value, last):
                first = first or value
                found.setdefault(index, []).append(match)
                last = value
    parts = sum(bool(match["part"]) for matches in found.values() for match in matches)
    return found if parts >= _FEWEST else {}


# "VR 3 Taxor", "Kn 3 Dnr KN 26/14 Taxor": the letters of the body, and the number of the matter.
_AFTER_LETTERS = regex(
    r"(?<![\w§/.-])(?P<letters>[A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][a-zåäö]{1,2})\s(?P<number>\d{1,3})\s+"
    r"(?:Dnr:?\s+(?:[\w./-]*[\d/]\S*\s+|[A-ZÅÄÖ]+\s+){0,3})?(?=[A-ZÅÄÖ][a-zåäö])"
)
_NO_BODY = frozenset(
    "SIDA SID BLAD KL NR DNR SFS BIL KAP PM TV DEL SAL RUM LAG DAG FAS STEG DEN AV CA MAJ MAR APR JUN JUL AUG SEP OKT NOV DEC FEB JAN".split()
)
_FEWEST_AFTER_LETTERS = 3
_DIGIT = regex(r" \d")
_LONGEST_ALONE = 80  # characters; a list of action points has no text under each


def after_letters(blocks: Sequence[Block]) -> dict[int, list[re.Match[str]]]:
    """The numbers that run on, each after the same letters and with text under most of them."""
    runs: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for index, block in enumerate(blocks):
        if block.marker or block.cells or not _DIGIT.search(block.text):
            continue
        for match in _AFTER_LETTERS.finditer(block.text):
            run = runs.setdefault(match["letters"], [])
            if not run or int(match["number"]) == int(run[-1][1]["number"]) + 1:
                run.append((index, match))
    best = max(
        (run for letters, run in runs.items() if letters.upper() not in _NO_BODY),
        key=len,
        default=[],
    )
    under = sum(_has_text_under(blocks, *each) for each in best)
    dated = all("Dnr" in match.group() for _, match in best)
    dated = dated or not any(match.start() for _, match in best)  # each begins a page or a line
    if len(best) < _FEWEST_AFTER_LETTERS - dated or 2 * under < len(best):
        return {}
    found: dict[int, list[re.Match[str]]] = {}
    for index, match in best:
        found.setdefault(index, []).append(match)
    return found


def _has_text_under(blocks: Sequence[Block], index: int, match: re.Match[str]) -> bool:
    text = match.string[match.end() :]
    if len(text) > _LONGEST_ALONE or ((title := title_length(text)) and tells(text[title:])):
        return True
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    return bool(following) and not _AFTER_LETTERS.match(following)


def _comes_next(value: tuple[int, int], last: tuple[int, int] | None) -> bool:
    if last is None:
        return value in {(1, 0), (1, 1)}
    return value in {(last[0], last[1] + 1), (last[0] + 1, 0)}
