"""How long it takes to put an annual report together, beside the bare queries that it asks.

Run with: python tests/benchmarks/bench_annual_report.py [meetings] [years]

The bare queries are what the report itself asks the database, sent once more by the driver alone.
"""

import datetime as dt
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from minutes.annual_report import service
from minutes.annual_report.composing import composed
from minutes.annual_report.tables import AnnualReport
from minutes.database import make_engine
from minutes.people.tables import Body
from minutes.recognition.findings import MinutesKind, Presence
from minutes.register.tables import (
    ActionItem,
    ActionOwner,
    Attendance,
    Decision,
    Item,
    Meeting,
    MeetingState,
)

sys.path.insert(0, str(Path(__file__).parents[2]))  # for what the tests have built
from tests import databases

MEETINGS, YEARS = 400, 20
LAST_YEAR = 2025
ITEMS, DECISIONS, ACTIONS, PEOPLE = 10, 6, 6, 12
ROUNDS = 5
BY = service.By(None, dt.datetime(2026, 2, 1, tzinfo=dt.UTC), dt.date(2026, 2, 1))
SUBJECTS = "Vatten Belysning Snöröjning Hyra Skolväg Lekplats Budget Trafik Bryggan Arkivet".split()

Statement = tuple[str, Any]


def main() -> None:
    """Print the figures."""
    meetings = int(sys.argv[1]) if sys.argv[1:] else MEETINGS
    years = int(sys.argv[2]) if sys.argv[2:] else YEARS
    with tempfile.TemporaryDirectory() as folder:
        file = databases.make_sqlite_template(Path(folder) / "minutes.db")
        engine = make_engine(f"sqlite:///{file}")
        body = fill(engine, meetings, years)
        with Session(engine, expire_on_commit=False) as session:
            report = service.begin(session, BY, body_id=body, year=LAST_YEAR)
            print(f"{meetings} meetings in {years} years; {len(report.text):,} characters of draft")
        sent = asked(engine, report)
        best = {"bare queries": float("inf"), "report": float("inf")}
        for _ in range(ROUNDS):
            best["bare queries"] = min(best["bare queries"], bare(engine, sent))
            best["report"] = min(best["report"], put_together(engine, report))
        engine.dispose()
    for name, seconds in best.items():
        print(f"{name:<14}{seconds * 1000:8.1f} ms")
    print(f"ratio         {best['report'] / best['bare queries']:8.1f}  ({len(sent)} statements)")


def fill(engine: Engine, meetings: int, years: int) -> int:
    """A body with so many meetings, and what each has."""
    with Session(engine) as session:
        body = Body(name="Byalaget", slug="byalaget")
        session.add(body)
        session.flush()
        assert body.id is not None
        for number in range(meetings):
            year = LAST_YEAR - years + 1 + number * years // meetings
            _meeting(session, body.id, dt.date(year, 1 + number % 12, 1 + number % 28))
        session.commit()
        return body.id


def _meeting(session: Session, body_id: int, day: dt.date) -> None:
    meeting = Meeting(
        body_id=body_id,
        kind=MinutesKind.PROTOKOLL,
        title="Byalaget",
        date=day,
        state=MeetingState.RECORDED,
        recorded_at=BY.at,
    )
    session.add(meeting)
    session.flush()
    assert meeting.id is not None
    of = {"meeting_id": meeting.id}
    items = [
        Item(**of, position=place, number=f"§ {place}", title=f"{SUBJECTS[place]} i byn")
        for place in range(ITEMS)
    ]
    session.add_all(items)
    session.flush()
    for place in range(DECISIONS):
        text = f"att anta förslag {place} om {SUBJECTS[place].lower()}"
        session.add(Decision(**of, item_id=items[place].id, position=place, quote=text, text=text))
    actions = [
        ActionItem(
            **of,
            item_id=items[place].id,
            position=place,
            quote=f"Person {place} ser över {SUBJECTS[place].lower()}.",
            text=f"Person {place} ser över {SUBJECTS[place].lower()}.",
            done_in_minutes=bool(place % 2),
        )
        for place in range(ACTIONS)
    ]
    session.add_all(actions)
    session.flush()
    for action in actions:
        session.add(ActionOwner(action_item_id=action.id, position=0, name="Person 1"))
    for place in range(PEOPLE):
        presence = Presence.ABSENT if place == PEOPLE - 1 else Presence.PRESENT
        session.add(Attendance(**of, position=place, name=f"Person {place}", presence=presence))


def asked(engine: Engine, report: AnnualReport) -> list[Statement]:
    """The statements that putting the report together sends."""
    sent: list[Statement] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            sent.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    put_together(engine, report)
    event.remove(engine, "before_cursor_execute", note)
    return sent


def bare(engine: Engine, sent: list[Statement]) -> float:
    """Seconds for the statements by the driver alone."""
    connection = engine.raw_connection()
    try:
        begin = time.perf_counter()
        for statement, parameters in sent:
            connection.cursor().execute(statement, parameters).fetchall()
        return time.perf_counter() - begin
    finally:
        connection.close()


def put_together(engine: Engine, report: AnnualReport) -> float:
    """Seconds for the whole report, with its draft of today and its text."""
    with Session(engine) as session:
        stored = session.exec(select(AnnualReport).where(AnnualReport.id == report.id)).one()
        begin = time.perf_counter()
        composed(session, stored, BY.today)
        return time.perf_counter() - begin


if __name__ == "__main__":
    main()
