"""The forms about people. They check the shape of what is typed; the service decides."""

from typing import Any

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
    r"^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$", message="Skriv en adress som namn@example.se."
)
_required = DataRequired(message="Fyll i fältet.")


class SignInForm(FlaskForm):  # type: ignore[misc]
    """Signing in."""

    email = EmailField("E-postadress", [_required, Length(max=254)])
    password = PasswordField("Lösenord", [_required])


class ChangePasswordForm(FlaskForm):  # type: ignore[misc]
    """The person's own change of password."""

    old = PasswordField("Nuvarande lösenord", [_required])
    new = PasswordField("Nytt lösenord", [_required], description="Minst 12 tecken.")
    again = PasswordField(
        "Nytt lösenord en gång till",
        [_required, EqualTo("new", message="De båda nya lösenorden är inte lika.")],
    )


class BodyForm(FlaskForm):  # type: ignore[misc]
    """A new body."""

    name = StringField("Namn", [_required, Length(max=200)])
    organisation = StringField(
        "Organisation", [Length(max=200)], description="Region, kommun eller förening."
    )
    regime = SelectField(
        "Regler för protokollen",
        choices=[SelectChoice(regime.value, REGIME_WORDS[regime]) for regime in Regime],
        default=Regime.NONE.value,
    )


class PersonForm(FlaskForm):  # type: ignore[misc]
    """A new person."""

    name = StringField("Namn", [_required, Length(max=200)])
    email = EmailField(
        "E-postadress",
        [Optional(), Length(max=254), _address],
        description="Behövs för att logga in och för påminnelser.",
    )


class ChangePersonForm(PersonForm):
    """A person's name and mail address, beside other forms on the page."""

    name = StringField("Namn", [_required, Length(max=200)], id="andra-namn")
    email = EmailField("E-postadress", [Optional(), Length(max=254), _address], id="andra-epost")


class BodySettingsForm(BodyForm):
    """What a body is and how it writes its minutes."""

    kind = SelectField(
        "Vad är det för organ",
        choices=[SelectChoice(each.value, KIND_WORDS[each]) for each in BodyKind],
    )
    meeting_word = SelectField(
        "Vad kallas mötena",
        choices=[SelectChoice(each.value, each.value) for each in MeetingWord],
        description="Nämnder och styrelser enligt kommunallagen har oftast sammanträden.",
    )
    numbering = SelectField(
        "Hur numreras punkterna",
        choices=[SelectChoice(each.value, NUMBERING_WORDS[each]) for each in Numbering],
        description="Med löpande nummer hänvisas till § 12/2026, annars till § 12 och mötets dag.",
    )


class MembersForm(FlaskForm):  # type: ignore[misc]
    """A file of members, or its text once it has been shown."""

    file = FileField("CSV-fil med ledamöter")
    text = HiddenField()


class MandateForm(FlaskForm):  # type: ignore[misc]
    """A role in a body from a day."""

    body = SelectField("Organ", coerce=int)
    role = SelectField(
        "Roll", choices=[SelectChoice(role.value, ROLE_WORDS[role]) for role in Role]
    )
    first_day = DateField("Från och med", [_required])
    last_day = DateField("Till och med", [Optional()], description="Tomt: tills vidare.")

    def __init__(self, bodies: list[tuple[int, str]], **fields: Any) -> None:
        super().__init__(**fields)
        self.body.choices = [SelectChoice(str(id_), name) for id_, name in bodies]


class EndMandateForm(FlaskForm):  # type: ignore[misc]
    """The last day of a mandate."""

    last_day = DateField("Sista dag", [_required])


class AliasForm(FlaskForm):  # type: ignore[misc]
    """A way in which the minutes of a body write a person."""

    body = SelectField("Organ", coerce=int, id="skrivs-i")
    text = StringField(
        "Skrivs",
        [_required, Length(max=200)],
        description="Till exempel Karin, Anders L eller Vordf.",
        id="skrivs-sa",
    )

    def __init__(self, bodies: list[tuple[int, str]], **fields: Any) -> None:
        super().__init__(**fields)
        self.body.choices = [SelectChoice(str(id_), name) for id_, name in bodies]


class AccountForm(FlaskForm):  # type: ignore[misc]
    """A new account, or a new password for one."""

    password = PasswordField(
        "Lösenord", [_required], description="Minst 12 tecken. Lämna det till personen."
    )
    is_administrator = BooleanField("Administratör: får göra allt i alla organ")


class EmptyForm(FlaskForm):  # type: ignore[misc]
    """A button alone."""
