"""Pages that come as one line each: "3 Fritidsnämnden 12 mars 3(8) 44 Val av justerare …".

The number of the page, and the head that comes again on each page, are no text of the
minutes. They are set apart, so that the text of a page begins where it begins.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.flattened.pairs import two_points
from minutes.recognition.language.finite import tells

_NUMBER = regex(r"(?P<number>\d{1,3}) +(?=\S)")
# "(8)", "3 (8)", "ANTAL SIDOR 3(8)"
_OF_PAGES = regex(
    r"(?:(?:antal )?sid(?:a|an|or|nr)?[.:]? )?(?:\d{1,2} ?)?\(\d{1,3}\) +(?=\S)", re.IGNORECASE
)
_TRANSCRIPT = regex(r"(?:Transkript|Transcript)[:.]?", re.IGNORECASE)
# What shows without such a line that the first number is that of a page.
_HEAD = regex(
    r"protokoll|anteckningar|närvarande|deltagare|beslutande|ledamöter|plats och tid", re.IGNORECASE
)
_POINT = regex(
    r"(?<![\w/])(?:§ ?\d{1,3}\.?|1[.)]?|[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,3} \d{1,3}) [A-ZÅÄÖ][a-zåäö]"
)
_BEFORE_NUMBER = regex(r"(?<!\S)(?:§|[A-ZÅÄÖ]\w{1,4}) $")  # "KS 12": of the point, not of the head
_LOOKED_AT = 250  # characters
_LONG = 150  # characters; the first page is not shorter
_FEWEST = 2  # pages
_SHORTEST_HEAD = 8  # characters
_FEWEST_WITH_HEAD = 3  # pages; two are enough where it has a figure


def with_pages_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the number and the head of each page as a margin before its text."""
    pages = _pages(blocks)
    if len(pages) < _FEWEST:
        return list(blocks)
    texts = {index: blocks[index].text[start:] for index, start in pages.items()}
    first = next(iter(pages))
    found: list[Block] = []
    for index, block in enumerate(blocks):
        if index not in pages:
            found.append(block)
            continue
        head = 0 if index == first else _head_length(index, texts)
        again = _NUMBER.match(texts[index], head) if head else None
        if again and again["number"] == block.text.split()[0]:
            head = again.end()
        found += _apart(block, pages[index] + head)
    return found


def _pages(blocks: Sequence[Block]) -> Mapping[int, int]:
    """The blocks that are pages, and where the text of each begins behind its number."""
    shown = next((i for i, b in enumerate(blocks) if _TRANSCRIPT.fullmatch(b.text.strip())), None)
    pages: dict[int, int] = {}
    for index in range(0 if shown is None else shown + 1, len(blocks)):
        block = blocks[index]
        plain = block.kind is BlockKind.PARAGRAPH and not block.cells and not block.marker
        match = _NUMBER.match(block.text) if plain else None
        if match and int(match["number"]) == len(pages) + 1:
            if not pages and not _is_first(block.text, match.end(), shown=shown is not None):
                return {}
            of = _OF_PAGES.match(block.text, match.end())
            pages[index] = of.end() if of else match.end()
    others = len(blocks) - (0 if shown is None else shown + 1) - len(pages)
    sure = shown is not None or any(_has_points(blocks[i].text[end:]) for i, end in pages.items())
    return pages if sure and others <= len(pages) else {}


def _is_first(text: str, start: int, *, shown: bool) -> bool:
    """Whether a line that begins with 1 is the first page, and not the first item."""
    if len(text) < _LONG:
        return False
    return shown or bool(_HEAD.search(text, start, _LOOKED_AT))


def _has_points(text: str) -> bool:
    return bool(_POINT.search(text) or two_points(text))


def _head_length(index: int, texts: Mapping[int, str]) -> int:
    """How long the words are with which this page begins, and others as well."""
    shared = sorted(_shared(texts[index], (t for i, t in texts.items() if i != index)), key=len)
    enough = _FEWEST_WITH_HEAD - 1
    best = max(
        (head for n, head in enumerate(reversed(shared), 1) if n >= enough or _has_figure(head)),
        key=len,
        default="",
    )
    return len(best) if len(best) >= _SHORTEST_HEAD and not tells(best) else 0


def _shared(text: str, others: Iterable[str]) -> Iterator[str]:
    """The whole words with which the text and each of the others begin."""
    words = text.split(" ")
    for other in others:
        same = [
            a
            for a, _ in takewhile(
                lambda pair: pair[0] == pair[1], zip(words, other.split(" "), strict=False)
            )
        ]
        yield _BEFORE_NUMBER.sub("", " ".join(same) + " " * (0 < len(same) < len(words)))


def _has_figure(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _apart(block: Block, length: int) -> Iterator[Block]:
    yield replace(block.part(0, length), kind=BlockKind.PAGE_MARGIN)
    if block.text[length:].strip():
        yield block.part(length, len(block.text))
