"""A list of members in a CSV file: what each of its lines would do. Pure but for the decoding.

In comes what a spreadsheet saves; out go rows and, for those that cannot be taken, why.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO

from minutes.errors import Refused
from minutes.people.tables import Role
from minutes.people.words import ROLE_WORDS
from minutes.texts import N_

COLUMNS = ("Namn", "E-post", "Roll", "Från", "Till")
NEEDED = COLUMNS[:1]
MOST_ROWS = 500
_NO_CSV = N_("Filen är ingen CSV-fil. Spara listan som CSV i kalkylprogrammet.")
LONGEST_NAME, LONGEST_ADDRESS = 200, 254

# Other headings that mean the same, in small letters.
MEANS: Mapping[str, str] = {
    "namn": "Namn",
    "e-post": "E-post",
    "epost": "E-post",
    "e-postadress": "E-post",
    "mejl": "E-post",
    "roll": "Roll",
    "uppdrag": "Roll",
    "från": "Från",
    "från och med": "Från",
    "fr.o.m.": "Från",
    "till": "Till",
    "till och med": "Till",
    "t.o.m.": "Till",
}
_ROLES = {words: role for role, words in ROLE_WORDS.items()}


@dataclass(frozen=True, slots=True)
class Line:
    """One member of the file; `fault` says why the line cannot be taken."""

    number: int
    name: str
    email: str | None = None
    role: Role = Role.MEMBER
    first_day: date | None = None
    last_day: date | None = None
    fault: str = ""


def decoded(content: bytes) -> str:
    """The text of a file as a spreadsheet saves it: UTF-8, or what Windows had before.

    Raises Refused where it is no text.
    """
    if b"\0" in content:
        raise Refused(_NO_CSV)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def lines(text: str) -> list[Line]:
    """The members that the text lists. Raises Refused where its columns cannot be understood."""
    try:
        rows = [row for row in csv.reader(StringIO(text), delimiter=_delimiter(text)) if any(row)]
    except csv.Error:  # more in a field than any name has
        raise Refused(_NO_CSV) from None
    if not rows:
        raise Refused("Filen är tom. Den ska ha en rad med rubriker och en rad för varje ledamot.")
    columns = _columns(rows[0])
    if len(rows) - 1 > MOST_ROWS:
        raise Refused(
            N_(
                "Filen har %(count)s ledamöter. Högst %(most)s läses in åt gången.",
                count=len(rows) - 1,
                most=MOST_ROWS,
            )
        )
    if len(rows) == 1:
        raise Refused("Filen har rubriker men inga ledamöter.")
    found = [_line(number, row, columns) for number, row in enumerate(rows[1:], start=2)]
    return _each_address_one_name(found)


def _each_address_one_name(found: list[Line]) -> list[Line]:
    first: dict[str, Line] = {}
    checked = []
    for line in found:
        other = first.setdefault(line.email, line) if line.email else line
        if not line.fault and other.name.casefold() != line.name.casefold():
            fault = N_(
                "Adressen står på rad %(number)s också, vid ett annat namn.", number=other.number
            )
            line = replace(line, fault=fault)
        checked.append(line)
    return checked


def _delimiter(text: str) -> str:
    heading = text.split("\n", 1)[0]
    return max((";", "\t", ","), key=heading.count)


def _columns(headings: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = MEANS.get(" ".join(heading.split()).lower())
        if column is not None:
            found.setdefault(column, place)
    if not set(NEEDED) <= set(found):
        seen = ", ".join(f"”{each.strip()[:40]}”" for each in headings[:8] if each.strip())
        raise Refused(
            N_(
                "Kolumnen Namn saknas. Första raden ska ha rubrikerna %(columns)s, "
                "där bara Namn måste finnas. I filen står det %(seen)s.",
                columns=", ".join(COLUMNS),
                seen=seen or N_("inget"),
            )
        )
    return found


def _line(number: int, row: Sequence[str], columns: Mapping[str, int]) -> Line:
    def cell(column: str) -> str:
        place = columns.get(column)
        return " ".join(row[place].split()) if place is not None and place < len(row) else ""

    name, email, role = cell("Namn"), cell("E-post").lower(), cell("Roll").lower()
    try:
        first_day, last_day = _day(cell("Från")), _day(cell("Till"))
    except ValueError as wrong:
        return Line(
            number, name, fault=N_("”%(wrong)s” är inget datum. Skriv som 2026-01-31.", wrong=wrong)
        )
    fault = _fault(name, email, role, first_day, last_day)
    return Line(
        number, name, email or None, _ROLES.get(role, Role.MEMBER), first_day, last_day, fault
    )


def _day(written: str) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ValueError(written[:40]) from None


def _fault(name: str, email: str, role: str, first: date | None, last: date | None) -> str:
    if not name:
        return N_("Namnet saknas.")
    if len(name) > LONGEST_NAME:
        return N_("Namnet är för långt. Det får ha högst %(most)s tecken.", most=LONGEST_NAME)
    local, at, domain = email.partition("@")
    if email and (not (local and at and "." in domain) or len(email) > LONGEST_ADDRESS):
        return N_("”%(email)s” är ingen e-postadress.", email=email[:60])
    if role and role not in _ROLES:
        return f"Rollen ”{role[:40]}” finns inte. Skriv {', '.join(_ROLES)}."
    if first and last and last < first:
        return N_("Uppdraget slutar innan det börjar.")
    return ""
