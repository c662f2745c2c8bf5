"""Minutes laid out so that our own import reads the same facts out of them again. Pure.

Under each heading stands what was said, with the decisions in lists in their place, then the
action items in a table, each in the minutes' own words, and nothing twice.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from minutes.justering.minutes_text import Clause, ClauseKind, Minutes, Paragraph
from minutes.reading.blocks import split_marker
from minutes.recognition.rules.marked import COLUMNS, DECIDED, DONE
from minutes.register.grids import Grid, with_grids
from minutes.register.placing import in_place, with_letters

ATTENDANCE_COLUMNS = ("Namn", "Roll", "Organisation", "Närvaro", "Anmärkning")
ACTION_COLUMNS = COLUMNS
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORD = re.compile(r"\w+")
_BULLET = re.compile(r"^[-–•*]\s+")


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions that stand one after the other."""

    quotes: tuple[str, ...]


Said = str | Grid | Decided


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands under a heading: what was said and decided, in order, then what was promised."""

    said: tuple[Said, ...]
    promised: tuple[tuple[str, ...], ...]  # rows of ACTION_COLUMNS


def divided(minutes: Minutes) -> tuple[list[Paragraph], list[Paragraph]]:
    """(what is of no point, the points): written after the last point it would be read as its.

    Notes without points are one paragraph, with all their text.
    """
    points = [each for each in minutes.paragraphs if each.is_point]
    loose = [each for each in minutes.paragraphs if not each.is_point]
    if points or not loose:
        # The head and the lists of people stand in a form of their own, and are made of the text.
        return [replace(each, text="") for each in loose], points
    said = "\n\n".join(each.text for each in loose if each.text).split("\n\n")
    text = "\n\n".join(each for each in said if _letters(each) != _letters(minutes.title))
    clauses = tuple(clause for each in loose for clause in each.clauses)
    return [Paragraph(text=text, clauses=clauses)], []


def parts_of(paragraph: Paragraph) -> Parts:
    """The paragraph, with nothing said twice."""
    clauses = paragraph.clauses
    promised = [each for each in clauses if each.kind is ClauseKind.ACTION]
    placed = in_place(paragraph.text, clauses, lambda clause: clause.quote)
    placed = with_letters(placed, lambda _letter, clause: clause)
    said: list[Said] = []
    for part in with_grids([each for each in placed if each not in promised]):
        if isinstance(part, Clause):
            said.append(Decided((_line(part.quote),)))
        elif isinstance(part, Grid):
            said += _rows_beside(part, promised)
        else:
            said += filter(None, _without(part, clauses).split("\n"))
    return Parts(tuple(_decided_together(said)), tuple(map(_row, promised)))


def _decided_together(said: Iterable[Said]) -> Iterator[Said]:
    """Decisions that follow each other in one list. What begins as a list item does would be read
    as one of them, and goes before them.
    """
    quotes: tuple[str, ...] = ()
    for each in said:
        if isinstance(each, Decided):
            quotes += each.quotes
            continue
        is_item = isinstance(each, str) and split_marker(each)[0]
        if quotes and not is_item:
            yield Decided(quotes)
            quotes = ()
        yield each
    if quotes:
        yield Decided(quotes)


def _rows_beside(grid: Grid, promised: Sequence[Clause]) -> Iterator[Said]:
    """The table without the rows that are action items and say no more than they do."""
    body = [row for row in grid.body if not any(_says_no_more(row, each) for each in promised)]
    rows = (grid.head, *body) if grid.head else tuple(body)
    if COLUMNS in rows:  # as a table all its rows would be read as action items
        yield from (" | ".join(filter(None, row)) for row in rows)
    elif body:
        yield Grid(rows)


def _says_no_more(row: Sequence[str], action: Clause) -> bool:
    task = _letters(action.quote)
    others = [cell for cell in row if _letters(cell) != task]
    known = " ".join((*action.owners, action.due, "och", DONE if action.done else "")).casefold()
    words = _WORD.findall(" ".join(others).casefold())
    return len(others) < len(row) and set(words) <= set(_WORD.findall(known))


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


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
    # A day that stands in the minutes is its own words; one that was set has none.
    due = f"({action.due})" if _DAY.fullmatch(action.due) else _line(action.due_once)
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
