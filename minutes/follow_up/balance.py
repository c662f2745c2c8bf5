"""The balanslista of a body: what is open, not executed, referred or watched, to be printed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from minutes.follow_up import agenda, decision_queries
from minutes.follow_up.agenda import Agenda, ReferralRow, WatchRow
from minutes.follow_up.decision_queries import DecisionRow, NotExecuted
from minutes.follow_up.lifecycle import SWEDISH
from minutes.follow_up.open_actions import open_of_body
from minutes.follow_up.queries import ActionRow
from minutes.people.tables import Body
from minutes.swedish_time import day_in_sweden


@dataclass(frozen=True, slots=True)
class Balance:
    """What a body has not finished on a day; `year`: of which year's minutes, None for all."""

    body: str
    organisation: str
    day: dt.date
    year: int | None
    actions: list[ActionRow]
    decisions: NotExecuted
    agenda: Agenda


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the list. `nothing` stands where it has no rows."""

    title: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]  # hundredths of the page
    rows: Sequence[tuple[str, ...]] = ()
    nothing: str = ""
    note: str = ""


def balance(session: Session, body: Body, year: int | None, today: dt.date) -> Balance:
    """What the body has not finished. Eight statements."""
    assert body.id is not None
    return Balance(
        body.name,
        body.organisation,
        today,
        year,
        open_of_body(session, body.id, year, today),
        decision_queries.not_executed(session, body.id, year),
        agenda.agenda(session, body.id, today),
    )


def sections(made: Balance) -> list[Section]:
    """The list as tables of text, for those who write it into a file. Pure."""
    return [
        Section(
            "Öppna åtgärder",
            ("Nr", "Åtgärd", "Ansvarig", "Klart senast", "Läge", "Från"),
            (5, 38, 14, 12, 11, 20),
            list(_numbered(_action(row, made.day) for row in made.actions)),
            nothing="Inga öppna åtgärder.",
        ),
        Section(
            "Ej verkställda beslut",
            ("Nr", "Beslut", "Datum", "Hänvisning"),
            (5, 63, 12, 20),
            list(_numbered(_decision(row) for row in made.decisions.marked)),
            nothing="Inga beslut är markerade som ej verkställda.",
        ),
        *_perhaps(made.decisions.perhaps),
        Section(
            "Frågor mellan organ",
            ("Nr", "Fråga", "Var den ligger", "Sedan"),
            (5, 55, 26, 14),
            list(_numbered(_referral(row) for row in _open(made.agenda))),
            nothing="Inga frågor ligger mellan organ.",
        ),
        Section(
            "Beslut som bevakas",
            ("Nr", "Beslut", "Vem beslutar", "Fråga senast"),
            (5, 55, 26, 14),
            list(_numbered(_watch(row) for row in made.agenda.watched)),
            nothing="Inga andra organs beslut bevakas.",
        ),
    ]


def _perhaps(rows: list[DecisionRow]) -> list[Section]:
    if not rows:
        return []
    return [
        Section(
            "Beslut som ger uppdrag",
            ("Nr", "Beslut", "Datum", "Hänvisning"),
            (5, 63, 12, 20),
            list(_numbered(_decision(row) for row in rows)),
            note="Ingen har sagt om de är verkställda.",
        )
    ]


def _numbered(rows: Iterable[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    return ((str(number), *row) for number, row in enumerate(rows, start=1))


def _action(row: ActionRow, today: dt.date) -> tuple[str, ...]:
    late = row.due is not None and row.due < today
    due = row.due.isoformat() if row.due else row.due_text or "–"
    return (
        row.text,
        ", ".join(name for name, _ in row.owners) or row.owner_text or "Ingen",
        f"{due} (försenad)" if late else due,
        SWEDISH[row.state],
        f"{row.meeting_date.isoformat()}{f', {row.item}' if row.item else ''}",
    )


def _decision(row: DecisionRow) -> tuple[str, ...]:
    where = " ".join(part for part in (row.number, row.item) if part)
    return row.text, row.meeting_date.isoformat(), row.reference or where or "–"


def _open(found: Agenda) -> list[ReferralRow]:
    return [*found.received, *found.returned, *found.with_others]


def _referral(row: ReferralRow) -> tuple[str, ...]:
    lies_with = row.to_body if row.answered_at is None else f"Besvarad, åter i {row.from_body}"
    return row.question, lies_with, day_in_sweden(row.answered_at or row.sent_at).isoformat()


def _watch(row: WatchRow) -> tuple[str, ...]:
    return row.what, row.whose or "–", row.check_day.isoformat() if row.check_day else "–"
