"""Sections of an item whose line ends are lost: "… Beslut Ansökan avslås. Beslutsunderlag …".

The pages of municipal minutes come as one line each from some sources. The labels of
their sections are few, have a capital letter and no colon; each becomes a line again.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.words import holds_any

# Characters; a shorter line has lost no line ends, unless more was cut out of the same.
_SHORTEST = 120
_LABELS = regex(
    r"(?<![\wåäö,(”\"-])(?<!(?:\bdet|\bden|ett|att) )(?:"
    r"(?:[A-ZÅÄÖ][\wåäö-]*(?: och [\wåäö]+)?s )?(?:[Ff]örslag till beslut(?: på sammanträdet)?|(?<=s )beslut|Beslut)"
    r"|(?:Beskrivning|Sammanfattning)(?: av ärendet)?|Ärendebeskrivning|Bakgrund|Ärendet(?= [A-ZÅÄÖ])"
    r"|Beslutsunderlag|Underlag för beslut|Handlingar i ärendet|Beslutsgång|Propositionsordning"
    r"|Yrkande(?:n|t)?|Skäl(?:en)? (?:till|för) beslut(?:et)?|Motivering|Reservation(?:er)?|Protokollsanteckning(?:ar)?"
    r"|Beslutet (?:skickas|expedieras|delges)(?: till)?|Expedieras(?: till)?|Expediering|Skickas till|Särskilt yttrande"
    r")(?= (?:[A-ZÅÄÖ•-]|\d{1,2}[.)]? |att ))"
)
_WORDS = ("eslut", "Bakgrund", "ärende", "Ärende", "Yrkande", "Sammanfattning")
_STARTS = regex(
    r"[A-ZÅÄÖfb](?<!\w.)(?<=[A-ZÅÄÖ]|f(?=örslag)|b(?=eslut))"
)  # where a label may begin
_FEWEST = 2  # different labels in the document; "Beslut" by itself is enough


def with_sections(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with each such label, and what stands under it, as a block of its own."""
    pages = Counter(block.source.first_line for block in blocks)
    found = [
        (block, _labels(block) if len(block.text) >= _SHORTEST else ())
        if pages[block.source.first_line] == 1
        else (block, _labels(block))
        for block in blocks
    ]
    said = {match.group() for _, labels in found for match in labels}
    if len(said) < _FEWEST and "Beslut" not in said:
        return list(blocks)
    return [
        part
        for block, labels in found
        for part in (_divided(block, labels) if labels else (block,))
    ]


def _labels(block: Block) -> Sequence[re.Match[str]]:
    plain = block.kind is not BlockKind.TABLE_ROW and not block.cells
    return list(_matches(block.text)) if plain and holds_any(block.text, _WORDS) else ()


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Those that a search would find; it would try every letter, as no label has a letter before it."""
    end = 0
    for start in _STARTS.finditer(text):
        label = _LABELS.match(text, start.start()) if start.start() >= end else None
        if label:
            end = label.end()
            yield label


def _divided(block: Block, labels: Sequence[re.Match[str]]) -> Iterator[Block]:
    edges = [0, *(place for match in labels for place in match.span()), len(block.text)]
    for start, end in pairwise(edges):
        if block.text[start:end].strip():
            yield block.part(start, end)
