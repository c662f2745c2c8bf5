"""Numbers without any sign: "4 Ekonomi", or "4" alone on its line with the title below it."""

from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, Source
from minutes.recognition.layout.glued_titles import glued_title
from minutes.recognition.layout.lists_of_people import rows_of_people

_PLAIN = regex(r"(\d{1,2})[.)]")
# "1 Mötets öppnande", "2 – Kassan", and "3Val av justerare", which has lost its space
_BARE = regex(
    r"(?P<number>\d{1,2})(?:,?\s+(?:[–-]\s+)?(?=[A-ZÅÄÖ]|\d+-?[a-zåäö])|(?=[A-ZÅÄÖ][a-zåäö]{2}))"
)
_BARE_OF_YEAR = regex(r"(?P<number>\d{1,3})\s+(?=[A-ZÅÄÖ][a-zåäö])")
_FEWEST_OF_YEAR = 3
_FEWEST_BARE = 2
_LONGEST_TITLE = 110  # characters
_LONGEST_AFTER_GAP = 50  # characters; "9 Personer hade anmält sig." tells something
# "§ 41  Dnr KS 2021/88" with the title on the next line.
_CASE_OR_NOTHING = regex(r"\s*(?:Dnr:?\s*(?:[A-ZÅÄÖ]{2,5}\s?)?[\d/:.-]*)?\s*")
_NUMBER_ALONE = regex(r"\d{1,2}[.)]|§\s?\d{1,4}\.?")
_FEWEST_LONE = 3


def with_lone_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a number alone on its line as the number of the line after it."""
    found: list[Block] = []
    for block in _marked(blocks):
        last = found[-1] if found else None
        alone = (
            last and _CASE_OR_NOTHING.fullmatch(last.text) and _NUMBER_ALONE.fullmatch(last.marker)
        )
        if last and alone and not block.marker and not block.cells and block.text.strip():
            title, *text = _first_line_apart(block)
            source = Source(last.source.first_line, title.source.last_line)
            breaks = ((0, title.source.first_line), *title.breaks)
            found[-1] = replace(
                title, kind=BlockKind.LIST_ITEM, marker=last.marker, source=source, breaks=breaks
            )
            found += text
        else:
            found.append(block)
    return found


def _first_line_apart(block: Block) -> list[Block]:
    """Where the number stands on a line of its own, so does the title: what begins below it is text."""
    if not block.breaks or block.kind is not BlockKind.PARAGRAPH:
        return [block]
    offset = block.breaks[0][0]
    if not block.text[offset : offset + 1].isupper() or offset > _LONGEST_TITLE:
        return [block]
    return [block.part(0, offset), block.part(offset, len(block.text))]


def _marked(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with "1" alone on its line as a number where such numbers run on from 1."""
    run: list[int] = []
    for index, block in enumerate(blocks):
        alone = not block.marker and not block.cells and block.text == str(len(run) + 1)
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        if alone and following[:1].isalpha():
            run.append(index)
    if len(run) < _FEWEST_LONE:
        return list(blocks)
    return [
        replace(block, marker=f"{block.text}.", text="") if index in run else block
        for index, block in enumerate(blocks)
    ]


def with_bare_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with "1 Mötets öppnande" as a numbered one where such numbers run on from 1."""
    run: list[int] = []
    last = within = 0  # within: the last number of a list that a colon leads in
    listed = rows_of_people(blocks)
    for index, block in enumerate(blocks):
        if index in listed:
            continue
        plain = _PLAIN.fullmatch(block.marker) if block.marker else None
        if plain and int(plain.group(1)) == last + 1:
            last += 1
        match = _BARE.match(block.text) if _may_be_numbered(block) else None
        if match is None or not _may_be_title(
            block.text[match.end() :], blocks[run[-1]] if run else None
        ):
            within = 0
            continue
        number = int(match["number"])
        leads_in = number == 1 and last > 0 and blocks[index - 1].text.endswith(":")
        if number == last + 1 or (number == last + 2 and run and _is_short(block.text)):
            last = number
            run.append(index)
        elif leads_in or (within and number == within + 1):
            within = number
            run.append(index)
    if len(run) < _FEWEST_BARE:
        run = _from_any(blocks)
    return [_numbered(b) if i in run else b for i, b in enumerate(blocks)]


def _may_be_numbered(block: Block) -> bool:
    """Whether it is a line without a number; a wide gap behind a figure makes no columns."""
    if block.marker or not block.cells:
        return not block.marker
    return (
        block.kind is BlockKind.PARAGRAPH and len(block.cells) == 2 and block.cells[0].isdecimal()
    )


def _may_be_title(text: str, before: Block | None) -> bool:
    """Whether it is short, or has a title in front; the same words again are the head of a page."""
    if len(text) < _LONGEST_TITLE:
        return True
    return before is not None and bool(glued_title(text)) and text.split()[0] not in before.text


def _from_any(blocks: Sequence[Block]) -> list[int]:
    """The same where they run on over the year, "44 Val av justerare", with text under each."""
    run: list[int] = []
    last = 0
    for index, block in enumerate(blocks):
        if block.marker.startswith("§"):
            return []
        match = _BARE_OF_YEAR.match(block.text) if _may_be_numbered(block) else None
        if match is None or len(block.text) >= _LONGEST_TITLE:
            continue
        number = int(match["number"])
        alone = index + 1 == len(blocks) or _BARE_OF_YEAR.match(blocks[index + 1].text)
        if run and number == last + 1 and not alone:
            run.append(index)
            last = number
        elif len(run) < _FEWEST_OF_YEAR:
            run, last = ([], 0) if alone else ([index], number)
    return run if len(run) >= _FEWEST_OF_YEAR else []


def _is_short(title: str) -> bool:
    return len(title) < _LONGEST_AFTER_GAP and title[-1:].isalpha()


def _numbered(block: Block) -> Block:
    match = _BARE.match(block.text) or _BARE_OF_YEAR.match(block.text)
    return block.numbered(match["number"], match.end()) if match else block
