"""What the secretary types when a text is sent: the rows of those who are to sign."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from minutes.errors import Refused
from minutes.justering.signatories import Rules, Signatory
from minutes.justering.starting import Sending
from minutes.justering.tables import SignerRole
from minutes.texts import N_

EMPTY_ROWS = 2
MOST_ROWS = 20
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in the form; `person` is an id or empty."""

    role: str
    person: str = ""
    name: str = ""
    paragraphs: str = ""


def rows_of(
    signatories: Iterable[Signatory],
    others: SignerRole = SignerRole.JUSTERARE,
    empty: int = EMPTY_ROWS,
) -> list[Row]:
    """The rows that the form begins with, and some empty ones for others."""
    rows = [
        Row(
            each.role.value,
            str(each.person_id or ""),
            "" if each.person_id else each.name,
            each.paragraphs,
        )
        for each in signatories
    ]
    return rows + [Row(others.value)] * empty


def rows_from(form: Mapping[str, str]) -> list[Row]:
    """The rows as they were sent, so that nothing typed is lost."""
    found = []
    for number in range(MOST_ROWS):
        if f"roll-{number}" not in form:
            break
        values = (form.get(f"{name}-{number}", "").strip() for name in _COLUMNS)
        found.append(Row(*values))
    return found


_COLUMNS = ("roll", "person", "namn", "paragrafer")


def signatories_from(rows: Sequence[Row], names: Mapping[int, str]) -> list[Signatory]:
    """Those who are to sign; an empty row is nobody. Raises Refused for one we do not know."""
    found = []
    for row in rows:
        if not (row.person or row.name):
            continue
        if row.role not in set(SignerRole):
            raise Refused("Välj i vilken egenskap var och en skriver under.")
        if row.person and row.name:
            raise Refused(
                N_(
                    "På raden med %(name)s är också en person vald. Behåll bara den ena.",
                    name=row.name[:LONGEST_NAME],
                )
            )
        person_id = next((each for each in names if str(each) == row.person), None)
        if row.person and person_id not in names:
            raise Refused("Personen hör inte till organet.")
        name = names[person_id] if person_id is not None else row.name
        if len(name) > LONGEST_NAME or len(row.paragraphs) > 300:
            raise Refused("Ett namn eller en uppräkning av paragrafer är för lång.")
        found.append(Signatory(SignerRole(row.role), name, person_id, row.paragraphs))
    return found


def sending_from(
    form: Mapping[str, str], rows: Sequence[Row], names: Mapping[int, str], day: str = "senast"
) -> Sending:
    """What was chosen on the page from which a text is sent to be signed. Raises Refused.

    day: the field with the latest day.
    """
    return Sending(
        signatories=signatories_from(rows, names),
        latest_day=_day_from(form.get(day, "")),
        in_order=form.get("ordning") == "tur",
        seen=form.get("fingeravtryck", ""),
    )


def paragraphs_from(form: Mapping[str, str]) -> str | None:
    """Which paragraphs are sent alone, as written; None for all. Raises Refused for both, but
    not where what is written is only what the page offered.
    """
    written = form.get("punkter", "").strip()
    if form.get("omfattning") == "delar":
        return written
    if written and written != form.get("foreslagna"):
        raise Refused(
            N_(
                "Du har skrivit punkterna %(written)s, men valt hela protokollet. "
                "Välj ”Bara vissa punkter”, eller ta bort punkterna.",
                written=written[:LONGEST_NAME],
            )
        )
    return None


def _day_from(written: str) -> date:
    """The day. Raises Refused where it is none."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise Refused("Skriv den senaste dagen som 2026-04-12.") from None


def rules_from(form: Mapping[str, str]) -> Rules:
    """The rules as they were sent. Raises Refused where a number is none."""
    try:
        justerare, days = int(form.get("justerare", "")), int(form.get("dagar", ""))
    except ValueError:
        raise Refused("Antalet justerare och antalet dagar ska vara heltal.") from None
    return Rules(
        by_chair="ordforande" in form,
        by_secretary="sekreterare" in form,
        justerare=justerare,
        in_order=form.get("ordning") == "tur",
        days=days,
        links="lankar" in form,
        initials="initialer" in form,
    )
