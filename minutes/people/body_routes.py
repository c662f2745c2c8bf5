"""What a secretary says of a body: its settings, and its members from a file."""

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError, Refused
from minutes.people import member_file, member_import, queries, service
from minutes.people.access import Permission, requires
from minutes.people.acting import by
from minutes.people.forms import BodySettingsForm, MembersForm
from minutes.people.member_import import Effect
from minutes.people.tables import Body, BodyKind, MeetingWord, Numbering, Regime
from minutes.people.words import ROLE_WORDS
from minutes.seen import ChangedSince, demand_seen, mark
from minutes.texts import N_

routes = Blueprint("bodies", __name__, url_prefix="/organ/<slug>")


def _reviewed(slug: str) -> Body:
    body = queries.body_by_slug(g.session, slug)
    g.access.demand(Permission.REVIEW, body.id)
    return body


@routes.route("/installningar", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def settings(slug: str) -> ResponseReturnValue:
    """What the body is, and how it writes its minutes."""
    body = _reviewed(slug)
    form = BodySettingsForm(obj=body)
    seen = mark(
        *(body.name, body.organisation, body.regime, body.kind),
        *(body.numbering, body.meeting_word),
    )
    refusal = None
    if form.validate_on_submit():
        said = service.Settings(
            name=" ".join(form.name.data.split()),
            organisation=" ".join((form.organisation.data or "").split()),
            regime=Regime(form.regime.data),
            kind=BodyKind(form.kind.data),
            numbering=Numbering(form.numbering.data),
            meeting_word=MeetingWord(form.meeting_word.data),
        )
        try:
            demand_seen(request.form, seen)
            service.change_body(g.session, by(), body.id or 0, said)
        except ChangedSince as error:
            flash(error.message, "error")
            return redirect(url_for(".settings", slug=slug), code=303)
        except MinutesError as error:
            refusal = error.message
        else:
            flash(N_("Inställningarna är sparade."))
            return redirect(url_for("people.body", slug=slug), code=303)
    page = render_template("people/settings.html", body=body, form=form, seen=seen, refusal=refusal)
    return page, 422 if form.is_submitted() else 200


@routes.route("/ledamoter", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def members(slug: str) -> ResponseReturnValue:
    """Read a file of members and show what each line would do; nothing is stored yet."""
    body = _reviewed(slug)
    form = MembersForm()
    refusal, planned, text = None, [], ""
    if form.validate_on_submit():
        try:
            text = _text(form)
            lines = member_file.lines(text)
            planned = member_import.plan(g.session, body.id or 0, lines, clock.today())
        except Refused as error:
            refusal = error.message
    page = render_template(
        "people/members.html",
        body=body,
        form=form,
        refusal=refusal,
        planned=planned,
        text=text,
        count=sum(each.effect in (Effect.NEW, Effect.KNOWN) for each in planned),
        columns=member_file.COLUMNS,
        role_words=ROLE_WORDS,
    )
    return page, 422 if refusal else 200


@routes.post("/ledamoter/spara")
@requires(Permission.REVIEW)
def take_in(slug: str) -> ResponseReturnValue:
    """Take in the members that were shown."""
    body = _reviewed(slug)
    form, today = MembersForm(), clock.today()
    try:
        lines = member_file.lines(form.text.data or "")
        planned = member_import.plan(g.session, body.id or 0, lines, today)
        taken = member_import.take_in(g.session, by(), body.id or 0, planned, today)
    except MinutesError as refusal:
        flash(refusal.message, "error")
        return redirect(url_for(".members", slug=slug), code=303)
    flash(N_("1 ledamot är inlagd.", "%(num)s ledamöter är inlagda.", num=taken))
    return redirect(url_for("people.body", slug=slug), code=303)


def _text(form: MembersForm) -> str:
    file = form.file.data
    if not file:
        raise Refused("Välj en fil först.")
    return member_file.decoded(file.read())
