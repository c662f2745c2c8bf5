"""The administrator's acts on one person: name, account, rights, and merging with another."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.people import accounts, merging, queries, service
from minutes.people.access import Permission, requires
from minutes.people.acting import by, did, flash_errors
from minutes.people.forms import AccountForm, ChangePersonForm, EmptyForm
from minutes.people.management import back_to, routes
from minutes.people.passwords import passwords_of_cost
from minutes.people.sent import row_number
from minutes.seen import demand_seen, mark
from minutes.texts import N_

__all__ = ["routes"]  # of management, with these views on it


@routes.post("/personer/<int:person_id>/andra")
@requires(Permission.MANAGE)
def change_person(person_id: int) -> ResponseReturnValue:
    """A new name or mail address."""
    form = ChangePersonForm()

    def change() -> None:
        now = queries.person(g.session, person_id)
        demand_seen(request.form, mark(now.name, now.email))
        service.change_person(
            g.session, by(), person_id, name=form.name.data, email=form.email.data
        )

    if form.validate_on_submit():
        did(change, N_("Uppgifterna är sparade."))
    flash_errors(form)
    return back_to(person_id)


@routes.post("/personer/<int:person_id>/konto")
@requires(Permission.MANAGE)
def account(person_id: int) -> ResponseReturnValue:
    """Give the person an account, or a new password to the one there is."""
    form = AccountForm()
    if form.validate_on_submit():
        passwords = passwords_of_cost(g.settings.password_memory)
        known = queries.account_of(g.session, person_id)
        if known is not None:
            changed = N_("Lösenordet är bytt. Lämna det till personen på ett säkert sätt.")
            opened = N_("Kontot är öppet igen. Lämna lösenordet till personen på ett säkert sätt.")
            did(
                lambda: accounts.set_password(
                    g.session, by(), passwords, person_id=person_id, password=form.password.data
                ),
                changed if known.is_active else opened,
            )
        else:
            did(
                lambda: accounts.create_account(
                    g.session,
                    by(),
                    passwords,
                    person_id=person_id,
                    password=form.password.data,
                    is_administrator=form.is_administrator.data,
                ),
                N_("Kontot är skapat. Lämna lösenordet till personen på ett säkert sätt."),
            )
    flash_errors(form)
    return back_to(person_id)


@routes.post("/personer/<int:person_id>/konto/stang")
@requires(Permission.MANAGE)
def close_account(person_id: int) -> ResponseReturnValue:
    """Take back the right to sign in."""
    if person_id == g.access.person_id:
        flash(N_("Du kan inte stänga ditt eget konto."), "error")
    else:
        did(lambda: accounts.close_account(g.session, by(), person_id), N_("Kontot är stängt."))
    return back_to(person_id)


@routes.post("/personer/<int:person_id>/administrator")
@requires(Permission.MANAGE)
def set_administrator(person_id: int) -> ResponseReturnValue:
    """Give or take back the right to do everything in all bodies."""
    may = request.form.get("far") == "ja"
    if person_id == g.access.person_id and not may:
        flash(N_("Du kan inte ta ifrån dig själv rätten. Be en annan administratör."), "error")
    else:
        did(
            lambda: accounts.set_administrator(g.session, by(), person_id, may=may),
            N_("Personen är nu administratör.")
            if may
            else N_("Personen är inte längre administratör."),
        )
    return back_to(person_id)


@routes.get("/personer/<int:person_id>/sla-ihop")
@requires(Permission.MANAGE)
def ask_merge(person_id: int) -> ResponseReturnValue:
    """What would move to whom, before it is done."""
    into = request.args.get("med", type=row_number)
    if into is None or into == person_id:
        flash(N_("Välj vilken annan person det är."), "error")
        return back_to(person_id)
    gone, stays = queries.person(g.session, person_id), queries.person(g.session, into)
    return render_template(
        "people/merge.html",
        gone=gone,
        stays=stays,
        moving=merging.moving(g.session, person_id),
        form=EmptyForm(),
    )


@routes.post("/personer/<int:person_id>/sla-ihop")
@requires(Permission.MANAGE)
def merge(person_id: int) -> ResponseReturnValue:
    """Let the person be another from now on."""
    into = request.form.get("med", 0, type=row_number)
    if person_id == g.access.person_id:
        flash(
            N_("Du kan inte slå ihop dig själv med någon annan. Gör det åt andra hållet."), "error"
        )
        return back_to(person_id)
    merged = did(
        lambda: merging.merge(g.session, by(), person_id=person_id, into=into),
        N_("Personerna är ihopslagna. Allt finns nu här."),
    )
    return redirect(url_for(".person", person_id=into if merged else person_id), code=303)
