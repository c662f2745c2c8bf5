"""Many persons at once, each with action items: for what must hold with thousands of mails."""

from datetime import date, timedelta

from sqlmodel import Session, insert

from minutes.people.tables import Body, Mandate, Person, Regime, Role
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import ActionItem, ActionOwner, Meeting
from tests.reminders.world import at

LATE = timedelta(days=3)


def crowd(session: Session, persons: int, today: date, *, each: int = 1) -> None:
    """So many persons in a body, each with so many action items that are three days late."""
    body = Body(name="Storgruppen", slug="storgruppen", regime=Regime.NONE)
    session.add(body)
    session.flush()
    meeting = Meeting(
        body_id=body.id,
        kind=MinutesKind.PROTOKOLL,
        title="Möte",
        date=today - timedelta(days=30),
        recorded_at=at(today),
    )
    session.add(meeting)
    session.flush()
    numbers = range(1, persons + 1)
    seat = {"body_id": body.id, "first_day": today - timedelta(days=300), "role": Role.MEMBER}
    items = [(n, (n - 1) % persons + 1) for n in range(1, persons * each + 1)]
    session.execute(
        insert(Person),
        [{"id": n, "name": f"Person {n}son", "email": f"p{n}@example.se"} for n in numbers],
    )
    session.execute(insert(Mandate), [{"person_id": n, "last_day": None, **seat} for n in numbers])
    session.execute(
        insert(ActionItem),
        [
            {
                "id": n,
                "meeting_id": meeting.id,
                "position": n,
                "quote": f"Person {owner}son skickar underlag {n} till alla före jul.",
                "text": f"Skicka underlag {n}",
                "due": today - LATE,
                "done_in_minutes": False,
            }
            for n, owner in items
        ],
    )
    session.execute(
        insert(ActionOwner),
        [
            {"action_item_id": n, "person_id": owner, "position": 0, "name": f"Person {owner}son"}
            for n, owner in items
        ],
    )
    session.commit()
