"""The lists of a body's year, to be printed or filed: decisions, attendance. Pure."""

from collections.abc import Sequence

from minutes.annual_report.decision_kinds import kind_of
from minutes.annual_report.facts import MeetingFact, Record
from minutes.annual_report.presences import is_told_who_served, of_persons
from minutes.follow_up.balance import Section
from minutes.follow_up.decisions import WORDS
from minutes.follow_up.tables import DecisionState
from minutes.recognition.findings import Presence

MARKS = {Presence.PRESENT: "×", Presence.ABSENT: "–"}
SERVED = "T"
MOST_COLUMNS = 12  # meetings in one table of a page


def decision_register(record: Record, year: int) -> list[Section]:
    """Every decision of the year in order of time (beslutsregister)."""
    rows = [
        (
            meeting.date.isoformat(),
            _point(meeting, each.item_id),
            each.text,
            kind_of(each.text).value,
            WORDS[each.state],
        )
        for meeting in record.of_year(year)
        for each in meeting.decisions
    ]
    return [
        Section(
            f"Beslut {year}",
            ("Datum", "Punkt", "Beslut", "Slag", "Läge"),
            (11, 20, 41, 19, 9),
            rows,
            nothing="Inga beslut är registrerade.",
        )
    ]


def not_executed(record: Record, year: int) -> list[Section]:
    """The decisions of the year that wait to be executed (ej verkställda beslut)."""
    rows = [
        (meeting.date.isoformat(), _point(meeting, each.item_id), each.text)
        for meeting in record.of_year(year)
        for each in meeting.decisions
        if each.state is DecisionState.NOT_EXECUTED
    ]
    return [
        Section(
            f"Ej verkställda beslut {year}",
            ("Datum", "Punkt", "Beslut"),
            (11, 26, 63),
            rows,
            nothing="Inga beslut är markerade som ej verkställda.",
        )
    ]


def attendance(record: Record, year: int, columns: int = MOST_COLUMNS) -> list[Section]:
    """Who was at which meeting (närvarolista), in tables of at most so many meetings."""
    meetings = record.of_year(year)
    sections = []
    for begin in range(0, len(meetings), columns):
        part = meetings[begin : begin + columns]
        days = tuple(f"{each.date.day}/{each.date.month}" for each in part)
        rows = [
            (
                each.name,
                *(_mark(meeting, each.key) for meeting in part),
                f"{each.present}/{each.listed}",
            )
            for each in of_persons(part)
        ]
        narrow = min(12, max(1, 72 // (len(part) + 1)))
        sections.append(
            Section(
                f"Närvaro {year}",
                ("Namn", *days, "Summa"),
                (100 - narrow * (len(part) + 1), *[narrow] * (len(part) + 1)),
                rows,
                nothing="Protokollen anger inte vilka som var med.",
                note=_legend(part),
            )
        )
    return sections or [
        Section(f"Närvaro {year}", ("Namn",), (100,), nothing="Inga möten är registrerade.")
    ]


def _legend(meetings: Sequence[MeetingFact]) -> str:
    served = "T närvarande och tjänstgörande, " if any(map(is_told_who_served, meetings)) else ""
    return f"{served}× närvarande, – frånvarande, tomt: inte upptagen i protokollet."


def _mark(meeting: MeetingFact, key: str) -> str:
    own = [each for each in meeting.attendees if each.key == key]
    if any(each.served for each in own) and is_told_who_served(meeting):
        return SERVED
    there = {each.presence for each in own}
    if Presence.PRESENT in there:
        return MARKS[Presence.PRESENT]
    return MARKS[Presence.ABSENT] if Presence.ABSENT in there else ""


def _point(meeting: MeetingFact, item_id: int | None) -> str:
    item = meeting.item(item_id)
    return " ".join(filter(None, (item.number, item.title))) if item else ""
