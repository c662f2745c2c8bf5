"""Two texts that were written on from the same one, brought together where they can be. Pure."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

_Change = tuple[int, int, list[str]]  # the lines [from, to) of the base become these


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Both changes in one text; None where they touch the same lines or lines side by side."""
    lines = base.split("\n")
    changes = sorted(
        [*_changes(lines, mine.split("\n")), *_changes(lines, theirs.split("\n"))],
        key=lambda change: change[:2],
    )
    once = [change for at, change in enumerate(changes) if at == 0 or change != changes[at - 1]]
    for before, after in pairwise(once):
        if after[0] <= before[1]:
            return None
    found: list[str] = []
    at = 0
    for first, last, instead in once:
        found += lines[at:first] + instead
        at = last
    return "\n".join(found + lines[at:])


def _changes(base: Sequence[str], text: Sequence[str]) -> list[_Change]:
    matcher = SequenceMatcher(None, base, text, autojunk=False)
    return [
        (a0, a1, list(text[b0:b1]))
        for tag, a0, a1, b0, b1 in matcher.get_opcodes()
        if tag != "equal"
    ]
