"""A body's meetings that are prepared and written here: the list, a new one, the body's rules."""

import datetime as dt

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, Refused
from minutes.follow_up.decision_routes import optional_day
from minutes.people.access import Permission, requires
from minutes.people.tables import Body
from minutes.recognition.findings import MinutesKind
from minutes.register.cancelled import cancelled_since
from minutes.texts import N_
from minutes.writing import agenda_service, queries, service
from minutes.writing.blueprint import by, routes, writable_body
from minutes.writing.phrases import agenda_titles, deciding, phrases
from minutes.writing.service import When
from minutes.writing.tables import NumberStyle

BACK, ONE_DAY = dt.timedelta(days=400), dt.timedelta(days=1)
SHOWN_BACK = dt.timedelta(days=366 * service.MOST_YEARS)


@routes.route("/organ/<slug>/skriva", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def of_body(slug: str) -> ResponseReturnValue:
    """The body's meetings that are prepared or written here, and a new one."""
    body = writable_body(slug)
    refusal, status = "", 200
    if request.method == "POST":
        assert body.id is not None
        body_id = body.id
        g.session.rollback()
        try:
            sitting_id = service.begin(
                g.session, by(), body_id=body_id, when=sent_when(), kind=_kind(body_id)
            )
            agenda_service.prepare(g.session, by(), sitting_id)
            if request.form.get("vad") == "skriv":
                agenda_service.write(g.session, by(), sitting_id)
        except MinutesError as error:
            g.session.rollback()
            refusal, status = error.message, error.status
        else:
            return redirect(url_for(".write", sitting_id=sitting_id), code=303)
    return page(slug, refusal), status


def page(slug: str, refusal: str = "") -> str:
    """The page, with what was typed where it was refused."""
    body, today = writable_body(slug), clock.today()
    assert body.id is not None
    off = cancelled_since(g.session, [body.id], today - SHOWN_BACK)
    return render_template(
        "writing/body.html",
        body=body,
        sittings=queries.sittings(g.session, body.id),
        announced=queries.announced(g.session, body.id, today),
        unrecorded=queries.announced(g.session, body.id, today - BACK, today - ONE_DAY),
        cancelled=off[::-1],
        cancelled_days={each.date for each in off},
        to_cancel=request.form.get("stall-in-dag") or request.args.get("stall-in", ""),
        usual_kind=queries.usual_kind(g.session, body.id),
        typed=request.form,
        refusal=refusal,
    )


def _kind(body_id: int) -> MinutesKind:
    sent = request.form.get("slag", "")
    if sent in set(MinutesKind):
        return MinutesKind(sent)
    return queries.usual_kind(g.session, body_id)


def sent_when() -> When:
    """When and where, as the form says. Raises Refused."""
    day = optional_day("datum")
    if day is None:
        raise Refused("Välj vilken dag mötet är.")
    return When(day, _time("start"), _time("slut"), request.form.get("plats", "").strip()[:300])


def _time(name: str) -> dt.time | None:
    written = request.form.get(name, "").strip().replace(".", ":")
    if not written:
        return None
    try:
        return dt.time.fromisoformat(written if len(written) > 4 else f"0{written}")
    except ValueError:
        raise Refused("Skriv klockslaget som 13.30.") from None


@routes.route("/organ/<slug>/skriva/regler", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def rules(slug: str) -> ResponseReturnValue:
    """How the body's minutes are written: its usual agenda, its phrases, its numbers."""
    body = writable_body(slug)
    refusal, status = "", 200
    if request.method == "POST":
        assert body.id is not None
        body_id = body.id
        g.session.rollback()
        try:
            service.set_rules(
                g.session,
                by(),
                body_id,
                agenda=request.form.get("dagordning", ""),
                phrases=request.form.get("fraser", ""),
                numbers=request.form.get("nummer", ""),
            )
        except MinutesError as error:
            g.session.rollback()
            refusal, status = error.message, error.status
        else:
            flash(N_("Inställningarna är sparade."))
            return redirect(url_for(".rules", slug=slug), code=303)
    return _rules_page(writable_body(slug), refusal), status


def _rules_page(body: Body, refusal: str) -> str:
    found = queries.rules_of(g.session, body.id or 0)
    agenda = "\n".join(agenda_titles(found.agenda, body.regime))
    said = "\n".join(phrases(found.phrases, deciding(body)))
    return render_template(
        "writing/rules.html",
        body=body,
        agenda=request.form.get("dagordning", agenda),
        phrases=request.form.get("fraser", said),
        numbers=request.form.get("nummer", found.numbers.value),
        styles=[style.value for style in NumberStyle],
        refusal=refusal,
    )
