"""What a list of the API costs to write: through its declared answer, and by hand.

Run with: python tests/benchmarks/bench_api.py [rows]

The other side makes a dict of each row and gives them to json.dumps.
"""

import datetime as dt
import json
import sys
import time
from collections.abc import Callable

from minutes.api.models import ActionPage
from minutes.api.reading_routes import action_answer
from minutes.follow_up.queries import ActionRow
from minutes.follow_up.tables import ActionState

ROWS = 100
TURNS = 400


def main() -> None:
    """Print both times and their ratio."""
    rows = [row_of(number) for number in range(int(sys.argv[1]) if sys.argv[1:] else ROWS)]
    assert json.loads(declared(rows)) == json.loads(by_hand(rows))
    ours, theirs = [], []
    for _ in range(TURNS):  # in turn, so that both meet the same machine
        ours.append(seconds(declared, rows))
        theirs.append(seconds(by_hand, rows))
    best, bare = min(ours), min(theirs)
    print(f"declared {best * 1e6:6.0f} µs, by hand {bare * 1e6:6.0f} µs, {best / bare:.2f} x")


def declared(rows: list[ActionRow]) -> str:
    """The answer as the API writes it."""
    part = {"data": [action_answer(row) for row in rows], "page": 1, "pages": 1, "total": len(rows)}
    return ActionPage.model_validate(part).model_dump_json()


def by_hand(rows: list[ActionRow]) -> str:
    """The same answer made of dicts."""
    data = [
        {
            "id": row.id,
            "text": row.text,
            "quote": row.quote,
            "owners": [{"name": name, "person_id": person} for name, person in row.owners],
            "due": row.due.isoformat() if row.due else None,
            "due_text": row.due_text,
            "state": row.state.value,
            "since": row.since.isoformat() if row.since else None,
            "meeting_id": row.meeting_id,
            "meeting_date": row.meeting_date.isoformat(),
            "body_id": row.body_id,
            "body": row.body,
            "item": row.item,
            "first_line": row.first_line,
        }
        for row in rows
    ]
    part = {"data": data, "page": 1, "pages": 1, "total": len(rows)}
    return json.dumps(part, ensure_ascii=False)


def seconds(write: Callable[[list[ActionRow]], str], rows: list[ActionRow]) -> float:
    """The time of writing the rows once."""
    begun = time.process_time()
    write(rows)
    return time.process_time() - begun


def row_of(number: int) -> ActionRow:
    """An invented row."""
    day = dt.date(2026, 1, 1) + dt.timedelta(days=number)
    return ActionRow(
        id=number,
        text=f"Karin skickar lista {number} till rektorerna.",
        quote=f"Karin skickar lista {number} till rektorerna senast den 1 november.",
        due=day,
        due_text="senast den 1 november",
        owner_text="Karin",
        first_line=number,
        meeting_id=number // 10,
        meeting_date=day,
        document_id=None,
        body_id=1,
        body="Lärgruppen",
        item="Föregående möte",
        is_done=False,
        state=ActionState.OPEN,
        since=None,
        needs_all=False,
        rule=None,
        owners=(("Karin Lind", number),),
    )


if __name__ == "__main__":
    main()
