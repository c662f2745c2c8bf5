"""Minutes laid out so that our own import reads the same facts out of them again. Pure.

Under each heading stands what was said, then the decisions in a list and the action items in a
table, each in the minutes' own words, and nothing twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes.justering.minutes_text import Clause, ClauseKind, Minutes, Paragraph
from minutes.recognition.rules.marked import COLUMNS, DECIDED, DONE
from minutes.register.placing import in_place

ATTENDANCE_COLUMNS = ("Namn", "Roll", "Organisation", "Närvaro", "Anmärkning")
ACTION_COLUMNS = COLUMNS
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TWICE = re.compile(r"^(\S+) \(\1\)$")  # a day that is its own words
_BULLET = re.compile(r"^[-–•*]\s+")


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands under a heading: first what was said, then what was decided and promised. What
    is said below a list of decisions would be read as one of them.
    """

    said: tuple[str, ...]
    decided: tuple[str, ...]
    promised: tuple[tuple[str, ...], ...]  # rows of ACTION_COLUMNS


def is_point(paragraph: Paragraph) -> bool:
    """Whether it has a heading: what is decided outside of every point has none."""
    return bool(paragraph.number or paragraph.title)


def divided(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """(what is of no point, the points): written after the last point it would be read as its."""
    return [each for each in paragraphs if not is_point(each)], list(filter(is_point, paragraphs))


def parts_of(paragraph: Paragraph) -> Parts:
    """The paragraph, with nothing said twice. The text before the first point is left out: the
    head and the lists of people, which stand above in a form of their own, are made of it.
    """
    clauses = paragraph.clauses
    decided = [each for each in clauses if each.kind is ClauseKind.DECISION]
    promised = [each for each in clauses if each.kind is ClauseKind.ACTION]
    said = [
        _without(part, clauses)
        for part in in_place(paragraph.text, clauses, lambda clause: clause.quote)
        if isinstance(part, str)
    ]
    titled = paragraph.number or paragraph.title
    lines = [line for part in said for line in part.split("\n") if line and titled]
    return Parts(
        tuple(lines), tuple(_line(each.quote) for each in decided), tuple(map(_row, promised))
    )


def _without(text: str, clauses: Sequence[Clause]) -> str:
    """The text without the words that stand as decisions and action items beside it."""
    for each in sorted(clauses, key=lambda clause: -len(clause.quote)):
        # Where a line was broken there may be a hyphen that the quotation lacks.
        letters = [re.escape(sign) for sign in each.quote if sign.isalnum()]
        words = r"[\W_]*".join(letters) + r"[.:;!)]*"
        text = re.sub(words, "", text, count=1) if letters else text
    lines = (_BULLET.sub("", _line(line)) for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip("-–•*| .:") not in ("", DECIDED))


def _row(action: Clause) -> tuple[str, ...]:
    owners = ", ".join(action.owners)
    due = _line(action.due)
    # A day that stands in the minutes is its own words; one that was set has none.
    due = f"({due})" if _DAY.fullmatch(due) else _TWICE.sub(r"\1", due)
    return (_line(action.quote), owners, due, DONE if action.done else "")


def attendance_rows(minutes: Minutes, words: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """A row of ATTENDANCE_COLUMNS for each who was there. `words`: by the value of Presence."""
    for each in minutes.attendees:
        yield (
            _line(each.name),
            _line(each.role),
            _line(each.organisation),
            words[each.presence.value],
            _line(each.note),
        )


def ahead_lines(minutes: Minutes) -> list[str]:
    """The coming meetings, a line each."""
    return [
        f"Nästa möte: {_when(each.when)}"
        + (f" i {_line(each.place)}" if each.place else "")
        + (f" ({_line(each.note)})" if each.note else "")
        for each in minutes.ahead
    ]


def _when(words: str) -> str:
    """2026-11-18 kl. 18.00–20.00: times after a day."""
    day, _, times = _line(words).partition(" ")
    return f"{day} kl. {times}" if times else day


def _line(text: str) -> str:
    return " ".join(text.split())


def label_of(paragraph: Paragraph) -> str:
    """The heading; a number that is only digits gets the full stop by which it is known as one."""
    number = f"{paragraph.number}." if paragraph.number.isdecimal() else paragraph.number
    return _line(f"{number} {paragraph.title}")
