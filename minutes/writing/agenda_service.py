"""What can be done with the agenda of a meeting that is prepared, each act one transaction."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.people import queries as people
from minutes.register.cancelled import must_be_held
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_
from minutes.writing import ahead, carrying, queries, service
from minutes.writing.agenda_order import Carried, arranged, before_the_ending, moved, reordered
from minutes.writing.phrases import agenda_titles
from minutes.writing.service import By, When
from minutes.writing.skeleton import Heading, one_line
from minutes.writing.tables import AgendaPoint, PointKind, Sitting, SittingState

LONGEST_TITLE, LONGEST_TEXT = 300, 20_000
MOST_POINTS = 200
# What is only read up: its lists stand in the agenda, and would be read as new in the minutes.
ONLY_READ_UP = (PointKind.SINCE_LAST, PointKind.ACTIONS)


def points(session: Session, sitting_id: int) -> Sequence[AgendaPoint]:
    """The points in their order."""
    return session.exec(
        select(AgendaPoint)
        .where(col(AgendaPoint.sitting_id) == sitting_id)
        .order_by(col(AgendaPoint.position), col(AgendaPoint.id))
    ).all()


def prepare(session: Session, by: By, sitting_id: int) -> None:
    """Make the first agenda: the body's template, and what is carried over by itself."""
    found = _preparing(session, sitting_id)
    body = people.body(session, found.body_id)
    own = agenda_titles(queries.rules_of(session, found.body_id).agenda, body.regime)
    there = carrying.carried(session, found, day_in_sweden(by.at))
    for position, point in enumerate(arranged(own, there)):
        session.add(_row(sitting_id, position, point))
    service.write_down(session, by, "agenda.made", found)
    session.commit()


def carry_over(session: Session, by: By, sitting_id: int) -> int:
    """Add what has come since the agenda was made, last; and bring the lists that it has up to
    date. How many points are new.
    """
    found = _preparing(session, sitting_id)
    there = points(session, sitting_id)
    by_source = {row.source: row for row in there if row.source}
    new, is_newer = [], False
    for point in carrying.carried(session, found, day_in_sweden(by.at)):
        row = by_source.get(point.source)
        if row is None:
            new.append(point)
        elif point.kind in ONLY_READ_UP:
            is_newer |= row.text != point.text
            row.text = point.text
            session.add(row)
    for position, point in enumerate(new, len(there)):
        session.add(_row(sitting_id, position, point))
    if new or is_newer:
        service.write_down(session, by, "agenda.carried", found, points=len(new))
    session.commit()
    return len(new)


def add(session: Session, by: By, sitting_id: int, title: str, text: str) -> None:
    """Add a point, before those with which the meeting ends. Raises Refused."""
    found = _preparing(session, sitting_id)
    there = points(session, sitting_id)
    if len(there) >= MOST_POINTS:
        raise Refused(N_("Dagordningen får ha högst %(most)s punkter.", most=MOST_POINTS))
    point = Carried(_title(title), _text(text), PointKind.OWN, "")
    place = before_the_ending([row.title for row in there])
    for position, row in enumerate(there):
        row.position = position + (position >= place)
        session.add(row)
    session.add(_row(sitting_id, place, point))
    service.write_down(session, by, "agenda.added", found, title=point.title)
    session.commit()


def change(
    session: Session, by: By, sitting_id: int, point_id: int, title: str, text: str, seen: str
) -> None:
    """Write a point anew. `seen`: mark_of() it when the page was made.

    Raises Refused, NotFound, and StepNotAllowed where somebody else has written it anew.
    """
    found = _preparing(session, sitting_id)
    row = _point(session, sitting_id, point_id)
    if mark_of(row) != seen:
        raise StepNotAllowed(
            N_(
                "Någon annan har ändrat punkten. Nu heter den ”%(title)s”. Din text står kvar i "
                "rutan; spara igen om den ska gälla.",
                title=row.title,
            )
        )
    before = row.title
    row.title, row.text = _title(title), _text(text)
    session.add(row)
    service.write_down(session, by, "agenda.changed", found, title=row.title, before=before)
    session.commit()


def mark_of(point: AgendaPoint) -> str:
    """What tells whether a point has been written anew."""
    return service.digest_of(f"{point.title}\n{point.text}")


def remove(session: Session, by: By, sitting_id: int, point_id: int) -> None:
    """Take a point away. Raises NotFound."""
    found = _preparing(session, sitting_id)
    row = _point(session, sitting_id, point_id)
    service.write_down(session, by, "agenda.removed", found, title=row.title)
    session.delete(row)
    session.commit()


def move(session: Session, by: By, sitting_id: int, point_id: int, step: int) -> None:
    """Move a point up or down. Raises NotFound."""
    found = _preparing(session, sitting_id)
    _point(session, sitting_id, point_id)
    there = points(session, sitting_id)
    _put(session, by, found, there, moved([row.id or 0 for row in there], point_id, step))


def order(session: Session, by: By, sitting_id: int, wanted: Sequence[int]) -> None:
    """Put all points in this order. Raises StepNotAllowed where it does not have them all."""
    found = _preparing(session, sitting_id)
    there = points(session, sitting_id)
    _put(session, by, found, there, reordered([row.id or 0 for row in there], wanted))


def change_when(session: Session, by: By, sitting_id: int, when: When) -> None:
    """Move the meeting to another day, time or place. Raises Refused."""
    found = _preparing(session, sitting_id)
    service.check_when(when, day_in_sweden(by.at))
    must_be_held(session, found.body_id, when.date)
    found.date, found.start, found.end = when.date, when.start, when.end
    found.place = when.place
    found.changed_at, found.changed_by = by.at, by.person
    session.add(found)
    moved_to = {"date": str(when.date), "place": found.place}
    service.write_down(session, by, "sitting.moved", found, **moved_to)
    ahead.day_changed(session, found.body_id)
    session.commit()


def write(session: Session, by: By, sitting_id: int) -> None:
    """Begin the minutes with the points as headings."""
    headings = [_heading(row) for row in points(session, sitting_id)]
    session.rollback()
    service.start_writing(session, by, sitting_id, headings)


def _heading(row: AgendaPoint) -> Heading:
    return Heading(row.title, "" if row.kind in ONLY_READ_UP else row.text)


def _put(
    session: Session,
    by: By,
    found: Sitting,
    there: Sequence[AgendaPoint],
    wanted: Sequence[int],
) -> None:
    if list(wanted) == [row.id for row in there]:
        return
    place = {point: position for position, point in enumerate(wanted)}
    for row in there:
        row.position = place[row.id or 0]
        session.add(row)
    service.write_down(session, by, "agenda.reordered", found)
    session.commit()


def _row(sitting_id: int, position: int, point: Carried) -> AgendaPoint:
    return AgendaPoint(
        sitting_id=sitting_id,
        position=position,
        title=point.title[:LONGEST_TITLE],
        text=point.text[:LONGEST_TEXT],
        kind=point.kind,
        source=point.source,
    )


def _preparing(session: Session, sitting_id: int) -> Sitting:
    found = service.to_be_held(session, sitting_id)
    if found.state is not SittingState.PREPARING:
        raise StepNotAllowed("Protokollet är påbörjat. Ändra punkterna i protokollets text.")
    return found


def _point(session: Session, sitting_id: int, point_id: int) -> AgendaPoint:
    row = session.get(AgendaPoint, point_id)
    if row is None or row.sitting_id != sitting_id:
        raise NotFound("Punkten finns inte längre.")
    return row


def _title(written: str) -> str:
    title = one_line(written)
    if not title:
        raise Refused("Skriv vad punkten heter.")
    if len(title) > LONGEST_TITLE:
        raise Refused(N_("Rubriken får ha högst %(most)s tecken.", most=LONGEST_TITLE))
    return title


def _text(written: str) -> str:
    text = written.replace("\r\n", "\n").strip()
    if len(text) > LONGEST_TEXT:
        raise Refused(N_("Texten får ha högst %(most)s tecken.", most=LONGEST_TEXT))
    return text
