"""The form of the look before publishing: its rows, and what was typed into them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from werkzeug.datastructures import MultiDict

from minutes.publication.look import Choice, Kind, Place
from minutes.publication.preparing import Looked, Prepared
from minutes.publication.service import Answer
from minutes.seen import mark
from minutes.texts import N_

MOST_FINDINGS = 1_000
KIND_WORDS = {
    Kind.PERSONAL_NUMBER: N_("Personnummer"),
    Kind.PHONE: N_("Telefonnummer"),
    Kind.MAIL: N_("E-postadresser"),
    Kind.ADDRESS: N_("Gatuadresser"),
    Kind.HEALTH: N_("Hälsa"),
    Kind.UNION: N_("Facklig tillhörighet"),
    Kind.NAME: N_("Namn utan uppdrag"),
    Kind.OWN: N_("Egna ord"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with the choice that the form shows for it."""

    number: int
    kind: Kind
    words: str
    reason: str
    places: Sequence[Place]
    choice: Choice | None
    note: str = ""
    is_open: bool = False
    warning: str = ""


@dataclass(slots=True)
class Looking:
    """What stands in the form."""

    rows: list[Row]
    withheld: dict[int, str]
    seen: str  # a mark of what has been answered
    own: str = ""
    groups: dict[Kind, list[Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.rows:
            self.groups.setdefault(row.kind, []).append(row)


def looking(now: Prepared) -> Looking:
    """The form as it begins."""
    rows = [_row(number, each) for number, each in enumerate(now.looked)]
    return Looking(rows, _withheld(now), seen_of(now))


def seen_of(now: Prepared) -> str:
    """A mark of what has been answered, which nobody is to overwrite unseen."""
    answered = [
        (each.finding.words, each.answer.choice, each.answer.reason)
        for each in now.looked
        if each.answer
    ]
    return mark(answered, sorted(_withheld(now).items()))


def _withheld(now: Prepared) -> dict[int, str]:
    return {place: each.reason for place, each in now.withheld.items()}


def typed(now: Prepared, form: MultiDict[str, str]) -> Looking:
    """The form as it was sent, so that nothing typed is lost."""
    sent = {each.words.casefold(): each for each in answers_from(form)}
    rows = []
    for row in looking(now).rows:
        answer = sent.get(row.words.casefold())
        rows.append(
            replace(row, choice=answer.choice, note=answer.reason)
            if answer
            else replace(row, choice=None)
        )
    return Looking(rows, withheld_from(form), seen_of(now), form.get("egna", ""))


def answers_from(form: MultiDict[str, str]) -> list[Answer]:
    """What was chosen for each finding, and the words that were typed."""
    found = []
    for number in range(MOST_FINDINGS):
        words, kind = form.get(f"ord-{number}"), form.get(f"slag-{number}", "")
        if words is None:
            break
        choice = form.get(f"val-{number}", "")
        if choice in set(Choice) and kind in set(Kind):
            note = form.get(f"skal-{number}", "")
            found.append(Answer(words, Kind(kind), Choice(choice), note))
    return found + [Answer(words, Kind.OWN, Choice.MASK) for words in _own(form)]


def has_new_warnings(now: Prepared, form: MultiDict[str, str]) -> bool:
    """Whether words that were typed just now have a warning, which nobody has read."""
    own = {words.casefold() for words in _own(form)}
    warned = (each.finding for each in now.looked if each.finding.warning)
    return any(each.words.casefold() in own for each in warned)


def _own(form: MultiDict[str, str]) -> list[str]:
    return [each.strip() for each in form.get("egna", "").splitlines() if each.strip()]


def withheld_from(form: MultiDict[str, str]) -> dict[int, str]:
    """The paragraphs that are ticked, with their reasons."""
    places = _numbers(form.getlist("undanta"))
    return {place: form.get(f"undanta-skal-{place}", "") for place in places}


def _numbers(written: Iterable[str]) -> list[int]:
    return [int(each) for each in written if each.isdecimal() and len(each) < 6]


def _row(number: int, looked: Looked) -> Row:
    finding, answer = looked.finding, looked.answer
    return Row(
        number,
        finding.kind,
        finding.words,
        finding.reason,
        finding.places,
        looked.choice,
        answer.reason if answer else "",
        looked.is_open,
        finding.warning,
    )
