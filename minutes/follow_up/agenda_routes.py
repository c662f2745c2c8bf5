"""What a body is to take up at its next meeting: referred questions and what is watched."""

from collections.abc import Callable
from datetime import date

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, Refused
from minutes.follow_up import agenda as queries
from minutes.follow_up import agenda_service as service
from minutes.follow_up import queries as actions
from minutes.follow_up.agenda_service import By
from minutes.follow_up.blueprint import routes
from minutes.follow_up.decision_routes import optional_day
from minutes.follow_up.due_service import days_of_meetings
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.next_page import safe_next
from minutes.people.tables import Body
from minutes.texts import N_


@routes.get("/organ/<slug>/nasta-mote")
@requires(Permission.READ)
def next_meeting(slug: str) -> str:
    """What a body is to take up at its next meeting."""
    body = _body(slug, Permission.READ)
    assert body.id is not None
    today = clock.today()
    ahead = [day for day in days_of_meetings(g.session, {body.id})[body.id] if day >= today]
    return render_template(
        "follow_up/next_meeting.html",
        body=body,
        agenda=queries.agenda(g.session, body.id, today),
        next_day=ahead[0] if ahead else None,
        others=may_be_asked(body.id),
        may_act=g.access.may(Permission.FOLLOW_UP, body.id),
    )


@routes.app_template_global("points_to_take_up")
def points_to_take_up(body_id: int) -> int:
    """How many referred questions and answers wait for the body's next meeting."""
    return queries.points(g.session, body_id)


@routes.post("/organ/<slug>/hanskjut")
@requires(Permission.FOLLOW_UP)
def refer(slug: str) -> ResponseReturnValue:
    """Lay a question on another body's next agenda."""
    body = _body(slug, Permission.FOLLOW_UP)

    def do() -> None:
        to = people.body_by_slug(g.session, request.form.get("till", ""))
        question = request.form.get("fraga", "")
        assert body.id is not None
        assert to.id is not None
        g.session.rollback()
        service.refer(g.session, _by(), question=question, from_body=body.id, to_body=to.id)

    return _did(slug, N_("Frågan ligger nu på det andra organets nästa möte."), do)


@routes.post("/atgarder/<int:action_id>/hanskjut")
@requires(Permission.FOLLOW_UP)
def refer_action(action_id: int) -> ResponseReturnValue:
    """Lay what an action item is about on another body's next agenda."""
    row = actions.action(g.session, action_id, clock.today())
    g.access.demand(Permission.FOLLOW_UP, row.body_id)

    def do() -> None:
        to = people.body_by_slug(g.session, request.form.get("till", "")).id
        assert to is not None
        g.session.rollback()
        question = request.form.get("fraga", "")
        service.refer(
            g.session,
            _by(),
            question=question,
            from_body=row.body_id,
            to_body=to,
            action_id=action_id,
        )

    return _did(_slug(row.body_id), N_("Frågan ligger nu på det andra organets nästa möte."), do)


@routes.app_template_global("may_be_asked")
def may_be_asked(body_id: int) -> list[Body]:
    """The bodies that another may refer a question to."""
    return [each for each in people.bodies(g.session) if each.id != body_id]


@routes.post("/hanskjutna/<int:referral_id>/<any(besvara, igen, avsluta, aterta):step>")
@requires(Permission.FOLLOW_UP)
def referral_step(referral_id: int, step: str) -> ResponseReturnValue:
    """Answer a question, or take note of the answer, or ask again, or take the question back."""
    row = queries.referral(g.session, referral_id)
    own = row.to_body_id if step == "besvara" else row.from_body_id
    g.access.demand(Permission.FOLLOW_UP, own)
    text = request.form.get("svar", "")
    steps: dict[str, tuple[Callable[[], None], str]] = {
        "besvara": (
            lambda: service.answer(g.session, _by(), referral_id, text),
            N_("Svaret ligger nu på nästa möte i %(body)s.", body=row.from_body),
        ),
        "igen": (
            lambda: service.send_again(g.session, _by(), referral_id),
            N_("Frågan ligger åter hos %(body)s.", body=row.to_body),
        ),
        "avsluta": (
            lambda: service.close(g.session, _by(), referral_id),
            N_("Frågan är avslutad."),
        ),
        "aterta": (
            lambda: service.withdraw(g.session, _by(), referral_id),
            N_("Frågan är återtagen."),
        ),
    }
    do, said = steps[step]
    return _did(_slug(own), said, do)


@routes.post("/organ/<slug>/bevaka")
@requires(Permission.FOLLOW_UP)
def watch(slug: str) -> ResponseReturnValue:
    """Watch for somebody else's decision."""
    body = _body(slug, Permission.FOLLOW_UP)
    assert body.id is not None
    body_id = body.id

    def do() -> None:
        g.session.rollback()
        service.watch(
            g.session,
            _by(),
            body_id=body_id,
            what=request.form.get("vad", ""),
            whose=request.form.get("vems", ""),
            check_day=optional_day("dag"),
        )

    return _did(slug, N_("Bevakningen är sparad."), do)


@routes.post("/bevakningar/<int:watch_id>/<any(kommit, senare, sluta):step>")
@requires(Permission.FOLLOW_UP)
def watch_step(watch_id: int, step: str) -> ResponseReturnValue:
    """What is watched has come, or is to be asked about later, or is not watched any more."""
    row = queries.watched(g.session, watch_id)
    g.access.demand(Permission.FOLLOW_UP, row.body_id)
    today, outcome = clock.today(), request.form.get("utfall", "")
    steps: dict[str, tuple[Callable[[], None], str]] = {
        "kommit": (
            lambda: service.came(
                g.session, _by(), watch_id, on=optional_day("dag") or today, outcome=outcome
            ),
            N_("Det är noterat att beslutet har kommit."),
        ),
        "senare": (
            lambda: service.check_later(g.session, _by(), watch_id, _day()),
            N_("Den nya dagen är sparad."),
        ),
        "sluta": (
            lambda: service.stop_watching(g.session, _by(), watch_id),
            N_("Bevakningen är avslutad."),
        ),
    }
    do, said = steps[step]
    return _did(_slug(row.body_id), said, do)


def _body(slug: str, permission: Permission) -> Body:
    body = people.body_by_slug(g.session, slug)
    g.access.demand(permission, body.id)
    return body


def _slug(body_id: int) -> str:
    slug: str = g.session.get_one(Body, body_id).slug
    return slug


def _by() -> By:
    return By(g.access.person_id, clock.now())


def _day() -> date:
    day = optional_day("dag")
    if day is None:
        raise Refused("Välj en dag.")
    return day


def _did(slug: str, said: str, do: Callable[[], None]) -> ResponseReturnValue:
    g.session.rollback()  # so that the act reads what is so when it has the lock
    try:
        do()
    except MinutesError as refusal:
        flash(refusal.message, "error")
    else:
        flash(said)
    wanted = request.form.get("nasta")
    here = url_for(".next_meeting", slug=slug)
    return redirect(request.script_root + safe_next(wanted) if wanted else here, code=303)
