"""The secretary's pages: send a meeting's text to be signed, withdraw it, note a signature on
paper, and the body's rules; and the parts that other pages show of justering.
"""

from dataclasses import dataclass

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError
from minutes.justering import queries, service
from minutes.justering.blueprint import by, looked_after, routes
from minutes.justering.canonical import canonical_text, read_canonical
from minutes.justering.declared import as_written, declared_at_once
from minutes.justering.fingerprint import fingerprint, in_groups
from minutes.justering.forms import (
    Row,
    paragraphs_from,
    rows_from,
    rows_of,
    rules_from,
    sending_from,
)
from minutes.justering.freezing import minutes_of
from minutes.justering.latest_day import latest_day, offered_at_once, offered_day
from minutes.justering.minutes_text import Minutes
from minutes.justering.proposal import Proposal, proposal
from minutes.justering.signatories import OF_MINUTES
from minutes.justering.tables import (
    JusteringRound,
    RoundKind,
    RoundState,
    SignatureField,
)
from minutes.justering.unsent import Unsent, unsent
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.history import Happened, happened
from minutes.register import queries as register
from minutes.register.lifecycle import Step, after, allowed
from minutes.register.tables import Meeting
from minutes.seen import ChangedSince, demand_seen, mark
from minutes.texts import N_


@routes.route("/moten/<int:meeting_id>/justering", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def send(meeting_id: int) -> ResponseReturnValue:
    """Choose who signs and by when, and send the text."""
    meeting = register.meeting(g.session, meeting_id)
    g.access.demand(Permission.REVIEW, meeting.body_id)
    after(meeting.state, Step.SEND_FOR_JUSTERING)
    made = proposal(g.session, meeting)
    if request.method == "GET":
        return _send_page(meeting, made, rows_of(made.signatories))
    rows = rows_from(request.form)
    g.session.rollback()
    try:
        alone = paragraphs_from(request.form)
        day = "senast" if alone is None else "senast-delar"
        sending = sending_from(request.form, rows, made.names, day)
        if alone is None:
            round_id = service.send(g.session, meeting_id, sending, by())
        else:
            round_id = service.send_paragraphs(g.session, meeting_id, alone, sending, by())
    except MinutesError as refusal:
        g.session.rollback()
        meeting = register.meeting(g.session, meeting_id)
        made = proposal(g.session, meeting)
        return _send_page(meeting, made, rows, refusal.message), refusal.status
    flash(N_("Skickat för justering. Texten är låst tills alla har skrivit under."))
    return redirect(url_for(".show", round_id=round_id), code=303)


def _send_page(
    meeting: Meeting, made: Proposal, rows: list[Row], refusal: str | None = None
) -> str:
    minutes = minutes_of(g.session, meeting)
    done = queries.paragraphs_underway(g.session, meeting.id or 0)
    left = [at for at in declared_at_once(minutes) if minutes.paragraphs[at] not in done]
    return render_template(
        "justering/send.html",
        meeting=meeting,
        minutes=minutes,
        at_once=as_written(left, minutes),
        declared=[minutes.paragraphs[at].label for at in left],
        made=made,
        rows=rows,
        refusal=refusal,
        fingerprint=fingerprint(canonical_text(minutes)),
        in_groups=in_groups,
        role_words=OF_MINUTES,
        latest=latest_day(meeting.date, made.rules.days),
        offered=offered_day(meeting.date, made.rules.days, clock.today()),
        offered_at_once=offered_at_once(meeting.date, clock.today()),
        typed=request.form,
        slug=people.body(g.session, meeting.body_id).slug,
    )


@routes.post("/justering/<int:round_id>/ta-tillbaka")
@requires(Permission.REVIEW)
def withdraw(round_id: int) -> ResponseReturnValue:
    """Take the text back; what was signed is void."""
    looked_after(round_id)
    try:
        service.withdraw(g.session, round_id, request.form.get("skal", ""), by())
    except MinutesError as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
    else:
        flash(N_("Texten är tillbakatagen, och de som skulle skriva under får veta varför."))
    return redirect(url_for(".show", round_id=round_id), code=303)


@routes.route("/organ/<slug>/justering", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def rules(slug: str) -> ResponseReturnValue:
    """How the body's minutes are justerade."""
    body = people.body_by_slug(g.session, slug)
    g.access.demand(Permission.REVIEW, body.id)
    assert body.id is not None
    body_id, refusal, status = body.id, None, 200
    chosen = queries.rules_of(g.session, body_id)
    seen = mark(chosen)
    if request.method == "POST":
        g.session.rollback()
        try:
            demand_seen(request.form, seen)
            chosen = rules_from(request.form)
            service.set_rules(g.session, body_id, chosen, by())
        except ChangedSince as error:
            flash(error.message, "error")
            return redirect(url_for(".rules", slug=slug), code=303)
        except MinutesError as error:
            g.session.rollback()
            refusal, status = error.message, error.status
        else:
            flash(N_("Reglerna är sparade. De gäller nästa gång ett protokoll skickas."))
            return redirect(url_for(".rules", slug=slug), code=303)
    body = people.body_by_slug(g.session, slug)
    page = render_template(
        "justering/rules.html", body=body, rules=chosen, seen=seen, refusal=refusal
    )
    return page, status


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """What the page of a meeting shows of justering: the latest text that was not withdrawn."""

    current: JusteringRound | None
    fields: list[SignatureField]
    withdrawn: list[JusteringRound]
    may_send: bool
    parts: list[tuple[JusteringRound, Minutes]]  # omedelbar justering and rättelser
    may_correct: bool


@routes.app_template_global("justering_of_meeting")
def justering_of_meeting(meeting: Meeting) -> MeetingPart:
    """For the page of the meeting, which lies below this stage."""
    rounds = queries.rounds_of_meeting(g.session, meeting)
    live = [each for each in rounds if each.state is not RoundState.WITHDRAWN]
    current = next((each for each in live if each.kind is RoundKind.MINUTES), None)
    fields = list(queries.fields(g.session, current.id or 0)) if current else []
    may_send = allowed(meeting.state, Step.SEND_FOR_JUSTERING)
    return MeetingPart(
        current,
        fields,
        [each for each in rounds if each.state is RoundState.WITHDRAWN],
        may_send and g.access.may(Permission.REVIEW, meeting.body_id),
        [_part(each) for each in live if each.kind is not RoundKind.MINUTES],
        allowed(meeting.state, Step.CORRECT) and g.access.may(Permission.REVIEW, meeting.body_id),
    )


@routes.app_template_global("justering_history")
def justering_history(meeting: Meeting) -> list[Happened]:
    """For the page of the meeting: who was asked to sign, who did, who did not, what came of it."""
    rounds = queries.rounds_of_meeting(g.session, meeting)
    subjects = [f"justering:{each.id}" for each in rounds]
    return happened(g.session, subjects, ("justering.agreed",)) if subjects else []


def _part(round_: JusteringRound) -> tuple[JusteringRound, Minutes]:
    return round_, read_canonical(round_.text)


@routes.app_template_global("justering_waiting")
def justering_waiting() -> list[queries.Waiting]:
    """What waits for the signature of who is signed in: for the start page."""
    return queries.waiting_for(g.session, g.access.person_id)


@routes.app_template_global("justering_unsent")
def justering_unsent() -> list[Unsent]:
    """What is registered and not sent in the bodies that one looks after: for the start page."""
    if not g.access.may_somewhere(Permission.REVIEW):
        return []
    return unsent(g.session, g.access.bodies(Permission.REVIEW), clock.today())


@routes.app_template_global("justering_sent")
def justering_sent() -> list[queries.Waiting]:
    """What is under justering in the bodies that one looks after: for the start page."""
    if not g.access.may_somewhere(Permission.REVIEW):
        return []
    return queries.under_justering(g.session, g.access.bodies(Permission.REVIEW))
