"""Pages about reminders: the choice of how often, the answer by a link, and what was sent."""

from flask import Blueprint, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, Refused
from minutes.follow_up import service as follow_up
from minutes.follow_up.tables import Via
from minutes.mail.tables import MailState
from minutes.people.access import Permission, requires
from minutes.reminders import outgoing, queries, service
from minutes.reminders.jobs import end_of, links_of
from minutes.reminders.letters import may_close
from minutes.reminders.links import Answer, LinkEnded
from minutes.reminders.queries import Facts
from minutes.reminders.tables import Rhythm

routes = Blueprint("reminders", __name__)

RHYTHMS = {
    Rhythm.DAILY: (
        "Varje vardag när något är på gång",
        "En vecka före, på dagen, och när något har blivit försenat. Högst ett brev om dagen.",
    ),
    Rhythm.WEEKLY: (
        "En gång i veckan",
        "Ett brev i början av veckan om det som är försenat eller ska bli klart inom en vecka.",
    ),
    Rhythm.NONE: (
        "Aldrig",
        "Du ser dina åtgärder på sidan Mina åtgärder, men inget brev påminner om dem.",
    ),
}
SHOWN = {
    "alla": None,
    "vantar": (MailState.WAITING, MailState.SENDING),
    "skickade": (MailState.SENT,),
    "ej-framme": (MailState.REFUSED, MailState.EXPIRED),
}


@routes.route("/paminnelser", methods=["GET", "POST"])
@requires(Permission.SIGNED_IN)
def mine() -> ResponseReturnValue:
    """How often one wants to be reminded."""
    return _choice(g.access.person_id, url_for(".mine"))


@routes.route("/paminnelser/<token>", methods=["GET", "POST"])
@requires(Permission.PUBLIC)
def choice(token: str) -> ResponseReturnValue:
    """The same for who has the link from a mail."""
    return _choice(links_of(g.settings).read_choice(token), url_for(".choice", token=token))


def _choice(person_id: int, here: str) -> ResponseReturnValue:
    person = queries.readers(g.session, clock.today(), only=[person_id]).get(person_id)
    if person is None:
        raise LinkEnded
    if request.method == "GET":
        return _kept_by_nobody(
            render_template("reminders/choice.html", person=person, rhythms=RHYTHMS, here=here)
        )
    chosen = request.form.get("rytm", "")
    if chosen not in set(Rhythm):
        raise Refused("Välj hur ofta du vill bli påmind.")
    service.choose(g.session, person_id, Rhythm(chosen), at=clock.now())
    flash(f"Sparat. Du får påminnelser: {RHYTHMS[Rhythm(chosen)][0].lower()}.")
    return redirect(here, code=303)


@routes.get("/svar/<token>")
@requires(Permission.PUBLIC)
def answer(token: str) -> ResponseReturnValue:
    """Ask for the one click that says that the action item is done; nothing is changed."""
    return _kept_by_nobody(
        render_template("reminders/answer.html", facts=_asked(token)[1], token=token)
    )


@routes.post("/svar/<token>")
@requires(Permission.PUBLIC)
def close(token: str) -> ResponseReturnValue:
    """Mark the action item as done."""
    said, facts = _asked(token)
    if not facts.is_done:
        g.session.rollback()
        follow_up.mark_done(g.session, facts.id, by=said.person_id, at=clock.now(), via=Via.MAIL)
    return redirect(url_for(".answer", token=token), code=303)


def _asked(token: str) -> tuple[Answer, Facts]:
    """What a link is about. Raises LinkEnded where it has been closed and opened since, and
    where the person may no longer read or close it.
    """
    said = links_of(g.settings).read_answer(token)
    today = clock.today()
    person = queries.readers(g.session, today, only=[said.person_id]).get(said.person_id)
    facts = queries.facts(g.session, [said.action_id], today).get(said.action_id)
    if person is None or facts is None or not may_close(person, facts):
        raise LinkEnded
    if facts.closings != said.closings and not facts.is_done:
        raise LinkEnded
    return said, facts


def _kept_by_nobody(page: str) -> ResponseReturnValue:
    """A page that a secret address opens: no cache keeps it, no other site learns of it."""
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@routes.get("/hantera/utskick")
@requires(Permission.REVIEW)
def sent() -> str:
    """What was sent, what waits, and what did not arrive, the newest first."""
    chosen = request.args.get("visa", "alla")
    page = request.args.get("sida", 1, type=int)
    visible = g.access.bodies(Permission.REVIEW)
    states = SHOWN.get(chosen)
    found = outgoing.listed(g.session, visible, states, page)
    return render_template(
        "reminders/sent.html",
        found=found,
        chosen=chosen if chosen in SHOWN else "alla",
        to_files=g.settings.smtp_url is None,
        folder=g.settings.mail_folder,
    )


@routes.post("/hantera/utskick/<int:message_id>/igen")
@requires(Permission.REVIEW)
def resend(message_id: int) -> ResponseReturnValue:
    """Send a mail once more."""
    outgoing.demand(g.session, g.access.bodies(Permission.REVIEW), message_id)
    today = clock.today()
    try:
        service.resend(
            g.session,
            message_id,
            today,
            by=g.access.person_id,
            at=clock.now(),
            ends=end_of(today),
            sender=g.settings.mail_from,
        )
    except MinutesError as refusal:
        flash(refusal.message, "error")
    else:
        flash("Brevet skickas igen inom någon minut.")
    return redirect(url_for(".sent"), code=303)
