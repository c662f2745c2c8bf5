"""How a mail speaks of minutes on their way: what each kind of duty is called. Pure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from minutes.formatting import counted, distance, long_date
from minutes.reminders.tables import DutyKind

HEADINGS = {
    DutyKind.SIGN: "Att justera",
    DutyKind.REVIEW: "Utkast att granska",
    DutyKind.SEND: "Att skicka för justering",
    DutyKind.JUSTERING: "Under justering",
    DutyKind.WATCH: "Beslut att fråga efter",
    DutyKind.PUBLISH: "Att publicera",
    DutyKind.APPROVE: "Att godkänna före publicering",
}
BUTTONS = {
    DutyKind.SIGN: "Läs och justera",
    DutyKind.REVIEW: "Granska",
    DutyKind.SEND: "Skicka för justering",
    DutyKind.JUSTERING: "Visa justeringen",
    DutyKind.WATCH: "Skriv vad det blev",
    DutyKind.PUBLISH: "Se över och publicera",
    DutyKind.APPROVE: "Läs och godkänn",
}
SUBJECTS = {
    DutyKind.SIGN: ("protokoll att justera", "protokoll att justera"),
    DutyKind.REVIEW: ("utkast att granska", "utkast att granska"),
    DutyKind.SEND: ("protokoll att skicka för justering", "protokoll att skicka för justering"),
    DutyKind.JUSTERING: ("justering att bevaka", "justeringar att bevaka"),
    DutyKind.WATCH: ("beslut att fråga efter", "beslut att fråga efter"),
    DutyKind.PUBLISH: ("protokoll att publicera", "protokoll att publicera"),
    DutyKind.APPROVE: ("protokoll att godkänna", "protokoll att godkänna"),
}
OF_SECRETARY = (DutyKind.REVIEW, DutyKind.SEND, DutyKind.WATCH, DutyKind.PUBLISH)
MOST_KINDS = 2  # in a subject
ON_PAPER = "Du skriver under på papper, som sekreteraren har."


@dataclass(frozen=True, slots=True)
class DutyLine:
    """Something that waits for the reader. `link` leads to it, and is empty where nothing can
    be done there.

    opens: whether the link opens without signing in.
    """

    kind: DutyKind
    text: str
    body: str | None
    since: dt.date
    latest: dt.date | None
    link: str
    opens: bool = False
    signed: int = 0
    wanted: int = 0
    held: dt.date | None = None


def sections(lines: Sequence[DutyLine], today: dt.date) -> list[dict[str, Any]]:
    """The duties by kind, as the templates show them."""
    return [
        {
            "heading": HEADINGS[kind],
            "button": BUTTONS[kind],
            "late": any(line.latest and line.latest < today for line in same),
            "lines": [
                {
                    "text": line.text,
                    "about": _about(line, today),
                    "link": line.link,
                    "opens": line.opens,
                }
                for line in same
            ],
        }
        for kind in DutyKind
        if (same := [line for line in lines if line.kind is kind])
    ]


def subject(lines: Sequence[DutyLine]) -> str:
    """The duties in a few words: 1 utkast att granska, 2 protokoll att justera."""
    if len({line.kind for line in lines}) > MOST_KINDS:
        return f"{len(lines)} saker väntar på dig"
    return ", ".join(
        counted(count, *SUBJECTS[kind])
        for kind in DutyKind
        if (count := sum(line.kind is kind for line in lines))
    )


def reasons(lines: Sequence[DutyLine]) -> list[str]:
    """In what capacity the reader is told."""
    kinds = {line.kind for line in lines}
    found = ["ska justera"] if DutyKind.SIGN in kinds else []
    if kinds & set(OF_SECRETARY):
        found.append("är sekreterare")
    elif DutyKind.JUSTERING in kinds:
        found.append("är sekreterare eller ordförande")
    if DutyKind.APPROVE in kinds and "är sekreterare eller ordförande" not in found:
        found.append("är ordförande")
    return found


def _about(line: DutyLine, today: dt.date) -> str:
    held = long_date(line.held) if line.held else ""
    where = ", ".join(filter(None, (line.body, held)))
    sentences = [f"{where}."] if where else []
    if line.kind is DutyKind.REVIEW:
        sentences.append(f"Inläst {_day(line.since, today)}.")
    elif line.kind is DutyKind.WATCH:
        day = line.since + dt.timedelta(days=1)
        sentences.append(f"Ni väntar på beslutet och skulle fråga {_day(day, today)}.")
    elif line.kind is DutyKind.PUBLISH:
        sentences.append(f"Justerat {_day(line.since, today)}, men inte publicerat.")
    elif line.kind is DutyKind.APPROVE:
        sentences.append(f"Sekreteraren såg över det {_day(line.since, today)}.")
    elif line.latest is not None:
        should = "Skulle ha varit" if line.latest < today else "Ska vara"
        sentences.append(f"{should} justerat senast {_day(line.latest, today)}.")
    if line.kind is DutyKind.JUSTERING:
        sentences.append(f"{line.signed} av {line.wanted} har skrivit under.")
    if line.kind is DutyKind.SIGN and not line.link:
        sentences.append(ON_PAPER)
    return " ".join(sentences)


def _day(day: dt.date, today: dt.date) -> str:
    return f"{long_date(day)}, {distance(day, today)}"
