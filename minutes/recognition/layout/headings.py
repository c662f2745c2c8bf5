"""Which blocks are headings of agenda items: numbered, styled, or lines that stand alone."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, Remark
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import A_MEETING
from minutes.recognition.layout.capital_titles import EARLIER, in_capitals
from minutes.recognition.layout.day_lines import is_day
from minutes.recognition.layout.labels import (
    is_head_label,
    is_section_label,
    labelled,
    starts_signatures,
)
from minutes.recognition.layout.lone_lines import AGENDA, TITLE_WORDS, asks, may_head
from minutes.recognition.layout.numbering import (
    Heading,
    from_series,
    letter_points,
    main_series,
    number_of,
    small_letters,
    spans,
)
from minutes.recognition.layout.run_in_titles import run_in_titles
from minutes.recognition.layout.title_bullets import title_bullets, told_bullets
from minutes.recognition.layout.title_ends import title_end
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.presence_labels import presence_of

_MEETING_WORDS = regex(rf"\b\w*{A_MEETING}t?\b", re.IGNORECASE)
_SHARE_OF_HEAD = 0.6  # of the blocks; labels further down are of the signatures
_FEWEST_APART = 3  # titles below an empty line; then the lines between them are text
_SHARE_APART = 0.4
_FEWEST_ALONE = 3  # lines; one or two may have become so by chance
_FEWEST_POINTS = 3
_FEWEST_LETTERS = 3  # a., b. and c. under a point that is the only one


def headings(blocks: Sequence[Block]) -> tuple[list[Heading], list[Remark]]:
    """The headings of items, outermost and nested, and remarks on gaps in their numbers."""
    styled = _styled(blocks)
    series = main_series(blocks)
    numbered_styled = [i for i in styled if blocks[i].marker]
    if len(styled) >= 2 and (len(numbered_styled) != 0 or not spans(series, blocks)):
        return _from_styled(blocks, styled), []
    # Bare figures are a marker only where the number of a § was found without its sign.
    first = blocks[series[0]].marker if series else ""
    lettered = series and len(small_letters(blocks, series[-1] + 1, len(blocks))) >= _FEWEST_LETTERS
    if len(series) >= 2 or first.startswith("§") or first.isdigit() or lettered:
        return from_series(blocks, series)
    if len(styled) >= 1:
        return _from_styled(blocks, styled), []
    if told := told_bullets(blocks):
        return told, []
    if by_letters := letter_points(blocks):
        return by_letters, []
    capitals = in_capitals(blocks)
    if capitals and (points := _points_between(blocks, capitals)):
        return points, []
    alone = capitals or title_bullets(blocks) or _standing_alone(blocks)
    if len(alone) < _FEWEST_ALONE and (titled := run_in_titles(blocks)):
        return titled, []
    return [Heading(i, "", len(blocks[i].text)) for i in alone], []


# --- headings by their style ------------------------------------------------------------------


def _styled(blocks: Sequence[Block]) -> list[int]:
    """HEADING blocks that head items: neither the document's title nor labels."""
    every = [i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    head_end = max((i for i in every if _is_of_head(blocks, i)), default=-1)
    return list(
        dropwhile(
            lambda i: _is_above_items(blocks, every, i, head_end),
            (i for i in every if _may_head_item(blocks, i)),
        )
    )


def _is_of_head(blocks: Sequence[Block], index: int) -> bool:
    """Whether it is a label of the head of the minutes, not of their signatures."""
    early = index <= len(blocks) * _SHARE_OF_HEAD
    return early and is_head_label(blocks[index]) and not _is_numbered(blocks[index])


def _may_head_item(blocks: Sequence[Block], index: int) -> bool:
    """Whether it is neither a label, nor the beginning of the signatures, nor a mere day."""
    block = blocks[index]
    if not block.text.strip() or is_day(block.text):
        return False
    if _is_numbered(block):
        return True
    return not _is_label(block) and (not starts_signatures(block) or _opens_notes(blocks, index))


def _is_above_items(
    blocks: Sequence[Block], every: Sequence[int], index: int, head_end: int
) -> bool:
    """Whether the heading, with none of an item above it, belongs to the whole document."""
    if len(every) > 2 and index == every[0] and _is_uppermost(blocks, every):
        return True
    if blocks[index].marker or head_end >= 0:
        return not blocks[index].marker and index < head_end
    return _is_title(blocks[index]) or _is_dated_top(blocks, every, index)


def _is_uppermost(blocks: Sequence[Block], every: Sequence[int]) -> bool:
    """Whether the first of the headings stands above all the others by its level."""
    first, *others = (blocks[i].level for i in every)
    return all(first < level for level in others)


def _is_dated_top(blocks: Sequence[Block], every: Sequence[int], index: int) -> bool:
    """Whether it is the first heading with a day, or right above or below the other of the first two."""
    two = every[:2] if every[1:2] == [every[0] + 1] else every[:1]
    dated = [i for i in two if date_mentions(blocks[i].text, None)]
    return index in dated or (index == every[0] and bool(dated))


def _opens_notes(blocks: Sequence[Block], index: int) -> bool:
    """As the heading "Anteckningar" with notes below it, not with the name of who wrote them."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or blocks[index].text.strip(" :").casefold() != "anteckningar":
        return False
    return following.kind in (BlockKind.LIST_ITEM, BlockKind.HEADING) or tells(following.text)


def _is_label(block: Block) -> bool:
    return is_head_label(block) or is_section_label(block.text)


def _is_numbered(block: Block) -> bool:
    return bool(re.search(r"\d", block.marker))


def _is_title(block: Block) -> bool:
    """A heading that names the minutes, or the meeting with its day."""
    named = TITLE_WORDS.search(block.text) or (
        _MEETING_WORDS.search(block.text) and date_mentions(block.text, None)
    )
    return bool(named and not EARLIER.match(block.text)) and not re.match(
        r"(?:val|godkänn|föregående|genomgång|fastställ|justering|nästa|kommande"
        r"|approv|confirm|adopt|previous|last|review|reading|matters|next|follow)",
        block.text,
        re.IGNORECASE,
    )


def _from_styled(blocks: Sequence[Block], indexes: Sequence[int]) -> list[Heading]:
    levels = sorted({blocks[i].level for i in indexes})
    styled = [
        Heading(i, number_of(blocks[i].marker), title_end(blocks[i]), levels.index(blocks[i].level))
        for i in indexes
    ]
    bold = [
        Heading(i, "", len(blocks[i].text), len(levels))
        for i in range(indexes[0], len(blocks))
        if blocks[i].bold and may_head(blocks[i])
    ]
    return sorted([*styled, *bold], key=lambda heading: heading.index)


# --- lines that stand alone -------------------------------------------------------------------


def _points_between(blocks: Sequence[Block], capitals: Sequence[int]) -> list[Heading]:
    """The lines in capitals, and the points of the agenda below them where they only group those."""
    below = [i for i in _followed_by_text(blocks) if i not in capitals and i > capitals[0]]
    if sum(bool(AGENDA.match(blocks[i].text)) for i in below) < _FEWEST_POINTS:
        return []
    depths = dict.fromkeys(capitals, 0) | dict.fromkeys(below, 1)
    return [Heading(i, "", len(blocks[i].text), depths[i]) for i in sorted(depths)]


_DECISION_LABEL = regex(r"(?:\w+s\s+)?beslut:?", re.IGNORECASE)  # below a title
_ELECTION = regex(r"Val\sav\s")
# "Vad har vi gjort?", "Vem gör vad?": the titles of a group's diary.
_ASKED_OF_US = regex(
    r"(?:Vad|Hur)\s(?:har|ska|gör|går|behöver|gjorde)\svi\b[\wåäö ]{0,30}\?|Vem\sgör\svad\?"
)
_TOP_LINES = 3
_MEETING_LINE = regex(rf"(?:[\w-]*{A_MEETING}|protokoll|\w*anteckning(?:ar)?)\b", re.IGNORECASE)


def _standing_alone(blocks: Sequence[Block]) -> list[int]:
    """Short lines without an end, followed by text: the headings of unstyled minutes."""
    found = _followed_by_text(blocks)
    bold = [i for i in found if blocks[i].bold or blocks[i].text.isupper()]
    apart = [i for i in found if _is_below_empty_line(blocks, i)]
    if len(bold) >= 2:
        return bold
    return apart if len(apart) >= max(_FEWEST_APART, _SHARE_APART * len(found)) else found


def _followed_by_text(blocks: Sequence[Block]) -> list[int]:
    found, led = [], False
    for index, block in enumerate(blocks):
        led = index > 0 and _is_led(blocks[index - 1], block, led)
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        # What is asked, told or called out is no title.
        asked = asks(block.text) or _ASKED_OF_US.fullmatch(block.text)
        said = block.text.endswith(("?", "!")) and not _ASKED_OF_US.fullmatch(block.text)
        said = said or (tells(block.text) and not asked)
        if ((said or led) and not block.bold) or _is_over_head(blocks, index):
            continue
        if following is None or not may_head(block):
            continue
        if block.bold or _is_text(following) or _may_follow(block, following):
            found.append(index)
    return found


def _is_led(above: Block, block: Block, above_is_led: bool) -> bool:
    """Whether a sentence with a colon leads in the line: "Detta återstår att göra:", and its list."""
    beside = block.source.first_line == above.source.last_line + 1
    text = above.text.rstrip()
    leads = text.endswith(":") and tells(text)
    return beside and (leads or (above_is_led and not text.endswith(".")))


def _is_below_empty_line(blocks: Sequence[Block], index: int) -> bool:
    above = blocks[index - 1].source.last_line if index else -1
    return blocks[index].source.first_line > above + 1


def _is_over_head(blocks: Sequence[Block], index: int) -> bool:
    """Whether it is one of the first lines, over that which says when and where the meeting was."""
    if index >= min(_TOP_LINES, len(blocks) - 1) or AGENDA.match(blocks[index].text.strip()):
        return False
    below = blocks[index + 1]
    above = blocks[index - 1] if index else None
    if above and _MEETING_LINE.match(above.text) and date_mentions(above.text, None):
        near = blocks[index + 1 : index + 1 + _TOP_LINES]
        return any(presence_of(labelled(block)[0]) for block in near)
    return bool(_MEETING_LINE.match(below.text)) and bool(date_mentions(below.text, None))


def _may_follow(title: Block, following: Block) -> bool:
    """What shows that a line is a title though no text follows: "Beslut", or who was elected."""
    if _DECISION_LABEL.fullmatch(following.text):
        return True
    return bool(_ELECTION.match(title.text)) and is_given_name(following.text.split()[0])


def _is_text(block: Block) -> bool:
    return (
        len(block.text) > 40
        or block.kind is BlockKind.LIST_ITEM
        or block.text.rstrip().endswith(".")
    )
