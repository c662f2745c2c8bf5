"""One action item: its page, and what can be done with it there and from a list."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, Refused
from minutes.follow_up import agenda, open_actions, queries, service
from minutes.follow_up.blueprint import routes
from minutes.follow_up.due_rules import DueRule, Event, check_day, read_code, rule_words
from minutes.follow_up.owners import Owner
from minutes.follow_up.queries import ActionRow
from minutes.follow_up.timeline import Choices, choices, members, timeline
from minutes.people import queries as people
from minutes.people import service as people_service
from minutes.people.access import Permission, requires
from minutes.people.next_page import safe_next
from minutes.texts import N_

EVENTS_SHOWN = 50  # other action items that a day may follow
ACTS: dict[str, tuple[Callable[..., bool], str]] = {
    "klar": (service.mark_done, N_("Åtgärden är markerad som klar.")),
    "oppna": (service.reopen, N_("Åtgärden är öppen igen.")),
    "pagar": (service.start, N_("Åtgärden är markerad som pågående.")),
    "vantar": (service.wait, N_("Åtgärden är markerad som väntande.")),
    "avfor": (service.drop, N_("Åtgärden är avförd.")),
}


@routes.get("/atgarder/<int:action_id>")
@requires(Permission.SIGNED_IN)
def action(action_id: int) -> str:
    """One action item with all that has happened to it."""
    row = queries.action(g.session, action_id, clock.today())
    if not _is_owner(row):
        g.access.demand(Permission.READ, row.body_id)
    return render_template(
        "follow_up/action_page.html",
        row=row,
        events=timeline(g.session, action_id),
        choices=_choices(row) if may_mark(row) else {},
        follows=_events(row) if may_mark(row) else [],
        rule=rule_words(read_code(row.rule)) if row.rule else None,
        suggested=_suggested(row),
    )


@routes.post("/atgarder/<int:action_id>/<any(klar, oppna, pagar, vantar, avfor):step>")
@requires(Permission.SIGNED_IN)
def act(action_id: int, step: str) -> ResponseReturnValue:
    """Take one step with an action item, with what is said about it."""
    row = _demand(action_id)
    if step == "avfor":
        g.access.demand(Permission.FOLLOW_UP, row.body_id)
    do, said = ACTS[step]
    return _did(
        row,
        said,
        lambda: do(g.session, action_id, **_by(), note=request.form.get("kommentar", "")),
    )


@routes.post("/atgarder/<int:action_id>/kommentera")
@requires(Permission.READ)
def comment(action_id: int) -> ResponseReturnValue:
    """Say something about an action item; whoever may read it may."""
    row = queries.action(g.session, action_id, clock.today())
    if not _is_owner(row):
        g.access.demand(Permission.READ, row.body_id)
    text = request.form.get("kommentar", "")
    return _did(
        row,
        N_("Kommentaren är sparad."),
        lambda: service.comment(g.session, action_id, **_by(), text=text),
    )


@routes.post("/atgarder/<int:action_id>/mer-tid")
@requires(Permission.SIGNED_IN)
def give_more_time(action_id: int) -> ResponseReturnValue:
    """Move the day by which an action item is to be done."""
    row = _demand(action_id)

    def do() -> bool:
        note = request.form.get("kommentar", "")
        due = _rule(row) if request.form.get("handelse") else _day()
        return service.give_more_time(g.session, action_id, due=due, note=note, **_by())

    return _did(row, N_("Den nya dagen är sparad."), do)


@routes.post("/atgarder/<int:action_id>/lamna-over")
@requires(Permission.SIGNED_IN)
def hand_over(action_id: int) -> ResponseReturnValue:
    """Give an action item to others."""
    row = _demand(action_id)

    def do() -> bool:
        return service.hand_over(
            g.session,
            action_id,
            to=_chosen(row),
            needs_all=request.form.get("alla") == "ja",
            note=request.form.get("kommentar", ""),
            **_by(),
        )

    return _did(row, N_("Åtgärden är överlämnad."), do)


@routes.get("/utan-ansvarig")
@requires(Permission.FOLLOW_UP)
def unassigned() -> str:
    """The open action items that nobody answers for, to be given to somebody."""
    today = clock.today()
    page = request.args.get("sida", 1, type=int)
    bodies = g.access.bodies(Permission.FOLLOW_UP)
    found = open_actions.unassigned(g.session, bodies, today, page)
    return render_template(
        "follow_up/unassigned.html",
        found=found,
        choices=members(g.session, {row.body_id for row in found.rows}, today),
    )


def _suggested(row: ActionRow) -> date | None:
    """When to look in on what is due at no certain day."""
    if row.due or row.is_done or row.rule or not row.due_text:
        return None
    return check_day(row.due_text, row.meeting_date)


@routes.app_template_global("may_mark")
def may_mark(row: ActionRow) -> bool:
    """An owner may mark the action item, and so may secretary and chair of the body."""
    return _is_owner(row) or g.access.may(Permission.FOLLOW_UP, row.body_id)


def _demand(action_id: int) -> ActionRow:
    row = queries.action(g.session, action_id, clock.today())
    if not _is_owner(row):
        g.access.demand(Permission.FOLLOW_UP, row.body_id)
    return row


def _is_owner(row: ActionRow) -> bool:
    return g.access.person_id in row.owner_ids


def _by() -> dict[str, Any]:
    return {"by": g.access.person_id, "at": clock.now()}


def _day() -> date:
    try:
        return date.fromisoformat(request.form.get("dag", ""))
    except ValueError:
        raise Refused("Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-05-31.") from None


def _rule(row: ActionRow) -> DueRule:
    """The event that the form names, and how many days before or after it."""
    offered = {value for value, _ in _events(row)}
    chosen = request.form["handelse"]
    days = request.form.get("dagar", "0") or "0"
    if chosen not in offered or not re.fullmatch(r"\d{1,3}", days):
        raise Refused("Välj vad dagen ska följa, och skriv antalet dagar med siffror.")
    event, _, subject = chosen.partition(":")
    count = -int(days) if request.form.get("riktning") != "efter" else int(days)
    if subject:
        return DueRule(Event(event), subject=int(subject), days=count)
    return DueRule(Event(event), after=clock.today(), days=count)


def _events(row: ActionRow) -> list[tuple[str, str]]:
    """(value, words) of what a day can follow: meetings, what is watched, other action items."""
    others = open_actions.open_of_body(g.session, row.body_id, None, clock.today())
    return [
        (Event.NEXT_MEETING.value, N_("nästa möte")),
        (Event.SECOND_MEETING.value, N_("mötet efter nästa")),
        *(
            (f"{Event.WATCHED.value}:{each.id}", f"beslutet: {each.what}")
            for each in agenda.open_watches(g.session, row.body_id)
        ),
        *(
            (f"{Event.ACTION.value}:{each.id}", N_("åtgärden: %(text)s", text=each.text))
            for each in others[:EVENTS_SHOWN]
            if each.id != row.id
        ),
    ]


def _choices(row: ActionRow) -> Choices:
    return choices(g.session, row.body_id, g.access.bodies(Permission.READ), clock.today())


def _chosen(row: ActionRow) -> list[Owner]:
    """The owners that the form names; only such as it offers, and somebody by mail address."""
    offered = {each.value: each.owner for group in _choices(row).values() for each in group}
    chosen = request.form.getlist("till")
    if not set(chosen) <= offered.keys():
        raise Refused("Den som du valde finns inte kvar i organet. Ladda om sidan.")
    owners = [offered[each] for each in chosen]
    name, email = (request.form.get(each, "").strip() for each in ("namn", "epost"))
    if not email:
        return owners
    g.access.demand(Permission.FOLLOW_UP, row.body_id)
    return [*owners, _by_mail_address(name, email)]


def _by_mail_address(name: str, email: str) -> Owner:
    """Somebody who need not have an account; who is known already is not made anew."""
    known = people.person_by_email(g.session, email)
    if known is not None:
        return Owner(known.name, person_id=known.id)
    if not name or "@" not in email.strip("@"):
        raise Refused("Skriv både namn och e-postadress, till exempel namn@example.se.")
    by = people_service.By(f"person:{g.access.person_id}", clock.now())
    person = people_service.create_person(g.session, by, name=name[:200], email=email[:254])
    return Owner(person.name, person_id=person.id)


def _did(row: ActionRow, said: str, do: Callable[[], bool]) -> ResponseReturnValue:
    """Do it, and show the row again or lead back, with what was said or why it was refused."""
    g.session.rollback()  # so that the act reads what is so when it has the lock
    if request.headers.get("HX-Request"):
        do()
        row = queries.action(g.session, row.id, clock.today())
        return render_template("follow_up/one.html", row=row)
    try:
        do()
    except MinutesError as refusal:
        flash(refusal.message, "error")
    else:
        flash(said)
    wanted = request.form.get("nasta")
    here = url_for(".action", action_id=row.id)
    return redirect(request.script_root + safe_next(wanted) if wanted else here, code=303)
