"""Text that goes on in the same paragraph as the list of those present is divided from it."""

from collections.abc import Sequence

from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.finite import tells
from minutes.recognition.language.sentences import sentences
from minutes.recognition.layout.labels import labelled
from minutes.recognition.people.presence_labels import presence_of

_SHORTEST = 200  # characters of text; less is a word about who came late
_FEWEST = 3  # sentences


def with_text_after_names(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; "Närvarande: Anna och Bo. Anna berättade …" is a list and a paragraph."""
    return [part for block in blocks for part in _divided(block)]


def _divided(block: Block) -> Sequence[Block]:
    whole = block.kind is not BlockKind.PARAGRAPH or len(block.text) < _SHORTEST
    if whole or not presence_of(labelled(block)[0]):
        return (block,)
    said = sentences(block)[1:]
    start = next((each.start for each in said if tells(each.text) and ":" not in each.text[:20]), 0)
    rest = block.text[start:]
    if not start or len(rest) < _SHORTEST or sum(each.start >= start for each in said) < _FEWEST:
        return (block,)
    return (block.part(0, start), block.part(start, len(block.text)))
