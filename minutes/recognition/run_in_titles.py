"""Points whose title stands before the text on the same line: "Enkäten: Karin visade svaren."."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.dates import date_mentions
from minutes.recognition.finite import tells
from minutes.recognition.labels import is_head_label, is_section_label, starts_signatures
from minutes.recognition.names import is_given_name, is_person_name
from minutes.recognition.numbering import Heading

_TITLED = regex(r"(?P<title>[A-ZÅÄÖ][^.:;!?(]{3,60}?)\s?:\s+(?=[A-ZÅÄÖ])")
_FEWEST = 3
_FEWEST_WORDS = 5  # of the text; less is the value of a field
_LONG = 40  # characters: shorter lines are no text


def run_in_titles(blocks: Sequence[Block]) -> list[Heading]:
    """These points, where most paragraphs of the document are such."""
    found = [
        Heading(index, "", match.end("title"))
        for index, block in enumerate(blocks)
        if (match := _TITLED.match(block.text)) and _is_point(block, match)
    ]
    if len(found) < _FEWEST:
        return []
    paragraphs = [
        block
        for block in blocks[found[0].index :]
        if block.kind is BlockKind.PARAGRAPH and len(block.text) > _LONG
    ]
    return found if 2 * len(found) >= len(paragraphs) else []


def _is_point(block: Block, match: re.Match[str]) -> bool:
    """Whether it is a title; "Karin: Ringer banken" and "Plats: Byahuset" have a label of another kind."""
    title, text = match["title"], block.text[match.end() :]
    if block.kind is not BlockKind.PARAGRAPH or block.cells:
        return False
    if len(text.split()) < _FEWEST_WORDS or tells(title) or date_mentions(title, None):
        return False
    first, *more = re.split(r",? och |, ", title)
    if is_person_name(first) or (is_given_name(first) and all(map(is_given_name, more))):
        return False
    return not (is_head_label(block) or is_section_label(title) or starts_signatures(block))
