"""What the views that change something share: who acts, and saying what came of it."""

from collections.abc import Callable

from flask import flash, g

from minutes import clock
from minutes.errors import MinutesError
from minutes.people.forms import EmptyForm
from minutes.people.service import By
from minutes.texts import N_


def by() -> By:
    """The person who asks, now."""
    return By(f"person:{g.access.person_id}", clock.now())


def did(act: Callable[[], object], said: str) -> bool:
    """Do the act and say so, or say why it was refused; whether it was done."""
    try:
        act()
    except MinutesError as refusal:
        flash(refusal.message, "error")
        return False
    flash(said)
    return True


def flash_errors(form: EmptyForm) -> None:
    """Say what is wrong in a form, where the page that it stands on is shown anew."""
    for field in form:
        for error in field.errors:
            flash(
                N_("%(label)s: %(fault)s", label=str(field.label.text), fault=str(error)), "error"
            )
