"""The numbers of paragraphs in minutes that are being written: gaps, doubles, the next. Pure."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes.people.tables import Numbering
from minutes.texts import N_
from minutes.writing.tables import NumberStyle

_HEADING = re.compile(
    r"^(?P<hashes>\#{2})\s+(?P<mark>§\s?)?(?P<number>\d{1,4})"
    r"(?P<after>(?:\s?[/:]\s?\d{2,4})?[.)]?)\s+(?P<title>\S.*)$"
)
_BARE = re.compile(r"^##\s+(?P<title>\S.*)$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
# Headings of the second level that are no paragraphs.
UNNUMBERED = frozenset(
    (
        "närvaro", "närvarande", "förhinder", "frånvarande", "kommande möten", "nästa möte",
        "bilagor", "underskrifter", "beslut", "åtgärder",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered paragraph: on which line, counted from 1, and what it is called."""

    line: int
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is to be looked at, in Swedish, on which line (0: of the whole), and who asks for it."""

    line: int
    message: str
    source: str = ""


def written_number(style: NumberStyle, number: int, day: dt.date) -> str:
    """The number as it is written: § 12, § 12/26 or 12."""
    if style is NumberStyle.POINT:
        return f"{number}."
    return f"§ {number}/{day:%y}" if style is NumberStyle.SECTION_OF_YEAR else f"§ {number}"


def headings(text: str) -> Iterator[tuple[int, str]]:
    """(line, heading) of each heading of the second level that stands in no block of code."""
    fenced = False
    for line, words in enumerate(text.split("\n"), 1):
        if _FENCE.match(words):
            fenced = not fenced
        elif not fenced and _BARE.match(words):
            yield line, words


def numbered(text: str) -> list[Numbered]:
    """The numbered paragraphs of the text."""
    found = []
    for line, words in headings(text):
        match = _HEADING.match(words)
        if match:
            found.append(Numbered(line, int(match["number"]), match["title"].strip()))
    return found


def faults(text: str, first: int, rule: Numbering) -> list[Fault]:
    """Gaps, doubles and a wrong beginning. `first` is the number that the body's rule gives."""
    found: list[Fault] = []
    seen: dict[int, int] = {}
    wanted = first
    for each in numbered(text):
        if each.number in seen:
            words = N_(
                "Nummer %(number)s står två gånger, också på rad %(line)s.",
                number=each.number,
                line=seen[each.number],
            )
            found.append(Fault(each.line, words))
            continue
        if not seen and each.number != first:
            found.append(Fault(each.line, _wrong_beginning(each.number, first, rule)))
        elif each.number != wanted:
            words = N_(
                "Numret hoppar: efter %(before)s väntas %(wanted)s, men här står %(number)s.",
                before=wanted - 1,
                wanted=wanted,
                number=each.number,
            )
            found.append(Fault(each.line, words))
        seen[each.number] = each.line
        wanted = each.number + 1
    return found


def _wrong_beginning(number: int, first: int, rule: Numbering) -> str:
    if rule is Numbering.PER_YEAR:
        return N_(
            "Första paragrafen har nummer %(number)s. Årets förra protokoll slutade på "
            "%(before)s, så här väntas %(first)s.",
            number=number,
            before=first - 1,
            first=first,
        )
    return N_("Första paragrafen har nummer %(number)s i stället för 1.", number=number)


def renumbered(text: str, first: int, style: NumberStyle, day: dt.date) -> str:
    """The text with its paragraphs numbered in order, also those that had no number yet."""
    lines = text.split("\n")
    number = first
    for line, words in headings(text):
        match = _HEADING.match(words) or _BARE.match(words)
        assert match is not None
        title = match["title"].strip()
        if title.rstrip(":").casefold() in UNNUMBERED and not _HEADING.match(words):
            continue
        lines[line - 1] = f"## {written_number(style, number, day)} {title}"
        number += 1
    return "\n".join(lines)


_PRINTED = re.compile(r"§?\s*(\d{1,4})\b")


def first_number(rule: Numbering, earlier: Sequence[str]) -> int:
    """The first number of a meeting; `earlier` are the numbers of the year's minutes before it,
    as printed ("§ 12", "§ 12/26").
    """
    if rule is Numbering.PER_MEETING:
        return 1
    found = [int(match[1]) for each in earlier if (match := _PRINTED.match(each.strip()))]
    return max(found, default=0) + 1
