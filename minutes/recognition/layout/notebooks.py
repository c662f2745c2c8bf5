"""Where a file is a notebook of short meetings: a heading for each of them, with its day. Blocks in.

Such notes seldom list who was there. That the headings of one level are meetings with their days,
one after the other, says what the file is; a calendar has the same headings and tells nothing.
"""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.somebody_does import somebody_does
from minutes.recognition.layout.day_lines import days_in
from minutes.recognition.layout.labels import labelled
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.presence_labels import presence_of

_LONGEST_TITLE = 70  # characters
_MOST_BESIDE = 5  # words beside the day in such a heading
_FEWEST = 2  # meetings
_SHARE_TELLING = 0.6
# "Årsmötet 15 mars" is a point about a meeting to come.
_MEETING = regex(
    r"\b(?:\w*(?:möte|möten|sammanträde|träff|avstämning|handledning)|(?:mötes|minnes)anteckningar|\w*protokoll|stå-?upp|stand-?up|daily|retro(?:spektiv)?|(?:sprint|vecko)\w*)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = regex(
    r"\b(?:föregående|förra|nästa|senaste|kommande|framtida|planerade|inför|till|kallelse|agenda|dagordning|förslag)\b",
    re.IGNORECASE,
)
_NAMES_BOOK = regex(
    r"möte|protokoll|anteckning|minutes|stand-?up|avstämning|handledning", re.IGNORECASE
)
_BARE_TITLE = regex(r"(?:\w*protokoll|(?:mötes|minnes)anteckningar)", re.IGNORECASE)
_WEEK = regex(r"(?:vecka|v\.?)\s?\d{1,2}\b", re.IGNORECASE)
_COMING = regex(r"kommande|kalend|kallelse|schema|plan(?:ering)?\b|program", re.IGNORECASE)
# The past tense and the supine: what was done and said.
_TELLS = regex(
    r"\b(?:har|hade|var|fick|blev|gick|kom|gjorde|skrev|höll|såg|valde|tog|gav|gjort|gått|fått|sett|skrivit|tagit)\b"
    r"|\b\w{2,}(?:(?:a|m|l|[^ä]r|g|v|d)de|[kpst]te|(?:ad|d|t)es)\b|\b[a-zåäö]{2,}[^aeo\W]at\b",
    re.IGNORECASE,
)
_NUMBER = regex(r"(?P<sign>§?)\s?(?P<number>\d{1,3})[.):]?")
_OF_MEETING = regex(r"\b(?:mötet|beslutade[s]?|beslut|beslöt[s]?)\b", re.IGNORECASE)
_SAYS = regex(r"@?(?P<who>[A-ZÅÄÖ][a-zåäö]+)\b[^:.]{0,20}:\s")


def chapters(blocks: Sequence[Block]) -> list[int]:
    """The headings, as places among the blocks, with which each meeting begins; [] in other files."""
    found = [i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    lines = [] if found else _lines(blocks)
    found = found or [i for i in lines if _day_of(blocks, i)]
    level = min((blocks[i].level for i in found if _day_of(blocks, i)), default=0)
    starts = [i for i in found if blocks[i].level == level and _day_of(blocks, i)]
    if len(starts) < _FEWEST or not _are_alike(blocks, starts):
        return []
    above = [i for i in lines or found if i < starts[0]]
    others = [i for i in found if i > starts[0] and i not in starts and blocks[i].level <= level]
    if others or not _is_book(blocks, above, starts) or not _in_order(blocks, starts):
        return []
    bodies = [blocks[start + 1 : end] for start, end in pairwise([*starts, len(blocks)])]
    telling = sum(any(map(_records, body)) for body in bodies)
    return starts if telling >= max(_FEWEST, _SHARE_TELLING * len(starts)) else []


def _lines(blocks: Sequence[Block]) -> list[int]:
    """The lines of plain text that may head chapters, where no minutes have heads of their own."""
    found = [i for i, block in enumerate(blocks) if _may_head(block)]
    if any(_is_formal(block) for block in blocks):
        return found if _begin_anew(blocks, [i for i in found if _day_of(blocks, i)]) else []
    return found


def _begin_anew(blocks: Sequence[Block], starts: Sequence[int]) -> bool:
    """Whether the points below each of these lines are counted from 1, right from the first of them.

    Where earlier minutes are quoted right below a point, they are no others.
    """
    if len(starts) < _FEWEST or any(_counted(blocks[start - 1])[1] for start in starts[1:]):
        return False
    for start, end in pairwise([*starts, len(blocks)]):
        first: dict[str, str] = {}
        for block in blocks[start:end]:
            if presence_of(labelled(block)[0]) is not None:
                return False
            sign, number = _counted(block)
            if number:
                first.setdefault(sign, number)
        if set(first.values()) != {"1"} or _counted(blocks[start + 1])[1] not in {"", "1"}:
            return False
    return not any(_counted(block)[1] for block in blocks[: starts[0]])


def _counted(block: Block) -> tuple[str, str]:
    """(§ or nothing, number) of a numbered line."""
    match = _NUMBER.fullmatch(block.marker)
    return (match["sign"], match["number"]) if match else ("", "")


def _is_formal(block: Block) -> bool:
    return presence_of(labelled(block)[0]) is not None or block.marker[:1] in {"§", "1"}


def _may_head(block: Block) -> bool:
    """Whether a line of plain text may be the heading of a chapter."""
    plain = block.kind is BlockKind.PARAGRAPH and not block.cells and not block.marker
    return plain and len(block.text) <= _LONGEST_TITLE and not block.text.endswith((".", ":", ","))


def _are_alike(blocks: Sequence[Block], starts: Sequence[int]) -> bool:
    """Whether they are called the same; in the minutes of a board "Årsmöte 15 mars" is a point."""
    words = {m.group().casefold() if (m := _MEETING.search(blocks[i].text)) else "" for i in starts}
    headed = blocks[starts[0]].kind is BlockKind.HEADING
    if all(_lists_people(blocks, start) for start in starts):
        return True
    return len(words) == 1 or (headed and len(starts) > _FEWEST)


def _day_of(blocks: Sequence[Block], index: int) -> dt.date | None:
    """The day of the meeting that the heading names; of "Vecka 9" the day that stands right below."""
    text = blocks[index].text.strip()
    if len(text) > _LONGEST_TITLE or _OF_ANOTHER.search(text):
        return None
    days = days_in(text)
    if not days and _BARE_TITLE.fullmatch(text):
        front = (b for b in blocks[index + 1 : index + 3] if len(b.text) < _LONGEST_TITLE)
        return next((m.date for b in front for m in date_mentions(b.text, None)), None)
    if not days and _WEEK.match(text):
        below = (b for b in blocks[index + 1 : index + 3] if b.kind is not BlockKind.HEADING)
        return next((m.date for b in below for m in days_in(b.text[:60])), None)
    if not days:
        return None
    beside = _words_beside(text)
    named = _MEETING.search(text) or _lists_people(blocks, index)
    meeting = named and len(beside) <= _MOST_BESIDE
    return days[0].date if meeting or not beside else None


def _words_beside(text: str) -> list[str]:
    """The words of a heading that are neither its day nor its hour nor its week."""
    for mention in reversed(days_in(text)):
        text = text[: mention.start] + text[mention.end :]
    text = re.sub(r"\bkl\.?\b|(?i:\b\w+dag(?:en)?\b)", "", _WEEK.sub("", text))
    return re.findall(r"[^\W\d_]{2,}", text)


def _is_book(blocks: Sequence[Block], above: Sequence[int], starts: Sequence[int]) -> bool:
    """Whether what stands above the first meeting is no meeting itself, and names no other thing."""
    before = blocks[: starts[0]]
    if any(presence_of(labelled(block)[0]) for block in before):
        return False
    titles = [blocks[i].text for i in above]
    if any(_COMING.search(title) or date_mentions(title, None) for title in titles):
        return False
    listed = sum(_lists_people(blocks, start) for start in starts)
    named = all(_MEETING.search(blocks[i].text) or _WEEK.match(blocks[i].text) for i in starts)
    if named or any(map(_NAMES_BOOK.search, titles)) or listed > len(starts) / 2:
        return True
    bodies = [blocks[start + 1 : end] for start, end in pairwise([*starts, len(blocks)])]
    return all(any(_OF_MEETING.search(block.text) for block in body) for body in bodies)


def _lists_people(blocks: Sequence[Block], start: int) -> bool:
    return any(presence_of(labelled(block)[0]) for block in blocks[start + 1 : start + 4])


def _in_order(blocks: Sequence[Block], starts: Sequence[int]) -> bool:
    """Whether the days follow one another, or go backwards from the newest.

    Without their year they may once go from December to January.
    """
    days = [day for start in starts if (day := _day_of(blocks, start))]
    ups = sum(later > earlier for earlier, later in pairwise(days))
    downs = sum(later < earlier for earlier, later in pairwise(days))
    dated = any(date_mentions(blocks[start].text, None) for start in starts)
    return min(ups, downs) <= (0 if dated else 1) and ups != downs


def _records(block: Block) -> bool:
    """Whether it tells of what was, or says who was there and what somebody is to do."""
    says = _SAYS.match(block.text)
    return (
        block.marker in {"☐", "☑"}
        or presence_of(labelled(block)[0]) is not None
        or bool(_TELLS.search(block.text))
        or (says is not None and is_given_name(says["who"]))
        or somebody_does(block.text) > 0
    )
