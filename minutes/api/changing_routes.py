"""What a program changes: how an action item stands, and the files that wait for review."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from flask import g
from sqlmodel import col

from minutes import clock
from minutes.api.asked import EventKind, ImportQuery, NewEvent
from minutes.api.models import ActionAnswer, ImportAnswer
from minutes.api.operations import FILE, demand_unchanged, operation
from minutes.api.reading_routes import action_answer
from minutes.errors import NotAllowed, Refused
from minutes.follow_up import queries, service
from minutes.follow_up.queries import ActionRow
from minutes.follow_up.tables import Via
from minutes.people.access import Permission
from minutes.people.api_tokens import Scope
from minutes.reading.bounds import Limits
from minutes.register.tables import ActionItem
from minutes.review import queries as review_queries
from minutes.review import service as review
from minutes.review.access import may_review

PLAIN = {
    EventKind.STARTED: service.start,
    EventKind.WAITING: service.wait,
    EventKind.DONE: service.mark_done,
    EventKind.DROPPED: service.drop,
    EventKind.REOPENED: service.reopen,
}


@operation(
    "POST",
    "/actions/<int:action_id>/events",
    ActionAnswer,
    scope=Scope.FOLLOW_UP,
    body=NewEvent,
    refusals=(404, 409, 412),
)
def add_event(action_id: int, body: NewEvent) -> ActionAnswer:
    """Skriv in vad som har hänt med en åtgärd: den är klar, påbörjad, får en ny dag.

    With If-Match it is done only to the version that was read; what is so already stays so.
    """
    # Nobody changes it between the question of its version and the change.
    g.session.execute(
        sa.select(col(ActionItem.id)).where(col(ActionItem.id) == action_id).with_for_update()
    )
    row = queries.action(g.session, action_id, clock.today())
    if g.access.person_id not in row.owner_ids:
        g.access.demand(Permission.FOLLOW_UP, row.body_id)
    demand_unchanged(ActionAnswer, action_answer(row))
    _write(row, body, clock.now())
    return action_answer(queries.action(g.session, action_id, clock.today()))


def _write(row: ActionRow, event: NewEvent, at: datetime) -> None:
    by: dict[str, Any] = {"by": g.access.person_id, "at": at, "via": Via.API}
    if event.kind is EventKind.MORE_TIME:
        if event.due is None:
            raise Refused("Ange den nya dagen i due.")
        service.give_more_time(g.session, row.id, due=event.due, note=event.note, **by)
        return
    if event.due is not None:
        raise Refused("due hör bara till more_time.")
    if event.kind is EventKind.COMMENTED:
        service.comment(g.session, row.id, text=event.note, **by)
        return
    PLAIN[event.kind](g.session, row.id, note=event.note, **by)


@operation(
    "POST",
    "/imports",
    ImportAnswer,
    scope=Scope.IMPORT,
    status=201,
    query=ImportQuery,
    body=FILE,
    refusals=(413,),
)
def import_file(query: ImportQuery, body: bytes) -> dict[str, Any]:
    """Läs in en fil som utkast att granska. Samma fil igen ändrar ingenting."""
    among = g.access.bodies(Permission.REVIEW)
    if not g.access.may_somewhere(Permission.REVIEW):
        raise NotAllowed("Nyckelns ägare är inte sekreterare i något organ.")
    imported = review.import_file(
        g.session,
        query.filename,
        body,
        body=None,
        by=g.access.person_id,
        at=clock.now(),
        limits=Limits(file_bytes=g.settings.upload_limit, pages=g.settings.page_limit),
        among=among,
    )
    seen = [
        each
        for each in imported.drafts
        # The same bytes may have been brought by somebody else, of a body one may not see.
        if not imported.already_there or may_review(review_queries.draft(g.session, each.draft_id))
    ]
    return {
        "is_minutes": imported.is_minutes,
        "already_there": imported.already_there,
        "paper": imported.paper,
        "drafts": seen,
    }
