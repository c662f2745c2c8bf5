"""Which blocks are headings of agenda items: numbered, styled, or lines that stand alone."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, Remark
from minutes.recognition.capital_titles import EARLIER, PAGE_OF, in_capitals
from minutes.recognition.dates import date_mentions
from minutes.recognition.finite import tells
from minutes.recognition.labels import is_head_label, is_section_label, labelled, starts_signatures
from minutes.recognition.names import is_given_name, is_person_name
from minutes.recognition.numbering import (
    Heading,
    from_series,
    letter_points,
    main_series,
    number_of,
    small_letters,
    spans,
)
from minutes.recognition.presence_labels import presence_of
from minutes.recognition.run_in_titles import run_in_titles
from minutes.recognition.title_bullets import title_bullets, told_bullets
from minutes.recognition.title_ends import title_end
from minutes.recognition.vocabulary import ROLE_WORDS

_TITLE_WORDS = regex(
    r"\b(?:[\wåäö]*protokoll|minnesanteckning\w*|mötesanteckning\w*|anteckningar|minutes|dagordning|föredragningslista|agenda|kallelse)\b",
    re.IGNORECASE,
)
_MEETING_WORDS = regex(r"\b\w*(?:möte|mötet|sammanträde|stämma)\b", re.IGNORECASE)
# "S I D A N 1 AV 6", with its spaces taken out, and what web pages have around the text.
_PAGE_LINE = regex(
    r"(?:sid(?:a|an)?\d+(?:av|/|\()\d+\)?|transkript|hoppatill|startavisningen)", re.IGNORECASE
)
_ADJUSTING = regex(r"(?:utses\s+att\s+justera|justerande|justerare)\b", re.IGNORECASE)
_IN_CONTENTS = regex(r"[.…]{3,}\s*\d{1,3}$")  # "Rapporter ... 18"
# With these words the points of any agenda begin, however long and whatever follows.
_AGENDA = regex(
    r"(?:Val\sav|Godkännande\sav|Fastställ(?:ande|else)\sav|Föredragning\sav|Genomgång\sav|Behandling\sav|Fråga(?:n)?\som|"
    r"(?:Mötets|Årsmötets|Stämmans|Sammanträdets)\s(?:öppnande|avslut|behör|utlysa)|Övriga\s(?:frågor|ärenden)|Beslut\som\sansvarsfrihet)"
)
_ATTENDED = regex(r"(?:Från|För)\s[^.:]{2,40}\s(?:deltog|deltar|medverkade|närvarade)\s")
_LONGEST_AGENDA = 130  # characters
_BARE_MEETING = regex(r"[A-ZÅÄÖ][\wåäö]*(?:möte|stämma|sammanträde)(?:t|n)?(?:\s\d{4})?")
_FEWEST_APART = 3  # titles below an empty line; then the lines between them are text
_SHARE_APART = 0.4
_FEWEST_ALONE = 3  # lines; one or two may have become so by chance
_FEWEST_POINTS = 3
_FEWEST_LETTERS = 3  # a., b. and c. under a point that is the only one
_APPENDIX = regex(r"bilaga\b", re.IGNORECASE)


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
    head_end = max(
        (
            i
            for i in every
            if is_head_label(blocks[i]) and not _is_numbered(blocks[i]) and i <= len(blocks) * 0.6
        ),
        default=-1,
    )
    title_level = min((blocks[i].level for i in every), default=1)
    only_title = sum(1 for i in every if blocks[i].level == title_level) == 1
    found: list[int] = []
    for i in every:
        block = blocks[i]
        if not block.text.strip() or (_is_label(block) and not _is_numbered(block)):
            continue
        titled = _is_title(block) or _is_dated_top(blocks, every, i)
        if not found and not block.marker and (i < head_end or (head_end < 0 and titled)):
            continue
        if (
            not found
            and only_title
            and block.level == title_level
            and len(every) > 2
            and i == every[0]
        ):
            continue
        signs = starts_signatures(block) and not _is_numbered(block)
        if (signs and not _opens_notes(blocks, i)) or _is_bare_date(block.text):
            continue
        found.append(i)
    return found


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
    named = _TITLE_WORDS.search(block.text) or (
        _MEETING_WORDS.search(block.text) and date_mentions(block.text, None)
    )
    return bool(named) and not re.match(
        r"(?:val|godkänn|föregående|genomgång|fastställ|justering|nästa|kommande)",
        block.text,
        re.IGNORECASE,
    )


def _is_bare_date(text: str) -> bool:
    mentions = date_mentions(text, None)
    return bool(mentions) and len(text) - (mentions[0].end - mentions[0].start) < 12


def _from_styled(blocks: Sequence[Block], indexes: Sequence[int]) -> list[Heading]:
    levels = sorted({blocks[i].level for i in indexes})
    styled = [
        Heading(i, number_of(blocks[i].marker), title_end(blocks[i]), levels.index(blocks[i].level))
        for i in indexes
    ]
    bold = [
        Heading(i, "", len(blocks[i].text), len(levels))
        for i in range(indexes[0], len(blocks))
        if blocks[i].bold and _may_head(blocks[i])
    ]
    return sorted([*styled, *bold], key=lambda heading: heading.index)


# --- lines that stand alone -------------------------------------------------------------------


def _points_between(blocks: Sequence[Block], capitals: Sequence[int]) -> list[Heading]:
    """The lines in capitals, and the points of the agenda below them where they only group those."""
    below = [i for i in _followed_by_text(blocks) if i not in capitals and i > capitals[0]]
    if sum(bool(_AGENDA.match(blocks[i].text)) for i in below) < _FEWEST_POINTS:
        return []
    depths = dict.fromkeys(capitals, 0) | dict.fromkeys(below, 1)
    return [Heading(i, "", len(blocks[i].text), depths[i]) for i in sorted(depths)]


_DECISION_LABEL = regex(r"(?:\w+s\s+)?beslut:?", re.IGNORECASE)  # below a title
_ELECTION = regex(r"Val\sav\s")
_TOP_LINES = 3
_MEETING_LINE = regex(r"(?:[\w-]*(?:möte|stämma)|protokoll|\w*anteckning(?:ar)?)\b", re.IGNORECASE)


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
        said = block.text.endswith(("?", "!")) or tells(block.text)
        if ((said or led) and not block.bold) or _is_over_head(blocks, index):
            continue
        if following is None or not _may_head(block):
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
    if index >= min(_TOP_LINES, len(blocks) - 1) or _AGENDA.match(blocks[index].text.strip()):
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


def _may_head(block: Block) -> bool:
    text = block.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or block.cells:
        return False
    if _BARE_MEETING.fullmatch(text) or _ATTENDED.match(text):
        return False
    if len(text) <= _LONGEST_AGENDA and _AGENDA.match(text) and not tells(text):
        return not text.endswith((":", ","))
    if not 3 <= len(text) <= 80:
        return False
    if not text[0].isupper() or text.endswith((".", ",", ";", ":")) or _names_somebody(text):
        return False
    if is_head_label(block) or is_section_label(text) or starts_signatures(block):
        return False
    if presence_of(labelled(block)[0]) or _ADJUSTING.match(text) or _IN_CONTENTS.search(text):
        return False
    if (
        ":" in text
        or PAGE_OF.search(text)
        or date_mentions(text, None)
        or (_TITLE_WORDS.search(text) and not EARLIER.match(text))
    ):
        return False
    if "@" in text:
        return False  # how somebody is reached
    return not _APPENDIX.match(text) and not _PAGE_LINE.match(text.replace(" ", ""))


# "Bo Ek BE Projektledare, Vägverket"
_WITH_INITIALS = regex(r"(?P<a>[A-ZÅÄÖ])[a-zåäöé]+ (?P<b>[A-ZÅÄÖ])[\wåäö-]+ (?P=a)(?P=b)\b")


def _names_somebody(text: str) -> bool:
    """Whether the line is or begins with a name: "Bo Ek, Norrby kommun", "Bo Ek och Eva Gran"."""
    if _WITH_INITIALS.match(text):
        return True
    first = re.split(r"[,;]| och | \(", text, maxsplit=1)[0]
    if is_person_name(text) or not is_person_name(first):
        return is_person_name(text)
    # "Florella Eddy-Ek, ordförande för norra området": an office after a name that nobody knows.
    beside = text[len(first) :].lstrip(" ,(")
    return is_given_name(first.split()[0]) or bool(ROLE_WORDS.match(beside))
