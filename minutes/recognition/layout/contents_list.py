"""Lists of contents: the agenda whose points come again below it, and lines that lead to a page."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.layout.labels import is_section_label
from minutes.recognition.people.names import is_given_name

_FEWEST = 3  # points
_SHARE = 0.7  # of them that come again; the others were put in other words
_LONGEST_LABEL = 40  # characters
_LONGEST = 130  # characters
_NUMBERS = 120  # before and behind it, with the points that lead to the page
_PAGE = regex(r"(?:(?<![\s.…])[\s.…]{3,}|\t)\d{1,3}$")  # "Kassan ........ 4"
_NUMBER = regex(r"\d{1,3}[.)]?\s+")
_LEADS_TO_PAGE = regex(r"(?<![.…])[.…]{3,}\s*\d{1,3}$")
_LABEL = regex(
    r"(?i:(?:förslag till )?(?:dagordning(?:en)?|föredragningslista|agenda|innehåll(?:sförteckning)?"
    r"|ärende(?:n|lista)|punkter)\s*:?)"
)
_TitleAt = Callable[[int], str]


def without_contents(blocks: Sequence[Block]) -> tuple[list[Block], dict[int, Block]]:
    """(the blocks without such lists, the lines of them by the place where they stood)."""
    lines = {*_contents(blocks), *(at for at, b in enumerate(blocks) if _leads_to_page(b.text))}
    taken = {at: _told(blocks[at]) for at in sorted(lines)}
    return [block for at, block in enumerate(blocks) if at not in taken], taken


def with_contents(blocks: Sequence[Block], taken: dict[int, Block]) -> list[Block]:
    """The blocks with the lines of the list back in their place, where they head nothing."""
    return sorted([*blocks, *taken.values()], key=lambda b: b.source) if taken else list(blocks)


def _leads_to_page(text: str) -> bool:
    return text[-1:].isdigit() and bool(_LEADS_TO_PAGE.search(text))


def _told(block: Block) -> Block:
    text = f"{block.marker} {block.text}".strip()
    return replace(block, kind=BlockKind.NOTE, text=text, marker="", breaks=(), bold=False)


def _contents(blocks: Sequence[Block]) -> range:
    """The places of the lines of the list, with the label above them.

    It stands in the first half, as its points take up more lines below it.
    """
    title_at = cache(lambda at: _title(blocks[at]))
    at = 0
    while at < len(blocks) // 2:
        line = blocks[at].text
        labelled = len(line) < _LONGEST_LABEL and bool(_LABEL.fullmatch(line.strip()))
        listed = _listed(blocks, title_at, at + labelled, labelled=labelled)
        if len(listed) >= _FEWEST and (end := _end(blocks, title_at, listed)):
            return range(at, end)
        at += len(listed) or 1
    return range(0)


def _listed(
    blocks: Sequence[Block], title_at: _TitleAt, start: int, *, labelled: bool
) -> Mapping[str, int]:
    """The titles from there on, with their places, until one or the numbers come again.

    Without a label each has a number or a page, as no line of the head has.
    """
    found: dict[str, int] = {}
    numbers: list[int] = []
    for at in range(start, len(blocks)):
        block = blocks[at]
        if not (_is_entry(block) or (labelled and not block.text.endswith("."))):
            break
        last, numbers = numbers, _numbers(block) or numbers
        title = title_at(at) if numbers >= last else ""
        if not title or title in found:
            break
        found[title] = at
    return found


def _numbers(block: Block) -> list[int]:
    """[3, 2] of the line "3.2 Kassan"; [] of a line without a number."""
    match = None if block.marker else _number(block.text)
    return [int(number) for number in re.findall(r"\d+", match[0] if match else block.marker)]


def _end(blocks: Sequence[Block], title_at: _TitleAt, listed: Mapping[str, int]) -> int:
    """Where the list ends, if most of the titles come again below it in their order; else 0."""
    end = max(listed.values()) + 1
    below = {title_at(at): at for at in range(end, len(blocks))}
    again: dict[int, int] = {}
    for title, at in listed.items():
        if below.get(title, 0) > max(again.values(), default=0):
            again[at] = below[title]
    last = max(again, default=0)
    if len(again) < _FEWEST or len(again) < _SHARE * (last + 1 - min(listed.values())):
        return 0
    apart = sum(after > before + 1 for before, after in pairwise(again.values()))
    if 2 * apart < len(again) - 1:
        return 0
    # The text of the last points may not be there any more.
    return end if _is_entry(blocks[end - 1]) else last + 1


def _title(block: Block) -> str:
    """The letters of a line that may be a title; "" of others."""
    text = block.text.strip()
    if block.kind is BlockKind.TABLE_ROW or len(text.rstrip(" .:")) > _LONGEST + _NUMBERS:
        return ""
    if page := _page(text):
        text = text[: page.start()]
    if number := _number(text):
        text = text[number.end() :]
    text = text.rstrip(" .:")
    if not 3 <= len(text) <= _LONGEST or text[0].islower() or is_section_label(text):
        return ""
    if is_given_name(text.split()[0].strip(",")):
        return ""
    return "".join(filter(str.isalpha, text.casefold()))


def _is_entry(block: Block) -> bool:
    """Whether it has a number, a bullet or a page."""
    return bool(block.marker or _number(block.text) or _page(block.text))


def _number(text: str) -> re.Match[str] | None:
    return _NUMBER.match(text) if text[:1].isdigit() else None


def _page(text: str) -> re.Match[str] | None:
    return _PAGE.search(text) if text[-1:].isdigit() else None
