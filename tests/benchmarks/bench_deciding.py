"""How long it takes to decide a day's reminders over many open action items, beside the bare SQL.

Run with: python tests/benchmarks/bench_deciding.py [action items]

The bare SQL is what deciding itself asks the database, sent once more by the driver alone. Of a
few turns the one in the middle counts; beside the time on the clock stands that of our own
process alone, in which SQLite works too, and which other work on the machine disturbs less.
"""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes.database import make_engine
from minutes.reminders import planning

sys.path.insert(0, str(Path(__file__).parents[2]))  # for what the tests have built
from tests import databases
from tests.reminders.crowds import crowd

ACTIONS = 100_000
EACH = 50
ROUNDS = 5
TODAY = date(2026, 12, 1)

Statement = tuple[str, Any]


def main() -> None:
    """Print the figures of both databases."""
    actions = int(sys.argv[1]) if sys.argv[1:] else ACTIONS
    with tempfile.TemporaryDirectory() as folder:
        file = databases.make_sqlite_template(Path(folder) / "minutes.db")
        measure("SQLite", make_engine(f"sqlite:///{file}"), actions)
    try:
        with databases.postgresql_server() as server:
            url = databases.address_of(server, databases.TEMPLATE)
            measure("PostgreSQL", make_engine(url), actions)
    except databases.NoPostgres as missing:
        print(f"PostgreSQL: {missing}")


def measure(name: str, engine: Engine, actions: int) -> None:
    """Print the figures of one database."""
    with Session(engine) as session:
        crowd(session, actions // EACH, TODAY, each=EACH)
        session.execute(sa.text("ANALYZE"))
        session.commit()
    statements = _asked_by_deciding(engine)
    turns = [(_bare(engine, statements), _decide(engine)) for _ in range(ROUNDS)]
    engine.dispose()
    print(f"{name}, {actions} open action items:")
    for number, clock in enumerate(("on the clock", "of our own  ")):
        bare, ours = (median(side[number] for side in sides) for sides in zip(*turns, strict=True))
        print(f"  {clock}  bare SQL {bare:.2f} s, deciding {ours:.2f} s", end="")
        print(f"  {median(b[number] / a[number] for a, b in turns):.2f} times")


def _asked_by_deciding(engine: Engine) -> list[Statement]:
    sent: list[Statement] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        sent.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    _decide(engine)
    event.remove(engine, "before_cursor_execute", note)
    return [each for each in sent if each[0].lstrip().startswith("SELECT")]


def _bare(engine: Engine, statements: list[Statement]) -> tuple[float, float]:
    connection = engine.raw_connection()
    cursor = connection.cursor()
    wall, own = time.perf_counter(), time.process_time()
    for statement, parameters in statements:
        cursor.execute(statement, parameters)
        cursor.fetchall()
    took = time.perf_counter() - wall, time.process_time() - own
    cursor.close()
    connection.rollback()
    connection.close()
    return took


def _decide(engine: Engine) -> tuple[float, float]:
    wall, own = time.perf_counter(), time.process_time()
    with Session(engine.execution_options(readonly=True)) as session:
        made = planning.plan(session, TODAY)
    assert made.mails
    return time.perf_counter() - wall, time.process_time() - own


if __name__ == "__main__":
    main()
