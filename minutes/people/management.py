"""The administrator's pages of persons, bodies and mandates."""

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError
from minutes.people import queries, service
from minutes.people.access import Permission, requires
from minutes.people.acting import by, did, flash_errors
from minutes.people.forms import (
    AccountForm,
    AliasForm,
    BodyForm,
    ChangePersonForm,
    EndMandateForm,
    MandateForm,
    PersonForm,
)
from minutes.people.history import happened
from minutes.people.tables import Regime, Role
from minutes.people.words import REGIME_WORDS, ROLE_WORDS
from minutes.seen import mark
from minutes.texts import N_

routes = Blueprint("management", __name__, url_prefix="/hantera")


@routes.route("/personer", methods=["GET", "POST"])
@requires(Permission.MANAGE)
def persons() -> ResponseReturnValue:
    """All persons, and a form for a new one."""
    form = PersonForm()
    refusal = None
    if form.validate_on_submit():
        try:
            person = service.create_person(
                g.session, by(), name=form.name.data, email=form.email.data
            )
        except MinutesError as error:
            refusal = error.message
        else:
            flash(N_("%(name)s är inlagd. Lägg till uppdrag och konto här.", name=person.name))
            return redirect(url_for(".person", person_id=person.id), code=303)
    wanted = request.args.get("sok", "")
    page = render_template(
        "people/persons.html",
        form=form,
        refusal=refusal,
        wanted=wanted,
        persons=queries.persons(g.session, wanted, clock.today()),
        role_words=ROLE_WORDS,
    )
    return page, 422 if form.is_submitted() else 200


@routes.get("/personer/<int:person_id>")
@requires(Permission.MANAGE)
def person(person_id: int) -> ResponseReturnValue:
    """One person: mandates, ways of writing the name, and account."""
    found = queries.person(g.session, person_id)
    if found.merged_into is not None:
        return redirect(url_for(".person", person_id=found.merged_into), code=301)
    bodies = _choices()
    return render_template(
        "people/person.html",
        person=found,
        seen=mark(found.name, found.email),
        account=queries.account_of(g.session, person_id),
        seats=queries.seats(g.session, person_id=person_id),
        aliases=queries.aliases(g.session, person_id=person_id),
        body_names=dict(bodies),
        role_words=ROLE_WORDS,
        mandate_form=MandateForm(bodies, formdata=None, first_day=clock.today()),
        end_form=EndMandateForm(formdata=None, last_day=clock.today()),
        alias_form=AliasForm(bodies, formdata=None),
        account_form=AccountForm(formdata=None),
        person_form=ChangePersonForm(formdata=None, name=found.name, email=found.email),
        others=queries.names(g.session),
        history=happened(g.session, [f"person:{person_id}"]),
    )


def _choices() -> list[tuple[int, str]]:
    return [
        (body.id, f"{body.name}, {body.organisation}" if body.organisation else body.name)
        for body in queries.bodies(g.session)
        if body.id is not None
    ]


def back_to(person_id: int) -> ResponseReturnValue:
    """To the person's page."""
    return redirect(url_for(".person", person_id=person_id), code=303)


@routes.post("/personer/<int:person_id>/uppdrag")
@requires(Permission.MANAGE)
def give_mandate(person_id: int) -> ResponseReturnValue:
    """Give the person a role in a body."""
    form = MandateForm(_choices())
    if form.validate_on_submit():
        did(
            lambda: service.give_mandate(
                g.session,
                by(),
                person_id=queries.require_id(g.session, person_id),
                body_id=form.body.data,
                role=Role(form.role.data),
                first_day=form.first_day.data,
                last_day=form.last_day.data,
            ),
            N_("Uppdraget är inlagt."),
        )
    flash_errors(form)
    return back_to(person_id)


@routes.post("/personer/<int:person_id>/uppdrag/<int:mandate_id>")
@requires(Permission.MANAGE)
def end_mandate(person_id: int, mandate_id: int) -> ResponseReturnValue:
    """Let a mandate end."""
    form = EndMandateForm()
    if form.validate_on_submit():
        did(
            lambda: service.end_mandate(g.session, by(), mandate_id, form.last_day.data),
            N_("Uppdraget är avslutat."),
        )
    flash_errors(form)
    return back_to(person_id)


@routes.post("/personer/<int:person_id>/skrivs")
@requires(Permission.MANAGE)
def add_alias(person_id: int) -> ResponseReturnValue:
    """Add a way in which the minutes write the person."""
    form = AliasForm(_choices())
    if form.validate_on_submit():
        did(
            lambda: service.add_alias(
                g.session,
                by(),
                person_id=queries.require_id(g.session, person_id),
                body_id=form.body.data,
                text=form.text.data,
            ),
            N_("”%(text)s” känns nu igen.", text=form.text.data),
        )
    flash_errors(form)
    return back_to(person_id)


@routes.post("/personer/<int:person_id>/skrivs/<int:alias_id>/ta-bort")
@requires(Permission.MANAGE)
def remove_alias(person_id: int, alias_id: int) -> ResponseReturnValue:
    """Forget a way of writing the person."""
    did(lambda: service.remove_alias(g.session, by(), alias_id), N_("Skrivsättet är borttaget."))
    return back_to(person_id)


@routes.route("/organ", methods=["GET", "POST"])
@requires(Permission.MANAGE)
def bodies() -> ResponseReturnValue:
    """All bodies, and a form for a new one."""
    form = BodyForm()
    refusal = None
    if form.validate_on_submit():
        try:
            body = service.create_body(
                g.session,
                by(),
                name=form.name.data,
                organisation=form.organisation.data or "",
                regime=Regime(form.regime.data),
            )
        except MinutesError as error:
            refusal = error.message
        else:
            flash(
                N_(
                    "%(name)s är inlagt. Ställ in hur organet arbetar, och lägg in ledamöterna.",
                    name=body.name,
                )
            )
            return redirect(url_for("bodies.settings", slug=body.slug), code=303)
    page = render_template(
        "people/manage_bodies.html",
        form=form,
        refusal=refusal,
        bodies=queries.bodies(g.session),
        members=queries.members_of_each(g.session, clock.today()),
        regime_words=REGIME_WORDS,
    )
    return page, 422 if form.is_submitted() else 200
