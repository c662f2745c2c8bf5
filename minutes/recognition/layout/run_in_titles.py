"""Points whose title stands before the text on the same line: "Enkäten: Karin visade svaren."."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.finite import tells
from minutes.recognition.layout.labels import is_head_label, is_section_label, starts_signatures
from minutes.recognition.layout.lone_lines import asks
from minutes.recognition.layout.numbering import Heading
from minutes.recognition.people.names import is_given_name, is_person_name

_TITLED = regex(r"(?P<title>[A-ZÅÄÖ][^.:;!?(]{3,60}?)\s?:\s+(?:(?=[A-ZÅÄÖ])|(?<!\d:\s)(?=[a-z£]))")
_DASHED = regex(r"(?P<title>[A-ZÅÄÖ][^.:;!?(–—]{3,60}?)(?<!\d)\s[–—-]\s+(?=\w|£)")
_LEADS_IN = regex(r"\b(?:vi|behöver|följande|agenda|dagordning)\b", re.IGNORECASE)
_FEWEST = 3
_MOST_ABOVE = 1  # sentences; titles that begin later head parts of the text only
_FEWEST_WORDS = 5  # of the text; less is the value of a field
_LONGEST_ALONE = 60  # characters
_LONG = 40  # characters: shorter lines are no text


def run_in_titles(blocks: Sequence[Block]) -> list[Heading]:
    """These points, where most paragraphs of the document are such."""
    dashed = _set_off(blocks, _DASHED)
    found = _set_off(blocks, _TITLED)
    alone = [
        Heading(index, "", len(block.text.rstrip()) - 1)
        for index, block in enumerate(blocks)
        if _stands_alone(blocks, index)
    ]
    above = blocks[: alone[0].index] if alone else ()
    told = sum(len(block.text) > _LONG and tells(block.text) for block in above)
    if len(alone) >= _FEWEST and told <= _MOST_ABOVE:
        return sorted([*_with_text(blocks, found), *alone], key=lambda heading: heading.index)
    return _most(blocks, found) or _most(blocks, dashed)


def _set_off(blocks: Sequence[Block], sign: re.Pattern[str]) -> list[Heading]:
    """The points whose titles are set off by that sign."""
    return [
        Heading(index, "", match.end("title"))
        for index, block in enumerate(blocks)
        if (match := sign.match(block.text)) and not _is_other(block, match["title"])
    ]


def _most(blocks: Sequence[Block], found: list[Heading]) -> list[Heading]:
    """Those found, where most paragraphs are such, and the short ones beside them: "Post: none."."""
    long = _with_text(blocks, found)
    if len(long) < _FEWEST:
        return []
    paragraphs = [
        block
        for block in blocks[long[0].index :]
        if block.kind is BlockKind.PARAGRAPH and len(block.text) > _LONG
    ]
    first = long[0].index
    while any(heading.index == first - 1 for heading in found):
        first -= 1
    return (
        [each for each in found if each.index >= first] if 2 * len(long) >= len(paragraphs) else []
    )


def _stands_alone(blocks: Sequence[Block], index: int) -> bool:
    """Whether it is a title on a line of its own, "Städdagen:", below an empty line or a sentence."""
    block = blocks[index]
    text = block.text.rstrip()
    if not 4 <= len(text) <= _LONGEST_ALONE or not text.endswith(":") or index + 1 >= len(blocks):
        return False
    above = blocks[index - 1] if index else None
    near = above is not None and block.source.first_line <= above.source.last_line + 1
    ended = above and (above.text.endswith((".", "!")) or _is_field(above))
    if near and not ended:
        return False
    if text.count(":") > 1 or not text[0].isupper():
        return False
    return not _is_other(block, text[:-1]) and not blocks[index + 1].text.endswith(":")


def _is_field(block: Block) -> bool:
    """Whether it is a label of the head with its value beside it."""
    return is_head_label(block) and not block.text.rstrip().endswith(":")


def _with_text(blocks: Sequence[Block], found: Sequence[Heading]) -> list[Heading]:
    return [each for each in found if _is_told(blocks[each.index].text[each.title_end :])]


def _is_told(text: str) -> bool:
    """Whether it is text; "Karin: Ringer banken" and "Plats: Byahuset" have a label of another kind."""
    return len(text.strip(" :–-").split()) >= _FEWEST_WORDS


def _is_other(block: Block, title: str) -> bool:
    """Whether these words before a colon are no title: a name, a field, a sentence that leads in."""
    if block.kind is not BlockKind.PARAGRAPH or block.cells:
        return True
    if (tells(title) and not asks(title)) or _LEADS_IN.search(title) or date_mentions(title, None):
        return True
    first, *more = re.split(r",? och |, ", title)
    if is_person_name(first) or (is_given_name(first) and all(map(is_given_name, more))):
        return True
    return is_head_label(block) or is_section_label(title) or starts_signatures(block)
