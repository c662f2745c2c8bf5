"""The lists of all action items and all decisions that one may see, as pages and as files."""

import datetime as dt

from flask import Response, g, render_template, request

from minutes import clock
from minutes.export import list_file
from minutes.follow_up import action_list, decision_list
from minutes.follow_up.blueprint import routes
from minutes.follow_up.decisions import WORDS
from minutes.follow_up.due_dates import Standing
from minutes.follow_up.lifecycle import SWEDISH
from minutes.follow_up.queries import ActionRow
from minutes.follow_up.tables import ActionState, DecisionState
from minutes.order import order
from minutes.people.access import Permission, requires
from minutes.register.choices import Reader, wanted_year
from minutes.texts import N_

# status=... of the address: its words, and what it asks for.
STATUSES: dict[str, tuple[str, Standing | None, ActionState | None]] = {
    "oppna": (N_("Öppna"), Standing.OPEN, None),
    "forsenade": (N_("Försenade"), Standing.LATE, None),
    "pagar": (N_("Pågår"), None, ActionState.IN_PROGRESS),
    "vantar": (N_("Väntar"), None, ActionState.WAITING),
    "overlamnade": (N_("Överlämnade"), None, ActionState.HANDED_OVER),
    "klara": (N_("Klara"), None, ActionState.DONE),
    "avforda": (N_("Avförda"), None, ActionState.DROPPED),
    "alla": (N_("Alla"), None, None),
}
DECISION_STATES = {
    "galler": DecisionState.IN_FORCE,
    "ej-verkstallda": DecisionState.NOT_EXECUTED,
    "verkstallda": DecisionState.EXECUTED,
    "upphavda": DecisionState.REVOKED,
    "ersatta": DecisionState.REPLACED,
}
ACTIONS_BY = ("klart", "mote", "organ", "ansvarig")
DECISIONS_BY = ("datum", "beslut", "organ", "lage")
ACTION_HEADINGS = (
    N_("Åtgärd"),
    N_("Ansvarig"),
    N_("Klart senast"),
    N_("Klart senast, som det står"),
    N_("Status"),
    N_("Organ"),
    N_("Möte"),
    N_("Punkt"),
)
DECISION_HEADINGS = (
    N_("Datum"),
    N_("Organ"),
    "§",
    N_("Punkt"),
    N_("Beslut"),
    N_("Läge"),
)


def _reader(page: str) -> Reader:
    return Reader(g.access.person_id, g.access.bodies(Permission.READ), page)


@routes.get("/atgarder")
@requires(Permission.READ)
def actions() -> str:
    """The action items of all bodies that one may read."""
    wanted, reader = _wanted_actions(), _reader("atgarder")
    return render_template(
        "follow_up/actions.html",
        found=action_list.actions(g.session, reader, wanted, clock.today()),
        wanted=wanted,
        chosen=_status(),
        statuses=[(name, words) for name, (words, *_) in STATUSES.items()],
    )


@routes.get("/atgarder.<any(csv, xlsx):kind>")
@requires(Permission.READ)
def actions_file(kind: str) -> Response:
    """The same action items, all of them, for a spreadsheet."""
    today = clock.today()
    found = action_list.all_actions(
        g.session, g.access.bodies(Permission.READ), _wanted_actions(), today
    )
    rows = [
        (
            row.text,
            _owners(row),
            row.due,
            row.due_text,
            _state(row, today),
            row.body,
            row.meeting_date,
            row.item,
        )
        for row in found
    ]
    return list_file(kind, N_("Åtgärder"), ACTION_HEADINGS, rows)


def _state(row: ActionRow, today: dt.date) -> str:
    late = row.standing(today) is Standing.LATE
    return N_("försenad") if late else SWEDISH[row.state]


def _owners(row: ActionRow) -> str | None:
    return ", ".join(name for name, _ in row.owners) or row.owner_text


def _wanted_actions() -> action_list.Filter:
    _, standing, state = STATUSES[_status()]
    return action_list.Filter(
        body=request.args.get("organ") or None,
        year=wanted_year(request.args.get("ar")),
        owner=request.args.get("ansvarig", "").strip()[:200],
        text=request.args.get("q", "").strip()[:200],
        standing=standing,
        state=state,
        order=order(request.args.get("sortera"), ACTIONS_BY, "klart"),
        page=request.args.get("sida", 1, type=int),
    )


def _status() -> str:
    written = request.args.get("status", "")
    return written if written in STATUSES else "oppna"


@routes.get("/beslut")
@requires(Permission.READ)
def decisions() -> str:
    """The register of decisions of all bodies that one may read."""
    wanted, reader = _wanted_decisions(), _reader("beslut")
    return render_template(
        "follow_up/decisions.html",
        found=decision_list.decisions(g.session, reader, wanted),
        wanted=wanted,
        states=[(name, WORDS[state]) for name, state in DECISION_STATES.items()],
    )


@routes.get("/beslut.<any(csv, xlsx):kind>")
@requires(Permission.READ)
def decisions_file(kind: str) -> Response:
    """The same decisions, all of them, for a spreadsheet."""
    found = decision_list.all_decisions(
        g.session, g.access.bodies(Permission.READ), _wanted_decisions()
    )
    rows = [
        (row.date, row.body, row.reference, row.item, row.text, row.state_words) for row in found
    ]
    return list_file(kind, N_("Beslut", "Beslut", num=2), DECISION_HEADINGS, rows)


def _wanted_decisions() -> decision_list.Filter:
    return decision_list.Filter(
        body=request.args.get("organ") or None,
        year=wanted_year(request.args.get("ar")),
        person=request.args.get("person", "").strip()[:200],
        state=DECISION_STATES.get(request.args.get("lage", "")),
        text=request.args.get("q", "").strip()[:200],
        order=order(request.args.get("sortera"), DECISIONS_BY, "-datum"),
        page=request.args.get("sida", 1, type=int),
    )
