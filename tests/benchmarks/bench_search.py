"""What a search costs over 100,000 things, as a ratio to LIKE on the same engine in one run.

Run with: python tests/benchmarks/bench_search.py
"""

import datetime as dt
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

sys.path.insert(0, str(Path(__file__).parents[2]))

from minutes import database
from minutes.people.tables import Body, Regime
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import Decision, Meeting
from minutes.search import index
from minutes.search.language import wanted
from minutes.search.queries import Asker, found
from minutes.search.tables import SearchEntry
from tests import databases

THINGS = 100_000
OF_A_MEETING = 50
TURNS, IN_A_ROW = 25, 25
VOWELS, CONSONANTS = "aeiouyåäö", "bdfghjklmnprstv"
SEARCHES = (
    "bryggan",
    "bryggan årsavgiften",
    "brygg* -årsavgift",
    "styrelsen",
    "styrelsen typ:beslut år:2010",
    "finnsinte",
)


def main() -> None:
    """Print the figures of both engines."""
    with tempfile.TemporaryDirectory() as folder:
        run("SQLite", f"sqlite:///{folder}/bench.db")
    try:
        with databases.postgresql_server() as server:
            databases.execute_outside(server, "CREATE DATABASE bench")
            run("PostgreSQL", databases.address_of(server, "bench"))
    except databases.NoPostgres as reason:
        print(f"PostgreSQL: {reason}")


def run(name: str, url: str) -> None:
    """The figures of one engine."""
    engine = database.make_engine(url)
    database.upgrade(engine)
    with Session(engine) as session:
        fill(session)
        began = time.perf_counter()
        index.rebuild(session)
        session.commit()
        print(f"{name}: {THINGS:,} things indexed in {time.perf_counter() - began:.1f} s")
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text("VACUUM ANALYZE"))
    for typed in SEARCHES:
        compare(name, engine, typed)
    engine.dispose()


def fill(session: Session) -> None:
    """Meetings with decisions of invented words; one in a hundred is about the jetty."""
    chance = random.Random(1)
    body = Body(name="Styrelsen", slug="styrelsen", regime=Regime.NONE)
    session.add(body)
    session.flush()
    words = ["".join(map(chance.choice, (CONSONANTS, VOWELS) * 3)) for _ in range(5_000)]
    first = dt.date(1990, 1, 1)
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    for number in range(THINGS // OF_A_MEETING):
        meeting = Meeting(
            body_id=body.id or 0, kind=MinutesKind.PROTOKOLL, title=f"Möte {number}",
            date=first + dt.timedelta(days=6 * number), recorded_at=at,
        )  # fmt: skip
        session.add(meeting)
        session.flush()
        rows = []
        for position in range(OF_A_MEETING - 1):
            said = [*chance.choices(words, k=18), "styrelsen"]
            said += ["bryggan"] * (chance.random() < 0.01) + ["årsavgift"] * (chance.random() < 0.1)
            text = " ".join(said)
            rows.append(
                {"meeting_id": meeting.id, "position": position, "quote": text, "text": text}
            )
        session.execute(sa.insert(Decision), rows)
    session.commit()


def compare(name: str, engine: Engine, typed: str) -> None:
    """The median of a whole search beside the same words asked for by LIKE."""
    asker = Asker(1, frozenset({1}), dt.date(2026, 1, 1))  # not everything, as most do
    asked = wanted(typed)
    plain = [col(SearchEntry.text).like(f"%{each.stem}%") for each in asked.words]
    like = sa.select(sa.func.count()).select_from(SearchEntry).where(*plain)
    with reading(engine) as session:
        ours, theirs = turns(
            lambda: found(session, asker, asked, 1),
            lambda: session.execute(like).scalar_one(),
        )
        hits = found(session, asker, asked, 1)
    more = "more than " if hits.is_more else ""
    p50, like_p50 = statistics.median(ours), statistics.median(theirs)
    print(
        f"{name}: {typed!r} finds {more}{hits.total:,} in {1000 * p50:.2f} ms;"
        f" LIKE {1000 * like_p50:.1f} ms = 1/{like_p50 / p50:.0f} (goal 1/20);"
        f" undisturbed {1000 * min(ours):.2f} of {1000 * min(theirs):.1f} ms"
        f" = 1/{min(theirs) / min(ours):.0f}"
    )


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that only reads."""
    with Session(engine.execution_options(readonly=True)) as session:
        yield session


def turns(
    ours: Callable[[], object], theirs: Callable[[], object]
) -> tuple[list[float], list[float]]:
    """Seconds of one of each, in the turns that they take.

    A turn of ours is so many searches that it lasts about as long as one of theirs: a machine
    with other work to do then slows both alike.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS):
        for work, count, taken in ((ours, IN_A_ROW, times[0]), (theirs, 1, times[1])):
            began = time.perf_counter()
            for _ in range(count):
                work()
            taken.append((time.perf_counter() - began) / count)
    return times


if __name__ == "__main__":
    main()
