"""The agenda above the minutes whose points come again below it, each with its text."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.layout.labels import is_section_label
from minutes.recognition.people.names import is_given_name

_FEWEST = 3  # points
_SHARE = 0.7  # of them that come again; the others were put in other words
_LONGEST = 130  # characters
_NUMBERS = 120  # before and behind it, with the points that lead to the page
_PAGE = regex(r"(?:[\s.…]{3,}|\t)\d{1,3}$")  # "Kassan ........ 4"
_NUMBER = regex(r"\d{1,3}[.)]?\s+")
_LABEL = regex(
    r"(?i:(?:förslag till )?(?:dagordning(?:en)?|föredragningslista|agenda|innehåll(?:sförteckning)?"
    r"|ärende(?:n|lista)|punkter)\s*:?)"
)


def without_contents(blocks: Sequence[Block]) -> tuple[list[Block], dict[int, Block]]:
    """(the blocks without such a list, the lines of it by the place where they stood)."""
    first = _run([_title(block) for block in blocks], [_digits(block.marker) for block in blocks])
    if not first:
        return list(blocks), {}
    if first[0] and _LABEL.fullmatch(blocks[first[0] - 1].text.strip()):
        first = [first[0] - 1, *first]
    elif not all(_is_entry(blocks[at]) for at in first):
        return list(blocks), {}
    while _goes_on(blocks, first[-1]):
        first.append(first[-1] + 1)
    taken = {at: _told(blocks[at]) for at in first}
    return [block for at, block in enumerate(blocks) if at not in taken], taken


def with_contents(blocks: Sequence[Block], taken: dict[int, Block]) -> list[Block]:
    """The blocks with the lines of the list back in their place, where they head nothing."""
    return sorted([*blocks, *taken.values()], key=lambda b: b.source) if taken else list(blocks)


def _told(block: Block) -> Block:
    text = f"{block.marker} {block.text}".strip()
    return replace(block, kind=BlockKind.NOTE, text=text, marker="", breaks=(), bold=False)


def _title(block: Block) -> str:
    """The letters of a line that may be a title; "" of others."""
    text = block.text.strip()
    if block.kind is BlockKind.TABLE_ROW or len(text.rstrip(" .:")) > _LONGEST + _NUMBERS:
        return ""
    if text[-1:].isdigit():
        text = _PAGE.sub("", text)
    text = _NUMBER.sub("", text, count=1).rstrip(" .:")
    if not 3 <= len(text) <= _LONGEST or text[0].islower() or is_section_label(text):
        return ""
    if is_given_name(text.split()[0].strip(",")):
        return ""
    return "".join(filter(str.isalpha, text.casefold()))


def _is_entry(block: Block) -> bool:
    """Whether a line has a number or a page, as no line of the head has."""
    text = block.text.strip()
    return bool(block.marker or _NUMBER.match(text) or _PAGE.search(text))


def _goes_on(blocks: Sequence[Block], at: int) -> bool:
    """Whether the next line has the next number: points whose text is not there any more."""
    if at + 1 >= len(blocks):
        return False
    this, following = _digits(blocks[at].marker), _digits(blocks[at + 1].marker)
    return bool(this and following) and int(following) == int(this) + 1


def _digits(marker: str) -> str:
    return "".join(filter(str.isdecimal, marker))


def _run(said: Sequence[str], numbers: Sequence[str]) -> list[int]:
    """The places of the first lines, one below the other, whose titles come again, text below each."""
    last = {title: at for at, title in enumerate(said)}
    start = 0
    while start < len(said):
        if not said[start] or last[said[start]] == start:  # nothing that comes again
            start += 1
            continue
        end = start
        again: list[int] = []
        missing = 0
        for at in range(start, len(said)):
            later = last[said[at]] if said[at] else at
            renumbered = numbers[at] and numbers[later] and numbers[at] != numbers[later]
            twice = said[at] in said[start:at]
            if later > max(again, default=at) and not (renumbered or twice):
                again.append(later)
                end, missing = at + 1, 0
            elif not said[at] or missing or (again and at >= again[0]):
                break
            else:
                missing += 1
        if _is_list(again, end - start) and again[0] >= end:
            return list(range(start, end))
        start = max(end, start + 1)
    return []


def _is_list(again: Sequence[int], length: int) -> bool:
    """Whether enough of them come again, and most of these with something between."""
    if len(again) < _FEWEST or len(again) < _SHARE * length:
        return False
    apart = sum(after > before + 1 for before, after in pairwise(again))
    return 2 * apart >= len(again) - 1
