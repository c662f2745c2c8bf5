"""Front pages whose line ends are lost: "Plats och tid … Beslutande … Utses att justera …".

Text taken from web pages and some PDFs comes as one long line. The labels of a municipal
front page are few and fixed, so the line can be divided before each of them.
"""

import re
from collections.abc import Iterator, Sequence

from minutes.reading.blocks import Block, BlockKind

_LABELS = re.compile(
    r"(?<![\wåäöÅÄÖ-])(?:Plats och tid|Tid och plats|Sammanträdestid|Sammanträdesplats|Sammanträdesdatum|Dag och tid|"
    r"Beslutande(?: ersättare| ledamöter)?|Tjänstgörande ersättare|Ej tjänstgörande(?: ersättare)?|Ersättare|"
    r"Närvarande(?: ledamöter| ersättare)?|Övriga (?:närvarande|deltagande|deltagare)|Frånvarande|"
    r"Utses att justera|Justeringens (?:plats och tid|tid och plats|plats)|Underskrifter|Paragrafer|"
    r"Sekreterare|Ordförande(?:n)?|Justerande|Justerare|Myndighet|Organ|Ajournering|"
    r"ANSLAG/BEVIS|BEVIS(?: OM ANSLAG| OM JUSTERING)?|Anslags?datum|Datum (?:för|då)|Förvaringsplats|Utdragsbestyrkande)(?![\wåäö])"
)
_FEWEST_LABELS = 4
_SHORTEST = 250  # characters; a shorter line has lost no line ends


def divided(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such lines as one block for each label and what stands after it."""
    return [
        part
        for block in blocks
        for part in (_divided(block) if len(block.text) > _SHORTEST else (block,))
    ]


def _divided(block: Block) -> Iterator[Block]:
    labels = list(_LABELS.finditer(block.text))
    if len({match.group() for match in labels}) < _FEWEST_LABELS or block.cells:
        yield block
        return
    bounds = [0, *(match.start() for match in labels), len(block.text)]
    lengths = [0, *(len(match.group()) for match in labels)]
    for start, end, label in zip(bounds, bounds[1:], lengths, strict=False):
        text = block.text[start:end].strip()
        if text:
            offset = start + block.text[start:end].index(text)
            yield Block(
                BlockKind.PARAGRAPH,
                text,
                block.lines(offset, offset + len(text)),
                cells=(text[:label], text[label:].strip()) if label else (),
                breaks=tuple(
                    (place - offset, line)
                    for place, line in block.breaks
                    if offset < place < offset + len(text)
                ),
            )
