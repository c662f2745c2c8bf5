"""Tables with a column for who is responsible, by when, or for the decision."""

import datetime as dt
import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.findings import SURE, ActionItem, ActionStatus, Decision
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.due_phrases import due_in_column, due_of
from minutes.recognition.language.sentences import tidy
from minutes.recognition.language.verbs import demands
from minutes.recognition.language.words import first_word
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions.owners import owners_of
from minutes.recognition.rules.actions.table_heads import kinds_of

_DONE = regex(
    r"^(?:klar\w*|utför\w*|genomför\w*|avslut\w*|done|åtgärdat|ok|x|✓|✔|ja)\b", re.IGNORECASE
)

# What says nothing without its matter: "Godkänns", "Återremitteras för utredning".
_OF_MATTER = regex(
    r"(?:att\s)?(?:(?:god|till|av|fram)?\w*(?:känn|bifall|bifölj|avslå|återremittera|bordlägg|styrk|anta|fastställ|notera|remittera|hänskjut|bevilja|skjut|lägg|avsluta|genomför|utred|beställ|köp)e?s|bifall|avslag|ja|nej|utgår|vilar|återremiss|bordläggning|anmälan)\b(?!\s*:)",
    re.IGNORECASE,
)
_FEWEST = 2  # words of a task whose owner is nobody known
_FEWEST_OF_DECISION = 3


class TableRows:
    """The rows of one table, read by the columns that its header row names."""

    def __init__(self) -> None:
        self._columns: list[str] = []
        self._of_lines = False  # its rows are lines whose columns stand side by side

    def enter(self, block: Block) -> bool:
        """Whether the block is a row; with any other the table ends, and another may begin."""
        if block.kind is BlockKind.TABLE_ROW:
            self._columns = [] if self._of_lines else self._columns
            self._of_lines = False
            return True
        side_by_side = block.kind is not BlockKind.HEADING and not block.breaks
        if self._of_lines and side_by_side and len(block.cells) == len(self._columns):
            return True
        kinds = kinds_of(block.cells) if block.cells and side_by_side else []
        self._of_lines = "task" in kinds and not {"owner", "named"}.isdisjoint(kinds)
        self._columns = kinds if self._of_lines else []
        return False

    def take(
        self, block: Block, roster: Roster, base: dt.date | None, item: str | None
    ) -> list[ActionItem | Decision]:
        """What the row says; nothing for the header row, and in tables of other kinds."""
        if not self._columns:
            if _is_form_row(block.cells):
                return list(_decisions(block, block.cells[1], item))
            self._columns = kinds_of(block.cells)
            return []
        cells = dict(zip(self._columns, block.cells, strict=False))
        found: list[ActionItem | Decision] = []
        if "named" in self._columns:
            named = cells.pop("named", "")
            cells |= {"owner": named} if _is_task(cells, base) else {}
        if "owner" in cells:
            action = _action(block, cells, roster, base, item)
            found += [action] if action else []
        if "decision" in self._columns and len(cells.get("decision", "").strip()) > 3:
            matter = cells.get("task", "").strip(" .")
            found += _decisions(block, cells["decision"], item, matter)
        return found


def _is_form_row(cells: Sequence[str]) -> bool:
    """Whether the row says beside "Beslut" what was decided, and heads no columns."""
    if len(cells) != 2 or cells[0].strip(" :*").casefold() != "beslut":
        return False
    return len(cells[1].split()) >= _FEWEST_OF_DECISION


def _is_task(cells: dict[str, str], base: dt.date | None) -> bool:
    """Whether the row asks for something or sets a day; beside a name may also stand an office."""
    task, due = cells.get("task", "").strip(), cells.get("due", "")
    asks = demands(first_word(task), task.partition(" ")[2]) if task else False
    day = bool(date_mentions(due, base)) or due_in_column(due, base) is not None
    return asks or (day and len(task.split()) >= _FEWEST)


def _action(
    block: Block, cells: dict[str, str], roster: Roster, base: dt.date | None, item: str | None
) -> ActionItem | None:
    task = cells.get("task") or _longest(cells)
    owner_text = " ".join(cells.get("owner", "").split())
    if not task.strip() or (not owner_text and not cells.get("due", "").strip()):
        return None
    if len(task.split()) < _FEWEST and not ("task" in cells and _is_person(owner_text, roster)):
        return None
    due_text = " ".join(cells.get("due", "").split())
    day = next((m.date for m in date_mentions(due_text, base)), None)
    due = due_in_column(due_text, base) or due_of(task, base)
    status = cells.get("status", "").strip() or due_text
    quote = " ".join(task.split())
    return ActionItem(
        item=item,
        quote=quote,
        text=tidy(quote),
        source=block.source,
        confidence=SURE,
        reason="tabell med ansvarig",
        owners=_owners(owner_text, roster),
        owner_text=owner_text or None,
        due=day or (due.date if due else None),
        due_text=due_text or (due.text if due else None),
        status=ActionStatus.DONE if _DONE.match(status) else ActionStatus.OPEN,
    )


def _is_person(text: str, roster: Roster) -> bool:
    """Whether the column names somebody, whose "Fika" or "Lotter" then is a task."""
    return roster.knows(text) or is_given_name(text.partition(" ")[0].strip(",/&"))


def _owners(text: str, roster: Roster) -> tuple[str, ...]:
    found = owners_of(text, roster)
    if found:
        return found.names
    people = split_people(text)
    if people:
        return tuple(roster.resolve(person.name) for person in people)
    return (text,) if re.search(r"\w", text) else ()


def _longest(cells: dict[str, str]) -> str:
    texts = [text for name, text in cells.items() if name not in {"owner", "due", "status"}]
    return max(texts, key=len, default="")


def _decisions(block: Block, text: str, item: str | None, matter: str = "") -> list[Decision]:
    """What the cell decides; "Bifalls" is decided of the matter that stands beside it."""
    clauses: Sequence[str] = [
        c for c in re.split(r"\n|(?<=[.])\s+(?=[A-ZÅÄÖ]|att\s)", text) if c.strip()
    ]
    return [
        Decision(
            item,
            " ".join(c.split()),
            f"{matter}: {_small(tidy(c))}" if matter and _OF_MATTER.match(c.strip()) else tidy(c),
            block.source,
            SURE,
            "står i kolumnen ”beslut”",
        )
        for c in clauses
    ]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
