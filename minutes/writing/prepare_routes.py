"""Preparing a meeting: its agenda, its kallelse, and the beginning of its minutes."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError
from minutes.follow_up.queries import Ahead
from minutes.justering import queries as justering
from minutes.justering.sheet import printed
from minutes.mail.letters import Enclosed
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.sent import row_number
from minutes.people.slugs import slug_of
from minutes.register.cancelled import cancelled_on
from minutes.texts import N_
from minutes.writing import agenda_service, ahead, queries, service, summons_service
from minutes.writing.beginning import sent_when
from minutes.writing.blueprint import by, routes, writable
from minutes.writing.summons import calendar_of, sheet_of
from minutes.writing.summons_service import summons_of
from minutes.writing.tables import PointKind, Sitting, SittingState

KIND_WORDS = {
    PointKind.OWN: "",
    PointKind.PREVIOUS: N_("förra protokollet"),
    PointKind.SINCE_LAST: N_("nytt sedan förra mötet"),
    PointKind.POSTPONED: N_("bordlagd eller återremitterad"),
    PointKind.REFERRED: N_("från annat organ"),
    PointKind.ACTIONS: N_("åtgärder"),
}

MEETINGS_AHEAD = 5  # on a page of other things
_STEP = re.compile(r"(?P<point>\d{1,9}):(?P<way>upp|ner)")


@routes.get("/skriva/<int:sitting_id>/dagordning")
@requires(Permission.REVIEW)
def prepare(sitting_id: int) -> ResponseReturnValue:
    """The agenda of a meeting that is prepared, and its kallelse."""
    return _page(writable(sitting_id))


def _page(found: Sitting, refusal: str = "", point: int | None = None) -> str:
    reached, unreached = summons_service.summoned(g.session, found)
    off = cancelled_on(g.session, found.body_id, found.date)
    return render_template(
        "writing/prepare.html",
        sitting=found,
        body=people.body(g.session, found.body_id),
        points=agenda_service.points(g.session, found.id or 0),
        mark_of=agenda_service.mark_of,
        kind_words=KIND_WORDS,
        is_open=found.state is SittingState.PREPARING and off is None,
        called_off=off.reason if off else "",
        reached=reached,
        unreached=unreached,
        refusal=refusal,
        typed=request.form,
        wrong=point,
    )


@routes.post("/skriva/<int:sitting_id>/dagordning/<any(hamta, skriv, slopa, kalla):act>")
@requires(Permission.REVIEW)
def agenda_act(sitting_id: int, act: str) -> ResponseReturnValue:
    """Carry over what is new, begin to write, throw away, or send the kallelse."""
    found = writable(sitting_id)
    slug = people.body(g.session, found.body_id).slug
    acts: dict[str, Callable[[], str]] = {
        "hamta": lambda: _carried(sitting_id),
        "skriv": lambda: _begun(sitting_id),
        "slopa": lambda: _removed(sitting_id),
        "kalla": lambda: _summoned(sitting_id),
    }
    g.session.rollback()
    try:
        said = acts[act]()
    except MinutesError as refusal:
        g.session.rollback()
        return _page(writable(sitting_id), refusal.message), refusal.status
    flash(said)
    to = {
        "skriv": url_for(".write", sitting_id=sitting_id),
        "slopa": url_for(".of_body", slug=slug),
    }
    return redirect(to.get(act) or url_for(".prepare", sitting_id=sitting_id), code=303)


def _carried(sitting_id: int) -> str:
    new = agenda_service.carry_over(g.session, by(), sitting_id)
    if not new:
        return N_("Inget nytt att ta upp. Listorna är förda fram till i dag.")
    return N_("1 punkt är tillagd, sist.", "%(num)s punkter är tillagda, sist.", num=new)


def _begun(sitting_id: int) -> str:
    agenda_service.write(g.session, by(), sitting_id)
    return N_("Protokollet är påbörjat med dagordningens punkter som rubriker.")


def _removed(sitting_id: int) -> str:
    service.remove(g.session, by(), sitting_id)
    return N_("Det förberedda mötet är borttaget.")


def _summoned(sitting_id: int) -> str:
    sent = summons_service.send(g.session, by(), sitting_id, g.settings.mail_from)
    return N_(
        "Kallelsen är lagd i utkorgen: 1 brev.",
        "Kallelsen är lagd i utkorgen: %(num)s brev.",
        num=sent,
    )


@routes.post("/skriva/<int:sitting_id>/dagordning/tid")
@requires(Permission.REVIEW)
def change_when(sitting_id: int) -> ResponseReturnValue:
    """Move the meeting to another day, time or place."""
    return _did(
        sitting_id,
        lambda: agenda_service.change_when(g.session, by(), sitting_id, sent_when()),
        N_("Tid och plats är sparade."),
    )


@routes.post("/skriva/<int:sitting_id>/dagordning/ordning")
@requires(Permission.REVIEW)
def order(sitting_id: int) -> ResponseReturnValue:
    """Put the points in another order: one a step, or all of them as they were dragged."""
    writable(sitting_id)
    wanted = request.form.getlist("punkt", type=row_number)
    step = _STEP.fullmatch(request.form.get("flytta", ""))

    def do() -> None:
        if step:
            up_or_down = -1 if step["way"] == "upp" else 1
            agenda_service.move(g.session, by(), sitting_id, int(step["point"]), up_or_down)
        else:
            agenda_service.order(g.session, by(), sitting_id, wanted)

    return _did(sitting_id, do, "", anchor=f"punkt-{step['point']}" if step else None)


@routes.post("/skriva/<int:sitting_id>/dagordning/punkter")
@requires(Permission.REVIEW)
def add_point(sitting_id: int) -> ResponseReturnValue:
    """Add a point."""
    title, text = request.form.get("rubrik", ""), request.form.get("text", "")
    return _did(
        sitting_id,
        lambda: agenda_service.add(g.session, by(), sitting_id, title, text),
        N_("Punkten är tillagd."),
    )


@routes.post("/skriva/<int:sitting_id>/dagordning/punkter/<int:point_id>")
@requires(Permission.REVIEW)
def change_point(sitting_id: int, point_id: int) -> ResponseReturnValue:
    """Write a point anew, or take it away."""
    title, text = request.form.get("rubrik", ""), request.form.get("text", "")

    def do() -> None:
        if "ta-bort" in request.form:
            agenda_service.remove(g.session, by(), sitting_id, point_id)
        else:
            seen = request.form.get("sedd", "")
            agenda_service.change(g.session, by(), sitting_id, point_id, title, text, seen)

    said = N_("Punkten är borttagen.") if "ta-bort" in request.form else N_("Punkten är sparad.")
    return _did(sitting_id, do, said, point=point_id)


def _did(
    sitting_id: int,
    do: Callable[[], None],
    said: str,
    *,
    point: int | None = None,
    anchor: str | None = None,
) -> ResponseReturnValue:
    writable(sitting_id)
    g.session.rollback()
    try:
        do()
    except MinutesError as refusal:
        g.session.rollback()
        return _page(writable(sitting_id), refusal.message, point), refusal.status
    if request.headers.get("X-Minutes-Script"):
        return "", 204
    if said:
        flash(said)
    return redirect(url_for(".prepare", sitting_id=sitting_id, _anchor=anchor), code=303)


@routes.app_template_global("summoned_to")
def summoned_to(body_id: int) -> list[tuple[int, date]]:
    """The meetings to come that the body has been summoned to."""
    return queries.summoned_to(g.session, body_id, clock.today())


@routes.app_template_filter("with_prepared")
def with_prepared(announced: Sequence[Ahead]) -> list[Ahead]:
    """The next meetings that minutes announce, with those that are prepared here."""
    return ahead.with_prepared(
        g.session,
        announced,
        readable=g.access.bodies(Permission.READ),
        prepares=g.access.bodies(Permission.REVIEW),
        today=clock.today(),
        most=MEETINGS_AHEAD,
    )


@routes.app_template_global("next_prepared")
def next_prepared(body_id: int) -> date | None:
    """The day of the body's next meeting that is prepared here, for who may know of it."""
    if g.access.may(Permission.REVIEW, body_id):
        return ahead.next_prepared(g.session, body_id, clock.today())
    return next((day for _, day in queries.summoned_to(g.session, body_id, clock.today())), None)


@routes.get("/kallelser/<int:sitting_id>")
@requires(Permission.READ)
def summons(sitting_id: int) -> str:
    """The kallelse, for everybody who reads the body's minutes."""
    found = _readable(sitting_id)
    return render_template(
        "writing/summons.html", summons=summons_of(g.session, found), printed=printed
    )


@routes.get("/kallelser/<int:sitting_id>/kallelse.<any(docx, pdf, ics):kind>")
@requires(Permission.READ)
def summons_file(sitting_id: int, kind: str) -> Response:
    """The kallelse as Word, PDF or an entry for a calendar."""
    found = _readable(sitting_id)
    said = summons_of(g.session, found)
    if kind == "ics":
        name, content = f"{slug_of(said.title)}.ics", calendar_of(said, clock.now())
        file = Enclosed(name, content, "text/calendar; charset=utf-8")
    else:
        sheet, at = sheet_of(said), found.changed_at
        own = justering.template_of(g.session, found.body_id)
        template = own.content if own else None
        g.session.rollback()  # drawing takes long, and needs nothing more of the database
        file = summons_service.file_of(sheet, at, kind, template)
    response = Response(file.content, mimetype=file.mimetype)
    response.headers.set("Content-Disposition", "attachment", filename=file.name)
    return response


def _readable(sitting_id: int) -> Sitting:
    """The meeting, for who reads the body's minutes once the kallelse has been sent."""
    found = queries.sitting(g.session, sitting_id)
    sent = found.summoned_at is not None
    g.access.demand(Permission.READ if sent else Permission.REVIEW, found.body_id)
    return found
