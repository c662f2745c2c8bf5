"""The one canonical text of minutes: written, and read back. Pure; docs/justering.md.

The text is made so that two different minutes never give the same one. What is shown of a
text that was signed, on a page, in Word or in a PDF, is read from the text and nothing else.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from minutes.errors import MinutesError
from minutes.justering.minutes_text import (
    Announced,
    Attendee,
    Clause,
    ClauseKind,
    Correction,
    Minutes,
    Paragraph,
    TextKind,
)
from minutes.recognition.findings import Presence

VERSION_LINE = "protokoll för justering, version 1"
_INDENT = "  "  # before each further line of a value


class TextUnreadable(MinutesError):
    """The text is not a canonical text, or of a version that is not known."""


_Field = tuple[str, str]
_Record = tuple[str, dict[str, str]]


def canonical_text(minutes: Minutes) -> str:
    """The one text of these minutes; the same minutes always give the same text."""
    lines = [VERSION_LINE]
    for kind, fields in _records(minutes):
        lines.append(f"[{kind}]")
        lines += [
            f"{name}: {value.replace(chr(10), chr(10) + _INDENT)}"
            for name, value in fields
            if value
        ]
    return "\n".join(lines) + "\n"


def _records(minutes: Minutes) -> Iterator[tuple[str, Iterable[_Field]]]:
    yield "möte", _head(minutes)
    for each in minutes.attendees:
        yield (
            "deltagare",
            (
                ("närvaro", each.presence.value),
                ("namn", each.name),
                ("roll", each.role),
                ("från", each.organisation),
                ("anmärkning", each.note),
            ),
        )
    for paragraph in minutes.paragraphs:
        yield (
            "punkt",
            (
                ("nummer", paragraph.number),
                ("rubrik", paragraph.title),
                ("nivå", str(paragraph.depth or "")),
                ("text", paragraph.text),
            ),
        )
        for clause in paragraph.clauses:
            yield clause.kind.value, _clause(clause)
    for meeting in minutes.ahead:
        fields = (("när", meeting.when), ("plats", meeting.place), ("anmärkning", meeting.note))
        yield "kommande möte", fields
    for attachment in minutes.attachments:
        yield "bilaga", (("namn", attachment),)
    for correction in minutes.corrections:
        yield (
            "rättelse",
            (
                ("ställe", correction.place),
                ("löd", correction.before),
                ("ska lyda", correction.after),
                ("skäl", correction.reason),
            ),
        )


def _head(minutes: Minutes) -> Iterable[_Field]:
    return (
        ("organ", minutes.body),
        ("organisation", minutes.organisation),
        ("slag", minutes.kind.value),
        ("rubrik", minutes.title),
        ("datum", minutes.date.isoformat()),
        ("börjar", minutes.start),
        ("slutar", minutes.end),
        ("plats", minutes.place),
        ("ordförande", minutes.chair),
        ("sekreterare", minutes.secretary),
        ("justerare", "\n".join(minutes.adjusters)),
        ("underlag", minutes.source),
        ("omfattar", minutes.covers),
        ("rättar", minutes.corrects),
    )


def _clause(clause: Clause) -> Iterable[_Field]:
    return (
        ("text", clause.text),
        ("ordalydelse", clause.quote),
        ("ansvarig", "\n".join(clause.owners)),
        ("senast", clause.due),
        ("klar", "ja" if clause.done else ""),
    )


def read_canonical(text: str) -> Minutes:
    """The minutes that the text says. Raises TextUnreadable."""
    records = list(_read_records(text))
    try:
        minutes = _assembled(records)
    except (KeyError, ValueError, IndexError) as error:
        raise TextUnreadable("Texten är inte en text för justering.") from error
    if canonical_text(minutes) != text:
        raise TextUnreadable("Texten är inte skriven på det enda sätt som gäller.")
    return minutes


def _read_records(text: str) -> Iterator[_Record]:
    # Not splitlines(): it also splits at signs that may stand inside a value.
    first, *lines = text.split("\n")
    if first != VERSION_LINE:
        raise TextUnreadable("Texten är av en version som programmet inte känner till.")
    record: _Record | None = None
    name = ""
    for line in lines:
        if line.startswith("[") and line.endswith("]"):
            if record:
                yield record
            record = (line[1:-1], {})
        elif record and name and line.startswith(_INDENT):
            record[1][name] += "\n" + line[len(_INDENT) :]
        elif record and ": " in line:
            name, _, value = line.partition(": ")
            record[1][name] = value
    if record:
        yield record


def _assembled(records: list[_Record]) -> Minutes:
    head = records[0][1]
    return Minutes(
        body=head.get("organ", ""),
        organisation=head.get("organisation", ""),
        kind=TextKind(head["slag"]),
        title=head.get("rubrik", ""),
        date=dt.date.fromisoformat(head["datum"]),
        start=head.get("börjar", ""),
        end=head.get("slutar", ""),
        place=head.get("plats", ""),
        chair=head.get("ordförande", ""),
        secretary=head.get("sekreterare", ""),
        adjusters=_lines(head, "justerare"),
        source=head.get("underlag", ""),
        covers=head.get("omfattar", ""),
        corrects=head.get("rättar", ""),
        attendees=tuple(_attendee(f) for kind, f in records if kind == "deltagare"),
        paragraphs=tuple(_paragraphs(records)),
        ahead=tuple(
            Announced(f.get("när", ""), f.get("plats", ""), f.get("anmärkning", ""))
            for kind, f in records
            if kind == "kommande möte"
        ),
        attachments=tuple(f.get("namn", "") for kind, f in records if kind == "bilaga"),
        corrections=tuple(
            Correction(
                f.get("ställe", ""), f.get("löd", ""), f.get("ska lyda", ""), f.get("skäl", "")
            )
            for kind, f in records
            if kind == "rättelse"
        ),
    )


def _lines(fields: dict[str, str], name: str) -> tuple[str, ...]:
    return tuple(fields[name].split("\n")) if name in fields else ()


def _attendee(fields: dict[str, str]) -> Attendee:
    return Attendee(
        Presence(fields["närvaro"]),
        fields.get("namn", ""),
        fields.get("roll", ""),
        fields.get("från", ""),
        fields.get("anmärkning", ""),
    )


def _paragraphs(records: list[_Record]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for kind, fields in records:
        if kind == "punkt":
            depth = int(fields.get("nivå", "0"))
            number, title = fields.get("nummer", ""), fields.get("rubrik", "")
            found.append(Paragraph(number, title, depth, fields.get("text", "")))
        elif kind in set(ClauseKind):
            clause = Clause(
                ClauseKind(kind),
                fields.get("text", ""),
                fields.get("ordalydelse", ""),
                _lines(fields, "ansvarig"),
                fields.get("senast", ""),
                done="klar" in fields,
            )
            found[-1] = replace(found[-1], clauses=(*found[-1].clauses, clause))
    return found
