"""Tables with a column for who is responsible, by when, or for the decision."""

import datetime as dt
import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.findings import SURE, ActionItem, ActionStatus, Decision
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.due_phrases import due_in_column, due_of
from minutes.recognition.language.sentences import tidy
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.names import Roster, is_given_name
from minutes.recognition.rules.actions.owners import owners_of

_OWNER = regex(
    r"^(?:ansvarig(?:a|e|t)?(?:\s+person)?|vem(?:\s+gör(?:\s+det)?)?|(?:utförs|görs)\s+av|ägare|utförare|ansvar|who|owner|responsible|ansv\.?)$",
    re.IGNORECASE,
)
_DUE = regex(
    r"^(?:klart?(?:\s+(?:senast|till))?|färdigt?|tidpunkt|när(?:\s+ska\s+det)?(?:\s+vara)?(?:\s+klart?)?|datum|deadline|senast|förfallo\w*|due|tid|klardatum|slutdatum)$",
    re.IGNORECASE,
)
_TASK = regex(
    r"^(?:åtgärd(?:er)?|aktivitet(?:er)?|uppgift(?:er)?|vad(?:\s+(?:som\s+)?ska\s+göras)?|att[\s-]göra|uppdrag|action|todo|tasks?|(?:user\s+)?story|issue|ärende|punkt|beslut/åtgärd|beskrivning)$",
    re.IGNORECASE,
)
_LOST_COLUMNS = regex(
    r"^(?:(?:nr|#)\s+)?(?:vad(?:\s+(?:ska\s+göras|som\s+ska\s+göras))?|åtgärd(?:er)?|aktivitet(?:er)?|(?:arbets)?uppgift(?:er)?|att[\s-]göra|uppdrag|ärende)"
    r"\s+(?:vem(?:\s+gör)?|ansvarig(?:a|t)?|ansvar|utförs\s+av|utförare)\b[^.]{0,45}$",
    re.IGNORECASE,
)
_STATUS = regex(
    r"^(?:status|läge|klart\?|utfört|kommentar|uppföljning|lägesrapport)$", re.IGNORECASE
)
_DECISION = regex(r"^(?:beslut|decision)$", re.IGNORECASE)
_DONE = regex(
    r"^(?:klar\w*|utför\w*|genomför\w*|avslut\w*|done|åtgärdat|ok|x|✓|✔|ja)\b", re.IGNORECASE
)


_FEWEST = 2  # words of a task whose owner is nobody known


class TableRows:
    """The rows of one table, read by the columns that its header row names."""

    def __init__(self) -> None:
        self._columns: list[str] = []

    def end(self) -> None:
        """The table is at its end; what comes next is another's."""
        self._columns = []

    def take(
        self, block: Block, roster: Roster, base: dt.date | None, item: str | None
    ) -> list[ActionItem | Decision]:
        """What the row says; nothing for the header row, and in tables of other kinds."""
        labels = [cell.strip().rstrip(":") for cell in block.cells]
        if not self._columns:
            if any(_OWNER.match(label) or _DECISION.match(label) for label in labels):
                self._columns = _kinds(labels)
            return []
        cells = dict(zip(self._columns, block.cells, strict=False))
        found: list[ActionItem | Decision] = []
        if "owner" in self._columns:
            action = _action(block, cells, roster, base, item)
            found += [action] if action else []
        if "decision" in self._columns and len(cells.get("decision", "").strip()) > 3:
            found += _decisions(block, cells["decision"], item)
        return found


def _kinds(labels: Sequence[str]) -> list[str]:
    """What each column holds. "Klart" beside "När" says whether, not by when."""
    kinds = [_kind(label) for label in labels]
    for at, label in enumerate(labels):
        if kinds[at] == "due" and kinds.count("due") > 1 and label.casefold() in {"klar", "klart"}:
            kinds[at] = "status"
    return kinds


def heads_rows(text: str) -> bool:
    """Whether the line is the head of such a table whose columns were lost: "Att göra Vem När klart"."""
    return bool(_LOST_COLUMNS.match(text.strip()))


def _kind(label: str) -> str:
    for name, pattern in (
        ("owner", _OWNER), ("due", _DUE), ("task", _TASK), ("status", _STATUS), ("decision", _DECISION),
    ):  # fmt: skip
        if pattern.match(label):
            return name
    return label


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


def _decisions(block: Block, text: str, item: str | None) -> list[Decision]:
    clauses: Sequence[str] = [
        c for c in re.split(r"\n|(?<=[.])\s+(?=[A-ZÅÄÖ]|att\s)", text) if c.strip()
    ]
    return [
        Decision(item, " ".join(c.split()), tidy(c), block.source, SURE, "står i kolumnen ”beslut”")
        for c in clauses
    ]
