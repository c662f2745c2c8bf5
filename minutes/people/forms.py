"""The forms about people. They check the shape of what is typed; the service decides."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    HiddenField,
    PasswordField,
    SelectChoice,
    SelectField,
    StringField,
)
from wtforms.validators import DataRequired, EqualTo, Length, Optional, Regexp

from minutes.people.tables import BodyKind, MeetingWord, Numbering, Regime, Role
from minutes.people.words import KIND_WORDS, NUMBERING_WORDS, REGIME_WORDS, ROLE_WORDS

_address = Regexp(
    r"^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$", message=_("Skriv en adress som namn@example.se.")
)
_required = DataRequired(message=_("Fyll i fältet."))


class SignInForm(FlaskForm):  # type: ignore[misc]
    """Signing in."""

    email = EmailField(_("E-postadress"), [_required, Length(max=254)])
    password = PasswordField(_("Lösenord"), [_required])


class ChangePasswordForm(FlaskForm):  # type: ignore[misc]
    """The person's own change of password."""

    old = PasswordField(_("Nuvarande lösenord"), [_required])
    new = PasswordField(_("Nytt lösenord"), [_required], description=_("Minst 12 tecken."))
    again = PasswordField(
        _("Nytt lösenord en gång till"),
        [_required, EqualTo("new", message=_("De båda nya lösenorden är inte lika."))],
    )


class BodyForm(FlaskForm):  # type: ignore[misc]
    """A new body."""

    name = StringField(_("Namn"), [_required, Length(max=200)])
    organisation = StringField(
        _("Organisation"), [Length(max=200)], description=_("Region, kommun eller förening.")
    )
    regime = SelectField(
        _("Regler för protokollen"),
        choices=[SelectChoice(regime.value, _(REGIME_WORDS[regime])) for regime in Regime],
        default=Regime.NONE.value,
    )


class PersonForm(FlaskForm):  # type: ignore[misc]
    """A new person."""

    name = StringField(_("Namn"), [_required, Length(max=200)])
    email = EmailField(
        _("E-postadress"),
        [Optional(), Length(max=254), _address],
        description=_("Behövs för att logga in och för påminnelser."),
    )


class ChangePersonForm(PersonForm):
    """A person's name and mail address, beside other forms on the page."""

    name = StringField(_("Namn"), [_required, Length(max=200)], id="andra-namn")
    email = EmailField(_("E-postadress"), [Optional(), Length(max=254), _address], id="andra-epost")


class BodySettingsForm(BodyForm):
    """What a body is and how it writes its minutes."""

    kind = SelectField(
        _("Vad är det för organ"),
        choices=[SelectChoice(each.value, _(KIND_WORDS[each])) for each in BodyKind],
    )
    meeting_word = SelectField(
        _("Vad kallas mötena"),
        choices=[SelectChoice(each.value, _(each.value)) for each in MeetingWord],
        description=_("Nämnder och styrelser enligt kommunallagen har oftast sammanträden."),
    )
    numbering = SelectField(
        _("Hur numreras punkterna"),
        choices=[SelectChoice(each.value, _(NUMBERING_WORDS[each])) for each in Numbering],
        description=_(
            "Med löpande nummer hänvisas till § 12/2026, annars till § 12 och mötets dag."
        ),
    )


class MembersForm(FlaskForm):  # type: ignore[misc]
    """A file of members, or its text once it has been shown."""

    file = FileField(_("CSV-fil med ledamöter"))
    text = HiddenField()


class MandateForm(FlaskForm):  # type: ignore[misc]
    """A role in a body from a day."""

    body = SelectField(_("Organ"), coerce=int)
    role = SelectField(
        _("Roll"), choices=[SelectChoice(role.value, _(ROLE_WORDS[role])) for role in Role]
    )
    first_day = DateField(_("Från och med"), [_required])
    last_day = DateField(_("Till och med"), [Optional()], description=_("Tomt: tills vidare."))

    def __init__(self, bodies: list[tuple[int, str]], **fields: Any) -> None:
        super().__init__(**fields)
        self.body.choices = [SelectChoice(str(id_), name) for id_, name in bodies]


class EndMandateForm(FlaskForm):  # type: ignore[misc]
    """The last day of a mandate."""

    last_day = DateField(_("Sista dag"), [_required])


class AliasForm(FlaskForm):  # type: ignore[misc]
    """A way in which the minutes of a body write a person."""

    body = SelectField(_("Organ"), coerce=int, id="skrivs-i")
    text = StringField(
        _("Skrivs"),
        [_required, Length(max=200)],
        description=_("Till exempel Karin, Anders L eller Vordf."),
        id="skrivs-sa",
    )

    def __init__(self, bodies: list[tuple[int, str]], **fields: Any) -> None:
        super().__init__(**fields)
        self.body.choices = [SelectChoice(str(id_), name) for id_, name in bodies]


class AccountForm(FlaskForm):  # type: ignore[misc]
    """A new account, or a new password for one."""

    password = PasswordField(
        _("Lösenord"), [_required], description=_("Minst 12 tecken. Lämna det till personen.")
    )
    is_administrator = BooleanField(_("Administratör: får göra allt i alla organ"))


class EmptyForm(FlaskForm):  # type: ignore[misc]
    """A button alone."""
