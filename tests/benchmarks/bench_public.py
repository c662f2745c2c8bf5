"""Public pages under load, beside a bare Flask page of the same size on the same machine.

Each twice: kept in front of the application, and made anew each time, under an address that nobody
has asked for before: another meeting, and another page of the list, each time. What a process
remembers then counts: which minutes a body has, or how its list of these very ones looks.

Two gunicorn workers each, wrk where it is installed (apt-get install wrk), else threads of our
own. Run with: python tests/benchmarks/bench_public.py
"""

import contextlib
import datetime as dt
import http.client
import itertools
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session

from minutes.database import make_engine
from minutes.justering.canonical import canonical_text
from minutes.justering.minutes_text import Attendee, Clause, ClauseKind, Minutes, Paragraph
from minutes.people.tables import Body
from minutes.publication.page_text import texts_of
from minutes.publication.parts import parts_of
from minutes.publication.tables import Audience, Publication, Scope
from minutes.recognition.findings import MinutesKind, Presence
from minutes.register.tables import Meeting
from minutes.search import index

MEETINGS = 1_000
SECONDS = 8
CONNECTIONS = 8
FIRST = dt.date(2020, 1, 1)
BARE = """
from pathlib import Path
from flask import Flask
app = Flask(__name__)
PAGES = {file.name: file.read_text() for file in Path(%r).glob("*.html")}
@app.get("/<name>")
def page(name):
    return PAGES[name]
"""


NEW_EACH_TIME = """
local paths = {%s}
local number = 0
function request()
  number = number + 1
  return wrk.format("GET", paths[number %% #paths + 1] .. "&x=" .. number)
end
"""


@dataclass(frozen=True)
class Figures:
    """What a load came to: requests a second, and the time of all but one of a hundred (ms)."""

    rate: float
    p99: float


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"MINUTES_DATA": folder, "MINUTES_PAGE_RATE": "0"}
        run = [sys.executable, "-m", "minutes.cli", "init"]
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
        meetings = _publish(Path(folder))
        pages = {
            "the page of a meeting": [f"/protokoll/radet/{each}?" for each in meetings],
            "a list of 1,000 meetings": [f"/protokoll/radet?sida={page}" for page in range(1, 11)],
            "a search": ["/protokoll/sok?q=bryggan"],
        }
        with _server("wsgi:app") as ours:
            sizes = Path(folder) / "bare"
            sizes.mkdir()
            for number, paths in enumerate(pages.values()):
                (sizes / f"{number}.html").write_bytes(_body(ours, paths[0]))
            (Path(folder) / "bare_page.py").write_text(BARE % str(sizes))
            with _server("bare_page:app", f"--pythonpath={folder}") as bare:
                for number, (name, paths) in enumerate(pages.items()):
                    _print(name, ours, paths, bare, f"/{number}.html")


def _print(name: str, ours: int, paths: Sequence[str], bare: int, bare_path: str) -> None:
    size = len(_body(ours, paths[0])) // 1024
    # In turn, so that what else the machine does is not all on one side.
    beside = [_load(bare, bare_path)]
    ways = {
        "kept": _load(ours, paths[0]),
        "made anew": _load(ours, paths[0], paths),
    }
    beside.append(_load(bare, bare_path))
    plain = sum(each.rate for each in beside) / len(beside)
    p99 = max(each.p99 for each in beside)
    print(f"{name} ({size} kB): bare Flask {plain:.0f}/s, p99 {p99:.0f} ms")
    for how, found in ways.items():
        ratio = found.rate / plain
        print(f"  {how}: {found.rate:.0f}/s, p99 {found.p99:.0f} ms, {ratio:.2f} of bare Flask")


def _publish(folder: Path) -> list[str]:
    """A body with so many published meetings; their addresses."""
    engine = make_engine(f"sqlite:///{folder / 'minutes.db'}")
    index.install()
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    with Session(engine) as session:
        body = Body(name="Rådet", slug="radet", organisation="Region Sjöland")
        session.add(body)
        session.flush()
        for number in range(MEETINGS):
            day = FIRST + dt.timedelta(days=number)
            twin = replace(_twin(), date=day, title=f"Rådet {day}")
            meeting = Meeting(
                body_id=body.id or 0, kind="protokoll", title=twin.title, date=day, recorded_at=at
            )
            session.add(meeting)
            session.flush()
            publication = Publication(
                body_id=body.id or 0,
                meeting_id=meeting.id or 0,
                address=day.isoformat(),
                scope=Scope.ALL,
                audience=Audience.EVERYBODY,
                title=twin.title,
                date=day,
                text=canonical_text(twin),
                justerat_on=day,
                justerat_by="Anna Berg\nOlle Ek",
                published_at=at,
            )
            session.add(publication)
            session.flush()
            session.add_all(parts_of(publication.id or 0, twin))
            session.add_all(texts_of(publication))
        session.commit()
    engine.dispose()
    return [(FIRST + dt.timedelta(days=number)).isoformat() for number in range(MEETINGS)]


def _twin() -> Minutes:
    """Minutes of some pages."""
    text = "Rådet gick igenom hur bryggan har använts under året och vad som behöver lagas. " * 8
    decision = "Rådet beslutar att bryggan lagas före sommaren."
    paragraphs = tuple(
        Paragraph(
            f"§ {number}",
            f"Ärende nummer {number}",
            text=f"{text}\n\n{decision}",
            clauses=(Clause(ClauseKind.DECISION, decision, decision),),
        )
        for number in range(1, 16)
    )
    people = tuple(
        Attendee(Presence.PRESENT, f"Person {number}son", "ledamot") for number in range(12)
    )
    return Minutes(
        body="Rådet",
        organisation="Region Sjöland",
        kind=MinutesKind.PROTOKOLL,
        title="Rådet",
        date=FIRST,
        start="13.00",
        place="Gröna salen",
        chair="Anna Berg",
        secretary="Karin Lind",
        adjusters=("Olle Ek",),
        attendees=people,
        paragraphs=paragraphs,
    )


@contextlib.contextmanager
def _server(app: str, *options: str) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", app, "--workers=2", f"--bind=127.0.0.1:{port}"]
    server = subprocess.Popen([*command, "--log-level=error", *options])
    try:
        for _ in range(300):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


def _body(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, (path, answer.status)
    connection.close()
    return body


def _load(port: int, path: str, new: Sequence[str] = ()) -> Figures:
    """The figures of a path; of these in turn, each time under a new address, where they are."""
    _body(port, path)
    by = _by_wrk if shutil.which("wrk") else _by_threads
    return by(f"http://127.0.0.1:{port}{path}", new)


def _by_wrk(address: str, new: Sequence[str]) -> Figures:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        if new:
            script.write(NEW_EACH_TIME % ", ".join(f'"{path}"' for path in new))
            script.flush()
            command += ["-s", script.name]
        run = subprocess.run([*command, address], check=True, capture_output=True, text=True)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", run.stdout)
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", run.stdout)
    assert rate, run.stdout
    assert p99, run.stdout
    assert "Non-2xx" not in run.stdout, run.stdout
    unit = {"us": 0.001, "ms": 1.0, "s": 1000.0}[p99[2]]
    return Figures(float(rate[1]), float(p99[1]) * unit)


def _by_threads(address: str, new: Sequence[str]) -> Figures:
    """A new connection for each request, as wrk does with a server that closes them."""
    times: list[float] = []
    until = time.monotonic() + SECONDS
    number = itertools.count()
    _, _, host, path = address.split("/", 3)

    def ask() -> None:
        while time.monotonic() < until:
            begun = time.perf_counter()
            connection = http.client.HTTPConnection(host)
            turn = next(number)
            asked = f"{new[turn % len(new)]}&x={turn}" if new else f"/{path}"
            connection.request("GET", asked)
            answer = connection.getresponse()
            answer.read()
            connection.close()
            assert answer.status == 200, answer.status
            times.append(time.perf_counter() - begun)

    threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    return Figures(len(times) / SECONDS, times[int(len(times) * 0.99)] * 1000)


if __name__ == "__main__":
    main()
