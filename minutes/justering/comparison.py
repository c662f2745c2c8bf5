"""What has changed between two texts, word for word. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from minutes.justering.minutes_text import Minutes, Paragraph

_ALIKE = 0.5  # how much of two texts must be the same for one to have become the other
_WORDS = re.compile(r"\s+|[\w§]+|[^\w\s]")


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand together and share their fate."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A part of the minutes beside what it was. `words` is empty where nothing changed."""

    label: str
    words: tuple[Words, ...] = ()


def compared_words(before: str, after: str) -> tuple[Words, ...]:
    """The text after, with what was removed and added; one entry where nothing changed."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    found: list[Words] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            found.append(Words(Change.SAME, "".join(new[b0:b1])))
            continue
        if a1 > a0:
            found.append(Words(Change.REMOVED, "".join(old[a0:a1])))
        if b1 > b0:
            found.append(Words(Change.ADDED, "".join(new[b0:b1])))
    return tuple(found)


def around_changes(words: Sequence[Words], lines: int = 3) -> tuple[Words, ...]:
    """The changes with so many lines around each; "…" stands for what lies between.

    Words without a change are given back whole.
    """
    if all(each.change is Change.SAME for each in words):
        return tuple(words)
    last = len(words) - 1
    return tuple(
        Words(each.change, _ends(each.text, lines if at else 0, lines if at < last else 0))
        if each.change is Change.SAME
        else each
        for at, each in enumerate(words)
    )


def _ends(text: str, first: int, last: int) -> str:
    """So many of the first lines of a text, and of the last."""
    lines = text.splitlines(keepends=True)
    if len(lines) <= first + last + 1:
        return text
    return "".join([*lines[:first], "…\n", *lines[len(lines) - last :]])


def compared_minutes(before: Minutes, after: Minutes) -> list[Compared]:
    """The parts that differ, in the order of the new text; what is gone comes last."""
    old, new = _parts(before), _parts(after)
    matcher = SequenceMatcher(None, [label for label, _ in old], [label for label, _ in new], False)
    partner = {b + n: a + n for a, b, size in matcher.get_matching_blocks() for n in range(size)}
    left = [part for at, part in enumerate(old) if at not in partner.values()]
    found = []
    for at, (label, text) in enumerate(new):
        if at in partner:
            was = old[partner[at]][1]
        else:  # the heading was changed: compare with what is most like it, heading and all
            nearest = _nearest(text, left)
            left = [part for part in left if part != nearest]
            was, text = "\n".join(nearest).strip(), f"{label}\n{text}"
        if was != text:
            found.append(Compared(label, compared_words(was, text)))
    return found + [Compared(label, compared_words(text, "")) for label, text in left if text]


def _nearest(text: str, candidates: Sequence[tuple[str, str]]) -> tuple[str, str]:
    rated = [
        (
            SequenceMatcher(None, _WORDS.findall(was), _WORDS.findall(text), False).ratio(),
            label,
            was,
        )
        for label, was in candidates
    ]
    ratio, label, was = max(rated, default=(0.0, "", ""))
    return (label, was) if ratio > _ALIKE else ("", "")


def _parts(minutes: Minutes) -> list[tuple[str, str]]:
    """(label, text to compare) of the head, of the attendance and of each paragraph."""
    head = (
        minutes.title,
        f"{minutes.date.isoformat()} {minutes.start} {minutes.end}".strip(),
        minutes.place,
        _said("Ordförande", minutes.chair),
        _said("Sekreterare", minutes.secretary),
        _said("Justerare", *minutes.adjusters),
    )
    people = [
        ", ".join(filter(None, (each.name, each.role, each.organisation, each.note)))
        for each in minutes.attendees
    ]
    ahead = [" ".join(filter(None, (e.when, e.place, e.note))) for e in minutes.ahead]
    return [
        ("Mötet", "\n".join(filter(None, head))),
        ("Närvaro", "\n".join(people)),
        *((each.label, paragraph_text(each)) for each in minutes.paragraphs),
        ("Kommande möten", "\n".join(ahead)),
        ("Bilagor", "\n".join(minutes.attachments)),
    ]


def paragraph_text(paragraph: Paragraph) -> str:
    """The paragraph as running text: what was said, its decisions and its action items."""
    clauses = [
        ". ".join(
            filter(
                None,
                (
                    f"{each.kind.value.capitalize()}: {each.text.rstrip('.')}",
                    _said("Ansvarig", *each.owners),
                    _said("Senast", each.due),
                    _said("Ordagrant", each.quote) if each.says_more else "",
                ),
            )
        )
        for each in paragraph.clauses
    ]
    return "\n".join(filter(None, (paragraph.text, *clauses)))


def _said(label: str, *words: str) -> str:
    return f"{label}: {', '.join(words)}" if any(words) else ""
