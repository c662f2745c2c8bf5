"""Pages about reminders: the choice of how often, and what was sent."""

from datetime import timedelta

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, Refused
from minutes.mail.tables import MailState
from minutes.people.access import Permission, requires
from minutes.reminders import outgoing, queries, service
from minutes.reminders.answer_routes import kept_by_nobody
from minutes.reminders.jobs import end_of, links_of
from minutes.reminders.links import LinkEnded
from minutes.reminders.tables import Rhythm
from minutes.texts import N_

routes = Blueprint("reminders", __name__)

RHYTHMS = {
    Rhythm.DAILY: (
        N_("Varje vardag när något är på gång"),
        N_("En vecka före, på dagen, och när något har blivit försenat. Högst ett brev om dagen."),
    ),
    Rhythm.WEEKLY: (
        N_("En gång i veckan"),
        N_("Ett brev i början av veckan om det som är försenat eller ska bli klart inom en vecka."),
    ),
    Rhythm.NONE: (
        N_("Aldrig"),
        N_("Du ser dina åtgärder på sidan Mina åtgärder, men inget brev påminner om dem."),
    ),
}
REMEMBERED = timedelta(days=60)  # a refused mail, on the start page
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
    return _choice(_holder(token), url_for(".choice", token=token))


@routes.get("/paminnelser/<token>/sluta")
@requires(Permission.PUBLIC)
def unsubscribing(token: str) -> ResponseReturnValue:
    """Who opens the address of List-Unsubscribe comes to the choice."""
    return redirect(url_for(".choice", token=token), code=303)


@routes.post("/paminnelser/<token>/sluta")
@requires(Permission.PUBLIC)
def unsubscribe(token: str) -> ResponseReturnValue:
    """The one click of a mail program (RFC 8058), which has no form of ours and no cookie."""
    if request.form.get("List-Unsubscribe") != "One-Click":
        raise Refused("Öppna länken i brevet och välj där.")
    person_id = _holder(token)
    g.session.rollback()
    service.choose(g.session, person_id, Rhythm.NONE, at=clock.now())
    return "Du får inga fler påminnelser.\n", 200, {"Content-Type": "text/plain; charset=utf-8"}


@routes.post("/paminnelser/aterkalla")
@requires(Permission.SIGNED_IN)
def revoke() -> ResponseReturnValue:
    """End all links in one's mails."""
    me = g.access.person_id
    service.revoke_links(g.session, me, by=me, at=clock.now())
    flash(N_("Länkarna i de brev som du har fått gäller inte längre. I nästa brev finns nya."))
    return redirect(url_for(".mine"), code=303)


def _holder(token: str) -> int:
    """The person whose link from a mail it is. Raises LinkEnded."""
    said = links_of(g.settings).read_choice(token)
    person = queries.readers(g.session, clock.today(), only=[said.person_id]).get(said.person_id)
    if person is None or person.link_generation != said.generation:
        raise LinkEnded
    return said.person_id


def _choice(person_id: int, here: str) -> ResponseReturnValue:
    person = queries.readers(g.session, clock.today(), only=[person_id])[person_id]
    if request.method == "GET":
        return kept_by_nobody(
            render_template(
                "reminders/choice.html",
                person=person,
                rhythms=RHYTHMS,
                here=here,
                own=g.access.person_id == person_id,
            )
        )
    chosen = request.form.get("rytm", "")
    if chosen not in set(Rhythm):
        raise Refused("Välj hur ofta du vill bli påmind.")
    g.session.rollback()
    service.choose(g.session, person_id, Rhythm(chosen), at=clock.now())
    flash(N_("Sparat. Du får påminnelser: %(how)s.", how=RHYTHMS[Rhythm(chosen)][0].lower()))
    return redirect(here, code=303)


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
    )


@routes.app_template_global("mails_refused")
def mails_refused() -> list[tuple[str, str]]:
    """(name, address) of whom no mail about one's bodies reaches: for the start page."""
    if not g.access.may_somewhere(Permission.REVIEW):
        return []
    visible = g.access.bodies(Permission.REVIEW)
    return outgoing.refused_addresses(g.session, visible, clock.now() - REMEMBERED)


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
        flash(N_("Brevet skickas igen inom någon minut."))
    return redirect(url_for(".sent"), code=303)
