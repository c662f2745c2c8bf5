"""What a program reads: bodies, meetings, decisions and action items."""

from typing import Any

from flask import g

from minutes import clock
from minutes.api import models
from minutes.api.asked import ActionQuery, DecisionQuery, ListQuery, MeetingQuery
from minutes.api.operations import operation
from minutes.follow_up import action_list, decision_list, decision_queries
from minutes.follow_up import queries as follow_up
from minutes.follow_up.due_dates import Standing
from minutes.paging import Paging
from minutes.people import queries as people
from minutes.people.access import Permission
from minutes.register import item_list, meeting_list, queries
from minutes.register.choices import Reader
from minutes.register.pages import MeetingPage, meeting_page


@operation("GET", "/me", models.Me, scope=None)
def me() -> dict[str, Any]:
    """Vems nyckeln är, och vad den får göra."""
    return {"name": g.access.name, "scopes": g.scopes}


@operation("GET", "/bodies", models.BodyList)
def bodies() -> dict[str, Any]:
    """Organen som nyckelns ägare får läsa."""
    return {"data": people.bodies(g.session, g.access.bodies(Permission.READ))}


@operation("GET", "/meetings", models.MeetingPage, query=MeetingQuery)
def meetings(query: MeetingQuery) -> dict[str, Any]:
    """Möten, de senaste först."""
    wanted = meeting_list.Filter(
        body=query.body or None,
        year=query.year,
        state=query.state,
        person=query.person,
        text=query.q,
        page=query.page,
    )
    found = meeting_list.meetings(g.session, _reader("moten"), wanted)
    return _part(found.rows, found.paging, found.choices.total)


@operation("GET", "/meetings/<int:meeting_id>", models.MeetingAnswer, refusals=(404,))
def meeting(meeting_id: int) -> dict[str, Any]:
    """Vad ett mötes protokoll säger."""
    found = queries.meeting(g.session, meeting_id)
    g.access.demand(Permission.READ, found.body_id)
    return _meeting(meeting_page(g.session, found))


@operation("GET", "/items", models.ItemPage, query=ListQuery)
def items(query: ListQuery) -> dict[str, Any]:
    """Punkter, de från de senaste mötena först."""
    wanted = item_list.Filter(query.body or None, query.year, query.q, query.page)
    found = item_list.items(g.session, g.access.bodies(Permission.READ), wanted)
    return _part(found.rows, found.paging, found.total)


@operation("GET", "/items/<int:item_id>", models.ItemLine, refusals=(404,))
def item(item_id: int) -> item_list.ItemRow:
    """En punkt med sin text."""
    found = item_list.item(g.session, item_id)
    g.access.demand(Permission.READ, found.body_id)
    return found


@operation("GET", "/decisions", models.DecisionPage, query=DecisionQuery)
def decisions(query: DecisionQuery) -> dict[str, Any]:
    """Beslut, de senaste först."""
    wanted = decision_list.Filter(
        body=query.body or None,
        year=query.year,
        person=query.person,
        state=query.state,
        text=query.q,
        page=query.page,
    )
    found = decision_list.decisions(g.session, _reader("beslut"), wanted)
    return _part(found.rows, found.paging, found.choices.total)


@operation("GET", "/decisions/<int:decision_id>", models.DecisionAnswer, refusals=(404,))
def decision(decision_id: int) -> decision_queries.DecisionRow:
    """Ett beslut, och hur det står."""
    found = decision_queries.decision(g.session, decision_id)
    g.access.demand(Permission.READ, found.body_id)
    return found


@operation("GET", "/actions", models.ActionPage, query=ActionQuery)
def actions(query: ActionQuery) -> dict[str, Any]:
    """Åtgärder, de som ska vara klara först överst."""
    wanted = action_list.Filter(
        body=query.body or None,
        year=query.year,
        owner=query.owner,
        text=query.q,
        standing=Standing[query.standing.name] if query.standing else None,
        state=query.state,
        page=query.page,
    )
    found = action_list.actions(g.session, _reader("atgarder"), wanted, clock.today())
    rows = [action_answer(row) for row in found.rows]
    return _part(rows, found.paging, found.choices.total)


@operation("GET", "/actions/<int:action_id>", models.ActionAnswer, refusals=(404,))
def action(action_id: int) -> models.ActionAnswer:
    """En åtgärd, och hur den står."""
    found = follow_up.action(g.session, action_id, clock.today())
    if g.access.person_id not in found.owner_ids:  # what one promised, one may see
        g.access.demand(Permission.READ, found.body_id)
    return action_answer(found)


def action_answer(row: follow_up.ActionRow) -> models.ActionAnswer:
    """An action item as it is answered."""
    return models.ActionAnswer(
        id=row.id,
        text=row.text,
        quote=row.quote,
        owners=[models.Owner(name=name, person_id=person) for name, person in row.owners],
        due=row.due,
        due_text=row.due_text,
        state=row.state,
        since=row.since,
        meeting_id=row.meeting_id,
        meeting_date=row.meeting_date,
        body_id=row.body_id,
        body=row.body,
        item=row.item,
        first_line=row.first_line,
    )


def _meeting(page: MeetingPage) -> dict[str, Any]:
    meeting = page.meeting
    promised = [action for point in page.points for action in point.actions]
    return {
        "id": meeting.id,
        "body": page.body,
        "date": meeting.date,
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "title": meeting.title,
        "kind": meeting.kind,
        "state": meeting.state,
        "chair": meeting.chair,
        "secretary": meeting.secretary,
        "adjusters": meeting.adjusters.splitlines(),
        "attendance": [each for people in page.attendance.values() for each in people],
        "items": [point.item for point in page.points if point.item],
        "decisions": [decision for point in page.points for decision in point.decisions],
        "actions": [
            {
                "id": each.item.id,
                "item_id": each.item.item_id,
                "text": each.item.text,
                "quote": each.item.quote,
                "due": each.item.due,
                "due_text": each.item.due_text,
                "owners": each.owners,
                "first_line": each.item.first_line,
                "last_line": each.item.last_line,
            }
            for each in promised
        ],
        "announced": page.ahead,
    }


def _reader(page: str) -> Reader:
    return Reader(g.access.person_id, g.access.bodies(Permission.READ), page)


def _part(rows: list[Any], paging: Paging, total: int) -> dict[str, Any]:
    return {"data": rows, "page": paging.number, "pages": paging.pages, "total": total}
