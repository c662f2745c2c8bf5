"""The answers to a mail by its links: each a page that asks for one click, and needs no account."""

from datetime import date

from flask import Blueprint, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, Refused
from minutes.follow_up import service as follow_up
from minutes.follow_up.owners import Owner
from minutes.follow_up.tables import Via
from minutes.follow_up.timeline import Choices, choices
from minutes.people.access import Permission, requires
from minutes.reminders import queries
from minutes.reminders.jobs import links_of
from minutes.reminders.letters import may_close
from minutes.reminders.links import LinkEnded
from minutes.reminders.queries import Facts, Reader, seen_by
from minutes.reminders.wording import ANSWERS
from minutes.texts import N_

routes = Blueprint("answers", __name__, url_prefix="/svar")

STEPS = "<any(klart, pagar, 'mer-tid', 'lamna-over', kommentar):step>"
THANKS = {
    "klart": N_("Åtgärden är markerad som klar."),
    "del": N_("Din del är markerad som klar. De andra ansvariga har sin kvar."),
    "pagar": N_("Åtgärden är markerad som pågående."),
    "mer-tid": N_("Den nya dagen är sparad."),
    "lamna-over": N_("Åtgärden är överlämnad."),
    "kommentar": N_("Kommentaren är sparad."),
}


@routes.get("/<token>")
@requires(Permission.PUBLIC)
def answer(token: str) -> ResponseReturnValue:
    """The action item with all its answers; nothing is changed."""
    return show(token, "klart")


@routes.get(f"/<token>/{STEPS}")
@requires(Permission.PUBLIC)
def show(token: str, step: str) -> ResponseReturnValue:
    """Ask for the one click that gives the answer; nothing is changed."""
    person, facts = _asked(token)
    page = render_template(
        "reminders/answer.html",
        facts=facts,
        token=token,
        step=step,
        answers=ANSWERS,
        choices=_choices(person, facts) if step == "lamna-over" else {},
    )
    return kept_by_nobody(page)


@routes.post(f"/<token>/{STEPS}")
@requires(Permission.PUBLIC)
def act(token: str, step: str) -> ResponseReturnValue:
    """Give the answer."""
    person, facts = _asked(token)
    if facts.is_done:
        return redirect(url_for(".answer", token=token), code=303)
    try:
        thanks = _do(person, facts, step)
    except MinutesError as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
        return redirect(url_for(".show", token=token, step=step), code=303)
    return redirect(url_for(".thanks", answer=thanks), code=303)


@routes.get("/tack/<any(klart, del, pagar, 'mer-tid', 'lamna-over', kommentar):answer>")
@requires(Permission.PUBLIC)
def thanks(answer: str) -> str:
    """Say what was done; the link itself may have ended by it."""
    return render_template("reminders/thanks.html", said=THANKS[answer], is_done=answer == "klart")


def _do(person: Reader, facts: Facts, step: str) -> str:
    """Do it; the key of the thanks. Raises MinutesError where it is refused."""
    form, id_, by = request.form, facts.id, person.id
    note, at = form.get("kommentar", ""), clock.now()
    to = _chosen(person, facts) if step == "lamna-over" else []
    due = _day() if step == "mer-tid" else None
    g.session.rollback()  # so that the act reads what is so when it has the lock
    if step == "klart":
        follow_up.mark_done(g.session, id_, by=by, at=at, note=note, via=Via.MAIL)
        return "klart" if _asked_again(facts).is_done else "del"
    if step == "pagar":
        follow_up.start(g.session, id_, by=by, at=at, note=note, via=Via.MAIL)
    elif due is not None:
        follow_up.give_more_time(g.session, id_, due=due, by=by, at=at, note=note, via=Via.MAIL)
    elif to:
        follow_up.hand_over(g.session, id_, to=to, by=by, at=at, note=note, via=Via.MAIL)
    else:
        follow_up.comment(g.session, id_, text=note, by=by, at=at, via=Via.MAIL)
    return step


def _asked_again(facts: Facts) -> Facts:
    return queries.facts(g.session, [facts.id], clock.today())[facts.id]


def _asked(token: str) -> tuple[Reader, Facts]:
    """Whose link it is and what about, as far as they may know. Raises LinkEnded where it has been
    closed and opened since, where the person may no longer close it, and where the person has
    revoked the links.
    """
    said = links_of(g.settings).read_answer(token)
    today = clock.today()
    person = queries.readers(g.session, today, only=[said.person_id]).get(said.person_id)
    facts = queries.facts(g.session, [said.action_id], today).get(said.action_id)
    if person is None or facts is None or not may_close(person, facts):
        raise LinkEnded
    if person.link_generation != said.generation:
        raise LinkEnded
    if facts.closings != said.closings and not facts.is_done:
        raise LinkEnded
    return person, seen_by(person, facts)


def _choices(person: Reader, facts: Facts) -> Choices:
    """To whom it can be handed over: others in the body, and to who is not in it only the roles,
    without names.
    """
    body_id = facts.body_id
    offered = choices(g.session, body_id, frozenset({body_id}), clock.today())
    knows = person.may_read(body_id)
    others = {
        group: [
            each
            for each in found
            if each.owner.role is not None
            or (knows and each.owner.person_id not in (None, person.id))
        ]
        for group, found in offered.items()
    }
    return {group: found for group, found in others.items() if found}


def _chosen(person: Reader, facts: Facts) -> list[Owner]:
    chosen = request.form.get("till", "")
    for group in _choices(person, facts).values():
        for each in group:
            if each.value == chosen:
                return [each.owner]
    raise Refused("Välj vem som ska ta över.")


def _day() -> date:
    try:
        return date.fromisoformat(request.form.get("dag", ""))
    except ValueError:
        raise Refused("Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-05-31.") from None


def kept_by_nobody(page: str) -> ResponseReturnValue:
    """A page that a secret address opens: no cache keeps it, no other site learns of it."""
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
