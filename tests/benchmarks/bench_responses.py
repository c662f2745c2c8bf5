"""How long pages take: one gunicorn worker, one connection, the demonstration's data.

Run with: python tests/benchmarks/bench_responses.py
"""

import contextlib
import http.client
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlmodel import Session

from minutes import clock
from minutes.app import create_app
from minutes.commands.demo import DEMO_PASSWORD
from minutes.people.access import COOKIE
from minutes.people.passwords import passwords_of_cost
from minutes.people.sign_in import sign_in

REQUESTS = 500
WARM_UP = 20
SECRETARY = "maja.ornfeldt@example.se"
PAGES = ("/", "/moten", "/atgarder", "/mina", "/granskning/{draft}")
LISTS = ("/moten", "/atgarder")

Statement = tuple[str, Any]


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MINUTES_DATA"] = folder
        for command in ("init", "demo"):
            run = [sys.executable, "-m", "minutes.cli", command]
            subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
        app = create_app()
        with Session(app.extensions["engine"]) as session:
            token = _token(session)
        database = Path(folder) / "minutes.db"
        draft = _newest_draft(database)
        with _server() as port:
            for page in PAGES:
                times = _times(port, page.format(draft=draft), token)
                _print(page, times)
                if page in LISTS:
                    _print_beside(page, len(times) / sum(times), app, database, token)


def _token(session: Session) -> str:
    return sign_in(
        session,
        passwords_of_cost(64 * 1024),
        email=SECRETARY,
        password=DEMO_PASSWORD,
        address="",
        at=clock.now(),
    )


def _newest_draft(database: Path) -> int:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        draft: int = connection.execute("select max(id) from draft").fetchone()[0]
    return draft


@contextlib.contextmanager
def _server() -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "wsgi:app", "--workers=1", "--threads=1"]
    options = ["--worker-class=gthread", "--preload", f"--bind=127.0.0.1:{port}"]
    with subprocess.Popen([*command, *options, "--log-level=warning"]) as server:
        try:
            _wait(port)
            yield port
        finally:
            server.terminate()


def _wait(port: int) -> None:
    for _ in range(600):  # a minute, where others use the machine too
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)
    raise SystemExit("gunicorn does not answer")


def _times(port: int, path: str, token: str) -> list[float]:
    """The seconds of each answer, all on one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    times = []
    for _ in range(WARM_UP + REQUESTS):
        began = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": f"{COOKIE}={token}"})
        answer = connection.getresponse()
        answer.read()
        times.append(time.perf_counter() - began)
        if answer.status != http.HTTPStatus.OK:
            raise SystemExit(f"{path} answered {answer.status}")
    connection.close()
    return times[WARM_UP:]


def _print(page: str, times: list[float]) -> None:
    ordered = sorted(times)
    middle, slow = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    print(
        f"{page:20} p50 {1000 * middle:5.1f} ms, p99 {1000 * slow:5.1f} ms = "
        f"{slow / middle:.1f} x; {len(times) / sum(times):4.0f} answers/s"
    )


def _print_beside(page: str, rate: float, app: Any, database: Path, token: str) -> None:
    """The same rows from the driver alone: its statements again, and nothing else."""
    statements = _statements(app, page, token)
    with contextlib.closing(sqlite3.connect(database)) as connection:
        began = time.perf_counter()
        for _ in range(REQUESTS):
            for statement, parameters in statements:
                connection.execute(statement, parameters).fetchall()
        bare = REQUESTS / (time.perf_counter() - began)
    print(f"{'':20} its {len(statements)} statements by sqlite3 alone: {bare:.0f}/s")


def _statements(app: Any, page: str, token: str) -> list[Statement]:
    sent: list[Statement] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if statement.startswith("SELECT"):
            sent.append((statement, parameters))

    event.listen(app.extensions["engine"], "before_cursor_execute", note)
    client = app.test_client()
    client.set_cookie(COOKIE, token)
    client.get(page)
    event.remove(app.extensions["engine"], "before_cursor_execute", note)
    return sent


if __name__ == "__main__":
    main()
