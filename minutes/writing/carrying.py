"""What comes on a body's agenda by itself: the minutes before, what has happened since, more."""

import datetime as dt
from collections.abc import Sequence, Set

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.follow_up import agenda as follow_up
from minutes.follow_up import queries as actions
from minutes.follow_up.queries import ActionRow
from minutes.follow_up.tables import ActionEvent
from minutes.formatting import counted, long_date
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import ActionItem, Decision, Item, Meeting, MeetingState
from minutes.writing.agenda_order import Carried, is_postponed
from minutes.writing.tables import PointKind, Sitting

LONGEST_LIST = 40
MONTHS = 14  # how far back a matter is looked for that was put off
LONGEST_TITLE = 280
DUE_BY_THEN = "Åtgärder som ska vara klara till mötet"
_STANDS = {
    MeetingState.RECORDED: "Protokollet är inte justerat.",
    MeetingState.AWAITING_JUSTERING: "Protokollet är under justering.",
    MeetingState.JUSTERAT: "Protokollet är justerat.",
    MeetingState.PUBLISHED: "Protokollet är justerat och publicerat.",
}


def carried(session: Session, sitting: Sitting, today: dt.date) -> list[Carried]:
    """The points in their order: the minutes before, Sedan sist, what was put off, what other
    bodies have sent or sent back, and the actions that are due by the meeting.
    """
    before = previous(session, sitting)
    due = _due(session, sitting, today)
    found = []
    if before is not None:
        found.append(_approval(before))
        found.append(_since_last(session, before, today, {row.id for row in due}))
    found += _postponed(session, sitting)
    found += _referred(session, sitting, today)
    if due:
        text = "\n".join(f"- {_said(row)}" for row in due)
        found.append(Carried(DUE_BY_THEN, text, PointKind.ACTIONS, "actions"))
    return found


def previous(session: Session, sitting: Sitting) -> Meeting | None:
    """The body's latest registered meeting before this one."""
    return session.exec(
        select(Meeting)
        .where(col(Meeting.body_id) == sitting.body_id, col(Meeting.date) < sitting.date)
        .order_by(col(Meeting.date).desc(), col(Meeting.id).desc())
    ).first()


def _approval(before: Meeting) -> Carried:
    text = f"Protokollet från den {long_date(before.date)}. {_STANDS[before.state]}"
    if before.kind is MinutesKind.MINNESANTECKNINGAR:  # which nobody has to sign
        text = f"Minnesanteckningarna från den {long_date(before.date)}."
    return Carried("Föregående protokoll", text, PointKind.PREVIOUS, f"meeting:{before.id}")


def _since_last(session: Session, before: Meeting, today: dt.date, due: Set[int]) -> Carried:
    """What was promised at the last meeting, and what has changed and been closed since.

    due: the actions that have a point of their own, and are only counted here.
    """
    assert before.id is not None
    opened = list(actions.of_meeting(session, before.id, today).values())
    changed = _changed(session, before, today)
    new = [row for row in opened if not row.is_done]
    closed = [row for row in changed if row.is_done]
    other = [row for row in changed if not row.is_done and row.meeting_id != before.id]
    parts = [
        _listed("Nya sedan förra mötet", [row for row in new if row.id not in due]),
        _listed("Klara eller avförda", closed),
        _listed("Ändrade", [row for row in other if row.id not in due]),
        _counted_below(sum(row.id in due for row in (*new, *other))),
    ]
    text = "\n\n".join(filter(None, parts)) or "Inga åtgärder har tillkommit eller ändrats."
    return Carried("Sedan sist", text, PointKind.SINCE_LAST, f"since:{before.id}")


def _counted_below(number: int) -> str:
    if not number:
        return ""
    said = counted(number, "ny eller ändrad åtgärd", "nya eller ändrade åtgärder")
    return f"{said} står under ”{DUE_BY_THEN}”."


def _changed(session: Session, before: Meeting, today: dt.date) -> list[ActionRow]:
    since = dt.datetime.combine(before.date + dt.timedelta(days=1), dt.time(0), dt.UTC)
    touched = (
        sa.select(col(ActionEvent.action_item_id))
        .join(ActionItem, col(ActionItem.id) == ActionEvent.action_item_id)
        .join(Meeting, col(Meeting.id) == ActionItem.meeting_id)
        .where(col(Meeting.body_id) == before.body_id, col(ActionEvent.at) >= since)
    )
    query = actions.action_rows().where(col(ActionItem.id).in_(touched))
    return actions.listed(session, query.order_by(*actions.first_due_first()), today)


def _listed(label: str, rows: Sequence[ActionRow]) -> str:
    if not rows:
        return ""
    lines = [f"- {_said(row)}" for row in rows[:LONGEST_LIST]]
    left = len(rows) - LONGEST_LIST
    if left > 0:
        lines.append(f"- och {counted(left, 'till', 'till')}")
    return f"{label}:\n" + "\n".join(lines)


def _said(row: ActionRow) -> str:
    # "Ordföranden (Anna Ek)" stands in brackets already; who is named in the words is not again.
    names = [name for name, _ in row.owners if name not in row.text]
    owners = ", ".join(name.replace(" (", ", ").rstrip(")") for name in names)
    when = f"senast {long_date(row.due)}" if row.due and not row.is_done else ""
    about = ", ".join(filter(None, (owners, when)))
    text = " ".join(row.text.split()).rstrip(".")
    return f"{text} ({about})" if about else text


def _postponed(session: Session, sitting: Sitting) -> list[Carried]:
    """The matters that were put off and that no later meeting has taken up."""
    rows = session.execute(
        sa.select(
            col(Decision.id), col(Decision.quote), col(Item.title),
            col(Meeting.date), col(Item.number),
        )
        .join(Item, col(Item.id) == Decision.item_id)
        .join(Meeting, col(Meeting.id) == Decision.meeting_id)
        .where(
            col(Meeting.body_id) == sitting.body_id,
            col(Meeting.date) < sitting.date,
            col(Meeting.date) > sitting.date - dt.timedelta(days=30 * MONTHS),
        )
        .order_by(col(Meeting.date), col(Decision.position))
    ).all()  # fmt: skip
    found = []
    for id_, clause, title, day, number in rows:
        later = any(
            row[2].casefold() == title.casefold() and row[3] > day for row in rows
        )  # taken up again, and decided on
        if is_postponed(clause) and not later:
            where = f", {number}" if number else ""
            text = f"Från mötet den {long_date(day)}{where}: ”{clause.rstrip('.')}.”"
            source = f"decision:{id_}"
            found.append(Carried(title[:LONGEST_TITLE], text, PointKind.POSTPONED, source))
    seen: dict[str, Carried] = {}
    for each in found:
        seen.setdefault(each.title.casefold(), each)
    return list(seen.values())


def _referred(session: Session, sitting: Sitting, today: dt.date) -> list[Carried]:
    """Questions of other bodies, and their answers to the body's own."""
    waiting = follow_up.agenda(session, sitting.body_id, today)
    questions = [
        Carried(
            f"Fråga från {row.from_body}: {_short(row.question)}"[:LONGEST_TITLE],
            row.question,
            PointKind.REFERRED,
            f"referral:{row.id}:asked",
        )
        for row in waiting.received
    ]
    answers = [
        Carried(
            f"Svar från {row.to_body}: {_short(row.question)}"[:LONGEST_TITLE],
            f"Frågan: {row.question}\n\nSvaret: {row.answer}",
            PointKind.REFERRED,
            f"referral:{row.id}:answered",
        )
        for row in waiting.returned
    ]
    return [*questions, *answers]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else f"{line[:119].rsplit(' ', 1)[0]} …"


def _due(session: Session, sitting: Sitting, today: dt.date) -> list[ActionRow]:
    query = (
        actions.action_rows()
        .where(
            col(Meeting.body_id) == sitting.body_id,
            sa.not_(actions.is_done()),
            actions.due() <= sitting.date,
        )
        .order_by(*actions.first_due_first())
        .limit(LONGEST_LIST)
    )
    return actions.listed(session, query, today)
