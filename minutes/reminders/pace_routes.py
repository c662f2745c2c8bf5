"""The page where a body's secretary or chair sets when its owners are reminded."""

from dataclasses import asdict

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from minutes import clock
from minutes.errors import Refused
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.reminders import bodies
from minutes.reminders.pace import Pace, read_weeks, weeks_text
from minutes.seen import ChangedSince, demand_seen, mark
from minutes.texts import N_

routes = Blueprint("pace", __name__)


def _days(
    label: object, most: int, about: object, *, least: int = 1, needed: bool = False
) -> IntegerField:
    message = _("Skriv ett antal från %(least)s till %(most)s.", least=least, most=most)
    presence = InputRequired(message=_("Fyll i fältet.")) if needed else Optional()
    return IntegerField(
        label, [presence, NumberRange(least, most, message=message)], description=about
    )


class PaceForm(FlaskForm):  # type: ignore[misc]
    """When the owners of a body's action items are reminded."""

    days_before = _days(
        _("Dagar före"), 60, _("Så många dagar innan något ska vara klart. 0: inte före."),
        least=0, needed=True,
    )  # fmt: skip
    on_the_day = BooleanField(_("Påminn också på dagen"))
    again_days = _days(
        _("Dagar mellan påminnelser om det försenade"), 60, _("7 är en gång i veckan."), needed=True
    )
    meeting_days = _days(
        _("Arbetsdagar före nästa möte"), 20, _("Då påminns alla om allt öppet. Tomt: inte alls.")
    )
    chair_days = _days(
        _("Dagar för sent innan ordföranden får veta"), 365, _("Tomt: ordföranden får inte veta.")
    )
    quiet_weeks = StringField(
        _("Veckor utan påminnelser"),
        [Length(max=200)],
        description=_("Till exempel 28–31, 52. Det som skulle ha kommit kommer efteråt."),
    )


@routes.route("/organ/<slug>/paminnelser", methods=["GET", "POST"])
@requires(Permission.FOLLOW_UP)
def pace(slug: str) -> ResponseReturnValue:
    """Show and set a body's pace; for its secretary and chair."""
    body = people.body_by_slug(g.session, slug)
    assert body.id is not None
    g.access.demand(Permission.FOLLOW_UP, body.id)
    now = bodies.pace_of(g.session, body.id)
    shown = {**asdict(now), "quiet_weeks": weeks_text(now.quiet_weeks)}
    form, seen = PaceForm(**shown), mark(shown)
    if form.validate_on_submit() and (chosen := _chosen(form)):
        try:
            demand_seen(request.form, seen)
        except ChangedSince as refusal:
            flash(refusal.message, "error")
            return redirect(url_for(".pace", slug=slug), code=303)
        g.session.rollback()
        bodies.set_pace(g.session, body.id, chosen, by=g.access.person_id, at=clock.now())
        flash(N_("Sparat. Det gäller från nästa påminnelse."))
        return redirect(url_for(".pace", slug=slug), code=303)
    page = render_template("reminders/pace.html", body=body, form=form, seen=seen)
    return page, 422 if form.is_submitted() else 200


def _chosen(form: PaceForm) -> Pace | None:
    """What the form says; None, with the fault at its field, where the weeks are none."""
    try:
        weeks = read_weeks(form.quiet_weeks.data or "")
    except Refused as refusal:
        form.quiet_weeks.errors = [*form.quiet_weeks.errors, refusal.message]
        return None
    return Pace(
        form.days_before.data,
        form.on_the_day.data,
        form.again_days.data,
        form.meeting_days.data,
        form.chair_days.data,
        weeks,
    )
