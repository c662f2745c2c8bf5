"""What a page of a long list costs, beside the same page made of the rows that the driver gives.

Run with: python tests/benchmarks/bench_lists.py [action items]

The other page sends the same statements by the driver alone and fills the same template with
what the page had filled it with: no sign-in, no permissions, no objects made of the rows. Each
turn measures both; of the turns the one in the middle counts. Beside the time on the clock stands
that of our own process alone, in which SQLite works too.
"""

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import sqlalchemy as sa
from flask import Flask, template_rendered
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import Session

sys.path.insert(0, str(Path(__file__).parents[2]))  # for what the tests have built

from minutes.app import create_app
from minutes.people.access import COOKIE
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import ActionItem, ActionOwner, Decision, Meeting
from minutes.settings import Settings
from tests import databases
from tests.builders import Builder

ITEMS = 100_000
OF_A_MEETING = 50
PAGES = ("/atgarder", "/atgarder?sida=300", "/beslut", "/beslut?sida=300", "/moten")
SECONDS = 3.0  # for each side of each page, divided over the turns
TURNS = 5

Statement = tuple[str, Any]
Rates = tuple[float, float]


def main() -> None:
    """Print the figures of both databases."""
    items = int(sys.argv[1]) if sys.argv[1:] else ITEMS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = databases.make_sqlite_template(folder / "minutes.db")
        measure("SQLite", f"sqlite:///{file}", folder, items)
        try:
            with databases.postgresql_server() as server:
                address = databases.address_of(server, databases.TEMPLATE)
                measure("PostgreSQL", address, folder, items)
        except databases.NoPostgres as missing:
            print(f"PostgreSQL: {missing}")


def measure(name: str, url: str, folder: Path, items: int) -> None:
    """Print the figures of one database."""
    app = create_app(Settings(data=folder, database_url=url, secret_key="bench"))
    engine: Engine = app.extensions["engine"]
    with Session(engine) as session:
        token = fill(session, items)
        session.execute(sa.text("ANALYZE"))
        session.commit()
    print(f"{name}, {items} action items and as many decisions:")
    client = app.test_client()
    client.set_cookie(COOKIE, token)
    for page in PAGES:
        turns = [
            (a_second(lambda page=page: client.get(page)), of_rows(app, engine, client, page))
            for _ in range(TURNS)
        ]
        ours, bare = (median(side[0] for side in sides) for sides in zip(*turns, strict=True))
        clock, own = (median(us[n] / rows[n] for us, rows in turns) for n in (0, 1))
        print(f"  {page:22} {ours:6.1f} a second, of rows {bare:6.1f}: ", end="")
        print(f"{clock:.2f}, {own:.2f} of our own time (goal 0.5)")
    engine.dispose()


def of_rows(app: Flask, engine: Engine, client: Any, page: str) -> Rates:
    """How often a second the page is made of bare rows; measured inside the request."""
    rates: list[Rates] = []
    with statements_sent(engine) as sent:

        def measured(_app: Flask, template: Any, context: dict[str, Any], **_: Any) -> None:
            selects = [each for each in sent if each[0].lstrip().startswith("SELECT")]
            connection = engine.raw_connection()
            cursor = connection.cursor()

            def page_of_rows() -> None:
                for statement, parameters in selects:
                    cursor.execute(statement, parameters)
                    cursor.fetchall()
                template.render(context).encode()

            rates.append(a_second(page_of_rows))
            cursor.close()
            connection.rollback()
            connection.close()

        with template_rendered.connected_to(measured, app):
            client.get(page)
    return rates[0]


def a_second(make: Callable[[], object]) -> Rates:
    """How often it is made in a second on the clock, and in one of our own."""
    count, began, own = 0, time.perf_counter(), time.process_time()
    while (took := time.perf_counter() - began) < SECONDS / TURNS:
        make()
        count += 1
    return count / took, count / (time.process_time() - own)


@contextmanager
def statements_sent(engine: Engine) -> Any:
    """The list of what is sent to the database meanwhile."""
    sent: list[Statement] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        sent.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def fill(session: Session, items: int) -> str:
    """Meetings of two bodies, and the token of a browser in which an administrator is signed in."""
    builder = Builder(session)
    person = builder.person("Maja Örn")
    token = builder.token(builder.account(person, is_administrator=True))
    bodies = [builder.body(name) for name in ("Styrelsen", "Rådet")]
    first, at = dt.date(2000, 1, 1), dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    numbers = range(items // OF_A_MEETING)
    meetings = [
        {
            "id": n + 1,
            "body_id": bodies[n % 2].id,
            "kind": MinutesKind.PROTOKOLL,
            "title": f"Möte {n}",
            "date": first + dt.timedelta(days=4 * n),
            "recorded_at": at,
        }
        for n in numbers
    ]
    session.execute(sa.insert(Meeting), meetings)
    texts = [
        {
            "id": n + 1,
            "meeting_id": n // OF_A_MEETING + 1,
            "position": n % OF_A_MEETING,
            "quote": f"Maja Örn skickar underlag {n} till alla före jul.",
            "text": f"Skicka underlag {n} till alla före jul",
        }
        for n in range(items)
    ]
    due = [{**each, "due": first + dt.timedelta(days=each["id"] % 9_000)} for each in texts]
    session.execute(sa.insert(ActionItem), [{**each, "done_in_minutes": False} for each in due])
    owner = {"person_id": person.id, "position": 0, "name": person.name}
    session.execute(
        sa.insert(ActionOwner), [{"action_item_id": each["id"], **owner} for each in texts]
    )
    session.execute(sa.insert(Decision), texts)
    session.commit()
    return token


if __name__ == "__main__":
    main()
