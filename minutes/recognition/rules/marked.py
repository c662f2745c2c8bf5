"""Minutes that say themselves what is decided and promised in them: those that we wrote.

A line of the head says so. Then the decisions are those in lists under Beslut, the action items
those in tables with an owner, the coming meetings those of the head, and prose is prose.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.findings import (
    SURE,
    ActionItem,
    ActionStatus,
    AnnouncedMeeting,
    Decision,
    Statements,
)
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.sentences import tidy
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.roster import Roster

MARK = "Uppmärkning: Minutes 1"
COLUMNS = ("Åtgärd", "Ansvarig", "Klart senast", "Status")
DECIDED = "Beslut"
DONE = "Klar"
_REASON = "uppmärkt i protokollet"
_AHEAD = regex(
    r"Nästa möte: (?P<day>\d{4}-\d{2}-\d{2})?"
    r"(?: ?kl\. (?P<start>\d{1,2}\.\d{2})(?:–(?P<end>\d{1,2}\.\d{2}))?)?"
    r"(?: i (?P<place>.+?))?(?: \((?P<note>[^()]*)\))?"
)
_DAY_BEHIND = regex(r"(?P<words>\S.*?)?\s*\((?P<day>\d{4}-\d{2}-\d{2})\)")


def is_marked(head: Sequence[Passage]) -> bool:
    """Whether the head says so."""
    return any(_plain(passage.block.text) == MARK for passage in head)


def marked(passages: Sequence[Passage], roster: Roster, base: dt.date | None) -> Statements:
    """What is marked in the text."""
    said = Statements()
    in_list, columns, item = False, False, None
    for passage in passages:
        block = passage.block
        if passage.item != item:
            in_list, columns, item = False, False, passage.item
        if block.kind is BlockKind.TABLE_ROW:
            cells = tuple(_plain(cell) for cell in block.cells)
            if columns:
                said.actions.append(_action(block, cells, passage.item, roster, base))
            columns = columns or cells == COLUMNS
            in_list = False
            continue
        columns = False
        if in_list and block.kind is BlockKind.LIST_ITEM:
            said.decisions.append(_decision(block, passage.item))
            continue
        in_list = _plain(block.text).rstrip(":") == DECIDED
    return said


def _decision(block: Block, item: str | None) -> Decision:
    quote = _plain(block.text)
    return Decision(item, quote, tidy(quote), block.source, SURE, _REASON)


def _action(
    block: Block, cells: Sequence[str], item: str | None, roster: Roster, base: dt.date | None
) -> ActionItem:
    task, owners, due, status, *_ = (*cells, "", "", "", "")
    behind = _DAY_BEHIND.fullmatch(due)
    words = behind["words"] if behind else due
    day = next((each.date for each in date_mentions(behind["day"] if behind else due, base)), None)
    return ActionItem(
        item=item,
        quote=task,
        text=tidy(task),
        source=block.source,
        confidence=SURE,
        reason=_REASON,
        owners=tuple(roster.resolve(each.strip()) for each in owners.split(",") if each.strip()),
        owner_text=owners or None,
        due=day,
        due_text=words or None,
        status=ActionStatus.DONE if status == DONE else ActionStatus.OPEN,
    )


def announced(head: Sequence[Passage]) -> Iterator[AnnouncedMeeting]:
    """The coming meetings of the head."""
    for passage in head:
        found = _AHEAD.fullmatch(_plain(passage.block.text))
        if found:
            yield AnnouncedMeeting(
                dt.date.fromisoformat(found["day"]) if found["day"] else None,
                passage.block.source,
                _time(found["start"]),
                _time(found["end"]),
                found["place"],
                found["note"],
            )


def _time(written: str | None) -> dt.time | None:
    if not written:
        return None
    hour, minute = written.split(".")
    return dt.time(int(hour), int(minute))


def _plain(text: str) -> str:
    return " ".join(text.split())
