"""The page that shows every component once, for those who build pages and who look at them."""

from datetime import timedelta

from flask import Flask, render_template
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, SelectChoice, SelectField, StringField, TextAreaField

from minutes import clock
from minutes.order import order
from minutes.paging import paging
from minutes.people.access import Permission, requires
from minutes.register.grids import Grid

NUMBER_OF_ROWS = 120


class ExampleForm(FlaskForm):  # type: ignore[misc]
    """A field of each kind."""

    name = StringField(_("Namn"), description=_("Förnamn och efternamn."))
    email = StringField(_("E-postadress"))
    day = DateField(_("Klart senast"))
    role = SelectField(_("Roll"), choices=[SelectChoice("1", _("ledamot"))])
    note = TextAreaField(_("Anmärkning"))
    agreed = BooleanField(_("Kopia till ordföranden"))


def install(app: Flask) -> None:
    """Give the page its address."""
    app.add_url_rule("/hantera/komponenter", "components", components)


@requires(Permission.MANAGE)
def components() -> str:
    """Every component, with invented contents."""
    form = ExampleForm(formdata=None)
    form.name.errors = [_("Fyll i fältet.")]
    form.email.errors = [_("Skriv en adress som namn@example.se.")]
    return render_template(
        "components/page.html",
        form=form,
        now=clock.now(),
        days=[clock.today() + timedelta(days=days) for days in (-4, 3, 40)],
        order=order("-datum", ("datum", "organ"), "datum"),
        paging=paging(2, NUMBER_OF_ROWS),
        votes=Grid((("Ledamot", "Ja", "Nej"), ("Signe Almlöf", "X", ""), ("Ture Holm", "", "X"))),
    )
