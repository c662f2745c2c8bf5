"""What has changed in the draft since the secretary answered to it, beside their text. Pure.

Three texts are compared, paragraph by paragraph and list row by list row: what the program wrote
last, what it would write today, and what the secretary has made of it. What the program would
write anew is offered; what only the secretary has changed is never touched.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Change:
    """A place where today's draft says something else than the last.

    `was` and `becomes` are the program's rows; `mine` those that stand there in the text now.
    `key` names the change while the texts are the same. Nothing of `was` need still stand.
    """

    key: str
    was: tuple[str, ...]
    becomes: tuple[str, ...]
    mine: tuple[str, ...]

    @property
    def is_edited(self) -> bool:
        """Whether the secretary has written something of their own there."""
        return self.mine != self.was


def changes(last: str, today: str, mine: str) -> list[Change]:
    """What is offered."""
    return [change for change in _walked(last, today, mine) if isinstance(change, Change)]


def merged(last: str, today: str, mine: str, taken: Collection[str]) -> str:
    """The secretary's text with the changes whose keys are taken."""
    rows: list[str] = []
    for part in _walked(last, today, mine):
        if isinstance(part, Change):
            rows += part.becomes if part.key in taken else part.mine
        else:
            rows.append(part)
    return _text(rows)


def _walked(last: str, today: str, mine: str) -> Iterator[Change | str]:
    """The rows of the secretary's text in order, and a Change where one is offered."""
    base, new, own = rows_of(last), rows_of(today), rows_of(mine)
    spans = _spans(base, own)
    at = 0
    for tag, i, j, k, m in SequenceMatcher(None, base, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        after = spans[i - 1][1] if i else 0
        begins, ends = (spans[i][0], spans[j - 1][1]) if j > i else (after, after)
        begins, ends = max(begins, at), max(ends, at)
        yield from own[at:begins]
        mine_here = tuple(own[begins:ends])
        becomes = tuple(new[k:m])
        if mine_here == becomes:
            yield from mine_here
        else:
            yield Change(f"{i}-{j}-{k}-{m}", tuple(base[i:j]), becomes, mine_here)
        at = ends
    yield from own[at:]


def _spans(base: Sequence[str], own: Sequence[str]) -> list[tuple[int, int]]:
    """For each row of `base`, from where to where in `own` its place is now."""
    spans: list[tuple[int, int]] = []
    for tag, i, j, k, m in SequenceMatcher(None, base, own, autojunk=False).get_opcodes():
        spans += ((k + row, k + row + 1) if tag == "equal" else (k, m) for row in range(j - i))
    return spans


def rows_of(text: str) -> list[str]:
    """The paragraphs; each row of a list is one."""
    rows = []
    for paragraph in _BLANK.split(text.strip()):
        lines = [line.rstrip() for line in paragraph.splitlines() if line.strip()]
        if lines and all(line.startswith(("- ", "* ")) for line in lines):
            rows += lines
        elif lines:
            rows.append("\n".join(lines))
    return rows


def _text(rows: Sequence[str]) -> str:
    """The rows as Markdown: those of a list together, others with a blank line between."""
    written = ""
    for place, row in enumerate(rows):
        together = place and _is_row(row) and _is_row(rows[place - 1])
        written += ("\n" if together else "\n\n" if place else "") + row
    return written + "\n"


def _is_row(row: str) -> bool:
    return row.startswith(("- ", "* "))
