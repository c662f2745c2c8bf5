"""The pages of those who publish: the body's rules, the look before, publishing, taking back."""

from dataclasses import dataclass

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.errors import MinutesError, NotAllowed, NotFound, Refused
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.publication import publishing, queries, service
from minutes.publication.blueprint import by, chaired_bodies, is_chair, looked_after, routes, tried
from minutes.publication.looking import (
    KIND_WORDS,
    Looking,
    answers_from,
    has_new_warnings,
    looking,
    seen_of,
    typed,
    withheld_from,
)
from minutes.publication.page_text import text_of
from minutes.publication.preparing import Prepared, prepared
from minutes.publication.showing import PublicMeeting, Text, content_before
from minutes.publication.tables import (
    Audience,
    Looker,
    Publication,
    PublicationRules,
    PublicationState,
    Scope,
    Timing,
)
from minutes.register import queries as register
from minutes.register.lifecycle import Step, allowed
from minutes.register.tables import Meeting
from minutes.seen import ChangedSince, demand_seen, mark
from minutes.texts import N_

__all__ = ["routes"]

SCOPE_WORDS = {
    Scope.NOTHING: N_("Inget"),
    Scope.DECISIONS: N_("Bara besluten"),
    Scope.ALL: N_("Hela protokollet"),
}
AUDIENCE_WORDS = {
    Audience.EVERYBODY: N_("Alla"),
    Audience.ORGANISATION: N_("De som har uppdrag i organisationen"),
    Audience.MEMBERS: N_("Organets ledamöter"),
}
TIMING_WORDS = {
    Timing.BY_HAND: N_("När sekreteraren publicerar"),
    Timing.WHEN_JUSTERAT: N_("Så snart protokollet är justerat"),
}
LOOKER_WORDS = {
    Looker.SECRETARY: N_("Sekreteraren"),
    Looker.CHAIR: N_("Sekreteraren, och sedan godkänner ordföranden"),
    Looker.NOBODY: N_("Ingen, om inga personuppgifter hittas"),
}


@routes.route("/organ/<slug>/publicering", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def rules(slug: str) -> ResponseReturnValue:
    """What the body publishes, for whom, when, and who looks first."""
    body = people.body_by_slug(g.session, slug)
    g.access.demand(Permission.REVIEW, body.id)
    assert body.id is not None
    refusal = None
    chosen = queries.rules_of(g.session, body.id)
    seen = mark(sorted(chosen.model_dump().items()))
    if request.method == "POST":
        body_id = body.id
        g.session.rollback()
        try:
            demand_seen(request.form, seen)
            service.set_rules(g.session, _rules_from_form(body_id), by())
        except ChangedSince as error:
            flash(error.message, "error")
            return redirect(url_for(".rules", slug=slug), code=303)
        except Refused as error:
            refusal = error.message
        else:
            flash(N_("Reglerna är sparade."))
            return redirect(url_for(".rules", slug=slug), code=303)
    page = render_template(
        "publication/rules.html",
        body=people.body_by_slug(g.session, slug),
        rules=chosen,
        seen=seen,
        refusal=refusal,
        choices=(
            ("vad", N_("Vad publiceras?"), "scope", SCOPE_WORDS),
            ("for", N_("För vem?"), "audience", AUDIENCE_WORDS),
            ("nar", N_("När?"), "timing", TIMING_WORDS),
            ("ser-over", N_("Vem ser över protokollet först?"), "looker", LOOKER_WORDS),
        ),
    )
    return page, 422 if refusal else 200


def _rules_from_form(body_id: int) -> PublicationRules:
    try:
        return PublicationRules(
            body_id=body_id,
            scope=Scope(request.form.get("vad", "")),
            audience=Audience(request.form.get("for", "")),
            timing=Timing(request.form.get("nar", "")),
            looker=Looker(request.form.get("ser-over", "")),
            posts="anslas" in request.form,
            kept_at=_kept_at(),
            tells_members="meddelas" in request.form,
        )
    except ValueError:
        raise Refused("Välj ett av alternativen i varje fråga.") from None


def _kept_at() -> str:
    kept_at = " ".join(request.form.get("finns", "").split())
    if "anslas" in request.form and not kept_at:
        raise Refused("Skriv var protokollet finns. Det står på anslaget.")
    return kept_at[:300]


@routes.get("/moten/<int:meeting_id>/publicering")
@requires(Permission.REVIEW)
def look(meeting_id: int) -> str:
    """What was found in the minutes, and what is to be done with each of it."""
    now = looked_after(meeting_id)
    return _look_page(now, looking(now))


@routes.post("/moten/<int:meeting_id>/publicering")
@requires(Permission.REVIEW)
def answer(meeting_id: int) -> ResponseReturnValue:
    """Keep what was chosen, and publish where that was asked for too."""
    seen = seen_of(looked_after(meeting_id))
    g.session.rollback()
    try:
        demand_seen(request.form, seen)
        answers, withheld = answers_from(request.form), withheld_from(request.form)
        service.answer(g.session, meeting_id, answers, withheld, by())
        if request.form.get("gor") == "publicera":
            if has_new_warnings(looked_after(meeting_id), request.form):
                flash(
                    N_("Det du valt är sparat, men inte publicerat. Läs om orden först."), "error"
                )
                return redirect(url_for(".look", meeting_id=meeting_id), code=303)
            g.session.rollback()
            publishing.publish(g.session, meeting_id, None, by())
            flash(N_("Protokollet är publicerat."))
            return redirect(url_for("register.meeting", meeting_id=meeting_id), code=303)
    except ChangedSince as error:
        flash(error.message, "error")
        return redirect(url_for(".look", meeting_id=meeting_id), code=303)
    except MinutesError as error:
        g.session.rollback()
        now = looked_after(meeting_id)
        return _look_page(now, typed(now, request.form), error.message), error.status
    flash(N_("Det du valt är sparat."))
    return redirect(url_for(".look", meeting_id=meeting_id), code=303)


def _look_page(now: Prepared, form: Looking, refusal: str | None = None) -> str:
    return render_template(
        "publication/look.html",
        now=now,
        form=form,
        refusal=refusal,
        kind_words=KIND_WORDS,
        scope_words=SCOPE_WORDS,
        audience_words=AUDIENCE_WORDS,
    )


@routes.get("/moten/<int:meeting_id>/publicering/visa")
@requires(Permission.REVIEW)
def show(meeting_id: int) -> str:
    """The page as it would be published."""
    now = looked_after(meeting_id)
    page = PublicMeeting(
        now.body.name, now.body.slug, now.twin.title, now.twin.date, _text_before(now)
    )
    return render_template("public/meeting.html", page=page)


def _text_before(now: Prepared) -> Text:
    return text_of(content_before(now), g.language)


@routes.post("/moten/<int:meeting_id>/publicering/publicera")
@requires(Permission.REVIEW)
def publish(meeting_id: int) -> ResponseReturnValue:
    """Publish what the page showed."""
    looked_after(meeting_id)
    seen = request.form.get("fingeravtryck", "")
    return tried(
        lambda: publishing.publish(g.session, meeting_id, seen, by()),
        N_("Protokollet är publicerat."),
        url_for("register.meeting", meeting_id=meeting_id),
        back=url_for(".look", meeting_id=meeting_id),
    )


@routes.post("/moten/<int:meeting_id>/publicering/ta-tillbaka")
@requires(Permission.REVIEW)
def withdraw(meeting_id: int) -> ResponseReturnValue:
    """Take back what is published."""
    meeting = register.meeting(g.session, meeting_id)
    g.access.demand(Permission.REVIEW, meeting.body_id)
    reason = request.form.get("skal", "")
    return tried(
        lambda: publishing.withdraw(g.session, meeting_id, reason, by()),
        N_("Publiceringen är tillbakatagen. Adressen visar skälet."),
        url_for("register.meeting", meeting_id=meeting_id),
    )


@routes.route("/moten/<int:meeting_id>/publicering/godkann", methods=["GET", "POST"])
@requires(Permission.FOLLOW_UP)
def approve(meeting_id: int) -> ResponseReturnValue:
    """The chair reads what is to be published, and approves it."""
    now = _for_the_chair(meeting_id)
    if request.method == "POST":
        seen = request.form.get("fingeravtryck", "")
        return tried(
            lambda: service.approve(g.session, meeting_id, seen, by()),
            N_("Du har godkänt det som publiceras. Sekreteraren kan nu publicera."),
            url_for(".approve", meeting_id=meeting_id),
        )
    return render_template(
        "publication/approve.html",
        now=now,
        text=_text_before(now),
        may_approve=is_chair(now.meeting.body_id),
    )


def _for_the_chair(meeting_id: int) -> Prepared:
    """The meeting, for the body's chair; its secretary may look on. Raises NotFound."""
    meeting = register.meeting(g.session, meeting_id)
    if not g.access.may(Permission.FOLLOW_UP, meeting.body_id):
        raise NotFound("Mötet finns inte.")
    if request.method == "POST" and not is_chair(meeting.body_id):
        raise NotAllowed("Det är ordföranden som godkänner.")
    return prepared(g.session, meeting)


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """What the page of a meeting shows of publishing."""

    standing: Publication | None
    withdrawn: Publication | None
    rules: PublicationRules
    may_publish: bool
    may_approve: bool


@routes.app_template_global("publication_of_meeting")
def publication_of_meeting(meeting: Meeting) -> MeetingPart | None:
    """For the page of the meeting, which lies below this stage; None before it is justerat."""
    if not allowed(meeting.state, Step.PUBLISH):
        return None
    assert meeting.id is not None
    versions = queries.versions(g.session, meeting.id)
    latest = versions[0] if versions else None
    state = latest.state if latest else None
    return MeetingPart(
        latest if state is PublicationState.PUBLISHED else None,
        latest if state is PublicationState.WITHDRAWN else None,
        queries.rules_of(g.session, meeting.body_id),
        g.access.may(Permission.REVIEW, meeting.body_id),
        is_chair(meeting.body_id) and queries.is_asked_of_the_chair(g.session, meeting.id),
    )


@routes.app_template_global("publication_waiting")
def publication_waiting() -> list[queries.Unpublished]:
    """What is justerat and not published in the bodies that one looks after: for the start page."""
    if not g.access.may_somewhere(Permission.REVIEW):
        return []
    return queries.unpublished(g.session, g.access.bodies(Permission.REVIEW))


@routes.app_template_global("publication_to_approve")
def publication_to_approve() -> list[queries.Unpublished]:
    """What waits for the approval of whoever asks, as the chair: for the start page."""
    chaired = chaired_bodies()
    found = queries.unpublished(g.session, chaired) if chaired else []
    return [each for each in found if each.asked_at is not None]
